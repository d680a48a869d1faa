"""The person's word on actors, and their pages, through the window."""

import csv
import json

import pytest
from making import make_analysis, make_article
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextCursor

from briefer.model.actors import ActorKind, Findings
from briefer.model.analysis import Analysis
from briefer.model.article import Source, article_from_paragraphs
from briefer.model.summary import Scores
from briefer.services.ledger import ActorRule, Ledger
from briefer.ui.dialogs.actor_rules import ActorRules
from briefer.ui.theme import Look

pytestmark = pytest.mark.gui

ELENA, SHORT, VARNA = "person:elena marinova", "person:marinova", "place:varna"


def shelve(window, title, **source):
    library = window.house.library
    made = make_article(title, **source)
    library.facts.add(made, make_analysis(made))
    with library.step("import"):
        library.decisions.shelve(made.id)
    return made


@pytest.fixture
def window(window):
    # Of one text all but one would be folded as copies.
    window.two = [
        shelve(window, "Old", published="2026-03-02"),
        shelve(window, "New", published="2026-04-05"),
    ]
    window.library.choose(window.two[0].id)
    return window


@pytest.fixture
def answers(window, monkeypatch):
    """What the person answers to each question, in order."""
    given = []

    def answer(*_args, **_options):
        return given.pop(0)

    for name in ("line", "one_of", "save_as", "file"):
        monkeypatch.setattr(window.asking, name, answer)
    return given


def choose(window, key):
    window.room.actors.choose(key)


def names(window):
    return [actor.name for actor in window.room.actors.model.actors]


def trigger(window, action):
    window.commands.actions[action].trigger()


def menu(window, *path):
    shown = window.room.actors.menu(window.room.actors.current)
    for name in path[:-1]:
        shown = next(a for a in shown.actions() if a.text() == name).menu()
    next(a for a in shown.actions() if a.text() == path[-1]).trigger()


def settle(window, qtbot):
    qtbot.waitUntil(lambda: not window.house.jobs.busy)


def test_never_merge_refuses_the_merge_in_words(window, answers):
    choose(window, ELENA)
    answers += [0]

    menu(window, "Never merge with…")
    window.room.actors.merge_wanted.emit(SHORT, ELENA)

    assert "never merged" in window.notice.text
    assert len(names(window)) == 3


def test_each_ruling_is_said_with_a_way_back(window, answers):
    window.room.actors.merge_wanted.emit(VARNA, ELENA)
    assert window.notice.text == "Varna is Elena Marinova now, in every article."
    window.notice._button.click()
    assert "Varna" in names(window)
    choose(window, ELENA)
    answers.append("E. Marinova")
    trigger(window, "rename_actor")
    assert window.notice.text == "Elena Marinova is called E. Marinova now."
    menu(window, "Kind", "Organisation")
    assert window.notice.text == "E. Marinova counts as an organisation now, in every article."


def test_undo_is_no_longer_offered_when_it_would_take_back_another_step(window):
    choose(window, VARNA)
    trigger(window, "hide_actor")
    choose(window, ELENA)
    trigger(window, "watch_actor")
    assert not window.notice.isHidden()

    trigger(window, "undo")

    assert window.notice.isHidden()
    assert "Varna" not in names(window)


def test_a_name_is_split_off_and_comes_back_with_undo(window, answers):
    window.house.ledger.merge(SHORT, ELENA, "Elena Marinova")
    choose(window, ELENA)
    answers += [1, "Maria Marinova"]

    trigger(window, "split_actor")

    assert sorted(names(window)) == ["Elena Marinova", "Maria Marinova", "Varna"]
    trigger(window, "undo")
    assert sorted(names(window)) == ["Elena Marinova", "Varna"]


def test_one_mention_can_be_said_to_be_somebody_else(window, answers):
    window.house.ledger.merge(SHORT, ELENA, "Elena Marinova")
    choose(window, ELENA)
    answers += ["Maria Marinova"]

    card = window.room.actors.mentions.cards[1]
    card.actions()[0].trigger()

    assert "Maria Marinova" in names(window)


def test_a_role_is_pinned_and_released(window):
    choose(window, ELENA)
    window.desk.ruling.pin_role(ELENA, "Elena Marinova", "union chair")

    assert window.room.actors.current.roles[0].text == "union chair"
    menu(window, "Pin a role", "Release")
    assert window.room.actors.current.roles[0].text == "leader"


def test_selected_words_become_an_actor_in_every_article(window):
    view, text = window.room.pane.view, window.room.article.text
    at = text.index("ministry of transport")
    cursor = QTextCursor(view.document())
    cursor.setPosition(view._map.position(at))
    cursor.setPosition(
        view._map.position(at + len("ministry of transport")), QTextCursor.MoveMode.KeepAnchor
    )
    view.setTextCursor(cursor)

    kinds = next(a for a in window.room.menu_at(at).actions() if a.text() == "Make it an actor")
    next(a for a in kinds.menu().actions() if a.text() == "An organisation").trigger()

    assert "ministry of transport" in names(window)
    window.library.choose(window.two[1].id)
    assert "ministry of transport" in names(window)
    trigger(window, "undo")
    assert "ministry of transport" not in names(window)


def test_the_page_of_an_actor_shows_quotes_and_leads_to_their_places_and_back(window, qtbot):
    choose(window, ELENA)
    trigger(window, "profile_actor")
    settle(window, qtbot)

    page = window.desk.profile
    assert page.name.text() == "Elena Marinova"
    assert "2 articles" in page.facts.text()
    assert "We won what we asked" in page.views["Quotes"].toPlainText()
    link = next(n for n, t in enumerate(page._text.targets) if getattr(t, "is_quote", False))
    page.views["Quotes"].anchorClicked.emit(QUrl(f"to:{link}"))
    assert window.room.article.id == window.two[1].id
    assert not window.room.pane.shows(page)
    trigger(window, "back")
    settle(window, qtbot)
    assert window.room.pane.shows(page)
    trigger(window, "back")
    assert not window.room.pane.shows(page)


def test_back_from_a_page_that_was_opened_over_a_story_leads_to_the_story(window, qtbot):
    window.middle.setCurrentWidget(window.stories.pane)
    trigger(window, "network")
    settle(window, qtbot)

    assert window.middle.currentWidget() is window.room.pane
    trigger(window, "back")
    assert window.middle.currentWidget() is window.stories.pane


def test_a_bar_of_the_chart_shows_the_sentences_of_its_days(window, qtbot):
    window.desk.open_profile(ELENA, "Elena Marinova")
    settle(window, qtbot)
    page = window.desk.profile

    page.chart.picked.emit("2026-03-02", "2026-03-02")

    shown = page.views["Chronology"]
    assert page.tabs.currentWidget() is shown
    assert shown.toPlainText().count("Elena Marinova said") == 1
    shown.anchorClicked.emit(QUrl("all:"))
    assert shown.toPlainText().count("Elena Marinova said") == 2


def test_a_ruling_made_elsewhere_is_seen_on_the_open_page(window, qtbot):
    window.desk.open_profile(ELENA, "Elena Marinova")
    settle(window, qtbot)

    window.desk.profile.watch.click()
    window.house.ledger.rename(ELENA, "E. Marinova")
    settle(window, qtbot)

    assert window.desk.profile.name.text() == "E. Marinova"
    assert window.desk.profile.watch.isChecked()
    assert ELENA in window.room.actors.model.watched


def test_the_network_is_picked_filtered_and_saved(window, qtbot, answers, tmp_path):
    trigger(window, "network")
    settle(window, qtbot)
    page = window.desk.network
    place = next(n for n, node in enumerate(page.scene.network.nodes) if node.key == VARNA)

    page.scene.pick(place)
    assert "Varna" in page.chosen.text()
    assert "Elena Marinova" in page.chosen.text()
    answers += [tmp_path / "net.svg", tmp_path / "net.png", tmp_path / "net.csv"]
    page.picture_wanted.emit(), page.picture_wanted.emit(), page.table_wanted.emit()
    assert "Elena Marinova" in (tmp_path / "net.svg").read_text("utf-8")
    assert (tmp_path / "net.png").stat().st_size > 1000
    rows = list(csv.reader((tmp_path / "net.csv").read_text("utf-8-sig").splitlines()))
    assert len(rows) == 4
    page.kinds[ActorKind.PLACE].click()
    settle(window, qtbot)
    assert {node.key for node in page.scene.network.nodes} == {ELENA, SHORT}
    page.scene.opened.emit(0)
    settle(window, qtbot)
    assert window.room.pane.shows(window.desk.profile)
    trigger(window, "back")
    assert window.room.pane.shows(page)
    settle(window, qtbot)


def test_a_picture_that_cannot_be_written_is_told_of(window, qtbot, answers, tmp_path):
    trigger(window, "network")
    settle(window, qtbot)

    for name in ("net.svg", "net.png", "net.csv"):
        answers += [tmp_path / "no folder" / name]
        signal = "table_wanted" if name.endswith("csv") else "picture_wanted"
        getattr(window.desk.network, signal).emit()
        assert "could not be written" in window.notice.text


def test_a_line_in_context_leads_to_its_place(window, qtbot):
    window.desk.open_profile(ELENA)
    settle(window, qtbot)
    words = window.desk.profile.words

    words.clicked.emit(words.lines.index(1))

    assert window.room.article.id == window.two[0].id
    assert not window.room.pane.shows(window.desk.profile)


def test_articles_that_name_a_watched_actor_are_marked_and_filtered(window):
    other = shelve_other(window)
    choose(window, ELENA)
    trigger(window, "watch_actor")

    cards = {card.id: card for card in window.library.model.cards}
    assert cards[window.two[1].id].watched
    assert not cards[other.id].watched
    choose(window, None)
    marks = window.room.pane.view.extraSelections()
    colours = {mark.format.background().color().name() for mark in marks}
    assert Look.now().colour("accent_soft").name() in colours
    window.library.filter.setCurrentIndex(window.library.filter.findText("Names a watched actor"))
    assert window.library.model.rowCount() == 2
    trigger(window, "undo")
    assert window.library.model.rowCount() == 0


def test_an_import_says_which_watched_actors_are_named(window, qtbot, tmp_path):
    window.house.ledger.add("Port Lindow", "Port Lindow", ActorKind.PLACE)
    window.house.ledger.watch("place:port lindow", wanted=True)
    path = tmp_path / "lindow.txt"
    path.write_text(
        "Ferry to Port Lindow stopped\n\n"
        + "The ferry to Port Lindow did not leave on Monday, its owner said. " * 6,
        "utf-8",
    )

    window.commands.bringing_in.bring_in([path])
    qtbot.waitUntil(lambda: "1 names Port Lindow." in window.notice.text, timeout=30_000)
    settle(window, qtbot)


def shelve_other(window):
    library = window.house.library
    made = article_from_paragraphs(
        ("A bakery opened in the old town.", "It sells bread."),
        Source(title="Bread"),
        language="en",
    )
    library.facts.add(made, Analysis(made.id, (), Scores("auto", ()), Findings()))
    with library.step("import"):
        library.decisions.shelve(made.id)
    return made


@pytest.fixture
def rules(window, answers):
    ledger = window.house.ledger
    ledger.merge(SHORT, ELENA, "Elena Marinova")
    ledger.hide(VARNA)
    ledger.rename(ELENA, "E. Marinova")
    shown = ActorRules(window.house.library, ledger, window.asking, window)
    yield shown
    shown.deleteLater()


def pick(rules, part):
    row = next(
        rules.list.topLevelItem(n)
        for n in range(rules.list.topLevelItemCount())
        if part in rules.list.topLevelItem(n).text(0)
    )
    rules.list.clearSelection()
    row.setSelected(True)


def test_rules_are_listed_searched_edited_and_removed(window, rules, answers):
    assert rules.sentences[-1] == "“Marinova” is E. Marinova."
    rules.search.setText("hidden")
    assert rules.sentences == ["Varna is hidden."]
    rules.search.clear()

    pick(rules, "called")
    answers += ["Madam Marinova"]
    rules.edit.click()
    pick(rules, "hidden")
    assert not rules.edit.isEnabled()
    rules.remove.click()

    assert sorted(names(window)) == ["Madam Marinova", "Varna"]
    trigger(window, "undo")
    trigger(window, "undo")
    assert names(window) == ["E. Marinova"]


def test_rules_go_to_a_file_and_come_from_one_and_a_bad_one_is_refused(
    window, rules, answers, tmp_path
):
    path, bad = tmp_path / "rules.json", tmp_path / "bad.json"
    bad.write_text("{}", "utf-8")
    answers += [path, bad, path]

    rules.give.click()
    window.house.ledger.forget([ActorRule("hide", VARNA)])
    rules.take.click()
    assert "no file of rules" in rules.said.text()
    rules.take.click()

    assert "1 new rule" in rules.said.text()
    assert names(window) == ["E. Marinova"]
    assert json.loads(path.read_text("utf-8"))["rules"][1]["says"] == "Varna is hidden."


def test_a_name_that_looks_like_markup_stays_a_name(window, qtbot):
    Ledger(window.house.library).rename(ELENA, "<b>Elena</b> & <img src=x>")

    window.desk.open_profile(ELENA)
    settle(window, qtbot)
    trigger(window, "back")
    window.desk.open_profile(VARNA)
    settle(window, qtbot)

    assert "<b>Elena</b>" in window.desk.profile.views["With whom"].toPlainText()
    assert "<img" not in window.room.actors.list.model().index(0).data(3)


def test_on_the_network_commands_are_on_the_actor_chosen_there(window, qtbot):
    choose(window, ELENA)
    trigger(window, "network")
    settle(window, qtbot)
    nodes = window.desk.network.scene.network.nodes

    trigger(window, "watch_actor")
    assert "Choose an actor in the picture first." in window.notice.text
    window.desk.network.scene.pick(next(n for n, node in enumerate(nodes) if node.key == VARNA))
    trigger(window, "watch_actor")

    assert window.house.ledger.rulings.watched == {VARNA}
