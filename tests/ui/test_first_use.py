"""The window as somebody meets it who was told nothing."""

import pytest
from making import make_analysis, make_article
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QToolButton,
)

from briefer import places, settings
from briefer.model.article import Source
from briefer.services.library import Library
from briefer.ui import actions, theme, wording
from briefer.ui.dialogs.short_question import ChoiceQuestion, LineQuestion
from briefer.ui.dialogs.source_form import SourceForm

pytestmark = pytest.mark.gui


def shelve(*titles):
    library = Library(places.library())
    for title in titles:
        made = make_article(title)
        library.facts.add(made, make_analysis(made))
        with library.step("import"):
            # One text under several headlines: here they are to be several articles.
            library.copy_rulings.part(made.id, [card.id for card in library.cards()])
            library.decisions.shelve(made.id)
    library.close()


@pytest.fixture
def open_window(qapp, qtbot):
    from briefer.app import build

    theme.load_fonts(qapp)
    theme.apply(qapp, "light")
    opened = []

    def open_it(kept=None):
        window = build(kept or settings.Settings())
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        opened.append(window)
        return window

    yield open_it
    for window in opened:
        window.close()


def open_first(window):
    window.library.list.setCurrentIndex(window.library.model.index(0))


def shown_words(widget):
    parts = [*widget.findChildren(QLabel), *widget.findChildren(QPushButton)]
    return " ".join(part.text() for part in parts if part.isVisible())


def test_an_empty_window_offers_every_way_in(open_window):
    said = shown_words(open_window().room.pane)

    for way in ("Drop articles", "Choose files", "Paste", "Open a link", "samples"):
        assert way in said


def test_a_library_with_articles_is_not_called_empty(open_window):
    shelve("First")

    said = shown_words(open_window().room.pane)

    assert "No article is open" in said
    assert "Drop articles" not in said


def test_a_restart_opens_the_article_that_was_read_last(open_window):
    shelve("First", "Second")
    kept = settings.Settings()
    window = open_window(kept)
    window.library.list.setCurrentIndex(window.library.model.index(1))
    read = window.room.article.id
    window.close()

    assert open_window(kept).room.article.id == read


def test_importing_shows_at_once_that_it_has_begun(open_window, qtbot):
    window = open_window()

    window.commands.bringing_in.samples()

    assert window.notice.isVisible()
    assert window.notice.text.startswith("Reading")
    qtbot.waitUntil(lambda: not window.house.jobs.busy, timeout=60000)
    qtbot.waitUntil(lambda: window.room.article is not None)
    first = window.library.model.cards[0]
    assert first.language == "en"
    assert window.room.article.id == first.id


def test_an_import_that_is_stopped_leaves_an_article_open(open_window, qtbot):
    window = open_window()
    window.commands.bringing_in.samples()
    qtbot.waitUntil(lambda: window.library.model.rowCount() > 0, timeout=60000)

    window.notice._act()
    qtbot.waitUntil(lambda: not window.house.jobs.busy, timeout=60000)

    qtbot.waitUntil(lambda: window.room.article is not None)


def test_pasting_nothing_says_what_to_copy(open_window):
    window = open_window()
    QGuiApplication.clipboard().setText("  ")

    window.commands.actions["paste"].trigger()

    assert "copy the text" in window.notice.text


def test_a_pasted_address_is_opened_as_a_link(open_window, monkeypatch):
    window = open_window()
    wanted = []
    monkeypatch.setattr(window.commands.bringing_in, "bring_in", wanted.extend)
    QGuiApplication.clipboard().setText("https://example.org/story")

    window.commands.actions["paste"].trigger()

    assert wanted == ["https://example.org/story"]


def test_choice_boxes_show_their_whole_text_at_the_first_size(open_window):
    shelve("First")
    window = open_window()
    window.resize(1280, 800)

    for box in (window.library.order, window.library.filter, window.briefing.head.chooser):
        room = box.style().subControlRect(
            box.style().ComplexControl.CC_ComboBox,
            option(box),
            box.style().SubControl.SC_ComboBoxEditField,
            box,
        )
        assert box.fontMetrics().horizontalAdvance(box.currentText()) <= room.width()


def option(box: QComboBox):
    from PySide6.QtWidgets import QStyleOptionComboBox

    made = QStyleOptionComboBox()
    box.initStyleOption(made)
    return made


def test_an_article_hidden_by_a_search_is_chosen_again_when_it_is_back(open_window):
    shelve("First", "Second")
    window = open_window()
    open_first(window)
    read = window.library.current

    for words in ("zzzz", ""):
        window.library.search.setText(words)
        window.library._ask()

    assert window.library.current == read
    assert window.library.filter.currentText() == "All articles"


def test_the_filter_shows_what_it_filters_by_after_an_import(open_window):
    shelve("First")
    window = open_window()

    made = make_article("Second")
    window.house.library.facts.add(made, make_analysis(made))
    with window.house.library.step("import"):
        window.house.library.decisions.shelve(made.id)

    assert window.library.filter.currentText() == "All articles"


def test_closing_while_a_search_is_typed_asks_a_closed_library_nothing(open_window, qtbot):
    window = open_window()
    window.library.search.setText("port")

    window.close()

    assert not window.library._timer.isActive()


def test_a_text_without_blanks_is_measured_in_characters():
    assert wording.length("首列 跨里海", 2, "zh") == "5 characters"
    assert wording.length("One two", 2, "en") == "2 words"


def test_a_narrow_list_says_its_count_in_short(open_window):
    shelve("First", "Second")
    pane = open_window().library

    pane.resize(180, 400)
    assert pane.count.text() == "2"
    pane.resize(300, 400)

    assert pane.count.text() == "2 articles"


def test_shortcuts_say_what_they_act_on():
    lines = dict(actions.shortcuts())

    assert lines["Article: Add to briefing"] != lines["Actor: Add to briefing"]
    assert len(set(lines.values())) == len(lines)


def test_the_panes_fit_a_small_screen(open_window):
    assert open_window().minimumSizeHint().width() <= 853


def test_the_editor_takes_no_room_until_an_item_is_chosen(open_window):
    shelve("First")
    window = open_window()
    assert window.briefing.editor.isHidden()

    open_first(window)
    window.commands.actions["add_article"].trigger()

    assert not window.briefing.editor.isHidden()


def test_what_was_dropped_into_the_outline_is_chosen(open_window):
    shelve("First")
    window = open_window()
    open_first(window)
    section = window.briefing.current().sections[1]
    data = window.library.model.mimeData([window.library.model.index(0)])
    from briefer.ui import mime

    window.briefing.outline.dropped.emit(section.id, list(mime.unpack(data)), 0)

    assert window.briefing.outline.current_item is not None


def test_a_draft_takes_the_place_of_an_empty_briefing(open_window, qtbot):
    shelve("First", "Second")
    window = open_window()
    before = window.briefing.briefing

    window.commands.actions["draft"].trigger()
    qtbot.waitUntil(lambda: window.briefing.briefing != before)

    assert len(window.house.desk.all()) == 1
    window.commands.actions["undo"].trigger()
    assert window.briefing.briefing == before


def test_briefings_of_one_name_are_told_apart():
    assert wording.told_apart(["Daily", "Review", "Daily"]) == ["Daily (2)", "Review", "Daily (1)"]


def test_a_new_briefing_can_follow_another_template_and_be_deleted(open_window):
    window = open_window()
    before = window.briefing.briefing

    window.briefing.head.new_wanted.emit("press-review")
    assert window.briefing.current().details.template == "press-review"
    window.commands.actions["delete_briefing"].trigger()

    assert window.briefing.briefing == before
    window.commands.actions["undo"].trigger()
    assert len(window.house.desk.all()) == 2


def test_the_details_keep_the_template_of_a_briefing(open_window, qtbot):
    from briefer.ui.dialogs.briefing_details import BriefingDetails

    window = open_window()
    window.briefing.head.new_wanted.emit("situation")
    form = BriefingDetails(window.briefing.current().details)
    qtbot.addWidget(form)

    assert form.details.template == "situation"


def test_the_pages_take_the_whole_window_and_give_it_back(open_window, qtbot):
    window = open_window()
    before = window.panes.sizes()
    with qtbot.waitActive(window):
        window.activateWindow()

    window.commands.actions["large_pages"].trigger()
    assert not window.library.isVisible()
    assert window.briefing.preview.isVisible()
    qtbot.keyClick(window.briefing.preview, Qt.Key.Key_Escape)

    assert window.library.isVisible()
    assert window.panes.sizes() == before


def test_pages_grow_by_steps_and_never_below_the_panes_width(open_window):
    preview = open_window().briefing.preview
    fitting = preview.wanted_width

    preview.set_zoom(2.0)
    assert preview.wanted_width >= 2 * fitting - 2
    preview.set_zoom(0.1)

    assert preview.wanted_width == fitting


def test_a_chosen_actor_has_its_commands_beside_its_name(open_window):
    shelve("First")
    window = open_window()
    open_first(window)
    actors = window.room.actors
    actors.list.setCurrentIndex(actors.model.index(0))
    key = actors.current.key

    hide = next(b for b in actors.findChildren(QToolButton) if b.toolTip().startswith("Hide"))
    assert hide.isVisibleTo(actors)
    hide.click()

    assert key not in [actor.key for actor in actors.model.actors]


def test_an_actor_command_without_an_actor_says_what_to_do(open_window):
    shelve("First")
    window = open_window()
    open_first(window)

    window.commands.actions["merge_actor"].trigger()

    assert window.room.pane.tabs.currentWidget() is window.room.actors
    assert "Choose an actor" in window.notice.text


def test_a_mention_stands_out_in_its_words(open_window):
    shelve("First")
    window = open_window()
    open_first(window)
    actors = window.room.actors
    actors.list.setCurrentIndex(actors.model.index(0))

    (mention, *_) = actors.mentions.cards
    assert f"font-weight:600'>{actors.current.mentions[0].text}<" in mention.text.text()


def test_a_card_says_why_its_sentence_was_chosen_and_opens_by_keyboard(open_window, qtbot):
    shelve("First")
    window = open_window()
    open_first(window)
    card = window.room.pane.summary.cards.cards[0]

    assert "Rank 1 of" in card.note.toolTip()
    with qtbot.waitSignal(card.clicked):
        qtbot.keyClick(card, Qt.Key.Key_Return)


def test_a_sentence_clicked_in_the_text_gives_its_card_the_focus(open_window, qtbot):
    shelve("First")
    window = open_window()
    open_first(window)

    summary = window.room.pane.summary
    qtbot.waitUntil(summary.cards.cards[1].isVisible)
    window.room.pane.tabs.setCurrentIndex(1)
    sentence = window.room._sentences()[summary._numbers[1]]

    window.room.pane.view.sentence_clicked.emit(sentence.number)

    assert window.room.pane.tabs.currentWidget() is summary
    assert window.focusWidget() is summary.cards.cards[1]


def test_a_choice_is_narrowed_by_typing(qtbot):
    form = ChoiceQuestion("Merge actors", "Is the same as", ["Anna Berg", "Oslo", "Berg AG"])
    qtbot.addWidget(form)

    form.line.setText("berg a")
    assert form.answer == 2
    form.line.setText("nobody")

    assert not form.go.isEnabled()


def test_an_empty_line_is_no_answer(qtbot):
    form = LineQuestion("Open link", "Address", verb="Open")
    qtbot.addWidget(form)
    assert not form.go.isEnabled()

    form.line.setText(" https://example.org/a ")

    assert form.answer == "https://example.org/a"


def test_long_lines_end_where_they_are_still_read_with_ease(open_window):
    shelve("First")
    window = open_window()
    open_first(window)
    view = window.room.pane.view

    view.resize(1600, 600)

    assert view.viewport().width() < 1000


def test_a_drop_is_shown_where_it_will_go(open_window):
    outline = open_window().briefing.outline
    row = outline.visualItemRect(outline.topLevelItem(1))

    assert outline._mark_at(row.center()).height() > 0
    assert outline._mark_at(QPoint(5, outline.height() + 500)).isNull()


def test_the_year_is_left_out_where_it_is_this_one():
    assert wording.short_day("2026-03-12", 2026) == "12 Mar"
    assert wording.short_day("2025-03-12", 2026) == "12 Mar 2025"


@pytest.mark.parametrize(
    ("kept", "least", "most"),
    [
        ("176 424 244", 240, 260),
        ("200 900 300", 200, 232),
        ("0 500 300", 240, 260),
        ("from an older Briefer", 240, 260),
    ],
)
def test_panes_kept_on_a_small_screen_grow_on_a_large_one(
    open_window, qtbot, monkeypatch, kept, least, most
):
    kept_settings = settings.Settings()
    kept_settings.panes = kept
    window = open_window(kept_settings)
    window.panes.resize(1600, 700)
    window._is_seen = False

    window.repaint()

    qtbot.waitUntil(lambda: least <= window.library.width() <= most)


@pytest.mark.parametrize("title", actions.MENUS)
def test_a_letter_of_a_menu_means_one_thing(title):
    texts = [entry.text for entry in actions.MENUS[title] if entry.text]

    letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]

    assert len(set(letters)) == len(letters) == len(texts), sorted(letters)


def test_the_menu_says_whether_the_list_is_in_stories(open_window):
    window = open_window()
    by_story, switch = window.commands.actions["by_story"], window.library.stories.switch
    assert not by_story.isChecked()

    by_story.trigger()
    assert switch.isChecked()
    assert by_story.isChecked()

    switch.click()
    assert not by_story.isChecked()


def test_a_choice_opens_as_a_list_and_not_as_a_menu(open_window):
    """A menu lies over its box and, next to an edge or in a small type, cuts off its last line."""
    shelve("First")
    window = open_window()
    open_first(window)
    methods = window.room.pane.summary.method

    hint, option = QStyle.StyleHint.SH_ComboBox_Popup, QStyleOptionComboBox()
    for box in window.findChildren(QComboBox):
        assert not box.style().styleHint(hint, option, box), box.accessibleName()
    assert methods.maxVisibleItems() >= methods.count()


def test_the_names_of_the_outline_have_its_whole_width(open_window):
    outline = open_window().briefing.outline

    assert outline.columnWidth(0) >= outline.viewport().width() - 24


def test_a_long_address_is_shown_from_its_beginning(qtbot):
    form = SourceForm(Source(url="https://harbour-courier.example/" + "bridge/" * 40))
    qtbot.addWidget(form)

    assert form.lines["url"].cursorPosition() == 0


def test_what_was_done_by_mouse_is_undone_while_the_search_has_the_focus(open_window, qtbot):
    shelve("First")
    window = open_window()
    open_first(window)
    window.commands.actions["add_article"].trigger()
    steps = len(window.house.library.history)
    window.library.search.setFocus()

    qtbot.keyClick(window.library.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(window.house.library.history) == steps - 1

    window.library.search.clear()
    qtbot.keyClicks(window.library.search, "Fi")
    qtbot.keyClick(window.library.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(window.house.library.history) == steps - 1
    assert not window.library.search.text()


@pytest.mark.parametrize("key", [Qt.Key.Key_E, Qt.Key.Key_K])
def test_the_search_leaves_the_window_its_shortcuts(open_window, key):
    line = open_window().library.search
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
    asked.accept()

    line.event(asked)

    assert not asked.isAccepted()
