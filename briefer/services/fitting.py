"""A briefing made to fit a number of pages: extracts are shortened by weight, pinned sentences stay."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from briefer.model.article import ArticleId
from briefer.model.briefing import ArticleItem, Briefing, ItemId, SectionKind
from briefer.model.summary import Summary

# What stands further up is shortened last; the top stories keep twice as much of their length.
_WEIGHTS = {SectionKind.BOTTOM_LINE: 4.0, SectionKind.TOP_STORIES: 2.0}
# So many sizes between the shortest and the longest are told apart.
_STEPS = 16


@dataclass(frozen=True, slots=True)
class Fit:
    """The lengths (sentences) that items are to have, and the pages the briefing then takes."""

    lengths: Mapping[ItemId, int]
    pages: int


@dataclass(frozen=True, slots=True)
class _Extract:
    item: ItemId
    content: ArticleItem
    most: int
    least: int
    weight: float


def fit(
    briefing: Briefing,
    summaries: Mapping[ArticleId, Summary],
    wanted: int,
    pages: Callable[[Briefing], int],
) -> Fit:
    """The longest extracts with which the briefing has at most `wanted` pages.

    `pages` lays a briefing out and counts. Extracts whose sentences are fixed stay; the others
    get between one sentence (or as many as are pinned) and their whole summary. Where even the
    shortest take more pages, these are the answer.
    """
    extracts = _extracts(briefing, summaries)
    tried: dict[int, int] = {}

    def count(step: int) -> int:
        if step not in tried:
            tried[step] = pages(with_lengths(briefing, _lengths(extracts, step)))
        return tried[step]

    # The most generous step that fits, by halving: pages only grow with the extracts.
    low, high = 0, _STEPS
    if count(high) <= wanted:
        low = high
    while low < high - 1:
        middle = (low + high) // 2
        if count(middle) <= wanted:
            low = middle
        else:
            high = middle
    return Fit(_lengths(extracts, low), count(low))


def with_lengths(briefing: Briefing, lengths: Mapping[ItemId, int]) -> Briefing:
    """The briefing with these lengths of its articles' extracts."""
    sections = tuple(
        replace(
            section,
            items=tuple(
                replace(item, content=replace(item.content, length=lengths[item.id]))
                if item.id in lengths and isinstance(item.content, ArticleItem)
                else item
                for item in section.items
            ),
        )
        for section in briefing.sections
    )
    return replace(briefing, sections=sections)


def _extracts(briefing: Briefing, summaries: Mapping[ArticleId, Summary]) -> list[_Extract]:
    found = []
    for section in briefing.sections:
        if section.kind in (SectionKind.TIMELINE, SectionKind.CALENDAR):
            continue
        for place, item in enumerate(section.items):
            content = item.content
            if not isinstance(content, ArticleItem) or content.sentences is not None:
                continue
            summary = summaries.get(content.article)
            sentences = summary.sentences if summary is not None else ()
            most = len(sentences)
            least = max(1, sum(one.pinned for one in sentences))
            if most > 1:
                weight = _WEIGHTS.get(section.kind, 1.0) / (1 + place / 8)
                found.append(_Extract(item.id, content, most, min(least, most), weight))
    return found


def _lengths(extracts: list[_Extract], step: int) -> dict[ItemId, int]:
    """Lengths at a step from 0 (the least) to _STEPS (the whole summaries)."""
    if step == _STEPS:
        return {one.item: one.most for one in extracts}
    heaviest = max((one.weight for one in extracts), default=1.0)
    found = {}
    for one in extracts:
        # At half of the way the heaviest are nearly whole, the lightest hardly longer than at first.
        share = min(1.0, (step / _STEPS) ** (heaviest / one.weight * 0.5))
        share = share if step else 0.0
        found[one.item] = one.least + round((one.most - one.least) * share)
    return found
