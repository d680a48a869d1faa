"""A dropped export is shown before it is kept."""

import exports
import pytest
from making import found, missed
from PySide6.QtCore import QMimeData, Qt, QUrl

from briefer.model.errors import LibraryProblem
from briefer.services.reviewing import Found, Review
from briefer.ui.dialogs.import_review import ImportReview
from briefer.ui.dialogs.review_list import DATE, HEADLINE, LOOK, OUTLET, ReviewModel

pytestmark = pytest.mark.gui


@pytest.fixture
def review():
    return Review([found(1, 4), missed(2), found(3, published=None), found(4)])


@pytest.fixture
def shown(qtbot, review):
    dialog = ImportReview(review)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def drop(window, qtbot, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    window.commands.bringing_in.drop(data)
    reviewing = window.commands.bringing_in.reviewing
    qtbot.waitUntil(lambda: reviewing.open is not None, timeout=60000)
    return reviewing.open


def test_enter_imports_an_export_unread(window, qtbot, tmp_path):
    path = tmp_path / "export.html"
    path.write_text(exports.lexis_page(broken=True), "utf-8")

    dialog = drop(window, qtbot, path)
    assert dialog.heading.text() == "1 article found in export.html"
    assert window.library.model.rowCount() == 0
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: "imported" in window.notice.text, timeout=60000)
    assert window.notice.text.startswith("1 article imported, 1 could not be read.")
    assert window.library.model.rowCount() == 1
    qtbot.waitUntil(lambda: not window.house.jobs.busy, timeout=60000)


def test_what_was_ruled_in_the_dialog_is_what_is_on_the_shelf_and_undone_in_one_step(
    window, qtbot, tmp_path
):
    path = tmp_path / "export.txt"
    path.write_text(exports.lexis_text(articles=3), "utf-8")
    dialog = drop(window, qtbot, path)
    dialog.list.choose(1)
    dialog.text.buttons["join"].click()
    dialog.model.setData(dialog.model.index(0, OUTLET), "The Herald")
    dialog.list.choose(1)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.save.text() == "Import 1 article"

    dialog.save.click()

    qtbot.waitUntil(lambda: "imported" in window.notice.text, timeout=60000)
    qtbot.waitUntil(lambda: not window.house.jobs.busy, timeout=60000)
    (card,) = window.library.model.cards
    assert card.outlet == "The Herald"
    text = window.house.library.article(card.id).text
    assert f"{exports.TITLE}, and not a day too soon (2)" in text
    window.commands.actions["undo"].trigger()
    assert window.library.model.rowCount() == 0


def test_a_full_disk_is_said_and_not_covered_by_good_news(window, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "export.txt"
    path.write_text(exports.lexis_text(articles=2), "utf-8")
    dialog = drop(window, qtbot, path)

    def full(*_):
        raise LibraryProblem("The disk is full.", hint="Free some space.")

    monkeypatch.setattr(window.house.importing, "keep", full)
    dialog.accept()

    qtbot.waitUntil(lambda: "full" in window.notice.text, timeout=60000)
    qtbot.waitUntil(lambda: not window.house.jobs.busy, timeout=60000)
    assert window.notice.property("bad")


def test_cancelling_keeps_nothing(window, qtbot, tmp_path):
    path = tmp_path / "export.txt"
    path.write_text(exports.lexis_text(articles=2), "utf-8")
    dialog = drop(window, qtbot, path)

    dialog.reject()

    assert window.notice.text == "2 articles left out; nothing was imported."
    assert window.library.model.rowCount() == 0
    qtbot.waitUntil(lambda: not window.house.jobs.busy, timeout=60000)


def test_the_list_names_what_is_doubtful_and_what_could_not_be_read(shown):
    rows = [
        [shown.model.index(row, column).data() for column in (HEADLINE, DATE, LOOK)]
        for row in range(4)
    ]

    assert rows[0][:2] == ["Story 1", "2 Mar 2026"]
    assert rows[1] == ["article 2 (“Lost”)", None, "could not be read"]
    assert rows[2][1:] == ["add date", "no date; very short"]
    assert shown.said.text().startswith("To look at: 1 could not be read, 1 with no date")


def test_the_next_to_look_at_is_gone_to_in_turn(shown):
    gone = []
    for _ in range(5):
        shown.next.click()
        gone.append(shown.list.row)

    assert gone == [1, 2, 3, 0, 1]
    assert shown.text.heading.text() == "Could not be read: article 2 (“Lost”)"


def test_a_cut_is_moved_to_the_chosen_paragraph_and_back_by_undo(shown):
    shown.list.choose(0)
    assert not shown.text.buttons["cut"].isEnabled()
    shown.text.paragraphs.setCurrentRow(2)

    shown.text.buttons["cut"].click()

    assert shown.heading.text() == "4 articles found in export.html"
    assert shown.list.row == 1
    assert shown.text.paragraphs.count() == 2
    shown.undo.click()
    assert shown.heading.text() == "3 articles found in export.html"
    assert not shown.undo.isEnabled()


def test_the_rest_goes_to_the_next_article(shown):
    shown.list.choose(2)
    shown.text.paragraphs.setCurrentRow(1)

    shown.text.buttons["give_after"].click()

    assert [len(cut.lines) for cut in shown.review.cuts] == [4, 1, 5]
    assert not shown.text.buttons["join"].isEnabled()


def test_a_wrong_date_is_refused_with_what_to_write(shown):
    index = shown.model.index(0, DATE)

    assert not shown.model.setData(index, "2.3.2026")
    assert "2026-03-12" in shown.said.text()
    assert shown.model.setData(index, "2026-03-09")
    assert index.data() == "9 Mar 2026"


def test_all_are_unticked_and_ticked_by_one_box(shown):
    shown.all.click()
    assert shown.review.wanted == []
    assert not shown.save.isEnabled()

    shown.all.click()

    assert len(shown.review.wanted) == 3


def test_the_model_keeps_qts_rules(review, qtmodeltester):
    qtmodeltester.check(ReviewModel(review))


def test_markup_in_a_headline_is_shown_as_it_stands(qtbot):
    dialog = ImportReview(Review([Found("a", found(1, title="<b>Bold</b>").what), found(2)]))
    qtbot.addWidget(dialog)
    index = dialog.model.index(0, HEADLINE)

    assert index.data(Qt.ItemDataRole.ToolTipRole) == "<p>&lt;b&gt;Bold&lt;/b&gt;</p>"
    assert dialog.text.heading.textFormat() == Qt.TextFormat.PlainText
