"""Bodies that a text names in full and then shortens: "Panel on Climate Change (PCC)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefer.actors.agreement import Found
from briefer.actors.name_words import BODY_WORDS

if TYPE_CHECKING:
    from briefer.actors.lines import Line

_LINKS = frozenset("of the for and on in & de to".split())
# Words of a name before its brackets, and letters of the short name.
_MOST_WORDS, _LETTERS = 14, range(3, 10)


def with_shortened(line: Line, found: Sequence[Found]) -> list[Found]:
    """The names with those inside a shortened body's full name given up for the whole."""
    kept = list(found)
    for first, last in _written_out(line.words):
        inside = [one for one in kept if one.first < last and first < one.last]
        is_body = any(one.label == "ORG" for one in inside) or any(
            word.lower() in BODY_WORDS for word in line.words[first:last]
        )
        reaches_out = any(one.first < first or one.last > last for one in inside)
        if is_body and not reaches_out:
            kept = [one for one in kept if one not in inside]
            kept.append(Found(line.number, first, last, "ORG", {"ORG": 1.5}))
    return sorted(kept, key=lambda one: one.first)


def _written_out(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The words in front of each bracketed short name whose letters it takes."""
    if "(" not in words:
        return
    for at in range(2, len(words) - 1):
        if words[at - 1] != "(" or words[at + 1] != ")":
            continue
        short = words[at].replace(".", "")
        if short.isupper() and short.isalpha() and len(short) in _LETTERS:
            first = _begin(words, at - 1, short.lower())
            if first is not None:
                yield first, at - 1


def _begin(words: Sequence[str], last: int, short: str) -> int | None:
    """Where the shortest row of words begins that ends before `last` and has the letters."""
    for first in range(last - 1, max(last - _MOST_WORDS, 0) - 1, -1):
        word = words[first]
        if not word[0].isupper() and word.lower() not in _LINKS:
            return None
        if word[0].isupper() and last - first > 1 and _gives(words[first:last], short):
            return first
    return None


def _gives(words: Sequence[str], short: str) -> bool:
    """Whether the short name takes a first letter or more of each word; small words may give none."""
    ends = {0}
    for word in words:
        low, reached = word.lower(), set[int]()
        for end in ends:
            if low in _LINKS:
                reached.add(end)
            size = 0
            while end + size < len(short) and low[size : size + 1] == short[end + size]:
                size += 1
                reached.add(end + size)
        ends = reached
    return len(short) in ends
