"""A small window of another program, from which files are dragged as from a file manager."""

import sys

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel


class Files(QLabel):
    """Drags all files at once."""

    def __init__(self, paths: list[str]) -> None:
        super().__init__(f"{len(paths)} files")
        self._paths = paths
        self._pressed = QPoint()
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setStyleSheet("background: #dfe6ee; color: #222; font-size: 14px;")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        print("ready", flush=True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if (event.position().toPoint() - self._pressed).manhattanLength() < 10:
            return
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(path) for path in self._paths])
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.exec(Qt.DropAction.CopyAction)
        # The files are fetched after the drop: the program lives on, out of sight.
        self.hide()


def main() -> int:
    app = QApplication(["files"])
    app.setQuitOnLastWindowClosed(False)
    window = Files(sys.argv[1:])
    window.setGeometry(20, 680, 110, 80)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
