"""A briefing made to fit a number of pages: extracts are shortened by weight, pinned sentences stay.

Where short extracts are not enough, what stands last in the longest lists is left out.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from briefer.model.article import ArticleId
from briefer.model.briefing import (
    ArticleItem,
    Briefing,
    Content,
    ItemId,
    JudgementItem,
    SectionKind,
    TextItem,
)
from briefer.model.summary import Summary

# What stands further up is shortened last; the top stories keep twice as much of their length.
_WEIGHTS = {SectionKind.TOP_STORIES: 2.0}
# How many items of each kind stay, in the order in which more and more is left out: what a reader
# misses least goes first, whole stories last of all.
_LEFT_OUT: tuple[tuple[SectionKind, int], ...] = (
    (SectionKind.ACTORS, 5),
    (SectionKind.TIMELINE, 8),
    (SectionKind.STATEMENTS, 3),
    (SectionKind.CALENDAR, 3),
    (SectionKind.KEY_FIGURES, 4),
    (SectionKind.TIMELINE, 4),
    (SectionKind.ACTORS, 3),
    (SectionKind.STATEMENTS, 1),
    (SectionKind.DEVELOPMENTS, 3),
    # A table of actors without any would fill itself.
    (SectionKind.ACTORS, 1),
    (SectionKind.TIMELINE, 0),
    (SectionKind.KEY_FIGURES, 0),
    (SectionKind.STATEMENTS, 0),
    (SectionKind.CALENDAR, 1),
    (SectionKind.DEVELOPMENTS, 1),
)
# So many sizes between the shortest and the longest are told apart.
_STEPS = 16


@dataclass(frozen=True, slots=True)
class Fit:
    """The lengths (sentences) that items are to have, the items left out, and the pages the briefing
    then takes."""

    lengths: Mapping[ItemId, int]
    pages: int
    left_out: tuple[ItemId, ...] = ()


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
    shortest take more pages, as few items as possible are left out: actors, statements, days and
    figures beyond the first ones, then stories from the last on, but nothing of the user's own
    words and nothing pinned. What then still is too long is the answer all the same.
    """
    extracts = _extracts(briefing, summaries)
    spare = _spare(briefing, summaries)

    def without(count: int) -> Briefing:
        return without_items(briefing, frozenset(spare[:count]))

    def shortest(count: int) -> int:
        return pages(with_lengths(without(count), _lengths(extracts, 0)))

    gone = 0
    if shortest(0) > wanted:
        gone = _least(len(spare), lambda count: shortest(count) <= wanted)
    left = without(gone)
    # The most generous step that fits: pages only grow with the extracts.
    step = _STEPS - _least(
        _STEPS,
        lambda less: pages(with_lengths(left, _lengths(extracts, _STEPS - less))) <= wanted,
    )
    lengths = _lengths(extracts, step)
    return Fit(lengths, pages(with_lengths(left, lengths)), tuple(spare[:gone]))


def without_items(briefing: Briefing, items: frozenset[ItemId]) -> Briefing:
    """The briefing without some of its items."""
    sections = tuple(
        replace(section, items=tuple(item for item in section.items if item.id not in items))
        for section in briefing.sections
    )
    return replace(briefing, sections=sections)


def _least(most: int, is_enough: Callable[[int], bool]) -> int:
    """The least number up to `most` that is enough, by halving; `most` where none is."""
    low, high = 0, most
    while low < high:
        middle = (low + high) // 2
        if is_enough(middle):
            high = middle
        else:
            low = middle + 1
    return low


def _spare(briefing: Briefing, summaries: Mapping[ArticleId, Summary]) -> list[ItemId]:
    """What may be left out, the first to go first."""
    found: list[ItemId] = []
    for kind, kept in _LEFT_OUT:
        for section in briefing.sections:
            if section.kind is not kind:
                continue
            free = [i.id for i in section.items[kept:] if not _is_kept(i.content, summaries)]
            found += [item for item in reversed(free) if item not in found]
    return found


def _is_kept(content: Content, summaries: Mapping[ArticleId, Summary]) -> bool:
    if isinstance(content, ArticleItem):
        summary = summaries.get(content.article)
        pinned = summary is not None and any(one.pinned for one in summary.sentences)
        own = content.note or content.headline
        return pinned or bool(own) or content.sentences is not None
    own = getattr(content, "note", "") or getattr(content, "text", "")
    return isinstance(content, TextItem | JudgementItem) or bool(own)


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
        # A bottom line is as long as it is.
        if section.kind not in (SectionKind.TOP_STORIES, SectionKind.DEVELOPMENTS):
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
