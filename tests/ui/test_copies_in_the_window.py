"""Copies as a person meets them: folded, opened, compared, ruled on."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QStyleOptionViewItem
from wires import shelve, story, wire

from briefer import places, settings
from briefer.services.library import Library
from briefer.ui import theme
from briefer.ui.dialogs.copy_comparison import CopyComparison, as_html, told
from briefer.ui.dialogs.preferences import Preferences
from briefer.ui.library.article_card import ArticleCard

pytestmark = pytest.mark.gui
FULL = story(*range(12))
WIRE = wire(FULL, "Port opens", outlet="Wire", published="2026-03-02T06:00:00+00:00")
CUT = wire(FULL[:6], "Ships sail", outlet="Courier", published="2026-03-03")
POST = wire([*FULL, *story(30, 31)], "Deal <b>done</b>", outlet="P&st", published="2026-03-02")
OTHER = wire(story(*range(40, 50)), "Other", outlet="Gazette")


@pytest.fixture
def window(qapp, qtbot):
    from briefer.app import build

    theme.load_fonts(qapp)
    theme.apply(qapp, "light")
    library = Library(places.library())
    shelve(library, CUT, POST, WIRE, OTHER)
    library.close()
    found = build(settings.Settings())
    qtbot.addWidget(found)
    with qtbot.waitExposed(found):
        found.show()
    yield found
    found.close()


def titles(window):
    return [card.title for card in window.library.model.cards]


def badge(window, row):
    """The middle of a card's number of copies."""
    pane = window.library
    index = pane.model.index(row)
    option = QStyleOptionViewItem()
    pane.list.initViewItemOption(option)
    option.rect = pane.list.visualRect(index)
    card = pane.model.card(index)
    area = ArticleCard.badge_at(option, card.copies, marks=20 if card.briefings else 0)
    return QPoint(area.right() - 20, area.center().y())


def test_copies_are_folded_and_counted(window):
    assert titles(window) == ["Other", "Port opens"]
    assert window.library.count.toolTip() == "4 articles, 2 independent texts"


def test_a_click_on_the_number_of_copies_opens_and_closes_them(window, qtbot):
    view = window.library.list.viewport()

    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=badge(window, 1))
    assert titles(window) == ["Other", "Port opens", "Deal <b>done</b>", "Ships sail"]
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=badge(window, 1))

    assert titles(window) == ["Other", "Port opens"]


def test_right_and_left_open_and_close_the_copies(window, qtbot):
    window.library.choose(WIRE.id)
    qtbot.keyClick(window.library.list, Qt.Key.Key_Right)
    window.library.choose(CUT.id)

    qtbot.keyClick(window.library.list, Qt.Key.Key_Left)

    assert titles(window) == ["Other", "Port opens"]
    assert window.room.article.id == WIRE.id


def test_the_list_with_its_copies_is_a_sound_model(window, qtmodeltester):
    window.library.model.unfold(WIRE.id, is_open=True)

    qtmodeltester.check(window.library.model)


def test_the_reader_names_the_other_outlets_and_opens_them(window):
    window.library.choose(WIRE.id)
    line = window.room.pane.copies

    assert line.isVisible()
    assert "P&amp;st" in line.text()
    line.linkActivated.emit(CUT.id)

    assert window.room.article.id == CUT.id
    assert window.library.current == CUT.id
    window.library.choose(OTHER.id)
    assert not line.isVisible()


def test_the_comparison_says_what_was_cut(window, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(CopyComparison, "exec", lambda form: opened.append(form) or 0)
    window.library.choose(CUT.id)

    window.commands.actions["compare_copies"].trigger()

    (form,) = opened
    assert form.current == CUT.id
    assert form.said.text() == "Keeps 6 sentences, leaves out 6 sentences."
    assert "−" in form.text.toPlainText()


def press(name):
    def exec_(form):
        next(b for b in form.findChildren(QPushButton) if b.text() == name).click()
        return form.result()

    return exec_


def test_the_comparison_tells_all_outlets_in_a_table(window, qtbot):
    cards = window.house.copies.of(WIRE.id)
    form = CopyComparison(cards, POST.id, window.house.copies.differences, window)
    qtbot.addWidget(form)
    form.show()
    table = form.table

    def row(outlet):
        (item,) = table.findItems(outlet, Qt.MatchFlag.MatchExactly, 0)
        return [item.text(column) for column in range(table.columnCount())]

    qtbot.waitUntil(lambda: all(row("P&st")[2:5] + row("Courier")[2:5]))
    whole, half = len(WIRE.text.split()), len(CUT.text.split())
    assert row("Courier")[2:] == [
        f"{half} ({100 * half // whole} %)",
        f"{whole - half}",
        "–",
        "Ships sail",
    ]
    assert row("P&st")[2:5] == [f"{whole} (100 %)", "–", f"{len(POST.text.split()) - whole}"]
    assert row("P&st")[5] == "Deal <b>done</b>"
    assert form.current == POST.id


def test_a_copy_can_be_made_to_lead_from_the_comparison_and_that_undone(window, monkeypatch):
    monkeypatch.setattr(CopyComparison, "exec", press("Let this copy lead"))
    window.library.choose(CUT.id)

    window.commands.actions["compare_copies"].trigger()
    assert window.library.model.cards[1].title == "Ships sail"
    window.commands.actions["undo"].trigger()

    assert window.library.model.cards[1].title == "Port opens"


def test_a_copy_marked_as_different_stands_by_itself(window, monkeypatch):
    monkeypatch.setattr(CopyComparison, "exec", press("Mark as different"))
    window.library.choose(CUT.id)

    window.commands.actions["compare_copies"].trigger()

    assert window.library.count.toolTip() == "4 articles, 3 independent texts"
    assert not window.room.pane.copies.isVisible()
    assert window.room.article.id == CUT.id


def test_what_was_marked_as_different_can_be_folded_again(window):
    window.library.choose(CUT.id)
    window.commands.actions["part_copy"].trigger()
    assert window.library.count.toolTip() == "4 articles, 3 independent texts"

    window.commands.actions["join_copy"].trigger()

    assert window.library.count.toolTip() == "4 articles, 2 independent texts"
    window.commands.actions["join_copy"].trigger()
    assert "not marked" in window.notice.text


def test_an_article_without_copies_is_told_so(window):
    window.library.choose(OTHER.id)

    for action in ("compare_copies", "lead_copy", "part_copy"):
        window.commands.actions[action].trigger()

        assert "no copies" in window.notice.text


def test_removing_a_folded_article_takes_its_copies_with_it(window):
    window.library.choose(WIRE.id)

    window.commands.actions["remove_article"].trigger()
    assert titles(window) == ["Other"]
    assert window.library.count.toolTip() == "1 article"
    window.commands.actions["undo"].trigger()

    assert window.library.count.toolTip() == "4 articles, 2 independent texts"


def test_a_folded_article_is_dismissed_from_new_with_its_copies(window):
    library = window.house.library
    with library.step("look"):
        for article in (WIRE, CUT, POST):
            library.decisions.take_off(article.id)
            library.decisions.bring(article.id)
    window.library.show_new()
    assert titles(window) == ["Port opens"]

    window.library.choose(WIRE.id)
    window.commands.actions["dismiss"].trigger()

    assert titles(window) == []
    assert library.fresh == 0


def test_a_draft_is_made_of_the_texts_that_lead(window):
    assert set(window.library.listed) == {OTHER.id, WIRE.id}


def test_the_fullest_leads_when_preferences_say_so(window, monkeypatch):
    def choose(form):
        field = form.fields["lead_copy"]
        field.setCurrentIndex(field.findData("fullest"))
        return 1

    monkeypatch.setattr(Preferences, "exec", choose)

    window.commands.actions["preferences"].trigger()

    assert titles(window) == ["Other", "Deal <b>done</b>"]


def test_text_in_a_comparison_is_no_markup(window):
    copies = window.house.copies
    passages = copies.differences(OTHER.id, wire(["<img src='x'>"]).id)

    assert passages == []
    hostile = wire(["<img src='file:///x'> & “so” on they went, all of them."], "Hostile")
    shelve(window.house.library, hostile)
    html = as_html(copies.differences(WIRE.id, hostile.id))
    assert "<img" not in html
    assert "&lt;img" in html


def test_equal_texts_are_told_in_words():
    from briefer.text.differences import Unit, differences

    same = [Unit("One thing happened today.", paragraph=True)]

    assert told(differences(same, same)) == "Word for word the same text."
