"""Who said what in the article that is read."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from briefer.model.actors import Findings, Quote, QuoteKind
from briefer.model.article import Article
from briefer.model.briefing import QuoteItem
from briefer.ui import mime
from briefer.ui.widgets.passage_card import CardList, PassageCard


class QuotePane(QWidget):
    """Each quote on a card with its speaker and how it was said."""

    place_clicked = Signal(object)
    wanted_in_briefing = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.cards = CardList()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self.cards)

    def show_findings(self, article: Article, findings: Findings) -> None:
        """The article's quotes in order."""
        names = {actor.key: actor.name for actor in findings.actors}
        cards: list[QWidget] = [self._card(article, q, names) for q in findings.quotes]
        if not cards:
            nothing = QLabel("Nobody is quoted in this article.")
            nothing.setObjectName("muted")
            cards = [nothing]
        self.cards.fill(cards)

    def clear(self) -> None:
        """No article, no quotes."""
        self.cards.fill([])

    def _card(self, article: Article, quote: Quote, names: dict[str, str]) -> PassageCard:
        is_direct = quote.kind is QuoteKind.DIRECT
        mention = quote.speaker_mention
        speaker = names.get(quote.speaker or "") or (mention.text if mention else "Unknown speaker")
        how = "" if is_direct else " · reported"
        item = QuoteItem(article.id, quote.span, quote.speaker, direct=is_direct)
        text = f"“{quote.text}”" if is_direct else quote.text
        card = PassageCard(text, f"{speaker}{how}", lambda: mime.pack([item], text))
        card.clicked.connect(lambda: self.place_clicked.emit(quote.span))
        card.add_button("plus", "Add to briefing", lambda: self.wanted_in_briefing.emit([item]))
        return card
