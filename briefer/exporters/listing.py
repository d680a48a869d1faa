"""What a table of contents lists, and when there is one; the one line of facts of a short issue: the
same in all formats with pages."""

from briefer.model.document import Box, Document, Masthead, Run

# Text, level and anchor of a heading.
Row = tuple[str, int, str]
# From this many pages on a reader looks for a table of contents.
_FROM_PAGES = 3
# Items are listed from this many pages on, and up to this many entries: a short brief's items are
# seen at a glance, and a long list of them sends nobody anywhere.
_ITEMS_FROM_PAGES = 6
_MOST_ENTRIES = 26


def wants_contents(document: Document, pages: int) -> bool:
    """Whether a document of so many pages gets a table of contents; one without a heading for it
    wants none."""
    if not document.contents:
        return False
    return pages >= _FROM_PAGES or (document.long and pages > 1)


def contents_rows(document: Document, pages: int) -> list[Row]:
    """(text, level, anchor) of its entries; texts in the annex are found by their numbers."""
    rows = [row for row in document.headings() if row[1] != 2]
    if len(rows) > _MOST_ENTRIES or pages < _ITEMS_FROM_PAGES:
        rows = [row for row in rows if row[1] == 1]
    return rows


def opening(document: Document) -> int:
    """How many blocks stand before the table of contents: the conclusion comes first."""
    return 1 if document.blocks and isinstance(document.blocks[0], Box) else 0


def facts_line(head: Masthead) -> list[Run]:
    """Date and facts of a masthead one after the other, where there is no room for a table."""
    runs = [Run(head.date, quiet=True)] if head.date else []
    for label, value in head.facts:
        gap = "\u2002·\u2002" if runs else ""
        runs += [Run(f"{gap}{label} ", quiet=True), Run(value, bold=True)]
    return runs
