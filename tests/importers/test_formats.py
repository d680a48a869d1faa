"""The single formats: what each keeps, leaves out and says."""

import exports
import pytest
from exports import BODY, TITLE

from briefer.engines import reader
from briefer.model.article import Article
from briefer.model.errors import UnreadableFile


def write(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def paragraphs(article):
    return tuple(paragraph.span.of(article.text) for paragraph in article.paragraphs)


def test_rtf_letters_of_every_kind(tmp_path):
    content = (
        rb"{\rtf1\ansi\ansicpg1250\uc1{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}"
        rb"{\info{\title hidden}}{\*\unknown hidden{\b too}}\f0 Caf\'e9 {\f1\'cf\'f0\'e8} "
        rb"\u8220?q\u8221? \u-10179?\u-8704? {\uc2\u26085\'93\'fax} \ldblquote a\rdblquote\~b\emdash c\_d"
        rb"{\v hidden}{\pict 0102}\par {\field{\*\fldinst{HYPERLINK http://a.example}}{\fldrslt A link}} here.}"
    )
    path = write(tmp_path, "a.rtf", content)

    (article,) = reader().read(path)

    whole = f"{article.source.title}\n{article.text}"
    assert "Café При “q” 😀 日x “a” b—c-d" in whole
    assert "A link here." in whole
    assert "hidden" not in whole


def test_odt_keeps_notes_out(tmp_path):
    path = tmp_path / "a.odt"
    exports.odt(path)

    (article,) = reader().read(path)

    assert article.source.title == TITLE
    assert article.source.authors == ("Ana Petrova",)
    assert paragraphs(article) == (BODY[0], f"{BODY[1]} So it is.", "New line.")


def test_a_mail_and_all_that_is_attached(tmp_path):
    path = write(tmp_path, "a.eml", exports.mail())

    message, attached, missed, inner = reader().each(path)

    assert message.source.title == "Größere Häfen"
    assert message.source.authors == ("Jörg Müller",)
    assert message.source.published == "2026-03-02T09:02:03+02:00"
    assert attached.source.title == TITLE
    assert attached.origin == f"{path}/port.html"
    assert missed.name == f"{path}, a.exe"
    assert inner.source.title == "Inner"


def test_a_mail_of_two_hundred_thousand_parts_is_refused(tmp_path):
    headers = "From: a@b.example\nTo: c@d.example\nSubject: x\nMIME-Version: 1.0\n"
    parts = "--B\nContent-Type: text/plain\n\nx\n" * 200_000
    content = f"{headers}Content-Type: multipart/mixed; boundary=B\n\n{parts}"
    path = write(tmp_path, "a.eml", content)

    with pytest.raises(UnreadableFile, match="more parts"):
        reader().read(path)


def test_a_mail_with_endless_headers_is_read(tmp_path):
    headers = (
        f"From: {'(' * 100_000}a@b.example\nTo: c@d.example\nDate: {'(' * 100_000}\n"
        f"Subject: =?utf-8?q?{'=41' * 700_000}?=\n"
    )
    path = write(tmp_path, "a.eml", f"{headers}\nThe ministry agreed on the text on Monday.\n")

    (article,) = reader().read(path)

    assert article.text == "The ministry agreed on the text on Monday."
    assert article.source.published is None


def test_a_page_saved_whole_knows_its_address(tmp_path):
    path = write(tmp_path, "a.mhtml", exports.mhtml())

    (article,) = reader().read(path)

    assert article.source.url == "https://courier.example/1"
    assert article.source.title == TITLE


def test_an_epub_is_read_by_chapters(tmp_path):
    path = tmp_path / "a.epub"
    exports.epub(path)

    (article,) = reader().read(path)

    assert article.source.title == TITLE
    assert article.source.outlet == "The Weekly"
    assert article.source.published == "2026-03-02"


def test_a_feed_gives_its_full_entries_and_names_the_others(tmp_path):
    path = write(tmp_path, "a.rss", exports.feed())

    found, missed = reader().each(path)

    assert found.source.url == "https://courier.example/1"
    assert found.source.published == "2026-03-02T01:02:03+00:00"
    assert paragraphs(found) == BODY[:2]
    assert "entry 2 (“Teaser”)" in missed.name
    assert "https://courier.example/2" in missed.hint


def test_atom_in_xhtml(tmp_path):
    path = write(tmp_path, "a.xml", exports.atom())

    (article,) = reader().read(path)

    assert (article.source.title, article.source.outlet) == ("A & B", "Courier")
    assert paragraphs(article) == BODY[:1]


def test_a_zip_is_read_as_its_files_would_be(tmp_path):
    path = tmp_path / "a.zip"
    exports.zip_of(path)

    found = list(reader().each(path))

    assert [one.origin for one in found if isinstance(one, Article)] == [
        f"{path}/a/port.html", f"{path}/b/port.txt",
    ]  # fmt: skip
    assert [one.name for one in found if not isinstance(one, Article)] == [
        f"{path}, pixel.png", f"{path}, link.url",
    ]  # fmt: skip


def test_a_bomb_in_a_zip_costs_itself_alone(tmp_path):
    import zipfile

    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("bomb.txt", b"a" * (30 << 20))
        packed.writestr("port.html", exports.PAGE)

    bomb, article = reader().each(path)

    assert "unpacks to far more" in bomb.what
    assert article.source.title == TITLE


def test_zips_in_zips_end_somewhere(tmp_path):
    import io
    import zipfile

    content = b"The ministry agreed on the text."
    for depth in range(6):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as packed:
            packed.writestr("a.zip" if depth else "a.txt", content)
        content = buffer.getvalue()
    path = write(tmp_path, "a.zip", content)

    with pytest.raises(UnreadableFile, match="too deeply"):
        reader().read(path)


@pytest.mark.parametrize("name", ["a.xml", "a.rss"])
def test_xml_with_a_document_type_is_refused(tmp_path, name):
    content = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hosts">]>{exports.feed()[21:]}'
    path = write(tmp_path, name, content)

    with pytest.raises(UnreadableFile):
        reader().read(path)


def test_a_link_in_a_folder_is_named_and_not_followed(tmp_path):
    path = write(tmp_path, "a.url", "[InternetShortcut]\r\nURL=https://courier.example/1\r\n")

    with pytest.raises(
        UnreadableFile, match=r"only a link, to https://courier\.example/1"
    ) as caught:
        reader().read(path)

    assert "by itself" in caught.value.hint


@pytest.mark.parametrize(
    ("stream", "name", "said", "way_out"),
    [
        ("__properties_version1.0", "a.msg", "Outlook", ".eml"),
        ("WordDocument", "a.doc", "before 2007", ".docx"),
        ("EncryptedPackage", "a.docx", "password", "without one"),
        ("Workbook", "a.xls", "Office", "PDF"),
    ],
)
def test_office_s_old_container_says_what_to_do(tmp_path, stream, name, said, way_out):
    path = write(tmp_path, name, exports.ole(stream))

    with pytest.raises(UnreadableFile, match=said) as caught:
        reader().read(path)

    assert way_out in caught.value.hint
