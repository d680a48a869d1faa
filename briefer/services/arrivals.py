"""What an import has read: kept together in short transactions, told of, and counted."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from briefer.model.article import Article, ArticleId
from briefer.model.errors import BrieferError, UnreadablePart
from briefer.services.keeping import keep_all
from briefer.services.library import LibraryView
from briefer.services.reviewing import Found

# So many articles are written together, and so long the first of them waits (seconds): it costs half
# of what single ones do, and other writers wait some milliseconds.
_TOGETHER, _WAIT = 8, 0.2


Arrived = Callable[[ArticleId], None]


@dataclass
class ImportReport:
    """What became of one import: articles in the order read, those that were there already, and
    (name, error) of what could not be read; `texts` are the independent ones, where that is known,
    `left` the files that a stopped one has not read, and `issues` those that came in whole."""

    articles: list[ArticleId] = field(default_factory=list)
    texts: int | None = None
    known: int = 0
    failures: list[tuple[str, BrieferError]] = field(default_factory=list)
    stopped: bool = False
    left: int = 0
    issues: int = 0

    @property
    def sentence(self) -> str:
        """The report in one sentence."""
        new = len(self.articles) - self.known
        if self.issues and not (self.articles or self.failures or self.stopped):
            return f"{_counted(self.issues, 'issue')} read."
        parts = [_counted(new, "article") + " imported"] if new or not self.known else []
        if (
            new
            and not self.known
            and self.texts is not None
            and self.texts < len(set(self.articles))
        ):
            parts.append(_counted(self.texts, "independent text"))
        if self.known:
            were = "was" if self.known == 1 else "were"
            what = f"{self.known:,}" if parts else _counted(self.known, "article")
            parts.append(f"{what} {were} already here")
        if self.failures:
            parts.append(f"{len(self.failures):,} could not be read")
        said = ", ".join(parts) + "."
        if not self.stopped:
            return said
        left = f" {_counted(self.left, 'file')} {'was' if self.left == 1 else 'were'} left."
        return f"Stopped. {said}{left if self.left else ''}"


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


class Arrivals:
    """Keeps what is read, or holds it back until it is known whether a file gives several."""

    def __init__(
        self,
        view: LibraryView,
        report: ImportReport,
        writing: Lock,
        arrived: Arrived | None = None,
        held: Callable[[Found], None] | None = None,
    ) -> None:
        """`report` is filled; `writing` is held while the library is written to."""
        self._view, self._report, self._writing = view, report, writing
        self._arrived, self._held = arrived, held
        self._of_export: list[Found] = []
        self._waiting: list[Found] = []
        self._since = 0.0
        self.of_this_file = 0

    def take(self, found: Found, *, is_export: bool) -> None:
        """One more article, or why there is none."""
        self.of_this_file += isinstance(found.what, Article)
        if is_export and self._held is not None:
            self._of_export.append(found)
        else:
            self._take(found)

    def end_of_file(self) -> None:
        """The file has told all it will."""
        self.of_this_file = 0
        told, self._of_export = self._of_export, []
        for found in told:
            if len(told) > 1 and self._held is not None:
                self._held(found)
            else:
                self._take(found)

    def keep_waiting(self) -> None:
        """Keep all that was taken; only then is it told of."""
        waiting, self._waiting = self._waiting, []
        pairs = [
            (found.what, found.analysis)
            for found in waiting
            if isinstance(found.what, Article) and found.analysis is not None
        ]
        if not pairs:
            return
        added = keep_all(self._view, pairs, self._writing)
        self._report.known += len(added) - sum(added)
        for article, _ in pairs:
            self._report.articles.append(article.id)
            if self._arrived is not None:
                self._arrived(article.id)

    def _take(self, found: Found) -> None:
        if isinstance(found.what, BrieferError):
            named = found.what.name if isinstance(found.what, UnreadablePart) else found.file
            self._report.failures.append((named, found.what))
            return
        now = time.monotonic()
        if not self._waiting:
            self._since = now
        self._waiting.append(found)
        if len(self._waiting) >= _TOGETHER or now - self._since > _WAIT:
            self.keep_waiting()
