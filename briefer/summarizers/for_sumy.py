"""Briefer's own ranking as a summarizer of sumy, for programs that use sumy already.

Nothing else imports this module: sumy brings nltk, which takes a second to load.
"""

from typing import Any

from sumy.summarizers._summarizer import AbstractSummarizer
from sumy.utils import ItemsCount

from briefer.model.summary import SummaryLength
from briefer.model.text import Sentence, Span
from briefer.summarizers.briefer_rank import BrieferRank
from briefer.text.choosing import choose


class BrieferSummarizer(AbstractSummarizer):  # type: ignore[misc]
    """Used as sumy's own: `BrieferSummarizer("fr")(parser.document, 3)`."""

    def __init__(self, language: str = "en") -> None:
        """`language` is an ISO 639-1 code; stems and stop words come with Briefer."""
        super().__init__()
        self._language = language

    def __call__(self, document: Any, sentences_count: Any) -> tuple[Any, ...]:
        """The chosen sentences of `document` in its order: at least one, none of them twice.

        `sentences_count` is what sumy takes: a number, "20%", or a function of the sentences.
        The first heading counts as the title.
        """
        sentences = tuple(document.sentences)
        if not sentences:
            return ()
        take = sentences_count if callable(sentences_count) else ItemsCount(sentences_count)
        wanted = max(1, len(take(sentences)))
        texts = [str(sentence) for sentence in sentences]
        title = next((str(heading) for heading in document.headings), "")
        scores = BrieferRank().score(texts, language=self._language, title=title)
        numbered, at = [], 0
        for number, text in enumerate(texts):
            numbered.append(Sentence(Span(at, at + len(text)), 0, number))
            at += len(text) + 1
        summary = choose(numbered, "\n".join(texts), scores, SummaryLength(amount=wanted))
        return tuple(sentences[number] for number in sorted(summary.numbers))
