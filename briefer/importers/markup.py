"""Web pages as trees and their elements as lines; nothing they refer to is ever fetched."""

import contextlib
import re
from pathlib import Path
from typing import Any

from briefer.importers.html_page import refuse_monsters
from briefer.importers.sniffing import no_words
from briefer.text.cleaning import clean, decode

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w\-]{2,30})", re.IGNORECASE)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "br",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
_UNSEEN = frozenset({"script", "style", "head", "title", "noscript", "template"})


def decode_page(raw: bytes) -> str:
    """The text of a page: UTF-8 where it is, else what the page says of itself, else statistics.

    Pages of databases say ISO-8859-1 of UTF-8, but never the other way round.
    """
    said = _CHARSET.search(raw[:4096])
    if said and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            # Some names of character sets decode nothing ("undefined", "idna").
            with contextlib.suppress(LookupError, ValueError):
                return raw.decode(said[1].decode("ascii"), "replace")
    return decode(raw)


def parse_page(html: str, path: Path | None = None) -> Any:
    """The page as a tree. Raises UnreadableFile for pages without words or built to hang readers."""
    from lxml import html as pages
    from lxml.etree import ParserError

    refuse_monsters(html, path)
    try:
        return pages.document_fromstring(
            clean(html), parser=pages.HTMLParser(huge_tree=False, no_network=True)
        )
    except (ParserError, ValueError) as error:
        raise no_words(path) from error


def element_lines(element: Any) -> list[str]:
    """The lines a reader sees in an element: broken at blocks and <br>, blanks as one."""
    pieces: list[str] = []
    _collect(element, pieces)
    lines = "".join(pieces).split("\n")
    return [line for line in (" ".join(line.split()) for line in lines) if line]


def _collect(element: Any, pieces: list[str]) -> None:
    """Walk without recursion: pages nest as deep as their senders like."""
    stack: list[tuple[Any, bool]] = [(element, False)]
    while stack:
        node, done = stack.pop()
        if isinstance(node, str):
            pieces.append(" ".join(f".{node}.".split())[1:-1])
            continue
        if not isinstance(node.tag, str):
            continue
        # XHTML in a feed carries its namespace.
        tag = node.tag.rpartition("}")[2]
        is_block = tag in _BLOCKS
        if done:
            if is_block:
                pieces.append("\n")
            continue
        if tag in _UNSEEN:
            continue
        if is_block:
            pieces.append("\n")
        stack.append((node, True))
        inner: list[Any] = [node.text or ""]
        for child in node:
            inner += [child, child.tail or ""]
        stack.extend((part, False) for part in reversed(inner))
