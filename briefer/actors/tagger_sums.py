"""What the features of words add up to, kept for each word the tagger has seen.

A word's own features weigh the same wherever it stands, and most small words stand between the same
kinds of words again and again. So their sums are rows of tables, which numpy adds up for a whole
text at once; only around names the features are read one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from briefer.actors.tagger_features import (
    EDGE,
    NO_WORD,
    Described,
    FeatureReader,
    neighbour,
    small_word,
)

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

# Words whose sums are kept (some 500 bytes each); those of a hundred articles are mostly among so many.
_MOST_REMEMBERED = 24_000
# Room for so many rows is made at first; it is doubled where a text needs more.
_ROOM = 16_384
# A word's features are seen from two places before it to two places behind it.
_PLACES, _REACH = 5, 2
# Kinds of words, and what neighbours see of them, are numbered; three of them fit into one number.
_KINDS = 1 << 20


class FeatureSums:
    """Adds up the weights of the features of each word."""

    def __init__(self, reader: FeatureReader, weights: Array, places: Array) -> None:
        """`places` has a row for each feature that the reader numbers: where in `weights` it is
        for each place that it is seen from.
        """
        self._reader = reader
        self._weights = weights
        self._places = places
        self._own: Array
        self._joined: Array
        self._kinds: Array
        self._sides: Array
        self._is_capital: Array
        self._forget()

    def of(self, pieces: Sequence[Sequence[str]]) -> Array:
        """A row of sums for each word of the pieces, one piece after the other."""
        import numpy as np

        if max(len(self._numbers), len(self._beside)) > _MOST_REMEMBERED:
            self._forget()
        read = [self._reader.plain(piece) for piece in pieces]
        self._learn_words({word: None for words in read for word in words})
        edge, numbers = [0] * _REACH, list[int]()
        for words in read:
            numbers += [*edge, *map(self._numbers.__getitem__, words), *edge]
        around = np.array(numbers)
        at = around.nonzero()[0]
        own = (self._own[place][around[at + place - _REACH]] for place in range(_PLACES))
        sums = sum(own, np.zeros((len(at), self._weights.shape[1]), np.float32))
        is_name = self._is_capital[around[at]]
        names = self._names(read, is_name)
        sums[is_name] += self._summed(names)
        small = at[~is_name]
        sums[~is_name] += self._between(around, small)
        return np.asarray(sums)

    def _names(self, read: Sequence[Sequence[str]], is_name: Array) -> list[list[int]]:
        """What each name is with its neighbours; words on lists are marked as names too."""
        names: list[list[int]] = []
        first = 0
        for words in read:
            lists = self._reader.listed(words)
            wanted = is_name[first : first + len(words)]
            for inner, kind in enumerate(lists):
                if kind:
                    wanted[inner] = True
            inside = wanted.nonzero()[0].tolist()
            if inside:
                seen = [self._seen[self._numbers[word]] for word in words]
                names += self._reader.joined(inside, words, seen, lists)
            first += len(words)
        return names

    def _between(self, around: Array, at: Array) -> Array:
        """The sums of what each small word is with its neighbours: seldom anything new."""
        import numpy as np

        sides, kinds = self._sides, self._kinds
        keys = sides[around[at - 1]] * _KINDS + kinds[around[at]]
        keys = keys * _KINDS + sides[around[at + 1]]
        different, which = np.unique(keys, return_inverse=True)
        asked = different.tolist()
        new = [key for key in asked if key not in self._beside]
        for key in new:
            self._beside[key] = len(self._beside)
        self._joined = _with_room(self._joined, len(self._beside))
        if new:
            sides_of, kinds_of = [*self._side_numbers], [*self._kind_numbers]
            read = [
                self._reader.between(
                    sides_of[key // _KINDS**2],
                    kinds_of[key // _KINDS % _KINDS],
                    sides_of[key % _KINDS],
                )
                for key in new
            ]
            self._joined[len(self._beside) - len(new) : len(self._beside)] = self._summed(read)
        rows = np.array([self._beside[key] for key in asked], int)
        return np.asarray(self._joined[rows[which]])

    def _learn_words(self, words: dict[str, None]) -> None:
        new = [word for word in words if word not in self._numbers]
        if not new:
            return
        first = len(self._seen)
        for word in new:
            self._numbers[word] = len(self._seen)
            self._seen.append(self._reader.described(word))
        self._own = _with_room(self._own, len(self._seen), axis=1)
        self._kinds = _with_room(self._kinds, len(self._seen))
        self._sides = _with_room(self._sides, len(self._seen))
        self._is_capital = _with_room(self._is_capital, len(self._seen))
        for number in range(first, len(self._seen)):
            seen = self._seen[number]
            kind, side = small_word(seen), neighbour(seen)
            self._kinds[number] = self._kind_numbers.setdefault(kind, len(self._kind_numbers))
            self._sides[number] = self._side_numbers.setdefault(side, len(self._side_numbers))
            self._is_capital[number] = seen[0][:1] == "A"
        self._add_own(first, new)

    def _add_own(self, first: int, words: Sequence[str]) -> None:
        import numpy as np

        own = [self._reader.own(word) for word in words]
        lengths = np.array([*map(len, own)])
        flat = self._places[np.array([*chain.from_iterable(own)])]
        sums = np.add.reduceat(self._weights[flat], np.cumsum(lengths) - lengths, axis=0)
        # What a word is to the one two places before it is the first of its features.
        self._own[:, first : first + len(words)] = sums.swapaxes(0, 1)

    def _summed(self, rows: Sequence[Sequence[int]]) -> Array:
        """The weights of each row's features added up.

        What a word is with its neighbours is seen from itself.
        """
        import numpy as np

        if not rows:
            return np.zeros((0, self._weights.shape[1]), np.float32)
        lengths = np.array([*map(len, rows)])
        starts = np.cumsum(lengths) - lengths
        flat = self._places[np.array([*chain.from_iterable(rows)]), _REACH]
        return np.asarray(np.add.reduceat(self._weights[flat], starts, axis=0))

    def _forget(self) -> None:
        import numpy as np

        width = self._weights.shape[1]
        # The first row is the edge of a sentence.
        self._numbers: dict[str, int] = {}
        self._seen: list[Described] = [EDGE]
        self._kind_numbers: dict[Described, int] = {}
        self._side_numbers: dict[Described, int] = {EDGE: 0}
        self._beside: dict[int, int] = {}
        self._own = np.zeros((_PLACES, _ROOM, width), np.float32)
        self._joined = np.zeros((_ROOM, width), np.float32)
        self._kinds = np.zeros(_ROOM, np.int64)
        self._sides = np.zeros(_ROOM, np.int64)
        self._is_capital = np.zeros(_ROOM, bool)
        self._add_own(0, [NO_WORD])


def _with_room(table: Array, rows: int, axis: int = 0) -> Array:
    """The table, or a larger one that begins with it, for so many rows."""
    import numpy as np

    while table.shape[axis] < rows:
        table = np.concatenate([table, np.zeros_like(table)], axis=axis)
    return table
