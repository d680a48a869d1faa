"""What a table of contents lists, and when there is one: the same in all formats with pages."""

from briefer.model.document import Document

# From this many pages on a reader looks for a table of contents.
_FROM_PAGES = 3
# Beyond this it would push the bottom line off the first page; it then names sections only.
_MOST_ENTRIES = 26


def wants_contents(document: Document, pages: int) -> bool:
    """Whether a document of so many pages gets a table of contents."""
    return pages >= _FROM_PAGES or (document.long and pages > 1)


def contents_rows(document: Document) -> list[tuple[str, int, str]]:
    """(text, level, anchor) of its entries; texts in the annex are found by their numbers."""
    rows = [row for row in document.headings() if row[1] != 2]
    if len(rows) > _MOST_ENTRIES:
        rows = [row for row in rows if row[1] == 1]
    return rows
