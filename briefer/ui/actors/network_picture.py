"""Writes the picture of a network to a file: light, as for print, and with what its signs mean below."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from briefer.ui.actors.network_scene import NetworkScene
from briefer.ui.theme import Look

# A picture for print has so many dots for one of the screen; no side has more than the second.
_SHARP, _LARGEST = 3.0, 12_000
_MARGIN, _DOT, _GAP = 12.0, 4.0, 16.0
_MEANING = "Larger dots: named in more articles. Wider lines: more articles name both."


class NetworkPicture:
    """The scene with its heading and the legend."""

    def __init__(
        self, scene: NetworkScene, title: str, said: str, kinds: Sequence[tuple[str, str]]
    ) -> None:
        """`said` tells what is shown, `kinds` are (colour of the theme, name) of the dots."""
        self._scene, self._kinds = scene, kinds
        self._title = title
        self._lines = [title, said, _MEANING]
        self._font = QFont(QApplication.font())
        self._font.setPointSizeF(9)
        self._metrics = QFontMetricsF(self._font)
        self._line = self._metrics.height() * 1.3
        area = scene.itemsBoundingRect().adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        widest = max(self._metrics.horizontalAdvance(line) for line in self._lines) + 2 * _MARGIN
        if area.width() < widest:
            side = (widest - area.width()) / 2
            area.adjust(-side, 0, side, 0)
        self._area = area
        self._foot = (len(self._lines) + 1) * self._line + _MARGIN

    @property
    def size(self) -> QSize:
        """In pixels of the screen."""
        return QSize(int(self._area.width()), int(self._area.height() + self._foot))

    def save(self, path: Path) -> None:
        """Write it as SVG or PNG, whichever the name says. Raises OSError."""
        with Look.lent("light"):
            if path.suffix.lower() == ".svg":
                self._save_svg(path)
            else:
                self._save_pixels(path)

    def _save_pixels(self, path: Path) -> None:
        size = self.size
        scale = min(_SHARP, _LARGEST / max(size.width(), size.height(), 1))
        image = QImage(size * scale, QImage.Format.Format_RGB32)
        image.fill(Look.now().colour("surface"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        self._paint(painter)
        painter.end()
        if not image.save(str(path)):
            raise OSError(0, "it cannot be written there")

    def _save_svg(self, path: Path) -> None:
        from PySide6.QtSvg import QSvgGenerator

        # Qt itself only warns when it cannot write.
        path.write_bytes(b"")
        drawn = QSvgGenerator()
        drawn.setFileName(str(path))
        drawn.setSize(self.size)
        drawn.setViewBox(QRectF(QPointF(0, 0), self.size.toSizeF()))
        drawn.setTitle(self._title)
        painter = QPainter(drawn)
        self._paint(painter)
        painter.end()

    def _paint(self, painter: QPainter) -> None:
        width, height = self._area.width(), self._area.height()
        self._scene.render(painter, QRectF(0, 0, width, height), self._area)
        theme = Look.now()
        painter.setFont(self._font)
        top = height
        for number, line in enumerate(self._lines):
            painter.setPen(theme.colour("text" if number == 0 else "muted"))
            where = QRectF(_MARGIN, top, width - 2 * _MARGIN, self._line)
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, line)
            top += self._line
        left, middle = _MARGIN, top + self._line / 2
        for colour, name in self._kinds:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(colour))
            painter.drawEllipse(QPointF(left + _DOT, middle), _DOT, _DOT)
            painter.setPen(theme.colour("muted"))
            left += 3 * _DOT
            room = self._metrics.horizontalAdvance(name) + 2
            where = QRectF(left, top, room, self._line)
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, name)
            left += room + _GAP
