"""Looks at watched places when their time has come, one at a time, off the window's thread."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from briefer.model.errors import BrieferError
from briefer.model.places import Place, PlaceId
from briefer.services.watching import Look
from briefer.ui import wording

if TYPE_CHECKING:
    from briefer.ui.jobs import Job
    from briefer.ui.main_window import House

# How often it is asked which places are due (milliseconds). A file whose size has not changed for
# as long is complete.
_TICK_MS = 5_000


class Watch(QObject):
    """Off until there is a place. Says when a look has begun or ended."""

    changed = Signal()
    watched_named = Signal(str)

    def __init__(self, house: "House") -> None:
        super().__init__()
        self._house = house
        self._job: Job | None = None
        self._is_stopped = False
        self.under_way: PlaceId | None = None
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self.tick)

    def begin(self) -> None:
        """Watch from now on, if there is anything to watch."""
        if self._house.watching.places:
            self._timer.start()
            self.tick()

    def stop(self) -> None:
        """Watch no longer; a look under way is given up."""
        self._timer.stop()
        self._is_stopped = True
        if self._job is not None:
            self._job.cancel()

    def tick(self) -> None:
        """Look at the next place that is due."""
        if self._job is None:
            due = self._house.watching.due(datetime.now(UTC))
            if due:
                self.look(due[0])

    def look(self, place: Place) -> None:
        """Look at a place now, unless another look is under way."""
        if self._job is not None or self._is_stopped:
            return
        watching = self._house.watching
        self.under_way = place.id
        self._job = self._house.jobs.start(
            lambda progress: watching.look(place, progress),
            self._settle,
            lambda error: self._failed(place, error),
        )
        self._job.ended.connect(self._ended)
        self.changed.emit()

    def _settle(self, look: Look) -> None:
        # The library may be closed by now; what came is found again at the next start.
        if not self._is_stopped:
            house = self._house
            came = [
                key
                for one in look.brought
                for key in one.articles
                if not house.library.watched.brought(key)
            ]
            count = house.watching.settle(look)
            named = wording.watched(house.ledger.watched_in(came)) if count else ""
            if named:
                self.watched_named.emit(f"{wording.count(count, 'new article')} came in. {named}")

    def _failed(self, place: Place, error: Exception) -> None:
        """The place says so itself; what nobody expected goes on to the crash report."""
        said = str(error) if isinstance(error, BrieferError) else "Looking at it failed."
        self._settle(Look(place, trouble=said, has_failed=True))
        if not isinstance(error, BrieferError):
            raise error

    def _ended(self) -> None:
        self._job = self.under_way = None
        if not self._is_stopped:
            self.changed.emit()
