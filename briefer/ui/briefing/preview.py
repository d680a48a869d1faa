"""The true pages of the briefing's PDF, drawn at the pane's width or larger."""

import threading
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from briefer.ui.theme import MEDIUM, Look

# pdfium is not safe for two threads at once.
_PDFIUM = threading.Lock()
# Pictures kept: at 2 MB each, what a long read scrolls past must not all stay.
_MOST_PICTURES = 40
# A page that fits is never wider than a sheet in the hand; nor larger than so many times that, nor
# drawn in more pixels than a screen shows.
_WIDEST, _LARGEST, _SHARPEST = 860, 3.0, 2600
ZOOM_STEP = 1.25


@dataclass(frozen=True, slots=True)
class Sheets:
    """The pages of a PDF: each one's size in points, and pictures of some by number from 0."""

    sizes: list[tuple[float, float]]
    pictures: dict[int, QImage]


def draw(path: Path, width: int, wanted: Collection[int] | None = None) -> Sheets:
    """The PDF's pages, those that are `wanted` as pictures of `width` pixels (None: all).

    For a thread of its own.
    """
    import pypdfium2

    with _PDFIUM:
        document = pypdfium2.PdfDocument(path)
        try:
            sizes = [document.get_page_size(number) for number in range(len(document))]
            numbers = range(len(sizes)) if wanted is None else wanted
            pictures = {n: _picture(document[n], width) for n in numbers if n < len(sizes)}
        finally:
            document.close()
    return Sheets(sizes, pictures)


def _picture(page: Any, width: int) -> QImage:
    bitmap = page.render(scale=width / page.get_width())
    form = QImage.Format.Format_BGR888
    image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, form).copy()
    bitmap.close()
    page.close()
    return image


class _Paper(QWidget):
    clicked = Signal(int, float)

    def __init__(self) -> None:
        super().__init__()
        self.sizes: list[tuple[float, float]] = []
        self.pictures: dict[int, QImage] = {}
        self.zoom = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def page_width(self, room: int) -> int:
        """How wide a page is shown where there is so much room."""
        return int(min(room - 2 * MEDIUM, _WIDEST) * self.zoom)

    @property
    def heights(self) -> list[float]:
        return [height for _, height in self.sizes]

    def show_pages(self, sheets: Sheets) -> None:
        self.sizes = sheets.sizes
        self.pictures = dict(sheets.pictures)
        self.fit()
        self.update()

    def fit(self) -> None:
        rects = self.rects()
        self.setMinimumWidth(int(rects[0].width()) + 2 * MEDIUM if rects and self.zoom > 1 else 0)
        self.setFixedHeight(int(rects[-1].bottom()) + MEDIUM if rects else MEDIUM)

    def rects(self) -> list[QRectF]:
        area = self.parentWidget()
        width = self.page_width(area.width() if area else self.width())
        left, top, found = max((self.width() - width) // 2, MEDIUM), float(MEDIUM), []
        for across, down in self.sizes:
            height = width * down / max(across, 1)
            found.append(QRectF(left, top, width, height))
            top += height + MEDIUM
        return found

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        border = Look.now().colour("border")
        for number, rect in enumerate(self.rects()):
            if rect.intersects(QRectF(event.rect())):
                picture = self.pictures.get(number)
                # Paper, until its text is drawn.
                painter.fillRect(rect, QColor("white"))
                if picture is not None:
                    painter.drawImage(rect, picture)
                painter.setPen(border)
                painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = QPointF(event.position())
        for number, rect in enumerate(self.rects()):
            if rect.contains(at):
                share = (at.y() - rect.top()) / rect.height()
                self.clicked.emit(number, share * self.heights[number])


class Preview(QScrollArea):
    """Shows pages; `clicked(page from 0, points from its top)`. Keeps its place when renewed."""

    clicked = Signal(int, float)
    size_changed = Signal()
    pictures_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setAccessibleName("Preview of the pages")
        self.sheets = _Paper()
        self.sheets.clicked.connect(self.clicked)
        self.setWidget(self.sheets)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def in_view(self) -> list[int]:
        """The pages that are seen, and one on either side; the first two before there are any."""
        rects, top = self.sheets.rects(), self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        seen = [n for n, r in enumerate(rects) if r.bottom() >= top and r.top() <= bottom] or [0]
        return list(range(max(seen[0] - 1, 0), seen[-1] + 2))

    def add_pictures(self, pictures: dict[int, QImage]) -> None:
        """Pictures of further pages; those far out of view make room for them."""
        kept = self.sheets.pictures
        kept.update(pictures)
        if len(kept) > _MOST_PICTURES:
            for number in set(kept) - set(self.in_view):
                del kept[number]
        self.sheets.update()

    def _scrolled(self) -> None:
        last = len(self.sheets.sizes)
        if any(n < last and n not in self.sheets.pictures for n in self.in_view):
            self.pictures_wanted.emit()

    @property
    def wanted_width(self) -> int:
        """Pixels a page should have to be sharp here."""
        width = self.sheets.page_width(self.viewport().width())
        return min(max(int(width * self.devicePixelRatioF()), 200), _SHARPEST)

    @property
    def zoom(self) -> float:
        """How much larger than fitting the pages are."""
        return self.sheets.zoom

    def set_zoom(self, zoom: float) -> None:
        """Show the pages larger or smaller; what is looked at stays in view."""
        bar = self.verticalScrollBar()
        share = bar.value() / max(bar.maximum(), 1)
        self.sheets.zoom = min(max(zoom, 1.0), _LARGEST)
        self.sheets.fit()
        self.sheets.update()
        # The range of the scroll bar follows with the next events.
        QTimer.singleShot(0, lambda: bar.setValue(round(share * bar.maximum())))
        self.size_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sheets.fit()
        if event.size().width() != event.oldSize().width():
            self.size_changed.emit()
        else:
            self._scrolled()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * (ZOOM_STEP if event.angleDelta().y() > 0 else 1 / ZOOM_STEP))
            event.accept()
        else:
            super().wheelEvent(event)

    def show_pages(self, sheets: Sheets) -> None:
        """Put these pages in place of the ones before, at the same scroll position."""
        at = self.verticalScrollBar().value()
        self.sheets.show_pages(sheets)
        self.verticalScrollBar().setValue(at)
        self._scrolled()

    def scroll_to(self, page: int, top: float) -> None:
        """Bring a place of a page (points from its top) into view."""
        rects = self.sheets.rects()
        if page < len(rects):
            rect = rects[page]
            at = rect.top() + top / self.sheets.heights[page] * rect.height()
            self.verticalScrollBar().setValue(int(at - self.viewport().height() / 4))
