"""Reads DOCX straight from its XML: paragraphs, headings, and the source the text states."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefer.importers.packed import names_in, open_zip, part_of, xml_of
from briefer.importers.sniffing import (
    MOST_CHARACTERS,
    MOST_PARAGRAPHS,
    kind_of,
    no_words,
    refuse_too_long,
)
from briefer.importers.source_guess import guess
from briefer.model.article import Article, article_from_paragraphs
from briefer.model.errors import UnreadableFile
from briefer.plugins import Progress
from briefer.text.cleaning import clean
from briefer.text.language import detect

_MAIN = "word/document.xml"


class WordFile:
    """The importer of Word documents."""

    name = "docx"
    suffixes = frozenset({".docx"})

    def claims(self, head: bytes, path: Path) -> float:
        """Sure of a zip that names Word's parts."""
        named = path.suffix.lower() in self.suffixes
        if kind_of(head) in ("word", "zip") and _MAIN in names_in(path):
            return 1.0 if named else 0.8
        return 0.7 if named else 0.0

    def read(self, path: Path, progress: Progress) -> Iterator[Article]:
        """The one article in the document. Raises UnreadableFile."""
        progress.step(0, 1, path.name)
        paragraphs, headings = _paragraphs(_main_part(path), path)
        if not any(letter.isalnum() for text in paragraphs for letter in text):
            raise no_words(path)
        refuse_too_long("\n\n".join(paragraphs), path)
        titled = min((index for index in headings if index < 3), default=None)
        found = guess(paragraphs, titled=titled)
        body = found.body or tuple(range(len(paragraphs)))
        kept = [paragraphs[index] for index in body]
        yield article_from_paragraphs(
            kept,
            found.source,
            language=detect("\n\n".join(kept)),
            headings=frozenset(at for at, index in enumerate(body) if index in headings),
        )


def _main_part(path: Path) -> bytes:
    with open_zip(path) as packed:
        return part_of(packed, _MAIN, path)


def _paragraphs(content: bytes, path: Path) -> tuple[list[str], frozenset[int]]:
    from lxml import etree

    root = xml_of(content, path)
    texts: list[str] = []
    headings: set[int] = set()
    length = 0
    for paragraph in root.iter("{*}p"):
        # Text boxes hold paragraphs of their own inside a paragraph.
        if any(etree.QName(one).localname == "p" for one in paragraph.iterancestors()):
            continue
        text = " ".join(clean(_text(paragraph)).split())
        if not text:
            continue
        style = next((s.get(_value(s)) or "" for s in paragraph.iter("{*}pStyle")), "")
        if style.lower().startswith(("heading", "title", "berschrift", "titre")):
            headings.add(len(texts))
        texts.append(text)
        length += len(text)
        # A million paragraphs would be given up for their time, without saying why.
        if length > MOST_CHARACTERS or len(texts) > MOST_PARAGRAPHS:
            raise UnreadableFile(
                "This Word document is longer than any article.",
                name=str(path),
                hint="Save only the article you need, or paste its text.",
            )
    return texts, frozenset(headings)


def _value(element: Any) -> str:
    return next((name for name in element.attrib if name.endswith("}val")), "val")


def _text(paragraph: Any) -> str:
    parts: list[str] = []
    for element in paragraph.iter("{*}t", "{*}tab", "{*}br", "{*}noBreakHyphen"):
        name = element.tag.rpartition("}")[2]
        parts.append({"t": element.text or "", "noBreakHyphen": "-"}.get(name, " "))
    return "".join(parts)
