"""A briefing assembled in the window: single facts, next issues, checks that mend, fitted pages."""

import pytest
from wires import shelve, wire

from briefer.model.briefing import (
    ArticleItem,
    EventItem,
    FigureItem,
    JudgementItem,
    SectionKind,
    TextItem,
)
from briefer.model.text import Span

pytestmark = pytest.mark.gui


@pytest.fixture
def window(made, window):
    """The window with one article in its list."""
    assert window.library.listed == [made.id]
    return window


def contents(window, kind):
    sections = window.briefing.current().sections
    return [item.content for s in sections if s.kind is kind for item in s.items]


def checks(window, qtbot):
    pane = window.briefing
    window.commands.actions["check"].trigger()
    looked = window.commands.on_briefing
    qtbot.waitUntil(lambda: not looked._timer.isActive() and not looked._is_looking)
    return {row.finding.kind: row for row in pane.checks.rows}


def test_figures_days_and_judgements_get_sections_of_their_own(window, made):
    figure = FigureItem(made.id, Span(0, 3), "ships")
    event = EventItem(made.id, Span(0, 20), "2026-03-12")
    window.commands.add_to_briefing([figure, event, JudgementItem("It goes on.", "likely")])

    assert contents(window, SectionKind.KEY_FIGURES) == [figure]
    assert contents(window, SectionKind.CALENDAR) == [event]
    assert contents(window, SectionKind.JUDGEMENTS) == [JudgementItem("It goes on.", "likely")]
    window.commands.actions["undo"].trigger()
    assert not contents(window, SectionKind.KEY_FIGURES)


def test_a_judgement_gets_its_word_from_a_list(window):
    pane = window.briefing
    judged = next(s for s in pane.current().sections if s.kind is SectionKind.JUDGEMENTS)
    pane.outline.choose_section(judged.id)
    pane.add_text()
    fields = pane.editor.judgement
    fields.text.setPlainText("The bridge opens before winter.")
    fields.term.setCurrentIndex(fields.term.findData("very_likely"))
    pane.editor.commit()

    (said,) = contents(window, SectionKind.JUDGEMENTS)
    assert said == JudgementItem("The bridge opens before winter.", "very_likely")
    document = window.house.publishing.document(pane.briefing)
    assert "Very likely" in repr(document)
    assert "almost certain 95–99 %" in repr(document)


def test_an_event_keeps_its_sentence_until_it_is_worded_otherwise(window, made):
    window.commands.add_to_briefing([EventItem(made.id, Span(0, 20), "2026-03-12")])
    fields = window.briefing.editor.event_day
    fields.text.setText("The port opens")
    fields.date.setText("2026-03")
    window.briefing.editor.commit()

    (event,) = contents(window, SectionKind.CALENDAR)
    assert (event.text, event.date) == ("The port opens", "2026-03")
    assert "March 2026" in repr(window.house.publishing.document(window.briefing.briefing))


def test_the_next_issue_has_sections_and_details_and_no_items(window, made):
    desk, pane = window.house.desk, window.briefing
    desk.set_details(pane.briefing, issue="2026/011", series="Desk", prepared_by="Ada")
    pane.add([ArticleItem(made.id)])
    first = pane.current()

    window.commands.actions["next_issue"].trigger()

    new = pane.current()
    assert new.id != first.id
    assert new.details.issue == "2026/012"
    assert (new.details.series, new.details.prepared_by) == ("Desk", "Ada")
    assert [s.heading for s in new.sections] == [s.heading for s in first.sections]
    assert not any(s.items for s in new.sections)


def test_a_check_is_mended_with_a_click(window, qtbot, made):
    pane = window.briefing
    pane.add([TextItem("Ten ships wait."), ArticleItem(made.id), ArticleItem(made.id)])
    rows = checks(window, qtbot)
    assert {"source", "twice", "empty"} <= set(rows)

    rows["twice"].buttons[0].click()

    assert len(contents(window, SectionKind.TOP_STORIES)) == 1
    qtbot.waitUntil(lambda: "twice" not in {row.finding.kind for row in pane.checks.rows})


def test_a_text_names_its_sources_in_the_editor(window, qtbot, made):
    pane = window.briefing
    pane.add([ArticleItem(made.id), TextItem("Ten ships wait.")])

    choices = pane.editor.sources.menu().actions()
    choices[0].trigger()

    (text,) = contents(window, SectionKind.BOTTOM_LINE)
    assert text.sources == (made.id,)
    assert "source" not in checks(window, qtbot)


def test_an_abbreviation_is_known_with_a_click(window, qtbot, made):
    pane = window.briefing
    pane.add([TextItem("The QXZ met.", sources=(made.id,))])
    rows = checks(window, qtbot)
    assert rows["acronym"].finding.said == "“QXZ” is explained nowhere."

    rows["acronym"].buttons[1].click()

    assert pane.current().details.acronyms == ("QXZ=",)


def test_items_are_duplicated_and_moved_together(window, made):
    pane = window.briefing
    pane.add([TextItem("One.")])
    window.commands.actions["duplicate_item"].trigger()
    assert contents(window, SectionKind.BOTTOM_LINE) == [TextItem("One."), TextItem("One.")]

    lead = next(s for s in pane.current().sections if s.kind is SectionKind.BOTTOM_LINE)
    news = next(s for s in pane.current().sections if s.kind is SectionKind.DEVELOPMENTS)
    window.house.desk.move_all([item.id for item in lead.items], news.id)
    assert len(contents(window, SectionKind.DEVELOPMENTS)) == 2
    window.commands.actions["undo"].trigger()
    assert len(contents(window, SectionKind.BOTTOM_LINE)) == 2


def test_a_briefing_is_made_to_fit_its_pages(window, qtbot, made):
    pane = window.briefing
    pane.add([ArticleItem(made.id, headline=str(number)) for number in range(12)])
    window.commands.on_briefing._fit(pane.briefing, 1)

    qtbot.waitUntil(lambda: pane.current().details.pages == 1, timeout=20_000)
    lengths = [c.length for c in contents(window, SectionKind.TOP_STORIES)]
    assert all(length >= 1 for length in lengths)


def test_items_of_a_later_issue_say_whether_they_are_new(window, made):
    other = wire(["A mine in Sarnholt may dig for lithium from May on."], "Second")
    shelve(window.house.library, other)
    window.briefing.add([ArticleItem(made.id)])
    window.commands.actions["next_issue"].trigger()
    window.briefing.add([ArticleItem(made.id), ArticleItem(other.id)])

    document = window.house.publishing.document(window.briefing.briefing)

    tags = {block.text: block.tag for block in document.blocks if block.type == "heading"}
    assert (tags["First"], tags["Second"]) == ("", "New")


def test_in_the_whole_window_the_outline_stands_beside_the_pages(window, made):
    pane = window.briefing
    pane.add([ArticleItem(made.id), TextItem("Ten ships wait.")])
    window.commands.actions["large_pages"].trigger()
    assert pane.outline.isVisible()
    assert pane.preview.isVisible()

    window.commands.actions["large_pages"].trigger()
    assert not pane.outline.isVisible()
    pane.tabs.setCurrentIndex(0)
    assert pane.outline.isVisible()
    assert not pane.preview.isVisible()
