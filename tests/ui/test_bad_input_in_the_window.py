"""What cannot be read says so once, by name, and keeps nothing else from being read."""

import pytest

from briefer import settings
from briefer.ui import theme
from briefer.ui.dialogs.to_read import ToRead

pytestmark = pytest.mark.gui

GOOD = "The ferry strike ended on Monday, the port said. Crews return to work at noon.\n"
BAD = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 40,
    "broken.pdf": b"%PDF-1.7\n1 0 obj << /Type /Catalog",
    "broken.docx": b"PK\x03\x04 but no archive",
    "blank.html": b"<html><body></body></html>",
}


@pytest.fixture
def window(qapp, qtbot):
    from briefer.app import build

    theme.load_fonts(qapp)
    theme.apply(qapp, "light")
    found = build(settings.Settings())
    qtbot.addWidget(found)
    with qtbot.waitExposed(found):
        found.show()
    yield found
    found.close()


@pytest.fixture
def desk(tmp_path):
    """A folder of articles."""
    folder = tmp_path / "desk"
    folder.mkdir()
    return folder


def bring_in(window, qtbot, folder):
    window.commands.bringing_in.bring_in([folder])
    qtbot.waitUntil(lambda: not window.house.jobs.busy, timeout=60000)
    qtbot.waitUntil(lambda: "imported" in window.notice.text)


def test_bad_files_among_good_ones_are_named_and_the_good_ones_are_there(
    window, qtbot, desk, monkeypatch
):
    for name, content in BAD.items():
        (desk / name).write_bytes(content)
    (desk / "good.txt").write_text(GOOD)
    shown = []
    monkeypatch.setattr(window.asking, "show_lines", lambda *told: shown.append(told))

    bring_in(window, qtbot, desk)
    window.notice._act()

    assert window.library.model.rowCount() == 1
    assert window.notice.text == "1 article imported, 5 could not be read."
    ((_, _, lines),) = shown
    assert sorted(name for name, _ in lines) == sorted(BAD)
    assert all(said.endswith(".") for _, said in lines)


def test_one_bad_file_is_named_in_the_notice_itself(window, qtbot, desk):
    (desk / "empty.txt").write_bytes(b"")

    bring_in(window, qtbot, desk)

    assert "empty.txt" in window.notice.text
    assert window.notice.property("bad")


def test_what_was_not_imported_can_be_read_line_by_line(qtbot):
    lines = [(f"file-{number}.pdf", "This file is damaged. Get it anew.") for number in range(40)]
    box = ToRead("Not imported", "3 articles imported, 40 could not be read.", lines)
    qtbot.addWidget(box)
    box.show()

    assert box.height() < 700
