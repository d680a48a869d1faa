"""What the letters of a page's blocks say: words, length, capitals, digits, stops, commas, marks.

All blocks are looked at as one array of code points, in which a page's hundreds of short texts cost
hardly more than one.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np

Array = np.ndarray

_STOPS = ".!?。！？…"
_CLOSERS = "\"'”’»)]"
_ENDS = frozenset(".!?。！？…:;")
_WORD, _UPPER, _DIGIT, _STOP, _CLAUSE, _MARK, _AFTER = (1 << bit for bit in range(7))
_RARE = 1 << 7
# The factor of each place in a word, by which words are told apart: odd, and otherwise of no meaning.
# Of longer words letters so many places apart may change places unseen.
_FACTORS = 256
# Letters beyond the basic plane are rare; signs there are not, and are none of these kinds. Those letters
# make words, but features were learnt without them.
_PLANE = 1 << 16


class Letters:
    """The letters of some texts, none of them empty, side by side."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Line ends may not stand in the texts."""
        self.texts = texts
        self._codes, self._kinds = _read("\n".join(texts))
        self.lengths = np.array([len(text) for text in texts], int)
        self._starts = np.concatenate(([0], np.cumsum(self.lengths + 1)[:-1]))

    def words(self) -> tuple[Array, Array]:
        """A number for each word in order, the same for the same word; and how many each text has."""
        begun = _in_words(self._kinds)
        begun[1:] &= ~begun[:-1]
        return _numbered(self._codes, self._kinds), self._count(begun).astype(int)

    def columns(self) -> dict[str, Array]:
        """Name to a value for each text."""
        words = self._kinds & _WORD
        begun = words.copy()
        begun[1:] &= ~words[:-1]
        followed = np.append(self._kinds[1:] & _AFTER, _AFTER) > 0
        count = self._count(begun)
        texts = self.texts
        return {
            "words": np.log1p(np.where(count > 0, count, self.lengths / 2)),
            "characters": np.log1p(self.lengths),
            "stops": self._count((self._kinds & _STOP > 0) & followed),
            "ends": np.array([text.rstrip(_CLOSERS)[-1:] in _ENDS for text in texts], float),
            "clauses": self._count(self._kinds & _CLAUSE > 0),
            "capitals": self._count(self._kinds & _UPPER > 0) / self.lengths,
            "digits": self._count(self._kinds & _DIGIT > 0) / self.lengths,
            "capital": (self._kinds[self._starts] & _UPPER > 0).astype(float),
            "marks": (self._count(self._kinds & _MARK > 0) > 0).astype(float),
        }

    def _count(self, found: Array) -> Array:
        return np.add.reduceat(found, self._starts, dtype=np.int64).astype(float)


def words_of(text: str) -> Array:
    """A number (64 bits) for each word in order, the same for the same word."""
    return _numbered(*_read(text))


def _read(text: str) -> tuple[Array, Array]:
    """The code points of a text, and the kinds of each."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds = _kinds().take(np.minimum(codes, _PLANE - 1))
    beyond = codes >= _PLANE
    if beyond.any():
        for code in np.unique(codes[beyond]).tolist():
            if chr(code).isalnum():
                kinds[codes == code] = _RARE
    return codes, kinds


def _in_words(kinds: Array) -> Array:
    return np.asarray(kinds & (_WORD | _RARE) > 0)


def _numbered(codes: Array, kinds: Array) -> Array:
    at = _in_words(kinds).nonzero()[0]
    if not len(at):
        return np.zeros(0, np.uint64)
    begin = np.concatenate(([0], (np.diff(at) > 1).nonzero()[0] + 1))
    place = np.arange(len(at)) - np.repeat(begin, np.diff(begin, append=len(at)))
    weighed = codes.take(at) * _factors().take(place % _FACTORS)
    return np.asarray(np.add.reduceat(weighed, begin))


@cache
def _factors() -> Array:
    drawn = np.random.default_rng(20_260_301).integers(0, 1 << 63, _FACTORS, np.uint64)
    return drawn * np.uint64(2) + np.uint64(1)


@cache
def _kinds() -> Array:
    """The kinds of each character of the basic plane, as bits."""
    kinds = np.zeros(_PLANE, np.uint8)
    for code in range(_PLANE - 2):
        letter = chr(code)
        kinds[code] = (
            _WORD * (letter.isalnum() or letter == "_")
            + _UPPER * letter.isupper()
            + _DIGIT * letter.isdigit()
        )
    for letters, kind in (
        (_STOPS, _STOP), (",、，", _CLAUSE), ("|©•→»›@#", _MARK), (_CLOSERS + " \n", _AFTER),
    ):  # fmt: skip
        for letter in letters:
            kinds[ord(letter)] |= kind
    return kinds
