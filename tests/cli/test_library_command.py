"""The library on the command line: what stands in its way is one line."""

import pytest

from briefer.cli import main


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
