"""What a story tells as a whole: one summary, its figures, its timeline, and where sources differ."""

from collections.abc import Sequence

from briefer.model.article import ArticleId
from briefer.model.story import Story, StoryReport, StorySentence
from briefer.model.summary import LengthUnit, Scores, SummaryLength
from briefer.model.text import Sentence, Span
from briefer.services.library import LibraryView
from briefer.services.story_conflicts import conflicts, figures_of
from briefer.services.story_figures import key_figures
from briefer.services.story_lines import (
    SAME,
    Line,
    Rank,
    independent,
    lines_of,
    ranked,
    sentences_in,
    share,
)
from briefer.services.story_timeline import conflicting_days, dated, timeline
from briefer.text.choosing import choose

# Stories are ranked by what each sentence adds; nothing more is taken off for likeness.
REDUNDANCY = 0.0
LENGTH = SummaryLength(LengthUnit.WORDS, 150)
# So many of the best sentences are weighed against one another; no summary takes more.
_MOST_WEIGHED = 200


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
    own = independent(texts, copies)
    lines, scores = ranked(lines_of(sentences_in(view), own), rank)
    said = [
        one
        for article in own
        for one in figures_of(article, [line.sentence for line in lines if line.article is article])
    ]
    told = dated(lines)
    return StoryReport(
        story,
        summary=tuple(_summary(lines, scores, length, copies)),
        figures=tuple(key_figures(said, lines)),
        timeline=tuple(timeline(told)),
        conflicts=(*conflicts(said), *conflicting_days(told)),
        independent=len(own),
    )


def _summary(
    lines: Sequence[Line],
    scores: Scores,
    length: SummaryLength,
    copies: Sequence[frozenset[ArticleId]],
) -> list[StorySentence]:
    joined, at = [], 0
    for number, line in enumerate(lines):
        joined.append(Sentence(Span(at, at + len(line.text)), line.sentence.paragraph, number))
        at += len(line.text) + 1
    text = "\n".join(line.text for line in lines)
    said = _said_better(lines)
    chosen = choose(joined, text, scores, length, exclusions=said, redundancy=REDUNDANCY)
    picked = [lines[one.sentence.number] for one in chosen.sentences]
    found = [
        StorySentence(
            line.place, line.text, line.sentence.number, line.published, _also(line, lines, copies)
        )
        for line in picked
    ]
    # sorted is stable: sentences of one day stay as their articles have them.
    return sorted(found, key=lambda one: (not one.published, one.published[:10]))


def _said_better(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of those that say the same as one of a higher score, and of all that are too far
    down to be chosen."""
    order = sorted(range(len(lines)), key=lambda number: -lines[number].score)
    kept: list[int] = []
    for number in order[:_MOST_WEIGHED]:
        if not any(share(lines[number].stems, lines[other].stems) >= SAME for other in kept):
            kept.append(number)
    return frozenset(order) - frozenset(kept)


def _also(
    line: Line, lines: Sequence[Line], copies: Sequence[frozenset[ArticleId]]
) -> tuple[ArticleId, ...]:
    alike = [
        other.article.id
        for other in lines
        if other.article is not line.article and share(line.stems, other.stems) >= SAME
    ]
    reprints = [key for group in copies if line.article.id in group for key in sorted(group)]
    return tuple(dict.fromkeys(key for key in alike + reprints if key != line.article.id))
