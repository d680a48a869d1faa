"""Trains name_tagger.npz, the model that finds names in English texts.

usage: python resources/lists/train_name_tagger.py FOLDER [--out FILE] [--passes N]

FOLDER holds the training texts as `*.conll.gz` (token, tab, label in the IOB2 scheme, a blank line
between sentences, `-DOCSTART-` between documents); docs/name-tagger.md says which, with licences.
The model is a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) trained
by stochastic gradients with Adagrad (Duchi, Hazan and Singer 2011); names of the known lists are
put in place of those in the text in extra copies of sentences, and features that tell the word
itself or its lists are left out at random, so that the model leans on context and shape.
"""

import argparse
import gzip
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from briefer.actors.gazetteer import gazetteer
from briefer.actors.name_words import BODY_WORDS, TITLES
from briefer.actors.tagger_features import LEXICAL, LISTED, FeatureReader
from briefer.actors.tagger_places import OFFSETS, by_places
from briefer.actors.tokens import tokens_of

Labelled = list[tuple[str, str]]
LABELS = (
    "O",
    "B-PER",
    "I-PER",
    "B-ORG",
    "I-ORG",
    "B-LOC",
    "I-LOC",
    "B-NORP",
    "I-NORP",
    "B-MISC",
    "I-MISC",
)
NUMBER = {label: i for i, label in enumerate(LABELS)}
LEAST_COUNT = 3
BATCH_WORDS = 1500
RATE = 0.1
SHRINKING = 0.1
# What names are made of where family names come first, Arabic ones and those of sons.
SYLLABLES = (
    "chan wong lam lee kim park choi jung yoon kwok chen wang zhang huang lin ting wai ming hee geun jae sung min "
    "hyun young mei ling jun hao wei jie xiu fang tao ching kai man chi ho yin tak sau yuen shing"
).split()
ARTICLES = ("Al", "El", "Abu", "Abdul", "Md", "Bin", "Ould", "Te")
OF_FATHERS = ("bin", "ibn", "Abdel", "ould", "al", "van", "de", "ole")
CAPITALS = "ABCDEFGHJKLMNPRSTVWZ"
# Chance that a sentence loses the features of its words, or of the lists they are on.
NO_WORDS, NO_LISTS = 0.3, 0.15


def read(path: Path) -> Iterator[Labelled]:
    """The sentences of a file, possessives and "-based" parted as the program parts them."""
    sentence: Labelled = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            word, _, label = line.rstrip("\n").partition("\t")
            if word and not word.startswith("-DOCSTART-"):
                sentence += retokenised(word, label)
            elif sentence:
                yield sentence
                sentence = []
    if sentence:
        yield sentence


def is_mislabelled(sentence: Labelled) -> bool:
    """Whether signs of social media or stops are labelled as names."""
    return any(label != "O" and word in ("@", "#", ".") for word, label in sentence)


def is_badly_joined(sentence: Labelled) -> bool:
    """Whether a label runs over "and", a comma or a possessive where no body's name does."""
    at = 0
    while at < len(sentence):
        end = at + 1
        if sentence[at][1].startswith("B-"):
            while end < len(sentence) and sentence[end][1].startswith("I-"):
                end += 1
            words = {word.lower() for word, _ in sentence[at:end]}
            if words & {"and", ",", "or"} and not words & BODY_WORDS:
                return True
            if words & {"'s", '"', "(", ")", ";"}:
                return True
        at = end
    return False


def untitled(sentence: Labelled, chance: random.Random) -> Labelled:
    """Titles are no part of persons' names; "Mr." stands without its dot as often as with it."""
    is_bare = chance.random() < 0.5
    made: Labelled = []
    begins = False
    for word, label in sentence:
        is_title = word.lower().rstrip(".") in TITLES and (label == "B-PER" or begins)
        if is_title and label.endswith("PER"):
            made.append((word, "O"))
            begins = True
        else:
            made.append((word, "B-PER" if begins and label == "I-PER" else label))
            begins = False
        if is_bare and word.lower() in ("mr.", "mrs.", "ms.", "dr.", "gen.", "lt."):
            made[-1] = (word[:-1], made[-1][1])
    return made


def retokenised(word: str, label: str) -> Labelled:
    label = label if label in NUMBER else "O"
    parts = [token.text for token in tokens_of(word, 0, len(word))] if word[0].isalnum() else [word]
    if len(parts) == 1:
        return [(parts[0], label)]
    if "-" in parts and parts.index("-") == 1:
        return [(parts[0], label), *((part, "O") for part in parts[1:])]
    inner = "I" + label[1:] if label != "O" else "O"
    return [(part, inner if i else label) for i, part in enumerate(parts)]


def clean(sentence: Labelled) -> Labelled:
    """With labels that begin a name where one begins."""
    fixed: Labelled = []
    last = "O"
    for word, label in sentence:
        begins = label.startswith("I-") and last[2:] != label[2:]
        fixed.append((word, "B" + label[1:] if begins else label))
        last = label
    return fixed


def renamed(sentence: Labelled, chance: random.Random, lists: dict[str, list[str]]) -> Labelled:
    """The sentence with persons and places of other names."""
    made: Labelled = []
    at = 0
    while at < len(sentence):
        word, label = sentence[at]
        end = at + 1
        while end < len(sentence) and sentence[end][1].startswith("I-"):
            end += 1
        if label == "B-PER" and end - at <= 3:
            names = person(end - at, chance, lists)
            made += [(name, "I-PER" if i else "B-PER") for i, name in enumerate(names)]
        elif label == "B-LOC" and chance.random() < 0.5:
            names = chance.choice(lists["cities"]).split()
            made += [(name, "I-LOC" if i else "B-LOC") for i, name in enumerate(names)]
        elif label == "B-ORG" and end - at == 1 and word.isupper():
            made.append(
                ("".join(chance.choices("ABCDEFGHILMNOPRSTU", k=chance.randint(2, 5))), label)
            )
        elif label == "B-ORG" and end - at > 1:
            made += elsewhere(sentence[at:end], chance, lists)
        elif label.startswith("B-"):
            made += sentence[at:end]
        else:
            made.append((word, label))
            end = at + 1
        at = end
    return made


def person(words: int, chance: random.Random, lists: dict[str, list[str]]) -> list[str]:
    """A person's name of about so many words, in the ways of several parts of the world."""
    first, last = chance.choice(lists["first"]), chance.choice(lists["last"])
    if words == 1:
        return [last]
    way = chance.random()
    if way < 0.12:
        given = f"{chance.choice(SYLLABLES).title()}-{chance.choice(SYLLABLES)}"
        family = chance.choice(SYLLABLES).title()
        return [first, family, given] if chance.random() < 0.2 else [family, given]
    if way < 0.2:
        return (
            [chance.choice(ARTICLES), last]
            if words == 2
            else [first, chance.choice(ARTICLES), last]
        )
    if way < 0.26:
        return [first, chance.choice(OF_FATHERS), chance.choice(lists["first"])]
    if way < 0.32:
        return [f"{chance.choice(CAPITALS)}.{chance.choice(CAPITALS)}.", last]
    return [first, *(chance.choice(lists["first"]) for _ in range(words - 2)), last]


def elsewhere(body: Labelled, chance: random.Random, lists: dict[str, list[str]]) -> Labelled:
    """A body's name with another country, people or city in it."""
    made: Labelled = []
    known = gazetteer()
    for word, label in body:
        kind = (
            "demonyms" if word in known.demonyms
            else "countries" if word in known.countries
            else "cities" if word in known.cities or word in known.capitals
            else ""
        )  # fmt: skip
        words = chance.choice(lists[kind]).split() if kind else [word]
        made += [(one, label if not i else "I-ORG") for i, one in enumerate(words)]
    return made


def name_lists() -> dict[str, list[str]]:
    known = gazetteer()
    return {
        "demonyms": latin(frozenset(known.demonyms)),
        "countries": sorted(
            n for n in known.countries if n.isascii() and n[0].isupper() and len(n) > 3
        ),
        "first": latin(known.first),
        "last": latin(known.last),
        "cities": sorted(known.cities),
    }


def latin(names: frozenset[str]) -> list[str]:
    """Those in plain Latin letters, capitalised."""
    return sorted(n.title() for n in names if n.isascii() and n.isalpha() and len(n) > 2)


def material(folder: Path, chance: random.Random) -> list[Labelled]:
    sentences = [
        untitled(clean(s), chance)
        for path in sorted(folder.glob("*.conll.gz"))
        for s in read(path)
        if not is_mislabelled(s) and not is_badly_joined(s)
    ]
    lists = name_lists()
    named = [s for s in sentences if any(label != "O" for _, label in s)]
    copies = [renamed(s, chance, lists) for s in chance.sample(named, len(named) // 2)]
    return [s for s in sentences + copies if len(s) <= 120]


class Encoded:
    """The sentences as feature numbers."""

    def __init__(self, sentences: Sequence[Labelled]) -> None:
        numbers: dict[str, int] = {}
        reader = FeatureReader(
            lambda names: [numbers.setdefault(name, len(numbers)) for name in names]
        )
        self.rows: list[list[np.ndarray]] = []
        self.labels: list[np.ndarray] = []
        counts: Counter[int] = Counter()
        for sentence in sentences:
            rows = reader.rows([word for word, _ in sentence])
            for row in rows:
                counts.update(row)
            self.rows.append([np.array(row, np.int32) for row in rows])
            self.labels.append(np.array([NUMBER[label] for _, label in sentence], np.int8))
        kept = [n for n, i in numbers.items() if counts[i] >= LEAST_COUNT]
        self.names = kept
        # The last row is that of features seen too seldom; it stays empty.
        table = np.full(len(numbers), len(kept), np.int32)
        for new, name in enumerate(kept):
            table[numbers[name]] = new
        self.rows = [[table[row] for row in rows] for rows in self.rows]


def train(data: Encoded, passes: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Weights by feature and label, and by label and next label."""
    rng = np.random.default_rng(seed)
    size, width = len(data.names) + 1, len(LABELS)
    weights, squares = np.zeros((size, width), np.float32), np.full((size, width), 1e-6, np.float32)
    moves, move_squares = (
        np.zeros((width, width), np.float32),
        np.full((width, width), 1e-6, np.float32),
    )
    lexical = np.array([name[0] in LEXICAL for name in data.names] + [False])
    listed = np.array([name[0] in LISTED or name[0] in "zyqrujv" for name in data.names] + [False])
    total = np.zeros_like(weights)
    for turn in range(passes):
        began, loss = time.monotonic(), 0.0
        for batch in batches(data, rng):
            ids, starts, gold, lengths = laid_out(data, batch, rng, lexical, listed, size - 1)
            scores = np.add.reduceat(weights[ids], starts, axis=0)
            gap, moved, lost = gradient(scores, gold, lengths, moves)
            loss += lost
            step(weights, squares, ids, starts, gap)
            weights[size - 1] = 0
            move_squares += moved**2
            moves -= RATE * moved / np.sqrt(move_squares)
        if turn >= passes - 3:
            total += weights
        print(f"pass {turn + 1}: loss {loss:.0f}, {time.monotonic() - began:.0f} s", flush=True)
    return total / min(3, passes), moves


def batches(data: Encoded, rng: np.random.Generator) -> Iterator[list[int]]:
    """Sentences of like length together, in random order."""
    lengths = np.array([len(labels) for labels in data.labels])
    order = np.argsort(lengths + rng.random(len(lengths)) * 4, kind="stable")
    groups: list[list[int]] = [[]]
    words = 0
    for i in order:
        if words + lengths[i] > BATCH_WORDS and groups[-1]:
            groups.append([])
            words = 0
        groups[-1].append(int(i))
        words += lengths[i]
    rng.shuffle(groups)  # type: ignore[arg-type]
    yield from groups


def laid_out(
    data: Encoded,
    batch: list[int],
    rng: np.random.Generator,
    lexical: np.ndarray,
    listed: np.ndarray,
    none: int,
) -> tuple[np.ndarray, ...]:
    """Feature numbers one after the other, where each word's begin, labels, and sentence lengths."""
    pieces, sizes = [], []
    for i in batch:
        rows = data.rows[i]
        flat = np.concatenate(rows)
        if rng.random() < NO_WORDS:
            flat = np.where(lexical[flat], none, flat)
        if rng.random() < NO_LISTS:
            flat = np.where(listed[flat], none, flat)
        pieces.append(flat)
        sizes += [len(row) for row in rows]
    ids = np.concatenate(pieces)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    gold = np.concatenate([data.labels[i] for i in batch])
    return ids, starts, gold, np.array([len(data.labels[i]) for i in batch])


def gradient(
    scores: np.ndarray, gold: np.ndarray, lengths: np.ndarray, moves: np.ndarray
) -> tuple[np.ndarray, np.ndarray, float]:
    """Expected minus true counts, by forward and backward sums over all sentences at once."""
    many, longest, width = len(lengths), int(lengths.max()), scores.shape[1]
    inside = np.arange(longest)[None, :] < lengths[:, None]
    padded = np.zeros((many, longest, width), np.float32)
    padded[inside] = scores
    exp_moves = np.exp(moves - moves.max())
    forward = np.zeros((many, longest, width))
    norm = np.zeros((many, longest))
    peak = padded.max(axis=2, keepdims=True)
    emitted = np.exp(padded - peak).astype(np.float64)
    now = emitted[:, 0]
    for t in range(longest):
        if t:
            now = (forward[:, t - 1] @ exp_moves) * emitted[:, t]
        norm[:, t] = now.sum(axis=1)
        forward[:, t] = now / norm[:, t, None]
    backward = np.ones((many, longest, width))
    pair = np.zeros((width, width))
    for t in range(longest - 2, -1, -1):
        ahead = emitted[:, t + 1] * backward[:, t + 1] / norm[:, t + 1, None]
        live = inside[:, t + 1]
        backward[:, t] = np.where(live[:, None], ahead @ exp_moves.T, 1.0)
        joint = forward[:, t][live].T @ ahead[live]
        pair += joint * exp_moves
    chance = (forward * backward)[inside]
    chance /= chance.sum(axis=1, keepdims=True)
    lost = -np.log(np.maximum(chance[np.arange(len(gold)), gold], 1e-9)).sum()
    chance[np.arange(len(gold)), gold] -= 1
    true = np.zeros((width, width))
    ends = np.cumsum(lengths)
    follows = np.ones(len(gold), bool)
    follows[ends[:-1]] = False
    follows[0] = False
    at = np.flatnonzero(follows)
    np.add.at(true, (gold[at - 1], gold[at]), 1)
    return chance.astype(np.float32), (pair - true).astype(np.float32), float(lost)


def step(
    weights: np.ndarray, squares: np.ndarray, ids: np.ndarray, starts: np.ndarray, gap: np.ndarray
) -> None:
    """One Adagrad step on the rows that the batch touches."""
    sizes = np.diff(np.append(starts, len(ids)))
    rows, place = np.unique(ids, return_inverse=True)
    words = np.repeat(np.arange(len(sizes)), sizes)
    summed = np.empty((len(rows), gap.shape[1]), np.float32)
    for label in range(gap.shape[1]):
        summed[:, label] = np.bincount(place, weights=gap[words, label], minlength=len(rows))
    # Strong shrinking cost nothing on the training kind of text and gained 2 points elsewhere.
    summed += SHRINKING * weights[rows]
    squares[rows] += summed**2
    weights[rows] -= RATE * summed / np.sqrt(squares[rows])


def save(
    path: Path, names: list[str], weights: np.ndarray, moves: np.ndarray, least: float
) -> None:
    """Rows whose greatest weight is small are left out; the others are kept in eighths of a byte's range."""
    strong = np.abs(weights[: len(names)]).max(axis=1) >= least
    kept = [name for name, is_strong in zip(names, strong, strict=True) if is_strong]
    rows = weights[: len(names)][strong]
    scale = float(np.abs(rows).max()) / 127
    # A feature that is seen from several places has its name once, and its rows together.
    places = by_places(kept)
    seen = np.zeros((len(places), len(OFFSETS)), bool)
    for at, one in enumerate(places.values()):
        seen[at, [place for place, _ in one]] = True
    rows = rows[[number for one in places.values() for _, number in sorted(one)]]
    np.savez_compressed(
        path,
        names=np.frombuffer("\n".join(places).encode(), np.uint8),
        seen=np.packbits(seen, axis=1),
        weights=np.rint(rows / scale).astype(np.int8),
        scale=np.float32(scale),
        moves=moves,
        labels=np.frombuffer("\n".join(LABELS).encode(), np.uint8),
    )
    print(f"{path}: {len(kept)} of {len(names)} features, {path.stat().st_size / 1e6:.1f} MB")


def main(argv: Sequence[str] | None = None) -> Any:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("name_tagger.npz"))
    parser.add_argument("--passes", type=int, default=6)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--least", type=float, default=0.05)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(argv)
    began = time.monotonic()
    sentences = material(options.folder, random.Random(options.seed))
    data = Encoded(sentences)
    print(
        f"{len(sentences)} sentences, {len(data.names)} features, {time.monotonic() - began:.0f} s",
        flush=True,
    )
    # The mean of several runs forgets what each learnt by chance; with classes of words it gained nothing more.
    runs = [train(data, options.passes, options.seed + run) for run in range(options.runs)]
    weights = sum(weights for weights, _ in runs) / options.runs
    moves = sum(moves for _, moves in runs) / options.runs
    save(options.out, data.names, weights, moves, options.least)


if __name__ == "__main__":
    main()
