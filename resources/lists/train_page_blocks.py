"""Grows the trees that know an article's text among the blocks of its page.

usage: python resources/lists/train_page_blocks.py FOLDER [--held-out]

There are two judges (see briefer.importers.main_text): the first has heard resiliparse, the last
trafilatura. FOLDER holds pages.jsonl (records with "id", the page's file, and "body", the text people marked; a
"body_nosum" leaves the standfirst out) and the pages, gzipped. Needs scikit-learn. With --held-out
the pages are parted by site into five, and each part is read by trees that were grown on the others:
the figures of a page never seen. No text of a page is kept in the trees.
"""

import gzip
import json
import random
import re
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from briefer.importers import block_trees, main_text  # noqa: E402
from briefer.importers.block_texts import Letters  # noqa: E402
from briefer.importers.page_blocks import blocks_of, parsed  # noqa: E402
from briefer.importers.page_source import article_things, described_text  # noqa: E402
from briefer.importers.word_runs import BlockWords  # noqa: E402
from briefer.text.cleaning import clean, decode  # noqa: E402

PARTS = 5
JUDGES = ("first", "last")


def main() -> None:
    folder = Path(sys.argv[1])
    read = [one for one in map(examples, records(folder)) if one]
    if "--held-out" in sys.argv:
        held_out(read)
        return
    for judge in JUDGES:
        path = ROOT / "resources" / "lists" / f"page_blocks_{judge}.npz"
        np.savez_compressed(path, **arrays(grown(read, judge)))


def records(folder):
    for line in (folder / "pages.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        if record.get("body"):
            record["html"] = decode(gzip.decompress((folder / record["id"]).read_bytes()))
            yield record


def examples(record):
    """The record with features, labels and weights of its blocks."""
    tree = parsed(record["html"])
    blocks = blocks_of(tree)
    if not blocks:
        return None
    record["blocks"], record["described"] = blocks, described_text(article_things(tree))
    reading = main_text.Reading(record["html"], blocks, record["described"])
    record["first"] = reading.first_features()
    record["last"] = reading.features(main_text.by_trafilatura(clean(record["html"])))
    told = BlockWords(Letters([block.text for block in blocks]))
    lines = lambda text: [" ".join(line.split()) for line in text.split("\n")]  # noqa: E731
    record["labels"] = told.shares(lines(record["body"])) >= 0.5
    words = np.array([len(re.findall(r"\w+", block.text)) for block in blocks], float)
    weights = np.sqrt(words + 1) / np.sqrt((words + 1).sum())
    if record.get("body_nosum"):
        # A standfirst may count as text or not: it teaches nothing.
        other = told.shares(lines(record["body_nosum"])) >= 0.5
        weights = np.where(record["labels"] != other, weights * 0.05, weights)
    record["weights"] = weights
    return record


def grown(read, judge):
    features = np.vstack([one[judge] for one in read])
    labels = np.concatenate([one["labels"] for one in read])
    weights = np.concatenate([one["weights"] for one in read])
    model = HistGradientBoostingClassifier(
        max_iter=150, learning_rate=0.05, max_leaf_nodes=12, l2_regularization=5,
        min_samples_leaf=20, max_features=0.3, random_state=0,
    )  # fmt: skip
    return model.fit(features, labels, sample_weight=weights / weights.mean())


def arrays(model):
    """The trees as the arrays that briefer.importers.block_trees reads."""
    trees = [tree.nodes for (tree,) in model._predictors]
    # Tree and node of each place: the roots first, then children in pairs.
    places = [(tree, 0) for tree in range(len(trees))]
    feature, threshold, child, value = [], [], [], []
    for place, (tree, number) in enumerate(places):
        node = trees[tree][number]
        if node["is_leaf"]:
            row = 0, np.inf, place, float(node["value"])
        else:
            row = int(node["feature_idx"]), float(node["num_threshold"]), len(places), 0.0
            places += [(tree, int(node["left"])), (tree, int(node["right"]))]
        for column, one in zip((feature, threshold, child, value), row, strict=True):
            column.append(one)
    return {
        "feature": np.array(feature, np.int16), "threshold": np.array(threshold, np.float64),
        "child": np.array(child, np.int32), "value": np.array(value, np.float64),
        "trees": np.array(len(trees)), "baseline": np.array(float(model._baseline_prediction.ravel()[0])),
    }  # fmt: skip


def held_out(read) -> None:
    sites = sorted({site(one) for one in read})
    random.Random(1).shuffle(sites)
    part = {name: number % PARTS for number, name in enumerate(sites)}
    scores = {}
    for number in range(PARTS):
        others = [one for one in read if part[site(one)] != number]
        models = {judge: arrays(grown(others, judge)) for judge in JUDGES}
        block_trees.trees_of = models.__getitem__
        for one in read:
            if part[site(one)] == number:
                found = "\n".join(main_text.main_text(one["html"], one["blocks"], one["described"]))
                pair = max(
                    (overlap(one[key], found) for key in ("body", "body_nosum") if one.get(key)),
                    key=lambda pair: harmonic(*pair),
                )
                for group in (one["corpus"], "all"):
                    scores.setdefault(group, []).append(pair)
    for group, pairs in scores.items():
        precision, recall = np.mean(pairs, axis=0)
        print(
            f"{group:14} {len(pairs):4} pages  F1 {harmonic(precision, recall):.4f}  P {precision:.3f} R {recall:.3f}"
        )


def site(record) -> str:
    address = urlsplit(record.get("url") or "").netloc
    return record["id"] if address in ("", "fakehost") else address


def overlap(body: str, found: str) -> tuple[float, float]:
    """Precision and recall of runs of four words, a text of no four words being one run."""
    one, other = _runs(body), _runs(found)
    both = sum((one & other).values())
    return both / (sum(other.values()) or 1), both / (sum(one.values()) or 1)


def _runs(text: str):
    words = re.findall(r"\w+", text)
    runs = Counter(zip(words, words[1:], words[2:], words[3:], strict=False))
    return runs or Counter([tuple(words)])


def harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


if __name__ == "__main__":
    main()
