"""Watched places in the window: added, seen under New, failures in one quiet line."""

import pytest
from PySide6.QtCore import Qt

from briefer.ui.dialogs.watched_places import WatchedPlaces

pytestmark = pytest.mark.gui

STORY = "The ferry strike ended on Monday, the port of {} said. Crews return to work at noon.\n"


@pytest.fixture
def dialog(window, qtbot):
    shown = WatchedPlaces(window.house.watching, window.watch, window.asking, window)
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.fixture
def desk(tmp_path):
    folder = tmp_path / "desk"
    folder.mkdir()
    return folder


def looked(window, qtbot):
    """Two looks: a file must stand still between them."""
    for _ in range(2):
        qtbot.waitUntil(lambda: not window.house.jobs.busy, timeout=60000)
        window.watch.look(window.house.watching.places[0])
        qtbot.waitUntil(lambda: not window.house.jobs.busy, timeout=60000)


def test_a_window_without_watched_places_shows_nothing_of_them(window):
    assert window.library.new.isHidden()
    assert not window.watch._timer.isActive()


def test_a_folder_that_is_added_fills_the_new_shelf_until_it_is_read(
    window, dialog, qtbot, desk, monkeypatch
):
    for name in ("Varna", "Burgas"):
        (desk / f"{name}.txt").write_text(STORY.format(name))
    monkeypatch.setattr(window.asking, "folder", lambda *_: desk)

    dialog.add_folder.click()
    looked(window, qtbot)

    new = window.library.new
    assert new.button.text() == "2 new"
    assert dialog.rows[0].said.text().startswith("Today ")
    assert window.commands.actions["undo"].text() == "&Undo"
    new.button.click()
    assert window.library.model.rowCount() == 2

    window.library.choose_first()
    assert new.button.text() == "1 new"
    window.library.list.selectionModel().clearSelection()
    window.commands.actions["dismiss"].trigger()
    assert window.library.model.rowCount() == 0
    assert new.button.text() == "Nothing new"
    assert not new.button.isEnabled()
    window.library.filter.setCurrentIndex(0)
    assert window.library.model.rowCount() == 2


def test_a_failure_is_a_line_and_a_small_mark_and_no_popup(window, dialog, qtbot, desk):
    window.house.watching.add_folder(desk)
    desk.rmdir()
    window.watch.begin()
    looked(window, qtbot)

    assert not window.library.new.trouble.isHidden()
    assert "cannot be reached" in dialog.rows[0].said.text()
    assert dialog.rows[0].said.property("bad")
    assert window.notice.isHidden()


def test_a_missed_file_is_marked_until_the_dialog_was_seen(window, qtbot, desk, monkeypatch):
    (desk / "bad.pdf").write_bytes(b"%PDF-1.7\n1 0 obj << /Type /Catalog")
    window.house.watching.add_folder(desk)
    window.watch.begin()
    looked(window, qtbot)
    assert not window.library.new.trouble.isHidden()

    monkeypatch.setattr(WatchedPlaces, "exec", lambda _: 0)
    window.library.new.trouble.click()

    assert window.library.new.trouble.isHidden()


def test_a_wrong_address_is_refused_in_the_dialog(dialog):
    dialog.address.setText("file:///etc/passwd")
    dialog.add_feed.click()

    assert dialog.rows == []
    assert "no address of a feed" in dialog.said.text()


def test_how_often_and_whole_articles_are_kept_and_a_place_is_removed(
    window, dialog, qtbot, monkeypatch
):
    monkeypatch.setattr(window.house.watching, "_ask", lambda *_, **__: None)
    dialog.address.setText("courier.example/rss")
    qtbot.keyClick(dialog.address, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.house.jobs.busy, timeout=60000)
    (row,) = dialog.rows
    row.often.setCurrentIndex(row.often.findData(60))
    row.whole.setChecked(True)

    (place,) = window.house.watching.places
    assert (place.minutes, place.whole) == (60, True)
    assert row.said.text().endswith("Nothing new.")
    row.gone.click()
    assert dialog.rows == []
    assert not dialog.empty.isHidden()


def test_closing_the_window_while_it_looks_leaves_the_library_whole(window, qtbot, desk):
    (desk / "a.txt").write_text(STORY.format("Varna"))
    window.house.watching.add_folder(desk)
    window.watch.begin()

    window.close()
    qtbot.waitUntil(lambda: window.watch._job is None, timeout=60000)
