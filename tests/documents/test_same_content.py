"""What was composed stands in every format, item by item, as readers that are not ours find it."""

import io
import itertools
import re
from dataclasses import replace

import docx
import pikepdf
import pypdf
import pypdfium2
import pytest
from lxml import html as lxml_html
from newsroom import issue, newsroom

from briefer.exporters.html import html
from briefer.exporters.look import MARGIN_BOTTOM, MARGIN_SIDE, MARGIN_TOP
from briefer.exporters.mail import mail_html
from briefer.exporters.markdown import plain_text
from briefer.exporters.pdf import build_pdf
from briefer.exporters.word import word_bytes
from briefer.model.document import (
    Box,
    Bullets,
    Figures,
    Heading,
    Paragraph,
    Picture,
    Run,
    SourceList,
    Table,
)

# Blanks, soft hyphens (pdfium shows them as U+FFFE) and marks of direction are each format's own.
_OWN = re.compile("[\\s\u00ad\ufffe\u0002\u200e\u200f•]")


def bare(text):
    return _OWN.sub("", text)


def lines_of(content):
    """The lines of each page of a PDF, without header and footer."""
    pages = []
    pdf = pypdfium2.PdfDocument(content)
    for page in pdf:
        width, height = page.get_size()
        text = page.get_textpage().get_text_bounded(
            MARGIN_SIDE - 4, MARGIN_BOTTOM - 8, width - MARGIN_SIDE + 4, height - MARGIN_TOP + 8
        )
        pages.append([line for line in re.split(r"[\r\n]+", text) if line.strip()])
    pdf.close()
    return pages


def in_pdf(document):
    return bare("".join(line for page in lines_of(build_pdf(document).content) for line in page))


def in_word(document):
    body = docx.Document(io.BytesIO(word_bytes(document))).element.body
    return bare("".join(node.text or "" for node in body.iter("{*}t")))


def in_page(document):
    return bare(lxml_html.fromstring(html(document).encode()).text_content())


def in_mail(document):
    return bare(lxml_html.fromstring(mail_html(document).encode()).text_content())


def said(document):
    """The words of every part of the document that is printed, one after the other."""
    for block in document.blocks:
        yield from _said(block)


def _said(block):
    if isinstance(block, Heading | Paragraph):
        yield block.text
    elif isinstance(block, Bullets):
        yield from (entry.text for entry in block.entries)
    elif isinstance(block, Box):
        yield block.label
        for part in block.blocks:
            yield from _said(part)
    elif isinstance(block, Table):
        yield from block.header
        yield from ("".join(run.text for run in cell) for row in block.rows for cell in row)
    elif isinstance(block, Figures):
        yield from (number for number, _ in block.figures)
    elif isinstance(block, Picture):
        yield block.title
    elif isinstance(block, SourceList):
        yield from ("".join(run.text for run in entry.runs) for entry in block.entries)


# Arabic stands in a PDF in the order of its pages; what it says is checked by test_pdf_export.
_LANGUAGES = ("en", "ru", "el", "zh")


@pytest.mark.parametrize(
    "template", ["daily", "press-review", "situation", "actor-profile", "plain"]
)
def test_every_item_stands_in_every_format(template):
    document = issue(newsroom(_LANGUAGES, times=3), template, annex="full", issue="14")

    parts = [bare(text) for text in said(document)]

    for name, read in (("PDF", in_pdf), ("DOCX", in_word), ("HTML", in_page), ("mail", in_mail)):
        text = read(document)
        assert [part for part in parts if part not in text] == [], name
    plain = bare(plain_text(document))
    headings = [bare(block.text) for block in document.blocks if isinstance(block, Heading)]
    assert [heading for heading in headings if heading not in plain] == []


def test_arabic_stands_in_every_format_letter_for_letter():
    document = issue(newsroom(("ar",)), language="ar")
    letters = {char for char in "".join(said(document)) if char.isalnum()}

    for read in (in_pdf, in_word, in_page):
        assert letters <= set(read(document))


def test_no_paragraph_leaves_one_line_on_a_page():
    texts = [" ".join(f"word{n}of{m}" for m in range(30 + 11 * n % 60)) for n in range(40)]
    document = _of(Paragraph((Run(text),)) for text in texts)
    pages = [[bare(line) for line in page] for page in lines_of(build_pdf(document).content)]
    paragraphs = [bare(text) for text in texts]
    parted = 0

    for page, following in itertools.pairwise(pages):
        over = next((p for p in paragraphs if page[-1] + following[0] in p), None)
        if over is not None:
            parted += 1
            assert page[-2] in over
            assert following[1] in over

    assert parted


def test_a_word_parted_at_the_end_of_a_line_copies_whole():
    word = "verkehrsministeriumssprecherinnen"
    text = " ".join(["Die", word, "sagten", "es"] * 12)

    content = build_pdf(_of([Paragraph((Run(text),), language="de")])).content

    assert "\u00ad" in pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text()
    assert bare("".join(line for page in lines_of(content) for line in page)).count(word) == 12


def _of(blocks):
    return replace(issue(newsroom(("en",))), blocks=tuple(blocks))


def test_the_pdf_is_sound_to_another_reader(document):
    with pikepdf.Pdf.open(io.BytesIO(build_pdf(document).content)) as pdf:
        assert pdf.check_pdf_syntax() == []
        root = pdf.Root.StructTreeRoot
        seen = []
        ask = [root.K]
        while ask:
            node = ask.pop()
            if isinstance(node, pikepdf.Array):
                ask += list(node)
            elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
                seen.append(str(node.S))
                if "/K" in node:
                    ask.append(node.K)
    assert "/H3" not in seen
    assert {"/Document", "/H1", "/H2", "/P", "/Table"} <= set(seen)


def test_pictures_say_what_they_show_to_who_cannot_see_them():
    document = issue(newsroom(("en", "ru"), times=5), "situation")
    pictures = [block for block in document.blocks if isinstance(block, Picture)]
    assert pictures

    word = docx.Document(io.BytesIO(word_bytes(document))).element.body
    described = {node.get("descr") for node in word.iter("{*}docPr")}
    page = lxml_html.fromstring(html(document).encode())
    labels = {node.get("aria-label") for node in page.iter("svg")}
    with pikepdf.Pdf.open(io.BytesIO(build_pdf(document).content)) as pdf:
        alts = {
            str(o.Alt) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o
        }
    for picture in pictures:
        assert picture.alt in described
        assert picture.alt in labels
        assert picture.alt in alts
        assert bare(picture.alt) in in_mail(document)
