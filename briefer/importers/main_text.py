"""The article in a page: cheap methods read it, and where they differ a dear one is asked too.

The methods are a trained judge of single blocks, the best container, and the main texts of
resiliparse and trafilatura. Each errs on other pages. Where the judge and one of the next two say
the same, that is the article. Else trafilatura, which costs more than all else, reads the page as
well, a second judge hears it, and the answer nearest to all others (their medoid, by shared runs of
four words) is believed: it is right more often than any of them.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np

from briefer.importers.block_features import own_features, with_opinions
from briefer.importers.block_texts import Array, Letters
from briefer.importers.block_trees import probabilities
from briefer.importers.page_blocks import Block, reached, with_one_class
from briefer.importers.page_container import contained
from briefer.importers.word_runs import BlockWords, Runs, joined, likeness, runs_of
from briefer.text.cleaning import clean

_BULLET = re.compile(r"^[\s•*–-]+(?=\w)")
# Chosen on the pages the trees were grown on, each left out in turn: 0.50 to 0.60 differ little.
_LIKELY = 0.58
# How like the first judge's answer that of the container or resiliparse must be, and what the judge
# may doubt (share of its text), for the page to be settled. On pages it was not grown on, 0.75 to 0.85
# and 0.12 to 0.20 differ by less than a thousandth; with these four pages of five are settled so. With
# more doubt, comments below an article pass where two methods take them in.
_SAME, _MOST_DOUBT = 0.80, 0.18
# A repeated block of this length (characters) is a copy, not a refrain.
_COPY = 40


def main_text(html: str, blocks: Sequence[Block], described: str = "") -> list[str]:
    """The paragraphs of the article in a page, none where no method finds any.

    `html` is the page's text, `blocks` those of the page, `described` the text that the page's own
    description repeats, if it does.
    """
    if not blocks:
        return []
    reading = Reading(html, blocks, described)
    return reading.at_once() or reading.argued()


class Reading:
    """What the methods say of one page."""

    def __init__(self, html: str, blocks: Sequence[Block], described: str) -> None:
        """As `main_text`; there must be blocks."""
        self._html, self._blocks = html, blocks
        letters = Letters([block.text for block in blocks])
        self._words = BlockWords(letters)
        places = reached(blocks)
        self._own = own_features(blocks, letters, places)
        self._holding = sorted(contained(blocks, places))
        self._described = self._words.shares(described.split("\n"))
        self._plain = by_resiliparse(html)
        self._voices = [runs_of(joined(self._plain)), self._words.runs(self._holding)]

    def features(self, agreed: Sequence[str], runs: Runs | None = None) -> Array:
        """The features of the blocks, where another method found the lines `agreed` with these runs."""
        held = [0.0] * len(self._blocks)
        for number in self._holding:
            held[number] = 1.0
        heard = self._words.shares(agreed, runs)
        return with_opinions(self._own, contained=held, agreed=heard, described=self._described)

    def first_features(self) -> Array:
        """The features by which the first judge answers, who knows resiliparse alone."""
        return self.features(self._plain, self._voices[0])

    def at_once(self) -> list[str]:
        """The first judge's answer where another cheap method says nearly the same, else none."""
        likely = probabilities(self.first_features(), "first")
        ours = self._judged(likely)
        runs = self._words.runs(ours)
        alike = max(likeness(runs, other) for other in self._voices) >= _SAME
        # Of a page that repeats its text the headline may be left over from the copy.
        is_plain = len(ours) == (likely >= _LIKELY).sum()
        settled = alike and is_plain and self._doubt(likely) <= _MOST_DOUBT
        return self._texts(ours) if settled else []

    def argued(self) -> list[str]:
        """The answer most like the others' when trafilatura is asked as well."""
        # It reads cleaned pages another way, and better, than others.
        theirs = by_trafilatura(clean(self._html))
        their_runs = runs_of(joined(theirs))
        ours = self._judged(probabilities(self.features(theirs, their_runs), "last"))
        answers = [self._texts(ours), theirs, self._plain]
        plain, held = self._voices
        voices = [self._words.runs(ours), their_runs, plain]
        return _medoid(answers, voices, beside=held) or self._texts(self._holding)

    def _judged(self, likely: Array) -> list[int]:
        """The blocks a judge takes for text, each long one once: pages repeat a text for narrow
        screens or where it is folded away.
        """
        seen: set[str] = set()
        kept = []
        for number in (likely >= _LIKELY).nonzero()[0].tolist():
            text = self._blocks[number].text
            if len(text) < _COPY or text not in seen:
                kept.append(number)
            seen.add(text)
        return kept

    def _doubt(self, likely: Array) -> float:
        """How much text may be wrongly taken or left, by what is taken."""
        lengths = np.array([len(block.text) for block in self._blocks])
        doubtful = float(lengths @ np.minimum(likely, 1 - likely))
        return doubtful / max(float(lengths @ (likely >= _LIKELY)), 1.0)

    def _texts(self, numbers: Sequence[int]) -> list[str]:
        return [self._blocks[number].text for number in numbers]


def by_trafilatura(html: str) -> list[str]:
    """The lines of a page's main text by trafilatura."""
    trafilatura = _trafilatura()
    # Without its own second opinions ("fast"): those are asked here.
    found = trafilatura.extract(
        html, include_comments=False, include_tables=True, deduplicate=False, fast=True,
        favor_precision=True,
    )  # fmt: skip
    return _lines(found)


@cache
def _trafilatura() -> Any:
    import trafilatura
    import trafilatura.utils

    with_one_class(trafilatura)
    return trafilatura


def by_resiliparse(html: str) -> list[str]:
    """The lines of a page's main text by resiliparse."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    found = extract_plain_text(HTMLTree.parse(html), main_content=True, alt_texts=False)
    return [_BULLET.sub("", line) for line in _lines(found)]


def _lines(text: str | None) -> list[str]:
    lines = (" ".join(line.split()) for line in clean(text or "").split("\n"))
    return [line for line in lines if line]


def _medoid(answers: Sequence[list[str]], voices: Sequence[Runs], *, beside: Runs) -> list[str]:
    """The answer most like all answers and the one that only votes; the first of equals."""
    standing = [number for number, answer in enumerate(answers) if answer]
    if not standing:
        return []
    voters = [*(voices[number] for number in standing), beside]
    liking = [
        sum(likeness(voices[number], other) for other in voters if other is not voices[number])
        for number in standing
    ]
    return answers[standing[liking.index(max(liking))]]
