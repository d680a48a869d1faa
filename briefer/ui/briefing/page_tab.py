"""The tab of the pages: a narrow bar to see them larger, and the pages."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.ui.briefing.preview import ZOOM_STEP, Preview
from briefer.ui.theme import MEDIUM, SMALL, TIGHT, icon

# How wide what stands beside the pages is at first (pixels).
_BESIDE = 380


class PageTab(QWidget):
    """Holds the preview; says when the pages want the whole window, and when no longer."""

    large_wanted = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.preview = Preview()
        self.setFocusProxy(self.preview)
        self.count = QLabel()
        self.count.setObjectName("small")
        self.large = _button("arrows-maximize", "Read in the whole window (F7)")
        self.large.setCheckable(True)
        self.large.toggled.connect(self.large_wanted)
        smaller = _button("zoom-out", "Smaller pages")
        larger = _button("zoom-in", "Larger pages")
        preview = self.preview
        smaller.clicked.connect(lambda: preview.set_zoom(preview.zoom / ZOOM_STEP))
        larger.clicked.connect(lambda: preview.set_zoom(preview.zoom * ZOOM_STEP))
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(lambda: self.large.setChecked(False))
        bar = QHBoxLayout()
        bar.setContentsMargins(MEDIUM, TIGHT, SMALL, TIGHT)
        bar.setSpacing(0)
        bar.addWidget(self.count, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (smaller, larger, self.large):
            bar.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        self._beside = QSplitter(Qt.Orientation.Horizontal)
        self._beside.setChildrenCollapsible(False)
        self._beside.addWidget(self.preview)
        self._beside.setStretchFactor(0, 1)
        column.addWidget(self._beside, 1)

    def put_beside(self, part: QWidget) -> None:
        """Let a part stand at the left of the pages."""
        self._beside.insertWidget(0, part)
        self._beside.setStretchFactor(0, 0)
        self._beside.setStretchFactor(1, 1)
        self._beside.setSizes([_BESIDE, max(self.width() - _BESIDE, _BESIDE)])


def _button(symbol: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(symbol))
    button.setToolTip(tip)
    button.setAccessibleName(tip.split(" (", maxsplit=1)[0])
    return button
