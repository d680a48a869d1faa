"""Actors as a spreadsheet, and the briefing as a message."""

import email
import email.policy
import zipfile
from dataclasses import replace

import pytest
from lxml import etree
from newsroom import issue, newsroom

from briefer.exporters.mail import MailExporter, mail_html
from briefer.exporters.spreadsheet import SpreadsheetExporter
from briefer.model.errors import ExportFailed

NAME = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def cells(path):
    with zipfile.ZipFile(path) as package:
        sheet = etree.fromstring(package.read("xl/worksheets/sheet1.xml"))
        shared = etree.fromstring(package.read("xl/sharedStrings.xml"))
    texts = ["".join(one.itertext()) for one in shared.iterfind("s:si", NAME)]

    def value(cell):
        text = cell.findtext("s:v", namespaces=NAME)
        return texts[int(text)] if cell.get("t") == "s" else text

    rows = sheet.iterfind(".//s:row", NAME)
    return [[value(cell) for cell in row.findall("s:c", NAME)] for row in rows], sheet


def test_every_part_of_the_spreadsheet_is_named_and_stands_there(document, tmp_path):
    path = tmp_path / "actors.xlsx"

    SpreadsheetExporter().write(document, path)

    with zipfile.ZipFile(path) as package:
        parts = set(package.namelist())
        types = etree.fromstring(package.read("[Content_Types].xml"))
        links = etree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
        colors = etree.fromstring(package.read("xl/theme/theme1.xml"))[0][0]
    assert {n.get("PartName")[1:] for n in types.iterfind("{*}Override")} <= parts
    assert {"xl/" + node.get("Target") for node in links} <= parts
    assert len(colors) == 12


def test_each_actor_is_a_row(document, tmp_path):
    path = tmp_path / "actors.xlsx"

    SpreadsheetExporter().write(document, path)
    SpreadsheetExporter().verify(document, path)

    rows, _ = cells(path)
    assert rows[0][0] == "name"
    assert [row[0] for row in rows[1:]] == [actor.name for actor in document.actors]


@pytest.mark.parametrize("name", ["=1+1", "@SUM(A1)", "-2", "<b>&amp;</b>", "a\x00b\ud800c"])
def test_text_is_never_a_formula_nor_breaks_the_file(document, tmp_path, name):
    path = tmp_path / "actors.xlsx"
    actor = replace(document.actors[0], name=name)

    SpreadsheetExporter().write(replace(document, actors=(actor,)), path)

    rows, sheet = cells(path)
    assert rows[1][0] == name.replace("\x00", "").replace("\ud800", "")
    assert sheet.find(".//s:f", NAME) is None


def test_a_damaged_spreadsheet_is_refused(document, tmp_path):
    path = tmp_path / "actors.xlsx"
    path.write_bytes(b"no package")

    with pytest.raises(ExportFailed, match="opened again"):
        SpreadsheetExporter().verify(document, path)


def test_a_message_opens_as_a_draft_with_both_texts(document, tmp_path):
    path = tmp_path / "note.eml"

    MailExporter().write(document, path)
    MailExporter().verify(document, path)

    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert message["Subject"] == f"{document.furniture.marking} {document.title}"
    assert message["X-Unsent"] == "1"
    rich, plain = message.get_body(("html",)), message.get_body(("plain",))
    assert "Ferry line to close" in rich.get_content()
    assert "Ferry line to close" in plain.get_content()


def test_a_message_needs_no_style_sheet_and_fetches_nothing(document):
    text = mail_html(document)

    for word in ("<style", "class=", "<script", "<img", "src=", 'href="#'):
        assert word not in text
    assert 'style="' in text


def test_hostile_text_stays_text_in_a_message():
    material = newsroom(("en",), title="<script>alert(1)</script>", url="javascript:alert(1)")

    text = mail_html(issue(material))

    assert "<script" not in text
    assert "javascript" not in text
