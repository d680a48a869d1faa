"""The library on the command line: what stands in its way is one line."""

import io
import json
import sys

import pytest
from wires import shelve, story, wire

from briefer import places
from briefer.cli import main
from briefer.services.library import Library


@pytest.mark.parametrize("act", ["list", "check"])
def test_a_folder_that_cannot_be_made_is_said(tmp_path, capsys, monkeypatch, act):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("BRIEFER_HOME", str(tmp_path / "file" / "home"))

    assert main(["library", act]) == 1

    (line,) = capsys.readouterr().err.splitlines()
    assert "folder cannot be made" in line


def test_what_nobody_expected_is_one_line_even_where_no_log_can_be_kept(
    tmp_path, capsys, monkeypatch
):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("BRIEFER_HOME", str(tmp_path / "file" / "home"))

    def broken(*_arguments, **_options):
        raise ZeroDivisionError

    monkeypatch.setattr("briefer.cli.inputs.files_in", broken)

    assert main(["extract", "x"]) == 1

    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert "ZeroDivisionError" in said


def test_a_library_cut_short_is_said(own_home, capsys):
    assert main(["library", "list"]) == 0
    path = own_home / "library.db"
    path.write_bytes(path.read_bytes()[:20_000])

    for act in (["list"], ["check"], ["search", "port"]):
        assert main(["library", *act]) == 1
        (line,) = capsys.readouterr().err.splitlines()
        assert "damaged" in line


def test_copies_are_listed_behind_the_one_that_leads(own_home, capsys):
    library = Library(places.library())
    full = story(*range(12))
    shelve(
        library,
        wire(full[:6], "Ships sail", outlet="Courier", published="2026-03-03"),
        wire(full, "Port opens", outlet="Wire", published="2026-03-02"),
    )
    library.close()

    assert main(["library", "list"]) == 0
    lead, copy = capsys.readouterr().out.splitlines()
    assert main(["library", "list", "--json"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())

    assert lead.endswith("Port opens (Wire, 2026-03-02)")
    assert copy.startswith("  copy: ")
    assert (first["copies"], second["copy_of"]) == (1, first["id"])


def test_an_import_says_how_many_texts_are_independent(own_home, tmp_path, capsys):
    for name, numbers in (("one", range(12)), ("two", range(7)), ("three", range(40, 50))):
        (tmp_path / f"{name}.txt").write_text(f"{name} headline\n\n" + "\n\n".join(story(*numbers)))

    assert main(["library", "import", *map(str, tmp_path.glob("*.txt"))]) == 0

    assert "3 articles imported, 2 independent texts." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "status", "listed"),
    [
        (b"The ferry strike ended on Monday, the port said.", 0, 1),
        (b"  \n", 1, 0),
    ],
)
def test_standard_input_comes_into_the_library(capsys, monkeypatch, content, status, listed):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    assert main(["library", "import", "-"]) == status

    assert len(capsys.readouterr().err.splitlines()) == status
    assert main(["library", "list"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == listed
