"""Reads ProQuest's web pages, and the mails whose body is such a page."""

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefer.importers.mail_parts import html_of
from briefer.importers.markup import decode_page, element_lines, parse_page
from briefer.importers.newsdb.cuts import Cut, articles
from briefer.importers.newsdb.proquest_fields import cut_from_record, field_named
from briefer.importers.sniffing import kind_of, start_of
from briefer.model.article import Article
from briefer.model.errors import UnreadableFile, UnreadablePart
from briefer.plugins import Progress
from briefer.text.cleaning import clean_line

# Mail programs put letters of their own before the names of anchors in what they forward.
_ANCHOR = re.compile(
    r"<a\s[^>]{0,40}?name\s*=\s*[\"']?[\w\-]{0,60}DocID_[^>]{0,200}>", re.IGNORECASE
)
_HEADERS = re.compile(rb"\s*[A-Za-z\-]{2,40}:")
# The text stands in an element of ProQuest's own, badly nested: its tags are read as they come.
_TEXT, _TEXT_END = (
    re.compile(r"<text\b[^>]*>", re.IGNORECASE),
    re.compile(r"</text\s*>", re.IGNORECASE),
)
_LABEL = re.compile(r"<strong\b[^>]*>([^<>:]{2,60}?):?\s*</strong>\s*:?", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


class ProQuestPage:
    """The importer of ProQuest's web pages and mails."""

    name = "proquest-html"
    suffixes = frozenset({".html", ".htm", ".eml"})

    def claims(self, head: bytes, path: Path) -> float:
        """Sure of the database's anchors, in a page or in a mail's quoted-printable."""
        if kind_of(head) not in ("html", "text"):
            return 0.0
        start = start_of(path, head)
        joined = start
        if not start.lstrip().startswith(b"<"):
            # A mail may be in quoted-printable.
            joined = start.replace(b"=\r\n", b"").replace(b"=\n", b"").replace(b"=3D", b"=")
        if b"DocID_" in joined and _ANCHOR.search(joined.decode("latin-1")):
            return 0.98
        if b"base64" not in start or not _HEADERS.match(start):
            return 0.0
        try:
            return 0.98 if any(map(_ANCHOR.search, html_of(start, path))) else 0.0
        except UnreadableFile:
            return 0.0

    def read(self, path: Path, progress: Progress) -> Iterator[Article | UnreadablePart]:
        """The articles of the export. Raises UnreadableFile."""
        progress.step(0, 1, path.name)
        raw = path.read_bytes()
        html = decode_page(raw)
        if html.lstrip()[:1] != "<":
            html = next((part for part in html_of(raw, path) if _ANCHOR.search(part)), html)
        starts = [hit.end() for hit in _ANCHOR.finditer(html)]
        edges = [*starts, len(html)]
        pieces = (html[a:b] for a, b in itertools.pairwise(edges))
        yield from articles(_cut(number, piece) for number, piece in enumerate(pieces, 1))


def _cut(number: int, html: str) -> Cut:
    opened = _TEXT.search(html)
    closed = _TEXT_END.search(html, opened.end()) if opened else None
    text = _lines(html[opened.end() : closed.start()]) if opened and closed else []
    rest = html[: opened.start()] + html[closed.end() :] if opened and closed else html
    labels = [hit for hit in _LABEL.finditer(rest) if field_named(clean_line(_plain(hit[1])))]
    fields: list[tuple[str, str, str]] = []
    ends = [hit.start() for hit in labels[1:]] + [len(rest)]
    for hit, end in zip(labels, ends, strict=False):
        label = clean_line(_plain(hit[1]))
        lines = _lines(rest[hit.end() : end])
        field = field_named(label) or "tail"
        if field == "text" and not text:
            text = lines
        # The headline of the next record's page furniture may follow the last field.
        fields.append((field, label, lines[0] if lines else ""))
    head = _lines(rest[: labels[0].start()] if labels else rest)
    return cut_from_record(number, head[0] if head else "", fields, text)


def _plain(html: str) -> str:
    return _TAG.sub(" ", html)


def _lines(html: str) -> list[str]:
    if not _TAG.sub("", html).strip():
        return []
    element: Any = parse_page(f"<div>{html}</div>")
    return element_lines(element)
