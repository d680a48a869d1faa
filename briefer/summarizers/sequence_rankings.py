"""sumy's Luhn in one pass over the words, ranking as sumy does."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

# sumy's LuhnSummarizer.max_gap_size: so many insignificant words part two clusters.
_GAP = 4


def luhn(stems: Sequence[Sequence[str]]) -> Any:
    """Luhn (1958): the densest cluster of words that the text uses more than once.

    A cluster's rating is the square of its significant words over its length; sumy's reading of
    "significant" is any word that stands twice.
    """
    import numpy as np

    counts = Counter(stem for found in stems for stem in found)
    return np.array([_densest([counts[stem] > 1 for stem in found]) for found in stems])


def _densest(significant: Sequence[bool]) -> float:
    best = 0.0
    first = last = -1
    inside = 0
    for place, is_significant in enumerate(significant):
        if not is_significant:
            continue
        if inside and place - last > _GAP:
            inside = 0
        if not inside:
            first = place
        inside += 1
        last = place
        if inside > 1:
            best = max(best, inside * inside / (last - first + 1))
    return best
