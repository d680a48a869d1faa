"""Document to PDF: real pages with bookmarks, links, metadata, structure and embedded fonts.

Pages are laid out here, line by line, and written through reportlab's canvas: its paragraphs read
text as markup, know no shaping of mixed scripts and must lay everything out twice for a table of
contents.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from briefer.exporters.listing import Row, contents_rows, opening, wants_contents
from briefer.exporters.look import MARGIN_SIDE, PAPER_SIZES, design
from briefer.exporters.pdf_blocks import BlockSetting
from briefer.exporters.pdf_canvas import PageCanvas
from briefer.exporters.pdf_check import check_pdf
from briefer.exporters.pdf_head import contents, draw_furniture, masthead
from briefer.exporters.pdf_pages import Placed, paginate
from briefer.exporters.pdf_strip_drawing import draw_strips
from briefer.exporters.pdf_strips import ParagraphSetting, Strip
from briefer.exporters.pdf_structure import Structure
from briefer.model.briefing import ItemId, SectionId
from briefer.model.document import Document

# What a page of ours takes in Word's styles and fonts: 40 of its pages hold 48 of ours.
_WORD_HEIGHT = 0.83


@dataclass(frozen=True, slots=True)
class ItemPlace:
    """Where an item, or a section's own block (`item` None), stands: page from 1, points from its top."""

    section: SectionId
    item: ItemId | None
    page: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PdfResult:
    """A finished PDF, where each item landed in it, and the characters no font has."""

    content: bytes
    pages: int
    layout: tuple[ItemPlace, ...]
    missing: tuple[str, ...]


class PdfExporter:
    """Writes PDF. `layout` is of the last document written."""

    name = "pdf"
    label = "PDF"
    suffix = ".pdf"

    def __init__(self) -> None:
        self.layout: tuple[ItemPlace, ...] = ()

    def write(self, document: Document, path: Path) -> tuple[str, ...]:
        """Write the document to `path`; what a reader must be told, in full sentences."""
        result = build_pdf(document)
        path.write_bytes(result.content)
        self.layout = result.layout
        return missing_notes(result.missing)

    def verify(self, document: Document, path: Path) -> None:
        """Open the file with another reader and check pages and title. Raises ExportFailed."""
        check_pdf(document, path)


def build_pdf(document: Document) -> PdfResult:
    """The PDF of `document` in memory; the same document gives the same bytes."""
    paragraphs = ParagraphSetting(document.language, design(document))
    pages, _ = _pages(document, paragraphs)
    content = _drawn(document, paragraphs, pages, PAPER_SIZES[document.paper])
    missing = tuple(sorted(paragraphs.missing.characters))
    return PdfResult(content, len(pages), _layout(pages, paragraphs.design.top), missing)


def estimated_contents(document: Document) -> list[tuple[str, int, str, int]]:
    """(text, level, anchor, page) of the table of contents, if there is to be one.

    The pages are about right: what a Word document shows until Word counts its own.
    """
    pages, rows = _pages(
        document, ParagraphSetting(document.language, design(document), rough=True)
    )
    numbers = _anchors(pages)
    return [(text, level, anchor, numbers.get(anchor, 1)) for text, level, anchor in rows]


def _pages(
    document: Document, paragraphs: ParagraphSetting
) -> tuple[list[list[Placed]], list[Row]]:
    """The pages, and what the table of contents on them lists."""
    width, height = PAPER_SIZES[document.paper]
    inner = width - 2 * MARGIN_SIDE
    head = masthead(document.masthead, paragraphs, inner)
    setting, first = BlockSetting(paragraphs, inner), opening(document)
    head += setting.strips(document.blocks[:first])
    body = setting.strips(document.blocks[first:])
    room = height - paragraphs.design.top - paragraphs.design.bottom
    if paragraphs.rough:
        room /= _WORD_HEIGHT
    pages = paginate([*head, *body], room)
    if not wants_contents(document, len(pages)):
        return pages, []
    rows = contents_rows(document, len(pages))
    listed = contents(document, paragraphs, inner, rows)
    if _taken(head) + _taken(listed) > room:
        # Sections alone stand beside the conclusion; items as well would need a page of their own.
        rows = [row for row in rows if row[1] == 1]
        listed = contents(document, paragraphs, inner, rows)
    return paginate([*head, *listed, *body], room), rows


def _taken(strips: Sequence[Strip]) -> float:
    return sum(strip.before + strip.height for strip in strips)


def _anchors(pages: Sequence[Sequence[Placed]]) -> dict[str, int]:
    return {
        placed.strip.anchor: number
        for number, strips in enumerate(pages, 1)
        for placed in strips
        if placed.strip.anchor
    }


def missing_notes(missing: Sequence[str]) -> tuple[str, ...]:
    """One sentence that names the characters no font has; none when all are there."""
    if not missing:
        return ()
    shown = ", ".join(f"{char} (U+{ord(char):04X})" for char in missing[:12])
    more = f" and {len(missing) - 12} more" if len(missing) > 12 else ""
    note = (
        f"No font on this computer has these characters: {shown}{more}. They are printed as "
        "\ufffd; install a font for their script (for example Noto) and export again."
    )
    return (note,)


def _drawn(
    document: Document,
    paragraphs: ParagraphSetting,
    pages: Sequence[Sequence[Placed]],
    size: tuple[float, float],
) -> bytes:
    file = io.BytesIO()
    canvas = _canvas(document, file, size)
    structure = Structure(document.language)
    numbers = _anchors(pages)
    page = PageCanvas(canvas, size[1], numbers)
    outline = [row for row in document.headings() if row[2] in numbers]
    for number, strips in enumerate(pages, 1):
        canvas._code.clear()  # noqa: SLF001
        draw_furniture(page, document, paragraphs, size, (number, len(pages)))
        draw_strips(page, strips, paragraphs, structure, numbers)
        if number == len(pages):
            _add_outline(canvas, outline)
            page.finish()
        structure.close_page(canvas)
        canvas.showPage()
        structure.number_page(canvas)
    structure.embed(canvas)
    canvas._doc.idToObject["BasicFonts"].dict.pop("F1", None)  # noqa: SLF001
    canvas.save()
    return file.getvalue()


def _canvas(document: Document, file: io.BytesIO, size: tuple[float, float]) -> Any:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(
        file,
        pagesize=size,
        pageCompression=1,
        invariant=1,
        pdfVersion=(1, 7),
        lang=document.language or "en",
    )
    # reportlab would select Helvetica, which is not embedded, at the top of every page.
    canvas._preamble = "1 0 0 1 0 0 cm"  # noqa: SLF001
    canvas.setTitle(document.title)
    canvas.setAuthor(document.author)
    canvas.setSubject(document.subject)
    canvas.setKeywords(", ".join(document.keywords))
    canvas.setCreator("Briefer")
    canvas.setProducer("Briefer (reportlab)")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    _set_date(canvas, document.created)
    return canvas


def _set_date(canvas: Any, created: str) -> None:
    """The file bears the document's own date, so that the same document gives the same bytes."""
    moment = datetime.fromisoformat(created)
    moment = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    stamp = canvas._doc._timeStamp  # noqa: SLF001
    stamp.YMDhms = tuple(moment.timetuple())[:6]
    stamp.dhh = stamp.dmm = 0
    # The identifier of the file is a digest over this.
    canvas._doc.updateSignature(created.encode())  # noqa: SLF001


def _add_outline(canvas: Any, rows: Sequence[tuple[str, int, str]]) -> None:
    for text, level, anchor in rows:
        depth = 0 if level == 1 else 1
        canvas.addOutlineEntry(text[:200], anchor, depth, closed=0)
    if rows:
        canvas.showOutline()


def _layout(pages: Sequence[Sequence[Placed]], above: float) -> tuple[ItemPlace, ...]:
    """One place for each item on each page it stands on, in reading order; the type area begins
    `above` points below the edge."""
    places: dict[tuple[SectionId, ItemId | None, int], tuple[float, float]] = {}
    for number, strips in enumerate(pages, 1):
        for placed in strips:
            strip: Strip = placed.strip
            if strip.origin is None:
                continue
            key = (strip.origin.section, strip.origin.item, number)
            top = placed.top + above
            bottom = top + strip.height
            known = places.get(key)
            places[key] = (min(top, known[0]), max(bottom, known[1])) if known else (top, bottom)
    return tuple(
        ItemPlace(section, item, page, round(top, 2), round(bottom, 2))
        for (section, item, page), (top, bottom) in places.items()
    )
