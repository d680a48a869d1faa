"""The middle pane: headline, source and text of an article, and tabs beside it."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.model.article import Article
from briefer.ui import wording
from briefer.ui.notices import EmptyState
from briefer.ui.reader.article_view import ArticleView
from briefer.ui.reader.copies_line import CopiesLine
from briefer.ui.reader.summary_panel import SummaryPanel
from briefer.ui.theme import LARGE, MEDIUM, SMALL, TIGHT, Look, icon

# The pages that are the pane's own: the invitation, that nothing is open, the article.
_PAGES = 3
# Below this width a large headline leaves no room for the text (pixels).
_NARROW = 560


class ReaderPane(QFrame):
    """Shows one article with what was found in it."""

    source_wanted = Signal()
    wanted_in_briefing = Signal()
    copy_chosen = Signal(str)
    comparison_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pane")
        self.title = QLabel()
        self.title.setObjectName("title")
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.meta = QLabel()
        self.meta.setObjectName("meta")
        self.meta.setWordWrap(True)
        self.meta.setTextFormat(Qt.TextFormat.RichText)
        self.meta.setToolTip("Click to correct the source")
        self.meta.linkActivated.connect(lambda: self.source_wanted.emit())
        self.copies = CopiesLine()
        self.copies.copy_chosen.connect(self.copy_chosen)
        self.copies.comparison_wanted.connect(self.comparison_wanted)
        self.view = ArticleView()
        self.summary = SummaryPanel()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.summary, "Summary")
        self.empty = EmptyState(
            "book-2",
            "Drop articles to begin",
            "Web pages, PDF, Word, mail, exports of news databases.\nNothing leaves this machine.",
        )
        waiting = EmptyState("book-2", "No article is open", "Choose one from the list to read it.")
        self._reading = self._build()
        self._below = 0
        self._pages = QStackedWidget()
        for page in (self.empty, waiting, self._reading):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)

    def add_tab(self, widget: QWidget, title: str) -> None:
        """Another tab beside the text."""
        self.tabs.addTab(widget, title)

    def show_article(self, article: Article) -> None:
        """Show the headline and source; the text is shown by the view."""
        self.title.setText(article.heading)
        self.meta.setText(self._meta(article))
        self._pages.setCurrentWidget(self._reading)

    def show_page(self, page: QWidget) -> None:
        """Show a page over the text, which stays as it is below."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        if self._pages.currentIndex() < _PAGES:
            self._below = self._pages.currentIndex()
        self._pages.setCurrentWidget(page)

    def shows(self, page: QWidget) -> bool:
        """Whether this page is in front."""
        return self._pages.currentWidget() is page

    def show_text(self) -> None:
        """Back to what was below the page."""
        if self._pages.currentIndex() >= _PAGES:
            self._pages.setCurrentIndex(self._below)

    def clear(self, *, has_articles: bool) -> None:
        """Show the invitation, or that one of the articles can be chosen."""
        self._pages.setCurrentIndex(int(has_articles))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        if narrow != bool(self.title.property("narrow")):
            self.title.setProperty("narrow", narrow)
            self.title.style().unpolish(self.title)
            self.title.style().polish(self.title)

    def _build(self) -> QWidget:
        add = QToolButton()
        add.setIcon(icon("bookmark", "accent"))
        add.setToolTip("Add this article to the briefing (Ctrl+B)")
        add.setAccessibleName("Add this article to the briefing")
        add.clicked.connect(self.wanted_in_briefing)
        edit = QToolButton()
        edit.setIcon(icon("pencil"))
        edit.setToolTip("Correct headline, author, date or outlet (Ctrl+D)")
        edit.setAccessibleName("Correct the source")
        edit.clicked.connect(self.source_wanted)
        line = QHBoxLayout()
        line.setSpacing(TIGHT)
        line.addWidget(self.meta, 1)
        line.addWidget(edit, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(add, 0, Qt.AlignmentFlag.AlignTop)
        head = QVBoxLayout()
        head.setContentsMargins(LARGE + SMALL, LARGE, MEDIUM, SMALL)
        head.setSpacing(TIGHT)
        head.addWidget(self.title)
        head.addLayout(line)
        head.addWidget(self.copies)
        reading = QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        side = QFrame()
        side.setObjectName("side")
        inner = QVBoxLayout(side)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.tabs)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.addWidget(reading)
        parts.addWidget(side)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        reading.setMinimumWidth(220)
        side.setMinimumWidth(200)
        parts.setChildrenCollapsible(False)
        return parts

    def _meta(self, article: Article) -> str:
        source, colour = article.source, Look.now().accent
        link = f'<a href="#" style="color:{colour};text-decoration:none">{{}}</a>'
        parts = [
            escape(source.outlet) if source.outlet else link.format("add outlet"),
            escape(", ".join(source.authors)),
            _together(wording.day(source.published))
            if source.published
            else link.format("add date"),
            escape(wording.language(article.language)),
            _together(wording.length(article.text, article.words, article.language)),
        ]
        # Each part keeps its own direction of writing (first strong isolates), the line has the
        # article's.
        line = "  ·  ".join(f"\u2068{part}\u2069" for part in parts if part)
        way = "rtl" if wording.is_right_to_left(article.language) else "ltr"
        return f'<div dir="{way}">{line}</div>'


def _together(text: str) -> str:
    """As markup that is not broken over two lines."""
    return escape(text).replace(" ", "&nbsp;")
