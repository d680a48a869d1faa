"""An issue of at most two pages is set closely, in sizes that still can be read."""

import io

import docx
import pypdfium2
import pytest
from newsroom import issue, newsroom

from briefer.exporters.look import PARAGRAPHS, Design
from briefer.exporters.pdf import build_pdf
from briefer.exporters.word import word_bytes
from briefer.exporters.word_looks import STYLES
from briefer.model.document import Look

FACTS = {"issue": "14", "prepared_by": "Desk & Sons", "cutoff": "2026-03-12"}


def pdf_text(document):
    pdf = pypdfium2.PdfDocument(build_pdf(document).content)
    return "\n".join(page.get_textpage().get_text_range() for page in pdf)


@pytest.mark.parametrize(("pages", "dense"), [(0, False), (1, True), (2, True), (3, False)])
def test_only_what_is_to_have_two_pages_at_most_is_set_closely(pages, dense):
    assert issue(newsroom(), pages=pages).dense is dense


def test_a_short_issue_takes_less_room():
    wide, close = (build_pdf(issue(newsroom(times=6), pages=n)) for n in (0, 2))

    assert close.pages < wide.pages


def test_the_facts_of_a_short_issue_stand_on_one_line_in_both_formats():
    document = issue(newsroom(), pages=2, **FACTS)

    said = "Thursday, 12 March 2026 · Issue 14 · "
    assert said in " ".join(pdf_text(document).replace("\u2002", " ").split())
    subtitle = next(
        p
        for p in docx.Document(io.BytesIO(word_bytes(document))).paragraphs
        if p.style.name == "Subtitle"
    )
    assert subtitle.text.replace("\u2002", " ").startswith(said)
    assert "Desk & Sons" in subtitle.text


def test_no_text_is_too_small_to_read():
    close = Design(is_dense=True)
    small = (Look.SOURCE, Look.SMALL)

    sizes = {look: close.of(setting).size for look, setting in PARAGRAPHS.items()}
    assert min(size for look, size in sizes.items() if look not in small) >= 9
    assert min(sizes.values()) >= 8.5
    assert sizes[Look.BODY] == 10


def test_no_style_in_word_is_too_small_to_read():
    sizes = {style.name: style.of(Design(is_dense=True)).size for style in STYLES}

    assert sizes["Normal"] == 10
    assert sizes["Briefer Cell"] >= 9
    assert sizes["Briefer Source Entry"] >= 8.5


def test_word_styles_of_a_short_issue_are_its_own_and_nothing_is_set_by_hand():
    word = docx.Document(io.BytesIO(word_bytes(issue(newsroom(), pages=2))))

    assert word.styles["Normal"].font.size.pt == 10
    assert not [run for p in word.paragraphs for run in p.runs if run.font.size is not None]


def test_doing_it_twice_changes_nothing():
    close = Design("#7a1f1f", is_dense=True)

    for setting in PARAGRAPHS.values():
        assert close.of(close.of(setting)) == close.of(setting)
