"""Where words may be hyphenated, by language."""

import re
from functools import cache, lru_cache
from typing import Any

# Patterns whose licence allows passing them on with any program (BSD, MIT, MPL or LGPL); those of
# other languages that come with pyphen are GPL or name no licence, and are not used.
PATTERNS = {
    "da": "da_DK",
    "de": "de_DE",
    "el": "el_GR",
    "en": "en_US",
    "en-GB": "en_GB",
    "es": "es",
    "fr": "fr",
    "hr": "hr_HR",
    "hu": "hu_HU",
    "it": "it_IT",
    "pl": "pl_PL",
    "pt": "pt_BR",
    "sv": "sv",
}
# German nouns are written with a capital; elsewhere a capital is a name, which stays whole.
_CAPITALS = ("de",)
# A word with its quotes, brackets and stops; shorter ones are not worth a hyphen.
_WORD = re.compile(r"[^\w]*([^\W\d_]{7,})[^\w]*")


@lru_cache(maxsize=10_000)
def points(word: str, language: str) -> tuple[int, ...]:
    """Where `word` may be parted by a hyphen; nowhere for languages without patterns."""
    found = _WORD.fullmatch(word)
    short = language.split("-", maxsplit=1)[0]
    name = PATTERNS.get(language) or PATTERNS.get(short)
    if found is None or name is None:
        return ()
    core = found[1]
    if not (core.islower() or (short in _CAPITALS and core[1:].islower())):
        return ()
    start = found.start(1)
    return tuple(start + int(place) for place in _patterns(name).positions(core))


@cache
def _patterns(name: str) -> Any:
    import pyphen

    # Two letters may stay, three must follow, whatever the patterns say.
    return pyphen.Pyphen(lang=name, left=2, right=3)
