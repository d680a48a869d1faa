"""The decision trees that weigh the features of a page's blocks.

Gradient-boosted trees (Friedman 2001), grown by `resources/lists/train_page_blocks.py` and kept as
plain arrays: for each node the feature asked, its threshold, where to go, and what a leaf adds.
"""

from functools import cache

import numpy as np

from briefer import places
from briefer.importers.block_texts import Array

# Few leaves are nearer to their root.
_ALL_WALK = 3


def probabilities(features: Array, judge: str) -> Array:
    """How likely each row's block is text of the article, 0 to 1.

    `judge` is "first" (who has heard resiliparse) or "last" (who has heard trafilatura).
    """
    trees = trees_of(judge)
    child, feature, threshold = trees["child"], trees["feature"], trees["threshold"]
    count, blocks = int(trees["trees"]), len(features)
    flat = np.ascontiguousarray(features.T, np.float64).ravel()
    offset = feature * blocks
    # Tree by tree, so that neighbours in memory ask the same.
    first = np.tile(np.arange(blocks, dtype=np.intp), count)
    ended = np.repeat(np.arange(count, dtype=np.intp), blocks)

    def further(node: Array, block: Array) -> Array:
        asked = flat.take(offset.take(node) + block)
        return np.asarray(child.take(node) + (asked > threshold.take(node)))

    for _ in range(_ALL_WALK):
        ended = further(ended, first)
    walking = (child.take(ended) != ended).nonzero()[0]
    while len(walking):
        node = further(ended.take(walking), first.take(walking))
        ended[walking] = node
        walking = walking[child.take(node) != node]
    raw = trees["value"].take(ended).reshape(count, blocks).sum(axis=0) + trees["baseline"]
    return np.asarray(1 / (1 + np.exp(-raw)))


@cache
def trees_of(judge: str) -> dict[str, Array]:
    """A judge's trees as arrays, loaded at first use.

    The roots are the first "trees" nodes. "child" is the node for answers up to the threshold, the
    one after it that for others; a leaf's is itself, its threshold infinite.
    """
    path = places.resources() / "lists" / f"page_blocks_{judge}.npz"
    with np.load(path, allow_pickle=False) as kept:
        arrays = {name: kept[name] for name in kept.files}
    # numpy takes by indexes of its own width without a copy.
    return arrays | {name: arrays[name].astype(np.intp) for name in ("child", "feature")}
