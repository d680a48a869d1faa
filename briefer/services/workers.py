"""Worker processes: reading, analysing and page making happen outside the window's process.

A worker is `briefer --worker`, kept between tasks. It speaks JSON lines, so that nothing a hostile
file does to it can run code here. A task that takes too long or too much memory costs that task
alone: the worker is ended and the next task gets a fresh one.
"""

import contextlib
import json
import queue
import subprocess
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import msgspec

from briefer.model import errors
from briefer.model.errors import BrieferError, UnreadableFile
from briefer.model.json_text import to_json
from briefer.plugins import Progress, Silent
from briefer.services.worker_start import started, worker_command
from briefer.text.name_models import SPACY

# One file may take this long before it is given up (seconds, wall clock).
FILE_LIMIT = 20.0
# The user's own model of names may take half a minute to load; whoever waits can stop.
LARGE_LIMIT = 90.0
# How often a waiting caller is asked whether it still wants the answer (seconds).
_POLL = 0.05
# A longer request (bytes) might fill the pipe, and who sends it ahead would wait for the worker.
_SHORT = 2_048
_FAMILIES = {
    name: kind
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, BrieferError) and kind is not errors.Cancelled
}

Plain = dict[str, Any]
_LEFT_AS_TOLD = frozenset({"articles", "analyses", "analysis"})


class Worker:
    """One worker process, started at its first task."""

    def __init__(self, command: Iterable[str] | None = None) -> None:
        """`command` replaces the usual worker (for tests)."""
        self._command = list(command or worker_command())
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._ahead: bytes | None = None
        # The actor engine that its tasks are done with; empty is the default.
        self.engine = ""

    def ask(
        self,
        task: str,
        payload: Mapping[str, Any],
        *,
        name: str = "",
        limit: float = FILE_LIMIT,
        progress: Progress | None = None,
    ) -> Plain:
        """The worker's answer to `task`; of several, the last.

        `name` is the file or thing that messages speak of, `limit` the seconds it may take.
        Raises the BrieferError the task raised, UnreadableFile when the worker ran out of time or
        memory, and Cancelled when `progress` says so.
        """
        answers = self.answers(task, payload, name=name, limit=limit, progress=progress)
        return list(answers)[-1]

    def answers(
        self,
        task: str,
        payload: Mapping[str, Any],
        *,
        name: str = "",
        limit: float = FILE_LIMIT,
        progress: Progress | None = None,
        sent: Callable[[], None] | None = None,
    ) -> Iterator[Plain]:
        """The worker's answers to `task`, each as soon as it is there.

        As `ask`, but `limit` are the seconds each answer may take. `sent` is called once the worker
        has its task, and may have another sent ahead.
        """
        line = self._asked(task, payload)
        whole = weary = False
        try:
            self._send(line, name)
            if sent is not None:
                sent()
            more = True
            while more:
                answer = self._answer(name, limit, progress or Silent())
                more = bool(answer.pop("more", False))
                weary = bool(answer.pop("weary", False))
                whole = not more
                yield answer
        except BaseException as error:
            whole = isinstance(error, BrieferError) and not isinstance(
                error, (_Lost, errors.Cancelled)
            )
            raise
        finally:
            if weary or not whole:
                self.close()

    def send_ahead(self, task: str, payload: Mapping[str, Any]) -> bool:
        """Have the worker begin with this as soon as it has done what it is at: it need not wait
        until its answer was heard.

        It must be asked for this next. False where that cannot be.
        """
        process, line = self._process, self._asked(task, payload)
        if self._ahead is not None or process is None or len(line) > _SHORT:
            return False
        assert process.stdin is not None
        with contextlib.suppress(OSError):
            process.stdin.write(line)
            process.stdin.flush()
            self._ahead = line
        return self._ahead is not None

    def close(self) -> None:
        """End the process; a later task starts a new one."""
        process, self._process, self._ahead = self._process, None, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        process.wait()

    def _asked(self, task: str, payload: Mapping[str, Any]) -> bytes:
        engine = {"engine": self.engine} if self.engine else {}
        return json.dumps({**engine, **payload, "task": task}).encode() + b"\n"

    def _send(self, line: bytes, name: str) -> None:
        if self._ahead is not None:
            # Should the process have ended since, it was this task that ended it.
            assert self._ahead == line
            self._ahead = None
            return
        process = self._running()
        assert process.stdin is not None
        try:
            process.stdin.write(line)
            process.stdin.flush()
        # A ValueError where it was closed meanwhile.
        except (OSError, ValueError) as error:
            raise _Lost("The program that reads files stopped.", name=name) from error

    def _answer(self, name: str, limit: float, progress: Progress) -> Plain:
        answer = _heard(self._wait(name, limit, progress))
        if "error" in answer:
            family = _FAMILIES.get(answer["error"].get("family"), UnreadableFile)
            raise family(
                answer["error"]["what"],
                name=answer["error"].get("name") or name,
                hint=answer["error"].get("hint", ""),
            )
        return answer

    def _wait(self, name: str, limit: float, progress: Progress) -> bytes:
        limit = max(limit, LARGE_LIMIT) if self.engine == SPACY else limit
        deadline = time.monotonic() + limit
        while True:
            try:
                line = self._answers.get(timeout=_POLL)
            except queue.Empty:
                progress.step(0, 0, name)
                if time.monotonic() > deadline:
                    raise _Lost(
                        f"Reading this file took longer than {limit:.0f} seconds, so it was given up.",
                        name=name,
                        hint="Open it in its own program, copy the text and paste it here.",
                    ) from None
                continue
            if line is None:
                raise _Lost(
                    "This file needs more memory than Briefer allows, or breaks its reader.",
                    name=name,
                    hint="Open it in its own program, copy the text and paste it here.",
                )
            return line

    def _running(self) -> subprocess.Popen[bytes]:
        process = self._process
        if process is None or process.poll() is not None:
            self.close()
            self._answers = queue.SimpleQueue()
            # Whoever closes meanwhile takes it away.
            process = self._process = started(self._command)
            threading.Thread(target=_read_lines, args=(process, self._answers), daemon=True).start()
        return process


def _heard(line: bytes) -> Plain:
    """An answer; articles and analyses in it stay the JSON text they are until they are wanted."""
    try:
        parts = msgspec.json.decode(line, type=dict[str, msgspec.Raw])
    except msgspec.DecodeError:
        # Names that are no UTF-8 come as halves of surrogate pairs, which only Python's own reader
        # takes.
        return {name: _told_again(name, value) for name, value in json.loads(line).items()}
    return {
        name: _as_told(raw) if name in _LEFT_AS_TOLD else json.loads(bytes(raw))
        for name, raw in parts.items()
    }


def _as_told(raw: msgspec.Raw) -> bytes | list[bytes]:
    text = bytes(raw)
    if text[:1] != b"[":
        return text
    return [bytes(one) for one in msgspec.json.decode(raw, type=list[msgspec.Raw])]


def _told_again(name: str, value: Any) -> Any:
    if name not in _LEFT_AS_TOLD:
        return value
    return [*map(to_json, value)] if isinstance(value, list) else to_json(value)


class _Lost(UnreadableFile):
    """The worker is of no further use: too slow, out of memory, or gone."""


def _read_lines(
    process: subprocess.Popen[bytes], answers: "queue.SimpleQueue[bytes | None]"
) -> None:
    assert process.stdout is not None
    with contextlib.suppress(OSError, ValueError):
        for line in process.stdout:
            # A worker that dies while it answers leaves half a line.
            if line.endswith(b"\n"):
                answers.put(line)
    answers.put(None)
