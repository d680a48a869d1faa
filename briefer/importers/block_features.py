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
        self._named: dict[Any, tuple[bool, bool]] = {}
        self._hidden: dict[Any, bool] = {}
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
        tag = around[0].tag
        for name in _OWN_TAGS:
            row[f"is {name}"] = float(tag == name)
        row["is heading"] = float(tag in _HEADINGS)
        row["is term"] = float(tag in ("dt", "dd"))
        tags = {element.tag for element in around}
        for name in _AROUND:
            row[f"in {name}"] = float(name in tags)
        row["hidden"] = float(any(self._is_hidden(element) for element in around[:12]))
        row["body"] = float(any(element.get("itemprop") == "articleBody" for element in around))
        named = [self._names(e) for e in around if e.tag not in ("body", "html")]
        for level in (0, 1):
            good, bad = named[level] if len(named) > level else (False, False)
            row[f"good{level}"], row[f"bad{level}"] = float(good), float(bad)
        row["goods"] = sum(good for good, _ in named)
        row["bads"] = sum(bad for _, bad in named)
        row["to bad"] = next((n for n, (_, bad) in enumerate(named) if bad), 12)
        row["to good"] = next((n for n, (good, _) in enumerate(named) if good), 12)
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

    def _names(self, element: Any) -> tuple[bool, bool]:
        if element not in self._named:
            said = f"{element.get('class') or ''} {element.get('id') or ''}"
            self._named[element] = bool(_GOOD.search(said)), bool(_BAD.search(said))
        return self._named[element]

    def _is_hidden(self, element: Any) -> bool:
        if element not in self._hidden:
            self._hidden[element] = is_hidden(element)
        return self._hidden[element]


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
