"""The sentences of a story's independent articles, each with its score: what its parts are made of."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from briefer.model.article import Article, ArticleId
from briefer.model.story import Place
from briefer.model.summary import Scores
from briefer.model.text import Sentence
from briefer.services.library import LibraryView
from briefer.text.statements import is_statement
from briefer.text.words import function_words, stem, words

# Ranks the sentences of all articles, one article after the other.
Rank = Callable[[Sequence[Sequence[str]], str], Scores]
# Two sentences say the same where so many of the shorter one's words stand in the other.
SAME = 0.6
# Of a sentence with fewer words than that nobody can tell what else it says.
_LEAST = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of one of the articles, with its stems, its rank in the article and its score."""

    article: Article
    sentence: Sentence
    text: str
    stems: frozenset[str]
    rank: int
    score: float = 0.0

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.article.id, self.sentence.span)

    @property
    def published(self) -> str:
        """Its article's date, empty when unknown."""
        return self.article.source.published or ""


def lines_of(
    sentences: Callable[[ArticleId], Sequence[Sentence]], articles: Sequence[Article]
) -> list[Line]:
    """All that the articles say, one article after the other; headings, dates and bylines left out.

    `sentences` gives those of an article.
    """
    return [line for article in articles for line in _lines(sentences(article.id), article)]


def sentences_in(view: LibraryView) -> Callable[[ArticleId], Sequence[Sentence]]:
    """The sentences of the library's articles; none of one that was not analysed."""

    def sentences(article: ArticleId) -> Sequence[Sentence]:
        analysis = view.facts.analysis(article)
        return analysis.sentences if analysis is not None else ()

    return sentences


def ranked(lines: Sequence[Line], rank: Rank) -> tuple[list[Line], Scores]:
    """The lines with their scores by `rank`, and these for themselves."""
    texts: dict[ArticleId, list[str]] = {}
    for line in lines:
        texts.setdefault(line.article.id, []).append(line.text)
    language = next((line.article.language for line in lines if line.article.language), "")
    scores = rank(list(texts.values()), language)
    scored = [replace(line, score=score) for line, score in zip(lines, scores.values, strict=True)]
    return scored, scores


def independent(
    articles: Iterable[Article], copies: Sequence[frozenset[ArticleId]]
) -> list[Article]:
    """The articles without those that are copies of one before: each text speaks once."""
    found: list[Article] = []
    for article in articles:
        group = next((group for group in copies if article.id in group), frozenset())
        if not any(other.id in group for other in found):
            found.append(article)
    return found


def stems_of(text: str, language: str) -> frozenset[str]:
    """The stems of a sentence's words that carry its meaning."""
    idle = function_words(language)
    return frozenset(stem(word, language) for word in words(text) if word not in idle)


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the shorter stands in the longer; 0 where either says next to nothing."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter >= _LEAST else 0.0


def _lines(sentences: Sequence[Sentence], article: Article) -> list[Line]:
    language = article.language or ""
    found: list[Line] = []
    for sentence in sentences:
        text = sentence.span.of(article.text)
        headed = sentence.paragraph < len(article.paragraphs) and (
            article.paragraphs[sentence.paragraph].heading
        )
        if not headed and is_statement(text, language, article.source.title):
            stems = stems_of(text, language)
            found.append(Line(article, sentence, text, stems, len(found)))
    return found
