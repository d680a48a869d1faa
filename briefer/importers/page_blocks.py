"""A web page cut into its blocks of text, in the order of the page."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from briefer.text.cleaning import clean

# Nothing in these is read by a reader as text of the page.
_SILENT = frozenset(
    "script style noscript template svg head iframe button select option textarea input object "
    "embed canvas audio video map math dialog".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meter output q "
    "rp rt ruby s samp small span strike strong sub sup time tt u var wbr nobr img picture source "
    "track amp-img".split()
)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WORD = re.compile(r"\w")


class Place:
    """An element (lxml) where it stands: `outer` is the place of the one around it, `number` counts
    the elements of a page in its order, so that what is said of them fits in lists.
    """

    __slots__ = ("element", "number", "outer", "tag")

    def __init__(self, element: Any, outer: "Place | None", number: int) -> None:
        """The place of `element`; the outermost has no `outer`."""
        self.element = element
        self.outer = outer
        self.number = number
        self.tag: str = element.tag


class Block(NamedTuple):
    """A run of text that no element of layout interrupts: a paragraph, a heading, a list's entry.

    `place` is the innermost element of layout around it, `linked` and `bold` count the characters
    of `text` in links and in bold type.
    """

    text: str
    place: Place
    linked: int
    bold: int


def parsed(html: str) -> Any:
    """The page's elements (lxml). Raises ValueError where there are none."""
    from lxml import etree

    # Bytes, since lxml refuses text whose XML declaration names an encoding. A "huge" tree may be
    # more than 256 elements deep; callers refuse pages of more than a thousand. Plain elements:
    # lxml.html's look up a class of their own for each that is touched.
    parser = etree.HTMLParser(
        huge_tree=True, no_network=True, encoding="utf-8", collect_ids=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(html.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
    if root is None:
        raise ValueError("a page without elements")
    return root


def with_one_class(library: Any) -> None:
    """Have a library's `utils.HTML_PARSER` make elements all of one class: choosing one for each costs
    a fifth of its time.
    """
    from lxml import etree, html

    parser = getattr(library.utils, "HTML_PARSER", None)
    if parser is not None:
        parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))


def text_in(element: Any) -> str:
    """All the text in an element."""
    return "".join(element.itertext())


def blocks_of(tree: Any) -> list[Block]:
    """The blocks of a parsed page (lxml); the elements' nesting may be as deep as lxml allows."""
    body = tree.find(".//body")
    return _cleaned(_Walk().through(tree if body is None else body))


def _cleaned(blocks: list[Block]) -> list[Block]:
    """The blocks with texts fit to be kept; those of nothing but unwanted characters drop out."""
    whole = "\n".join(block.text for block in blocks)
    cleaned = clean(whole)
    if cleaned == whole:
        return blocks
    texts = cleaned.split("\n")
    return [
        Block(text, block.place, min(block.linked, len(text)), min(block.bold, len(text)))
        for text, block in zip(texts, blocks, strict=True)
        if _WORD.search(text)
    ]


def reached(blocks: Sequence[Block]) -> list[Place]:
    """The places around the blocks, each before the one around it."""
    found: dict[Place, None] = {}
    for block in blocks:
        place: Place | None = block.place
        while place is not None and place not in found:
            found[place] = None
            place = place.outer
    return sorted(found, key=lambda place: -place.number)


def is_hidden(tag: str, told: Any) -> bool:
    """Whether the page itself says not to show an element; `told` has its attributes by name."""
    style = told.get("style")
    if style and _HIDING.search(style):
        return True
    if told.get("hidden") is not None:
        return True
    return told.get("aria-hidden") == "true" and tag not in ("span", "i", "a", "p")


def _is_doubled(end: Any) -> bool:
    """Whether another line end follows: the way old pages part paragraphs."""
    following = end.getnext()
    blank = end.tail is None or not end.tail.strip()
    return blank and following is not None and following.tag == "br"


class _Walk:
    """Reads a page element by element; its stack is explicit, since pages nest deeper than calls."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._parts: list[str] = []
        self._linked = self._bold = 0

    def through(self, root: Any) -> list[Block]:
        """The blocks inside `root`."""
        outer = None
        for number, around in enumerate([*root.iterancestors()][::-1]):
            outer = Place(around, outer, number)
        count = outer.number + 1 if outer else 0
        place = Place(root, outer, count)
        # Element, the place its text belongs to, its own, whether in a link or bold, children to come.
        stack = [(place, place, False, False, iter(root))]
        self._read(root.text, linked=False, bold=False)
        # Most elements are in no link and bear no text of their own: what is done for each of some
        # thousands stands here, not in calls.
        while stack:
            place, block, linked, bold, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                if block is place and self._parts:
                    self._close(place)
                tail = place.element.tail
                if stack and tail:
                    self._read(tail, linked=stack[-1][2], bold=stack[-1][3])
                continue
            tag = child.tag
            if tag == "br":
                self._read("\n", linked=linked, bold=bold)
                if _is_doubled(child):
                    self._close(block)
            elif isinstance(tag, str) and tag not in _SILENT:
                count += 1
                is_inline = tag in _INLINE
                if not is_inline and self._parts:
                    self._close(block)
                in_link, in_bold = linked or tag == "a", bold or tag in ("b", "strong")
                text = child.text
                if text:
                    self._read(text, linked=in_link, bold=in_bold)
                if len(child):
                    inner = Place(child, place, count)
                    around = block if is_inline else inner
                    stack.append((inner, around, in_link, in_bold, iter(child)))
                    continue
                if not is_inline and self._parts:
                    self._close(Place(child, place, count))
            tail = child.tail
            if tail:
                self._read(tail, linked=linked, bold=bold)
        return self._blocks

    def _read(self, text: str | None, *, linked: bool, bold: bool) -> None:
        # Blanks before a block's first word are no part of it: most elements begin with such.
        if not text or (not self._parts and text.isspace()):
            return
        self._parts.append(text)
        if linked or bold:
            length = len(text.strip())
            self._linked += length if linked else 0
            self._bold += length if bold else 0

    def _close(self, place: Place) -> None:
        if not self._parts:
            return
        text = " ".join("".join(self._parts).split())
        if text and _WORD.search(text):
            most = len(text)
            linked, bold = min(self._linked, most), min(self._bold, most)
            self._blocks.append(Block(text, place, linked, bold))
        self._parts = []
        self._linked = self._bold = 0
