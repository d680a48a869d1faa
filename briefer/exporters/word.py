"""Document to DOCX: real styles, contents, bookmarks, numbered sources, header and footer fields."""

import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from briefer.exporters.colors import RULE
from briefer.exporters.listing import facts_line, opening
from briefer.exporters.look import Design, design
from briefer.exporters.word_check import check_word
from briefer.exporters.word_furniture import (
    drop_older_styles,
    set_furniture,
    set_modern,
    set_paper,
    set_properties,
    type_width,
)
from briefer.exporters.word_house import opened_house
from briefer.exporters.word_looks import LEVELS, LINES, LOOKS
from briefer.exporters.word_numbering import is_numbered, numbering
from briefer.exporters.word_package import repeatable
from briefer.exporters.word_pictures import WordPictures
from briefer.exporters.word_styles import add_styles
from briefer.exporters.word_tables import WordTables
from briefer.exporters.word_xml import (
    WordRuns,
    element,
    field,
    field_end,
    field_start,
    mark_name,
    tab,
    text_run,
)
from briefer.model.document import (
    Block,
    Box,
    Bullets,
    Document,
    Figures,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    SourceList,
    Table,
    runs_right_to_left,
)

# Rows, the header's among them, up to which a table is not split: about a fifth of a page.
_WHOLE_TABLE = 7


class WordExporter:
    """Writes DOCX; with a house document in that document's styles, header and footer."""

    name = "docx"
    label = "Word document"
    suffix = ".docx"

    def __init__(self, house: Path | None = None) -> None:
        self._house = house

    def write(self, document: Document, path: Path) -> tuple[str, ...]:
        """Write the document to `path`. Raises ExportFailed for an unusable house document."""
        path.write_bytes(word_bytes(document, self._house))
        return ()

    def verify(self, document: Document, path: Path) -> None:
        """Open the file with other readers and check it. Raises ExportFailed."""
        check_word(document, path)


def word_bytes(document: Document, house: Path | None = None) -> bytes:
    """The DOCX of `document` in memory; the same document gives the same bytes."""
    import docx

    word = opened_house(house) if house else docx.Document()
    look = design(document)
    ids = add_styles(word, look, house=house is not None)
    counted = numbering(word, ids, house=house is not None) if is_numbered(document) else ""
    drop_older_styles(word)
    if house is None:
        set_paper(word, document)
        set_modern(word)
    set_furniture(word, document, ids, house=house is not None)
    set_properties(word, document)
    body = word.element.body
    last = body[-1] if len(body) and body[-1].tag.endswith("}sectPr") else None
    for node in _Body(document, word.part, ids, look, type_width(word), counted).nodes():
        if last is None:
            body.append(node)
        else:
            last.addprevious(node)
    file = io.BytesIO()
    word.save(file)
    return repeatable(file.getvalue(), document)


class _Body:
    """The body of one document as XML, block by block."""

    def __init__(
        self,
        document: Document,
        part: Any,
        ids: Mapping[str, str],
        look: Design,
        width: float,
        counted: str,
    ) -> None:
        """`width` is that of the type area, in points; `counted` the list of numbered sections."""
        self._document = document
        self._look = look
        self._counted = counted
        self._ids = ids
        edged = frozenset({ids["Briefer Quote"], ids["Briefer Speaker"]})
        self._runs = WordRuns(part, document.language, look.accent, edged)
        # The last paragraph that asked to stay with its next.
        self._kept: Any = None
        self._width = width
        self._mirrored = runs_right_to_left(document.language)
        self._pictures = WordPictures(part, document.language, look, width)
        self._tables = WordTables(self._width, look, mirrored=self._mirrored)

    def nodes(self) -> Iterator[Any]:
        """Masthead, the conclusion, contents and all other blocks."""
        yield from self._masthead()
        first, breaks = opening(self._document), False
        for number, block in enumerate(self._document.blocks):
            if number == first:
                yield from self._contents()
            if isinstance(block, PageBreak):
                breaks = True
                continue
            for node in self._block(block):
                if breaks:
                    _break_before(node)
                    breaks = False
                yield node

    def _style(self, name: str) -> str:
        return self._ids[name]

    def _masthead(self) -> Iterator[Any]:
        head = self._document.masthead
        title = self._runs.paragraph([Run(head.title)], self._style("Title"))
        if head.kicker:
            yield self._runs.paragraph([Run(head.kicker)], self._style("Briefer Kicker"))
        else:
            # The rule that the kicker would bear.
            color = self._look.accent.lstrip("#")
            rule = element("top", val="single", sz=24, space=4, color=color)
            title[0].insert(1, element("pBdr", rule))
        yield title
        if self._look.is_dense:
            yield self._runs.paragraph(facts_line(head), self._style("Subtitle"))
        elif head.date:
            yield self._runs.paragraph([Run(head.date)], self._style("Subtitle"))
        if head.facts and not self._look.is_dense:
            rows = [head.facts[at : at + 3] for at in range(0, len(head.facts), 3)]
            cells = [
                [
                    [
                        self._runs.paragraph([Run(label)], self._style("Briefer Fact Label")),
                        self._runs.paragraph([Run(value)], self._style("Briefer Fact")),
                    ]
                    for label, value in row
                ]
                for row in rows
            ]
            yield self._tables.grid(cells, [1.0, 1.0, 1.0], rule="")

    def _contents(self) -> Iterator[Any]:
        """A field with its entries already in it, so that it is never seen empty."""
        from briefer.exporters.pdf import estimated_contents

        rows = estimated_contents(self._document)
        deepest = max((level for _, level, *_ in rows), default=0)
        if not rows:
            return
        title = [Run(self._document.contents)]
        yield self._runs.paragraph(title, self._style("Briefer Contents"))
        for number, (text, level, anchor, page) in enumerate(rows):
            properties = element(
                "pPr",
                element("pStyle", val=self._style("toc 1" if level == 1 else "toc 2")),
                element(
                    "tabs",
                    element("tab", val="right", leader="dot", pos=round(self._width * 20)),
                ),
                element("bidi") if self._mirrored else None,
            )
            entry = element("p", properties)
            if number == 0:
                # Sections alone, or with the items' headings, but never the annex's.
                levels = "Heading 1,1,Heading 2,2" if deepest > 1 else "Heading 1,1"
                for node in field_start(f'TOC \\h \\z \\t "{levels}"', dirty=True):
                    entry.append(node)
            link = element("hyperlink", text_run(text), tab(), anchor=mark_name(anchor))
            # Estimated from our own pages until Word counts its own.
            for node in field(f"PAGEREF {mark_name(anchor)} \\h", str(page)):
                link.append(node)
            entry.append(link)
            if number == len(rows) - 1:
                entry.append(field_end())
            yield entry

    def _block(self, block: Block) -> Iterator[Any]:
        if isinstance(block, Heading):
            tag = [Run(f"  {block.tag}", quiet=True)] if block.tag else []
            yield self._runs.paragraph(
                [Run(block.text), *tag],
                self._style(LEVELS[block.level]),
                language=block.language,
                anchor=block.anchor,
                counted=self._counted if block.number else "",
            )
        elif isinstance(block, Paragraph):
            yield from self._joined(block)
        elif isinstance(block, Bullets):
            for entry in block.entries:
                yield self._paragraph(entry, self._style("List Bullet"))
        elif isinstance(block, Box):
            yield from self._box(block)
        elif isinstance(block, Table):
            yield self._table(block)
            yield self._spacer()
        elif isinstance(block, Figures):
            yield self._figures(block)
            yield self._spacer()
        elif isinstance(block, Picture):
            # The small label of a table's head, which keeps with what follows.
            yield self._runs.paragraph([Run(block.title)], self._style("Briefer Cell Heading"))
            holder = self._runs.paragraph([], self._style("Briefer Cell"))
            holder.append(self._pictures.run(block))
            yield holder
        elif isinstance(block, SourceList):
            yield from self._sources(block)

    def _joined(self, block: Paragraph) -> Iterator[Any]:
        """A paragraph, or one more line of the one before.

        LibreOffice leaves a heading behind when two paragraphs after it must stay together; a
        source line is therefore the last line of its extract, which both programs keep whole.
        """
        if block.look in LINES and self._kept is not None:
            self._kept.append(element("r", element("br")))
            backward = runs_right_to_left(block.language or self._document.language)
            style = self._style(LINES[block.look])
            for child in self._runs.children(
                block.runs, block.language, backward=backward, style=style
            ):
                self._kept.append(child)
            self._kept = None
            return
        node = self._paragraph(block, self._style(LOOKS[block.look]))
        self._kept = node if block.keep else None
        yield node

    def _paragraph(self, block: Paragraph, style: str) -> Any:
        return self._runs.paragraph(block.runs, style, language=block.language)

    def _box(self, block: Box) -> Iterator[Any]:
        """A table of one tinted cell: borders of paragraphs part where directions change."""
        heading = self._style("Briefer Lead Heading")
        lead = self._style("Briefer Lead")
        counted = self._counted if block.number else ""
        label = [Run(block.label)]
        inner = [self._runs.paragraph(label, heading, anchor=block.anchor, counted=counted)]
        for part in block.blocks:
            if isinstance(part, Bullets):
                for entry in part.entries:
                    runs = (Run("•\u2002"), *entry.runs)
                    inner.append(self._runs.paragraph(runs, lead, language=entry.language))
            else:
                inner.append(self._paragraph(part, lead))
        yield self._spacer()
        yield self._tables.tinted(inner)
        yield self._spacer()

    def _sources(self, block: SourceList) -> Iterator[Any]:
        style = self._style("Briefer Source Entry")
        for place, entry in enumerate(block.entries):
            node = self._runs.paragraph([], style)
            # No entry alone under its heading, and no note on them alone on the last page.
            if place in (0, len(block.entries) - 2, len(block.entries) - 1):
                node[0].insert(1, element("keepNext"))
            number = [text_run(f"[{entry.number}]", color=self._look.accent)]
            for child in (*self._runs.marked(number, entry.anchor), tab()):
                node.append(child)
            for child in self._runs.children(entry.runs, entry.language):
                node.append(child)
            yield node

    def _figures(self, block: Figures) -> Any:
        cells = [
            [
                self._runs.paragraph([Run(number)], self._style("Briefer Figure")),
                self._runs.paragraph(runs, self._style("Briefer Figure Label")),
            ]
            for number, runs in block.figures
        ]
        return self._tables.grid([cells], [1.0] * len(cells), rule="")

    def _table(self, block: Table) -> Any:
        head = self._style("Briefer Cell Heading")
        cell = self._style("Briefer Cell")
        rows = [
            [[self._cell([Run(t)], head, n in block.numeric)] for n, t in enumerate(block.header)],
            *[
                [[self._cell(runs, cell, n in block.numeric)] for n, runs in enumerate(row)]
                for row in block.rows
            ],
        ]
        # Short tables stay whole; of others no row is alone at the foot or head of a page.
        tied = rows if len(rows) <= _WHOLE_TABLE else [rows[0], rows[1], rows[-2]]
        for row in tied:
            for paragraphs in row if row is not rows[-1] else ():
                paragraphs[0][0].insert(1, element("keepNext"))
        return self._tables.grid(rows, block.shares, rule=RULE)

    def _cell(self, runs: Sequence[Run], style: str, numeric: bool) -> Any:  # noqa: FBT001
        node = self._runs.paragraph(runs, style)
        if numeric:
            node[0].append(element("jc", val="left" if self._mirrored else "right"))
        return node

    def _spacer(self) -> Any:
        """Two tables that touch would become one."""
        return self._runs.paragraph([], self._style("Briefer Space"))


def _break_before(node: Any) -> None:
    properties = node[0]
    properties.insert(1, element("pageBreakBefore"))
