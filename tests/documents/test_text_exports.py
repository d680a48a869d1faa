import csv
import io
import json
from dataclasses import replace

import pytest
from lxml import html as lxml_html
from markdown_it import MarkdownIt
from newsroom import issue, newsroom

from briefer.exporters.html import html
from briefer.exporters.markdown import markdown, plain_text
from briefer.exporters.tables import actors_csv
from briefer.model.document import ActorRow, Paragraph, Run

HOSTILE = '<script>alert(1)</script> **bold** [x](javascript:1) `code` # h | cell & "q" \'s'


def test_all_formats_hold_the_same_headings_and_sources(document):
    page, note, mail = html(document), markdown(document), plain_text(document)

    for text, _, _ in document.headings():
        assert text in page
        assert text in note
        assert text in mail
    for made in (page, note, mail):
        assert "https://www.quay.example/ru/0" in made
        assert made.count("TLP:AMBER") == 2


def test_the_page_is_one_file_that_fetches_nothing_and_runs_nothing(document):
    tree = lxml_html.fromstring(html(document))

    assert not tree.xpath("//script | //img | //link | //iframe")
    assert tree.xpath("//meta[@name='viewport']")
    assert "default-src 'none'" in html(document)
    assert "prefers-color-scheme: dark" in html(document)


def test_anchors_of_the_page_exist(document):
    tree = lxml_html.fromstring(html(document))

    wanted = {link.removeprefix("#") for link in tree.xpath("//a/@href") if link.startswith("#")}
    assert wanted
    assert wanted <= set(tree.xpath("//@id"))


def test_languages_and_directions_are_marked_in_the_page(document):
    tree = lxml_html.fromstring(html(document))

    assert tree.get("lang") == "en"
    assert tree.xpath("//*[@lang='ar' and @dir='rtl']")


def test_hostile_text_stays_text_in_html(document):
    made = html(replace(document, blocks=(Paragraph((Run(HOSTILE),)),)))

    tree = lxml_html.fromstring(made)
    assert not tree.xpath("//script")
    assert HOSTILE in tree.text_content()


def test_hostile_text_stays_text_in_markdown(document):
    made = markdown(replace(document, blocks=(Paragraph((Run(HOSTILE),)),)))

    rendered = MarkdownIt("commonmark").enable("table").render(made)
    tree = lxml_html.fromstring(f"<div>{rendered}</div>")
    assert not tree.xpath("//script | //code | //a")
    assert HOSTILE in tree.text_content()


@pytest.mark.parametrize("text", ["# not a heading", "- no bullet", "1. no list", "===", "+ x"])
def test_the_start_of_a_paragraph_is_no_markdown(document, text):
    made = markdown(replace(document, blocks=(Paragraph((Run(text),)),)))

    rendered = MarkdownIt("commonmark").render(made)
    assert text in lxml_html.fromstring(f"<div>{rendered}</div>").text_content()
    assert rendered.count("<h1>") == 1
    assert "<li>" not in rendered


def test_plain_text_keeps_lines_short_but_addresses_whole():
    document = issue(newsroom(("en",), url="https://www.quay.example/" + "a" * 120))

    lines = plain_text(document).splitlines()

    assert any("a" * 120 in line for line in lines)
    assert all(len(line) <= 80 or "quay.example" in line for line in lines)


def test_actors_come_as_csv_with_one_line_each(document):
    rows = list(csv.DictReader(io.StringIO(actors_csv(document))))

    assert [row["name"] for row in rows][:2] == ["Karen Holt", "Олег Зимин"]
    assert rows[0]["roles"] == "Minister"


def test_a_spreadsheet_never_takes_a_name_for_a_formula(document):
    row = ActorRow("=HYPERLINK(1)", "person", None, (), (), 1, 1, (), 0.5)

    made = actors_csv(replace(document, actors=(row,)))

    assert "'=HYPERLINK(1)" in made


def test_actors_come_as_json(document, tmp_path):
    from briefer.exporters.tables import JsonExporter

    JsonExporter().write(document, tmp_path / "a.json")
    JsonExporter().verify(document, tmp_path / "a.json")

    plain = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert plain["actors"][0]["name"] == "Karen Holt"


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_only_web_and_mail_links_are_live(document, link):
    bad = replace(document, blocks=(Paragraph((Run("x", link=link),)),))

    assert link not in html(bad)
    assert link not in markdown(bad)
