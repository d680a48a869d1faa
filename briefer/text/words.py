"""Words, stems and stop words for ranking sentences, without any data to download."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from briefer import places

# A word: letters and digits of one script, with inner apostrophes and hyphens left out, so that
# "l'eau" gives "eau" and "Covid-19" gives "covid" and "19".
_WORD = re.compile(r"[^\W_]+")
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
# Scripts without blanks between words that are no East Asian ones: Thai, Lao, Burmese, Khmer.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+")
# One word of a megabyte is no word; cut it so that stemmers stay fast.
_LONGEST_WORD = 40
_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian",
    "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian",
    "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "nb": "norwegian",
    "ne": "nepali", "nl": "dutch", "nn": "norwegian", "no": "norwegian", "pl": "polish",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish",
    "ta": "tamil", "tr": "turkish",
}  # fmt: skip
_SUMY_LISTS = {
    "ar": "arabic", "cs": "czech", "de": "german", "el": "greek", "en": "english", "es": "spanish",
    "fr": "french", "he": "hebrew", "it": "italian", "ja": "japanese", "ko": "korean",
    "pl": "polish", "pt": "portuguese", "sk": "slovak", "sv": "swedish", "th": "thai",
    "uk": "ukrainian", "zh": "chinese",
}  # fmt: skip
_LIKE = {"nb": "no", "nn": "no"}
# Without a stemmer, the first letters do nearly as well for inflecting languages
# (McNamee and Mayfield, "Character n-gram tokenization", 2004).
_PREFIX = 5


def words(text: str) -> list[str]:
    """The words of `text` in lower case, in order.

    East Asian runs give overlapping pairs of characters, other scripts without blanks between
    words overlapping triples; both serve comparing sentences as well as true words do.
    """
    all_words: list[str] = _WORD.findall(text.lower())
    if text.isascii():
        return [word[:_LONGEST_WORD] for word in all_words]
    found: list[str] = []
    for word in all_words:
        if word.isascii():
            found.append(word[:_LONGEST_WORD])
        else:
            found.extend(_pieces(word))
    return found


def stem(word: str, language: str | None = None) -> str:
    """The stem of a lower-case word; the word itself in languages that do not inflect."""
    return _cached_stem(word[:_LONGEST_WORD], (language or "")[:2].lower())


@cache
def stop_words(language: str | None = None) -> frozenset[str]:
    """Words that say nothing on a text's subject, lower case; empty for a language without a list."""
    code = (language or "")[:2].lower()
    path = places.resources() / "lists" / "stop_words" / f"{_LIKE.get(code, code)}.txt"
    if not path.is_file():
        path = _sumy_list(code)
    if not path.is_file():
        return frozenset()
    return frozenset(words(path.read_text(encoding="utf-8")))


def words_known(language: str | None) -> bool:
    """Whether there is a list of stop words for the language; one that is not known counts as such."""
    return not language or bool(stop_words(language))


@cache
def function_words(language: str | None = None) -> frozenset[str]:
    """Stop words and what some lists of them lack ("de", "une"): no likeness rests on these.

    Rankings keep to the shorter lists: a summary gains where longer sentences score more.
    """
    code = (language or "")[:2].lower()
    path = places.resources() / "lists" / "function_words" / f"{code}.txt"
    more = words(path.read_text(encoding="utf-8")) if path.is_file() else ()
    return stop_words(language).union(more)


def _sumy_list(code: str) -> Path:
    """Where sumy keeps its list for this language, found without importing sumy."""
    spec = find_spec("sumy")
    folder = Path(spec.origin).parent if spec is not None and spec.origin else Path()
    return folder / "data" / "stopwords" / f"{_SUMY_LISTS.get(code, 'none')}.txt"


def content_stems(text: str, language: str | None = None) -> list[str]:
    """The stems of the words of `text` that are no stop words; all stems when it has no others."""
    all_words = words(text)
    stops = stop_words(language)
    content = [word for word in all_words if word not in stops]
    code = (language or "")[:2].lower()
    return [_cached_stem(word, code) for word in content or all_words]


def _pieces(word: str) -> list[str]:
    """A word that is not ASCII, cut where its script runs without blanks."""
    for pattern, size in ((_EAST_ASIAN, 2), (_UNSPACED, 3)):
        run = pattern.search(word)
        if run is not None:
            text = run.group()
            grams = [text[i : i + size] for i in range(max(1, len(text) - size + 1))]
            around = [part for part in (word[: run.start()],) if part]
            return around + grams + (_rest(word[run.end() :]) if run.end() < len(word) else [])
    return [word[:_LONGEST_WORD]]


def _rest(text: str) -> list[str]:
    """What follows a run; its pieces one after the other, so that depth stays one."""
    found: list[str] = []
    for part in re.split(rf"({_EAST_ASIAN.pattern}|{_UNSPACED.pattern})", text):
        size = 2 if _EAST_ASIAN.match(part) else 3 if _UNSPACED.match(part) else 0
        if size:
            found.extend(part[i : i + size] for i in range(max(1, len(part) - size + 1)))
        elif part:
            found.append(part[:_LONGEST_WORD])
    return found


@lru_cache(maxsize=8_192)
def _cached_stem(word: str, language: str) -> str:
    stemmer = _stemmer(language)
    if stemmer is not None:
        return stemmer(word)
    return (
        word[:_PREFIX]
        if language in ("uk", "be", "bg", "mk", "hr", "bs", "sl", "sk", "lv")
        else word
    )


@cache
def _stemmer(language: str) -> Callable[[str], str] | None:
    if language not in _STEMMERS:
        return None
    from Stemmer import Stemmer

    # What it remembers itself would only repeat _cached_stem.
    made: Callable[[str], str] = Stemmer(_STEMMERS[language], 0).stemWord
    return made
