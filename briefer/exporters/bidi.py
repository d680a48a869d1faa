"""Which way each character runs: the Unicode Bidirectional Algorithm (UAX #9) for plain text.

Explicit embeddings and overrides were taken out when the text was cleaned, so the rules for them
(X1 to X10) and for paired brackets (N0) have nothing to do here; all others are followed.
"""

import unicodedata
from collections.abc import Sequence
from itertools import groupby

_STRONG_RIGHT = ("R", "AL")
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "BN", "LRE", "RLE", "LRO", "RLO", "PDF"})


def direction_of(text: str, otherwise: int = 0) -> int:
    """1 when the first letter of `text` runs from right to left, 0 when not (rules P2, P3)."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind == "L":
            return 0
        if kind in _STRONG_RIGHT:
            return 1
    return otherwise


def is_plain(text: str) -> bool:
    """Whether nothing in `text` runs from right to left."""
    # Below Hebrew all letters run from left to right: most texts are settled by one comparison.
    return text.isascii() or max(text, default="") < "\u0590" or not _any_right(text)


def levels(text: str, base: int) -> list[int]:
    """The embedding level of each character; even runs from left to right, odd from right to left."""
    kinds = [unicodedata.bidirectional(char) or "L" for char in text]
    edge = "R" if base % 2 else "L"
    _settle_weak(kinds, edge)
    _settle_neutral(kinds, edge)
    steps = {"R": 0, "L": 1, "AN": 1, "EN": 1} if base % 2 else {"R": 1, "AN": 2, "EN": 2, "L": 0}
    return [base + steps[kind] for kind in kinds]


def visual_order(line_levels: Sequence[int]) -> list[int]:
    """Indexes of a line's pieces from left to right (rule L2)."""
    order = list(range(len(line_levels)))
    odd = [level for level in line_levels if level % 2]
    if not odd:
        return order
    for level in range(max(line_levels), min(odd) - 1, -1):
        at = 0
        while at < len(order):
            end = at
            while end < len(order) and line_levels[order[end]] >= level:
                end += 1
            order[at:end] = reversed(order[at:end])
            at = max(end, at + 1)
    return order


def _any_right(text: str) -> bool:
    return any(unicodedata.bidirectional(char) in ("R", "AL", "AN") for char in text)


def _settle_weak(kinds: list[str], edge: str) -> None:
    """Rules W1 to W7: marks, digits and what stands between digits."""
    before, strong = edge, edge
    for at, kind in enumerate(kinds):
        settled = before if kind == "NSM" else kind
        if settled in ("L", "R", "AL"):
            strong = settled
        elif settled == "EN" and strong == "AL":
            settled = "AN"
        kinds[at] = before = settled
    for at in range(1, len(kinds) - 1):
        left, kind, right = kinds[at - 1 : at + 2]
        if (
            left == right
            and left in ("EN", "AN")
            and (kind == "CS" or (kind == "ES" and left == "EN"))
        ):
            kinds[at] = left
    for at, kind in enumerate(kinds):
        if kind == "AL":
            kinds[at] = "R"
    _settle_terminators(kinds)
    strong = edge
    for at, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"


def _settle_terminators(kinds: list[str]) -> None:
    """W5 and W6: a currency sign beside a number goes with it, all other separators are neutral."""
    at = 0
    for kind, group in groupby(list(kinds)):
        size = sum(1 for _ in group)
        if kind == "ET":
            beside = kinds[max(at - 1, 0)] == "EN" or kinds[min(at + size, len(kinds) - 1)] == "EN"
            kinds[at : at + size] = ["EN" if beside else "ON"] * size
        elif kind in ("ES", "CS"):
            kinds[at : at + size] = ["ON"] * size
        at += size


def _settle_neutral(kinds: list[str], edge: str) -> None:
    """Rules N1 and N2: blanks and marks go with their neighbours, else with the paragraph."""
    at = 0
    while at < len(kinds):
        if kinds[at] not in _NEUTRAL:
            at += 1
            continue
        end = at
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        left = _as_strong(kinds[at - 1]) if at else edge
        right = _as_strong(kinds[end]) if end < len(kinds) else edge
        kinds[at:end] = [left if left == right else edge] * (end - at)
        at = end


def _as_strong(kind: str) -> str:
    return "R" if kind in ("EN", "AN", "R") else "L"
