"""All that an author of an importer, summarizer, actor engine or exporter needs."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from briefer.model.actors import Findings
from briefer.model.article import Article
from briefer.model.document import Document
from briefer.model.errors import UnreadablePart
from briefer.model.summary import Scores
from briefer.model.text import Sentence


class Progress(Protocol):
    """How long work reports and is asked to stop."""

    def step(self, done: int, total: int, label: str) -> None:
        """Say that `done` of `total` steps are done and what `label` is under way.

        Raises Cancelled when the user asked to stop; work must let it through.
        """


class Silent:
    """A Progress nobody looks at."""

    def step(self, done: int, total: int, label: str) -> None:
        """Report nothing."""


class Importer(Protocol):
    """Reads one kind of file."""

    name: str
    suffixes: frozenset[str]

    def claims(self, head: bytes, path: Path) -> float:
        """How sure (0 to 1) this importer is that it reads the file, from its first 8 KiB and name."""

    def read(self, path: Path, progress: Progress) -> Iterator[Article | UnreadablePart]:
        """The articles in the file, one after the other; in place of one that cannot be read, why.

        Raises UnreadableFile where nothing (more) can be read.
        """


def choose(importers: Iterable[Importer], head: bytes, path: Path) -> Importer | None:
    """Whichever importer claims the file most surely, the first of equals; None if none does."""
    claim, importer = max(
        ((importer.claims(head, path), importer) for importer in importers),
        key=lambda pair: pair[0],
    )
    return importer if claim > 0 else None


class Summarizer(Protocol):
    """Scores sentences; choosing (length, pins, exclusions) is done once for all methods."""

    name: str
    label: str

    def score(
        self, sentences: Sequence[str], *, language: str, title: str = "", focus: str = ""
    ) -> Scores:
        """A score from 0 to 1 for each sentence, in order; never NaN, never fewer than given."""


class ActorEngine(Protocol):
    """Finds actors and quotes in one text."""

    name: str

    def find(
        self, text: str, sentences: Sequence[Sentence], *, language: str, title: str = ""
    ) -> Findings:
        """Actors and quotes of `text`. `title` serves as evidence only: all spans count in `text`."""


class Exporter(Protocol):
    """Writes a composed document in one format."""

    name: str
    suffix: str

    def write(self, document: Document, path: Path, /) -> Sequence[str]:
        """Write the document to `path`, which does not exist yet; what the user must be told.

        Each note is a full sentence (characters no font has). Raises ExportFailed or OSError.
        """

    def verify(self, document: Document, path: Path, /) -> None:
        """Open the written file with another reader and check it. Raises ExportFailed."""
