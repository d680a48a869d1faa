"""The summary beside the text: method, length, focus, and its sentences."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.model.article import Article
from briefer.model.briefing import ArticleItem
from briefer.model.story import Novelty
from briefer.model.summary import ScoredSentence, Summary, SummaryLength, Why
from briefer.model.text import Sentence
from briefer.services.summarizing import METHODS
from briefer.ui import mime
from briefer.ui.reader.focus_line import FocusLine
from briefer.ui.reader.length_row import LengthRow
from briefer.ui.reader.summary_card import SummaryCard
from briefer.ui.reader.summary_cards import SummaryCards
from briefer.ui.theme import MEDIUM, SMALL, TIGHT, icon
from briefer.ui.widgets.passage_card import PassageCard

# The documents name the program as the method; beside the text its name would say nothing.
_NAMED = {"auto": "Automatic"}
ABOUT = {
    "auto": "Weighs where a sentence stands and what it shares with the text and the headline.",
    "lead": "The first sentences of the article, as its writer ordered them.",
    "lexrank": "Sentences that are most like all the others.",
    "textrank": "Sentences that share most words with the others.",
    "lsa": "Sentences that stand for the main themes.",
    "luhn": "Sentences in which the frequent words stand close together.",
    "kl": "Sentences whose words are spread as in the whole article.",
    "sumbasic": "Sentences with the most frequent words, without repeating them.",
    "reduction": "Sentences with the strongest ties to the others.",
    "edmundson": "Weighs cue words, the headline's words and the place in the text.",
    "consensus": "Sentences that most of the methods would choose.",
}


class SummaryPanel(QWidget):
    """Shows a summary; says what the user wants changed."""

    length_wanted = Signal(str, object)
    ruling_wanted = Signal(int, str)
    place_clicked = Signal(object)
    wanted_in_briefing = Signal(list)
    voices_wanted = Signal()
    reworded = Signal(int, str)
    moved = Signal(int, int)
    comparison_wanted = Signal()
    for_all_wanted = Signal()
    own_order_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._article: Article | None = None
        self._numbers: list[int] = []
        self._why: Mapping[int, Why] = {}
        # Words that are being written on a card, and of which sentence.
        self._draft: tuple[int, str] | None = None
        # Sentences whose reasons are unfolded; they stay so while the summary changes.
        self._unfolded: set[int] = set()
        self.method = method_box("Summary method")
        self.method.activated.connect(lambda: self._ask())
        self.length = LengthRow()
        self.length.wanted.connect(lambda _: self._ask())
        self.slider = self.length.slider
        self.focus = FocusLine()
        self.remark = QLabel()
        self.remark.setObjectName("small")
        self.remark.setWordWrap(True)
        self.remark.hide()
        self.cards = SummaryCards()
        self.cards.moved.connect(self._drop)
        self._arrange()

    def _arrange(self) -> None:
        more = QToolButton()
        more.setIcon(icon("dots"))
        more.setToolTip("Compare methods, use for all articles, order")
        more.setAccessibleName("More on this summary")
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(more)
        compare = self.menu.addAction(icon("layout-sidebar"), "Compare two methods…")
        compare.triggered.connect(lambda _=False: self.comparison_wanted.emit())
        for_all = self.menu.addAction(icon("news"), "Use method and length for all articles")
        for_all.triggered.connect(lambda _=False: self.for_all_wanted.emit())
        self.own_order = self.menu.addAction(
            icon("list-details"), "Back to the order of the article"
        )
        self.own_order.triggered.connect(lambda _=False: self.own_order_wanted.emit())
        more.setMenu(self.menu)
        top = QHBoxLayout()
        top.setSpacing(TIGHT)
        top.addWidget(self.method, 1)
        top.addWidget(more)
        head = QVBoxLayout()
        head.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, 0)
        head.setSpacing(SMALL)
        head.addLayout(top)
        for part in (self.length, self.focus, self.remark):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.cards, 1)

    def show_choice(self, method: str, length: SummaryLength) -> None:
        """Show what is in force, without asking for it again."""
        self.method.blockSignals(True)
        self.method.setCurrentIndex(self.method.findData(method))
        self.method.blockSignals(False)
        self.length.show_length(length)

    def show_summary(
        self,
        article: Article,
        summary: Summary,
        excluded: list[Sentence],
        why: Mapping[int, Why],
        *,
        rearranged: bool = False,
    ) -> None:
        """The summary's sentences, each with why it was chosen, then the excluded ones."""
        if self._article is None or self._article.id != article.id:
            self._unfolded.clear()
            self._draft = None
        self._article, self._why = article, why
        self._numbers = [chosen.sentence.number for chosen in summary.sentences]
        of = next((one.of for one in why.values()), len(self._numbers))
        self.length.show_made(len(self._numbers), of, summary.words)
        self.own_order.setEnabled(rearranged)
        cards: list[QWidget] = [self._card(article, chosen) for chosen in summary.sentences]
        self.cards.fill_sortable(cards, [self._excluded_card(article, s) for s in excluded])
        if self._unfolded:
            self.voices_wanted.emit()

    def show_voices(self, voices: Mapping[int, Sequence[str]] | None) -> None:
        """Which methods would choose each sentence; None where they could not be asked."""
        for card in self._summary_cards:
            if card.why is None:
                continue
            if voices is None:
                card.why.show_no_voices()
            else:
                key = self.method.currentData()
                # The consensus is asked of all others and has no voice of its own.
                others = len(METHODS) - (1 if key == "consensus" else 2)
                voices_here = voices.get(card.chosen.sentence.number, ())
                card.why.show_voices(voices_here, others, METHODS.get(key, ""))

    def show_novelty(self, judge: Callable[[str], Novelty | None]) -> None:
        """Say of each sentence what it is to earlier briefings; `judge` is given its words."""
        for card in self._summary_cards:
            card.show_novelty(judge(card.chosen.text))

    def has(self, number: int) -> bool:
        """Whether the sentence is in the summary."""
        return number in self._numbers

    def card_of(self, number: int) -> SummaryCard | None:
        """The card of a sentence."""
        found = (c for c in self._summary_cards if c.chosen.sentence.number == number)
        return next(found, None)

    def point_out(self, number: int) -> None:
        """Bring the card of a sentence into view, if the summary has it."""
        card = self.card_of(number)
        if card is not None:
            # A card that was made this moment is shown a moment later; till then it takes no focus.
            card.show()
            self.cards.ensureWidgetVisible(card)
            card.setFocus()

    def show_waiting(self) -> None:
        """The method is being computed."""
        label = QLabel("Working out this summary…")
        label.setObjectName("muted")
        self.cards.fill_sortable([], [label])

    def remark_on(self, text: str) -> None:
        """A plain line on how this summary is made; an empty one takes it away."""
        self.remark.setText(text)
        self.remark.setVisible(bool(text))

    def commit(self) -> None:
        """Keep the words that are being written."""
        if self._draft is not None:
            number, text = self._draft
            self._draft = None
            self.reworded.emit(number, text)

    def forget_unfolded(self) -> None:
        """Sentences have other numbers now: fold all reasons."""
        self._unfolded.clear()

    def clear(self) -> None:
        """No article, no summary."""
        self._article = None
        self._draft = None
        self.length.stop()
        self.cards.fill_sortable([], [])

    @property
    def _summary_cards(self) -> list[SummaryCard]:
        return [card for card in self.cards.cards if isinstance(card, SummaryCard)]

    def _card(self, article: Article, chosen: ScoredSentence) -> SummaryCard:
        sentence = chosen.sentence
        number = sentence.number
        item = ArticleItem(article.id, sentences=(number,))
        why = self._why.get(number)
        notes = [f"Rank {why.rank}"] if why else []
        notes += [f"¶\u00a0{sentence.paragraph + 1}"]
        card = SummaryCard(chosen, " · ".join(notes), lambda: _packed(item, chosen))
        rank = f"Rank {why.rank} of {why.of} by this method. " if why else ""
        place = f"Paragraph {sentence.paragraph + 1}. "
        card.note.setToolTip(f"{place}Why this one? {rank}Click to see.")
        card.clicked.connect(lambda: self.place_clicked.emit(sentence.span))
        card.why_wanted.connect(lambda: self._unfold(card))
        card.why_folded.connect(lambda: self._unfolded.discard(number))
        card.reworded.connect(lambda text: self._reword(number, text))
        card.draft_changed.connect(lambda text: self._note_draft(number, text))
        card.move_wanted.connect(lambda by: self._move(number, self._numbers.index(number) + by))
        self._add_buttons(card, item, pinned=chosen.pinned)
        if number in self._unfolded:
            card.show_why(why, self.method.currentText())
        if self._draft is not None and self._draft[0] == number:
            card.edit(self._draft[1])
        return card

    def _add_buttons(self, card: SummaryCard, item: ArticleItem, *, pinned: bool) -> None:
        number = card.chosen.sentence.number
        card.add_edit_buttons()
        card.add_button(
            "pinned" if pinned else "pin",
            "Release this sentence" if pinned else "Pin: keep it in every summary",
            lambda: self.ruling_wanted.emit(number, "" if pinned else "pin"),
            lit=pinned,
        )
        card.add_button(
            "ban",
            "Exclude: never in the summary",
            lambda: self.ruling_wanted.emit(number, "exclude"),
        )
        card.add_button("plus", "Add to briefing", lambda: self.wanted_in_briefing.emit([item]))

    def _unfold(self, card: SummaryCard) -> None:
        number = card.chosen.sentence.number
        self._unfolded.add(number)
        card.show_why(self._why.get(number), self.method.currentText())
        self.voices_wanted.emit()

    def _note_draft(self, number: int, text: str | None) -> None:
        self._draft = None if text is None else (number, text)

    def _reword(self, number: int, text: str) -> None:
        self._draft = None
        self.reworded.emit(number, text)
        self.point_out(number)

    def _drop(self, number: int, place: int) -> None:
        if number in self._numbers:
            # What is taken out above no longer counts.
            self._move(number, place - (self._numbers.index(number) < place))

    def _move(self, number: int, to: int) -> None:
        if 0 <= to < len(self._numbers):
            self.moved.emit(number, to)
            self.point_out(number)

    def _excluded_card(self, article: Article, sentence: Sentence) -> PassageCard:
        text = sentence.span.of(article.text)
        card = PassageCard(text, "Excluded", lambda: mime.pack([], text))
        card.text.setEnabled(False)
        card.clicked.connect(lambda: self.place_clicked.emit(sentence.span))
        card.add_button(
            "arrow-back-up", "Take it back", lambda: self.ruling_wanted.emit(sentence.number, "")
        )
        return card

    def _ask(self) -> None:
        self.length_wanted.emit(self.method.currentData(), self.length.length)


def method_box(name: str) -> QComboBox:
    """A choice of all methods, each with what it does."""
    box = QComboBox()
    for key, label in METHODS.items():
        box.addItem(_NAMED.get(key, label), key)
        box.setItemData(box.count() - 1, ABOUT[key], Qt.ItemDataRole.ToolTipRole)
    box.setMaxVisibleItems(box.count())
    box.setAccessibleName(name)
    return box


def _packed(item: ArticleItem, chosen: ScoredSentence) -> QMimeData:
    """For the briefing, for other programs, and for another place in the summary."""
    data = mime.pack([item], chosen.said)
    data.setData(mime.SENTENCE, str(chosen.sentence.number).encode())
    return data
