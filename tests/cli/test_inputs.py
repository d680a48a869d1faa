"""Whatever is named as input, each failure is one line on standard error and the others are done."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefer.cli import main

GOOD = "The ferry strike ended on Monday, the port said. Crews return to work at noon.\n"


@pytest.fixture
def desk(tmp_path):
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD)
    return folder


@pytest.fixture
def extract(capsys):
    def ask(*inputs):
        status = main(["extract", "--json", *map(str, inputs)])
        said = capsys.readouterr()
        return status, [json.loads(line) for line in said.out.splitlines()], said.err.splitlines()

    return ask


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("x" * 300, "does not exist"),
        ("", "no name"),
        ("two\nlines\x1b[31m.txt", "does not exist"),
        ("a\x00b", "does not exist"),
    ],
    ids=["a very long name", "no name", "a name of two lines", "a NUL"],
)
def test_a_name_that_is_no_file_costs_one_line(extract, desk, name, said):
    status, found, lines = extract(name, desk / "good.txt")

    assert status == 1
    assert len(found) == 1
    (line,) = lines
    assert line.startswith("briefer: ")
    assert said in line
    assert line.isprintable()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_refused_at_once_and_passed_over_in_a_folder(extract, desk):
    os.mkfifo(desk / "pipe.txt")

    status, found, lines = extract(desk, desk / "pipe.txt")

    assert status == 1
    assert len(found) == 1
    (line,) = lines
    assert "pipe" in line


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_in_a_circle_or_to_nowhere_are_passed_over(extract, desk):
    (desk / "a").symlink_to("b")
    (desk / "b").symlink_to("a")
    (desk / "itself").symlink_to(".")
    (desk / "gone.txt").symlink_to("nowhere")

    status, found, lines = extract(desk)

    assert (status, len(found), lines) == (0, 1, [])


def test_each_folder_that_may_not_be_read_is_named(extract, desk, monkeypatch):
    closed = {str(desk / name) for name in ("closed", "locked")}
    for name in closed:
        Path(name).mkdir()
    scandir = os.scandir

    def guarded(path):
        if path in closed:
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)

    status, found, lines = extract(desk)

    assert status == 1
    assert len(found) == 1
    assert [line.split(": ")[1] for line in lines] == sorted(closed)


def test_a_file_in_a_folder_that_may_not_be_entered_says_so(extract, desk, monkeypatch):
    stat = Path.stat

    def guarded(path, **options):
        if path.name == "inside.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return stat(path, **options)

    monkeypatch.setattr(Path, "stat", guarded)

    status, found, lines = extract(desk / "inside.txt", desk / "good.txt")

    assert (status, len(found), len(lines)) == (1, 1, 1)
    assert "may not read" in lines[0]


@pytest.mark.parametrize("content", [GOOD.encode(), b"\x7fELF" + bytes(range(256)) * 40])
def test_standard_input_leaves_nothing_behind(extract, tmp_path, monkeypatch, content):
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    status, found, lines = extract("-")

    assert (status, len(found), len(lines)) in ((0, 1, 0), (1, 0, 1))
    assert not any(folder.iterdir())


def test_endless_standard_input_is_given_up(desk, tmp_path):
    with Path("/dev/zero" if os.name == "posix" else os.devnull).open("rb") as endless:
        done = subprocess.run(
            [sys.executable, "-m", "briefer", "extract", "-"],
            stdin=endless,
            capture_output=True,
            timeout=60,
            check=False,
        )

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
