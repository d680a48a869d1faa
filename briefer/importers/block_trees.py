"""The decision trees that weigh the features of a page's blocks.

Gradient-boosted trees (Friedman 2001), grown by `resources/lists/train_page_blocks.py` and kept as
plain arrays: for each node the feature asked, its threshold, where to go, and what a leaf adds.
"""

from functools import cache

import numpy as np

from briefer import places


def probabilities(features: np.ndarray) -> np.ndarray:
    """How likely each row's block is text of the article, 0 to 1."""
    trees = _trees()
    rows = np.arange(len(features))[:, None]
    node = np.zeros((len(features), len(trees["roots"])), int) + trees["roots"]
    for _ in range(int(trees["depth"])):
        asked = trees["feature"][node]
        goes_left = features[rows, asked] <= trees["threshold"][node]
        # A leaf leads to itself.
        node = np.where(goes_left, trees["left"][node], trees["right"][node])
    raw = trees["value"][node].sum(axis=1) + trees["baseline"]
    return np.asarray(1 / (1 + np.exp(-raw)))


@cache
def _trees() -> dict[str, np.ndarray]:
    with np.load(places.resources() / "lists" / "page_blocks.npz", allow_pickle=False) as kept:
        return {name: kept[name] for name in kept.files}
