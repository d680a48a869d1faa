"""The trained name tagger for English: which words are persons, bodies, places or peoples.

A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) trained by
resources/lists/train_name_tagger.py; docs/name-tagger.md says on what, and how well it does.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING, Any

from briefer import places
from briefer.actors.tagger_features import FeatureReader
from briefer.actors.tagger_places import OFFSETS
from briefer.actors.tagger_sums import FeatureSums

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np

# Sentences are tagged together, up to this many words at once, so that memory stays bounded.
_MOST_WORDS = 6_000
# A longer run of words without a stop is no sentence; it is tagged in pieces.
_LONGEST = 150


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name over words `start` to `end` (exclusive) of a sentence; `label` is PER, ORG, LOC, NORP
    or MISC; `chance` how sure the model is of the label, by label.
    """

    start: int
    end: int
    label: str
    chance: dict[str, float]


class NameTagger:
    """A model file, ready to tag."""

    def __init__(self, path: Path) -> None:
        """Load the model. Raises OSError when the file is missing."""
        import numpy as np

        with np.load(io.BytesIO(path.read_bytes())) as kept:
            names = bytes(kept["names"]).decode().split("\n")
            rows = kept["weights"].astype(np.float32) * kept["scale"]
            seen = np.unpackbits(kept["seen"], axis=1, count=len(OFFSETS)).astype(bool)
            self._moves = kept["moves"].astype(np.float64)
            self.labels = bytes(kept["labels"]).decode().split("\n")
            self._outside = self.labels.index("O")
        # A last, empty row stands for what the model does not know.
        weights = np.vstack([rows, np.zeros((1, rows.shape[1]), np.float32)])
        places = np.full((len(names) + 1, len(OFFSETS)), len(rows), np.int32)
        places[:-1][seen] = np.arange(len(rows), dtype=np.int32)
        number, none = dict(zip(names, range(len(names)), strict=True)).get, repeat(len(names))
        reader = FeatureReader(lambda asked: list(map(number, asked, none)))
        self._sums = FeatureSums(reader, weights, places)

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        """The names of each sentence, in order."""
        found: list[list[Tagged]] = [[] for _ in sentences]
        batch: list[tuple[int, int, Sequence[str]]] = []
        words = 0
        for number, sentence in enumerate(sentences):
            for at in range(0, len(sentence), _LONGEST):
                piece = sentence[at : at + _LONGEST]
                batch.append((number, at, piece))
                words += len(piece)
            if words > _MOST_WORDS:
                self._tag_batch(batch, found)
                batch, words = [], 0
        if batch:
            self._tag_batch(batch, found)
        return found

    def _tag_batch(
        self, batch: Sequence[tuple[int, int, Sequence[str]]], found: list[list[Tagged]]
    ) -> None:
        scores = self._scores([piece for _, _, piece in batch])
        paths = _best_paths(scores, self._moves)
        # How sure it is matters of names alone, and many sentences have none.
        named = [at for at, path in enumerate(paths) if path.count(self._outside) < len(path)]
        if not named:
            return
        chances = _chances([scores[at] for at in named], self._moves)
        for place, chance in zip(named, chances, strict=True):
            number, at, _ = batch[place]
            found[number] += self._names(paths[place], chance, at)

    def _scores(self, pieces: Sequence[Sequence[str]]) -> list[np.ndarray[Any, Any]]:
        import numpy as np

        ends = np.cumsum([len(piece) for piece in pieces])
        return np.split(self._sums.of(pieces), ends[:-1])

    def _names(
        self, path: Sequence[int], chance: np.ndarray[Any, Any], offset: int
    ) -> list[Tagged]:
        names: list[Tagged] = []
        at = 0
        while at < len(path):
            label = self.labels[path[at]]
            end = at + 1
            if label != "O":
                while end < len(path) and self.labels[path[end]] == "I-" + label[2:]:
                    end += 1
                names.append(
                    Tagged(at + offset, end + offset, label[2:], self._by_kind(chance[at:end]))
                )
            at = end
        return names

    def _by_kind(self, chance: np.ndarray[Any, Any]) -> dict[str, float]:
        mean = chance.mean(axis=0)
        kinds: dict[str, float] = {}
        for label, share in zip(self.labels, mean.tolist(), strict=True):
            kind = label[2:] or "O"
            kinds[kind] = kinds.get(kind, 0.0) + share
        return kinds


@cache
def name_tagger() -> NameTagger | None:
    """The model that comes with the program; None when its file is missing."""
    path = places.resources() / "lists" / "name_tagger.npz"
    return NameTagger(path) if path.is_file() else None


def _padded(
    scores: Sequence[np.ndarray[Any, Any]],
) -> tuple[np.ndarray[Any, Any], list[int], np.ndarray[Any, Any]]:
    """All sentences in one array, the longest first; how many have a word at each place; and
    where in the array each sentence stands.
    """
    import numpy as np

    lengths = np.array([len(piece) for piece in scores])
    order = np.argsort(-lengths, kind="stable")
    inside = np.arange(int(lengths.max()))[None, :] < lengths[order, None]
    padded = np.zeros((*inside.shape, scores[0].shape[1]), np.float32)
    padded[inside] = np.concatenate([scores[number] for number in order.tolist()])
    return padded, inside.sum(axis=0).tolist(), np.argsort(order)


def _best_paths(
    scores: Sequence[np.ndarray[Any, Any]], moves: np.ndarray[Any, Any]
) -> list[list[int]]:
    """The best row of labels for each sentence (Viterbi), all sentences at once."""
    import numpy as np

    padded, reaching, where = _padded(scores)
    many, longest, width = padded.shape
    reached = np.zeros((longest, many, width))
    now = reached[0] = padded[:, 0]
    for t in range(1, longest):
        on = reaching[t]
        # The labels that come before stand in the first axis, over which numpy is fastest.
        best = (now[:on].T[:, :, None] + moves[:, None, :]).max(axis=0)
        now = reached[t, :on] = best + padded[:on, t]
    paths = np.zeros((many, longest), np.int8)
    labels = np.zeros(many, np.intp)
    begun = 0
    for t in range(longest - 1, -1, -1):
        # Those that end here begin with their best label, the longer ones go on to the one before.
        before = (reached[t, :begun] + moves[:, labels[:begun]].T).argmax(axis=1)
        ending = reached[t, begun : reaching[t]].argmax(axis=1)
        labels[: reaching[t]] = np.concatenate([before, ending])
        begun = reaching[t]
        paths[:begun, t] = labels[:begun]
    return [paths[at, : len(piece)].tolist() for at, piece in zip(where, scores, strict=True)]


def _chances(
    scores: Sequence[np.ndarray[Any, Any]], moves: np.ndarray[Any, Any]
) -> list[np.ndarray[Any, Any]]:
    """The chance of each label at each word, by forward and backward sums."""
    import numpy as np

    padded, reaching, where = _padded(scores)
    many, longest, width = padded.shape
    step = np.exp(moves - moves.max())
    emitted = np.exp((padded - padded.max(axis=2, keepdims=True)).astype(np.float64))
    forward = np.zeros((longest, many, width))
    now = emitted[:, 0]
    for t in range(longest):
        on = reaching[t]
        if t:
            now = (forward[t - 1, :on] @ step) * emitted[:on, t]
        forward[t, :on] = now / now.sum(axis=1, keepdims=True)
    backward = np.ones((longest, many, width))
    for t in range(longest - 2, -1, -1):
        on = reaching[t + 1]
        behind = (emitted[:on, t + 1] * backward[t + 1, :on]) @ step.T
        backward[t, :on] = behind / behind.sum(axis=1, keepdims=True)
    both = (forward * backward).swapaxes(0, 1)
    pieces = (both[at, : len(piece)] for at, piece in zip(where, scores, strict=True))
    return [chances / chances.sum(axis=1, keepdims=True) for chances in pieces]
