"""An object of a PDF that is written out by hand. Imports reportlab: to be imported where it is used."""

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject


class Written(PDFObject):  # type: ignore[misc]
    """Text and references, one after the other: reportlab's dictionaries take five times as long."""

    def __init__(self, parts: Sequence[Any]) -> None:
        """`parts` are ASCII text and objects of reportlab."""
        self._parts = parts

    def format(self, document: Any) -> bytes:
        """As reportlab asks each object to put itself into the file."""
        return b"".join(
            part.encode("ascii") if isinstance(part, str) else part.format(document)
            for part in self._parts
        )
