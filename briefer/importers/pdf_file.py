"""Reads PDF through pdfium: paragraphs with their pages, hyphens undone, running heads dropped."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefer.importers.sniffing import kind_of, refuse_too_long
from briefer.importers.source_guess import guess
from briefer.model.article import Article, article_from_paragraphs
from briefer.model.errors import UnreadableFile
from briefer.plugins import Progress
from briefer.text.cleaning import clean
from briefer.text.language import detect

# More pages than any article; what is longer is a book or a bomb.
_MOST_PAGES = 600
# Lines this near to a page's edge are running heads when they come back on other pages.
_EDGE_LINES = 2
_END = re.compile(r"[.!?…。！？:;][\"'”»)\]]*$")
_PASSWORD_ERROR = 4


class PdfFile:
    """The importer of PDF files."""

    name = "pdf"
    suffixes = frozenset({".pdf"})

    def claims(self, head: bytes, path: Path) -> float:
        """Sure of the mark every PDF begins with; a broken one is claimed by its name."""
        if kind_of(head) == "pdf":
            return 1.0
        return 0.7 if path.suffix.lower() in self.suffixes else 0.0

    def read(self, path: Path, progress: Progress) -> Iterator[Article]:
        """The one article in the file. Raises UnreadableFile."""
        pages = _lines(path, progress)
        _drop_running_heads(pages)
        paragraphs, numbers = _paragraphs(pages)
        if not any(letter.isalnum() for text in paragraphs for letter in text):
            raise UnreadableFile(
                "This PDF holds only pictures of text.",
                name=str(path),
                hint="Ask the sender for a PDF with text, or paste the text.",
            )
        refuse_too_long("\n\n".join(paragraphs), path)
        found = guess(paragraphs)
        body = found.body or tuple(range(len(paragraphs)))
        kept = [paragraphs[index] for index in body]
        yield article_from_paragraphs(
            kept,
            found.source,
            language=detect("\n\n".join(kept)),
            pages=[numbers[index] for index in body],
        )


def _lines(path: Path, progress: Progress) -> list[list[str]]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise _unopened(path, error) from error
    try:
        count = len(document)
        if count > _MOST_PAGES:
            raise UnreadableFile(
                f"This PDF has {count:,} pages, more than any article.",
                name=str(path),
                hint="Save only the pages you need.",
            )
        pages = []
        for number in range(count):
            progress.step(number, count, path.name)
            text = document[number].get_textpage().get_text_bounded()
            # pdfium marks a hyphen at a line's end by U+FFFE or U+0002.
            text = re.sub("[\ufffe\x02]\\r?\\n?", "-\n", text)
            pages.append([clean(line).strip() for line in text.splitlines()])
    except pypdfium2.PdfiumError as error:
        raise _unopened(path, error) from error
    finally:
        document.close()
    return pages


def _unopened(path: Path, error: Exception) -> UnreadableFile:
    if "assword" in str(error) or getattr(error, "err_code", None) == _PASSWORD_ERROR:
        what = "This PDF is protected by a password."
        hint = "Open it with the password, print it to a new PDF, and drop that one."
    else:
        what, hint = "This PDF is damaged.", "Ask for it once more, or paste its text."
    return UnreadableFile(what, name=str(path), hint=hint)


def _drop_running_heads(pages: list[list[str]]) -> None:
    """Empty the lines at the edges that stand, digits aside, on several pages."""
    seen: Counter[str] = Counter()
    for page in pages:
        lines = [line for line in page if line]
        seen.update({_bare(line) for line in (*lines[:_EDGE_LINES], *lines[-_EDGE_LINES:])})
    often = max(2, len(pages) // 2)
    for page in pages:
        filled = [index for index, line in enumerate(page) if line]
        for index in (*filled[:_EDGE_LINES], *filled[-_EDGE_LINES:]):
            bare = _bare(page[index])
            if not bare or (len(pages) > 1 and seen[bare] >= often):
                page[index] = ""


def _bare(line: str) -> str:
    return re.sub(r"[\d\W]+", " ", re.sub(r"(?i)\bpage\b|\bseite\b|\bof\b", "", line)).strip()


def _paragraphs(pages: Sequence[Sequence[str]]) -> tuple[list[str], list[int]]:
    """Lines to paragraphs, by short last lines; a sentence that runs over a page goes on."""
    texts: list[str] = []
    numbers: list[int] = []
    is_open = False
    for number, page in enumerate(pages, 1):
        full = _full_width(page)
        for line in page:
            if not line:
                is_open = is_open and bool(texts) and not _END.search(texts[-1])
                continue
            if is_open:
                texts[-1] = _joined(texts[-1], line)
            else:
                texts.append(line)
                numbers.append(number)
            is_open = len(line) > 0.72 * full or (not _END.search(line) and len(line) > 0.5 * full)
    return texts, numbers


def _full_width(page: Sequence[str]) -> float:
    lengths = sorted(len(line) for line in page if line)
    return lengths[int(len(lengths) * 0.8)] if lengths else 1.0


def _joined(before: str, line: str) -> str:
    if before.endswith("-") and line[:1].islower():
        return before[:-1] + line
    return f"{before} {line}"
