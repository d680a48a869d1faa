"""The actors of a document as a spreadsheet (XLSX): text is text, numbers are numbers."""

import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from xml.sax.saxutils import escape

from briefer.exporters.spreadsheet_theme import theme
from briefer.exporters.tables import COLUMNS, value_of
from briefer.model.document import Document
from briefer.model.errors import ExportFailed

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
# Excel refuses a longer text in one cell, and these characters anywhere.
_LONGEST = 32_000
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# In characters, in the order of the columns.
_WIDTHS = (34, 14, 10, 40, 40, 10, 10, 18, 10)

_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/>'
    '<Override PartName="/xl/theme/theme1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>'
)
_ROOT = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
_BOOK = (
    f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>'
    '<sheet name="Actors" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_BOOK_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_RELATIONS}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId3" Type="{_RELATIONS}/theme" Target="theme/theme1.xml"/>'
    f'<Relationship Id="rId4" Type="{_RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
)
# Style 1 is the header's; style 2 is text, so that "=1+1" stays what it is when somebody edits it.
_STYLES = (
    f'{_HEAD}<styleSheet xmlns="{_MAIN}">'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" '
    'applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


class SpreadsheetExporter:
    """Writes the actors table as XLSX."""

    name = "xlsx"
    label = "Actors (Excel)"
    suffix = ".xlsx"

    def write(self, document: Document, path: Path) -> tuple[str, ...]:
        """Write the actors to `path`; the same document gives the same bytes."""
        moment = datetime.fromisoformat(document.created)
        moment = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
        # ZIP knows no year before 1980.
        stamp = (max(moment.year, 1980), *moment.timetuple()[1:6])
        texts = _Texts()
        sheet = "".join(_sheet(document, texts))
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for name, text in (
                ("[Content_Types].xml", _TYPES),
                ("_rels/.rels", _ROOT),
                ("xl/workbook.xml", _BOOK),
                ("xl/_rels/workbook.xml.rels", _BOOK_RELATIONS),
                ("xl/styles.xml", _STYLES),
                ("xl/theme/theme1.xml", theme("Calibri")),
                ("xl/sharedStrings.xml", texts.part()),
                ("xl/worksheets/sheet1.xml", sheet),
            ):
                entry = zipfile.ZipInfo(name, stamp)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 3
                entry.external_attr = 0o600 << 16
                package.writestr(entry, text.encode("utf-8"))
        return ()

    def verify(self, document: Document, path: Path) -> None:
        """Read the file back and count its rows. Raises ExportFailed."""
        from lxml import etree

        try:
            with zipfile.ZipFile(path) as package:
                sheet = etree.fromstring(package.read("xl/worksheets/sheet1.xml"))
        except (OSError, KeyError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
            raise _failed(path, "The finished spreadsheet cannot be opened again.") from error
        if len(sheet.findall(f".//{{{_MAIN}}}row")) != len(document.actors) + 1:
            raise _failed(path, "The finished spreadsheet does not hold all actors.")


class _Texts:
    """The texts of all cells, each once: Excel would move them there at the next saving."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._used = 0

    def cell(self, at: int, row: int, text: str, *, style: int) -> str:
        """A cell that holds the text, in column `at` from 0."""
        clean = escape(_REFUSED.sub("", text)[:_LONGEST])
        number = self._numbers.setdefault(clean, len(self._numbers))
        self._used += 1
        return f'<c r="{chr(65 + at)}{row}" s="{style}" t="s"><v>{number}</v></c>'

    def part(self) -> str:
        """All texts, in the order of their numbers."""
        texts = "".join(f'<si><t xml:space="preserve">{text}</t></si>' for text in self._numbers)
        counts = f'count="{self._used}" uniqueCount="{len(self._numbers)}"'
        return f'{_HEAD}<sst xmlns="{_MAIN}" {counts}>{texts}</sst>'


def _sheet(document: Document, texts: _Texts) -> Iterator[str]:
    last = chr(ord("A") + len(COLUMNS) - 1)
    yield f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    yield "</sheetView></sheetViews><cols>"
    for number, width in enumerate(_WIDTHS, 1):
        yield f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
    yield '</cols><sheetData><row r="1">'
    yield from (texts.cell(at, 1, column, style=1) for at, column in enumerate(COLUMNS))
    yield "</row>"
    for number, row in enumerate(document.actors, 2):
        yield f'<row r="{number}">'
        for at, column in enumerate(COLUMNS):
            value = value_of(row, column)
            if isinstance(value, str):
                yield texts.cell(at, number, value, style=2)
            else:
                yield f'<c r="{chr(65 + at)}{number}"><v>{value}</v></c>'
        yield "</row>"
    yield f'</sheetData><autoFilter ref="A1:{last}{len(document.actors) + 1}"/></worksheet>'


def _failed(path: Path, what: str) -> ExportFailed:
    return ExportFailed(
        what,
        name=path.name,
        hint="Nothing was replaced. Export again; if it fails again, choose another format.",
    )
