"""PDF pages: reading order, hyphens, running heads, pages of paragraphs, pages without text."""

import textwrap

import exports
import pytest
from reportlab.pdfgen import canvas

from briefer.engines import reader

WORDS = [
    "government",
    "port",
    "strike",
    "minister",
    "agreement",
    "harbour",
    "transport",
    "talks",
    "union",
    "workers",
    "ships",
    "coast",
]


def paragraph(number):
    """A paragraph of six sentences, unlike all others."""
    rows = [" ".join(WORDS[(number + row * 5 + k) % 12] for k in range(8)) for row in range(6)]
    return f"Number{number} " + " ".join(f"{row.capitalize()}." for row in rows)


PARAGRAPHS = [paragraph(number) for number in range(14)]


def set_pages(path, columns, *, across=False, gaps=True, hyphens=False):
    """The paragraphs set in columns; stored `across` the columns, row by row, or down them."""
    width = {1: 90, 2: 42, 3: 30}[columns]
    lines = []
    for text in PARAGRAPHS:
        wrapped = textwrap.wrap(text, width, initial_indent="" if gaps else "\x01")
        if hyphens:
            wrapped = hyphenated(wrapped)
        lines += [*wrapped, ""] if gaps else wrapped
    made, rows = canvas.Canvas(str(path)), 46
    for number, start in enumerate(range(0, len(lines), rows * columns), 1):
        made.setFont("Times-Roman", 9)
        made.drawString(60, 815, f"THE COURIER, 2 March 2026, page {number}")
        made.setFont("Times-Roman", 18)
        if number == 1:
            made.drawString(60, 790, "Port of Varna reopens after strike")
        made.setFont("Times-Roman", 8)
        places = [(row, column) for column in range(columns) for row in range(rows)]
        for row, column in sorted(places) if across else places:
            at = start + column * rows + row
            if at < len(lines):
                indent = 12 if lines[at].startswith("\x01") else 0
                x = 60 + column * 480 / columns + indent
                made.drawString(x, 765 - 13 * row, lines[at].strip("\x01"))
        made.drawString(290, 30, str(number))
        made.showPage()
    made.save()


def hyphenated(lines):
    """Long last words go on in the next line."""
    done, rest = [], ""
    for number, line in enumerate(lines):
        whole = rest + line
        rest = ""
        last = whole.split()[-1]
        if number + 1 < len(lines) and len(last) > 6:
            whole, rest = f"{whole[: -len(last)]}{last[:4]}-", f"{last[4:]} "
        done.append(whole)
    return done


@pytest.mark.parametrize("across", [False, True], ids=["column by column", "row by row"])
@pytest.mark.parametrize("columns", [1, 2, 3])
def test_columns_are_read_one_after_the_other(tmp_path, columns, across):
    path = tmp_path / "a.pdf"
    set_pages(path, columns, across=across)

    (article,) = reader().read(path)

    assert [one.span.of(article.text) for one in article.paragraphs] == PARAGRAPHS
    assert article.source.title == "Port of Varna reopens after strike"
    assert bool(article.warnings) == (across and columns > 1)


def test_indents_part_paragraphs_and_hyphens_are_undone(tmp_path):
    path = tmp_path / "a.pdf"
    set_pages(path, 1, gaps=False, hyphens=True)

    (article,) = reader().read(path)

    assert [one.span.of(article.text) for one in article.paragraphs] == PARAGRAPHS


def test_every_paragraph_knows_its_page(tmp_path):
    path = tmp_path / "a.pdf"
    set_pages(path, 1)

    (article,) = reader().read(path)

    pages = [one.page for one in article.paragraphs]
    assert pages == sorted(pages)
    assert set(pages) == {1, 2}


def test_a_table_is_left_in_its_rows(tmp_path):
    cells = [(f"Country{n}", (60, 700 - 14 * n, 9)) for n in range(12)]
    values = [(f"{n * 17} million", (310, 700 - 14 * n, 9)) for n in range(12)]
    rows = [cell for pair in zip(cells, values, strict=True) for cell in pair]
    path = tmp_path / "a.pdf"
    exports.pdf(path, [text for text, _ in rows], [place for _, place in rows])

    (article,) = reader().read(path)

    assert "Country3 51 million" in article.text


def test_pages_of_pictures_are_said(tmp_path):
    import pikepdf

    text, path = tmp_path / "text.pdf", tmp_path / "a.pdf"
    exports.pdf(text)
    with pikepdf.open(text) as document:
        document.add_blank_page()
        document.save(path)

    (article,) = reader().read(path)

    assert article.warnings == ("No text was found on page 2: blank, or only pictures of text.",)


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(tmp_path, rotation):
    import pikepdf

    straight, path = tmp_path / "straight.pdf", tmp_path / "a.pdf"
    made = canvas.Canvas(str(straight), pagesize=(842, 842))
    made.translate(421, 421)
    made.rotate(rotation)
    made.setFont("Times-Roman", 9)
    lines = [line for text in PARAGRAPHS[:5] for line in (*textwrap.wrap(text, 60), "")]
    for number, line in enumerate(lines):
        made.drawString(-380, 380 - 13 * number, line)
    made.save()
    with pikepdf.open(straight) as document:
        document.pages[0].Rotate = rotation
        document.save(path)

    (article,) = reader().read(path)

    assert [one.span.of(article.text) for one in article.paragraphs] == PARAGRAPHS[:5]
