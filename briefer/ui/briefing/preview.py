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


def draw(path: Path, width: int) -> list[QImage]:
    """The PDF's pages as pictures of `width` pixels. For a thread of its own."""
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
                images.append(image.copy())
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
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_pages(self, pages: list[QImage]) -> None:
        self.pages = pages
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
                self.clicked.emit(number, (at.y() - rect.top()) / rect.height())


class Preview(QScrollArea):
    """Shows pages; `clicked(page from 0, height share)`. Keeps its place when they are renewed."""

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

    def show_pages(self, pages: list[QImage]) -> None:
        """Put these pages in place of the ones before, at the same scroll position."""
        at = self.verticalScrollBar().value()
        self.sheets.show_pages(pages)
        self.verticalScrollBar().setValue(at)

    def scroll_to(self, page: int, share: float) -> None:
        """Bring a place of a page into view."""
        rects = self.sheets.rects()
        if page < len(rects):
            rect = rects[page]
            top = rect.top() + share * rect.height()
            self.verticalScrollBar().setValue(int(top - self.viewport().height() / 4))
