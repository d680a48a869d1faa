"""Numbers of sections: printed where a format cannot count, counted by Word where it can."""

import io
import zipfile

import docx
import pypdf
import pytest
from docx.oxml.ns import qn
from lxml import etree
from newsroom import issue, newsroom

from briefer.exporters.html import html
from briefer.exporters.mail import mail_html
from briefer.exporters.markdown import markdown, plain_text
from briefer.exporters.pdf import build_pdf
from briefer.exporters.word import word_bytes
from briefer.model.document import Box, Heading


@pytest.fixture
def numbered():
    return issue(newsroom(), numbered=True)


def sections(document):
    return [
        (block.number, block.text if isinstance(block, Heading) else block.label)
        for block in document.blocks
        if isinstance(block, Box) or (isinstance(block, Heading) and block.level == 1)
    ]


def test_sections_are_counted_boxes_among_them_and_items_are_not(numbered):
    found = sections(numbered)

    assert [number for number, _ in found] == [str(n) for n in range(1, len(found) + 1)]
    assert found[0] == ("1", "Bottom line")
    assert len(found) > 4
    assert not [b for b in numbered.blocks if isinstance(b, Heading) and b.level > 1 and b.number]


def test_without_the_wish_nothing_is_counted(document):
    assert not [block for block in document.blocks if getattr(block, "number", "")]


def test_text_markdown_web_and_mail_print_them(numbered):
    for number, text in sections(numbered):
        assert f"\n{number}  {text}\n" in plain_text(numbered)
        assert f"{number}  {text}" in markdown(numbered)
        assert f">{number}\u2002{text}<" in html(numbered)
        assert f">{number}\u2002{text}<" in mail_html(numbered)


def test_pages_and_bookmarks_print_them(numbered):
    reader = pypdf.PdfReader(io.BytesIO(build_pdf(numbered).content))

    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    printed = " ".join("".join(page.extract_text() for page in reader.pages).split())
    assert titles == [f"{number}  {text}" for number, text in sections(numbered)]
    assert all(f"{number} {text}" in printed for number, text in sections(numbered))


def test_contents_carry_them():
    long = issue(newsroom(times=6), numbered=True)

    pdf = pypdf.PdfReader(io.BytesIO(build_pdf(long).content)).pages[0].extract_text()
    word = docx.Document(io.BytesIO(word_bytes(long)))
    entries = ["".join(p._p.itertext()) for p in word.paragraphs if p.style.name == "toc 1"]
    assert any("2  Top stories" in entry for entry in entries)
    assert "2 Top stories" in " ".join(pdf.split())


def counted(word):
    """(text, list, level) of all paragraphs that Word counts, those in boxes among them."""
    for node in word.element.body.iter(qn("w:p")):
        found = node.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if found is not None:
            number = found.find(qn("w:numId")).get(qn("w:val"))
            level = found.find(qn("w:ilvl")).get(qn("w:val"))
            yield "".join(t.text for t in node.iter(qn("w:t"))), number, level


def test_word_counts_them_itself(numbered):
    word = docx.Document(io.BytesIO(word_bytes(numbered)))
    found = list(counted(word))

    assert [text for text, *_ in found] == [text for _, text in sections(numbered)]
    (number,) = {number for _, number, _ in found}
    assert {level for *_, level in found} == {"0"}
    style = word.styles["Heading 1"].element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    assert style.find(qn("w:numId")).get(qn("w:val")) == number
    lists = word.part.numbering_part.element
    kind = lists.xpath(f"w:num[@w:numId='{number}']/w:abstractNumId/@w:val")[0]
    (level,) = lists.xpath(f"w:abstractNum[@w:abstractNumId='{kind}']/w:lvl[@w:ilvl='0']")
    assert level.find(qn("w:pStyle")).get(qn("w:val")) == word.styles["Heading 1"].style_id
    assert level.find(qn("w:numFmt")).get(qn("w:val")) == "decimal"
    assert level.find(qn("w:lvlText")).get(qn("w:val")).startswith("%1")


def test_lists_stand_before_what_refers_to_them(numbered):
    with zipfile.ZipFile(io.BytesIO(word_bytes(numbered))) as package:
        lists = etree.fromstring(package.read("word/numbering.xml"))

    tags = [etree.QName(node).localname for node in lists if node.tag != etree.Comment]
    assert tags == sorted(tags, key=("abstractNum", "num").index)


@pytest.mark.parametrize("counts", [False, True])
def test_the_style_of_a_house_stays_as_it_is(numbered, tmp_path, counts):
    house = docx.Document()
    heading = house.styles["Heading 1"].element.get_or_add_pPr()
    if counts:
        own = house.styles["List Number"].element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        heading._insert_numPr(etree.fromstring(etree.tostring(own)))
    before = etree.tostring(house.styles["Heading 1"].element)
    path = tmp_path / "house.docx"
    house.save(path)

    word = docx.Document(io.BytesIO(word_bytes(numbered, path)))

    assert etree.tostring(word.styles["Heading 1"].element) == before
    found = list(counted(word))
    assert [text for text, *_ in found] == [text for _, text in sections(numbered)]
    if counts:
        own_list = own.find(qn("w:numId")).get(qn("w:val"))
        assert {number for _, number, _ in found} == {own_list}
