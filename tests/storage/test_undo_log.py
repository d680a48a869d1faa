"""Every decision can be undone and redone, in any order, and none is made outside a step."""

import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import make_analysis, make_article

from briefer.model.briefing import IssueDetails, SectionKind, TextItem
from briefer.model.errors import LibraryProblem
from briefer.model.text import Span
from briefer.services.library import Library
from briefer.storage.decisions import ActorRule

TABLES = (
    "shelf",
    "source_fixes",
    "rulings",
    "summary_choices",
    "actor_rules",
    "briefings",
    "sections",
    "items",
)


def state(library: Library) -> dict[str, list[tuple]]:
    rows = library._connection.execute
    return {table: sorted(rows(f"SELECT * FROM {table}").fetchall()) for table in TABLES}


def test_a_decision_outside_a_step_is_refused(library, article):
    with pytest.raises(sqlite3.IntegrityError):
        library.decisions.take_off(article.id)

    assert len(library.cards()) == 1


def test_a_failed_step_leaves_nothing_behind(library, article):
    before = state(library)

    def break_off():
        with library.step("break"):
            library.decisions.fix(article.id, "outlet", "Elsewhere")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()

    assert state(library) == before
    assert library.undo_label == "import article"


def test_neighbouring_steps_with_one_join_are_undone_together(library, article):
    for text in ("a", "ab", "abc"):
        with library.step("type", join="title"):
            library.decisions.fix(article.id, "title", text)

    library.undo()

    assert library.article(article.id).source.title == "Port of Varna reopens"
    assert library.redo() == "type"
    assert library.article(article.id).source.title == "abc"


def shelve(library, *titles, join):
    made = [make_article(title) for title in titles]
    for one in made:
        library.facts.add(one, make_analysis(one))
    with library.step(f"import {join}", join=join, is_apart=True):
        for one in made:
            library.decisions.shelve(one.id)


def test_typing_after_an_undo_is_a_step_of_its_own(library, article):
    def kept(text):
        with library.step("type", join="title"):
            library.decisions.fix(article.id, "title", text)

    kept("a")
    with library.step("other"):
        library.decisions.fix(article.id, "outlet", "Elsewhere")
    library.undo()
    kept("ab")

    assert library.history[-2:] == ["type", "type"]
    library.undo()
    assert library.article(article.id).source.title == "a"


def test_two_imports_that_interleave_are_undone_one_by_one(library):
    for title in "1234":
        shelve(library, f"a{title}", join="a")
        shelve(library, f"b{title}", join="b")

    assert library.history == ["import a", "import b"]
    library.undo()
    assert sorted(card.title for card in library.cards()) == ["a1", "a2", "a3", "a4"]
    library.undo()
    assert library.is_empty
    library.redo()
    library.redo()
    assert len(library.cards()) == 8


def test_what_the_user_does_during_an_import_is_undone_before_it(library, article):
    shelve(library, "a1", join="a")
    with library.step("fix"):
        library.decisions.fix(article.id, "outlet", "Elsewhere")
    shelve(library, "a2", join="a")

    assert library.undo() == "fix"
    shelve(library, "a3", join="a")
    assert library.redo() == "fix"
    library.undo()

    assert library.undo() == "import a"
    assert [card.title for card in library.cards()] == [article.source.title]


def test_an_article_removed_and_imported_again_meanwhile_is_undone_in_order(library):
    shelve(library, "a1", join="a")
    states = [state(library)]
    with library.step("remove"):
        library.decisions.take_off(library.cards()[0].id)
    states.append(state(library))
    shelve(library, "a1", join="a")

    library.undo()
    assert state(library) == states[1]
    library.undo()

    assert state(library) == states[0]


def test_a_new_step_forgets_what_was_undone(library, article):
    library.undo()
    with library.step("fix"):
        library.decisions.fix(article.id, "outlet", "X")

    assert library.redo_label is None


def test_listeners_hear_what_a_step_its_undo_and_its_redo_touched(library, article):
    heard = []
    library.subscribe(heard.append)

    with library.step("fix"):
        library.decisions.fix(article.id, "outlet", "X")
    library.undo()
    library.redo()

    assert [changes.of("source_fixes") for changes in heard] == [{article.id}] * 3


ODD = st.text(max_size=12).map(lambda t: t.replace("\0", "").encode("utf-8", "ignore").decode())
ACTS = st.lists(st.tuples(st.integers(0, 8), ODD, st.integers(0, 5)), max_size=25)


def act(library: Library, article: str, what: int, text: str, number: int) -> None:
    decisions, briefings = library.decisions, library.briefings
    all_ = briefings.all()
    found = briefings.get(all_[0][0]) if all_ else None
    sections = found.sections if found else ()
    items = [item for section in sections for item in section.items]
    if what == 0:
        decisions.fix(article, "title", text)
    elif what == 1:
        decisions.rule_sentence(article, Span(number * 10, number * 10 + 9), "pin")
    elif what == 2:
        decisions.add_rule(ActorRule("rename", text, value=text + "'"))
    elif what == 3:
        briefings.add(IssueDetails(title=text))
    elif what == 4 and found:
        briefings.add_section(found.id, SectionKind.TEXT, text, number)
    elif what == 5 and sections:
        briefings.add_item(sections[number % len(sections)].id, TextItem(text), number)
    elif what == 6 and items:
        briefings.move_item(items[number % len(items)].id, sections[0].id, number)
    elif what == 7 and found and number == 0:
        briefings.remove(found.id)
    elif what == 8 and items:
        briefings.set_content(items[-1].id, TextItem(text))


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS)
def test_any_row_of_steps_can_be_undone_and_redone(tmp_path_factory, acts):
    library = Library(tmp_path_factory.mktemp("undo") / "library.db")
    made = make_article()
    library.facts.add(made, make_analysis(made))
    states = [state(library)]
    for what, text, number in acts:
        with library.step("act"):
            act(library, made.id, what, text, number)
        now = state(library)
        if now != states[-1]:
            states.append(now)

    while library.undo():
        pass
    assert state(library) == states[0]
    while library.redo():
        pass
    assert state(library) == states[-1]
    while library.undo():
        pass
    assert state(library) == states[0]
    assert library.check() == []
    library.close()


@pytest.mark.parametrize("heading", ["cut\x00here", "it's \x00 \x00", "half \ud800 a pair"])
def test_a_heading_of_odd_characters_comes_back_whole(library, heading):
    with library.step("new"):
        briefing = library.briefings.add(IssueDetails(title=heading))
        section = library.briefings.add_section(briefing, SectionKind.ACTORS, heading, 0)
    before = state(library)
    with library.step("rename"):
        library.briefings.rename_section(section, "Other")
    with library.step("delete"):
        library.briefings.remove(briefing)

    library.undo()
    library.undo()

    assert state(library) == before
    assert library.briefings.get(briefing).details.title == heading


def test_a_step_that_fails_as_it_is_kept_leaves_the_library_usable(library, article):
    before = state(library)

    def orphan():
        with library.step("orphan"):
            library._connection.execute("PRAGMA defer_foreign_keys = ON")
            library.decisions.shelve("no such article")

    with pytest.raises(sqlite3.IntegrityError):
        orphan()

    assert state(library) == before
    with library.step("fix"):
        library.decisions.fix(article.id, "outlet", "Elsewhere")
    assert library.undo() == "fix"


def test_a_step_that_another_program_made_impossible_to_undo_is_said_and_passed_over(
    library, article, tmp_path
):
    with library.step("fix"):
        library.decisions.fix(article.id, "outlet", "Elsewhere")
    with library.step("take off"):
        library.decisions.take_off(article.id)
    other = Library(library.path)
    with other.step("import"):
        other.decisions.shelve(article.id)
    other.close()

    with pytest.raises(LibraryProblem, match="cannot be undone"):
        library.undo()

    assert library.undo() == "fix"


def test_a_full_disk_is_said_and_the_library_stays_usable(library, article):
    (pages,) = library._connection.execute("PRAGMA page_count").fetchone()
    library._connection.execute(f"PRAGMA max_page_count = {pages}")
    before = state(library)

    with pytest.raises(LibraryProblem, match="full"), library.step("write"):
        library.briefings.add(IssueDetails(title="long " * 100_000))

    library._connection.execute(f"PRAGMA max_page_count = {pages * 100}")
    assert state(library) == before
    assert library.undo() == "import article"


def test_a_full_disk_while_an_article_is_kept_is_said(library):
    made = make_article("Words " * 50_000)
    (pages,) = library._connection.execute("PRAGMA page_count").fetchone()

    def keep():
        with library.elsewhere() as view:
            view.facts._connection.execute(f"PRAGMA max_page_count = {pages}")
            view.facts.add(made, make_analysis(made))

    with pytest.raises(LibraryProblem, match="full"):
        keep()
