"""The library: open it, change it in labelled steps, hear what changed."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from briefer.model.article import Article, ArticleId
from briefer.model.errors import LibraryProblem
from briefer.storage import backups, catalogue, database
from briefer.storage.actor_index import ActorIndex
from briefer.storage.briefings import Briefings
from briefer.storage.catalogue import Card, Wanted, place
from briefer.storage.copy_rulings import CopyRulings
from briefer.storage.decisions import Decisions
from briefer.storage.facts import Facts
from briefer.storage.likenesses import Likenesses
from briefer.storage.story_rulings import StoryRulings
from briefer.storage.summary_wishes import SummaryWishes
from briefer.storage.undo_log import Changes, UndoLog
from briefer.storage.versions import Version, Versions
from briefer.storage.watched import Watched

# What the window may name without knowing the storage below.
__all__ = ["Card", "Changes", "Library", "LibraryView", "Version", "Wanted", "place"]

Listener = Callable[[Changes], None]


class LibraryView:
    """What stands in a library, read through one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """`connection` comes from `database.connect`."""
        self.facts = Facts(connection)
        self.decisions = Decisions(connection)
        self.briefings = Briefings(connection)
        self.watched = Watched(connection)
        self.likenesses = Likenesses(connection)
        self.actor_index = ActorIndex(connection)
        self.copy_rulings = CopyRulings(connection)
        self.story_rulings = StoryRulings(connection)
        self.wishes = SummaryWishes(connection)
        self.versions = Versions(connection)
        self._seen_through = connection

    def together(self) -> contextlib.AbstractContextManager[None]:
        """Keep all that is kept inside, or nothing of it."""
        return database.together(self._seen_through)

    def known(self, articles: Iterable[ArticleId]) -> list[Card]:
        """The cards of these articles, as far as they are on the shelf."""
        return catalogue.known(self._seen_through, articles)

    def shelved(self) -> list[ArticleId]:
        """The articles on the shelf in the order they came."""
        return catalogue.shelved(self._seen_through)

    def article(self, article: ArticleId) -> Article | None:
        """The article with the user's corrections of its source in force."""
        found = self.facts.article(article)
        if found is None:
            return None
        fixes = self.decisions.fixes(article)
        return found.corrected(fixes) if fixes else found


class Library(LibraryView):
    """One open library. Belongs to the thread that opened it; other threads read `elsewhere`."""

    def __init__(self, path: Path, *, patience: int = database.PATIENCE) -> None:
        """Open or create the library at `path`; a step waits so long for other programs
        (milliseconds). Raises LibraryProblem."""
        self.path = path
        self._connection = database.connect(path, patience)
        # Who imports writes its pages back to the file; a window would wait for the disk.
        self._connection.execute("PRAGMA wal_autocheckpoint = 10000")
        self._log = UndoLog(self._connection)
        self._listeners: list[Listener] = []
        self._deep = False
        super().__init__(self._connection)

    def close(self) -> None:
        """Close the file; nothing is unsaved, ever."""
        self._listeners.clear()
        self._connection.close()

    def subscribe(self, listener: Listener) -> None:
        """Call `listener` after each step, undo and redo."""
        self._listeners.append(listener)

    @contextlib.contextmanager
    def step(
        self, label: str, join: str | None = None, *, is_apart: bool = False, settled: bool = False
    ) -> Iterator[None]:
        """One undoable step: all decisions made inside, or none if it fails.

        `label` reads after "Undo" ("pin sentence"). Neighbouring steps with the same `join` are
        undone together; with `is_apart` also those that others stand between, as long as they
        touch other things. A step inside a step belongs to the outer one. A `settled` step is none
        of the user's: it can't be undone, and stands in the way of no other.
        """
        if self._deep:
            yield
            return
        with self._told():
            self._log.begin()
            self._deep = True
            try:
                yield
            except BaseException:
                self._log.rollback()
                raise
            else:
                changes = self._log.commit(label, join, is_apart=is_apart, settled=settled)
            finally:
                self._deep = False
        self._tell(changes)

    def mark_opened(self, article: ArticleId) -> None:
        """The article has been read. Not worth a complaint when it cannot be kept."""
        with contextlib.suppress(sqlite3.OperationalError):
            self.facts.mark_opened(article)

    def settle(self) -> None:
        """What was done last was no decision of the user: undo passes it by."""
        self._log.settle()

    def undo(self) -> str | None:
        """Take back the last step; its label, or None when there is none.

        Raises LibraryProblem.
        """
        return self._move(self._log.undo)

    def redo(self) -> str | None:
        """Do the last undone step again; its label, or None when there is none."""
        return self._move(self._log.redo)

    @property
    def undo_label(self) -> str | None:
        """What undo would take back."""
        return self._log.undo_label

    @property
    def redo_label(self) -> str | None:
        """What redo would do again."""
        return self._log.redo_label

    @property
    def history(self) -> list[str]:
        """The steps that can be undone, oldest first."""
        return self._log.labels

    @contextlib.contextmanager
    def elsewhere(self) -> Iterator[LibraryView]:
        """The library for another thread, through a connection of its own; decisions can't be
        made there."""
        connection = database.connect(self.path)
        try:
            with self._told():
                yield LibraryView(connection)
        finally:
            connection.close()

    def cards(
        self, wanted: Wanted | None = None, among: Iterable[ArticleId] | None = None
    ) -> list[Card]:
        """The articles on the shelf as the list shows them; of those `among` these, if given."""
        with self._told():
            return catalogue.cards(self._connection, wanted or Wanted(), among)

    def used(self) -> dict[ArticleId, int]:
        """In how many briefings each article is used that is used in any."""
        return catalogue.used(self._connection)

    def outlets(self) -> list[str]:
        """The outlets on the shelf."""
        return catalogue.outlets(self._connection)

    def naming_watched(self) -> set[ArticleId]:
        """The articles on the shelf that name a watched actor."""
        with self._told():
            return {article for article, _ in self.actor_index.watched()}

    @property
    def is_empty(self) -> bool:
        """Whether nothing is on the shelf."""
        return catalogue.is_empty(self._connection)

    @property
    def fresh(self) -> int:
        """How many articles the New shelf holds."""
        return catalogue.fresh(self._connection)

    def languages(self) -> list[str]:
        """The language codes on the shelf."""
        return catalogue.languages(self._connection)

    def check(self) -> list[str]:
        """What is wrong with the file; empty when it is sound."""
        with self._told():
            return database.check(self._connection)

    def back_up(self, folder: Path, name: str = "") -> Path:
        """A copy of the library in the folder; by default named after today.

        Raises LibraryProblem.
        """
        with self._told():
            try:
                return backups.save(self._connection, folder, name or date.today().isoformat())  # noqa: DTZ011 - the user's own day
            except OSError as error:
                raise LibraryProblem(
                    f"The copy could not be written ({error.strerror}).",
                    name=str(folder),
                    hint="Choose another folder, or free some space.",
                ) from error

    def save_daily(self, folder: Path, today: date) -> None:
        """Keep today's copy of the library, if there is none yet; a failure is no harm now."""
        with contextlib.suppress(OSError, sqlite3.DatabaseError):
            backups.save_daily(self._connection, folder, today)

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        # Those are mistakes of a program, not of the file: they belong in the crash report.
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
            raise
        except sqlite3.DatabaseError as error:
            raise database.problem(self.path, error) from error

    def _move(self, move: Callable[[], Changes | None]) -> str | None:
        try:
            with self._told():
                changes = move()
        except sqlite3.IntegrityError as error:
            raise LibraryProblem(
                "This step cannot be undone or redone.",
                hint="Another program changed the same in the library; the other steps stay.",
            ) from error
        return self._tell(changes)

    def _tell(self, changes: Changes | None) -> str | None:
        if changes is None:
            return None
        if changes.touched:
            for listener in tuple(self._listeners):
                listener(changes)
        return changes.label
