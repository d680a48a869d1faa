"""What is typed into a briefing stays as it is typed, and all of it can be done by keys."""

import pytest
from making import make_analysis, make_article
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefer import places, settings
from briefer.model.briefing import ArticleItem, EventItem, FigureItem, SectionKind, TextItem
from briefer.model.text import Span
from briefer.services.library import Library
from briefer.services.printed_words import printed_words
from briefer.ui import theme
from briefer.ui.dialogs.briefing_details import BriefingDetails

pytestmark = pytest.mark.gui

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def made():
    return make_article("First")


@pytest.fixture
def window(qapp, qtbot, made):
    from briefer.app import build

    theme.load_fonts(qapp)
    theme.apply(qapp, "light")
    library = Library(places.library())
    library.facts.add(made, make_analysis(made))
    with library.step("import"):
        library.decisions.shelve(made.id)
    library.close()
    found = build(settings.Settings())
    qtbot.addWidget(found)
    with qtbot.waitExposed(found):
        found.show()
    yield found
    found.close()


def section(window, kind):
    return next(s for s in window.briefing.current().sections if s.kind is kind)


def headlines(window):
    items = section(window, SectionKind.TOP_STORIES).items
    return [item.content.headline for item in items]


def paused(window):
    """Typing has paused: what was typed is kept, and the window shows it anew."""
    window.briefing.editor.commit()


def test_a_pause_in_typing_keeps_the_cursor_and_the_blank(window, made):
    window.briefing.add([ArticleItem(made.id)])
    line = window.briefing.editor.headline
    QTest.keyClicks(line, "Bridge ")
    paused(window)
    QTest.keyClicks(line, "to open")
    line.setCursorPosition(0)
    QTest.keyClicks(line, "New")
    paused(window)
    QTest.keyClicks(line, " ")
    paused(window)

    assert headlines(window) == ["New Bridge to open"]


@pytest.mark.parametrize("kind", ["figure", "event"])
def test_a_pause_in_a_fact_keeps_the_cursor(window, made, kind):
    facts = {
        "figure": FigureItem(made.id, Span(0, 3), "ships"),
        "event": EventItem(made.id, Span(0, 3), "2026-03-12", "ships"),
    }
    window.briefing.add([facts[kind]])
    editor = window.briefing.editor
    line = editor.figure.what if kind == "figure" else editor.event_day.text
    line.setCursorPosition(0)
    QTest.keyClicks(line, "Ten ")
    paused(window)
    QTest.keyClicks(line, "old ")
    paused(window)

    assert line.text() == "Ten old ships"


def test_edit_puts_the_cursor_where_the_words_of_the_item_are(window, made):
    pane, editor = window.briefing, window.briefing.editor
    for content, line in (
        (ArticleItem(made.id), editor.headline),
        (FigureItem(made.id, Span(0, 3), "ships"), editor.figure.what),
        (EventItem(made.id, Span(0, 3), "2026-03-12"), editor.event_day.text),
    ):
        pane.add([content])
        editor.begin_writing()
        assert window.focusWidget() is line


def test_a_source_that_left_the_briefing_can_be_taken_from_a_text(window, made):
    pane = window.briefing
    pane.add([TextItem("Ten ships wait.", sources=(made.id,))])

    (choice,) = pane.editor.sources.menu().actions()
    assert choice.isChecked()
    choice.trigger()

    assert section(window, SectionKind.BOTTOM_LINE).items[0].content.sources == ()


def test_items_and_sections_move_by_keys(window, made):
    pane, outline = window.briefing, window.briefing.outline
    pane.add([ArticleItem(made.id, headline=name) for name in "abc"])
    QTest.keyClick(outline, Qt.Key.Key_Up, ALT)
    assert headlines(window) == ["a", "c", "b"]
    QTest.keyClick(outline, Qt.Key.Key_Up, ALT)
    QTest.keyClick(outline, Qt.Key.Key_Up, ALT)
    QTest.keyClick(outline, Qt.Key.Key_Down, ALT)
    assert headlines(window) == ["a", "c", "b"]

    before = [s.kind for s in pane.current().sections]
    outline.choose_section(pane.current().sections[0].id)
    QTest.keyClick(outline, Qt.Key.Key_Down, ALT)
    after = [s.kind for s in pane.current().sections]
    assert after == [before[1], before[0], *before[2:]]
    QTest.keyClick(outline, Qt.Key.Key_Up, ALT)
    assert [s.kind for s in pane.current().sections] == before


def test_after_a_removal_the_next_item_is_chosen(window, made):
    pane = window.briefing
    pane.add([ArticleItem(made.id, headline=name) for name in "abc"])
    pane.outline.choose_item(section(window, SectionKind.TOP_STORIES).items[1].id)

    pane.remove_selected()
    assert pane.outline.current_item.content.headline == "c"
    pane.remove_selected()
    assert pane.outline.current_item.content.headline == "a"
    pane.remove_selected()
    pane.remove_selected()

    assert section(window, SectionKind.TOP_STORIES).items == ()


def test_items_chosen_from_below_keep_their_order_when_moved(window, made):
    pane, outline = window.briefing, window.briefing.outline
    pane.add([ArticleItem(made.id, headline=name) for name in "abc"])
    top = next(
        row
        for row in map(outline.topLevelItem, range(outline.topLevelItemCount()))
        if row.childCount()
    )
    outline.clearSelection()
    for at in (2, 0, 1):
        top.child(at).setSelected(True)

    ids = [item.id for item in section(window, SectionKind.TOP_STORIES).items]
    assert outline.selected_items == ids


def test_a_new_section_speaks_the_language_of_the_briefing(window):
    pane = window.briefing
    window.house.desk.set_details(pane.briefing, language="de")
    action = next(a for a in pane.section_menu.actions() if a.text() == "Calendar")
    action.trigger()

    headings = [s.heading for s in pane.current().sections if s.kind is SectionKind.CALENDAR]
    assert headings[-1] == "Termine"


def test_a_deleted_briefing_is_no_trouble_to_a_check_under_way(window, qtbot, made):
    pane, looked = window.briefing, window.commands.on_briefing
    first = pane.briefing
    pane.add([ArticleItem(made.id)])
    pane.open(window.house.desk.new(title="Other"))
    second = pane.briefing
    pane.open(first)
    window.commands.actions["check"].trigger()
    looked._look()
    window.house.desk.remove(first)
    qtbot.waitUntil(lambda: not looked._timer.isActive() and not looked._is_looking, timeout=20_000)

    assert pane.briefing == second
    assert window.notice.isHidden() or "deleted" not in window.notice.text
    assert not any(row.finding.kind == "details" for row in pane.checks.rows)


def test_a_briefing_speaks_another_language_from_its_details(window, qtbot, made):
    pane, desk = window.briefing, window.house.desk
    own = next(s for s in pane.current().sections if s.kind is SectionKind.DEVELOPMENTS)
    desk.rename_section(own.id, "What else")
    form = BriefingDetails(pane.current().details)
    qtbot.addWidget(form)
    assert form.details == pane.current().details
    form.language.setCurrentIndex(form.language.findData("ar"))

    desk.edit_details(pane.briefing, form.details)

    words = printed_words("ar")
    headings = {s.kind: s.heading for s in pane.current().sections}
    assert headings[SectionKind.TOP_STORIES] == words["top_stories"]
    assert headings[SectionKind.DEVELOPMENTS] == "What else"
    assert pane.current().details.language == "ar"
    window.commands.actions["undo"].trigger()
    assert section(window, SectionKind.TOP_STORIES).heading == "Top stories"


def test_a_briefing_without_a_date_gets_none_from_its_details(window, qtbot):
    desk, briefing = window.house.desk, window.briefing.briefing
    desk.set_details(briefing, date="", language="fr-CH")
    form = BriefingDetails(desk.get(briefing).details)
    qtbot.addWidget(form)

    assert (form.details.date, form.details.language) == ("", "fr-CH")
