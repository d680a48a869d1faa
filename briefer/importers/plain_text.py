"""Reads .txt and .md: paragraphs, headings, and the source as the text itself states it."""

import re
from collections.abc import Iterator
from pathlib import Path

from briefer.importers.sniffing import (
    kind_of,
    no_words,
    refuse_binary,
    refuse_too_long,
    refuse_too_many,
)
from briefer.importers.source_guess import guess, is_front_line
from briefer.model.article import Article, article_from_paragraphs
from briefer.plugins import Progress
from briefer.text.cleaning import clean, decode, paragraphs_from
from briefer.text.language import detect

_HEADING = re.compile(r"#{1,6} (.*?)(?: #+)?")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,500})\]\(([^()\s]{0,2000})(?: \"[^\"\n]{0,300}\")?\)")
_EMPHASIS = re.compile(r"(?<![\w*])(\*\*|__)(?=\S)([^*_\n]{1,500}?)(?<=\S)\1(?![\w*])")
_RULE = re.compile(r"[-*_=~ ]{3,}")
_QUOTE_MARK = re.compile(r"(?:> ?)+")
# Front lines (byline, date) stand among these first lines; each is kept apart from its neighbours.
_HEAD_LINES = 16


class PlainText:
    """The importer of plain and Markdown texts."""

    name = "plain-text"
    suffixes = frozenset({".txt", ".md", ".markdown", ".text"})

    def claims(self, head: bytes, path: Path) -> float:
        """Sure of text with a text name; a binary with one is claimed, to say what is wrong."""
        named = path.suffix.lower() in self.suffixes
        kind = kind_of(head)
        if kind == "text":
            return 0.8 if named else 0.3
        if kind == "html":
            return 0.5 if path.suffix.lower() in {".md", ".markdown"} else 0.1
        return 0.2 if named and kind in ("binary", "zip") else 0.0

    def read(self, path: Path, progress: Progress) -> Iterator[Article]:
        """The one article in the file. Raises UnreadableFile."""
        progress.step(0, 1, path.name)
        raw = path.read_bytes()
        refuse_binary(raw[:8192], path)
        yield article_from_text(decode(raw), path=path)


def article_from_text(text: str, *, path: Path | None = None) -> Article:
    """The article in `text`; Markdown's links and heading marks are undone.

    Raises UnreadableFile for texts that are blank or longer than any article.
    """
    refuse_too_long(text, path)
    paragraphs, headings = _paragraphs(clean(text))
    refuse_too_many(len(paragraphs), path)
    if not any(any(letter.isalnum() for letter in paragraph) for paragraph in paragraphs):
        raise no_words(path)
    titled = min((i for i in headings if i < 3), default=None)
    if titled is not None and len(paragraphs) == 1:
        titled = None
    found = guess(paragraphs, titled=titled)
    body = found.body or tuple(range(len(paragraphs)))
    kept = [paragraphs[index] for index in body]
    return article_from_paragraphs(
        kept,
        found.source,
        language=detect("\n\n".join(kept)),
        headings=frozenset(at for at, index in enumerate(body) if index in headings),
    )


def _paragraphs(text: str) -> tuple[list[str], set[int]]:
    lines, marked = _unmarked(text.split("\n"))
    found: list[str] = []
    headings: set[int] = set()
    block: list[str] = []

    def close() -> None:
        found.extend(paragraphs_from("\n".join(block)))
        block.clear()

    for number, line in enumerate(lines):
        if number in marked:
            close()
            if line:
                headings.add(len(found))
                found.append(line)
        else:
            block.append(line)
    close()
    return found, headings


def _unmarked(lines: list[str]) -> tuple[list[str], set[int]]:
    """The lines without Markdown, front lines set apart, and which of them are headings."""
    result: list[str] = []
    marked: set[int] = set()
    seen = 0
    for line in lines:
        heading = _HEADING.fullmatch(line) if line.startswith("#") else None
        if heading:
            marked.add(len(result))
        plain = _plain(heading[1] if heading else line)
        if plain and not heading:
            seen += 1
            if seen <= _HEAD_LINES and is_front_line(plain):
                result.extend(("", plain, ""))
                continue
        result.append(plain)
    return result, marked


def _plain(line: str) -> str:
    if line.startswith(">"):
        line = line[_QUOTE_MARK.match(line).end() :]  # type: ignore[union-attr]
    if _RULE.fullmatch(line):
        return ""
    if "](" in line:
        line = _LINK.sub(r"\1", line)
    if "**" in line or "__" in line:
        line = _EMPHASIS.sub(r"\2", line)
    return line.strip()
