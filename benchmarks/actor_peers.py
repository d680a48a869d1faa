"""Other finders of names, for benchmarks/actors.py: those that are installed on this machine.

compromise (npm, MIT) is looked for from the folder given, natasha (PyPI, MIT) and spaCy in this
Python. None of them is part of the project; what is not there is named and left out.
"""

import json
import os
import subprocess
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Any

# What a finder answers for one text: (start, end, kind, actor) of each name, and its quotes.
Answer = tuple[list[tuple[int, int, str, str]], list[Any]]
Finder = Callable[[Sequence[str]], list[Answer]]
KINDS = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "PER": "PER"}
SCRIPT = Path(__file__).with_name("compromise_names.js")
LONGEST_RUN = 600


def peers(language: str, folder: Path | None) -> Iterator[tuple[str, Finder | None, str]]:
    """Name, finder and, where it is missing, why: of the peers that read this language."""
    if language == "en":
        finder = compromise(folder)
        yield "compromise", finder, "run `npm i compromise` in a folder, give it by --compromise"
        if find_spec("spacy") and find_spec("en_core_web_sm"):
            yield "spacy sm", spacy(), ""
    if language == "ru":
        found = natasha() if find_spec("natasha") else None
        yield "natasha", found, "run `pip install natasha setuptools` for this Python"


def compromise(folder: Path | None) -> Finder | None:
    """All texts go through one run of node; None where node or the package is missing."""
    node = which("node")
    if node is None:
        return None
    places = [str(folder / "node_modules")] if folder else []
    paths = os.pathsep.join([*places, *filter(None, [os.environ.get("NODE_PATH")])])
    surroundings = {**os.environ, "NODE_PATH": paths}

    def run(texts: Sequence[str]) -> list[Answer]:
        done = subprocess.run(  # our own script, by the node found
            [node, str(SCRIPT)], input="\n".join(json.dumps(text) for text in texts) + "\n",
            capture_output=True, text=True, encoding="utf-8", env=surroundings,
            timeout=LONGEST_RUN, check=True,
        )  # fmt: skip
        found = [json.loads(line) for line in done.stdout.splitlines()]
        return [
            ([(*in_code_points(text, a, b), kind, text) for a, b, kind in names], [])
            for text, names in zip(texts, found, strict=True)
        ]

    try:
        run(["Anna Kowalska lives in Berlin."])
    except subprocess.CalledProcessError:
        return None
    return run


def in_code_points(text: str, start: int, end: int) -> tuple[int, int]:
    """The places that JavaScript counts in units of UTF-16."""
    if text.isascii() or max(map(ord, text)) < 0x10000:
        return start, end
    units = text.encode("utf-16-le")
    before, inside = units[: 2 * start], units[2 * start : 2 * end]
    first = len(before.decode("utf-16-le", "replace"))
    return first, first + len(inside.decode("utf-16-le", "replace"))


def natasha() -> Finder:
    """News names of slovnet, as natasha gives them."""
    from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter

    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())

    def one(text: str) -> Answer:
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_ner(tagger)
        return [(s.start, s.stop, KINDS[s.type], s.text) for s in doc.spans], []

    return lambda texts: [one(text) for text in texts]


def spacy() -> Finder:
    """The small English model."""
    import spacy

    model = spacy.load("en_core_web_sm")
    return lambda texts: [
        (
            [
                (e.start_char, e.end_char, KINDS[e.label_], e.text)
                for e in model(text).ents
                if e.label_ in KINDS
            ],
            [],
        )
        for text in texts
    ]
