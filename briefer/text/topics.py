"""What a few words are about: their nouns, and which of them several texts have in common."""

import gzip
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache

from briefer import places
from briefer.text.words import function_words, stem, words

# Shown beside a quotation; more would be a summary.
MOST = 3
_LEAST_LETTERS = 4
# Nouns that are said of anything.
_GENERAL = frozenset(
    "people time times day days year years month months week weeks today tomorrow thing things way ways lot part parts place "
    "fact case point question number kind sort side hand work works person everyone everybody something anything "
    "nothing someone hour hours minute minutes moment chance reason problem issue idea matter".split()
)
_NOUNS = frozenset("ns")
# Languages whose nouns are known as such.
_KNOWN = ("en", "de")
# A text spoken is read up to here (characters).
_READ = 3_000


def topics(texts: Sequence[tuple[str, str]], names: Collection[str] = ()) -> list[tuple[str, ...]]:
    """For each (text, language) its nouns in lower case, those that most of the texts share first;
    `names` are words in lower case that are left out.

    Where neither a list nor capitals say which words are nouns, those that two texts share count;
    languages without blanks between words have none.
    """
    found = [_nouns(text[:_READ], language, names) for text, language in texts]
    shared = Counter(key for nouns in found for key in nouns)
    found = [
        {key: word for key, word in nouns.items() if shared[key] > 1 or key[:2] in _KNOWN}
        for nouns in found
    ]
    spelt: dict[str, Counter[str]] = {}
    for nouns in found:
        for key, word in nouns.items():
            spelt.setdefault(key, Counter())[word] += 1
    return [
        tuple(
            spelt[key].most_common(1)[0][0]
            # sorted is stable: of equals the first said comes first.
            for key in sorted(nouns, key=lambda one: -shared[one])[:MOST]
        )
        for nouns in found
    ]


def _nouns(text: str, language: str, names: Collection[str]) -> dict[str, str]:
    """From the stems of a text's nouns, with the language before, to the words, in their order."""
    code = language[:2].lower()
    if code in ("zh", "ja", "th", "lo", "my", "km"):
        return {}
    stops = function_words(code)
    others = _english_others() if code == "en" else None
    capitals = {w.lower() for w in text.split() if w[:1].isupper()} if code == "de" else None
    left_out = _GENERAL.union(names)
    found: dict[str, str] = {}
    for word in words(text):
        if len(word) < _LEAST_LETTERS or not word.isalpha() or word in stops or word in left_out:
            continue
        is_noun = others is None or word not in others
        if capitals is not None:
            is_noun = any(one.startswith(word) for one in capitals)
        if is_noun:
            found.setdefault(f"{code} {stem(word, code)}", word)
    return found


@cache
def _english_others() -> frozenset[str]:
    """Words that are more often something else than nouns; what no list has is a noun ("harbour")."""
    packed = (places.resources() / "lists" / "words" / "en.txt.gz").read_bytes()
    lines = gzip.decompress(packed).decode().split("\n")
    return frozenset(line[:-2] for line in lines if line[-1] not in _NOUNS)
