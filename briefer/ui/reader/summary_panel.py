"""The summary beside the text: method, length, and its sentences to pin, exclude or drag."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from briefer.model.article import Article
from briefer.model.briefing import ArticleItem
from briefer.model.summary import LengthUnit, ScoredSentence, Summary, SummaryLength, Why
from briefer.model.text import Sentence
from briefer.services.summarizing import METHODS
from briefer.ui import mime, wording
from briefer.ui.theme import MEDIUM, SMALL
from briefer.ui.widgets.passage_card import CardList, PassageCard

_LONGEST = 15
# The documents name the program as the method; beside the text its name would say nothing.
_NAMED = {"auto": "Automatic"}
_ABOUT = {
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
_REASONS = {
    "position": "its place in the article",
    "centrality": "what it shares with the rest",
    "title words": "words of the headline",
    "focus": "your focus words",
}
_PAUSE_MS = 60


class SummaryPanel(QWidget):
    """Shows a summary; says what the user wants changed."""

    length_wanted = Signal(str, int)
    ruling_wanted = Signal(int, str)
    place_clicked = Signal(object)
    wanted_in_briefing = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self._article: Article | None = None
        self._numbers: list[int] = []
        self._why: Mapping[int, Why] = {}
        self.method = QComboBox()
        for name, label in METHODS.items():
            self.method.addItem(_NAMED.get(name, label), name)
            self.method.setItemData(
                self.method.count() - 1, _ABOUT[name], Qt.ItemDataRole.ToolTipRole
            )
        self.method.setAccessibleName("Summary method")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(1, _LONGEST)
        self.slider.setAccessibleName("Summary length in sentences")
        self.length = QLabel()
        self.length.setObjectName("small")
        self.length.setMinimumWidth(84)
        self.cards = CardList()
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._ask)
        self.slider.valueChanged.connect(lambda: self._say_length())
        self.slider.valueChanged.connect(lambda: self._timer.start())
        self.method.activated.connect(lambda: self._ask())
        top = QHBoxLayout()
        top.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, 0)
        top.addWidget(self.method)
        row = QHBoxLayout()
        row.setContentsMargins(MEDIUM, SMALL, MEDIUM, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.slider, 1)
        row.addWidget(self.length)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(row)
        column.addWidget(self.cards, 1)

    def show_choice(self, method: str, length: SummaryLength) -> None:
        """Show what is in force, without asking for it again."""
        for part in (self.slider, self.method):
            part.blockSignals(True)
        self.method.setCurrentIndex(self.method.findData(method))
        self.slider.setValue(length.amount if length.unit is LengthUnit.SENTENCES else 3)
        for part in (self.slider, self.method):
            part.blockSignals(False)
        self._say_length()

    def show_summary(
        self,
        article: Article,
        summary: Summary,
        excluded: list[Sentence],
        why: Mapping[int, Why],
    ) -> None:
        """The summary's sentences, each with why it was chosen, then the excluded ones."""
        self._article, self._why = article, why
        self._numbers = [chosen.sentence.number for chosen in summary.sentences]
        cards: list[QWidget] = [self._card(article, chosen) for chosen in summary.sentences]
        cards += [self._excluded_card(article, sentence) for sentence in excluded]
        self.cards.fill(cards)

    def has(self, number: int) -> bool:
        """Whether the sentence is in the summary."""
        return number in self._numbers

    def point_out(self, number: int) -> None:
        """Bring the card of a sentence into view, if the summary has it."""
        place = self._numbers.index(number) if number in self._numbers else -1
        if place >= 0:
            card = self.cards.cards[place]
            self.cards.ensureWidgetVisible(card)
            card.setFocus()

    def show_waiting(self) -> None:
        """The method is being computed."""
        label = QLabel("Working out this summary…")
        label.setObjectName("muted")
        self.cards.fill([label])

    def clear(self) -> None:
        """No article, no summary."""
        self._article = None
        self._timer.stop()
        self.cards.fill([])

    def _card(self, article: Article, chosen: ScoredSentence) -> PassageCard:
        sentence = chosen.sentence
        item = ArticleItem(article.id, sentences=(sentence.number,))
        why = self._why.get(sentence.number)
        place = f"Paragraph {sentence.paragraph + 1}"
        below = f"{place} · rank {why.rank}" if why else place
        card = PassageCard(
            chosen.text, below, lambda: mime.pack([item], chosen.text), pinned=chosen.pinned
        )
        card.note.setToolTip(wording.tip(_reasons(why, pinned=chosen.pinned)))
        card.clicked.connect(lambda: self.place_clicked.emit(sentence.span))
        pin = "Release this sentence" if chosen.pinned else "Pin: keep it in every summary"
        ruling = "" if chosen.pinned else "pin"
        number = sentence.number
        card.add_button(
            "pinned" if chosen.pinned else "pin",
            pin,
            lambda: self.ruling_wanted.emit(number, ruling),
            lit=chosen.pinned,
        )
        card.add_button(
            "ban",
            "Exclude: never in the summary",
            lambda: self.ruling_wanted.emit(number, "exclude"),
        )
        card.add_button("plus", "Add to briefing", lambda: self.wanted_in_briefing.emit([item]))
        return card

    def _excluded_card(self, article: Article, sentence: Sentence) -> PassageCard:
        text = sentence.span.of(article.text)
        card = PassageCard(text, "Excluded", lambda: mime.pack([], text))
        card.text.setEnabled(False)
        card.clicked.connect(lambda: self.place_clicked.emit(sentence.span))
        card.add_button(
            "arrow-back-up", "Take it back", lambda: self.ruling_wanted.emit(sentence.number, "")
        )
        return card

    def _say_length(self) -> None:
        self.length.setText(wording.count(self.slider.value(), "sentence"))

    def _ask(self) -> None:
        self.length_wanted.emit(self.method.currentData(), self.slider.value())


def _reasons(why: Why | None, *, pinned: bool) -> str:
    """Why this sentence, in words."""
    said = ["You pinned it."] if pinned else []
    if why is not None:
        said.append(f"Why this one? Rank {why.rank} of {why.of} by this method")
        if why.shares:
            parts = (f"{_REASONS.get(name, name)} {share:.0%}" for name, share in why.shares)
            said[-1] += ": " + ", ".join(parts)
        said[-1] += "."
    return " ".join(said)
