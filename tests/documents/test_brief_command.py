import json
import os
import subprocess
import sys
from pathlib import Path

import docx
import pypdf
import pytest

from briefer import engines, places
from briefer.cli import main
from briefer.model.actors import Actor, ActorKind, Findings, Mention
from briefer.model.text import Span

SAMPLES = places.resources() / "samples"


class CapitalWords:
    """An engine that takes each first capitalised word for a person; the true ones have tests."""

    name = "capitals"

    def find(self, text, sentences, *, language, title=""):
        word = text.split()[0]
        mention = Mention(Span(0, len(word)), word)
        key = f"person:{word.casefold()}"
        return Findings((Actor(key, word, ActorKind.PERSON, 0.5, (), (), (mention,)),))


@pytest.fixture(autouse=True)
def settled(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773302400")
    monkeypatch.setattr(engines, "actor_engines", lambda: (CapitalWords(),))


def brief(*arguments):
    return main(["brief", *map(str, arguments)])


def text_of(path):
    return " ".join(" ".join(p.extract_text() for p in pypdf.PdfReader(path).pages).split())


def test_two_documents_come_from_one_assembly(tmp_path):
    pdf, word = tmp_path / "a.pdf", tmp_path / "a.docx"

    status = brief(
        SAMPLES / "danube-closure.txt", "-o", pdf, "-o", word,
        "--title", "Harbour note", "--issue", "7", "--marking", "tlp:red",
    )  # fmt: skip

    assert status == 0
    assert "Lower Danube closed to shipping" in text_of(pdf)
    assert text_of(pdf).count("TLP:RED") == 2 * len(pypdf.PdfReader(pdf).pages)
    assert "Lower Danube closed" in "".join(p.text for p in docx.Document(word).paragraphs)


SUFFIXES = (".pdf", ".docx", ".html", ".md", ".txt", ".eml", ".csv", ".xlsx", ".json")


def test_the_same_inputs_give_the_same_bytes(tmp_path):
    options = (
        SAMPLES / "danube-closure.txt", SAMPLES / "corridor-tariff-ru.txt",
        SAMPLES / "danube-commission.html", "--template", "situation", "--marking", "tlp:green",
    )  # fmt: skip

    # In a process of its own nothing is remembered, and sets are in another order.
    for name, seed in (("a", "1"), ("b", "7")):
        outputs = [f"-o{tmp_path / name}{suffix}" for suffix in SUFFIXES]
        subprocess.run(
            [sys.executable, "-m", "briefer", "brief", *map(str, options), *outputs],
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )

    for suffix in SUFFIXES:
        one, other = ((tmp_path / f"{name}{suffix}").read_bytes() for name in "ab")
        assert one == other, suffix


@pytest.mark.parametrize(
    "template", ["daily", "press-review", "situation", "actor-profile", "plain"]
)
def test_every_template_makes_a_document(template, tmp_path):
    path = tmp_path / "a.md"

    assert brief(SAMPLES / "danube-closure.txt", "-o", path, "--template", template) == 0
    assert "Lower Danube closed" in path.read_text("utf-8")


def test_the_sources_name_outlet_author_date_and_address(tmp_path):
    path = tmp_path / "a.txt"

    brief(SAMPLES / "danube-closure.txt", "-o", path)

    words = " ".join(path.read_text("utf-8").split())
    assert "Lena Ortiz, 11 Mar 2026 – https://www.harbour-courier.example/2026/03/11/" in words


def test_a_bad_input_is_named_and_the_others_are_briefed(tmp_path, capsys):
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    path = tmp_path / "a.pdf"

    status = brief(empty, SAMPLES / "danube-closure.txt", "-o", path)

    assert status == 1
    assert path.exists()
    assert "empty.txt" in capsys.readouterr().err


def test_nothing_readable_writes_nothing(tmp_path, capsys):
    empty = tmp_path / "empty.txt"
    empty.write_text("")

    assert brief(empty, "-o", tmp_path / "a.pdf") == 1
    assert not (tmp_path / "a.pdf").exists()
    assert "Nothing was written" in capsys.readouterr().err


def test_an_unknown_format_is_wrong_usage(tmp_path, capsys):
    assert brief(SAMPLES / "danube-closure.txt", "-o", tmp_path / "a.odt") == 2
    assert ".docx" in capsys.readouterr().err


@pytest.mark.parametrize("wrong", [["--date", "soon"], ["--sentences", "0"], ["--annex", "some"]])
def test_wrong_options_are_wrong_usage(wrong, tmp_path):
    with pytest.raises(SystemExit) as stop:
        brief(SAMPLES / "danube-closure.txt", "-o", tmp_path / "a.pdf", *wrong)

    assert stop.value.code == 2


def test_a_folder_that_is_missing_fails_that_output_alone(tmp_path, capsys):
    good = tmp_path / "a.md"

    status = brief(SAMPLES / "danube-closure.txt", "-o", tmp_path / "no" / "a.pdf", "-o", good)

    assert status == 1
    assert good.exists()
    assert "folder does not exist" in capsys.readouterr().err


def test_the_briefing_speaks_the_language_of_its_articles(tmp_path):
    path = tmp_path / "a.md"

    brief(SAMPLES / "danube-assurances.txt", "-o", path)

    assert "À la une" in path.read_text("utf-8")


def test_a_house_document_lends_its_header(tmp_path):
    house = docx.Document()
    house.sections[0].header.paragraphs[0].text = "Ministry of Quays"
    house.save(tmp_path / "house.docx")

    brief(
        SAMPLES / "danube-closure.txt", "-o", tmp_path / "a.docx",
        "--house-style", tmp_path / "house.docx",
    )  # fmt: skip

    header = docx.Document(tmp_path / "a.docx").sections[0].header
    assert header.paragraphs[0].text == "Ministry of Quays"


def test_actors_come_as_json_too(tmp_path):
    path = tmp_path / "a.json"

    brief(SAMPLES / "danube-closure.txt", "-o", path)

    assert json.loads(Path(path).read_text("utf-8"))["actors"][0]["name"] == "Shipping"


@pytest.mark.parametrize("moment", ["99999999999999", "²", "yesterday", "-1e9"])
def test_a_moment_that_is_none_is_wrong_usage(tmp_path, capsys, monkeypatch, moment):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)

    assert brief(tmp_path / "a.txt", "-o", tmp_path / "a.pdf") == 2

    (line,) = capsys.readouterr().err.splitlines()
    assert "SOURCE_DATE_EPOCH" in line


def no_document(path):
    """A package whose main part is no document."""
    import zipfile

    source = Path(docx.__file__).parent / "templates" / "default.docx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<other/>" if name == "word/document.xml" else old.read(name))


def half_a_package(path):
    import zipfile

    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")


@pytest.mark.parametrize("make", [no_document, half_a_package])
def test_a_house_style_that_is_no_document_costs_the_word_file_alone(tmp_path, capsys, make):
    house, word, page = tmp_path / "house.docx", tmp_path / "a.docx", tmp_path / "a.html"
    make(house)

    status = brief(SAMPLES / "danube-closure.txt", "--house-style", house, "-o", word, "-o", page)

    assert status == 1
    assert page.exists()
    assert not word.exists()
    (line,) = capsys.readouterr().err.splitlines()
    assert "house style" in line


def test_what_nobody_expected_is_one_line_and_a_report(tmp_path, capsys, monkeypatch, own_home):
    def broken(*_arguments, **_options):
        raise ZeroDivisionError

    monkeypatch.setattr("briefer.services.drafting.draft", broken)

    assert brief(SAMPLES / "danube-closure.txt", "-o", tmp_path / "a.html") == 1

    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("briefer: ")
    assert "ZeroDivisionError" in (own_home / "briefer.log").read_text("utf-8")
