"""Runs of four words: how much two readings of one page have in common.

Words and runs are told apart by 64-bit numbers, so that a page's thousands are compared as arrays.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from briefer.importers.block_texts import Array, Letters, words_of

_RUN = 4
# Odd, and otherwise of no meaning: each place in a run weighs differently.
_WEIGHTS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93)


@dataclass(frozen=True, slots=True)
class Runs:
    """The different runs of a text in the order of their hashes, and how often each stands there."""

    hashes: Array
    counts: Array

    @property
    def total(self) -> int:
        """How many runs the text has."""
        return int(self.counts.sum())


def runs_of(text: str) -> Runs:
    """The runs of a text."""
    return _counted(words_of(text))


def likeness(one: Runs, other: Runs) -> float:
    """What two texts have in common, 0 to 1: twice the runs they share by all they have."""
    at = np.searchsorted(one.hashes, other.hashes)
    at[at == len(one.hashes)] = 0
    same = one.hashes[at] == other.hashes if len(one.hashes) else np.zeros(len(at), bool)
    both = int(np.minimum(one.counts[at[same]], other.counts[same]).sum())
    return 2 * both / (one.total + other.total or 1)


class BlockWords:
    """The words of a page's blocks, found once for all comparisons."""

    def __init__(self, letters: Letters) -> None:
        """`letters` are those of the blocks."""
        self._texts = letters.texts
        self._words, lengths = letters.words()
        self._ends = np.cumsum(lengths)
        # The runs that lie within a block, and the block of each.
        block = np.repeat(np.arange(len(self._texts)), lengths)
        starts = np.arange(max(len(self._words) - _RUN + 1, 0))
        within = block[starts] == block[starts + _RUN - 1] if len(starts) else starts.astype(bool)
        self._runs = _run_hashes(self._words)[within]
        self._block = block[starts][within]
        self._totals = np.bincount(self._block, minlength=len(self._texts))

    def runs(self, numbers: Iterable[int]) -> Runs:
        """The runs of some blocks read one after the other."""
        chosen = np.zeros(len(self._texts), bool)
        chosen[list(numbers)] = True
        lengths = np.diff(self._ends, prepend=0)
        return _counted(self._words[np.repeat(chosen, lengths)])

    def shares(self, lines: Sequence[str], runs: Runs | None = None) -> Array:
        """How much of each block stands in the lines, by runs; short blocks whole or not.

        `runs` are those of the lines, where they are known.
        """
        known = (runs or runs_of(joined(lines))).hashes
        at = np.searchsorted(known, self._runs)
        at[at == len(known)] = 0
        hits = known[at] == self._runs if len(known) else np.zeros(len(at), bool)
        found = np.bincount(self._block, weights=hits, minlength=len(self._texts))
        whole = {line.strip() for line in lines}
        short = np.array([text in whole for text in self._texts], float)
        return np.where(self._totals > 0, found / np.maximum(self._totals, 1), short)


def joined(lines: Iterable[str]) -> str:
    """The lines as one text, for `runs_of`."""
    return " \n".join(lines)


def _run_hashes(words: Array) -> Array:
    count = len(words) - _RUN + 1
    if count <= 0:
        return np.zeros(0, np.uint64)
    found = np.zeros(count, np.uint64)
    for place, weight in enumerate(_WEIGHTS):
        found += words[place : place + count] * np.uint64(weight)
    return found


def _counted(words: Array) -> Runs:
    return Runs(*np.unique(_run_hashes(words), return_counts=True))
