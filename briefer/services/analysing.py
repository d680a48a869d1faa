"""Sentences, the default method's scores, actors and quotes of one article."""

from collections.abc import Callable, Sequence

from briefer.model.actors import Findings
from briefer.model.analysis import Analysis
from briefer.model.article import Article
from briefer.model.text import Paragraph, Sentence
from briefer.plugins import ActorEngine, Summarizer

Splitter = Callable[[str, Sequence[Paragraph], str | None], tuple[Sentence, ...]]


class Analysing:
    """Makes analyses with the engines it was given."""

    def __init__(self, split: Splitter, summarizer: Summarizer, engine: ActorEngine | None) -> None:
        """`split` finds sentences; `summarizer` is the default method; without an `engine` no
        actors are looked for.
        """
        self._split = split
        self._summarizer = summarizer
        self._engine = engine

    def analyse(self, article: Article) -> Analysis:
        """All that is derived from the article; the same article gives the same analysis."""
        language = article.language or ""
        title = article.source.title
        sentences = self._split(article.text, article.paragraphs, article.language)
        scores = self._summarizer.score(
            [sentence.span.of(article.text) for sentence in sentences],
            language=language,
            title=title,
        )
        if self._engine is None:
            return Analysis(article.id, sentences, scores, Findings())
        findings = self._engine.find(article.text, sentences, language=language, title=title)
        return Analysis(article.id, sentences, scores, findings)
