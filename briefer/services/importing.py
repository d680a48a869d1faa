"""Dropped paths, pastes and addresses to articles on the shelf, with a report on each failure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefer.model.analysis import Analysis
from briefer.model.article import Article, ArticleId
from briefer.model.errors import BrieferError, UnreadableFile, UnreadablePart
from briefer.model.plain import from_plain
from briefer.plugins import Progress
from briefer.services.folders import files_in
from briefer.services.library import Library
from briefer.services.workers import Crew
from briefer.text.links import address_in


@dataclass
class ImportReport:
    """What became of one import: articles in the order read, those that were there already, and
    (name, error) of what could not be read."""

    articles: list[ArticleId] = field(default_factory=list)
    known: int = 0
    failures: list[tuple[str, BrieferError]] = field(default_factory=list)
    stopped: bool = False

    @property
    def sentence(self) -> str:
        """The report in one sentence."""
        read = len(self.articles)
        parts = [f"{read} article{'' if read == 1 else 's'} imported"]
        if self.known:
            parts.append(f"{self.known} of them already in the library")
        if self.failures:
            parts.append(f"{len(self.failures)} could not be read")
        return ", ".join(parts) + "."


@dataclass(frozen=True)
class Paste:
    """What a clipboard or a browser's drag holds."""

    text: str = ""
    html: str = ""
    url: str = ""


class Importing:
    """Brings articles in. Runs in a thread of its own; the shelf is filled by who owns the library."""

    def __init__(self, library: Library, crew: Crew) -> None:
        """`crew` reads files in other processes."""
        self._library = library
        self._crew = crew

    def bring_in(
        self, inputs: Sequence[Path | str | Paste], progress: Progress, arrived: Any = None
    ) -> ImportReport:
        """Read everything and keep it as facts; nothing is on the shelf yet.

        `inputs` are files, folders, addresses and pastes. `arrived(article id)` is called for each
        article once it is safe on disk. Cancelling keeps what is done and marks the report stopped.
        """
        report = ImportReport()
        requests = list(self._requests(inputs, report))
        total = len(requests)
        with self._library.elsewhere() as view:
            facts = view.facts
            done, before, last = -1, 0, None
            for payload, answer in self._crew.each("read", requests):
                # A file of many articles answers once for each.
                if payload is not last:
                    done, last, before = done + 1, payload, len(report.articles)
                progress.step(done, total, _under_way(payload, len(report.articles) - before))
                if isinstance(answer, BrieferError):
                    report.failures.append((str(payload["name"]), answer))
                    continue
                for missed in answer["missed"]:
                    report.failures.append((missed["name"], UnreadablePart(**missed)))
                pairs = zip(answer["articles"], answer["analyses"], strict=True)
                for plain, found in pairs:
                    article = from_plain(Article, plain)
                    new = facts.add(article, from_plain(Analysis, found))
                    report.known += not new
                    report.articles.append(article.id)
                    if arrived is not None:
                        arrived(article.id)
        return report

    def shelve(self, articles: Sequence[ArticleId], label: str, join: str) -> None:
        """Put articles on the shelf; calls with the same `join` are one step."""
        with self._library.step(label, join):
            for article in articles:
                self._library.decisions.shelve(article)

    def _requests(
        self, inputs: Sequence[Path | str | Paste], report: ImportReport
    ) -> Iterator[dict[str, Any]]:
        for one in inputs:
            if isinstance(one, Paste):
                yield {
                    "task": "paste",
                    "text": one.text,
                    "html": one.html,
                    "url": one.url,
                    "name": one.url or "pasted text",
                }
                continue
            # A link file that was dropped by itself is a dropped address; in folders it is a file.
            address = one if isinstance(one, str) else address_in(one) if one.is_file() else None
            try:
                if address is not None:
                    from briefer.services.fetching import fetch

                    page = fetch(address).decode("utf-8", "replace")
                    yield {"task": "paste", "html": page, "url": address, "name": address}
                elif isinstance(one, Path):
                    for found in files_in(one):
                        if isinstance(found, UnreadableFile):
                            report.failures.append((found.name, found))
                            continue
                        yield {"path": str(found), "name": str(found), "analyse": True}
            except BrieferError as error:
                report.failures.append((str(one), error))


def _under_way(payload: dict[str, Any], articles: int) -> str:
    """What is being read, and how many articles of it are in where it holds several."""
    name = Path(str(payload["name"])).name
    return f"{name}: {articles} articles" if articles > 1 else name
