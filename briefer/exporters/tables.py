"""The actors of a document as bare data: CSV for spreadsheets, JSON for programs."""

import csv
import io
import json
from dataclasses import asdict
from pathlib import Path

from briefer.exporters.written_text import check_text
from briefer.model.document import ActorRow, Document

COLUMNS = (
    "name",
    "kind",
    "country",
    "roles",
    "aliases",
    "mentions",
    "articles",
    "sources",
    "salience",
)
# A spreadsheet takes a cell that begins so for a formula (OWASP, "CSV injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class CsvExporter:
    """Writes the actors table as CSV."""

    name = "csv"
    label = "Actors (CSV)"
    suffix = ".csv"

    def write(self, document: Document, path: Path) -> tuple[str, ...]:
        """Write the actors to `path`; the byte order mark tells Excel that it is UTF-8."""
        path.write_bytes(b"\xef\xbb\xbf" + actors_csv(document).encode("utf-8"))
        return ()

    def verify(self, document: Document, path: Path) -> None:
        """Read the file back. Raises ExportFailed."""
        del document
        check_text("name,kind", path)


class JsonExporter:
    """Writes the actors table as JSON."""

    name = "json"
    label = "Actors (JSON)"
    suffix = ".json"

    def write(self, document: Document, path: Path) -> tuple[str, ...]:
        """Write the actors to `path` as UTF-8."""
        plain = {"title": document.title, "actors": [asdict(row) for row in document.actors]}
        path.write_text(json.dumps(plain, ensure_ascii=False, indent=2) + "\n", "utf-8")
        return ()

    def verify(self, document: Document, path: Path) -> None:
        """Read the file back. Raises ExportFailed."""
        check_text(json.dumps(document.title, ensure_ascii=False), path)


def actors_csv(document: Document) -> str:
    """A header line and a line for each actor; several roles or aliases are parted by "; "."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in document.actors:
        writer.writerow([_cell(row, column) for column in COLUMNS])
    return file.getvalue()


def value_of(row: ActorRow, column: str) -> str | int | float:
    """A column of a row: a number, or text with several roles or aliases parted by "; "."""
    value = getattr(row, column)
    if isinstance(value, int | float):
        return value
    return "; ".join(str(part) for part in value) if isinstance(value, tuple) else value or ""


def _cell(row: ActorRow, column: str) -> str | int | float:
    value = value_of(row, column)
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
