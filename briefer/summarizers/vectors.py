"""Sentences as TF-IDF vectors of unit length, and sums over them in linear time."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from briefer.text.words import content_stems

Vector = dict[str, float]


class Vectors:
    """The sentences of one text (or story) as vectors; rare words weigh more within that text."""

    def __init__(self, sentences: Sequence[str], language: str) -> None:
        """`language` is an ISO 639-1 code, or empty when it is not known."""
        self._language = language
        stems = [content_stems(sentence, language) for sentence in sentences]
        frequency = Counter(stem for found in stems for stem in set(found))
        total = len(sentences)
        self._rarity = {stem: math.log(1.0 + total / count) for stem, count in frequency.items()}
        self.rows: list[Vector] = [self._vector(found) for found in stems]

    def of(self, text: str) -> Vector:
        """Another text, such as the title, in the same space; words the sentences lack drop out."""
        return self._vector(
            stem for stem in content_stems(text, self._language) if stem in self._rarity
        )

    def _vector(self, stems: Iterable[str]) -> Vector:
        counts = Counter(stems)
        rarity = self._rarity
        weights = {
            stem: rarity[stem] if count == 1 else (1.0 + math.log(count)) * rarity[stem]
            for stem, count in counts.items()
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values()))
        return {stem: weight / length for stem, weight in weights.items()} if length else {}


def cosine(one: Vector, other: Vector) -> float:
    """The likeness of two vectors of unit length, from 0 to 1."""
    if len(other) < len(one):
        one, other = other, one
    return min(1.0, sum(weight * other.get(stem, 0.0) for stem, weight in one.items()))


def centrality(rows: Sequence[Vector], *, forward: float, backward: float) -> list[float]:
    """How like each sentence is to those after it (weight `forward`) and before it (`backward`).

    Position-augmented centrality of Zheng and Lapata, "Sentence Centrality Revisited for
    Unsupervised Summarization" (2019), without its threshold: the sum of a sentence's cosines is
    then its product with the sum of the other vectors, so that no pair need be looked at. The
    highest value becomes 1; negative ones become 0.
    """
    after: Vector = {}
    for row in rows:
        _add(after, row, 1.0)
    before: Vector = {}
    found = []
    for row in rows:
        _add(after, row, -1.0)
        found.append(forward * _product(row, after) + backward * _product(row, before))
        _add(before, row, 1.0)
    most = max(found, default=0.0)
    return [max(0.0, value / most) if most > 1e-9 else 0.0 for value in found]


def _product(row: Vector, total: Vector) -> float:
    return sum(weight * total.get(stem, 0.0) for stem, weight in row.items())


def _add(total: Vector, row: Vector, sign: float) -> None:
    for stem, weight in row.items():
        total[stem] = total.get(stem, 0.0) + sign * weight
