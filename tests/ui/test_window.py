"""The window as a person uses it: read, pin, assemble, undo."""

import json

import pytest
from making import make_analysis, make_article
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QToolButton

from briefer import places, settings
from briefer.model.briefing import SectionKind, TextItem
from briefer.model.plain import to_plain
from briefer.model.text import Span
from briefer.services.library import Library
from briefer.ui import mime, theme
from briefer.ui.reader.marks import TextMap

pytestmark = pytest.mark.gui


@pytest.fixture
def window(qapp, qtbot):
    from briefer.app import build

    theme.load_fonts(qapp)
    theme.apply(qapp, "light")
    library = Library(places.library())
    for title in ("First", "Second"):
        made = make_article(title)
        library.facts.add(made, make_analysis(made))
        with library.step("import"):
            library.decisions.shelve(made.id)
    with library.step("apart"):
        # One text under two headlines: here they are to be two articles.
        first, second = (card.id for card in library.cards())
        library.copy_rulings.part(first, [second])
    library.close()
    found = build(settings.Settings())
    qtbot.addWidget(found)
    with qtbot.waitExposed(found):
        found.show()
    yield found
    found.close()


def open_first(window):
    window.library.list.setCurrentIndex(window.library.model.index(0))


def press(card, tip):
    button = next(b for b in card.findChildren(QToolButton) if b.toolTip().startswith(tip))
    button.click()


def test_choosing_an_article_shows_its_text_summary_and_actors(window):
    open_first(window)

    assert "port of Varna reopened" in window.room.pane.view.toPlainText()
    assert len(window.room.pane.summary.cards.cards) == 3
    assert window.room.actors.model.rowCount() == 3


def test_a_pinned_sentence_stays_when_the_summary_gets_shorter(window):
    open_first(window)
    summary = window.room.pane.summary
    press(summary.cards.cards[2], "Pin")

    summary.slider.setValue(1)
    summary._ask()

    assert [card.property("pinned") for card in summary.cards.cards] == [True]
    window.commands.actions["undo"].trigger()
    assert len(summary.cards.cards) == 3


def test_an_excluded_sentence_leaves_the_summary_and_can_be_taken_back(window):
    open_first(window)
    summary = window.room.pane.summary
    text = summary.cards.cards[0].text.text()
    press(summary.cards.cards[0], "Exclude")
    assert text not in [card.text.text() for card in summary.cards.cards[:3]]

    press(summary.cards.cards[-1], "Take it back")

    assert summary.cards.cards[0].text.text() == text


def test_merging_actors_joins_their_rows(window):
    open_first(window)
    room = window.room
    data = room.actors.model.mimeData([room.actors.model.index(1)])

    room.actors.model.dropMimeData(
        data, Qt.DropAction.CopyAction, -1, -1, room.actors.model.index(0)
    )

    assert room.actors.model.rowCount() == 2
    window.commands.actions["undo"].trigger()
    assert room.actors.model.rowCount() == 3


def test_an_article_goes_into_the_briefing_and_out_again_by_undo(window):
    open_first(window)
    window.commands.actions["add_article"].trigger()
    sections = {s.kind: s.items for s in window.briefing.current().sections}
    assert len(sections[SectionKind.TOP_STORIES]) == 1

    window.commands.actions["undo"].trigger()

    assert not any(s.items for s in window.briefing.current().sections)
    assert window.commands.actions["redo"].text() == "&Redo add item"


def test_text_of_the_users_own_is_kept_when_the_window_closes(window):
    window.briefing.add_text()
    window.briefing.editor.text.setPlainText("The talks go on.")
    window.briefing.editor.commit()
    contents = [i.content for s in window.briefing.current().sections for i in s.items]

    assert contents == [TextItem("The talks go on.")]


def test_dropped_contents_come_back_as_they_were(window):
    open_first(window)
    model = window.library.model
    data = model.mimeData([model.index(0)])

    assert mime.unpack(data)[0].article == model.card(model.index(0)).id
    assert json.loads(bytes(data.data(mime.CONTENTS).data()))


def test_removing_an_article_takes_it_off_the_list_and_undo_brings_it_back(window):
    open_first(window)

    window.commands.actions["remove_article"].trigger()
    assert window.library.model.rowCount() == 1

    window.commands.actions["undo"].trigger()
    assert window.library.model.rowCount() == 2


def test_both_themes_dress_the_window(window, qapp):
    for name in ("dark", "light"):
        theme.apply(qapp, name)
        assert "$" not in qapp.styleSheet()


def test_an_unreadable_drop_is_said_in_the_window(window, qtbot, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.touch()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(empty))])

    window.commands.bringing_in.drop(data)

    qtbot.waitUntil(lambda: "This file is empty." in window.notice.text, timeout=15000)
    qtbot.waitUntil(lambda: not window.house.jobs.busy, timeout=5000)


def test_positions_and_offsets_agree_beyond_the_basic_plane():
    from briefer.model.article import Source, article_from_paragraphs

    made = article_from_paragraphs(["A 😀 b", "𝒳 ends"], Source())
    shown = TextMap(made.text, made.paragraphs)

    start, end = shown.range(Span(made.text.index("ends"), len(made.text)))

    assert (start, end) == (10, 14)
    assert shown.offset(start) == made.text.index("ends")


def test_a_draft_fills_a_new_briefing_and_is_undone_in_one_step(window, qtbot):
    before = window.briefing.briefing
    window.commands.actions["draft"].trigger()

    qtbot.waitUntil(lambda: window.briefing.briefing != before)
    shown = [item for section in window.briefing.current().sections for item in section.items]
    told = [item.content for item in shown if item.content.type == "article"]
    assert {key for one in told for key in (one.article, *one.also)} == set(window.library.listed)
    window.commands.actions["undo"].trigger()
    assert window.briefing.briefing == before


def test_selected_text_is_dragged_as_the_sentences_it_covers(window):
    open_first(window)
    view = window.room.pane.view
    view.selectAll()

    (item,) = mime.unpack(view.createMimeDataFromSelection())
    assert item.article == window.room.article.id
    assert len(item.sentences) == len(window.room._sentences())


def test_an_actor_of_no_article_of_the_briefing_is_printed_under_its_shown_name(window):
    open_first(window)
    model = window.room.actors.model
    item = model.item(model.actors[0])
    window.commands.add_to_briefing([item])

    shown = window.briefing.names.of(item)
    assert shown == model.actors[0].name
    document = window.house.publishing.document(window.briefing.briefing)
    assert shown in json.dumps(to_plain(document))


def test_icons_take_the_colours_of_a_theme_chosen_while_running(window, qapp):
    def ink():
        image = theme.icon("trash").pixmap(32, 32).toImage()
        pixels = [image.pixelColor(x, y) for x in range(32) for y in range(32)]
        return max(pixels, key=lambda pixel: pixel.alpha()).name()

    light = ink()
    theme.apply(qapp, "dark")
    dark = ink()
    theme.apply(qapp, "light")
    assert light != dark
    assert ink() == light


def test_an_article_without_a_title_is_known_by_how_it_begins(window):
    made = make_article("")
    window.house.library.facts.add(made, make_analysis(made))
    with window.house.library.step("import"):
        window.house.library.decisions.shelve(made.id)

    titles = [card.title for card in window.library.model.cards]
    assert made.heading in titles
    assert made.heading.endswith("…")
    assert made.text.startswith(made.heading[:-1])
