"""Stories as a person meets them: headings, dragging, taking out, naming, the page in the middle."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QToolButton
from wires import shelve

from briefer import places, settings
from briefer.model.article import Source, article_from_paragraphs
from briefer.model.briefing import ArticleItem
from briefer.services.library import Library
from briefer.ui import mime, theme, wording
from briefer.ui.library.list_menu import list_menu
from briefer.ui.library.story_heading import chevron_at

pytestmark = pytest.mark.gui


def told(title, outlet, day, *paragraphs):
    source = Source(title=title, outlet=outlet, published=day)
    return article_from_paragraphs(paragraphs, source, language="en")


COURIER = told(
    "Orla floods Tevens", "Courier", "2024-05-14",
    "The river Orla burst its banks at Tevens on Monday and flooded the old town.",
    "At least 12 people were killed in Tevens, the mayor said.",
)  # fmt: skip
TRIBUNE = told(
    "Tevens under water", "Tribune", "2024-05-14T12:00:00+00:00",
    "Tevens, on the river Orla, lay under water for a second day.",
    "Seven people were killed in Tevens, according to the police.",
)  # fmt: skip
PILOTS = told(
    "Pilots walk out", "Courier", "2024-05-14",
    "Pilots of Norvane Air walked out on Tuesday, grounding 120 flights from Castrel.",
)  # fmt: skip
AIRLINE = told(
    "Norvane Air grounds flights", "Gazette", "2024-05-15",
    "Norvane Air grounded 120 flights from Castrel after its pilots walked out.",
)  # fmt: skip


@pytest.fixture
def window(qapp, qtbot):
    from briefer.app import build

    theme.load_fonts(qapp)
    theme.apply(qapp, "light")
    library = Library(places.library())
    shelve(library, AIRLINE, PILOTS, TRIBUNE, COURIER)
    library.close()
    found = build(settings.Settings(by_story=True))
    qtbot.addWidget(found)
    with qtbot.waitExposed(found):
        found.show()
    settle(found, qtbot)
    yield found
    found.close()


def settle(window, qtbot):
    qtbot.waitUntil(lambda: window.stories.is_settled, timeout=20_000)


def listed(window):
    """The rows of the list: a story's title with a star, or an article's."""
    model = window.library.model
    rows = (model.index(row) for row in range(model.rowCount()))
    return [
        f"* {head.story.title}" if (head := model.head_at(row)) else model.card_at(row).title
        for row in rows
    ]


IN_STORIES = [
    "* Orla floods Tevens", "Orla floods Tevens", "Tevens under water",
    "* Pilots walk out", "Pilots walk out", "Norvane Air grounds flights",
]  # fmt: skip


def story(window, article):
    return window.library.model.story_of(article.id)


def drop(window, articles, on):
    """Drag articles of the list and let go over the row of another, or over a heading."""
    view, model = window.library.list, window.library.model
    row = model.row_of(on.id) if hasattr(on, "source") else model.row_of_story(on)
    at = QPointF(view.visualRect(model.index(row)).center())
    data = mime.pack([ArticleItem(article.id) for article in articles])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    view.dropEvent(QDropEvent(at, Qt.DropAction.CopyAction, data, buttons, keys))


def open_story(window, qtbot, article):
    window.library.choose_story(story(window, article))
    settle(window, qtbot)
    return window.stories.pane


def words(widget):
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.text())


def test_articles_on_one_event_stand_under_one_heading(window):
    assert listed(window) == IN_STORIES
    assert window.library.model.heads[0].said.startswith("2 articles, 2 outlets, 14 May")


def test_the_switch_puts_all_in_one_list_and_back(window, qtbot):
    window.library.stories.switch.click()
    settle(window, qtbot)
    assert listed(window) == [row for row in IN_STORIES if row[0] != "*"]
    assert not window.house.settings.by_story

    window.library.stories.switch.click()
    settle(window, qtbot)
    assert listed(window) == IN_STORIES


def test_the_list_in_stories_is_a_sound_model(window, qtmodeltester):
    qtmodeltester.check(window.library.model)


def test_an_article_dragged_to_a_heading_belongs_there_and_undo_brings_it_back(window, qtbot):
    drop(window, [PILOTS], story(window, COURIER))
    settle(window, qtbot)
    assert story(window, PILOTS) == story(window, COURIER)
    assert story(window, AIRLINE) != story(window, COURIER)
    assert window.house.library.undo_label == "move to story"

    window.commands.actions["undo"].trigger()
    settle(window, qtbot)
    assert listed(window) == IN_STORIES


def test_an_article_dropped_on_a_folded_story_leaves_it_folded_and_its_name(window, qtbot):
    model = window.library.model
    window.library.choose_story(story(window, AIRLINE))
    model.unfold_story(story(window, AIRLINE), is_open=False)

    drop(window, [COURIER], story(window, AIRLINE))
    settle(window, qtbot)

    assert listed(window) == ["* Pilots walk out", "Tevens under water"]
    assert window.stories.pane.title.label.text() == "Pilots walk out"


def test_what_was_dragged_stays_when_the_stories_are_made_anew(window, qtbot):
    drop(window, [PILOTS], COURIER)
    settle(window, qtbot)

    window.library.stories.choice.setCurrentIndex(2)
    settle(window, qtbot)

    assert PILOTS.id in story(window, COURIER).articles


def test_an_article_is_not_dropped_on_its_own_story(window, qtbot):
    drop(window, [TRIBUNE], COURIER)

    assert window.house.library.undo_label is None


def test_an_article_is_taken_out_of_its_story(window, qtbot):
    window.library.choose(TRIBUNE.id)
    menu = list_menu(window.library)
    next(a for a in menu.actions() if a.text() == "Take out of this story").trigger()
    settle(window, qtbot)

    assert story(window, TRIBUNE).articles == (TRIBUNE.id,)
    assert "* Orla floods Tevens" not in listed(window)
    window.commands.actions["undo"].trigger()
    settle(window, qtbot)
    assert listed(window) == IN_STORIES


def test_a_story_is_renamed_in_its_place(window, qtbot):
    pane = open_story(window, qtbot, COURIER)

    next(b for b in pane.findChildren(QToolButton) if "Rename" in b.toolTip()).click()
    pane.title.editor.setText("The Orla flood")
    qtbot.keyClick(pane.title.editor, Qt.Key.Key_Return)
    settle(window, qtbot)

    assert listed(window)[0] == "* The Orla flood"
    assert pane.title.label.text() == "The Orla flood"
    window.commands.actions["undo"].trigger()
    settle(window, qtbot)
    assert pane.title.label.text() == "Orla floods Tevens"


def test_escape_leaves_the_name_as_it_was(window, qtbot):
    pane = open_story(window, qtbot, COURIER)
    pane.title.edit()
    pane.title.editor.setText("Something else")

    qtbot.keyClick(pane.title.editor, Qt.Key.Key_Escape)

    assert pane.title.label.isVisible()
    assert window.house.library.undo_label is None


def test_a_heading_folds_its_articles_by_mouse_and_by_key(window, qtbot):
    view, model = window.library.list, window.library.model
    row = view.visualRect(model.index(0))

    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=chevron_at(row).topLeft() + QPoint(10, 20)
    )
    assert listed(window) == [IN_STORIES[0], *IN_STORIES[3:]]
    window.library.choose_story(story(window, COURIER))
    qtbot.keyClick(view, Qt.Key.Key_Right)

    assert listed(window) == IN_STORIES


def test_a_story_shows_its_summary_its_contradictions_and_its_days(window, qtbot):
    pane = open_story(window, qtbot, COURIER)

    assert window.middle.currentWidget() is pane
    (conflict,) = pane.conflicts.rows
    assert conflict.heading.text() == "Dead"
    sides = [words(side) for side in conflict.sides]
    assert [side.split(" | ")[0] for side in sides] == ["Seven", "12"]
    assert "Tribune, 14\u00a0May" in sides[0]
    days = [row.date.text() for row in pane.timeline.rows]
    assert days[0].startswith("Mon 13 May")
    assert pane.timeline.rows[0].counted.text() == "from “Monday”"


def test_a_click_on_a_sentence_opens_its_article_there(window, qtbot):
    pane = open_story(window, qtbot, COURIER)
    (conflict,) = pane.conflicts.rows

    qtbot.mouseClick(conflict.sides[0], Qt.MouseButton.LeftButton)

    assert window.middle.currentWidget() is window.room.pane
    assert window.room.article.id == TRIBUNE.id
    assert window.library.current == TRIBUNE.id


def test_its_sentences_follow_the_length_that_is_asked_for(window, qtbot):
    pane = open_story(window, qtbot, COURIER)

    pane.slider.setValue(1)
    qtbot.waitUntil(lambda: len(pane.summary.rows) == 1)

    settle(window, qtbot)


def test_a_sentence_goes_into_the_briefing(window, qtbot):
    pane = open_story(window, qtbot, COURIER)
    card = pane.summary.rows[0]

    next(b for b in card.findChildren(QToolButton) if b.toolTip() == "Add to briefing").click()

    items = [item.content for s in window.briefing.current().sections for item in s.items]
    assert [len(item.sentences) for item in items] == [1]


def test_a_story_goes_into_the_briefing_with_who_else_reports_it(window, qtbot):
    pane = open_story(window, qtbot, COURIER)

    next(b for b in pane.findChildren(QToolButton) if "Add this story" in b.toolTip()).click()
    settle(window, qtbot)

    (item,) = [item.content for s in window.briefing.current().sections for item in s.items]
    assert (item.article, item.also) == (COURIER.id, (TRIBUNE.id,))
    document = window.house.publishing.document(window.briefing.briefing)
    assert "also reported by: " in repr(document)


def test_a_figure_and_a_day_of_a_story_go_into_the_briefing(window, qtbot):
    pane = open_story(window, qtbot, COURIER)
    pane.figures.rows[0].plus.click()
    pane.timeline.rows[0].row.plus.click()

    sections = window.briefing.current().sections
    figure, event = (
        item.content for kind in ("key-figures", "calendar") for s in sections if s.kind == kind
        for item in s.items
    )  # fmt: skip
    assert figure.span.of(window.house.library.article(figure.article).text).strip()
    assert event.date.startswith("2024-05-1")
    assert "Tevens" in event.span.of(window.house.library.article(event.article).text)


def test_what_an_earlier_briefing_told_is_marked(window, qtbot):
    window.commands.add_to_briefing([ArticleItem(COURIER.id)])
    window.commands.actions["new_briefing"].trigger()
    window.commands.add_to_briefing([ArticleItem(TRIBUNE.id), ArticleItem(PILOTS.id)])
    settle(window, qtbot)

    said = {key: word.value for key, word in window.library.model.novelty.items()}
    assert said[COURIER.id] == "repeated"
    assert said[TRIBUNE.id] == "developing"
    assert said[PILOTS.id] == "new"
    outline = window.briefing.outline
    rows = outline.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive, 1)
    assert sorted(row.text(1) for row in rows if row.text(1)) == ["Developing", "New"]
    pane = open_story(window, qtbot, COURIER)
    assert [row.novelty.text() for row in pane.articles.rows] == ["Repeated", "Developing"]


def test_each_sentence_beside_the_text_says_whether_it_was_told_before(window, qtbot):
    def notes():
        panel = window.room.pane.summary
        return {card.note.text().split(" · ")[0] for card in panel.cards.cards}

    window.commands.add_to_briefing([ArticleItem(COURIER.id)])
    window.library.choose(TRIBUNE.id)
    settle(window, qtbot)
    assert not notes() & set(wording.NOVELTY.values())

    window.commands.actions["new_briefing"].trigger()
    settle(window, qtbot)
    assert notes() == {"Developing"}
    window.library.choose(COURIER.id)
    assert notes() == {"Repeated"}
    window.library.choose(PILOTS.id)
    assert notes() == {"New"}


def test_articles_may_come_while_the_list_is_in_stories(window, qtbot):
    late = told(
        "Orla falls in Tevens", "Gazette", "2024-05-16",
        "The river Orla fell in Tevens on Thursday and the mayor let people back to the old town.",
    )  # fmt: skip
    shelve(window.house.library, late)
    assert late.source.title in listed(window)

    settle(window, qtbot)
    assert late.id in story(window, COURIER).articles
