"""Dates as newspapers print them, in many languages, to ISO 8601; an ambiguous one stays unknown."""

import re
from datetime import date, datetime

from briefer.importers.date_words import LABELS, WEEKDAYS
from briefer.text.month_names import MONTH_NUMBERS

_MONTH = "|".join(sorted(map(re.escape, MONTH_NUMBERS), key=len, reverse=True))
_ISO = re.compile(
    r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)"
    r"(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d{1,9})?\s?(Z|[+-]\d\d:?\d\d)?)?(?!\d)"
)
_EAST_ASIAN = re.compile(r"((?:19|20)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号]")
_DAY_FIRST = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|º|ª|\.)?[\s\-]+(?:de\s+|of\s+|di\s+)?({_MONTH})(?!\w)"
    r"[.,]?[\s\-]*(?:de\s+|del\s+)?(\d{4})(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?<!\w)({_MONTH})(?!\w)\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})(?!\d)", re.IGNORECASE
)
_YEAR_FIRST = re.compile(
    rf"(?<!\d)(\d{{4}})\.?\s+({_MONTH})(?!\w)\.?\s+(\d{{1,2}})\.?(?!\d)", re.IGNORECASE
)
_MONTH_ALONE = re.compile(
    rf"({_MONTH})(?!\w)\.?,?\s+(?:de\s+|del\s+)?((?:19|20)\d\d)", re.IGNORECASE
)
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?!\d)")
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?![\d/])")
_YEAR_SLASHED = re.compile(r"(?<!\d)((?:19|20)\d\d)[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?", re.IGNORECASE)
# What may stand on a date line beside the date; anything else makes it a sentence.
_LONGEST_LINE = 90


def find_date(text: str) -> tuple[str, int, int] | None:
    """The first date in `text` (its first 400 characters) as ISO 8601, with where it stands."""
    text = text[:400]
    found = [hit for reader in _READERS if (hit := reader(text)) is not None]
    return min(found, key=lambda hit: hit[1]) if found else None


def as_date(text: str) -> str | None:
    """The first date in `text` as ISO 8601, or None."""
    hit = find_date(text)
    return hit[0] if hit else None


def date_line(line: str) -> str | None:
    """The date of a line that holds nothing but a date (weekday, clock and "Updated" aside)."""
    if len(line) > _LONGEST_LINE:
        return None
    hit = find_date(line)
    if hit is None:
        return None
    rest = _CLOCK.sub(" ", line[: hit[1]] + " " + line[hit[2] :])
    words = re.findall(r"[^\W_]+", rest.casefold())
    return (
        hit[0]
        if all(word in LABELS or word in WEEKDAYS or word.isdigit() for word in words)
        else None
    )


def iso_moment(value: str) -> str | None:
    """A machine's date or date-time (as in web page metadata) as ISO 8601; None if it is none."""
    value = value.strip()[:60]
    hit = _read_iso(value)
    if hit is not None:
        return hit[0]
    compact = re.fullmatch(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d*Z?)?", value)
    if compact:
        return _iso(compact[1], compact[2], compact[3])
    return as_date(value)


def sent_moment(text: str) -> str | None:
    """The moment of a mail's or a feed's date (RFC 5322) as ISO 8601; None where it is none."""
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text).isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def month_alone(text: str) -> str | None:
    """The month of a text that says nothing but a month and a year, as ISO 8601 ("2026-03")."""
    hit = _MONTH_ALONE.fullmatch(text.strip()[:60])
    return f"{hit[2]}-{MONTH_NUMBERS[hit[1].casefold()]:02}" if hit else None


def _read_iso(text: str) -> tuple[str, int, int] | None:
    hit = _ISO.search(text)
    if hit is None:
        return None
    day = _iso(hit[1], hit[2], hit[3])
    if day is None:
        return None
    if hit[4] and hit[5]:
        moment = f"{day}T{hit[4]}{hit[5]}"
        try:
            return datetime.fromisoformat(moment).isoformat(), *hit.span()
        except ValueError:
            return day, *hit.span()
    # Midnight without a zone is how systems write "no time known"; a time without zone is no moment.
    return day, *hit.span()


def _iso(year: str, month: str | int, day: str) -> str | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found.isoformat() if 1800 <= found.year <= 2100 else None


def _read_numbers(text: str) -> tuple[str, int, int] | None:
    for pattern, order in ((_EAST_ASIAN, "ymd"), (_DOTTED, "dmy"), (_YEAR_SLASHED, "ymd")):
        hit = pattern.search(text)
        if hit is None:
            continue
        year, day = (hit[1], hit[3]) if order == "ymd" else (hit[3], hit[1])
        found = _iso(year, hit[2], day)
        if found:
            return found, *hit.span()
    return None


def _read_slashed(text: str) -> tuple[str, int, int] | None:
    """3/4/2021 is March in one country and April in another: only certain ones count."""
    hit = _SLASHED.search(text)
    if hit is None:
        return None
    first, second = int(hit[1]), int(hit[2])
    if first <= 12 and second <= 12 and first != second:
        return None
    day, month = (hit[1], hit[2]) if first > 12 else (hit[2], hit[1])
    found = _iso(hit[3], month, day)
    return (found, *hit.span()) if found else None


def _read_words(text: str) -> tuple[str, int, int] | None:
    for pattern, year, month, day in (
        (_DAY_FIRST, 3, 2, 1),
        (_MONTH_FIRST, 3, 1, 2),
        (_YEAR_FIRST, 1, 2, 3),
    ):
        hit = pattern.search(text)
        if hit is None:
            continue
        number = MONTH_NUMBERS.get(hit[month].casefold())
        found = _iso(hit[year], number, hit[day]) if number else None
        if found:
            return found, *hit.span()
    return None


_READERS = (_read_iso, _read_numbers, _read_slashed, _read_words)
