"""Reads Factiva's XML, whatever namespaces its version uses."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefer.importers.newsdb.cuts import Cut, articles
from briefer.importers.packed import xml_of
from briefer.importers.sniffing import start_of
from briefer.model.article import Article
from briefer.model.errors import UnreadablePart
from briefer.plugins import Progress

_ONE_LINE = {
    "byline": "authors",
    "sourceName": "outlet",
    "sectionName": "section",
    "columnName": "section",
    "baseLanguage": "language",
}
_TEXT = ("leadParagraph", "tailParagraphs")


class FactivaXml:
    """The importer of Factiva's XML."""

    name = "factiva-xml"
    suffixes = frozenset({".xml"})

    def claims(self, head: bytes, path: Path) -> float:
        """Sure of an XML file with a set of Factiva's articles."""
        if not head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
            return 0.0
        start = start_of(path, head)
        marked = b"accessionNo>" in start and (b"headline>" in start or b"leadParagraph" in start)
        return 0.97 if b"rticleResultSet" in start or marked else 0.0

    def read(self, path: Path, progress: Progress) -> Iterator[Article | UnreadablePart]:
        """The articles of the export. Raises UnreadableFile."""
        progress.step(0, 1, path.name)
        root = xml_of(path.read_bytes(), path, mend=True)
        counts = [one.get("count") or "" for one in root.iter() if _is_set(one)]
        declared = sum(int(count) for count in counts if count.isdecimal() and len(count) < 7)
        cuts = (_cut(number, one) for number, one in enumerate(root.iter("{*}article"), 1))
        yield from articles(cuts, declared=declared)


def _is_set(element: Any) -> bool:
    return isinstance(element.tag, str) and element.tag.endswith("rticleResultSet")


def _cut(number: int, article: Any) -> Cut:
    cut = Cut(number)
    for field in article:
        if not isinstance(field.tag, str):
            continue
        name = field.tag.rpartition("}")[2]
        where = f'the field "{name}"'
        if name == "headline":
            cut.learn("title", " ".join(_paragraphs(field)), where)
        elif name == "publicationDate":
            cut.learn("published", _date(field), where)
        elif name in ("pages", "page"):
            numbers = [_text(page) for page in field.iter("{*}page")] or [_text(field)]
            cut.learn("page", ", ".join(number for number in numbers if number), where)
        elif name in _ONE_LINE:
            cut.learn(_ONE_LINE[name], _text(field), where)
        elif name in _TEXT:
            cut.lines += _paragraphs(field)
    return cut


def _date(field: Any) -> str:
    """A date with its time, or the plain day, which some versions write beside each other."""
    return next((_text(part) for part in field.iter("{*}dateTime", "{*}date")), "") or _text(field)


def _paragraphs(field: Any) -> list[str]:
    found = [_text(paragraph) for paragraph in field.iter("{*}paragraph", "{*}para")]
    return [text for text in found if text] or [_text(field)]


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
