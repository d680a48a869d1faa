import io
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from lxml import etree
from newsroom import issue, newsroom

from briefer.exporters.word import WordExporter, word_bytes
from briefer.model.document import Paragraph, Run
from briefer.model.errors import ExportFailed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(document):
    return docx.Document(io.BytesIO(word_bytes(document)))


def part(document, name):
    with zipfile.ZipFile(io.BytesIO(word_bytes(document))) as package:
        return etree.fromstring(package.read(name))


def all_parts(document):
    with zipfile.ZipFile(io.BytesIO(word_bytes(document))) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_headings_have_real_styles(document):
    paragraphs = opened(document).paragraphs

    styles = {p.text: p.style.name for p in paragraphs}
    assert styles["Morning note"] == "Title"
    assert styles["Top stories"] == "Heading 1"
    assert styles["Ferry line to close"] == "Heading 2"


def test_header_and_footer_bear_marking_and_page_fields(document):
    parts = all_parts(document)

    furniture = [text for name, text in parts.items() if "header" in name or "footer" in name]
    footers = [text for name, text in parts.items() if "footer" in name]
    assert len(furniture) == 4
    assert all(b"TLP:AMBER" in text for text in furniture)
    assert all(b" PAGE " in text and b" NUMPAGES " in text for text in footers)


def test_the_marking_is_twelve_points_in_its_colour_on_black(document):
    header = next(text for name, text in all_parts(document).items() if "header1" in name)

    run = next(
        run for run in etree.fromstring(header).iter(f"{W}r") if "TLP" in "".join(run.itertext())
    )
    properties = run.find(f"{W}rPr")
    assert int(properties.find(f"{W}sz").get(f"{W}val")) >= 24
    assert properties.find(f"{W}color").get(f"{W}val") == "ffc000"
    assert properties.find(f"{W}shd").get(f"{W}fill") == "000000"


def test_citations_lead_to_bookmarks_that_exist(document):
    body = part(document, "word/document.xml")

    anchors = {link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")} - {None}
    marks = {mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")}
    assert "_source_1" in anchors
    assert anchors <= marks


def test_the_contents_field_is_filled_in_before_word_updates_it():
    document = issue(newsroom(times=6))

    body = part(document, "word/document.xml")

    text = "".join(body.itertext())
    entries = [
        "".join(p.itertext())
        for p in body.iter(f"{W}p")
        if (s := p.find(f"{W}pPr/{W}pStyle")) is not None and s.get(f"{W}val").startswith("toc")
    ]
    assert "TOC \\h" in text
    assert any("Other developments" in entry and "PAGEREF" in entry for entry in entries)


def test_tables_repeat_their_header_row(document):
    body = part(document, "word/document.xml")

    assert len(list(body.iter(f"{W}tblHeader"))) == 1


def test_text_in_another_language_is_tagged_and_arabic_runs_backwards(document):
    body = part(document, "word/document.xml")

    values = {value for lang in body.iter(f"{W}lang") for value in lang.attrib.values()}
    assert {"ru", "el", "ar", "zh-CN"} <= values
    backward = [p for p in body.iter(f"{W}p") if p.find(f"{W}pPr/{W}bidi") is not None]
    assert any("إغلاق" in "".join(p.itertext()) for p in backward)


def test_properties_are_the_documents_own(document):
    properties = opened(document).core_properties

    assert properties.title == "Morning note"
    assert properties.author == "Desk & Sons"
    assert properties.created.year == 2026
    assert properties.language == "en"


def test_the_same_document_gives_the_same_docx_bytes(document):
    assert word_bytes(document) == word_bytes(document)


def test_hostile_text_is_text(document):
    text = '<w:p/> & "quotes" ]]> <!--'
    block = Paragraph((Run(text, link="javascript:alert(1)"), Run(text)))

    word = opened(replace(document, blocks=(block,)))

    assert text in "".join(p.text for p in word.paragraphs)


def test_no_link_but_web_and_mail_is_live(document):
    block = Paragraph((Run("x", link="file:///etc/passwd"),))

    parts = all_parts(replace(document, blocks=(block,)))

    assert not any(b"file:///" in text for text in parts.values())


def test_a_house_document_lends_its_styles_and_keeps_its_header(document, tmp_path):
    house = docx.Document()
    house.styles["Heading 1"].font.name = "Georgia"
    house.sections[0].header.paragraphs[0].text = "Ministry of Quays"
    house.add_paragraph("This text must go.")
    house.save(tmp_path / "house.docx")
    target = tmp_path / "out.docx"

    exporter = WordExporter(tmp_path / "house.docx")
    exporter.write(document, target)
    exporter.verify(document, target)

    word = docx.Document(target)
    header = [p.text for p in word.sections[0].header.paragraphs]
    assert word.styles["Heading 1"].font.name == "Georgia"
    assert header[0] == "Ministry of Quays"
    assert "TLP:AMBER" in header[1]
    assert "This text must go." not in [p.text for p in word.paragraphs]


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 broken"])
def test_an_unusable_house_document_is_named(document, tmp_path, content):
    (tmp_path / "house.docx").write_bytes(content)

    with pytest.raises(ExportFailed) as failure:
        WordExporter(tmp_path / "house.docx").write(document, tmp_path / "out.docx")

    assert failure.value.name == "house.docx"
    assert failure.value.hint


def test_verify_refuses_a_damaged_docx(document, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(word_bytes(document)[:-200])

    with pytest.raises(ExportFailed):
        WordExporter().verify(document, path)


def test_word_insists_on_the_order_of_paragraph_properties(document):
    order = ["pStyle", "keepNext", "pageBreakBefore", "pBdr", "tabs", "bidi", "jc"]

    body = part(issue(newsroom(), annex="full"), "word/document.xml")

    for properties in body.iter(f"{W}pPr"):
        places = [order.index(child.tag.removeprefix(W)) for child in properties]
        assert places == sorted(places)


def test_a_source_line_is_the_last_line_of_its_extract(document):
    paragraphs = opened(document).paragraphs

    extract = next(p for p in paragraphs if p.text.startswith("Паромную линию"))
    line = extract.text.rsplit("\n", maxsplit=1)[-1]
    assert line.startswith("The Daily Quay")
    assert extract.runs[-1].style.name == "Briefer Source Line"


def test_a_quote_is_not_tied_to_what_follows_it(document):
    """Its speaker is its last line; tied quotes would all move to the next page together."""
    ways = {
        style.name: style.paragraph_format
        for style in opened(document).styles
        if style.type == WD_STYLE_TYPE.PARAGRAPH
    }

    assert not ways["Briefer Quote"].keep_with_next
