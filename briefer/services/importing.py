"""Dropped paths, pastes and addresses to articles on the shelf, with a report on each failure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefer.model.analysis import Analysis
from briefer.model.article import Article, ArticleId
from briefer.model.errors import BrieferError, UnreadableFile, UnreadablePart
from briefer.model.plain import from_plain, to_plain
from briefer.plugins import Progress
from briefer.services.duplicates import keep
from briefer.services.folders import files_in
from briefer.services.library import Library, LibraryView
from briefer.services.reviewing import Cut, Found
from briefer.services.workers import Crew
from briefer.text.cleaning import decode
from briefer.text.links import address_in

Arrived = Callable[[ArticleId], None]


@dataclass
class ImportReport:
    """What became of one import: articles in the order read, those that were there already, and
    (name, error) of what could not be read; `texts` are the independent ones, where that is known."""

    articles: list[ArticleId] = field(default_factory=list)
    texts: int | None = None
    known: int = 0
    failures: list[tuple[str, BrieferError]] = field(default_factory=list)
    stopped: bool = False

    @property
    def sentence(self) -> str:
        """The report in one sentence."""
        read = len(self.articles)
        parts = [f"{read} article{'' if read == 1 else 's'} imported"]
        if self.texts is not None and self.texts < len(set(self.articles)):
            parts.append(f"{self.texts} independent text{'' if self.texts == 1 else 's'}")
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


@dataclass(frozen=True)
class Sent:
    """A file that only holds what came without one; `origin` is what its articles come from."""

    path: Path
    origin: str


class Importing:
    """Brings articles in. Runs in a thread of its own; the shelf is filled by who owns the library."""

    def __init__(self, library: Library, crew: Crew) -> None:
        """`crew` reads files in other processes."""
        self._library = library
        self._crew = crew

    def bring_in(
        self,
        inputs: Sequence[Path | str | Paste | Sent],
        progress: Progress,
        arrived: Arrived | None = None,
        held: Callable[[Found], None] | None = None,
    ) -> ImportReport:
        """Read everything and keep it as facts; nothing is on the shelf yet.

        `inputs` are files, folders, addresses, pastes and what was sent. `arrived(article id)` is called
        for each article once it is safe on disk. With `held`, articles of news databases' exports are not
        kept but given to it, to be looked through; a file of a single article has no cuts to look
        at. Cancelling keeps what is done and marks the report stopped.
        """
        report = ImportReport()
        requests = list(self._requests(inputs, report))
        total = len(requests)
        with self._library.elsewhere() as view:
            arrivals = _Arrivals(view, report, arrived, held)
            done, last = -1, None
            try:
                for payload, answer in self._crew.each("read", requests):
                    # A file of many articles answers once for each.
                    if payload is not last:
                        done, last = done + 1, payload
                        arrivals.end_of_file()
                    progress.step(done, total, _under_way(payload, arrivals.of_this_file))
                    for found in _found(payload, answer):
                        arrivals.take(found, is_export=payload.get("is_export", False))
            finally:
                arrivals.end_of_file()
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
            for number, cut in enumerate(cuts):
                progress.step(number, len(cuts), cut.source.title or Path(cut.file).name)
                article, analysis = cut.article, cut.analysis
                try:
                    if analysis is None:
                        analysis = self._analysed(article, progress)
                except UnreadableFile as error:
                    report.failures.append((article.heading, error))
                    continue
                _keep(view, Found(cut.file, article, analysis), report, arrived)
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
        return from_plain(Analysis, answer["analysis"])

    def _requests(
        self, inputs: Sequence[Path | str | Paste | Sent], report: ImportReport
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
            if isinstance(one, Sent):
                path, origin = str(one.path), one.origin
                yield {"path": path, "origin": origin, "name": origin, "analyse": True}
                continue
            # A link file that was dropped by itself is a dropped address; in folders it is a file.
            address = one if isinstance(one, str) else address_in(one) if one.is_file() else None
            try:
                if address is not None:
                    from briefer.services.fetching import fetch

                    page = decode(fetch(address))
                    yield {"task": "paste", "html": page, "url": address, "name": address}
                elif isinstance(one, Path):
                    for found in files_in(one):
                        if isinstance(found, UnreadableFile):
                            report.failures.append((found.name, found))
                            continue
                        yield {"path": str(found), "name": str(found), "analyse": True}
            except BrieferError as error:
                report.failures.append((str(one), error))


class _Arrivals:
    """Keeps what is read, or holds it back until it is known whether a file gives several."""

    def __init__(
        self,
        view: LibraryView,
        report: ImportReport,
        arrived: Arrived | None,
        held: Callable[[Found], None] | None,
    ) -> None:
        self._view, self._report = view, report
        self._arrived, self._held = arrived, held
        self._waiting: list[Found] = []
        self.of_this_file = 0

    def take(self, found: Found, *, is_export: bool) -> None:
        """One more article, or why there is none."""
        self.of_this_file += isinstance(found.what, Article)
        if is_export and self._held is not None:
            self._waiting.append(found)
        else:
            _keep(self._view, found, self._report, self._arrived)

    def end_of_file(self) -> None:
        """The file has told all it will."""
        self.of_this_file = 0
        waiting, self._waiting = self._waiting, []
        for found in waiting:
            if len(waiting) > 1 and self._held is not None:
                self._held(found)
            else:
                _keep(self._view, found, self._report, self._arrived)


def _found(payload: dict[str, Any], answer: dict[str, Any] | BrieferError) -> Iterator[Found]:
    """What a worker's answer tells; the payload learns whether it is an export."""
    name = str(payload["name"])
    if isinstance(answer, BrieferError):
        yield Found(name, answer)
        return
    payload["is_export"] = answer.get("is_export", False)
    for missed in answer["missed"]:
        yield Found(name, UnreadablePart(**missed))
    for plain, found in zip(answer["articles"], answer["analyses"], strict=True):
        yield Found(name, from_plain(Article, plain), from_plain(Analysis, found))


def _keep(view: LibraryView, found: Found, report: ImportReport, arrived: Arrived | None) -> None:
    """Keep an article as a fact, or note in the report why there is none."""
    if isinstance(found.what, BrieferError):
        named = found.what.name if isinstance(found.what, UnreadablePart) else found.file
        report.failures.append((named, found.what))
        return
    assert found.analysis is not None
    report.known += not keep(view, found.what, found.analysis)
    report.articles.append(found.what.id)
    if arrived is not None:
        arrived(found.what.id)


def _under_way(payload: dict[str, Any], articles: int) -> str:
    """What is being read, and how many articles of it are in where it holds several."""
    name = Path(str(payload["name"])).name
    return f"{name}: {articles} articles" if articles > 1 else name
