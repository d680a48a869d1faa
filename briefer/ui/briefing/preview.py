"""The true pages of the briefing's PDF, drawn at the pane's width."""

import threading
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from briefer.ui.theme import MEDIUM, Look

# pdfium is not safe for two threads at once.
_PDFIUM = threading.Lock()
_MOST_PAGES = 60


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
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_pages(self, pages: list[tuple[QImage, float]]) -> None:
        self.pages = [image for image, _ in pages]
        self.heights = [height for _, height in pages]
        self.fit()
        self.update()

    def fit(self) -> None:
        rects = self.rects()
        self.setFixedHeight(int(rects[-1].bottom()) + MEDIUM if rects else MEDIUM)

    def rects(self) -> list[QRectF]:
        width, top, found = self.width() - 2 * MEDIUM, float(MEDIUM), []
        for page in self.pages:
            height = width * page.height() / max(page.width(), 1)
            found.append(QRectF(MEDIUM, top, width, height))
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

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Preview of the pages")
        self.sheets = _Sheets()
        self.sheets.clicked.connect(self.clicked)
        self.setWidget(self.sheets)

    @property
    def wanted_width(self) -> int:
        """Pixels a page should have to be sharp here."""
        return max(int((self.viewport().width() - 2 * MEDIUM) * self.devicePixelRatioF()), 200)

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
