"""Classes of English words that keep the same company: what a word never seen in training is like."""

from __future__ import annotations

import io
from functools import cache
from typing import NamedTuple

from briefer import places


class WordClass(NamedTuple):
    """The class of a word, the wider one that it belongs to, and the widest."""

    fine: int
    middle: int
    coarse: int


@cache
def word_classes() -> dict[str, WordClass]:
    """From a word in lower case to its class; resources/lists/README.md says whence. Loaded at first use."""
    import numpy as np

    path = places.resources() / "lists" / "word_classes.npz"
    if not path.is_file():
        return {}
    with np.load(io.BytesIO(path.read_bytes())) as kept:
        words = bytes(kept["words"]).decode().split("\n")
        middle = kept["middle"].tolist()
        coarse = kept["coarse"].tolist()
        fine = kept["fine"].tolist()
    classes = [WordClass(at, *both) for at, both in enumerate(zip(middle, coarse, strict=True))]
    return dict(zip(words, map(classes.__getitem__, fine), strict=True))
