"""Reads PDF through pdfium: paragraphs with their pages, columns in order, running heads dropped."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from briefer.importers.pdf_lines import Line, page_lines
from briefer.importers.pdf_paragraphs import paragraphs, without_running_heads
from briefer.importers.sniffing import kind_of, refuse_too_long, refuse_too_many
from briefer.importers.source_guess import guess
from briefer.model.article import Article, article_from_paragraphs
from briefer.model.errors import UnreadableFile
from briefer.plugins import Progress
from briefer.text.language import detect

# More pages than any article; what is longer is a book or a bomb.
_MOST_PAGES = 600
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
        pages, warnings = pdf_pages(path, progress)
        found = paragraphs(without_running_heads(pages))
        texts = [paragraph.text for paragraph in found]
        refuse_too_long("\n\n".join(texts), path)
        refuse_too_many(len(texts), path)
        stated = guess(texts, sizes=[paragraph.size for paragraph in found])
        body = stated.body or tuple(range(len(texts)))
        kept = [texts[index] for index in body]
        yield article_from_paragraphs(
            kept,
            stated.source,
            language=detect("\n\n".join(kept)),
            pages=[found[index].page for index in body],
            warnings=warnings,
        )


def first_page(path: Path) -> list[Line]:
    """The lines of the first page; none if the file cannot be opened."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(path) as document:
            return page_lines(document[0])[0] if len(document) else []
    except (pypdfium2.PdfiumError, OSError):
        return []


def pdf_pages(path: Path, progress: Progress) -> tuple[list[list[Line]], list[str]]:
    """The lines of each page in reading order, and what a reader should know of the reading.

    Raises UnreadableFile for damaged and protected files, for too many pages and for mere pictures.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise _unopened(path, error) from error
    pages: list[list[Line]] = []
    turned: list[int] = []
    edges: Sequence[float] = ()
    try:
        count = len(document)
        if count > _MOST_PAGES:
            raise UnreadableFile(
                f"This PDF has {count:,} pages, more than any article.",
                name=str(path),
                hint="Save only the pages you need.",
            )
        for number in range(count):
            progress.step(number, count, path.name)
            lines, edges = page_lines(document[number], edges)
            pages.append(lines)
            turned += [number + 1] if edges else []
    except pypdfium2.PdfiumError as error:
        raise _unopened(path, error) from error
    finally:
        document.close()
    if not any(any(map(str.isalnum, line.text)) for page in pages for line in page):
        raise UnreadableFile(
            "This PDF holds only pictures of text.",
            name=str(path),
            hint="Ask the sender for a PDF with text, or paste the text.",
        )
    return pages, _warnings(pages, turned)


def _warnings(pages: list[list[Line]], turned: list[int]) -> list[str]:
    warnings = []
    empty = [number for number, page in enumerate(pages, 1) if not page]
    if empty:
        warnings.append(f"No text was found on {_named(empty)}: blank, or only pictures of text.")
    if turned:
        warnings.append(f"Columns were put in order on {_named(turned)}.")
    return warnings


def _named(numbers: list[int]) -> str:
    listed = ", ".join(map(str, numbers[:12])) + ("…" if len(numbers) > 12 else "")
    return f"page {listed}" if len(numbers) == 1 else f"pages {listed}"


def _unopened(path: Path, error: Exception) -> UnreadableFile:
    if "assword" in str(error) or getattr(error, "err_code", None) == _PASSWORD_ERROR:
        what = "This PDF is protected by a password."
        hint = "Open it with the password, print it to a new PDF, and drop that one."
    else:
        what, hint = "This PDF is damaged.", "Ask for it once more, or paste its text."
    return UnreadableFile(what, name=str(path), hint=hint)
