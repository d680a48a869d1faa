import errno
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from briefer.engines import exporters
from briefer.model.errors import ExportFailed, UnknownChoice
from briefer.services.exporting import export, exporter_for


@dataclass
class Scripted:
    """An exporter that does as it is told."""

    error: Exception | None = None
    refusal: Exception | None = None
    name: str = "scripted"
    suffix: str = ".txt"
    seen: list = field(default_factory=list)

    def write(self, document, path: Path):
        self.seen.append(path)
        path.write_text("half")
        if self.error:
            raise self.error
        path.write_text("whole")
        return ("One note.",)

    def verify(self, document, path: Path):
        if self.refusal:
            raise self.refusal


@pytest.mark.parametrize("exporter", exporters(), ids=lambda exporter: exporter.name)
def test_every_format_is_written_checked_and_put_in_place(exporter, document, tmp_path):
    path = tmp_path / f"note{exporter.suffix}"

    report = export(document, path, exporter)

    assert report.path == path
    assert path.stat().st_size > 100
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == [path.name]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "no room left"),
        (errno.EACCES, "open in another program"),
        (errno.EROFS, "cannot be written"),
        (errno.EIO, "could not be written"),
    ],
)
def test_a_failed_write_leaves_the_old_file_and_says_what_to_do(code, words, document, tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("good")

    with pytest.raises(ExportFailed, match=words) as failure:
        export(document, path, Scripted(error=OSError(code, "trouble")))

    assert path.read_text() == "good"
    assert failure.value.name == "note.txt"
    assert "Nothing was replaced." in failure.value.hint
    assert [p.name for p in tmp_path.glob("*briefer*")] == []


def test_what_a_killed_program_left_half_written_goes_with_the_next_export(document, tmp_path):
    left = tmp_path / ".briefer-ab3_9xyz.pdf"
    left.write_text("half")
    others = [tmp_path / ".briefer-notes.txt", tmp_path / "briefer-ab3_9xyz.pdf"]
    for other in others:
        other.write_text("a person's own")

    export(document, tmp_path / "note.txt", Scripted())

    assert not left.exists()
    assert all(other.exists() for other in others)


def test_what_another_export_is_writing_is_left_alone(document, tmp_path):
    class Other(Scripted):
        def write(self, document, path):
            super().write(document, path)
            export(document, tmp_path / "other.txt", Scripted())
            return ()

    export(document, tmp_path / "note.txt", Other())

    assert sorted(path.name for path in tmp_path.glob("*.txt")) == ["note.txt", "other.txt"]


def test_a_file_that_fails_its_check_replaces_nothing(document, tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("good")

    with pytest.raises(ExportFailed, match="no pages"):
        export(document, path, Scripted(refusal=ExportFailed("It has no pages.")))

    assert path.read_text() == "good"


def test_a_missing_folder_is_said_plainly(document, tmp_path):
    with pytest.raises(ExportFailed, match="folder does not exist"):
        export(document, tmp_path / "none" / "note.txt", Scripted())


def test_a_replaced_file_keeps_its_rights(document, tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("good")
    path.chmod(0o640)

    report = export(document, path, Scripted())

    assert path.read_text() == "whole"
    assert path.stat().st_mode & 0o777 == 0o640
    assert report.notes == ("One note.",)


def test_an_unexpected_error_leaves_no_half_file_either(document, tmp_path):
    with pytest.raises(ZeroDivisionError):
        export(document, tmp_path / "note.txt", Scripted(error=ZeroDivisionError()))

    assert list(tmp_path.glob("*.txt")) == []


@pytest.mark.parametrize(
    ("name", "found"),
    [("a.PDF", "pdf"), ("a.docx", "docx"), ("a.htm", "html"), ("a.markdown", "markdown")],
)
def test_the_ending_of_the_name_decides_the_format(name, found):
    assert exporter_for(Path(name), exporters()).name == found


@pytest.mark.parametrize("name", ["a.odt", "a", ".pdf"])
def test_an_unknown_ending_names_the_known_ones(name):
    with pytest.raises(UnknownChoice) as failure:
        exporter_for(Path(name), exporters())

    assert ".pdf" in failure.value.hint


def test_a_link_stays_a_link_to_the_new_document(document, tmp_path):
    kept, link = tmp_path / "kept.txt", tmp_path / "link.txt"
    kept.write_text("old")
    try:
        link.symlink_to(kept.name)
    except OSError:
        pytest.skip("links need rights here")

    export(document, link, Scripted())

    assert link.is_symlink()
    assert kept.read_text() == "whole"


def test_links_in_a_circle_are_said(document, tmp_path):
    try:
        (tmp_path / "a.txt").symlink_to("b.txt")
        (tmp_path / "b.txt").symlink_to("a.txt")
    except OSError:
        pytest.skip("links need rights here")

    with pytest.raises(ExportFailed, match="circle"):
        export(document, tmp_path / "a.txt", Scripted())


def test_a_protected_file_is_not_replaced(document, tmp_path):
    path = tmp_path / "signed.txt"
    path.write_text("old")
    path.chmod(0o444)

    with pytest.raises(ExportFailed, match="protected"):
        export(document, path, Scripted())

    assert path.read_text() == "old"
    path.chmod(0o644)
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["signed.txt"]


def test_a_folder_of_that_name_is_refused_before_any_work(document, tmp_path):
    (tmp_path / "note.txt").mkdir()
    exporter = Scripted()

    with pytest.raises(ExportFailed, match="folder"):
        export(document, tmp_path / "note.txt", exporter)

    assert not exporter.seen
