"""The article in a page: four methods read it, and the answer most like the others' is believed.

The methods are a trained judge of single blocks, the best container, and the main texts of
trafilatura and resiliparse. Each errs on other pages, so the answer nearest to all others (their
medoid, by shared runs of four words) is right more often than any of them.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from briefer.importers.block_features import features_of
from briefer.importers.block_trees import probabilities
from briefer.importers.page_blocks import Block, blocks_of
from briefer.importers.page_container import contained

_WORD = re.compile(r"\w+")
_BULLET = re.compile(r"^[\s•*–-]+(?=\w)")
# Chosen on the pages the trees were grown on, each left out in turn: 0.50 to 0.60 differ little.
_LIKELY = 0.58
# A repeated block of this length (characters) is a copy, not a refrain.
_COPY = 40

Shingles = Counter[tuple[str, ...]]


def main_text(html: str, tree: Any, described: str = "") -> list[str]:
    """The paragraphs of the article in a page, none where no method finds any.

    `html` is the page's text, `tree` the same parsed (lxml, not altered), `described` the text that
    the page's own description repeats, if it does.
    """
    blocks = blocks_of(tree)
    if not blocks:
        return []
    holding = contained(blocks)
    answers = [_by_trafilatura(html), _by_resiliparse(html)]
    likely = probabilities(
        features_of(
            blocks,
            contained=[float(number in holding) for number in range(len(blocks))],
            agreed=_shares(blocks, answers[0]),
            described=_shares(blocks, described.split("\n")),
        )
    )
    ours = _without_copies(
        [b.text for b, how in zip(blocks, likely, strict=True) if how >= _LIKELY]
    )
    by_container = [blocks[number].text for number in sorted(holding)]
    return _medoid([ours, *answers], beside=by_container)


def _by_trafilatura(html: str) -> list[str]:
    import trafilatura

    # Without its own second opinions ("fast"): those are asked here.
    found = trafilatura.extract(
        html, include_comments=False, include_tables=True, deduplicate=False, fast=True,
        favor_precision=True,
    )  # fmt: skip
    return _lines(found)


def _by_resiliparse(html: str) -> list[str]:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    found = extract_plain_text(HTMLTree.parse(html), main_content=True, alt_texts=False)
    return [_BULLET.sub("", line) for line in _lines(found)]


def _lines(text: str | None) -> list[str]:
    lines = (" ".join(line.split()) for line in (text or "").split("\n"))
    return [line for line in lines if line]


def _without_copies(texts: Sequence[str]) -> list[str]:
    """Each long text once: pages repeat a text for narrow screens or where it is folded away."""
    seen: set[str] = set()
    kept = []
    for text in texts:
        if len(text) < _COPY or text not in seen:
            kept.append(text)
        seen.add(text)
    return kept


def _medoid(answers: Sequence[list[str]], *, beside: list[str]) -> list[str]:
    """The answer most like all answers and the one that only votes; the first of equals."""
    standing = [answer for answer in answers if answer]
    if not standing:
        return beside
    cut = [_shingles(" \n".join(answer)) for answer in standing]
    voters = [*cut, _shingles(" \n".join(beside))]
    liking = [sum(_likeness(one, other) for other in voters if other is not one) for one in cut]
    return standing[liking.index(max(liking))]


def _likeness(one: Shingles, other: Shingles) -> float:
    both = sum((one & other).values())
    return 2 * both / (one.total() + other.total() or 1)


def _shingles(text: str) -> Shingles:
    """The runs of four words, with their counts."""
    words = _WORD.findall(text)
    return Counter(zip(words, words[1:], words[2:], words[3:], strict=False))


def _shares(blocks: Sequence[Block], lines: Sequence[str]) -> list[float]:
    """How much of each block stands in the lines, by runs of four words; short blocks whole or not."""
    runs = _shingles(" \n".join(lines)).keys()
    whole = {line.strip() for line in lines}
    shares = []
    for block in blocks:
        own = _shingles(block.text)
        total = own.total()
        if total == 0:
            shares.append(float(block.text in whole))
        else:
            shares.append(sum(count for run, count in own.items() if run in runs) / total)
    return shares
