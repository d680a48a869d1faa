"""The text of a page by its container: the element whose paragraphs weigh most, cleaned of lists of links.

After Readability (Arc90; Mozilla, Apache licence): paragraphs give points to the elements around
them, names of classes add or take some, dense links take more; neighbours that are as good join.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from briefer.importers.page_blocks import Block, is_hidden

_UNLIKELY = re.compile(
    r"-ad-|ai2html|banner|breadcrumb|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|"
    r"header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|"
    r"supplemental|ad-break|agegate|pagination|pager|popup|yom-remote|newsletter|promo|share|teaser|"
    r"recirc|most-read|outbrain|taboola",
    re.IGNORECASE,
)
_LIKELY = re.compile(r"and|article|body|column|content|main|shadow|mathjax", re.IGNORECASE)
_GOOD = re.compile(
    r"article|body|content|entry|hentry|h-entry|main|page|pagination|post|text|blog|story",
    re.IGNORECASE,
)
_BAD = re.compile(
    r"-ad-|hidden|^hid$| hid$| hid |^hid |banner|combx|comment|com-|contact|footer|gdpr|masthead|media|"
    r"meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget",
    re.IGNORECASE,
)
_POINTS = {
    "div": 5, "pre": 3, "td": 3, "blockquote": 3, "address": -3, "ol": -3, "ul": -3, "dl": -3,
    "dd": -3, "dt": -3, "li": -3, "form": -3, "h1": -5, "h2": -5, "h3": -5, "h4": -5, "h5": -5,
    "h6": -5, "th": -5,
}  # fmt: skip
_HOLDERS = frozenset({"div", "section", "article", "td", "main"})
_ROLES = frozenset(
    {"menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog"}
)
_CLAUSES = re.compile("[,、，]")
# A shorter finding (characters) is tried again with looser rules, as Mozilla does.
_ENOUGH = 250


def contained(blocks: Sequence[Block]) -> set[int]:
    """The numbers of the blocks that are the page's text by its best container."""
    best: set[int] = set()
    for strict, tidy in ((True, True), (True, False), (False, False)):
        found = _Reading(blocks, strict=strict).text(tidy=tidy)
        if _length(blocks, found) > _length(blocks, best):
            best = found
        if _length(blocks, best) >= _ENOUGH:
            break
    return best


def _length(blocks: Sequence[Block], numbers: set[int]) -> int:
    return sum(len(blocks[number].text) for number in numbers)


class _Reading:
    """The points of a page's elements; `strict` leaves out what is unlikely by its name."""

    def __init__(self, blocks: Sequence[Block], *, strict: bool) -> None:
        self._blocks = blocks
        unlikely: dict[Any, bool] = {}
        self._kept = [
            not (strict and _is_unlikely(block.element, unlikely)) and not is_hidden(block.element)
            for block in blocks
        ]
        self._text: dict[Any, int] = defaultdict(int)
        self._linked: dict[Any, int] = defaultdict(int)
        self._points: dict[Any, float] = {}
        for block, kept in zip(blocks, self._kept, strict=True):
            if kept:
                for around in (block.element, *block.element.iterancestors()):
                    self._text[around] += len(block.text)
                    self._linked[around] += block.linked
        for block, kept in zip(blocks, self._kept, strict=True):
            if kept and len(block.text) >= 25:
                self._give(block)
        for element in self._points:
            self._points[element] *= 1 - self._density(element)

    def text(self, *, tidy: bool) -> set[int]:
        """The numbers of the blocks in the best container; `tidy` drops lists of links in it."""
        if not self._points:
            return set()
        chosen = self._chosen()
        messy: dict[Any, bool] = {}
        found = set()
        for number, block in enumerate(self._blocks):
            if not self._kept[number] or block.element.tag == "h1":
                continue
            is_clean = True
            for around in (block.element, *block.element.iterancestors()):
                if around in chosen:
                    if is_clean:
                        found.add(number)
                    break
                is_clean = is_clean and not (tidy and self._is_messy(around, messy))
        return found

    def _give(self, block: Block) -> None:
        points = 1 + len(_CLAUSES.findall(block.text)) + min(len(block.text) // 100, 3)
        holder = block.element
        if holder.tag not in _HOLDERS:
            holder = holder.getparent()
        for level in range(5):
            if holder is None or holder.tag == "html":
                return
            if holder not in self._points:
                self._points[holder] = _POINTS.get(holder.tag, 0) + _weight(holder)
            self._points[holder] += points / (1 if level == 0 else 2 if level == 1 else level * 3)
            holder = holder.getparent()

    def _density(self, element: Any) -> float:
        return self._linked[element] / max(self._text[element], 1)

    def _chosen(self) -> set[Any]:
        """The best element, or one around it that is as good, and neighbours of its kind."""
        top = max(self._points, key=self._points.__getitem__)
        least, last = self._points[top] / 3, self._points[top]
        for around in list(top.iterancestors()):
            if around.tag == "body" or (around in self._points and self._points[around] < least):
                break
            if around in self._points:
                if self._points[around] > last:
                    top = around
                    break
                last = self._points[around]
        around = top.getparent()
        while around is not None and around.tag != "body" and _children(around) == 1:
            top, around = around, around.getparent()
        if around is None:
            return {top}
        return {top, *(part for part in around if self._joins(part, top))}

    def _joins(self, part: Any, top: Any) -> bool:
        if part is top or not isinstance(part.tag, str):
            return False
        best = self._points.get(top, 0.0)
        bonus = best * 0.2 if part.get("class") and part.get("class") == top.get("class") else 0
        if part in self._points and self._points[part] + bonus >= max(10, best * 0.2):
            return True
        length, density = self._text[part], self._density(part)
        return part.tag == "p" and (
            (length > 80 and density < 0.25) or (0 < length < 80 and density == 0)
        )

    def _is_messy(self, element: Any, known: dict[Any, bool]) -> bool:
        """Whether a part of the container is a form, a foot or a list of links."""
        if element not in known:
            tag, density = element.tag, self._density(element)
            known[element] = tag in ("form", "fieldset", "footer", "aside")
            if tag in ("ul", "ol", "table", "div", "section", "dl"):
                weight = _weight(element)
                linked = weight < 25 and density > 0.2 and tag != "table"
                known[element] = (
                    weight < 0 or (linked and self._text[element] < 2_000) or density > 0.5
                )
        return known[element]


def _children(element: Any) -> int:
    return sum(isinstance(child.tag, str) for child in element)


def _weight(element: Any) -> int:
    return sum(_named(said) for name in ("class", "id") if (said := element.get(name)))


@lru_cache(maxsize=4_096)
def _named(said: str) -> int:
    return 25 * (bool(_GOOD.search(said)) - bool(_BAD.search(said)))


def _is_unlikely(element: Any, known: dict[Any, bool]) -> bool:
    """Whether the element or one around it is named as no article's text is."""
    path = []
    around = element
    while around is not None and around not in known:
        path.append(around)
        around = around.getparent()
    unlikely = known[around] if around is not None else False
    for inner in reversed(path):
        unlikely = unlikely or _is_named_unlikely(inner)
        known[inner] = unlikely
    return unlikely


def _is_named_unlikely(element: Any) -> bool:
    if element.tag in ("body", "html", "a", "article", "main"):
        return False
    if element.tag in ("aside", "nav", "footer") or element.get("role") in _ROLES:
        return True
    return _sounds_unlikely(f"{element.get('class') or ''} {element.get('id') or ''}")


@lru_cache(maxsize=4_096)
def _sounds_unlikely(named: str) -> bool:
    return bool(_UNLIKELY.search(named)) and not _LIKELY.search(named)
