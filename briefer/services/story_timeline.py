"""A story day by day: one line for each event, and days that sources give differently."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from briefer.model.article import ArticleId
from briefer.model.story import Claim, Conflict, DatedEvent, Place, Precision
from briefer.model.text import Span
from briefer.services.story_lines import SAME, Line, share, stems_of
from briefer.text.moments import Moment, moments

_MOST, _MOST_A_DAY = 14, 2
# "Sept." is the longest of them.
_ABBREVIATED = 5
# Sentences under one date tell of one event where they share so much.
_ONE_EVENT = 0.34
# A second event of a day must be worth so much of the best one.
_SECOND = 0.75
# A year alone is mostly background.
_YEAR_WORTH = 0.5
# Dates differ for one event only where sentences share so many words, and the days lie so near.
_SHARED, _NEAR = 5, 10
# Or where what leads up to the day is nearly the same: so many characters before it, and so many words
# in them.
_BEFORE, _LED, _SAME_LEAD = 80, 3, 0.7
# What happened long before the first article, or comes long after the last, belongs to the story only
# where several tell it.
_AROUND = timedelta(days=60)
# A calendar looks so far ahead.
_AHEAD = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Dated:
    """A sentence with the day (or month, or year) it is about; `is_only` if it names no other."""

    line: Line
    moment: Moment
    is_only: bool = True

    @property
    def worth(self) -> float:
        """How much it is worth a line."""
        weight = _YEAR_WORTH if self.moment.precision is Precision.YEAR else 1.0
        return self.line.score * weight


def dated(lines: Sequence[Line]) -> list[Dated]:
    """The lines that speak of a day, each with the first it speaks of; the surest kind wins."""
    found = []
    for line in lines:
        article = line.article
        spoken = moments(article.text, line.sentence.span, line.published, article.language or "")
        if spoken:
            exact = [one for one in spoken if one.precision is Precision.DAY]
            first = (exact or spoken)[0]
            found.append(Dated(line, first, is_only={one.date for one in spoken} == {first.date}))
    return found


def timeline(told: Sequence[Dated]) -> list[DatedEvent]:
    """The events in order of time: for each day its best sentence, a second one if it says
    something else, and who tells of the same. No sentence stands under two days."""
    by_date: dict[str, list[Dated]] = defaultdict(list)
    for one in told:
        by_date[one.moment.date].append(one)
    near = _days_around(told)
    kept = [
        event
        for group in by_date.values()
        for event in _events(group)
        if event[1] or _is_within(event[0].moment.date, near)
    ]
    kept.sort(key=lambda pair: -pair[0].worth * (1 + 0.5 * len(pair[1])))
    chosen: list[tuple[Dated, tuple[ArticleId, ...]]] = []
    for one, also in kept:
        said = any(share(one.line.stems, other.line.stems) >= SAME for other, _ in chosen)
        if not said and len(chosen) < _MOST:
            chosen.append((one, also))
    events = [_event(one, also) for one, also in chosen]
    return sorted(events, key=lambda event: event.date)


def upcoming(told: Sequence[Dated], after: str) -> list[DatedEvent]:
    """What is to come after the day `after` (ISO 8601), within a month: for each day its best
    sentence, with who else tells of that day."""
    try:
        first = date.fromisoformat(after)
    except ValueError:
        return []
    by_day: dict[str, list[Dated]] = defaultdict(list)
    for one in told:
        is_day = one.moment.precision is Precision.DAY
        if is_day and first < date.fromisoformat(one.moment.date) <= first + _AHEAD:
            by_day[one.moment.date].append(one)
    events = [event for day in sorted(by_day) for event in _events(by_day[day])]
    found: list[Dated] = []
    for one, _ in events:
        if not any(share(one.line.stems, other.line.stems) >= SAME for other in found):
            found.append(one)
    return [_event(one, also) for one, also in events if one in found]


def conflicting_days(told: Sequence[Dated]) -> list[Conflict]:
    """Events that articles put on different days: sentences nearly alike, days that no article
    gives both of."""
    exact = [one for one in told if one.moment.precision is Precision.DAY and one.is_only]
    found: list[Conflict] = []
    used: set[int] = set()
    for place, one in enumerate(exact):
        against = [
            (at, other)
            for at, other in enumerate(exact[place + 1 :], place + 1)
            if at not in used and _differ(one, other)
        ]
        if place in used or not against:
            continue
        used |= {place, *(at for at, _ in against)}
        sides: dict[str, list[Dated]] = defaultdict(list)
        for side in (one, *(other for _, other in against)):
            sides[side.moment.date].append(side)
        claims = tuple(_claim(sides[day]) for day in sorted(sides))
        found.append(Conflict(" ".join(one.line.text.split()), "date", claims))
    return found


def _days_around(told: Sequence[Dated]) -> tuple[str, str]:
    days = sorted(one.line.published[:10] for one in told if one.line.published)
    try:
        first, last = date.fromisoformat(days[0]), date.fromisoformat(days[-1])
        return (first - _AROUND).isoformat(), (last + _AROUND).isoformat()
    except (IndexError, ValueError, OverflowError):
        return "", "9999"


def _is_within(day: str, near: tuple[str, str]) -> bool:
    # A month is as near as its first day; a year alone is background.
    return len(day) > len("2024") and near[0][: len(day)] <= day <= near[1]


def _events(group: Sequence[Dated]) -> list[tuple[Dated, tuple[ArticleId, ...]]]:
    """What happened under one date, the best told first, with the other articles that tell it."""
    left = sorted(group, key=lambda one: -one.worth)
    found: list[tuple[Dated, tuple[ArticleId, ...]]] = []
    while left and len(found) < _MOST_A_DAY:
        best = left[0]
        if found and best.worth < _SECOND * found[0][0].worth:
            break
        same = [one for one in left if share(best.line.stems, one.line.stems) >= _ONE_EVENT]
        tellers = (one.line.article.id for one in same)
        own = best.line.article.id
        found.append((best, tuple(dict.fromkeys(key for key in tellers if key != own))))
        left = [one for one in left if one is not best and one not in same]
    return found


def _event(one: Dated, also: tuple[ArticleId, ...]) -> DatedEvent:
    article, moment = one.line.article, one.moment
    span = moment.span
    if len(span.of(article.text).split()[-1]) > _ABBREVIATED and article.text[span.end - 1] == ".":
        # The full stop of the sentence, not of an abbreviated month.
        span = Span(span.start, span.end - 1)
    return DatedEvent(
        moment.date,
        moment.precision,
        Place(article.id, span),
        span.of(article.text),
        " ".join(one.line.text.split()),
        relative=moment.relative,
        also=also,
        within=one.line.sentence.span,
    )


def _differ(one: Dated, other: Dated) -> bool:
    if one.line.article.id == other.line.article.id or one.moment.date == other.moment.date:
        return False
    shared = one.line.stems & other.line.stems
    days = abs((date.fromisoformat(one.moment.date) - date.fromisoformat(other.moment.date)).days)
    if days > _NEAR:
        return False
    if len(shared) >= _SHARED and share(one.line.stems, other.line.stems) >= SAME:
        return True
    leads = _lead(one), _lead(other)
    both = len(leads[0] & leads[1])
    return both >= _LED and both >= _SAME_LEAD * min(map(len, leads))


def _lead(one: Dated) -> frozenset[str]:
    """The stems of what leads up to the day in its sentence."""
    article, span = one.line.article, one.line.sentence.span
    start = max(span.start, one.moment.span.start - _BEFORE)
    return stems_of(article.text[start : one.moment.span.start], article.language or "")


def _claim(side: Sequence[Dated]) -> Claim:
    places = (Place(one.line.article.id, one.moment.span) for one in side)
    said = " ".join(side[0].line.text.split())
    return Claim(side[0].moment.date, tuple(dict.fromkeys(places)), said)
