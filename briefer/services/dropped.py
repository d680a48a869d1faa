"""What was dropped or pasted as tasks for the workers: listed, and fetched, off who reads them."""

import queue
import re
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, TypeAlias
from urllib.parse import urlsplit

from briefer.model.errors import BrieferError, UnreadableFile
from briefer.services.folders import files_in
from briefer.text.cleaning import decode
from briefer.text.links import address_in

# How long a task is waited for at once (seconds).
_IDLE = 0.2
_SUFFIX = re.compile(r"\.[a-z0-9]{1,5}", re.IGNORECASE)
_PAGE_MARKS = (b"<!doctype html", b"<html", b"<head", b"<body")
# A feed's entries hold pages, but it is none.
_FEED_MARKS = (b"<rss", b"<feed", b"<rdf:rdf")

Task: TypeAlias = dict[str, Any]


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


Dropped: TypeAlias = Path | str | Paste | Sent


class Tasks:
    """The tasks of what was dropped, found by a thread while the first are done already.

    Used in a `with`: what addresses answered lies in files until its end. Iterating raises what
    the thread did not expect.
    """

    def __init__(self, inputs: Sequence[Dropped], idle: Callable[[], None]) -> None:
        """`idle` is called a few times a second while the next task is waited for; it may raise."""
        self._inputs, self._idle = inputs, idle
        self._found: queue.SimpleQueue[Task | BaseException | None] = queue.SimpleQueue()
        self._is_stopped = threading.Event()
        self._thread = threading.Thread(target=self._find, daemon=True)
        self._folder = tempfile.TemporaryDirectory(prefix="briefer-", ignore_cleanup_errors=True)
        # How many were found so far, and (name, error) of what is no task.
        self.count = 0
        self.failures: list[tuple[str, BrieferError]] = []

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        # A fetch under way is left behind: it writes nothing that anyone waits for.
        self._is_stopped.set()
        self._folder.cleanup()

    def __iter__(self) -> Iterator[Task]:
        while True:
            try:
                found = self._found.get(timeout=_IDLE)
            except queue.Empty:
                # An address may take its time.
                self._idle()
                continue
            if found is None:
                return
            if isinstance(found, BaseException):
                raise found
            yield found

    def _find(self) -> None:
        try:
            for task in self._tasks():
                if self._is_stopped.is_set():
                    return
                self.count += 1
                self._found.put(task)
        # It is raised again where the tasks are taken.
        except BaseException as error:  # noqa: BLE001
            self._found.put(error)
        else:
            self._found.put(None)

    def _tasks(self) -> Iterator[Task]:
        for one in self._inputs:
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
                yield _reading(one.path, one.origin)
                continue
            # A link file that was dropped by itself is a dropped address; in folders it is a file.
            address = one if isinstance(one, str) else address_in(one) if one.is_file() else None
            try:
                if address is not None:
                    yield self._fetched(address)
                elif isinstance(one, Path):
                    for found in files_in(one):
                        if isinstance(found, UnreadableFile):
                            self.failures.append((found.name, found))
                            continue
                        yield {**_reading(found, ""), "name": str(found)}
            except BrieferError as error:
                self.failures.append((str(one), error))

    def _fetched(self, address: str) -> Task:
        """The task of what an address answers, whatever kind of file that is."""
        from briefer.services.fetching import fetch

        content = fetch(address)
        if not content.strip():
            raise UnreadableFile("The address answered with nothing.", name=address)
        if _is_page(content):
            return {"task": "paste", "html": decode(content), "url": address, "name": address}
        suffix = Path(urlsplit(address).path).suffix
        name = f"{self.count}{suffix if _SUFFIX.fullmatch(suffix) else '.txt'}"
        path = Path(self._folder.name) / name
        try:
            path.write_bytes(content)
        except OSError as error:
            raise UnreadableFile(
                f"What it answered could not be kept to be read ({error.strerror}).",
                name=address,
                hint="Make room on the disk for temporary files.",
            ) from error
        return {**_reading(path, address), "address": address}


def _is_page(content: bytes) -> bool:
    head = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:4096].lower()
    is_feed = any(mark in head[:1024] for mark in _FEED_MARKS)
    return head.startswith(b"<") and not is_feed and any(mark in head for mark in _PAGE_MARKS)


def _reading(path: Path, origin: str) -> Task:
    # A file may be a whole issue, or carry one: that is opened, not read as an article.
    return {"path": str(path), "origin": origin, "name": origin, "analyse": True, "issues": True}
