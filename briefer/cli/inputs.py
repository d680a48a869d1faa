"""INPUT arguments to articles: files, folders, standard input and addresses."""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefer.cli import say
from briefer.model.article import Article
from briefer.model.errors import BrieferError, UnreadableFile, UnreadablePart
from briefer.model.json_text import from_json
from briefer.services.crew import Crew
from briefer.services.folders import files_in
from briefer.text.links import SUFFIXES, address_in

# A file of more is refused; so standard input need not be read any further (bytes).
_MOST_BYTES = 60 << 20


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
        # What came without a file lies here meanwhile; it goes however the work ends.
        with tempfile.TemporaryDirectory(prefix="briefer-") as folder:
            for payload, answer in crew.each("read", _requests(inputs, failures, Path(folder))):
                if isinstance(answer, BrieferError):
                    failures.add(payload["name"], answer)
                    continue
                for missed in answer["missed"]:
                    failures.add(missed["name"], UnreadablePart(**missed))
                for text in answer["articles"]:
                    yield from_json(Article, text)
    finally:
        crew.close()


def standard_input(folder: Path) -> Path:
    """A file in `folder` that holds what standard input sends. Raises UnreadableFile."""
    return _kept(sys.stdin.buffer.read(_MOST_BYTES + 1), folder, ".txt")


def _requests(inputs: Sequence[str], failures: Failures, folder: Path) -> Iterator[dict[str, Any]]:
    for name in inputs:
        try:
            address = _address(name)
            if name == "-":
                yield _request(standard_input(folder), "-")
            elif address is not None:
                from briefer.services.fetching import fetch

                yield _request(_kept(fetch(address), folder, ".html"), address)
            else:
                for found in files_in(_path(name)):
                    if isinstance(found, UnreadableFile):
                        failures.add(found.name, found)
                        continue
                    yield {"path": str(found), "origin": str(found), "name": str(found)}
        except BrieferError as error:
            failures.add(name, error)


def _address(name: str) -> str | None:
    """The address that an input is or, as a link file, holds."""
    if name.startswith(("http://", "https://")):
        return name
    return address_in(Path(name)) if Path(name).suffix.lower() in SUFFIXES else None


def _path(name: str) -> Path:
    # Path("") would be the folder Briefer stands in.
    if not name:
        raise UnreadableFile("This input has no name.", hint="Name a file or a folder.")
    return Path(name)


def _request(path: Path, origin: str) -> dict[str, Any]:
    return {"path": str(path), "origin": origin, "name": origin}


def _kept(content: bytes, folder: Path, suffix: str) -> Path:
    """Content that is no file yet goes through a temporary one, so that all is read one way."""
    if not content.strip():
        raise UnreadableFile("There is nothing to read.", hint="Send some text.")
    try:
        with tempfile.NamedTemporaryFile(suffix=suffix, dir=folder, delete=False) as file:
            file.write(content)
    except OSError as error:
        raise UnreadableFile(
            f"This could not be kept to be read ({error.strerror}).",
            hint="Make room on the disk for temporary files.",
        ) from error
    return Path(file.name)
