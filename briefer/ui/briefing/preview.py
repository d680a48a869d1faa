"""The true pages of the briefing's PDF, drawn at the pane's width or larger."""

import threading
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from briefer.ui.theme import MEDIUM, Look

# pdfium is not safe for two threads at once.
_PDFIUM = threading.Lock()
_MOST_PAGES = 60
# A page that fits is never wider than a sheet in the hand; nor larger than so many times that, nor
# drawn in more pixels than a screen shows.
_WIDEST, _LARGEST, _SHARPEST = 860, 3.0, 2600
ZOOM_STEP = 1.25


def draw(path: Path, width: int) -> list[tuple[QImage, float]]:
    """The PDF's pages as pictures of `width` pixels, each with its height in points.

    For a thread of its own.
    """
    import pypdfium2

    images = []
    with _PDFIUM:
        document = pypdfium2.PdfDocument(path)
        try:
            for number in range(min(len(document), _MOST_PAGES)):
                page = document[number]
                bitmap = page.render(scale=width / page.get_width())
                data = bytes(bitmap.buffer)
                form = QImage.Format.Format_BGR888
                image = QImage(data, bitmap.width, bitmap.height, bitmap.stride, form)
                images.append((image.copy(), page.get_height()))
                bitmap.close()
                page.close()
        finally:
            document.close()
    return images


class _Sheets(QWidget):
    clicked = Signal(int, float)

    def __init__(self) -> None:
        super().__init__()
        self.pages: list[QImage] = []
        self.heights: list[float] = []
        self.zoom = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def page_width(self, room: int) -> int:
        """How wide a page is shown where there is so much room."""
        return int(min(room - 2 * MEDIUM, _WIDEST) * self.zoom)

    def show_pages(self, pages: list[tuple[QImage, float]]) -> None:
        self.pages = [image for image, _ in pages]
        self.heights = [height for _, height in pages]
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
        for page in self.pages:
            height = width * page.height() / max(page.width(), 1)
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
        for page, rect in zip(self.pages, self.rects(), strict=True):
            if rect.intersects(QRectF(event.rect())):
                painter.drawImage(rect, page)
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

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setAccessibleName("Preview of the pages")
        self.sheets = _Sheets()
        self.sheets.clicked.connect(self.clicked)
        self.setWidget(self.sheets)

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

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * (ZOOM_STEP if event.angleDelta().y() > 0 else 1 / ZOOM_STEP))
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sheets.fit()
        if event.size().width() != event.oldSize().width():
            self.size_changed.emit()

    def show_pages(self, pages: list[tuple[QImage, float]]) -> None:
        """Put these pages in place of the ones before, at the same scroll position."""
        at = self.verticalScrollBar().value()
        self.sheets.show_pages(pages)
        self.verticalScrollBar().setValue(at)

    def scroll_to(self, page: int, top: float) -> None:
        """Bring a place of a page (points from its top) into view."""
        rects = self.sheets.rects()
        if page < len(rects):
            rect = rects[page]
            at = rect.top() + top / self.sheets.heights[page] * rect.height()
            self.verticalScrollBar().setValue(int(at - self.viewport().height() / 4))
