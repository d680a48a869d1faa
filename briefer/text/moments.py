"""The dates a text speaks of, also those it counts from its own: "on Monday", "yesterday", "18 May"."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from briefer.model.story import Precision
from briefer.model.text import Span
from briefer.text.calendar_words import CalendarWords, calendar_words
from briefer.text.month_names import MONTH_NUMBERS

_MONTH = "|".join(sorted(map(re.escape, MONTH_NUMBERS), key=len, reverse=True))
_OF = r"(?:\s+|\s*[-/]\s*|\.\s*)(?:de\s+|of\s+|di\s+|d['’])?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})"
_ABSOLUTE = (
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)"),
    re.compile(rf"(?:{_YEAR}\s?[年년]\s?)?(?P<number>\d{{1,2}})\s?[月월]\s?{_DAY}\s?[日号일]"),
    re.compile(
        rf"(?<![\d.,/]){_DAY}(?:st|nd|rd|th|er|º|ª|\.)?{_OF}(?P<month>{_MONTH})(?!\w)\.?"
        rf"(?:,?\s+(?:de\s+|del\s+|do\s+)?{_YEAR})?(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?P<month>{_MONTH})(?!\w)\.?\s+{_DAY}(?:st|nd|rd|th)?(?![\d.,:]*\d)(?:,?\s+{_YEAR})?(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?P<month>{_MONTH})(?!\w)\.?,?\s+(?:de\s+|del\s+|do\s+)?{_YEAR}(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<![\d.,]){_YEAR}\s?[年년](?:\s?(?P<number>\d{{1,2}})\s?[月월])?(?!\s?\d)"),
    re.compile(
        r"(?<![\w.,/-])(?:in|since|en|depuis|seit|im\s+Jahr|desde|nel|dal|em|sinds|w|od|v|roce|в|с|у|з|το|από)"
        rf"\s+{_YEAR}(?![\w/-]|[.,]\d|\s*%)",
        re.IGNORECASE,
    ),
)
_BREAK = re.compile(
    r"[,;:，；、،]|\s(?:and|but|et|mais|und|aber|y|pero|e|ma|mas|en|maar|i|ale|a|и|но|і|але|και|αλλά|ve|ama|och|og)\s"
)
# A date without a year is of the year that brings it nearest; half a year either way at most.
_HALF_YEAR = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date at a place of the text: ISO 8601 as far as `precision` goes."""

    span: Span
    date: str
    precision: Precision
    relative: bool


def moments(text: str, within: Span, published: str, language: str) -> list[Moment]:
    """The dates inside `within` (one sentence), in order.

    `published` is the article's date (ISO 8601); without it only dates with a year are found.
    A weekday is the last one up to that day, or the next one where the sentence speaks of what
    is to come. What cannot be told stays out; no date is guessed.
    """
    told = _day(published)
    # "may" and "march" are verbs where months bear a capital.
    capital = language in ("en", "de")
    found = [
        moment
        for moment in _absolute(text, within, told)
        if not (
            capital and moment.precision is not Precision.YEAR and moment.span.of(text).islower()
        )
    ]
    known = calendar_words(language)
    if told is not None and known is not None:
        taken = [moment.span for moment in found]
        found += [
            moment
            for moment in _counted(text, within, told, known)
            if not any(moment.span.overlaps(span) for span in taken)
        ]
    return sorted(found, key=lambda moment: moment.span.start)


def _absolute(text: str, within: Span, told: date | None) -> Iterator[Moment]:
    taken: list[Span] = []
    for pattern in _ABSOLUTE:
        for hit in pattern.finditer(text, within.start, within.end):
            span = Span(*hit.span())
            moment = None if any(span.overlaps(other) for other in taken) else _read(hit, told)
            if moment is not None:
                taken.append(span)
                yield moment


def _read(hit: re.Match[str], told: date | None) -> Moment | None:
    parts = hit.groupdict()
    name = parts.get("month")
    month = MONTH_NUMBERS[name.casefold()] if name else int(parts.get("number") or 0)
    day, year = int(parts.get("day") or 0), int(parts.get("year") or 0)
    span = Span(*hit.span())
    if year and not month:
        return Moment(span, f"{year:04d}", Precision.YEAR, relative=False)
    if year and month and not day:
        return Moment(span, f"{year:04d}-{month:02d}", Precision.MONTH, relative=False)
    found = _date(year, month, day) if year else _nearest(told, month, day)
    if found is None:
        return None
    return Moment(span, found.isoformat(), Precision.DAY, relative=not year)


def _nearest(told: date | None, month: int, day: int) -> date | None:
    if told is None:
        return None
    near = (_date(told.year + step, month, day) for step in (-1, 0, 1))
    return next((found for found in near if found and abs(found - told) < _HALF_YEAR), None)


def _counted(text: str, within: Span, told: date, known: CalendarWords) -> Iterator[Moment]:
    sentence = within.of(text)
    for hit in _pattern(tuple(known.weekdays), tuple(known.days), known.spaceless).finditer(
        sentence
    ):
        word = hit.group().casefold()
        span = Span(within.start + hit.start(), within.start + hit.end())
        if word in known.days:
            found = told + timedelta(days=known.days[word])
        else:
            back = (told.weekday() - known.weekdays[word]) % 7
            found = told - timedelta(days=back)
            if _is_ahead(_clause(sentence, hit.start()), known):
                found += timedelta(days=7) if back else timedelta()
        yield Moment(span, found.isoformat(), Precision.DAY, relative=True)


@cache
def _pattern(weekdays: tuple[str, ...], days: tuple[str, ...], spaceless: bool) -> re.Pattern[str]:  # noqa: FBT001
    words = "|".join(sorted(map(re.escape, weekdays + days), key=len, reverse=True))
    return re.compile(words if spaceless else rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


def _clause(sentence: str, at: int) -> str:
    """The part of the sentence around `at`: "met on Monday and will meet on Friday" are two."""
    breaks = [0, *(hit.end() for hit in _BREAK.finditer(sentence)), len(sentence)]
    start = max(place for place in breaks if place <= at)
    return sentence[start : min(place for place in breaks if place > at)]


def _is_ahead(sentence: str, known: CalendarWords) -> bool:
    if known.spaceless:
        return any(word in sentence for word in known.ahead)
    said = re.findall(r"\w+", sentence.casefold())
    pairs = {" ".join(pair) for pair in itertools.pairwise(said)}
    return not known.ahead.isdisjoint({*said, *pairs})


def _day(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
