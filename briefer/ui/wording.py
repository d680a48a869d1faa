"""Dates, languages and counts as a person reads them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from html import escape

from briefer.model.story import Novelty

LANGUAGES = {
    "en": "English", "fr": "French", "de": "German", "es": "Spanish", "it": "Italian",
    "pt": "Portuguese", "nl": "Dutch", "pl": "Polish", "cs": "Czech", "ru": "Russian",
    "uk": "Ukrainian", "el": "Greek", "tr": "Turkish", "ar": "Arabic", "he": "Hebrew",
    "fa": "Persian", "zh": "Chinese", "ja": "Japanese", "ko": "Korean", "hi": "Hindi",
    "af": "Afrikaans", "am": "Amharic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian",
    "bn": "Bengali", "bs": "Bosnian", "ca": "Catalan", "cy": "Welsh", "da": "Danish",
    "et": "Estonian", "eu": "Basque", "fi": "Finnish", "ga": "Irish", "gl": "Galician",
    "gu": "Gujarati", "ha": "Hausa", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian",
    "id": "Indonesian", "is": "Icelandic", "ka": "Georgian", "kk": "Kazakh", "km": "Khmer",
    "kn": "Kannada", "ku": "Kurdish", "ky": "Kyrgyz", "la": "Latin", "lo": "Lao",
    "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ml": "Malayalam", "mn": "Mongolian",
    "mr": "Marathi", "ms": "Malay", "mt": "Maltese", "my": "Burmese", "ne": "Nepali",
    "no": "Norwegian", "pa": "Punjabi", "ps": "Pashto", "ro": "Romanian", "si": "Sinhala",
    "sk": "Slovak", "sl": "Slovenian", "so": "Somali", "sq": "Albanian", "sr": "Serbian",
    "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "th": "Thai",
    "tl": "Filipino", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "zu": "Zulu",
}  # fmt: skip
# Written without blanks between words: these are counted in characters.
_WITHOUT_BLANKS = frozenset({"zh", "ja", "th"})

# ISO 639: no linguistic content, undetermined, uncoded, several.
_NO_LANGUAGE = frozenset({"zxx", "und", "mis", "mul"})
# A notice names so many watched actors.
_MOST_WATCHED = 3
# A tip names so many issues.
_MOST_ISSUES = 4
_RIGHT_TO_LEFT = frozenset({"ar", "he", "fa", "ur"})


def bold(markup: str) -> str:
    """Markup that stands out. `<b>` asks for a weight that our fonts lack, and Qt smears theirs."""
    return f"<span style='font-weight:600'>{markup}</span>"


def is_right_to_left(code: str | None) -> bool:
    """Whether the language is written from the right."""
    return code in _RIGHT_TO_LEFT


def day(iso: str) -> str:
    """Say an ISO date or date-time as "18 Aug 2021"; what is no date stays as it stands.

    Of a month without a day, "Aug 2021".
    """
    try:
        if len(iso) == len("2021-08"):
            return f"{date.fromisoformat(f'{iso}-01'):%b %Y}"
        found = datetime.fromisoformat(iso) if "T" in iso else date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{found.day} {found:%b %Y}"


def moment(iso: str) -> str:
    """Say an ISO date-time as "18 Aug 2021, 09:15", and a date as `day` does."""
    clock = iso[11:16] if len(iso) > len("2021-08-18T") else ""
    return f"{day(iso)}, {clock}" if clock and day(iso) != iso else day(iso)


def local_moment(iso: str) -> str:
    """Say an ISO date-time with its zone in this machine's time: "18 Aug 2021, 09:15"."""
    try:
        found = datetime.fromisoformat(iso).astimezone()
    except ValueError:
        return iso
    return moment(found.replace(tzinfo=None).isoformat(timespec="minutes"))


def short_day(iso: str, year: int | None = None) -> str:
    """Say an ISO date as `day` does, without the year if that is `year` or else this year."""
    said = day(iso)
    near = year or datetime.now().astimezone().year
    return said.removesuffix(f" {near}") if said != iso else said


def days(isos: Sequence[str]) -> str:
    """From the first of several ISO dates to the last: "14–16 May", "30 Apr – 2 May 2021".

    Those that are unknown or no dates are left out; the year is said as `short_day` does.
    """
    known = sorted(iso[:10] for iso in isos if day(iso) != iso and len(iso) >= len("2021-08-18"))
    if not known:
        return ""
    first, last = date.fromisoformat(known[0]), date.fromisoformat(known[-1])
    if first == last:
        return short_day(known[0])
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{short_day(known[-1])}"
    return f"{short_day(known[0], last.year)} – {short_day(known[-1])}"


def weekday(iso: str) -> str:
    """Say an ISO date as `short_day` does, with its day of the week: "Mon 13 May"."""
    try:
        return f"{date.fromisoformat(iso):%a} {short_day(iso)}"
    except ValueError:
        return short_day(iso)


def story_counts(articles: int, texts: int, outlets: int, when: str) -> str:
    """Say how much stands behind a story: "6 articles, 4 independent texts, 3 outlets, 14–16 May"."""
    parts = [count(articles, "article")]
    parts += [count(texts, "independent text")] if texts < articles else []
    parts += [count(outlets, "outlet")] if outlets else []
    return ", ".join([*parts, when] if when else parts)


NOVELTY = {
    Novelty.NEW: "New",
    Novelty.DEVELOPING: "Developing",
    Novelty.REPEATED: "Repeated",
}


def told_apart(names: Sequence[str]) -> list[str]:
    """Number the names that are the same; they come newest first, the oldest is the first."""
    left = Counter(names)
    again = {name for name, times in left.items() if times > 1}
    told = []
    for name in names:
        told.append(f"{name} ({left[name]})" if name in again else name)
        left[name] -= 1
    return told


def language(code: str | None) -> str:
    """The language's English name, or its code; nothing for a code that says there is none."""
    return "" if code in _NO_LANGUAGE else LANGUAGES.get(code or "", code or "")


def read_by_rules(code: str | None) -> str:
    """Say that names in a text of this language were found without a trained model."""
    lacking = language(code)
    why = f"there is no trained model for {lacking}" if lacking else "its language is not known"
    return f"Names were found by rules and lists alone: {why}."


def language_sign(code: str | None) -> str:
    """The language in two or three capitals, where a name has no room."""
    return "" if code in _NO_LANGUAGE else (code or "").upper()


def length(text: str, words: int, code: str | None) -> str:
    """How long a text is: in words, or in characters where writing has no blanks between words."""
    if code in _WITHOUT_BLANKS:
        return count(sum(not letter.isspace() for letter in text), "character")
    return count(words, "word")


def count(number: int, one: str, many: str = "") -> str:
    """Say a number of things: "1 article", "3 articles"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def used_in(issues: Sequence[str]) -> str:
    """Say which issues use an article: "Used in No. 11 and No. 12." Of many the last ones."""
    if not issues:
        return ""
    more = len(issues) - _MOST_ISSUES
    last = list(issues[-_MOST_ISSUES:])
    return f"Used in {listed([*last, f'{more:,} more'] if more > 0 else last)}."


def listed(names: Sequence[str]) -> str:
    """Say several names: "a", "a and b", "a, b and c"."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def watched(named: Mapping[str, int]) -> str:
    """Say how many new articles name watched actors: "2 name Raisi." Nothing if none does."""
    if not named:
        return ""
    said = [
        f"{number:,} {'names' if number == 1 else 'name'} {name}" for name, number in named.items()
    ]
    more = len(said) - _MOST_WATCHED
    return listed([*said[:_MOST_WATCHED], f"{more:,} more"] if more > 1 else said) + "."


def tip(text: str) -> str:
    """`text` as a tooltip, which would take what looks like markup for markup."""
    return f"<p>{escape(text)}</p>"
