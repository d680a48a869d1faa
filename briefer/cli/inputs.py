"""INPUT arguments to articles: files, folders, standard input and addresses."""

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefer.cli import say
from briefer.model.article import Article
from briefer.model.errors import BrieferError, UnreadableFile
from briefer.model.plain import from_plain
from briefer.services.folders import files_in
from briefer.services.workers import Crew


@dataclass
class Failures:
    """The inputs that failed, each said on standard error when it happened."""

    count: int = 0
    names: list[str] = field(default_factory=list)

    def add(self, name: str, error: BrieferError) -> None:
        """Say what is wrong with `name` and what to do."""
        self.count += 1
        self.names.append(name)
        say(error, name)

    @property
    def status(self) -> int:
        """The exit status: 1 if anything failed."""
        return 1 if self.count else 0


def articles(inputs: Sequence[str], failures: Failures) -> Iterator[Article]:
    """The articles of all inputs, in order; what cannot be read goes to `failures`.

    Files are read in worker processes with limits on time and memory. `Article.origin` is the
    input's path or address as given (for a folder: the path of the file in it).
    """
    crew = Crew()
    try:
        for payload, answer in crew.each("read", _requests(inputs, failures)):
            if isinstance(answer, BrieferError):
                failures.add(payload["name"], answer)
                continue
            for plain in answer["articles"]:
                yield from_plain(Article, plain)
            if payload.get("temporary"):
                os.unlink(payload["path"])  # noqa: PTH108
    finally:
        crew.close()


def _requests(inputs: Sequence[str], failures: Failures) -> Iterator[dict[str, Any]]:
    for name in inputs:
        try:
            if name == "-":
                yield _kept(sys.stdin.buffer.read(), "-", ".txt")
            elif name.startswith(("http://", "https://")):
                from briefer.services.fetching import fetch

                yield _kept(fetch(name), name, ".html")
            else:
                for path in files_in(Path(name)):
                    yield {"path": str(path), "origin": str(path), "name": str(path)}
        except BrieferError as error:
            failures.add(name, error)


def _kept(content: bytes, origin: str, suffix: str) -> dict[str, Any]:
    """Content that is no file yet goes through a temporary one, so that all is read one way."""
    if not content.strip():
        raise UnreadableFile("There is nothing to read.", hint="Send some text.")
    with tempfile.NamedTemporaryFile(suffix=suffix, delete=False) as file:
        file.write(content)
    return {"path": file.name, "origin": origin, "name": origin, "temporary": True}
