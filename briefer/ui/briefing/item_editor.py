"""Edits the chosen item: the user's text, a headline, a note, a length. Commits when typing pauses."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.model.article import ArticleId
from briefer.model.briefing import (
    ActorItem,
    ArticleItem,
    Content,
    EventItem,
    FigureItem,
    Item,
    ItemId,
    JudgementItem,
    QuoteItem,
    TextItem,
)
from briefer.ui import wording
from briefer.ui.briefing.fact_fields import EventFields, FigureFields, JudgementFields, show_typed
from briefer.ui.theme import MEDIUM, SMALL, icon
from briefer.ui.widgets.number_box import NumberBox

# Undo takes back a phrase, not a letter (milliseconds).
_PAUSE_MS = 800
# What the library refused is offered to it again, without pestering (milliseconds).
_AGAIN_MS = 5000


class ItemEditor(QFrame):
    """Shows the fields of one item; `edited(item id, content)` when they changed.

    Where nothing can be edited it takes no room.
    """

    edited = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self._item: Item | None = None
        # What was typed and the library would not take.
        self._refused: dict[ItemId, Content] = {}
        self._offered: list[tuple[ArticleId, str]] = []
        self.text = QPlainTextEdit()
        self.text.setPlaceholderText("Write here. A blank line starts a paragraph, “- ” a bullet.")
        self.text.setAccessibleName("Text of the item")
        self._cited: tuple[ArticleId, ...] = ()
        self._own = self._make_own()
        self.headline = QLineEdit()
        self.note = QLineEdit(placeholderText="One line of your own")
        self.length = NumberBox(0, 20)
        self.length.setSpecialValueText("As the summary")
        self.length.setSuffix(" sentences")
        self.length.valueChanged.connect(
            lambda count: self.length.setSuffix(" sentence" if count == 1 else " sentences")
        )
        fields = self._make_fields()
        self.figure, self.event_day = FigureFields(), EventFields()
        self.judgement = JudgementFields()
        self._pages = QStackedWidget()
        for page in (self._own, fields, self.figure, self.event_day, self.judgement):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, MEDIUM, MEDIUM)
        column.addWidget(self._pages)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.commit)
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self.offer_again)
        for changed in (
            self.text.textChanged,
            self.headline.textEdited,
            self.note.textEdited,
            self.length.valueChanged,
            self.figure.changed,
            self.event_day.changed,
            self.judgement.changed,
        ):
            changed.connect(lambda: self._timer.start())

    def _make_own(self) -> QWidget:
        """The user's own text, and the sources it rests on."""
        self.sources = QToolButton()
        self.sources.setIcon(icon("link"))
        self.sources.setToolTip("The articles this text rests on; they are cited at its end")
        self.sources.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.sources.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.sources.setMenu(QMenu(self.sources))
        fields = QWidget()
        own = QVBoxLayout(fields)
        own.setContentsMargins(0, 0, 0, 0)
        own.setSpacing(SMALL)
        own.addWidget(self.text, 1)
        own.addWidget(self.sources, 0, Qt.AlignmentFlag.AlignLeft)
        return fields

    def _make_fields(self) -> QWidget:
        """What may be said of an article."""
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(SMALL)
        form.addRow("Headline", self.headline)
        form.addRow("Why it matters", self.note)
        form.addRow("Extract", self.length)
        fields = QWidget()
        fields.setLayout(form)
        return fields

    def edit(self, item: Item | None, title: str = "") -> None:
        """Show an item; what was typed into the one before is kept first."""
        if (
            item is not None
            and self._item is not None
            and item.id == self._item.id
            and self._timer.isActive()
        ):
            return
        self.commit()
        self._item = None
        if item is not None:
            item = replace(item, content=self._refused.get(item.id, item.content))
        content = item.content if item else None
        if isinstance(content, TextItem):
            if self.text.toPlainText() != content.text:
                self.text.setPlainText(content.text)
            self._show_sources(content.sources)
            self._pages.setCurrentIndex(0)
        elif isinstance(content, ArticleItem):
            self.headline.setPlaceholderText(title)
            show_typed(self.headline, content.headline)
            show_typed(self.note, content.note)
            self.length.setValue(content.length)
            self.length.setEnabled(content.sentences is None)
            self._pages.setCurrentIndex(1)
        elif isinstance(content, FigureItem):
            self.figure.show_content(content)
            self._pages.setCurrentWidget(self.figure)
        elif isinstance(content, EventItem):
            self.event_day.show_content(content)
            self._pages.setCurrentWidget(self.event_day)
        elif isinstance(content, JudgementItem):
            self.judgement.show_content(content)
            self._pages.setCurrentWidget(self.judgement)
        self.setVisible(content is not None and not isinstance(content, QuoteItem | ActorItem))
        self._item = item
        self._timer.stop()

    def offer_sources(self, articles: Sequence[tuple[ArticleId, str]]) -> None:
        """Which articles a text may rest on, each with its name."""
        self._offered = list(articles)

    def _show_sources(self, cited: tuple[ArticleId, ...]) -> None:
        self._cited = cited
        menu = self.sources.menu()
        menu.clear()
        for key, name in self._offered:
            action = menu.addAction(wording.tip(name)[:80])
            action.setCheckable(True)
            action.setChecked(key in cited)
            action.triggered.connect(lambda _=False, k=key: self._cite(k))
        self.sources.setEnabled(bool(self._offered))
        count = wording.count(len(cited), "source") if cited else "Sources"
        self.sources.setText(count)

    def _cite(self, article: ArticleId) -> None:
        cited = self._cited
        without = tuple(key for key in cited if key != article)
        self._show_sources(without if article in cited else (*cited, article))
        self.commit()

    def begin_writing(self) -> None:
        """Put the cursor where the item's words are written."""
        places: dict[type, QWidget] = {
            ArticleItem: self.headline,
            FigureItem: self.figure.what,
            EventItem: self.event_day.text,
            JudgementItem: self.judgement.text,
        }
        content = self._item.content if self._item is not None else None
        places.get(type(content), self.text).setFocus()

    def commit(self) -> None:
        """Keep what was typed now."""
        self._timer.stop()
        if self._item is None:
            return
        content = self._item.content
        new: Content = content
        if isinstance(content, TextItem):
            new = replace(content, text=self.text.toPlainText(), sources=self._cited)
        elif isinstance(content, ArticleItem):
            new = replace(
                content,
                headline=self.headline.text().strip(),
                note=self.note.text().strip(),
                length=self.length.value(),
            )
        elif isinstance(content, FigureItem):
            new = self.figure.content(content)
        elif isinstance(content, EventItem):
            new = self.event_day.content(content)
        elif isinstance(content, JudgementItem):
            new = self.judgement.content(content)
        if new != content:
            self._item = replace(self._item, content=new)
            self._refused.pop(self._item.id, None)
            self.edited.emit(self._item.id, new)

    def refuse(self, item: ItemId, content: Content) -> None:
        """The library would not take it: keep it here and offer it again soon."""
        self._refused[item] = content
        self._again.start()

    def offer_again(self) -> None:
        """Offer what was refused once more."""
        self._again.stop()
        refused, self._refused = self._refused, {}
        for item, content in refused.items():
            self.edited.emit(item, content)

    @property
    def is_kept(self) -> bool:
        """Whether all that was typed is in the library."""
        return not self._refused
