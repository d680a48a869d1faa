"""Which stem stands how often in which sentence, as flat arrays: what the fast rankings work on."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

# A stem in more than this share of the sentences is multiplied densely; the others one by one.
_DENSE_SHARE = 0.05


class TermCounts:
    """One entry for each (sentence, stem), sentence by sentence; every sentence has a stem.

    `sentence`, `term` and `count` run in parallel; `starts[i]` is where sentence i begins in them
    and `lengths[i]` the number of its words. numpy is loaded when one is made.
    """

    def __init__(self, stems: Sequence[Sequence[str]]) -> None:
        """`stems` are the words of each sentence, none of them empty."""
        import numpy as np

        numbers: dict[str, int] = {}
        sentences: list[int] = []
        terms: list[int] = []
        counts: list[int] = []
        starts: list[int] = []
        for index, found in enumerate(stems):
            starts.append(len(terms))
            for stem, count in Counter(found).items():
                sentences.append(index)
                terms.append(numbers.setdefault(stem, len(numbers)))
                counts.append(count)
        self.sentence = np.array(sentences, dtype=np.int64)
        self.term = np.array(terms, dtype=np.int64)
        self.count = np.array(counts, dtype=np.float64)
        self.starts = np.array(starts, dtype=np.int64)
        self.lengths = np.array([len(found) for found in stems], dtype=np.float64)
        self.terms = len(numbers)

    @property
    def sentences(self) -> int:
        """How many sentences there are."""
        return len(self.lengths)

    def in_sentences(self, values: Any) -> Any:
        """The sum over each sentence of `values`, which run parallel to the entries."""
        import numpy as np

        return np.add.reduceat(values, self.starts)

    def in_text(self) -> Any:
        """How often each stem stands in the whole text."""
        import numpy as np

        return np.bincount(self.term, weights=self.count, minlength=self.terms)

    def frequency(self) -> Any:
        """In how many sentences each stem stands."""
        import numpy as np

        return np.bincount(self.term, minlength=self.terms)

    def postings(self) -> list[Any]:
        """For each stem the numbers of its entries."""
        import numpy as np

        order = np.argsort(self.term, kind="stable")
        return np.split(order, np.cumsum(self.frequency())[:-1])

    def products(self, weights: Any) -> Any:
        """The square matrix of dot products of the sentences, each entry weighing `weights`.

        Most stems stand in few sentences and touch few cells; the few frequent ones make one
        dense product. So the work grows far slower than that of looking at each pair.
        """
        import numpy as np

        size = self.sentences
        matrix = np.zeros((size, size))
        most = max(8.0, size * _DENSE_SHARE)
        frequent = []
        for entries in self.postings():
            if len(entries) > most:
                frequent.append(entries)
            elif len(entries) > 1:
                rows, values = self.sentence[entries], weights[entries]
                matrix[rows[:, None], rows] += values[:, None] * values
            else:
                row = self.sentence[entries[0]]
                matrix[row, row] += weights[entries[0]] ** 2
        # In slices: a text of nothing but frequent stems must not take a gigabyte.
        for at in range(0, len(frequent), 256):
            chosen = frequent[at : at + 256]
            dense = np.zeros((size, len(chosen)))
            for column, entries in enumerate(chosen):
                dense[self.sentence[entries], column] = weights[entries]
            matrix += dense @ dense.T
        return matrix
