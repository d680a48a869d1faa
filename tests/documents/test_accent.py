"""The colour of an issue's headings: in every format, and readable whatever was chosen."""

import io
import re
import zipfile

import docx
import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom import issue, newsroom

from briefer.exporters.colors import ACCENT, DARK_TINT, contrast, lightened, readable, tint
from briefer.exporters.html import html
from briefer.exporters.mail import mail_html
from briefer.exporters.pdf import build_pdf
from briefer.exporters.word import word_bytes

RED = "#8c1d18"
COLORS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@given(COLORS)
def test_every_colour_becomes_readable_on_white_and_on_its_tint(color):
    shade = readable(color)

    assert contrast(shade, "#ffffff") >= 4.5
    assert contrast(shade, tint(shade)) >= 4.5


@given(COLORS)
def test_what_is_readable_stays_as_it_was_chosen(color):
    if min(contrast(color, "#ffffff"), contrast(color, tint(color))) >= 4.5:
        assert readable(color) == color
    assert readable(readable(color)) == readable(color)


@given(COLORS)
def test_every_colour_becomes_readable_in_the_dark(color):
    assert contrast(lightened(readable(color)), DARK_TINT) >= 7


@given(st.text(max_size=9))
def test_what_is_no_colour_becomes_the_usual_one(text):
    if not re.fullmatch("#[0-9a-fA-F]{6}", text):
        assert readable(text) == ACCENT


def test_contrast_is_that_of_the_guidelines():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.fixture(params=["", "#8C1D18"])
def colored(request):
    return issue(newsroom(), "situation", accent=request.param), (request.param or ACCENT).lower()


def as_pdf(color):
    return " ".join(f"{int(color[at : at + 2], 16) / 255:.3f}" for at in (1, 3, 5))


def drawn(document):
    reader = pypdf.PdfReader(io.BytesIO(build_pdf(document).content))
    return "\n".join(page.get_contents().get_data().decode("latin-1") for page in reader.pages)


def test_pages_are_drawn_in_it(colored):
    document, color = colored
    other = RED if color == ACCENT else ACCENT

    assert as_pdf(color) in drawn(document)
    assert as_pdf(other) not in drawn(document)


def test_word_is_in_it(colored):
    document, color = colored
    content = word_bytes(document)
    other = RED if color == ACCENT else ACCENT

    heading = docx.Document(io.BytesIO(content)).styles["Heading 1"]
    assert str(heading.font.color.rgb).lower() == color[1:]
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        whole = b"".join(package.read(name).lower() for name in package.namelist())
    assert other[1:].encode() not in whole


def test_web_page_and_mail_are_in_it(colored):
    document, color = colored
    other = RED if color == ACCENT else ACCENT

    assert f"--accent: {color}" in html(document).lower()
    assert f"--accent: {lightened(color)}" in html(document).lower()
    assert f"color:{color}" in mail_html(document).lower()
    assert other not in (html(document) + mail_html(document)).lower()
