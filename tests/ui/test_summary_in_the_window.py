"""The person in command of a summary, through the window; every step can be undone."""

import pytest
from making import make_analysis, make_article
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QToolButton

from briefer.model.article import Source, article_from_paragraphs
from briefer.model.summary import Focus, LengthUnit, SummaryLength
from briefer.ui import mime

pytestmark = pytest.mark.gui


@pytest.fixture
def window(window):
    made = make_article()
    shelve(window, made, make_analysis(made))
    window.library.choose(made.id)
    return window


def shelve(window, article, analysis):
    library = window.house.library
    library.facts.add(article, analysis)
    with library.step("import"):
        library.decisions.shelve(article.id)


def panel(window):
    return window.room.pane.summary


def cards(window):
    return panel(window)._summary_cards


def shown(window):
    return [card.chosen.sentence.number for card in cards(window)]


def press(card, tip):
    next(b for b in card.findChildren(QToolButton) if b.toolTip().startswith(tip)).click()


def undo(window):
    window.commands.actions["undo"].trigger()


def wait_for_scores(window, qtbot):
    qtbot.waitUntil(lambda: bool(cards(window)) and not window.house.jobs.busy, timeout=30000)


def test_why_unfolds_by_mouse_and_key_and_names_the_other_methods(window, qtbot):
    card = cards(window)[0]
    press(card, "Why this one")

    said = " ".join(card.why.said)
    assert "Rank 1 of 6 (Automatic)" in said
    assert "New in this summary" in said
    assert "Names Varna." in said
    qtbot.waitUntil(lambda: "methods)" in " ".join(card.why.said), timeout=30000)

    qtbot.keyClick(card, Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    assert card.why is None
    at = card.note.geometry().center()
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=at)
    assert card.why is not None


def test_unfolded_reasons_stay_while_the_length_changes(window, qtbot):
    press(cards(window)[0], "Why this one")

    panel(window).slider.setValue(2)
    qtbot.waitUntil(lambda: len(cards(window)) == 2)

    assert cards(window)[0].why is not None


def test_two_methods_side_by_side_lead_to_the_text_and_one_is_used(window, qtbot):
    window.commands.actions["compare_methods"].trigger()
    dialog = window.room.summaries.comparison
    qtbot.waitUntil(lambda: "in common" in dialog.common.text(), timeout=30000)

    both, alone = ([c.property("common") for c in col.cards.cards] for col in dialog.columns)
    common = sum(both)
    assert common == sum(alone)
    assert dialog.common.text() == f"{common} of 3 in common"
    with qtbot.waitSignal(dialog.place_clicked):
        qtbot.keyClick(dialog.columns[1].cards.cards[0], Qt.Key.Key_Return)
    dialog.columns[1].method.setCurrentIndex(dialog.columns[1].method.findData("luhn"))
    qtbot.waitUntil(lambda: "in common" in dialog.common.text(), timeout=30000)
    dialog.columns[1].use.click()

    assert panel(window).method.currentData() == "luhn"
    wait_for_scores(window, qtbot)
    assert window.room.summaries.comparison is None
    undo(window)
    assert panel(window).method.currentData() == "auto"


def test_the_comparison_goes_with_its_article(window):
    window.commands.actions["compare_methods"].trigger()

    window.room.clear()

    assert window.room.summaries.comparison is None


def test_focus_words_are_chips_that_can_be_taken_off_spread_and_undone(window, qtbot):
    focus = panel(window).focus
    focus.line.setText("million euros")
    qtbot.keyClick(focus.line, Qt.Key.Key_Return)
    wait_for_scores(window, qtbot)

    assert 4 in shown(window)
    name, _ = focus.chips[0].findChildren(QToolButton)
    assert name.text() == "million euros"
    name.click()
    assert "in all" in focus.chips[0].findChildren(QToolButton)[0].text()
    undo(window)
    assert "in all" not in focus.chips[0].findChildren(QToolButton)[0].text()
    focus.chips[0].findChildren(QToolButton)[1].click()
    assert focus.chips == []
    undo(window)
    assert len(focus.chips) == 1


def test_an_actor_becomes_a_focus_by_its_menu_and_by_its_name(window, qtbot):
    actor = window.room.actors.model.actors[0]
    menu = window.room.actors.menu(actor)
    next(a for a in menu.actions() if a.text().startswith("Focus")).trigger()
    focus = panel(window).focus

    assert window.house.summarizing.focus(window.room.article.id)[0][0].actor == actor.key
    undo(window)
    assert focus.chips == []
    focus.line.setText(actor.name.upper())
    qtbot.keyClick(focus.line, Qt.Key.Key_Return)
    assert window.house.summarizing.focus(window.room.article.id)[0][0].actor == actor.key
    wait_for_scores(window, qtbot)


def test_the_length_counts_in_words_or_percent(window, qtbot):
    length = panel(window).length
    length.unit.setCurrentIndex(length.unit.findData("words"))
    length.unit.activated.emit(length.unit.currentIndex())

    chosen = window.house.summarizing.choice(window.room.article.id)[1]
    assert chosen.unit is LengthUnit.WORDS
    assert chosen.amount % 10 == 0
    panel(window).slider.setValue(2)
    summarizing, article = window.house.summarizing, window.room.article.id
    qtbot.waitUntil(lambda: summarizing.choice(article)[1].amount == 20)
    assert 0 < summarizing.summary(article).words <= 20
    length.unit.setCurrentIndex(length.unit.findData("percent"))
    length.unit.activated.emit(length.unit.currentIndex())
    assert length.unit.currentText().endswith("%")
    undo(window)
    assert window.house.summarizing.choice(window.room.article.id)[1] == SummaryLength()


def test_one_click_uses_method_and_length_for_all(window, qtbot):
    panel(window).slider.setValue(5)
    qtbot.waitUntil(lambda: len(shown(window)) == 5)

    next(a for a in panel(window).menu.actions() if "for all" in a.text()).trigger()

    other = make_article("Other")
    assert window.house.summarizing.choice(other.id) == ("auto", SummaryLength(amount=5))
    undo(window)
    assert window.house.summarizing.choice(other.id) == ("auto", SummaryLength())


def test_sentences_are_moved_by_keys_and_put_back(window, qtbot):
    qtbot.keyClick(cards(window)[0], Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert shown(window) == [1, 0, 2]
    assert window.focusWidget() is cards(window)[1]
    panel(window).own_order.trigger()
    assert shown(window) == [0, 1, 2]
    undo(window)
    assert shown(window) == [1, 0, 2]
    undo(window)
    assert shown(window) == [0, 1, 2]
    assert not panel(window).own_order.isEnabled()


def test_a_dragged_card_stands_where_it_was_dropped(window):
    view = panel(window).cards
    data = QMimeData()
    data.setData(mime.SENTENCE, b"2")

    view.dropEvent(
        QDropEvent(
            QPointF(10, 2), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip

    assert shown(window) == [2, 0, 1]


def test_a_sentence_is_edited_in_place_marked_and_put_back(window, qtbot):
    card = cards(window)[1]
    qtbot.mouseDClick(card, Qt.MouseButton.LeftButton)
    assert card.editor.toPlainText() == "Ships had waited off the coast."
    card.editor.setPlainText("Ships lay off the coast.")
    qtbot.keyClick(card.editor, Qt.Key.Key_Return)

    card = cards(window)[1]
    assert card.text.text() == "Ships lay off the coast."
    assert "Edited" in [label.text() for label in card.findChildren(QLabel)]
    press(card, "Show the article")
    assert card.original.text() == "Ships had waited off the coast."
    press(card, "Put back")
    assert cards(window)[1].text.text() == "Ships had waited off the coast."
    undo(window)
    assert cards(window)[1].text.text() == "Ships lay off the coast."


def test_escape_leaves_a_sentence_as_it_was(window, qtbot):
    card = cards(window)[0]
    qtbot.keyClick(card, Qt.Key.Key_F2)
    card.editor.setPlainText("Other words.")

    qtbot.keyClick(card.editor, Qt.Key.Key_Escape)

    assert card.editor is None
    assert not window.house.library.wishes.edits(window.room.article.id)
    assert window.library.isVisible()


def test_words_being_written_outlive_a_change_of_the_summary_and_of_the_article(window):
    article = window.room.article.id
    cards(window)[0].edit()
    cards(window)[0].editor.setPlainText("Half a thought")

    press(cards(window)[1], "Pin")
    assert cards(window)[0].editor.toPlainText() == "Half a thought"
    window.room.clear()

    assert window.house.library.wishes.edits(article)[0][1] == "Half a thought"


def test_a_language_without_a_word_list_is_named(window):
    from briefer.engines import analyser

    assert panel(window).remark.isHidden()
    made = article_from_paragraphs(
        ["Bandari ya mji ilifunguliwa Jumatatu. Meli zilisubiri nje ya pwani."],
        Source(title="Bandari"), language="sw",
    )  # fmt: skip
    shelve(window, made, analyser()(made))

    window.library.choose(made.id)

    assert panel(window).remark.text().startswith("Briefer has no word list for Swahili:")


def test_the_choice_to_say_whom_he_means_is_obeyed(window, qtbot):
    from briefer.engines import analyser

    made = article_from_paragraphs(
        ["Maria Novak arrived on Monday. She said the talks were over."],
        Source(title="Talks"), language="en",
    )  # fmt: skip
    shelve(window, made, analyser()(made))
    window.house.summarizing.names_meant = True

    window.library.choose(made.id)

    assert cards(window)[1].text.text().startswith("She [Maria Novak] said")


def test_the_first_letter_typed_erases_no_sentence(window, qtbot):
    card = cards(window)[1]
    qtbot.keyClick(card, Qt.Key.Key_F2)

    qtbot.keyClicks(card.editor, "!")

    assert card.editor.toPlainText() == "Ships had waited off the coast.!"


def test_the_method_in_force_cannot_be_taken_once_more(window, qtbot):
    window.commands.actions["compare_methods"].trigger()
    dialog = window.room.summaries.comparison
    qtbot.waitUntil(lambda: "in common" in dialog.common.text(), timeout=30000)

    assert not dialog.columns[0].use.isEnabled()
    assert dialog.columns[1].use.isEnabled()


def test_the_briefing_follows_what_is_done_to_a_summary(window, qtbot):
    summarizing, article = window.house.summarizing, window.room.article
    second = cards(window)[1].chosen.sentence
    press(cards(window)[1], "Add to briefing")
    briefing = window.briefing

    with qtbot.waitSignal(briefing.briefing_changed):
        summarizing.move(article.id, 1, 0)
    with qtbot.waitSignal(briefing.briefing_changed):
        summarizing.reword(article.id, second, "Ships lay off the coast.")
    assert briefing.names.of(briefing.outline.current_item.content) == "Ships lay off the coast."
    with qtbot.waitSignal(briefing.briefing_changed):
        summarizing.use_for_all(article.id)
    with qtbot.waitSignal(briefing.briefing_changed):
        summarizing.set_focus(None, Focus("port"))
    wait_for_scores(window, qtbot)
