"""A written PDF read back by another library before it may replace anything."""

from pathlib import Path

from briefer.model.document import Document
from briefer.model.errors import ExportFailed


def check_pdf(document: Document, path: Path) -> None:
    """Raises ExportFailed unless pdfium opens the file and finds its pages and its title."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise _failed(path, f"The finished PDF cannot be opened again ({error}).") from error
    try:
        if len(pdf) == 0:
            raise _failed(path, "The finished PDF has no pages.")
        text = pdf[0].get_textpage().get_text_bounded()
        # Letters only: readers part words of other scripts in their own ways.
        if not _letters(document.masthead.title) <= _letters(text):
            raise _failed(path, "The finished PDF does not show its own title.")
    finally:
        pdf.close()


def _letters(text: str) -> frozenset[str]:
    return frozenset(char for char in text if char.isascii() and char.isalpha())


def _failed(path: Path, what: str) -> ExportFailed:
    return ExportFailed(
        what,
        name=path.name,
        hint="Nothing was replaced. Export again; if it fails again, choose another format.",
    )
