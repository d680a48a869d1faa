"""Shows what an export holds before it is kept, and keeps it as the person left it."""

from typing import TYPE_CHECKING
from uuid import uuid4

from briefer.model.article import ArticleId
from briefer.model.errors import BrieferError
from briefer.services.importing import ImportReport
from briefer.services.reviewing import Found, Review
from briefer.ui import wording

if TYPE_CHECKING:
    from briefer.ui.bringing_in import BringingIn
    from briefer.ui.dialogs.import_review import ImportReview
    from briefer.ui.main_window import MainWindow


class Reviewing:
    """From the articles of an export to a decision of the person."""

    def __init__(self, window: "MainWindow", bringing_in: "BringingIn") -> None:
        self._window = window
        self._bringing_in = bringing_in
        self.open: ImportReview | None = None

    def show(self, found: list[Found]) -> None:
        """Ask what to keep, without stopping the rest of the window's work."""
        from briefer.ui.dialogs.import_review import ImportReview

        review = Review(found)
        if not review.cuts:
            failures = [(row.place, row.problem) for row in review.missed]
            self._bringing_in.say(ImportReport(failures=failures))
            return
        shown = self.open = ImportReview(review, self._window)
        shown.accepted.connect(lambda: self._keep(review))
        shown.rejected.connect(lambda: self._leave(review))
        shown.finished.connect(shown.deleteLater)
        shown.open()

    def _leave(self, review: Review) -> None:
        self.open = None
        text = f"{wording.count(len(review.cuts), 'article')} left out; nothing was imported."
        self._window.notice.say(text)

    def _keep(self, review: Review) -> None:
        self.open = None
        wanted, arrived = review.wanted, list[ArticleId]()
        reports, problems = list[ImportReport](), list[Exception]()
        notice, house = self._window.notice, self._window.house
        back = lambda key: house.jobs.back(lambda: arrived.append(key))  # noqa: E731
        job = house.jobs.start(
            lambda progress: house.importing.keep(wanted, progress, back),
            reports.append,
            problems.append,
        )
        notice.progress(0, 0, "", job.cancel)
        job.progressed.connect(lambda d, t, name: notice.progress(d, t, name, job.cancel))
        # One that was stopped or failed tells nothing, yet what it kept is to be seen.
        stopped = ImportReport(arrived, stopped=True)
        job.ended.connect(lambda: self._ended(review, (reports or [stopped])[0], problems))

    def _ended(self, review: Review, report: ImportReport, problems: list[Exception]) -> None:
        fixes = {cut.article.id: cut.start.fixes for cut in review.wanted if cut.start.fixes}
        importing = self._window.house.importing
        try:
            importing.shelve(report.articles, "import articles", uuid4().hex, fixes)
        except BrieferError as error:
            self._window.notice.error(error)
            return
        if problems:
            self._window.failed(problems[0])
            return
        if report.stopped:
            self._window.notice.say("Import stopped. What was read is kept.")
            return
        report.failures += [(row.place, row.problem) for row in review.missed]
        self._bringing_in.say(report)
