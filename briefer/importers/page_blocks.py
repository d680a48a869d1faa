"""A web page cut into its blocks of text, in the order of the page."""

import re
from dataclasses import dataclass
from typing import Any

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


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that no element of layout interrupts: a paragraph, a heading, a list's entry.

    `element` is the innermost element of layout around it (lxml), `linked` and `bold` count the
    characters of `text` in links and in bold type.
    """

    text: str
    element: Any
    linked: int
    bold: int


def parsed(html: str) -> Any:
    """The page's elements (lxml). Raises ValueError or lxml's ParserError where there are none."""
    from lxml import html as pages

    # Bytes, since lxml refuses text whose XML declaration names an encoding. A "huge" tree may be
    # more than 256 elements deep; callers refuse pages of more than a thousand.
    parser = pages.HTMLParser(huge_tree=True, no_network=True, encoding="utf-8")
    return pages.document_fromstring(html.encode("utf-8", "replace"), parser=parser)


def blocks_of(tree: Any) -> list[Block]:
    """The blocks of a parsed page (lxml); the elements' nesting may be as deep as lxml allows."""
    body = tree.find(".//body")
    return _Walk().through(tree if body is None else body)


def is_hidden(element: Any) -> bool:
    """Whether the page itself says not to show the element."""
    style = element.get("style")
    if style and _HIDING.search(style):
        return True
    if element.get("hidden") is not None:
        return True
    return element.get("aria-hidden") == "true" and element.tag not in ("span", "i", "a", "p")


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
        # Element, the block it belongs to, whether in a link, whether in bold, children to come.
        stack = [(root, root, False, False, iter(root))]
        self._read(root.text, linked=False, bold=False)
        while stack:
            element, block, linked, bold, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                if block is element:
                    self._close(element)
                if stack:
                    self._read(element.tail, linked=stack[-1][2], bold=stack[-1][3])
                continue
            if child.tag == "br":
                self._read("\n", linked=linked, bold=bold)
                if _is_doubled(child):
                    self._close(block)
            elif isinstance(child.tag, str) and child.tag not in _SILENT:
                around = block
                if child.tag not in _INLINE:
                    self._close(block)
                    around = child
                in_link, in_bold = linked or child.tag == "a", bold or child.tag in ("b", "strong")
                self._read(child.text, linked=in_link, bold=in_bold)
                stack.append((child, around, in_link, in_bold, iter(child)))
                continue
            self._read(child.tail, linked=linked, bold=bold)
        return self._blocks

    def _read(self, text: str | None, *, linked: bool, bold: bool) -> None:
        if text:
            self._parts.append(text)
            length = len(text.strip())
            self._linked += length if linked else 0
            self._bold += length if bold else 0

    def _close(self, element: Any) -> None:
        text = " ".join("".join(self._parts).split())
        if text and _WORD.search(text):
            most = len(text)
            linked, bold = min(self._linked, most), min(self._bold, most)
            self._blocks.append(Block(text, element, linked, bold))
        self._parts = []
        self._linked = self._bold = 0
