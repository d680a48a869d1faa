"""Makes analyses of an older version anew, one after the other, while nobody waits for it."""

from PySide6.QtCore import QObject, QTimer, Signal

from briefer.model.analysis import Analysis
from briefer.model.article import ArticleId
from briefer.model.errors import BrieferError
from briefer.services.renewing import Renewing
from briefer.ui.jobs import Job, Jobs

# The window is to be there first (milliseconds).
_LATER_MS = 3_000


class Renewal(QObject):
    """Says which article is about to be renewed, and which was."""

    beginning = Signal(str)
    renewed = Signal(str)

    def __init__(self, renewing: Renewing, jobs: Jobs) -> None:
        super().__init__()
        self._renewing, self._jobs = renewing, jobs
        self._left: list[ArticleId] = []
        self._job: Job | None = None
        self._timer = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._timer.timeout.connect(self.begin)

    def begin_later(self) -> None:
        """Begin once the window has come to rest."""
        self._timer.start()

    def begin(self) -> None:
        """Renew all that is of an older version."""
        self._timer.stop()
        if self._job is None:
            self._left = self._renewing.waiting()
            self._next()

    def begin_anew(self) -> None:
        """Begin with all that is outdated now, whatever is under way."""
        self.stop()
        self.begin()

    def stop(self) -> None:
        """Begin no other; one under way is given up."""
        self._timer.stop()
        self._left = []
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _next(self) -> None:
        self._job = None
        if self._left:
            article = self._left.pop(0)
            self._job = self._jobs.start(
                lambda progress: self._renewing.analyse(article, progress),
                self._keep,
                # A library that is held by another program just now is tried again at the next start.
                lambda _: self._next(),
            )

    def _keep(self, analysis: Analysis | None) -> None:
        if self._job is None:
            # It was stopped while this was on its way.
            return
        if analysis is not None:
            self.beginning.emit(analysis.article)
            try:
                is_kept = self._renewing.keep(analysis)
            except BrieferError:
                is_kept = False
            if is_kept:
                self.renewed.emit(analysis.article)
        self._next()
