"""What cannot be read says so once, by name, and keeps nothing else from being read."""

import contextlib
import os
import sqlite3

import pytest
from making import make_analysis, make_article
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication

from briefer.model.actors import Actor, ActorKind
from briefer.model.errors import LibraryProblem
from briefer.ui import wording
from briefer.ui.bringing_in import _Shelf
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


def test_two_imports_at_once_each_fill_the_shelf_and_are_undone_apart(window, qtbot, tmp_path):
    for number in range(2):
        folder = tmp_path / f"desk-{number}"
        folder.mkdir()
        for name in range(2):
            (folder / f"{name}.txt").write_text(f"Desk {number} has story {name}. {GOOD}")
        window.commands.bringing_in.bring_in([folder])
    qtbot.waitUntil(lambda: not window.house.jobs.busy, timeout=60000)
    qtbot.waitUntil(lambda: window.library.model.rowCount() == 4)

    window.house.library.undo()

    assert window.library.model.rowCount() == 2


def test_a_disk_that_is_full_is_said_and_not_covered_by_good_news(window, qtbot, desk, monkeypatch):
    (desk / "good.txt").write_text(GOOD)

    def full(*_arguments):
        raise LibraryProblem("The disk is full.", hint="Free some space.")

    monkeypatch.setattr(window.house.importing, "shelve", full)
    window.commands.bringing_in.bring_in([desk])
    qtbot.waitUntil(lambda: not window.house.jobs.busy, timeout=60000)
    qtbot.waitUntil(lambda: "full" in window.notice.text)

    assert window.notice.property("bad")


def test_what_looks_like_markup_is_shown_as_it_stands(window, qtbot, tmp_path):
    name = '<img src="picture.png">.txt'

    window.notice.warn(name)

    assert window.notice.text == name
    assert window.notice._text.textFormat() == Qt.TextFormat.PlainText
    assert wording.tip("<b>bold</b> & more") == "<p>&lt;b&gt;bold&lt;/b&gt; &amp; more</p>"


def test_tooltips_hold_no_markup_of_articles(window, qtbot):
    hostile = '<img src="/etc/hostname">'
    made = Actor("person:a", "A", ActorKind.PERSON, 0.5, (hostile,), (), ())
    model = window.room.actors.model
    model.show([made])

    shown = model.data(model.index(0), Qt.ItemDataRole.ToolTipRole)

    assert "<img" not in shown
    assert "&lt;img" in shown


def test_a_file_whose_name_is_no_utf_8_is_imported(window, qtbot, desk):
    try:
        (desk / os.fsdecode(b"caf\xe9.txt")).write_text(GOOD)
    except OSError:
        pytest.skip("this system takes no such names")

    bring_in(window, qtbot, desk)

    assert window.library.model.rowCount() == 1


def test_progress_that_was_closed_does_not_come_back(window):
    stop, other = (lambda: None), (lambda: None)
    window.notice.progress(0, 3, "a.txt", stop)

    window.notice._close.click()
    window.notice.progress(1, 3, "b.txt", stop)
    assert window.notice.isHidden()
    window.notice.progress(0, 2, "c.txt", other)
    assert not window.notice.isHidden()
    window.notice.progress(2, 3, "d.txt", stop)
    assert "c.txt" in window.notice.text
    window.notice.say("3 articles imported.")

    assert not window.notice.isHidden()


def test_bad_news_of_one_import_is_not_covered_by_the_progress_of_another(window):
    window.notice.warn("3 could not be read.")

    window.notice.progress(1, 3, "b.txt", lambda: None)
    assert window.notice.text == "3 could not be read."
    window.notice.progress(0, 0, "", lambda: None)

    assert window.notice.text.startswith("Reading")


def test_what_a_locked_library_refused_comes_in_when_it_is_free(window, qtbot, monkeypatch):
    monkeypatch.setattr("briefer.ui.bringing_in._AGAIN_MS", 50)
    made = make_article()
    window.house.library.facts.add(made, make_analysis(made))
    shelf = _Shelf(window)
    shelf.waiting.append(made.id)
    with locked(window.house.library):
        shelf.when_filled(lambda: window.notice.say("1 article imported."))
        shelf.close()
        assert "in use by another program" in window.notice.text
        assert window.library.model.rowCount() == 0

    qtbot.waitUntil(lambda: window.library.model.rowCount() == 1)
    assert window.notice.text == "1 article imported."


def test_an_article_can_be_read_while_the_library_is_locked(window):
    made = make_article()
    window.house.library.facts.add(made, make_analysis(made))
    with window.house.library.step("import"):
        window.house.library.decisions.shelve(made.id)

    with locked(window.house.library):
        window.library.choose_first()

    assert window.room.article.id == made.id


def test_words_that_a_locked_library_refused_are_kept_for_it(window, qtbot):
    window.briefing.add_text()
    editor = window.briefing.editor
    editor.text.setPlainText("The talks go on.")
    with locked(window.house.library), qtbot.captureExceptions() as raised:
        editor.commit()
        window.close()
        assert window.isVisible()
    assert "in use" in str(raised[0][1])

    editor.offer_again()

    assert editor.is_kept
    texts = [i.content.text for s in window.briefing.current().sections for i in s.items]
    assert texts == ["The talks go on."]


@contextlib.contextmanager
def locked(library):
    """Another program writes, and does not end."""
    other = sqlite3.connect(library.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@pytest.mark.parametrize("is_pasted", [False, True])
def test_a_selection_offered_as_html_alone_is_read(window, qtbot, is_pasted):
    data = QMimeData()
    data.setHtml(f"<p>{GOOD * 6}</p>")

    if is_pasted:
        QGuiApplication.clipboard().setMimeData(data)
        window.commands.actions["paste"].trigger()
    else:
        window.commands.bringing_in.drop(data)

    qtbot.waitUntil(lambda: window.library.model.rowCount() == 1, timeout=30000)
    qtbot.waitUntil(lambda: not window.house.jobs.busy, timeout=30000)


def test_an_address_that_cannot_be_fetched_is_no_article(window, monkeypatch):
    wanted = []
    monkeypatch.setattr(window.commands.bringing_in, "bring_in", wanted.extend)
    data = QMimeData()
    data.setUrls([QUrl("ftp://example.org/story.txt")])

    window.commands.bringing_in.drop(data)

    assert "http" in window.notice.text
    assert wanted == []
