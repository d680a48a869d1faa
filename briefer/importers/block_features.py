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
from functools import cache, lru_cache
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from briefer.importers.block_texts import Array, Letters
from briefer.importers.page_blocks import Block, Place, is_hidden

# Of names in lower case: a pattern that folds case itself is four times slower.
_GOOD = re.compile(
    r"article|body|content|entry|post|story|text|main|paragraph|prose|lead|intro|summary|standfirst|chapo|dek"
)
_BAD = re.compile(
    r"comment|related|recommend|promo|shar|social|footer|foot-|nav|menu|sidebar|caption|credit|byline|"
    r"author|newsletter|subscri|sign-?up|tag|meta|date|time|breadcrumb|advert|\bads?\b|sponsor|teaser|"
    r"widget|popular|more-|most|copyright|disclaimer|cookie|consent|paywall|banner|login|modal|popup|"
    r"print|tool|topic|rating|reply|bio|masthead|gallery|image|photo|video|player|list|card|hidden|"
    r"toolbar|utility|feedback|poll|quiz|toc|infobox|reference|pager|pagination|skip|error|notice|alert"
)
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
_STEPS = (-2, -1, 1, 2)


def own_features(
    blocks: Sequence[Block], letters: Letters, places: Sequence[Place]
) -> dict[str, Array]:
    """Name to a value for each block, of all that the page itself says.

    `letters` are the blocks', `places` those around them, each before the one around it.
    """
    told = letters.columns()
    linked = np.array([block.linked for block in blocks]) / letters.lengths
    bold = np.array([block.bold for block in blocks]) / letters.lengths
    return {
        "words": told.pop("words"),
        "characters": told.pop("characters"),
        "linked": linked,
        "bold": bold,
        **told,
        **_Page(blocks, places).columns(),
    }


def with_opinions(own: dict[str, Array], **opinions: Sequence[float] | Array) -> Array:
    """A row for each block: its own features, `opinions`, and what the neighbours say.

    `opinions` name other methods' answers, 0 to 1 for each block: "contained", "agreed" and
    "described" (see main_text).
    """
    named = own | {name: np.asarray(answers, float) for name, answers in opinions.items()}
    steps = len(_STEPS)
    # The trees ask column by column.
    told = np.zeros((len(named) + len(_NEIGHBOURLY) * steps, len(named["words"])))
    for row, values in zip(told, named.values(), strict=False):
        row[:] = values
    for number, name in enumerate(_NEIGHBOURLY):
        for row, step in zip(told[len(named) + number * steps :], _STEPS, strict=False):
            if step < 0:
                row[-step:] = named[name][:step]
            else:
                row[:-step] = named[name][step:]
    return told.T


class _Lineage(NamedTuple):
    """What an element and those around it say, gathered once for all that are alike.

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
    depth: int
    path: tuple[str, ...]


# Of an element itself: named well, badly, marked as the article's body, hidden.
_Own: TypeAlias = tuple[bool, bool, bool, bool]
_PLAIN: _Own = (False, False, False, False)
_NOWHERE = _Lineage(frozenset(), False, (), 0, 0, None, None, None, 0, ())
# So many tags, from a block outwards, tell where others like it stand.
_LONGEST_PATH = 8
_ELEMENT_COLUMNS = (
    *(f"is {name}" for name in _OWN_TAGS), "is heading", "is term", *(f"in {name}" for name in _AROUND),
    "hidden", "body", "good0", "bad0", "good1", "bad1", "goods", "bads", "to bad", "to good", "depth",
)  # fmt: skip


class _Page:
    """What the blocks of one page, and the elements around them, say of each other."""

    def __init__(self, blocks: Sequence[Block], places: Sequence[Place]) -> None:
        self._blocks = blocks
        # Outer ones first; each place is spoken of by its number in this list.
        self._places = places[::-1]
        self._number = {place: number for number, place in enumerate(self._places)}
        self._outer = [
            self._number[place.outer] if place.outer else number
            for number, place in enumerate(self._places)
        ]
        self._at = np.array([self._number[block.place] for block in blocks])
        # Paragraphs beside each other mostly are alike: of each kind there is one lineage.
        self._lines: list[_Lineage] = []
        self._line: list[int] = []
        known: dict[tuple[int, str, _Own], int] = {}
        for place, outer in zip(self._places, self._outer, strict=True):
            around = self._line[outer] if place.outer else -1
            kind = around, place.tag, _own(place.tag, place.element)
            line = known.setdefault(kind, len(self._lines))
            self._line.append(line)
            if line == len(self._lines):
                inside = self._lines[around] if place.outer else _NOWHERE
                self._lines.append(_grown(inside, *kind[1:]))

    def columns(self) -> dict[str, Array]:
        """Name to a value for each block."""
        lines = np.array(self._line)[self._at]
        different, which = np.unique(lines, return_inverse=True)
        rows = [_of_element(self._lines[number]) for number in different.tolist()]
        told = np.array(rows, float).T[:, which]
        found = dict(zip(_ELEMENT_COLUMNS, told, strict=True))
        return {**found, **self._masses(), **self._order()}

    def _masses(self) -> dict[str, Array]:
        """How much good text, and how many links, the elements around each block hold."""
        size = len(self._places)
        good, linked, length = [0.0] * size, [0] * size, [0] * size
        path_mass: dict[tuple[str, ...], float] = defaultdict(float)
        total, paths = 1.0, []
        for block, number in zip(self._blocks, self._at.tolist(), strict=True):
            long = len(block.text)
            share = block.linked / long
            mass = long * (1 - share) if long > 60 and share < 0.5 else 0.0
            total += mass
            paths.append(self._lines[self._line[number]].path)
            path_mass[paths[-1]] += mass
            good[number] += mass
            linked[number] += block.linked
            length[number] += long
        for number in range(size - 1, 0, -1):
            outer = self._outer[number]
            good[outer] += good[number]
            linked[outer] += linked[number]
            length[outer] += length[number]
        masses, links = np.array(good) / total, np.array(linked) / (np.array(length) + 1)
        found, outers, at = {"mass0": masses[self._at]}, np.array(self._outer), self._at
        for level in (1, 2, 3):
            at = outers[at]
            found[f"mass{level}"], found[f"links{level}"] = masses[at], links[at]
        found["path mass"] = np.array([path_mass[path] for path in paths]) / total
        depth = [self._lines[line].depth for line in self._line]
        heart = max(
            (n for n in range(size) if good[n] >= 0.6 * total), key=depth.__getitem__, default=-1
        )
        inside = [n == heart for n in range(size)]
        for number in range(1, size):
            inside[number] = inside[number] or inside[self._outer[number]]
        is_inside, depths = np.array(inside)[self._at], np.array(depth)
        found["in heart"] = is_inside.astype(float)
        found["to heart"] = np.where(is_inside, depths[self._at] - depths[heart], 20)
        found["total"] = np.full(len(self._blocks), math.log1p(total))
        return found

    def _order(self) -> dict[str, Array]:
        """Where in the page each block stands, and whether others say the same."""
        count = len(self._blocks)
        numbers = np.arange(count)
        heads = [n for n, block in enumerate(self._blocks) if block.place.tag == "h1"]
        texts = Counter(block.text for block in self._blocks)
        seen: set[str] = set()
        again = []
        for block in self._blocks:
            again.append(float(block.text in seen))
            seen.add(block.text)
        return {
            "place": numbers / count,
            "blocks": np.full(count, math.log1p(count)),
            "after headline": (numbers > heads[0]).astype(float) if heads else np.zeros(count),
            "from headline": np.clip(numbers - heads[0], -20, 60) if heads else np.full(count, -30),
            "copies": np.array([min(texts[block.text], 5) for block in self._blocks]),
            "seen": np.array(again),
        }


def _of_element(line: _Lineage) -> tuple[float, ...]:
    (good0, bad0), (good1, bad1) = (*line.names, (False, False), (False, False))[:2]
    return (
        *_kind_of(line.path[0]),
        *_around(line.tags),
        line.to_hidden is not None and line.to_hidden < 12,
        line.is_body,
        good0, bad0, good1, bad1,
        line.goods,
        line.bads,
        12 if line.to_bad is None else line.to_bad,
        12 if line.to_good is None else line.to_good,
        line.depth,
    )  # fmt: skip


def _own(tag: str, element: Any) -> _Own:
    # One call for all attributes: most elements have none, or a class.
    told = dict(element.items())
    if not told:
        return _PLAIN
    # What body and html are called speaks of the whole page.
    named = tag not in ("body", "html")
    good, bad = _sounds(told.get("class") or "", told.get("id") or "") if named else (False, False)
    return good, bad, told.get("itemprop") == "articleBody", is_hidden(tag, told)


def _grown(outer: _Lineage, tag: str, own: _Own) -> _Lineage:
    """The lineage of an element inside another."""
    good, bad, is_body, hidden = own
    counts = tag not in ("body", "html")
    step = 1 if counts else 0
    return _Lineage(
        outer.tags | {tag} if tag in _MATTERS else outer.tags,
        outer.is_body or is_body,
        ((good, bad), *outer.names[:1]) if counts else outer.names,
        outer.goods + good,
        outer.bads + bad,
        0 if good else _further(outer.to_good, step),
        0 if bad else _further(outer.to_bad, step),
        0 if hidden else _further(outer.to_hidden, 1),
        outer.depth + 1,
        (tag, *outer.path[: _LONGEST_PATH - 1]),
    )


@lru_cache(maxsize=4_096)
def _sounds(classes: str, own_id: str) -> tuple[bool, bool]:
    """Whether one of the names sounds like text, and one like anything else."""
    sounds = [_named(name) for name in f"{classes} {own_id}".split()]
    return any(good for good, _ in sounds), any(bad for _, bad in sounds)


@lru_cache(maxsize=8_192)
def _named(name: str) -> tuple[bool, bool]:
    """Whether a class or id sounds like text, and like anything else; most stand on many elements."""
    name = name.lower()
    return bool(_GOOD.search(name)), bool(_BAD.search(name))


def _further(distance: int | None, step: int) -> int | None:
    return None if distance is None else distance + step


@cache
def _kind_of(tag: str) -> tuple[bool, ...]:
    return (*(tag == name for name in _OWN_TAGS), tag in _HEADINGS, tag in ("dt", "dd"))


@lru_cache(maxsize=4_096)
def _around(tags: frozenset[str]) -> tuple[bool, ...]:
    return tuple(name in tags for name in _AROUND)
