"""The text of a page by its container: the element whose paragraphs weigh most, cleaned of lists of links.

After Readability (Arc90; Mozilla, Apache licence): paragraphs give points to the elements around
them, names of classes add or take some, dense links take more; neighbours that are as good join.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from briefer.importers.page_blocks import Block, Place, is_hidden

# Of names in lower case: a pattern that folds case itself is four times slower.
_UNLIKELY = re.compile(
    r"-ad-|ai2html|banner|breadcrumb|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|"
    r"header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|"
    r"supplemental|ad-break|agegate|pagination|pager|popup|yom-remote|newsletter|promo|share|teaser|"
    r"recirc|most-read|outbrain|taboola"
)
_LIKELY = re.compile(r"and|article|body|column|content|main|shadow|mathjax")
_GOOD = re.compile(
    r"article|body|content|entry|hentry|h-entry|main|page|pagination|post|text|blog|story"
)
_BAD = re.compile(
    r"-ad-|hidden|^hid$|banner|combx|comment|com-|contact|footer|gdpr|masthead|media|"
    r"meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget"
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


def contained(blocks: Sequence[Block], places: Sequence[Place]) -> set[int]:
    """The numbers of the blocks that are the page's text by its best container.

    `places` are those around the blocks, each before the one around it.
    """
    best: set[int] = set()
    for strict, tidy in ((True, True), (True, False), (False, False)):
        found = _Reading(blocks, places, strict=strict).text(tidy=tidy)
        if _length(blocks, found) > _length(blocks, best):
            best = found
        if _length(blocks, best) >= _ENOUGH:
            break
    return best


def _length(blocks: Sequence[Block], numbers: set[int]) -> int:
    return sum(len(blocks[number].text) for number in numbers)


class _Reading:
    """The points of a page's elements; `strict` leaves out what is unlikely by its name."""

    def __init__(self, blocks: Sequence[Block], places: Sequence[Place], *, strict: bool) -> None:
        """`places` are all those around the blocks, inner ones first."""
        self._blocks, self._places = blocks, places
        unlikely: dict[Place, bool] = {}
        self._kept = [
            not (strict and _is_unlikely(block.place, unlikely))
            and not is_hidden(block.place.tag, block.place.element)
            for block in blocks
        ]
        self._text = dict.fromkeys(places, 0)
        self._linked = dict.fromkeys(places, 0)
        self._points: dict[Place, float] = {}
        for block, kept in zip(blocks, self._kept, strict=True):
            if kept:
                self._text[block.place] += len(block.text)
                self._linked[block.place] += block.linked
        for place in places:
            if place.outer is not None:
                self._text[place.outer] += self._text[place]
                self._linked[place.outer] += self._linked[place]
        for block, kept in zip(blocks, self._kept, strict=True):
            if kept and len(block.text) >= 25:
                self._give(block)
        for place in self._points:
            self._points[place] *= 1 - self._density(place)

    def text(self, *, tidy: bool) -> set[int]:
        """The numbers of the blocks in the best container; `tidy` drops lists of links in it."""
        if not self._points:
            return set()
        chosen = self._chosen()
        messy: dict[Place, bool] = {}
        found = set()
        for number, block in enumerate(self._blocks):
            if not self._kept[number] or block.place.tag == "h1":
                continue
            is_clean = True
            around: Place | None = block.place
            while around is not None:
                if around in chosen:
                    if is_clean:
                        found.add(number)
                    break
                is_clean = is_clean and not (tidy and self._is_messy(around, messy))
                around = around.outer
        return found

    def _give(self, block: Block) -> None:
        points = 1 + len(_CLAUSES.findall(block.text)) + min(len(block.text) // 100, 3)
        holder: Place | None = block.place
        if block.place.tag not in _HOLDERS:
            holder = block.place.outer
        for level in range(5):
            if holder is None or holder.tag == "html":
                return
            if holder not in self._points:
                self._points[holder] = _POINTS.get(holder.tag, 0) + _weight(holder)
            self._points[holder] += points / (1 if level == 0 else 2 if level == 1 else level * 3)
            holder = holder.outer

    def _density(self, place: Place) -> float:
        return self._linked[place] / max(self._text[place], 1)

    def _chosen(self) -> set[Place]:
        """The best element, or one around it that is as good, and neighbours of its kind."""
        top = max(self._points, key=self._points.__getitem__)
        least, last = self._points[top] / 3, self._points[top]
        around = top.outer
        while around is not None:
            if around.tag == "body" or (around in self._points and self._points[around] < least):
                break
            if around in self._points:
                if self._points[around] > last:
                    top = around
                    break
                last = self._points[around]
            around = around.outer
        around = top.outer
        while around is not None and around.tag != "body" and _children(around) == 1:
            top, around = around, around.outer
        if around is None:
            return {top}
        beside = (place for place in self._places if place.outer is around)
        return {top, *(place for place in beside if self._joins(place, top))}

    def _joins(self, part: Place, top: Place) -> bool:
        if part is top:
            return False
        best = self._points.get(top, 0.0)
        named = part.element.get("class")
        bonus = best * 0.2 if named and named == top.element.get("class") else 0
        if part in self._points and self._points[part] + bonus >= max(10, best * 0.2):
            return True
        length, density = self._text[part], self._density(part)
        return part.tag == "p" and (
            (length > 80 and density < 0.25) or (0 < length < 80 and density == 0)
        )

    def _is_messy(self, place: Place, known: dict[Place, bool]) -> bool:
        """Whether a part of the container is a form, a foot or a list of links."""
        if place not in known:
            tag, density = place.tag, self._density(place)
            known[place] = tag in ("form", "fieldset", "footer", "aside")
            if tag in ("ul", "ol", "table", "div", "section", "dl"):
                weight = _weight(place)
                linked = weight < 25 and density > 0.2 and tag != "table"
                known[place] = weight < 0 or (linked and self._text[place] < 2_000) or density > 0.5
        return known[place]


def _children(place: Place) -> int:
    return sum(isinstance(child.tag, str) for child in place.element)


def _weight(place: Place) -> int:
    """25 for classes that sound good, as much off for such that sound bad; likewise for the id."""
    return _worth(place.element.get("class")) + _worth(place.element.get("id"))


@lru_cache(maxsize=4_096)
def _worth(names: str | None) -> int:
    sounds = [_named(name) for name in (names or "").split()]
    return 25 * (any(good for good, _ in sounds) - any(bad for _, bad in sounds))


@lru_cache(maxsize=8_192)
def _named(name: str) -> tuple[bool, bool]:
    name = name.lower()
    return bool(_GOOD.search(name)), bool(_BAD.search(name))


def _is_unlikely(place: Place, known: dict[Place, bool]) -> bool:
    """Whether the element or one around it is named as no article's text is."""
    path = []
    around: Place | None = place
    while around is not None and around not in known:
        path.append(around)
        around = around.outer
    unlikely = known[around] if around is not None else False
    for inner in reversed(path):
        unlikely = unlikely or _is_named_unlikely(inner)
        known[inner] = unlikely
    return unlikely


def _is_named_unlikely(place: Place) -> bool:
    element = place.element
    if place.tag in ("body", "html", "a", "article", "main"):
        return False
    if place.tag in ("aside", "nav", "footer") or element.get("role") in _ROLES:
        return True
    return _sounds_unlikely(f"{element.get('class') or ''} {element.get('id') or ''}")


@lru_cache(maxsize=4_096)
def _sounds_unlikely(names: str) -> bool:
    sounds = [_likelihood(name) for name in names.split()]
    return any(bad for bad, _ in sounds) and not any(good for _, good in sounds)


@lru_cache(maxsize=8_192)
def _likelihood(name: str) -> tuple[bool, bool]:
    """Whether a class or id sounds unlike an article, and whether like one."""
    name = name.lower()
    return bool(_UNLIKELY.search(name)), bool(_LIKELY.search(name))
