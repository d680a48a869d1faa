"""Reads OpenDocument texts (LibreOffice) straight from their XML."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefer.importers.lines_article import article_from_lines
from briefer.importers.packed import names_in, open_zip, part_of, xml_of
from briefer.importers.sniffing import kind_of
from briefer.model.article import Article
from briefer.plugins import Progress

_MARK = b"mimetypeapplication/vnd.oasis.opendocument.text"
# What stands in these is no part of the running text.
_ASIDE = frozenset({"note", "annotation", "tracked-changes", "bibliography", "table-of-content"})
_BREAKS = {"tab": " ", "line-break": "\n", "soft-page-break": ""}


class OdtFile:
    """The importer of OpenDocument texts."""

    name = "odt"
    suffixes = frozenset({".odt", ".ott"})

    def claims(self, head: bytes, path: Path) -> float:
        """Sure of a zip file that says so first, or names its content."""
        if _MARK in head[:200]:
            return 1.0
        if kind_of(head) == "zip" and {"content.xml", "mimetype"} <= names_in(path):
            return 0.8
        return 0.7 if kind_of(head) == "zip" and path.suffix.lower() in self.suffixes else 0.0

    def read(self, path: Path, progress: Progress) -> Iterator[Article]:
        """The one article in the document. Raises UnreadableFile."""
        progress.step(0, 1, path.name)
        with open_zip(path) as packed:
            root = xml_of(part_of(packed, "content.xml", path), path)
        lines: list[str] = []
        headings: set[int] = set()
        for body in root.iter("{*}text"):
            for paragraph in body.iter("{*}p", "{*}h"):
                if any(_name(one) in _ASIDE for one in paragraph.iterancestors()):
                    continue
                style = next(
                    (v for k, v in paragraph.attrib.items() if k.endswith("style-name")), ""
                )
                if _name(paragraph) == "h" or style in ("Title", "Subtitle"):
                    headings.add(len(lines))
                lines.extend(_text(paragraph).split("\n"))
            break
        yield article_from_lines(lines, headings, path)


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _text(paragraph: Any) -> str:
    """The paragraph's own text; notes and text boxes in it are left out (boxes come by themselves)."""
    pieces: list[str] = [paragraph.text or ""]
    stack: list[Any] = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if isinstance(element, str):
            pieces.append(element)
            continue
        stack.append(element.tail or "")
        name = _name(element)
        if name == "s":
            count = next((v for k, v in element.attrib.items() if k.endswith("}c")), "1")
            pieces.append(" " * min(int(count) if count.isdecimal() and len(count) < 5 else 1, 100))
        elif name in _BREAKS:
            pieces.append(_BREAKS[name])
        elif name and name not in _ASIDE and name not in ("p", "h"):
            stack.extend(reversed(element))
            pieces.append(element.text or "")
    return "".join(pieces)
