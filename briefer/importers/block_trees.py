"""The decision trees that weigh the features of a page's blocks.

Gradient-boosted trees (Friedman 2001), grown by `resources/lists/train_page_blocks.py` and kept as
plain arrays: for each node the feature asked, its threshold, where to go, and what a leaf adds.
"""

from functools import cache

import numpy as np

from briefer import places


def probabilities(features: np.ndarray, judge: str) -> np.ndarray:
    """How likely each row's block is text of the article, 0 to 1.

    `judge` is "first" (who has heard resiliparse) or "last" (who has heard trafilatura).
    """
    trees = trees_of(judge)
    flat = np.ascontiguousarray(features, np.float64).ravel()
    first = (np.arange(len(features), dtype=np.int32) * features.shape[1])[:, None]
    node = np.zeros((len(features), len(trees["roots"])), np.int32) + trees["roots"]
    for _ in range(int(trees["depth"])):
        asked = flat.take(trees["feature"].take(node) + first)
        # A leaf leads to itself, on either side.
        node = trees["left"].take(node) + (asked > trees["threshold"].take(node)) * trees[
            "step"
        ].take(node)
    raw = trees["value"].take(node).sum(axis=1) + trees["baseline"]
    return np.asarray(1 / (1 + np.exp(-raw)))


@cache
def trees_of(judge: str) -> dict[str, np.ndarray]:
    """A judge's trees as arrays, loaded at first use."""
    path = places.resources() / "lists" / f"page_blocks_{judge}.npz"
    with np.load(path, allow_pickle=False) as kept:
        trees = {name: kept[name] for name in kept.files}
    trees["step"] = trees["right"] - trees["left"]
    return trees
