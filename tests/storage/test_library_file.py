"""The library's file: kept through a kill, refused when foreign or newer, copied daily."""

import sqlite3
import subprocess
import sys
from datetime import date, timedelta

import pytest
from making import make_analysis, make_article
from older_library import make_older

from briefer.model.actors import ActorKind
from briefer.model.briefing import IssueDetails
from briefer.model.errors import LibraryProblem
from briefer.services.ledger import Ledger
from briefer.services.library import Library, Wanted
from briefer.storage import backups, database

KILLED = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from briefer.services.ledger import Ledger
from briefer.services.library import Library
from making import make_analysis, make_article
library = Library(Path(sys.argv[1]))
made = make_article()
library.facts.add(made, make_analysis(made))
with library.step("import"):
    library.decisions.shelve(made.id)
with library.step("fix"):
    library.decisions.fix(made.id, "outlet", "Kept")
    if sys.argv[3] == "inside":
        os.kill(os.getpid(), signal.SIGKILL)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a Unix signal")
@pytest.mark.parametrize(("when", "outlet"), [("after", "Kept"), ("inside", "Black Sea Courier")])
def test_a_kill_loses_no_finished_step_and_keeps_no_half_one(tmp_path, request, when, outlet):
    path = tmp_path / "library.db"
    tests = str(request.config.rootpath / "tests")
    subprocess.run([sys.executable, "-c", KILLED, str(path), tests, when], check=False)

    library = Library(path)

    assert [card.outlet for card in library.cards()] == [outlet]
    assert library.check() == []
    library.close()


def test_a_newer_library_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "library.db"
    Library(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()

    with pytest.raises(LibraryProblem, match="newer"):
        database.connect(path)


def test_a_foreign_database_is_refused(tmp_path):
    path = tmp_path / "library.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE other (x)")
    connection.close()

    with pytest.raises(LibraryProblem, match="not a Briefer library"):
        database.connect(path)


def test_a_file_that_is_no_database_is_refused(tmp_path):
    path = tmp_path / "library.db"
    path.write_bytes(b"no database at all, only text" * 100)

    with pytest.raises(LibraryProblem, match="damaged"):
        database.connect(path)


def test_the_same_article_is_stored_once(library, article):
    again = make_article()

    assert library.facts.add(again, make_analysis(again)) is False
    assert len(library.cards()) == 1


@pytest.mark.parametrize(
    ("typed", "found"),
    [("varna", 1), ("VARNA strike", 1), ("var", 1), ("varna -strike", 0), ('"nine days"', 1),
     ('"days nine"', 0), ("courier", 1), ('"', 0), ("(", 0), ("NEAR(", 0), ("*", 0), ("zebra", 0)],
)  # fmt: skip
def test_search_finds_words_and_survives_odd_input(library, article, typed, found):
    assert len(library.cards(Wanted(search=typed))) == found


def test_the_list_shows_and_filters_by_corrected_fields(library, article):
    with library.step("fix"):
        library.decisions.fix(article.id, "outlet", "Elsewhere")

    assert library.cards(Wanted(outlet="Elsewhere"))[0].outlet == "Elsewhere"
    assert library.cards(Wanted(outlet="Black Sea Courier")) == []
    assert library.outlets() == ["Elsewhere"]


def test_daily_copies_are_thinned_to_days_and_mondays(library, tmp_path):
    folder, today = tmp_path / "backups", date(2026, 3, 20)
    for age in range(60, -1, -1):
        backups.save_daily(library._connection, folder, today - timedelta(days=age))

    kept = sorted(date.fromisoformat(path.stem) for path in folder.glob("*.db"))

    assert kept[-7:] == [today - timedelta(days=age) for age in range(6, -1, -1)]
    assert all(day.weekday() == 0 for day in kept[:-7])
    assert 3 <= len(kept[:-7]) <= 5


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("database is locked", "in use"),
        ("database or disk is full", "full"),
        ("disk I/O error", "has room"),
        ("attempt to write a readonly database", "rights"),
        ("database disk image is malformed", "damaged"),
    ],
)
def test_each_trouble_of_the_file_is_said_for_what_it_is(tmp_path, said, meant):
    found = database.problem(tmp_path / "library.db", sqlite3.OperationalError(said))

    assert meant in str(found)
    assert ("damaged" in str(found)) == (meant == "damaged")


def test_a_library_from_before_watched_places_is_migrated_after_a_copy(tmp_path):
    path = tmp_path / "library.db"
    library = Library(path)
    made = make_article()
    library.facts.add(made, make_analysis(made))
    with library.step("import"):
        library.decisions.shelve(made.id)
    library.close()
    make_older(path, 1)

    library = Library(path)

    assert len(library.cards()) == 1
    assert library.fresh == 0
    assert library.watched.add("folder", "/desk", 1) is not None
    assert library.check() == []
    library.close()
    assert list((tmp_path / "backups").glob("before-version-*.db"))


@pytest.mark.parametrize("version", [1, 2, 3, 4, 5, 6, 7, 8, 9])
def test_a_migrated_library_has_the_tables_of_a_new_one(tmp_path, version):
    def schema(path):
        with sqlite3.connect(path) as connection:
            rows = connection.execute(
                "SELECT m.name, c.name, c.type, c.'notnull', c.dflt_value, c.pk"
                " FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'"
            ).fetchall()
            rows += connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index'")
        connection.close()
        return sorted(map(repr, rows))

    Library(tmp_path / "new.db").close()
    Library(tmp_path / "old.db").close()
    make_older(tmp_path / "old.db", version)
    Library(tmp_path / "old.db").close()

    assert schema(tmp_path / "old.db") == schema(tmp_path / "new.db")


def test_rules_of_an_older_library_name_persons_as_the_engines_do_now(tmp_path):
    path = tmp_path / "library.db"
    library = Library(path)
    ledger = Ledger(library)
    ledger.watch("person:владимир путин", wanted=True)
    ledger.merge("person:владимир путин", "person:vladimir putin", "Vladimir Putin")
    library.close()
    make_older(path, 7)

    library = Library(path)

    rules = Ledger(library).rules
    assert [(rule.rule, rule.actor) for rule in rules] == [("watch", "person:vladimir putin")]
    library.close()


def test_actors_that_were_added_before_stay_where_they_were_found(tmp_path, article):
    path = tmp_path / "library.db"
    library = Library(path)
    library.facts.add(article, make_analysis(article))
    with library.step("import"):
        library.decisions.shelve(article.id)
    ledger = Ledger(library)
    key = ledger.add("ministry", "Ministry", ActorKind.ORGANISATION)
    before = library.actor_index.all()
    library.close()
    make_older(path, 9)

    library = Library(path)

    assert library.actor_index.all() == before
    assert key in {row.key for row in before}
    Ledger(library).forget([rule for rule in Ledger(library).rules if rule.rule == "add"])
    assert key not in {row.key for row in library.actor_index.all()}
    library.close()


def test_briefings_of_an_older_library_get_an_identity(tmp_path):
    path = tmp_path / "library.db"
    library = Library(path)
    with library.step("new"):
        first, second = (library.briefings.add(IssueDetails(title=name)) for name in "ab")
    library.close()
    make_older(path, 8)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE briefings SET details = json_remove(details, '$.uid')")
    connection.close()

    library = Library(path)

    uids = {library.briefings.get(key).details.uid for key in (first, second)}
    assert len(uids) == 2
    assert all(len(uid) == 32 for uid in uids)
    assert [library.briefings.get(key).details.title for key in (first, second)] == ["a", "b"]
    library.close()
