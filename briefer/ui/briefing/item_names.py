"""The line by which the outline shows what stands in a briefing."""

from briefer.model.article import Article
from briefer.model.briefing import (
    ActorItem,
    ArticleItem,
    Content,
    FigureItem,
    JudgementItem,
    QuoteItem,
    TextItem,
)
from briefer.services.ledger import Ledger
from briefer.services.library import Library
from briefer.services.printed_words import printed_words
from briefer.services.summary_making import wordings_of
from briefer.ui import wording


class ItemNames:
    """Names contents as the library and the person's rules now have them."""

    def __init__(self, library: Library, ledger: Ledger) -> None:
        self._library, self._ledger = library, ledger

    def of(self, content: Content) -> str:
        """One line for a content."""
        if isinstance(content, TextItem):
            return content.text or "Empty text"
        if isinstance(content, JudgementItem):
            term = printed_words("en").words.get(content.term, "")
            return ": ".join(filter(None, (term, content.text or "Empty judgement")))
        if isinstance(content, ActorItem):
            return self._ledger.name_of(content.actor, content.article) or content.name
        article = self._library.article(content.article)
        if article is None:
            return "Missing article"
        if isinstance(content, ArticleItem):
            return self._article(content, article)
        said = content.span.of(article.text)
        if isinstance(content, QuoteItem):
            return f"“{said}”" if content.direct else said
        if isinstance(content, FigureItem):
            return f"{said} {content.what}"
        return f"{wording.day(content.date)}: {content.text or said}"

    def _article(self, content: ArticleItem, article: Article) -> str:
        if content.sentences is not None and not content.headline:
            analysis = self._library.facts.analysis(content.article)
            numbers = [n for n in content.sentences if analysis and n < len(analysis.sentences)]
            if analysis and numbers:
                worded = wordings_of(self._library, article, analysis, names_meant=False)
                first = numbers[0]
                own = analysis.sentences[first].span.of(article.text)
                return worded[first].text if first in worded else own
        return content.headline or article.heading
