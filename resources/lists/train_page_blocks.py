"""Grows the trees that know an article's text among the blocks of its page.

usage: python resources/lists/train_page_blocks.py FOLDER [--held-out]

FOLDER holds pages.jsonl (records with "id", the page's file, and "body", the text people marked; a
"body_nosum" leaves the standfirst out) and the pages, gzipped. Needs scikit-learn. With --held-out
the pages are parted by site into five, and each part is read by trees that were grown on the others:
the figures of a page never seen. No text of a page is kept in the trees.
"""

import gzip
import json
import random
import sys
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from briefer.importers import block_trees, main_text  # noqa: E402
from briefer.importers.block_features import features_of  # noqa: E402
from briefer.importers.page_blocks import blocks_of, parsed  # noqa: E402
from briefer.importers.page_container import contained  # noqa: E402
from briefer.importers.page_source import described_text  # noqa: E402
from briefer.text.cleaning import clean, decode  # noqa: E402

PARTS = 5


def main() -> None:
    folder = Path(sys.argv[1])
    read = [one for one in map(examples, records(folder)) if one]
    if "--held-out" in sys.argv:
        held_out(read)
        return
    model = grown(read)
    np.savez_compressed(ROOT / "resources" / "lists" / "page_blocks.npz", **arrays(model))


def records(folder):
    for line in (folder / "pages.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        if record.get("body"):
            record["html"] = clean(decode(gzip.decompress((folder / record["id"]).read_bytes())))
            yield record


def examples(record):
    """The record with features, labels and weights of its blocks."""
    tree = parsed(record["html"])
    blocks = blocks_of(tree)
    if not blocks:
        return None
    holding = contained(blocks)
    record["features"] = features_of(
        blocks,
        contained=[float(number in holding) for number in range(len(blocks))],
        agreed=main_text._shares(blocks, main_text._by_trafilatura(record["html"])),
        described=main_text._shares(blocks, described_text(tree).split("\n")),
    )
    lines = lambda text: [" ".join(line.split()) for line in text.split("\n")]  # noqa: E731
    record["labels"] = np.array(main_text._shares(blocks, lines(record["body"]))) >= 0.5
    words = np.array([len(main_text._WORD.findall(block.text)) for block in blocks], float)
    weights = np.sqrt(words + 1) / np.sqrt((words + 1).sum())
    if record.get("body_nosum"):
        # A standfirst may count as text or not: it teaches nothing.
        other = np.array(main_text._shares(blocks, lines(record["body_nosum"]))) >= 0.5
        weights = np.where(record["labels"] != other, weights * 0.05, weights)
    record["weights"] = weights
    record["tree"] = tree
    return record


def grown(read):
    features = np.vstack([one["features"] for one in read])
    labels = np.concatenate([one["labels"] for one in read])
    weights = np.concatenate([one["weights"] for one in read])
    model = HistGradientBoostingClassifier(
        max_iter=150, learning_rate=0.05, max_leaf_nodes=12, l2_regularization=5,
        min_samples_leaf=20, max_features=0.3, random_state=0,
    )  # fmt: skip
    return model.fit(features, labels, sample_weight=weights / weights.mean())


def arrays(model):
    """The trees as the arrays that briefer.importers.block_trees reads."""
    feature, threshold, left, right, value, roots, depth = [], [], [], [], [], [], 0
    for (tree,) in model._predictors:
        start = len(feature)
        roots.append(start)
        for number, node in enumerate(tree.nodes):
            leaf, here = bool(node["is_leaf"]), start + number
            feature.append(0 if leaf else int(node["feature_idx"]))
            threshold.append(0.0 if leaf else float(node["num_threshold"]))
            left.append(here if leaf else start + int(node["left"]))
            right.append(here if leaf else start + int(node["right"]))
            value.append(float(node["value"]) if leaf else 0.0)
            depth = max(depth, int(node["depth"]))
    return {
        "feature": np.array(feature, np.int32), "threshold": np.array(threshold, np.float64),
        "left": np.array(left, np.int32), "right": np.array(right, np.int32),
        "value": np.array(value, np.float64), "roots": np.array(roots, np.int32),
        "depth": np.array(depth), "baseline": np.array(float(model._baseline_prediction.ravel()[0])),
    }  # fmt: skip


def held_out(read) -> None:
    sites = sorted({site(one) for one in read})
    random.Random(1).shuffle(sites)
    part = {name: number % PARTS for number, name in enumerate(sites)}
    scores = {}
    for number in range(PARTS):
        model = arrays(grown([one for one in read if part[site(one)] != number]))
        block_trees._trees = lambda model=model: model | {"step": model["right"] - model["left"]}
        for one in read:
            if part[site(one)] == number:
                found = "\n".join(
                    main_text.main_text(one["html"], one["tree"], described_text(one["tree"]))
                )
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
    return main_text._shingles(text) or main_text.Counter([tuple(main_text._WORD.findall(text))])


def harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


if __name__ == "__main__":
    main()
