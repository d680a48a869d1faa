"""Words and marks of a text with their offsets, as the name tagger and the rules read them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefer.actors.gazetteer import gazetteer

# Letters with inner dots ("U.S."), words with inner hyphens and apostrophes, numbers, single marks.
# Bounded, so that one word of a megabyte stays linear; the cut pieces are no names anyway.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,8}|\d{1,3}(?:,\d{3})+|[^\W_](?:[\w]|[-’'&.](?=[^\W_]))*|[^\w\s]", re.UNICODE
)
_LONGEST = 80
# "U.S.-based", "American-led": a name, then words that are none.
_TAIL = re.compile(
    r"-(?:based|led|born|backed|style|era|wide|rich|made|run|owned|linked|style|friendly|speaking|"
    r"held|ruled|brokered|language|dominated|turned|like|bound|free|area|hit|only|wing|[a-z]{3,}ed)$"
)
_POSSESSIVE = ("'s", "’s", "'S", "’S")
# "St. Louis", "Mr. Kato", "Jr.": the dot belongs to the word.
DOTTED = frozenset(
    (
        "mr mrs ms dr st gen col lt sgt capt maj rep sen gov rev prof jr sr mt ft no jan feb mar apr "
        "jun jul aug sept sep oct nov dec inc corp co ltd bros hon adm cmdr"
    ).split()
)


class Token(NamedTuple):
    """A word or mark at `start`:`end` (code points)."""

    text: str
    start: int
    end: int

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]`, in order; possessives and dots stand alone."""
    found: list[Token] = []
    for hit in _TOKEN.finditer(text, start, end):
        word = hit[0]
        # Nearly all are plain words; the rest is looked at more closely.
        if word.isalpha() and len(word) <= _LONGEST:
            found.append(Token(word, *hit.span()))
            continue
        for token in _tokens(word, hit.start(), hit.end()):
            if token.text == "." and found and _takes_dot(found[-1], token):
                found[-1] = Token(found[-1].text + ".", found[-1].start, token.end)
            else:
                found.append(token)
    return found


def _takes_dot(before: Token, dot: Token) -> bool:
    is_initial = len(before.text) == 1 and before.text.isupper()
    return before.end == dot.start and (is_initial or before.text.lower() in DOTTED)


def _tokens(word: str, at: int, end: int) -> Iterator[Token]:
    """The tokens of what is no plain word."""
    if len(word) > 2 and word[-1] == "." and word[-2].isalpha():
        # The last dot of "the U.S." is part of it.
        yield Token(word, at, end)
    elif len(word) > _LONGEST:
        yield Token(word[:_LONGEST], at, at + _LONGEST)
    else:
        yield from _split(word, at)


def _is_pair(word: str) -> bool:
    """Whether the word joins two countries: "India-Africa", "Japan-South"."""
    first, _, second = word.partition("-")
    known = gazetteer()
    return all(
        part in known.demonyms or part in known.countries or part in known.places
        for part in (first, second)
    )


def _split(word: str, at: int) -> Iterator[Token]:
    if len(word) > 2 and word.endswith(_POSSESSIVE):
        yield from _split(word[:-2], at)
        yield Token(word[-2:], at + len(word) - 2, at + len(word))
        return
    if "-" in word and word[0].isupper():
        tail = _TAIL.search(word)
        if tail is not None:
            cut = tail.start()
            yield Token(word[:cut], at, at + cut)
            yield Token("-", at + cut, at + cut + 1)
            yield Token(word[cut + 1 :], at + cut + 1, at + len(word))
            return
    if "-" in word and _is_pair(word):
        cut = word.index("-")
        yield Token(word[:cut], at, at + cut)
        yield Token("-", at + cut, at + cut + 1)
        yield Token(word[cut + 1 :], at + cut + 1, at + len(word))
        return
    if "." in word and not word.endswith("."):
        # A blank forgotten after a stop ("gift.That"): two words.
        head, _, rest = word.partition(".")
        if len(head) > 3 and rest[:1].isupper() and len(rest) > 2 and rest.isalpha():
            yield Token(head, at, at + len(head))
            yield Token(".", at + len(head), at + len(head) + 1)
            yield Token(rest, at + len(head) + 1, at + len(word))
            return
    yield Token(word, at, at + len(word))
