import io
import re
from dataclasses import replace

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsroom import issue, newsroom

from briefer.exporters import fonts
from briefer.exporters.pdf import PdfExporter, build_pdf, missing_notes
from briefer.exporters.pdf_pages import paginate
from briefer.exporters.pdf_strips import Strip
from briefer.model.document import Look, Paragraph, Run, SourceList, Table
from briefer.model.errors import ExportFailed


def read(document):
    return pypdf.PdfReader(io.BytesIO(build_pdf(document).content))


def words(page):
    return " ".join(page.extract_text().split())


def test_every_page_bears_marking_twice_and_its_number(document):
    long = replace(document, blocks=document.blocks * 4)

    pages = read(long).pages

    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert words(page).count("TLP:AMBER") == 2
        assert f"Page {number} of {len(pages)}" in words(page)


def test_the_text_can_be_copied_in_every_script(document):
    text = " ".join(words(page) for page in read(document).pages)

    assert "Ferry line to close" in text
    assert "Паромную линию закроют в мае" in text
    assert "Κλείνει η γραμμή τον Μάιο" in text
    if "�" not in text:
        assert "渡轮航线五月停运" in text


def test_arabic_reads_from_right_to_left(document):
    from briefer.exporters.fonts import Cut, face_for

    if face_for("ع", Cut("sans"), "ar") is None:
        pytest.skip("no Arabic font on this computer")
    import pypdfium2

    pdf = pypdfium2.PdfDocument(build_pdf(document).content)
    text = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    pdf.close()

    # Not the first words: pdfium turns the ligature of lam and alef around.
    assert "سامي النجار" in text


def test_title_author_language_and_subject_stand_in_the_file(document):
    pdf = read(document)

    assert pdf.metadata.title == "Morning note"
    assert pdf.metadata.author == "Desk & Sons"
    assert pdf.metadata.subject == "Sea Lanes"
    assert pdf.trailer["/Root"]["/Lang"] == "en"
    assert pdf.metadata.creation_date.year == 2026


def test_bookmarks_name_sections_and_items(document):
    outline = read(document).outline

    titles = [entry.title for entry in outline if not isinstance(entry, list)]
    assert titles == [
        "Bottom line",
        "Top stories",
        "Other developments",
        "Key statements",
        "Key actors",
        "Sources",
    ]
    assert "Ferry line to close" in str(outline)


def test_links_lead_to_the_web_and_to_the_sources(document):
    annotations = [
        note.get_object() for page in read(document).pages for note in page.get("/Annots", [])
    ]

    uris = {str(note["/A"]["/URI"]) for note in annotations if "/A" in note}
    inner = [note for note in annotations if "/Dest" in note]
    assert "https://www.quay.example/en/0" in uris
    # Bottom line, stories, statements and the table lead to their sources.
    assert len(inner) >= 15


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "ftp://x.example"])
def test_other_links_are_never_live_even_when_a_document_holds_them(document, link):
    block = Paragraph((Run("Press here", link=link),))

    content = build_pdf(replace(document, blocks=(block,))).content

    assert not re.search(rb"javascript|file:|ftp:", content)


def test_every_font_is_embedded(document):
    found = set()
    for page in read(document).pages:
        for font in page["/Resources"]["/Font"].values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = descendant["/FontDescriptor"]
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
            found.add(descendant["/BaseFont"])
    assert any("SourceSans3" in name for name in found)


def test_the_file_is_tagged_for_screen_readers(document):
    root = read(document).trailer["/Root"]

    tags = str([kid.get_object()["/S"] for kid in root["/StructTreeRoot"]["/K"]["/K"]])
    assert root["/MarkInfo"]["/Marked"]
    for tag in ("/H1", "/H2", "/P", "/Table", "/L", "/BlockQuote"):
        assert tag in tags


def test_the_same_document_gives_the_same_bytes(document):
    assert build_pdf(document).content == build_pdf(document).content


def test_the_layout_tells_where_each_item_stands(document):
    result = build_pdf(document)

    items = [place for place in result.layout if place.item is not None]
    assert {place.page for place in items} <= set(range(1, result.pages + 1))
    assert all(0 < place.top < place.bottom < 842 for place in items)
    assert len({(place.section, place.item) for place in items}) >= 10


def test_contents_appear_from_three_pages_on_with_the_right_numbers(document):
    short, long = read(document), replace(issue(newsroom(times=6)))

    pdf = read(long)

    marks = [mark for mark in pdf.outline if not isinstance(mark, list)]
    assert "Contents" not in words(short.pages[0])
    assert "Contents" in words(pdf.pages[0])
    assert [m.title for m in marks] == [t for t, level, _ in long.headings() if level == 1]
    for mark in marks:
        page = pdf.get_destination_page_number(mark)
        assert mark.title in words(pdf.pages[page])
        assert re.search(rf"{re.escape(mark.title)}\W*{page + 1}\b", words(pdf.pages[0]))


def test_an_item_is_never_parted_from_its_source_line():
    long = issue(newsroom(times=8))
    result = build_pdf(long)

    pages = {}
    for place in result.layout:
        if place.item is not None:
            pages.setdefault((place.section, place.item), set()).add(place.page)
    # Short items stand whole on one page.
    assert all(len(found) == 1 for found in pages.values())


def test_letter_paper_is_letter_paper(document):
    page = read(replace(document, paper="letter")).pages[0]

    assert (page.mediabox.width, page.mediabox.height) == (612, 792)


def test_a_character_without_a_font_is_named_not_hidden(document, monkeypatch):
    monkeypatch.setattr(fonts, "_system_files", dict)
    fonts._system_face.cache_clear()
    fonts._opened.cache_clear()

    result = build_pdf(replace(document, blocks=(Paragraph((Run("渡 and ع"),)),)))

    fonts._system_face.cache_clear()
    fonts._opened.cache_clear()
    note = missing_notes(result.missing)[0]
    assert set(result.missing) == {"渡", "ع"}
    assert "U+6E21" in note
    assert "U+0639" in note


def test_a_word_of_a_megabyte_and_a_paragraph_of_two_are_set_in_seconds(document):
    blocks = (Paragraph((Run("x" * 1_000_000),)), Paragraph((Run("word " * 200_000),)))

    result = build_pdf(replace(document, blocks=blocks))

    assert result.pages > 200


def test_a_cell_taller_than_a_page_runs_on_over_pages(document):
    cell = (Run("very long " * 3000),)
    table = Table(("Name", "Role"), (((Run("A"),), cell),), (0.3, 0.7))

    pdf = read(replace(document, blocks=(table,)))

    assert len(pdf.pages) > 3
    assert "Name" in words(pdf.pages[-1])


def test_markup_in_a_text_is_printed_as_it_stands(document):
    text = '<img src="/etc/passwd"/> <b>not bold</b> &amp; <para>'

    page = read(replace(document, blocks=(Paragraph((Run(text),)),))).pages[0]

    assert text in words(page)
    assert not page.images


def test_verify_refuses_a_broken_file_and_one_without_its_title(document, tmp_path):
    broken, other = tmp_path / "a.pdf", tmp_path / "b.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    PdfExporter().write(document, other)
    title = replace(document, masthead=replace(document.masthead, title="Quick zebra jumps xylo"))

    with pytest.raises(ExportFailed, match="cannot be opened"):
        PdfExporter().verify(document, broken)
    with pytest.raises(ExportFailed, match="title"):
        PdfExporter().verify(title, other)


@given(
    st.lists(st.tuples(st.floats(1, 300), st.booleans(), st.floats(0, 30)), min_size=1, max_size=60)
)
@settings(max_examples=150, deadline=None)
def test_pages_hold_every_strip_once_in_order_and_never_overflow(rows):
    strips = [Strip(height, glued=glued, before=before) for height, glued, before in rows]

    pages = paginate(strips, 400)

    assert [placed.strip for page in pages for placed in page] == strips
    for page in pages:
        assert all(placed.top + placed.strip.height <= 400.1 for placed in page)
        tops = [placed.top for placed in page]
        assert tops == sorted(tops)


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_no_text_breaks_the_pdf(text):
    material = newsroom(("en",))
    document = issue(material)

    clean = "".join(c for c in text if c.isprintable())
    result = build_pdf(replace(document, blocks=(Paragraph((Run(clean),), Look.QUOTE),)))

    assert result.content.startswith(b"%PDF")


def test_a_briefing_without_a_list_of_sources_is_printed_all_the_same(document):
    listed = [block for block in document.blocks if not isinstance(block, SourceList)]

    pages = read(replace(document, blocks=tuple(listed))).pages

    assert "[1]" in words(pages[0])
