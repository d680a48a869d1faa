"""Names without their case endings, for languages that decline them."""

import re
from functools import cache

from briefer.actors.folding import fold
from briefer.actors.gazetteer import common_words, gazetteer

# Endings of nouns and names, longest first; what is left must still be four letters long.
_ENDINGS = {
    # Adjectives' endings ("-ая") are left: places are nouns, and "Китая" is no adjective.
    "ru": re.compile(r"(?:ами|ями|ого|его|ому|ему|ой|ей|ою|ею|ом|ем|ым|им|ах|ях|[аяыиуюеёойь])$"),
    "uk": re.compile(r"(?:ами|ями|ого|ому|ої|ою|ею|єю|ом|ем|им|ій|ий|ах|ях|[аяиіїуюеєойь])$"),
    "el": re.compile(r"(?:ους|ος|ου|ης|ας|ες|ων|ως|ο|η|α|ε|ι|υ)$"),
    "pl": re.compile(r"(?:ego|emu|owi|ami|iem|em|om|ie|ii|a|u|y|i|e|ę|ą)$"),
    "cs": re.compile(r"(?:ého|ému|ovi|em|ou|ům|ech|a|u|y|i|e|ě)$"),
    "de": re.compile(r"s$"),
}
_LEAST = 3


def stem(word: str, language: str) -> str:
    """The word, folded, without its ending."""
    plain = fold(word)
    endings = _ENDINGS.get(language)
    if endings is None:
        return plain
    cut = endings.sub("", plain)
    return cut if len(cut) >= _LEAST else plain


def is_declined(language: str) -> bool:
    """Whether names of the language change their endings."""
    return language in _ENDINGS


@cache
def country_stems(language: str) -> dict[str, str]:
    """From the stem of each country's name in the language to its code."""
    found: dict[str, str] = {}
    for code, names in gazetteer().names.items():
        name = names.get(language)
        if name and len(name) > 3:
            found.setdefault(" ".join(stem(word, language) for word in name.split()), code)
    return found


@cache
def common_stems(language: str) -> frozenset[str]:
    """The stems of the language's common words."""
    return frozenset(stem(word, language) for word in common_words(language) if len(word) > 4)


@cache
def first_stems(language: str) -> frozenset[str]:
    """The stems of all given names in the script of the language."""
    script = {"ru": "CYRILLIC", "uk": "CYRILLIC", "el": "GREEK"}.get(language)
    if script is None:
        return gazetteer().first
    low, high = ("\u0370", "\u03ff") if script == "GREEK" else ("\u0400", "\u04ff")
    return frozenset(stem(name, language) for name in gazetteer().first if low <= name[0] <= high)


@cache
def city_stems(language: str) -> dict[str, str]:
    """From the stem of each large city's name in the script of the language to the whole name."""
    low, high = _SCRIPTS.get(language, ("", ""))
    if not low:
        return {}
    return {
        " ".join(stem(word, language) for word in name.split()): name
        for name in gazetteer().elsewhere
        if low <= name[0] <= high and len(name) > 3
    }


_SCRIPTS = {"ru": ("\u0400", "\u04ff"), "uk": ("\u0400", "\u04ff"), "el": ("\u0370", "\u03ff")}
