"""Makes word_classes.npz: English words grouped by the company they keep.

usage: python resources/lists/build_word_classes.py WORDS VECTORS

WORDS is a text file of one word a line, commonest first; VECTORS a numpy file of their vectors. Ours
are the 50-dimensional GloVe vectors (Pennington, Socher and Manning 2014; public domain, PDDL 1.0).
The words are put into classes by k-means over their directions, the classes into fewer, coarser ones
and those again, as Ratinov and Roth (2009) use prefixes of Brown's clusters.
"""

import sys
from pathlib import Path

import numpy as np

MOST = 120_000
# Classes of words, of those, and of those again.
SIZES = (1024, 256, 64)
TURNS = 20


def main() -> None:
    """Read, group, write."""
    names, vectors = kept(Path(sys.argv[1]), Path(sys.argv[2]))
    rng = np.random.default_rng(1)
    fine, centres = grouped(vectors, SIZES[0], rng)
    middle, centres = grouped(centres, SIZES[1], rng)
    coarse, _ = grouped(centres, SIZES[2], rng)
    # In the order of the alphabet neighbours share their first letters, and the file is a third smaller.
    order = sorted(range(len(names)), key=names.__getitem__)
    path = Path(__file__).with_name("word_classes.npz")
    np.savez_compressed(
        path,
        words=np.frombuffer("\n".join(names[at] for at in order).encode(), np.uint8),
        fine=fine[order].astype(np.uint16),
        middle=middle.astype(np.uint8),
        coarse=coarse[middle].astype(np.uint8),
    )
    print(f"{path}: {len(names)} words, {path.stat().st_size / 1e6:.1f} MB")


def kept(words: Path, vectors: Path) -> tuple[list[str], np.ndarray]:
    """The commonest words of letters, and the directions of their vectors."""
    names = words.read_text("utf-8").split("\n")
    chosen = [at for at, name in enumerate(names) if is_word(name)][:MOST]
    rows = np.load(vectors, mmap_mode="r")[chosen].astype(np.float32)
    return [names[at] for at in chosen], directions(rows)


def is_word(name: str) -> bool:
    """Letters, with dots, hyphens and apostrophes inside."""
    return name[:1].isalpha() and all(c.isalpha() or c in ".-'" for c in name) and len(name) < 24


def directions(rows: np.ndarray) -> np.ndarray:
    """The rows at length one."""
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def grouped(
    points: np.ndarray, many: int, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """The class of each point, and the classes' middles (spherical k-means)."""
    centres = points[rng.choice(min(len(points), 40_000), many, replace=False)]
    for _ in range(TURNS):
        own = np.concatenate(
            [(part @ centres.T).argmax(axis=1) for part in np.array_split(points, 64)]
        )
        sums = np.zeros_like(centres)
        np.add.at(sums, own, points)
        empty = np.bincount(own, minlength=many) == 0
        sums[empty] = points[rng.choice(len(points), int(empty.sum()))]
        centres = directions(sums)
    return own, centres


if __name__ == "__main__":
    main()
