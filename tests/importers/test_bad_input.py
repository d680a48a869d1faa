"""Each bad file gets one clear message; what is merely odd is read."""

import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefer.engines import reader
from briefer.model.errors import UnreadableFile
from briefer.services.crew import Crew

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


def write(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    return path


def bomb(tmp_path):
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("word/document.xml", b"<w>" + b"a" * (40 << 20) + b"</w>")
    return path


def locked_pdf(tmp_path):
    import pikepdf

    path = tmp_path / "locked.pdf"
    document = pikepdf.new()
    document.add_blank_page()
    document.save(path, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    return path


def picture_pdf(tmp_path):
    import pikepdf

    path = tmp_path / "pictures.pdf"
    document = pikepdf.new()
    document.add_blank_page()
    document.save(path)
    return path


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda t: write(t, "empty.txt", b""), "empty"),
        (lambda t: write(t, "blank.txt", b" \n\n \t"), "no words"),
        (lambda t: write(t, "long.txt", b"word and more " * 200_000), "characters"),
        (lambda t: write(t, "program.txt", bytes(range(256)) * 40), "no text file"),
        (lambda t: write(t, "broken.pdf", b"%PDF-1.7 nothing follows"), "damaged"),
        (lambda t: write(t, "broken.docx", b"PK\x03\x04 nothing follows"), "damaged"),
        (
            lambda t: write(t, "page.html", b"<html><p " + b"a=1 " * 40_000 + b">Hi</p>"),
            "newspaper",
        ),
        (locked_pdf, "password"),
        (picture_pdf, "pictures"),
        (bomb, "unpacks"),
    ],
)
def test_a_bad_file_says_what_is_wrong(tmp_path, make, said):
    path = make(tmp_path)

    with pytest.raises(UnreadableFile, match=said) as caught:
        reader().read(path)

    assert caught.value.hint


@pytest.mark.parametrize(
    "content",
    [
        b"x" * 1_000_000,
        b"One \x00\x01\x02 two\x7f.",
        b"\xed\xa0\x80 half a pair",
        b"no marks at all here",
    ],
    ids=["one word of a megabyte", "control characters", "lone surrogate", "no sentence marks"],
)
def test_odd_text_is_read(tmp_path, content):
    (article,) = reader().read(write(tmp_path, "odd.txt", content))

    assert article.text.strip()
    assert "\x00" not in article.text


@pytest.mark.parametrize("path", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_every_sample_states_its_source(path):
    (article,) = reader().read(path)

    assert article.source.title
    assert article.source.published.startswith("2026-03-1")
    assert article.source.url.startswith("https://")
    assert len(article.paragraphs) >= 7
    assert article.text == "\n\n".join(p.span.of(article.text) for p in article.paragraphs)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.binary(min_size=1, max_size=300), st.sampled_from([".txt", ".html", ".pdf", ".docx", ""]))
def test_arbitrary_bytes_are_read_or_refused(tmp_path, content, suffix):
    path = write(tmp_path, f"any{suffix}", content)

    try:
        found = reader().read(path)
    except UnreadableFile:
        return

    assert all(article.text for article in found)


def many_paragraphs(path):
    start = b'<w:document xmlns:w="urn:w"><w:body>'
    lines = b"".join(b"<w:p><w:r><w:t>%d</w:t></w:r></w:p>" % number for number in range(60_000))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("word/document.xml", start + lines + b"</w:body></w:document>")


def test_a_word_file_of_too_many_paragraphs_says_so(tmp_path):
    many_paragraphs(tmp_path / "many.docx")

    with pytest.raises(UnreadableFile, match="longer than any article"):
        reader().read(tmp_path / "many.docx")


def forms_in_forms(path, depth=30):
    """A page that draws a form ten times, which draws another one ten times, and so on."""
    import pikepdf

    document = pikepdf.new()
    page = document.add_blank_page()
    inner = document.make_stream(b"BT ET")
    for _ in range(depth):
        inner.Type, inner.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        inner.BBox = [0, 0, 600, 800]
        outer = document.make_stream(b"/X Do " * 10)
        outer.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=inner))
        inner = outer
    page.Contents = inner
    page.Resources = inner.Resources
    document.save(path)


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are the system's")
def test_a_pdf_that_unfolds_without_end_costs_bounded_memory_and_itself_alone(tmp_path):
    import resource

    forms_in_forms(tmp_path / "forms.pdf")
    good = write(tmp_path, "good.txt", b"The ferry strike ended on Monday, the port said.")
    crew = Crew(1)
    names = [str(tmp_path / "forms.pdf"), str(good)]

    answers = list(crew.each("read", [{"path": name, "name": name} for name in names]))

    crew.close()
    # The last answer says that the good file holds no more.
    (_, refused), (_, found), _ = answers
    assert isinstance(refused, UnreadableFile)
    assert len(found["articles"]) == 1
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 1_500_000
