"""Issues as workers read them: articles one by one, then the briefing; kept once all of it is there."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from briefer.model.analysis import Analysis
from briefer.model.issue import Issue, IssueArticle
from briefer.model.json_text import from_json
from briefer.model.plain import from_plain
from briefer.services.arrivals import ImportReport
from briefer.services.issue_opening import CameIn, keep_articles
from briefer.services.library import LibraryView


class IssueArrivals:
    """Gathers what belongs to one issue."""

    def __init__(
        self,
        view: LibraryView,
        report: ImportReport,
        writing: AbstractContextManager[Any],
        came: Callable[[CameIn], None] | None,
    ) -> None:
        """`writing` is held while the library is written to; `came` is told of each issue."""
        self._view, self._report, self._writing, self._came = view, report, writing, came
        self._of: str = ""
        self._articles: list[tuple[IssueArticle, Analysis]] = []

    @staticmethod
    def takes(answer: dict[str, Any]) -> bool:
        """Whether a worker's answer is of an issue."""
        return "issue" in answer or "issue_article" in answer

    def take(self, task: dict[str, Any], answer: dict[str, Any]) -> None:
        """One article more, or the end of the issue."""
        if task["path"] != self._of:
            # The one before broke off.
            self._of, self._articles = task["path"], []
        if "issue_article" in answer:
            article = from_plain(IssueArticle, answer["issue_article"])
            self._articles.append((article, from_json(Analysis, answer["analysis"])))
            return
        issue = from_plain(Issue, answer["issue"])
        name = Path(task["name"]).name
        came = keep_articles(self._view, name, issue, self._articles, self._writing)
        self._of, self._articles = "", []
        self._report.issues += 1
        if self._came is not None:
            self._came(came)
