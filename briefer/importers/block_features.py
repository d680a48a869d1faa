"""What tells the text of an article from the rest of its page: the features of each block.

Length, links, punctuation and place of a block, the elements and their names around it, how much of
the page's good text its containers hold, and whether two other methods take it for text. Most are
those of Kohlschütter et al. 2010 (boilerplate detection by shallow text features) and of
Readability's scores.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from briefer.importers.page_blocks import Block, is_hidden

_GOOD = re.compile(
    r"article|body|content|entry|post|story|text|main|paragraph|prose|lead|intro|summary|standfirst|chapo|dek",
    re.IGNORECASE,
)
_BAD = re.compile(
    r"comment|related|recommend|promo|shar|social|footer|foot-|nav|menu|sidebar|caption|credit|byline|"
    r"author|newsletter|subscri|sign-?up|tag|meta|date|time|breadcrumb|advert|\bads?\b|sponsor|teaser|"
    r"widget|popular|more-|most|copyright|disclaimer|cookie|consent|paywall|banner|login|modal|popup|"
    r"print|tool|topic|rating|reply|bio|masthead|gallery|image|photo|video|player|list|card|hidden|"
    r"toolbar|utility|feedback|poll|quiz|toc|infobox|reference|pager|pagination|skip|error|notice|alert",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_STOPS = re.compile(r"[.!?。！？…](?:[\"'”’»)\]]|$|\s)")
_ENDS = re.compile(r"[.!?。！？…:;][\"'”’»)\]]*$")
_CLAUSES = re.compile("[,、，]")
_MARKS = re.compile("[|©•→»›@#]")
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_OWN_TAGS = ("p", "li", "div", "td", "blockquote", "figcaption", "pre", "h1")
_AROUND = (
    "article", "main", "aside", "footer", "nav", "header", "figure", "ul", "ol", "table", "form",
    "section", "blockquote", "p", "a",
)  # fmt: skip
_MATTERS = frozenset(_AROUND)
# Of these the blocks before and after tell something too.
_NEIGHBOURLY = ("words", "linked", "stops", "ends", "is p", "mass1", "bad0", "bads", "path mass",
                "contained", "agreed", "described")  # fmt: skip


def features_of(blocks: Sequence[Block], **opinions: Sequence[float]) -> np.ndarray:
    """A row for each block; `opinions` name other methods' answers, 0 to 1 for each block.

    Expected are "contained", "agreed" and "described" (see main_text).
    """
    rows = _Page(blocks).rows()
    for name, answers in opinions.items():
        for row, answer in zip(rows, answers, strict=True):
            row[name] = float(answer)
    names = list(rows[0])
    own = np.array([[row[name] for name in names] for row in rows])
    columns = [own]
    for name in _NEIGHBOURLY:
        column = own[:, names.index(name)]
        for step in (-2, -1, 1, 2):
            moved = np.zeros_like(column)
            if abs(step) < len(column):
                source, target = (column[:step], slice(-step, None)) if step < 0 else (
                    column[step:], slice(None, -step)
                )  # fmt: skip
                moved[target] = source
            columns.append(moved[:, None])
    return np.hstack(columns)


@dataclass(frozen=True, slots=True)
class _Lineage:
    """What an element and those around it say, gathered once for all blocks in it.

    Distances count the elements up to one named well, badly, or hidden; none is None.
    """

    tags: frozenset[str]
    is_body: bool
    names: tuple[tuple[bool, bool], ...]
    goods: int
    bads: int
    to_good: int | None
    to_bad: int | None
    to_hidden: int | None


_NOWHERE = _Lineage(frozenset(), False, (), 0, 0, None, None, None)


class _Page:
    """What the blocks of one page say of each other."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._around = [[b.element, *b.element.iterancestors()] for b in blocks]
        self._good: dict[Any, float] = defaultdict(float)
        self._linked: dict[Any, float] = defaultdict(float)
        self._length: dict[Any, float] = defaultdict(float)
        self._path_mass: dict[str, float] = defaultdict(float)
        self._paths: dict[Any, str] = {}
        self._lineages: dict[Any, _Lineage] = {}
        self._total = 1.0
        for block, around in zip(blocks, self._around, strict=True):
            length = len(block.text)
            share = block.linked / length
            mass = length * (1 - share) if length > 60 and share < 0.5 else 0.0
            self._total += mass
            self._path_mass[self._path(around)] += mass
            for element in around:
                self._good[element] += mass
                self._linked[element] += block.linked
                self._length[element] += length
        self._heart = self._deepest_majority()

    def rows(self) -> list[dict[str, float]]:
        """Name to value for each block."""
        texts = Counter(block.text for block in self._blocks)
        heads = [n for n, block in enumerate(self._blocks) if block.element.tag == "h1"]
        head = heads[0] if heads else -1
        seen: set[str] = set()
        rows = []
        for number, block in enumerate(self._blocks):
            row = _of_text(block)
            self._add_elements(row, self._around[number])
            self._add_masses(row, self._around[number])
            row["place"] = number / len(self._blocks)
            row["blocks"] = math.log1p(len(self._blocks))
            row["after headline"] = float(head >= 0 and number > head)
            row["from headline"] = max(-20, min(60, number - head)) if head >= 0 else -30
            row["copies"] = min(texts[block.text], 5)
            row["seen"] = float(block.text in seen)
            seen.add(block.text)
            rows.append(row)
        return rows

    def _add_elements(self, row: dict[str, float], around: list[Any]) -> None:
        tag, line = around[0].tag, self._lineage(around)
        for name in _OWN_TAGS:
            row[f"is {name}"] = float(tag == name)
        row["is heading"] = float(tag in _HEADINGS)
        row["is term"] = float(tag in ("dt", "dd"))
        for name in _AROUND:
            row[f"in {name}"] = float(name in line.tags)
        row["hidden"] = float(line.to_hidden is not None and line.to_hidden < 12)
        row["body"] = float(line.is_body)
        for level in (0, 1):
            good, bad = line.names[level] if len(line.names) > level else (False, False)
            row[f"good{level}"], row[f"bad{level}"] = float(good), float(bad)
        row["goods"], row["bads"] = line.goods, line.bads
        row["to bad"] = 12 if line.to_bad is None else line.to_bad
        row["to good"] = 12 if line.to_good is None else line.to_good
        row["depth"] = len(around)

    def _add_masses(self, row: dict[str, float], around: list[Any]) -> None:
        for level in (0, 1, 2, 3):
            element = around[min(level, len(around) - 1)]
            row[f"mass{level}"] = self._good[element] / self._total
            if level:
                row[f"links{level}"] = self._linked[element] / (self._length[element] + 1)
        row["path mass"] = self._path_mass[self._path(around)] / self._total
        inside = self._heart is not None and self._heart in around
        row["in heart"] = float(inside)
        row["to heart"] = around.index(self._heart) if inside else 20
        row["total"] = math.log1p(self._total)

    def _deepest_majority(self) -> Any:
        """The innermost element that holds three fifths of the good text."""
        best, depth = None, 0
        for around in self._around:
            for level, element in enumerate(around):
                if self._good[element] >= 0.6 * self._total and len(around) - level > depth:
                    best, depth = element, len(around) - level
        return best

    def _path(self, around: list[Any]) -> str:
        if around[0] not in self._paths:
            self._paths[around[0]] = "/".join(str(element.tag) for element in around[:8])
        return self._paths[around[0]]

    def _lineage(self, around: list[Any]) -> _Lineage:
        """The lineage of the first of `around`, an element and its ancestors, innermost first."""
        known = next((n for n, element in enumerate(around) if element in self._lineages), None)
        line = _NOWHERE if known is None else self._lineages[around[known]]
        for element in reversed(around[:known]):
            line = _grown(line, element)
            self._lineages[element] = line
        return line


def _grown(outer: _Lineage, element: Any) -> _Lineage:
    """The lineage of an element inside another."""
    # What body and html are called speaks of the whole page.
    counts = element.tag not in ("body", "html")
    good, bad = False, False
    if counts:
        good, bad = _named(f"{element.get('class') or ''} {element.get('id') or ''}")
    step = 1 if counts else 0
    return _Lineage(
        tags=outer.tags | {element.tag} if element.tag in _MATTERS else outer.tags,
        is_body=outer.is_body or element.get("itemprop") == "articleBody",
        names=((good, bad), *outer.names[:1]) if counts else outer.names,
        goods=outer.goods + good,
        bads=outer.bads + bad,
        to_good=0 if good else _further(outer.to_good, step),
        to_bad=0 if bad else _further(outer.to_bad, step),
        to_hidden=0 if is_hidden(element) else _further(outer.to_hidden, 1),
    )


@lru_cache(maxsize=4_096)
def _named(said: str) -> tuple[bool, bool]:
    """Whether a class or id sounds like text, and like anything else; most stand on many elements."""
    return bool(_GOOD.search(said)), bool(_BAD.search(said))


def _further(distance: int | None, step: int) -> int | None:
    return None if distance is None else distance + step


def _of_text(block: Block) -> dict[str, float]:
    text, length = block.text, len(block.text)
    return {
        "words": math.log1p(len(_WORD.findall(text)) or length / 2),
        "characters": math.log1p(length),
        "linked": block.linked / length,
        "bold": block.bold / length,
        "stops": len(_STOPS.findall(text)),
        "ends": float(_ENDS.search(text) is not None),
        "clauses": len(_CLAUSES.findall(text)),
        "capitals": sum(map(str.isupper, text)) / length,
        "digits": sum(map(str.isdigit, text)) / length,
        "capital": float(text[0].isupper()),
        "marks": float(_MARKS.search(text) is not None),
    }
