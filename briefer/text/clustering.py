"""Texts on one event, grouped by their words: cosines of rare words, merged by average linkage."""

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from briefer.text.calendar_words import calendar_words
from briefer.text.month_names import MONTH_NUMBERS
from briefer.text.words import function_words, stem, words

# Terms kept of each text, and how much of it is read (characters).
_TERMS = 300
_OPENING = 20_000
# What is believed of a term before the texts at hand say more: in which share of all texts a name,
# and any other word, stands; and how many texts that belief is worth. Few texts tell little.
_BELIEF = 60
_NAME_SHARE, _WORD_SHARE = 0.02, 0.2
_TITLE_WEIGHT = 2.0
# Likeness is halved for every so many days that lie between two texts.
_HALF_LIFE = 10.0
# A cosine below this joins nothing, in any average; and how many terms are multiplied at a time.
_UNLIKE = 0.01
_BLOCK = 2048
# How tight groups are where nobody chose: measured on ten English and ten French events of ten
# articles each, on small samples of them, and among two hundred articles on other things, where 0.07
# makes many small groups of what is only akin.
TIGHTNESS = 0.09

# Groups join only where they are so much as alike as the articles of either are among themselves:
# what is told in one voice takes no stranger in for a few common names. Measured with the above.
_COHESION = 0.2
_LONG_NUMBER = 3

# A word with a capital that opens no sentence.
_NAME = re.compile(
    r"(?<=[^\W.!?]\s)[^\W\d_a-zß-öø-ÿ][^\W\d_]+|(?<=[,;:]\s)[^\W\d_a-zß-öø-ÿ][^\W\d_]+"
)

_SMALL_WORD = re.compile(r"(?<![^\W_])[a-zß-öø-ÿа-яёα-ωά-ώ][^\W\d_]+")

Key = str
Pair = tuple[Key, Key]


@dataclass(frozen=True, slots=True)
class Told:
    """A text to be grouped: its key, words, language, day (as a number, or None) and names."""

    key: Key
    text: str
    language: str
    title: str = ""
    day: int | None = None
    names: tuple[str, ...] = ()


def clusters(
    texts: Sequence[Told],
    tightness: float = TIGHTNESS,
    *,
    together: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
) -> list[tuple[Key, ...]]:
    """Groups of texts on one event, each and all in the order given; a text alone is a group.

    `tightness` from 0 to 1 is the average likeness at which two groups are still one. Pairs named
    in `together` are always in one group, those in `apart` never; where both are asked, apart wins.
    Average linkage as in Sneath and Sokal, "Numerical Taxonomy" (1973).
    """
    order = [told.key for told in texts]
    linkage = _Linkage(order, likenesses(texts), together, apart)
    linkage.merge_down_to(tightness)
    place = {key: index for index, key in enumerate(order)}
    groups = [tuple(sorted(group, key=place.__getitem__)) for group in linkage.groups()]
    return sorted(groups, key=lambda group: place[group[0]])


def likenesses(texts: Sequence[Told]) -> dict[Pair, float]:
    """For each pair that shares rare words: their cosine, less the further apart their days."""
    if len(texts) < 2:
        return {}
    common = frozenset[str]().union(*map(_lower_case, texts))
    bags = [_bag(told, common) for told in texts]
    frequency = Counter(term for bag in bags for term in bag)
    products = _products([_vector(bag, frequency, len(texts)) for bag in bags])
    ones, others = np.nonzero(np.triu(products, 1) > _UNLIKE)
    return {
        (texts[one].key, texts[other].key): float(products[one, other])
        * _nearness(texts[one].day, texts[other].day)
        for one, other in zip(ones.tolist(), others.tolist(), strict=True)
    }


def _products(rows: Sequence[Mapping[str, float]]) -> np.ndarray:
    """All cosines, a block of terms at a time: thousands of texts need no more than their square."""
    frequency = Counter(term for row in rows for term in row)
    shared = {term: n for n, term in enumerate(t for t, count in frequency.items() if count > 1)}
    cells = sorted(
        (shared[term], index, weight)
        for index, row in enumerate(rows)
        for term, weight in row.items()
        if term in shared
    )
    columns = np.array([cell[0] for cell in cells], dtype=np.int64)
    total = np.zeros((len(rows), len(rows)), dtype=np.float32)
    for start in range(0, len(shared), _BLOCK):
        first, last = np.searchsorted(columns, (start, start + _BLOCK))
        block = np.zeros((len(rows), _BLOCK), dtype=np.float32)
        for column, index, weight in cells[first:last]:
            block[index, column - start] = weight
        total += block @ block.T
    return total


def _lower_case(told: Told) -> frozenset[str]:
    """Stems of the words that stand without a capital: "ministers" says that Minister is no name."""
    found = _SMALL_WORD.findall(told.text[:_OPENING])
    return frozenset(stem(word, told.language) for word in set(found))


def _bag(told: Told, common: Collection[str]) -> dict[str, float]:
    counts = Counter(_stems(told.text[:_OPENING], told.language))
    capital = {stem(word.lower(), told.language) for word in _NAME.findall(told.text[:_OPENING])}
    names = capital.difference(common, _calendar_stems(told.language))
    bag = {
        (f"@{found}" if found in names else found): 1.0 + math.log(count)
        for found, count in counts.items()
    }
    for found in _stems(told.title, told.language):
        term = f"@{found}" if f"@{found}" in bag else found
        bag[term] = bag.get(term, 0.0) + _TITLE_WEIGHT
    for name in told.names:
        bag[f"@{name}"] = _TITLE_WEIGHT
    return bag


@cache
def _calendar_stems(language: str) -> frozenset[str]:
    """Names of days and months, which papers of one week all share: common words, no names."""
    calendar = calendar_words(language)
    weekdays = calendar.weekdays if calendar is not None else ()
    return frozenset(stem(word, language) for word in (*weekdays, *MONTH_NUMBERS))


def _stems(text: str, language: str) -> list[str]:
    idle = function_words(language)
    return [
        stem(word, language)
        for word in words(text)
        # A small number is a part of "3.4" or "14 April": it tells of no event.
        if word not in idle and not (word.isdigit() and len(word) < _LONG_NUMBER)
    ]


def _vector(bag: Mapping[str, float], frequency: Mapping[str, int], total: int) -> dict[str, float]:
    weights = {term: weight * _rarity(term, frequency[term], total) for term, weight in bag.items()}
    kept = heapq.nlargest(_TERMS, weights.items(), key=lambda item: item[1])
    length = math.sqrt(sum(weight * weight for _, weight in kept))
    return {term: weight / length for term, weight in kept} if length else {}


def _rarity(term: str, frequency: int, total: int) -> float:
    share = _NAME_SHARE if term[0] == "@" or term.isdigit() else _WORD_SHARE
    return max(0.0, math.log((total + _BELIEF) / (frequency + _BELIEF * share)))


def _nearness(one: int | None, other: int | None) -> float:
    if one is None or other is None:
        return 1.0
    return float(0.5 ** (abs(one - other) / _HALF_LIFE))


class _Linkage:
    """Groups that are merged, the likest first."""

    def __init__(
        self,
        keys: Sequence[Key],
        likeness: Mapping[Pair, float],
        together: Iterable[Pair],
        apart: Iterable[Pair],
    ) -> None:
        self._members: dict[int, list[Key]] = {n: [key] for n, key in enumerate(keys)}
        self._home = {key: n for n, key in enumerate(keys)}
        # Sums of the likenesses inside each group.
        self._inner: dict[int, float] = defaultdict(float)
        # Sums of the likenesses between two groups; their mean is that over the product of sizes.
        self._sums: dict[int, dict[int, float]] = defaultdict(dict)
        for (one, other), value in likeness.items():
            self._join(self._home[one], self._home[other], value)
        self._apart: dict[int, set[int]] = defaultdict(set)
        for here, there in self._known(apart):
            self._apart[here].add(there)
            self._apart[there].add(here)
        self._next = len(keys)
        for one, other in together:
            if one in self._home and other in self._home:
                self._merge(self._home[one], self._home[other])

    def merge_down_to(self, tightness: float) -> None:
        heap = [
            (-self._mean(one, other), one, other)
            for one, others in self._sums.items()
            for other in others
            if one < other
        ]
        heapq.heapify(heap)
        while heap:
            value, one, other = heapq.heappop(heap)
            if -value < tightness:
                return
            if one not in self._members or other not in self._members:
                continue
            if -value < _COHESION * max(self._cohesion(one), self._cohesion(other)):
                continue
            made = self._merge(one, other)
            if made is not None:
                for near in self._sums[made]:
                    heapq.heappush(
                        heap, (-self._mean(made, near), min(made, near), max(made, near))
                    )

    def groups(self) -> Collection[list[Key]]:
        return self._members.values()

    def _known(self, pairs: Iterable[Pair]) -> list[tuple[int, int]]:
        return [
            (self._home[one], self._home[other])
            for one, other in pairs
            if one in self._home and other in self._home
        ]

    def _join(self, one: int, other: int, value: float) -> None:
        self._sums[one][other] = self._sums[one].get(other, 0.0) + value
        self._sums[other][one] = self._sums[one][other]

    def _mean(self, one: int, other: int) -> float:
        return self._sums[one][other] / (len(self._members[one]) * len(self._members[other]))

    def _cohesion(self, group: int) -> float:
        """How alike the texts of a group are among themselves; 0 for one alone."""
        size = len(self._members[group])
        return self._inner[group] / (size * (size - 1) / 2) if size > 1 else 0.0

    def _merge(self, one: int, other: int) -> int | None:
        if one == other or other in self._apart[one]:
            return None
        made, self._next = self._next, self._next + 1
        between = self._sums[one].get(other, 0.0)
        self._inner[made] = self._inner.pop(one, 0.0) + self._inner.pop(other, 0.0) + between
        self._members[made] = self._members.pop(one) + self._members.pop(other)
        for key in self._members[made]:
            self._home[key] = made
        for gone in (one, other):
            for near, value in self._sums.pop(gone, {}).items():
                self._sums[near].pop(gone, None)
                if near not in (one, other):
                    self._join(made, near, value)
            for stranger in self._apart.pop(gone, set()):
                self._apart[stranger].discard(gone)
                self._apart[stranger].add(made)
                self._apart[made].add(stranger)
        self._sums.setdefault(made, {})
        return made
