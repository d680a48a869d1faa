"""Issues dropped on the window, carried, kept as versions; what an earlier issue used."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from briefer.model.briefing import ArticleItem, TextItem
from briefer.ui.dialogs.export_briefing import ExportBriefing
from briefer.ui.dialogs.versions import VersionList, as_html

pytestmark = pytest.mark.gui


@pytest.fixture
def window(made, window):
    """The window with one article in its list."""
    assert window.library.listed == [made.id]
    return window


def drop(window, qtbot, *paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    window.dropped.emit(mime)
    qtbot.waitUntil(lambda: not window.house.jobs.busy, timeout=60_000)


def trigger(window, qtbot, name):
    window.commands.actions[name].trigger()
    qtbot.waitUntil(lambda: not window.house.jobs.busy, timeout=60_000)


def save(window, qtbot, path, monkeypatch):
    monkeypatch.setattr(window.asking, "save_as", lambda *_: path)
    trigger(window, qtbot, "save_issue")


def export(window, qtbot, monkeypatch, folder, *, carries):
    def accept(form):
        form.folder.setText(str(folder))
        form.name.setText("out")
        form.carries.setChecked(carries)
        return 1

    monkeypatch.setattr(ExportBriefing, "exec", accept)
    trigger(window, qtbot, "export")


def test_an_issue_is_saved_deleted_and_comes_back_when_dropped(
    window, qtbot, made, tmp_path, monkeypatch
):
    window.commands.add_to_briefing([ArticleItem(made.id, note="Why")])
    before = window.briefing.current()
    save(window, qtbot, tmp_path / "issue", monkeypatch)
    assert "It holds every article" in window.notice.text
    window.commands.actions["delete_briefing"].trigger()

    drop(window, qtbot, tmp_path / "issue.briefer")

    after = window.briefing.current()
    assert after.details == before.details
    assert [i.content for s in after.sections for i in s.items] == [
        ArticleItem(made.id, note="Why")
    ]
    assert "was opened as a briefing" in window.notice.text
    assert "1 article was here already." in window.notice.text
    assert len(window.library.listed) == 1
    window.notice._act()
    assert window.house.desk.get(after.id) is None


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_a_document_that_carries_its_issue_opens_it_instead_of_becoming_an_article(
    window, qtbot, made, tmp_path, monkeypatch, suffix
):
    window.commands.add_to_briefing([ArticleItem(made.id)])
    export(window, qtbot, monkeypatch, tmp_path, carries=True)

    drop(window, qtbot, tmp_path / f"out{suffix}")

    assert "was here already; it is open now." in window.notice.text
    assert len(window.library.listed) == 1


def test_without_the_tick_a_document_carries_nothing(window, qtbot, made, tmp_path, monkeypatch):
    window.commands.add_to_briefing([ArticleItem(made.id)])
    export(window, qtbot, monkeypatch, tmp_path, carries=False)

    drop(window, qtbot, tmp_path / "out.docx")

    qtbot.waitUntil(lambda: len(window.house.library.cards()) == 2)


def test_the_tick_is_off_and_says_what_the_file_then_holds(qtbot, tmp_path):
    form = ExportBriefing(tmp_path, "Daily")
    qtbot.addWidget(form)

    assert not form.is_carrying
    assert "full text of every article" in form.carried.text()
    form.carries.setChecked(True)
    assert form.is_carrying
    for suffix in (".pdf", ".docx"):
        form.formats[suffix].setChecked(False)
    assert not form.carries.isEnabled()
    assert not form.is_carrying


def test_another_state_is_offered_for_comparison(window, qtbot, made, tmp_path, monkeypatch):
    save(window, qtbot, tmp_path / "old.briefer", monkeypatch)
    window.commands.add_to_briefing([ArticleItem(made.id)])
    shown = []
    monkeypatch.setattr(VersionList, "exec", lambda form: shown.append(form) or 0)

    drop(window, qtbot, tmp_path / "old.briefer")
    window.notice._act()

    assert "another state" in window.notice.text
    (form,) = shown
    # The very state of the file was kept when it was saved.
    assert form.current.label == "Exported as old.briefer"
    assert "First" in form.text.toPlainText()
    form.close()


def test_a_broken_issue_is_refused_in_words(window, qtbot, tmp_path):
    (tmp_path / "broken.briefer").write_bytes(b"PK\x03\x04 nothing more")

    drop(window, qtbot, tmp_path / "broken.briefer")

    assert "broken.briefer: This issue cannot be opened." in window.notice.text


def test_a_save_that_fails_is_said_and_the_old_file_stays(window, qtbot, tmp_path, monkeypatch):
    folder = tmp_path / "gone"
    save(window, qtbot, folder / "issue.briefer", monkeypatch)

    assert "This folder does not exist." in window.notice.text
    assert window.commands.on_issues.versions.of(window.briefing.briefing) == []


def test_versions_are_kept_compared_and_restored(window, qtbot, made, monkeypatch):
    window.commands.add_to_briefing([TextItem("So it goes.")])
    window.commands.actions["keep_version"].trigger()
    assert window.notice.text == "This version was kept."
    window.commands.actions["keep_version"].trigger()
    assert "Nothing has changed" in window.notice.text
    window.commands.add_to_briefing([ArticleItem(made.id)])
    forms = []
    monkeypatch.setattr(VersionList, "exec", lambda form: forms.append(form) or 1)

    window.commands.actions["versions"].trigger()

    assert "1 item added" in forms[0].said.text()
    contents = [i.content for s in window.briefing.current().sections for i in s.items]
    assert contents == [TextItem("So it goes.")]
    assert "was restored" in window.notice.text
    window.notice._act()
    contents = [i.content for s in window.briefing.current().sections for i in s.items]
    assert ArticleItem(made.id) in contents
    forms[0].close()


def test_without_versions_one_is_offered(window):
    window.commands.actions["versions"].trigger()

    assert "No version was kept yet" in window.notice.text
    window.notice._act()
    assert window.notice.text == "This version was kept."


def test_differences_are_markup_of_no_text(window):
    from briefer.services.briefing_differences import Difference

    html = as_html([Difference("added", "item", (("added", "<b>bold</b>"),))])

    assert "&lt;b&gt;bold" in html


# Already used ------------------------------------------------------------------------------------


@pytest.fixture
def second_issue(window, made):
    """An issue after one that used the article."""
    window.house.desk.set_details(window.briefing.briefing, issue="12")
    window.commands.add_to_briefing([ArticleItem(made.id)])
    window.commands.actions["next_issue"].trigger()
    return window


def test_putting_in_what_an_earlier_issue_used_is_said_with_a_way_back(second_issue, made):
    window = second_issue

    window.commands.add_to_briefing([ArticleItem(made.id)])

    assert window.notice.text == "Added. This article was already used in No. 12."
    window.notice._act()
    assert not any(section.items for section in window.briefing.current().sections)


def test_the_outline_says_which_issue_used_an_item(second_issue, made):
    window = second_issue
    window.commands.add_to_briefing([ArticleItem(made.id)])
    outline = window.briefing.outline
    outline.show_novelty({})
    row = outline.currentItem()

    assert row.text(1) == "No. 12"
    assert "Already used in No. 12." in row.toolTip(0)


def test_the_first_issue_says_nothing_of_itself(window, made):
    window.commands.add_to_briefing([ArticleItem(made.id)])

    assert window.briefing.outline.currentItem().text(1) == ""
    assert "already used" not in window.notice.text


def test_the_mark_of_a_used_article_says_where(second_issue, monkeypatch):
    window = second_issue
    told = []
    monkeypatch.setattr(QToolTip, "showText", lambda *args: told.append(args[1]))
    cards = window.library.list
    index = cards.model().index(0, 0)
    box = cards.visualRect(index)
    delegate = cards.itemDelegate()
    from PySide6.QtWidgets import QStyleOptionViewItem

    option = QStyleOptionViewItem()
    option.rect = box
    for x in (box.left() + 30, box.right() - 20):
        at = QPoint(x, box.bottom() - 20)
        event = QHelpEvent(QHelpEvent.Type.ToolTip, at, at)
        delegate.helpEvent(event, cards, option, index)

    assert [text for text in told if "No. 12" in text] == ["<p>Used in No. 12.</p>"]
    assert "used in a briefing" in index.data(Qt.ItemDataRole.AccessibleTextRole)
