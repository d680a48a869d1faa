"""What a story tells as a whole: one summary, its figures, its timeline, and where sources differ."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from briefer.model.article import Article, ArticleId
from briefer.model.story import DatedEvent, Figure, Place, Story, StoryReport, StorySentence
from briefer.model.summary import LengthUnit, Scores, SummaryLength
from briefer.model.text import Sentence, Span
from briefer.services.library import LibraryView
from briefer.services.story_conflicts import Said, conflicts, figures_of
from briefer.text.choosing import choose
from briefer.text.moments import moments
from briefer.text.words import function_words, stem, words

# Ranks the sentences of all articles, one article after the other.
Rank = Callable[[Sequence[Sequence[str]], str], Scores]
# Half of a sentence's score is lost for being said already (Carbonell and Goldstein, 1998).
REDUNDANCY = 0.5
LENGTH = SummaryLength(LengthUnit.WORDS, 150)
# A sentence is "also in" another article where so many of its words stand in one sentence there.
_SAME = 0.6
_MOST_FIGURES, _MOST_EVENTS = 8, 12


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence of one of the articles, with its stems and its score."""

    article: Article
    sentence: Sentence
    text: str
    stems: frozenset[str]
    score: float

    @property
    def place(self) -> Place:
        return Place(self.article.id, self.sentence.span)

    @property
    def published(self) -> str:
        return self.article.source.published or ""


def report(
    view: LibraryView,
    story: Story,
    rank: Rank,
    *,
    length: SummaryLength = LENGTH,
    copies: Sequence[frozenset[ArticleId]] = (),
) -> StoryReport:
    """The story as its articles tell it. `copies` are groups of one text: each speaks once.

    Takes some milliseconds for each article; ask from a thread of your own.
    """
    texts = [article for key in story.articles if (article := view.article(key)) is not None]
    own = _independent(texts, copies)
    lines, scores = _ranked(view, own, rank)
    said = [
        one
        for article in own
        for one in figures_of(article, [line.sentence for line in lines if line.article is article])
    ]
    return StoryReport(
        story,
        summary=tuple(_summary(lines, scores, length, copies)),
        figures=tuple(_figures(said, lines)),
        timeline=tuple(_timeline(lines)),
        conflicts=tuple(conflicts(said)),
        independent=len(own),
    )


def _independent(
    articles: Sequence[Article], copies: Sequence[frozenset[ArticleId]]
) -> list[Article]:
    found: list[Article] = []
    for article in articles:
        group = next((group for group in copies if article.id in group), frozenset())
        if not any(other.id in group for other in found):
            found.append(article)
    return found


def _ranked(
    view: LibraryView, articles: Sequence[Article], rank: Rank
) -> tuple[list[_Line], Scores]:
    parts: list[list[Sentence]] = []
    for article in articles:
        analysis = view.facts.analysis(article.id)
        parts.append(list(analysis.sentences) if analysis is not None else [])
    texts = [
        [sentence.span.of(article.text) for sentence in part]
        for article, part in zip(articles, parts, strict=True)
    ]
    language = next((article.language for article in articles if article.language), "")
    scores = rank(texts, language)
    lines = [
        _Line(article, sentence, text, _stems(text, article.language or ""), 0.0)
        for article, part, own in zip(articles, parts, texts, strict=True)
        for sentence, text in zip(part, own, strict=True)
    ]
    return [
        replace(line, score=score) for line, score in zip(lines, scores.values, strict=True)
    ], scores


def _summary(
    lines: Sequence[_Line],
    scores: Scores,
    length: SummaryLength,
    copies: Sequence[frozenset[ArticleId]],
) -> list[StorySentence]:
    joined, at = [], 0
    for number, line in enumerate(lines):
        joined.append(Sentence(Span(at, at + len(line.text)), line.sentence.paragraph, number))
        at += len(line.text) + 1
    text = "\n".join(line.text for line in lines)
    chosen = choose(joined, text, scores, length, redundancy=REDUNDANCY)
    picked = [lines[one.sentence.number] for one in chosen.sentences]
    found = [
        StorySentence(line.place, line.text, line.published, _also(line, lines, copies))
        for line in picked
    ]
    # sorted is stable: sentences of one day stay as their articles have them.
    return sorted(found, key=lambda one: (not one.published, one.published[:10]))


def _also(
    line: _Line, lines: Sequence[_Line], copies: Sequence[frozenset[ArticleId]]
) -> tuple[ArticleId, ...]:
    alike = [
        other.article.id
        for other in lines
        if other.article is not line.article and _share(line.stems, other.stems) >= _SAME
    ]
    reprints = [key for group in copies if line.article.id in group for key in sorted(group)]
    return tuple(dict.fromkeys(key for key in alike + reprints if key != line.article.id))


def _figures(said: Sequence[Said], lines: Sequence[_Line]) -> list[Figure]:
    """The figures of the best sentences, each value of a thing once, in reading order."""
    score = {line.place: line.score for line in lines}
    by_sentence: dict[ArticleId, list[_Line]] = {line.article.id: [] for line in lines}
    for line in lines:
        by_sentence[line.article.id].append(line)

    def worth(one: Said) -> float:
        own = by_sentence[one.article.id]
        return next(
            (score[line.place] for line in own if line.sentence.span.covers(one.figure.place.span)),
            0.0,
        )

    best: dict[tuple[float, str, str], Said] = {}
    for one in said:
        key = (one.figure.value, one.count.unit, one.count.counted[0] if one.count.counted else "")
        if key not in best or worth(one) > worth(best[key]):
            best[key] = one
    top = sorted(best.values(), key=worth, reverse=True)[:_MOST_FIGURES]
    return [one.figure for one in said if any(one is other for other in top)]


def _timeline(lines: Sequence[_Line]) -> list[DatedEvent]:
    """For each date its best sentence and who else tells of it, the earliest date first."""
    best: dict[str, tuple[float, DatedEvent]] = {}
    tellers: dict[str, dict[ArticleId, None]] = {}
    for line in lines:
        article = line.article
        for moment in moments(
            article.text, line.sentence.span, line.published, article.language or ""
        ):
            event = DatedEvent(
                moment.date,
                moment.precision,
                Place(article.id, moment.span),
                moment.span.of(article.text),
                " ".join(line.text.split()),
                relative=moment.relative,
            )
            tellers.setdefault(moment.date, {})[article.id] = None
            if moment.date not in best or line.score > best[moment.date][0]:
                best[moment.date] = (line.score, event)
    top = sorted(best.values(), key=lambda pair: -pair[0])[:_MOST_EVENTS]
    events = [
        replace(
            event,
            also=tuple(key for key in tellers[event.date] if key != event.place.article),
        )
        for _, event in top
    ]
    return sorted(events, key=lambda event: event.date)


def _stems(text: str, language: str) -> frozenset[str]:
    idle = function_words(language)
    return frozenset(stem(word, language) for word in words(text) if word not in idle)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the shorter stands in the longer; 0 where either says next to nothing."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter >= 4 else 0.0
