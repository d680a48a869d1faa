"""Dropped paths, pastes and addresses to articles on the shelf, with a report on each failure."""

import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefer.model.analysis import Analysis, ToldAnalysis
from briefer.model.article import Article, ArticleId, article_id
from briefer.model.errors import BrieferError, Cancelled, UnreadableFile, UnreadablePart
from briefer.model.json_text import from_json
from briefer.model.plain import to_plain
from briefer.plugins import Progress
from briefer.services.arrivals import Arrivals, Arrived, ImportReport
from briefer.services.crew import Crew
from briefer.services.dropped import Dropped, Paste, Sent, Task, Tasks
from briefer.services.issue_arrivals import IssueArrivals
from briefer.services.issue_opening import CameIn
from briefer.services.library import Library
from briefer.services.reviewing import Cut, Found

# What the window and the command line may name without knowing the parts below.
__all__ = ["ImportReport", "Importing", "Paste", "Sent"]


class Importing:
    """Brings articles in. Runs in a thread of its own; the shelf is filled by who owns the library."""

    def __init__(self, library: Library, crew: Crew) -> None:
        """`crew` reads files in other processes."""
        self._library = library
        self._crew = crew
        # Held while the import writes: the window shelves when it is free, and never waits for it.
        self.writing = threading.Lock()

    def get_ready(self) -> None:
        """Load what reading needs, in other processes, before there is anything to read."""
        self._crew.get_ready()

    def bring_in(
        self,
        inputs: Sequence[Dropped],
        progress: Progress,
        arrived: Arrived | None = None,
        held: Callable[[Found], None] | None = None,
        came: Callable[[CameIn], None] | None = None,
    ) -> ImportReport:
        """Read everything and keep it as facts; nothing is on the shelf yet.

        `came` is called for each issue, which is to be opened by who owns the library.

        `inputs` are files, folders, addresses, pastes and what was sent. `arrived(article id)` is called
        for each article once it is safe on disk. With `held`, articles of news databases' exports are not
        kept but given to it, to be looked through; a file of a single article has no cuts to look
        at. Cancelling keeps what is done and marks the report stopped; it says how many files are left.
        """
        report = ImportReport()

        def idle() -> None:
            arrivals.keep_waiting()
            progress.step(0, 0, "")

        with self._library.elsewhere() as view, Tasks(inputs, idle) as tasks:
            arrivals = Arrivals(view, report, self.writing, arrived, held)
            issues = IssueArrivals(view, report, self.writing, came)
            done, answered, last = -1, 0, None
            try:
                for task, answer in self._crew.each("read", tasks, idle=idle):
                    # A file of many articles answers once for each.
                    if task is not last:
                        done, last = done + 1, task
                        arrivals.end_of_file()
                    progress.step(done, tasks.count, _under_way(task, arrivals.of_this_file))
                    if isinstance(answer, dict) and issues.takes(answer):
                        issues.take(task, answer)
                        continue
                    for found in _found(task, answer):
                        arrivals.take(found, is_export=task.get("is_export", False))
                    answered = done + 1
            except Cancelled:
                report.stopped, report.left = True, tasks.count - answered
            finally:
                arrivals.end_of_file()
                arrivals.keep_waiting()
            report.failures += tasks.failures
        return report

    def keep(
        self, cuts: Sequence[Cut], progress: Progress, arrived: Arrived | None = None
    ) -> ImportReport:
        """Keep articles as a person left them after looking through an export, as facts.

        What was cut anew is analysed anew. `arrived` as for `bring_in`; the corrections of sources
        are made when the articles are shelved.
        """
        report = ImportReport()
        with self._library.elsewhere() as view:
            arrivals = Arrivals(view, report, self.writing, arrived)
            for number, cut in enumerate(cuts):
                progress.step(number, len(cuts), cut.source.title or Path(cut.file).name)
                article, analysis = cut.article, cut.analysis
                try:
                    if analysis is None:
                        analysis = self._analysed(article, progress)
                except UnreadableFile as error:
                    report.failures.append((article.heading, error))
                    continue
                arrivals.take(Found(cut.file, article, analysis), is_export=False)
            arrivals.keep_waiting()
        return report

    def shelve(
        self,
        articles: Sequence[ArticleId],
        label: str,
        join: str,
        fixes: Mapping[ArticleId, Mapping[str, Any]] | None = None,
    ) -> None:
        """Put articles on the shelf, with corrections of their sources if there are any.

        Calls with the same `join` are one step, whatever else the user did between them.
        """
        with self._library.step(label, join, is_apart=True):
            for article in articles:
                self._library.decisions.shelve(article)
            for article, corrected in (fixes or {}).items():
                for name, value in corrected.items():
                    self._library.decisions.fix(article, name, value)

    def _analysed(self, article: Article, progress: Progress) -> Analysis:
        asked, name = {"article": to_plain(article)}, article.heading
        answer = self._crew.ask("analyse", asked, name=name, progress=progress)
        return from_json(Analysis, answer["analysis"])


def _found(task: Task, answer: dict[str, Any] | BrieferError) -> Iterator[Found]:
    """What a worker's answer tells; the task learns whether it is of an export."""
    name = str(task["name"])
    if isinstance(answer, BrieferError):
        yield Found(name, answer)
        return
    task["is_export"] = answer.get("is_export", False)
    for missed in answer["missed"]:
        yield Found(name, UnreadablePart(**missed))
    for text, told in zip(answer["articles"], answer["analyses"], strict=True):
        article = from_json(Article, text)
        if task.get("address") and article.source.url is None:
            article = _at_address(article, str(task["address"]))
        yield Found(name, article, ToldAnalysis(article.id, told))


def _at_address(article: Article, address: str) -> Article:
    """The article, which says nothing of where it is published, with the address it came from."""
    evidence = {**article.source.evidence, "url": "the address it came from"}
    source = replace(article.source, url=address, evidence=evidence)
    return replace(article, id=article_id(article.text, source), source=source)


def _under_way(task: Task, articles: int) -> str:
    """What is being read, and how many articles of it are in where it holds several."""
    name = os.path.basename(str(task["name"]))  # noqa: PTH119 - asked for each file of thousands
    return f"{name}: {articles} articles" if articles > 1 else name
