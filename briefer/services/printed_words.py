"""The words of a printed briefing in its own language, which need not be the window's."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from briefer import places

DEFAULT_LANGUAGE = "en"
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class PrintedWords:
    """Labels and dates in one language. `language` is the one they are in."""

    language: str
    words: dict[str, str]
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    weekdays: tuple[str, ...]
    long_pattern: str
    short_pattern: str
    month_pattern: str

    def __getitem__(self, key: str) -> str:
        """The label called `key`; raises KeyError for one that no language has."""
        return self.words[key]

    def long_date(self, iso: str) -> str:
        """For "2026-03-12" Thursday, 12 March 2026; what is no ISO date comes back as it is."""
        day = _day(iso)
        return self._filled(self.long_pattern, day) if day else iso

    def short_date(self, iso: str) -> str:
        """As 12 Mar 2026, with 07:40 UTC behind it where `iso` has a time and its zone.

        For "2026-03" March 2026; what is no ISO date comes back as it is.
        """
        day = _day(iso)
        if day is None:
            month = _MONTH.fullmatch(iso)
            if month is None:
                return iso
            number = int(month[2])
            name = self.months[number - 1]
            return self.month_pattern.format(month=name, number=number, year=int(month[1]))
        return self._filled(self.short_pattern, day) + _clock(iso)

    def period(self, text: str) -> str:
        """For "2026-03-10/2026-03-12" 10 Mar 2026 – 12 Mar 2026; free text as it is."""
        start, slash, end = text.partition("/")
        if not slash or _day(start) is None or _day(end) is None:
            return self.short_date(text)
        return f"{self.short_date(start)} – {self.short_date(end)}"

    def _filled(self, pattern: str, day: date) -> str:
        return pattern.format(
            day=day.day,
            month=self.months[day.month - 1],
            short=self.short_months[day.month - 1],
            year=day.year,
            weekday=self.weekdays[day.weekday()],
        )


def printed_words(language: str) -> PrintedWords:
    """The words in `language` ("fr", "fr-CH"), or in English where there are none yet."""
    code = language.split("-", maxsplit=1)[0].lower()
    return _loaded(code) or _loaded(DEFAULT_LANGUAGE) or _missing()


def has_printed_words(language: str) -> bool:
    """Whether a briefing can speak `language`."""
    return _loaded(language.split("-", maxsplit=1)[0].lower()) is not None


def in_another_language(text: str, before: PrintedWords, after: PrintedWords) -> str:
    """A heading that is one of the printed words of one language, in another; all else as it is."""
    key = next((key for key, word in before.words.items() if word == text), "")
    return after.words.get(key, text)


@cache
def _loaded(code: str) -> PrintedWords | None:
    if not (code.isascii() and code.isalpha()):
        return None
    path = places.resources() / "wording" / f"{code}.toml"
    if not path.is_file():
        return None
    plain: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    return PrintedWords(
        language=code,
        words=plain["words"],
        months=tuple(plain["months"]),
        short_months=tuple(plain["short_months"]),
        weekdays=tuple(plain["weekdays"]),
        long_pattern=plain["long_date"],
        short_pattern=plain["short_date"],
        month_pattern=plain["month_date"],
    )


def _missing() -> PrintedWords:
    raise FileNotFoundError(places.resources() / "wording" / "en.toml")


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return None


def _clock(iso: str) -> str:
    """The time of day in `iso`, empty where it has none or no zone (its hour would mislead)."""
    if len(iso) <= len("2026-03-12"):
        return ""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return ""
    zone = moment.tzname()
    return f", {moment:%H:%M} {zone}" if zone else ""
