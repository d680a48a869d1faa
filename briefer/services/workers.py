"""Worker processes: reading, analysing and page making happen outside the window's process.

A worker is `briefer --worker`, kept between tasks. It speaks JSON lines, so that nothing a hostile
file does to it can run code here. A task that takes too long or too much memory costs that task
alone: the worker is ended and the next task gets a fresh one.
"""

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeAlias

from briefer.model import errors
from briefer.model.errors import BrieferError, UnreadableFile
from briefer.plugins import Progress, Silent

# One file may take this long before it is given up (seconds, wall clock).
FILE_LIMIT = 20.0
# How often a waiting caller is asked whether it still wants the answer (seconds).
_POLL = 0.05
# How long an answer is waited for before whoever asked may do something else (seconds).
_IDLE = 0.2
_FAMILIES = {
    name: kind
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, BrieferError) and kind is not errors.Cancelled
}

Plain = dict[str, Any]


# A thread for each core would map memory that the worker's limit counts; and glibc is told to give
# back what a page took once it is read, or the largest page ever read would be held for good.
_MODEST = {
    "PYTHONUTF8": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": "1048576",
    "MALLOC_TRIM_THRESHOLD_": "4194304",
}


def worker_command() -> list[str]:
    """How a worker is started, from a checkout and from a frozen program."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker"]
    # -P: or a file "six.py" in the folder Briefer was started in would be run for the real one.
    # The worker is of the very package that starts it, be it in that folder or installed elsewhere.
    return [sys.executable, "-P", "-c", _START, str(Path(__file__).resolve().parents[2])]


_START = """
import sys
sys.path.insert(0, sys.argv.pop())
from briefer.worker import main
sys.exit(main())
"""


class Worker:
    """One worker process, started at its first task."""

    def __init__(self, command: Iterable[str] | None = None) -> None:
        """`command` replaces the usual worker (for tests)."""
        self._command = list(command or worker_command())
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()

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
    ) -> Iterator[Plain]:
        """The worker's answers to `task`, each as soon as it is there.

        As `ask`, but `limit` are the seconds each answer may take.
        """
        line = json.dumps({**payload, "task": task}).encode()
        whole = weary = False
        try:
            self._send(line, name)
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

    def close(self) -> None:
        """End the process; a later task starts a new one."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        process.wait()

    def _send(self, line: bytes, name: str) -> None:
        process = self._running()
        assert process.stdin is not None
        try:
            process.stdin.write(line + b"\n")
            process.stdin.flush()
        except OSError as error:
            raise _Lost("The program that reads files stopped.", name=name) from error

    def _answer(self, name: str, limit: float, progress: Progress) -> Plain:
        answer = json.loads(self._wait(name, limit, progress))
        if "error" in answer:
            family = _FAMILIES.get(answer["error"].get("family"), UnreadableFile)
            raise family(
                answer["error"]["what"],
                name=answer["error"].get("name") or name,
                hint=answer["error"].get("hint", ""),
            )
        return dict(answer)

    def _wait(self, name: str, limit: float, progress: Progress) -> bytes:
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
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._answers = queue.SimpleQueue()
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                # What a reader library says in its last moment is no line for the user; what Python
                # says is in the log.
                stderr=subprocess.DEVNULL,
                env={**os.environ, **_MODEST},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            threading.Thread(
                target=_read_lines, args=(self._process, self._answers), daemon=True
            ).start()
        return self._process


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


class Crew:
    """Several workers that share a list of tasks and answer in the order asked."""

    def __init__(self, count: int = 0, make: Callable[[], Worker] = Worker) -> None:
        """`count` workers; by default one for each core, two at most."""
        self._count = count or min(2, os.cpu_count() or 1)
        self._workers: queue.SimpleQueue[Worker] = queue.SimpleQueue()
        self._all = [make() for _ in range(self._count)]
        for worker in self._all:
            self._workers.put(worker)

    def ask(self, task: str, payload: Mapping[str, Any], **options: Any) -> Plain:
        """As Worker.ask, by whichever worker is free; waits for one."""
        worker = self._workers.get()
        try:
            return worker.ask(task, payload, **options)
        finally:
            self._workers.put(worker)

    def each(
        self,
        task: str,
        payloads: Iterable[Plain],
        *,
        limit: float = FILE_LIMIT,
        idle: Callable[[], None] | None = None,
    ) -> Iterator[tuple[Plain, Plain | BrieferError]]:
        """(payload, answer or error) for each payload, in order, at most a few ahead.

        Where a worker answers in parts there are several for one payload. `limit` are the seconds
        each may take. A payload's "name" is what messages speak of; its "task", if any, replaces
        `task`. Leaving the loop early ends the work. `idle` is called a few times a second while an
        answer is waited for; it may raise.
        """
        # Those that work for this caller; others may use the crew at the same time.
        busy: set[Worker] = set()
        ended = threading.Event()
        with ThreadPoolExecutor(self._count) as pool:
            waiting: list[tuple[Plain, _Parts, Future[None]]] = []
            try:
                for payload in payloads:
                    parts: _Parts = queue.SimpleQueue()
                    future = pool.submit(self._pass_on, task, payload, limit, parts, busy, ended)
                    waiting.append((payload, parts, future))
                    if len(waiting) >= 2 * self._count:
                        yield from _settled(*waiting[0], idle)
                        del waiting[0]
                while waiting:
                    yield from _settled(*waiting[0], idle)
                    del waiting[0]
            finally:
                ended.set()
                for _, _, future in waiting:
                    future.cancel()
                for worker in tuple(busy):
                    worker.close()

    def close(self) -> None:
        """End all workers; later tasks start new ones."""
        for worker in self._all:
            worker.close()

    def _pass_on(
        self,
        task: str,
        payload: Plain,
        limit: float,
        parts: "_Parts",
        busy: set[Worker],
        ended: threading.Event,
    ) -> None:
        own, name = str(payload.get("task", task)), str(payload.get("name", ""))
        worker = self._workers.get()
        busy.add(worker)
        try:
            if ended.is_set():
                # Nobody waits for the answer any more; it got its worker too late to be cancelled.
                return
            for part in worker.answers(own, payload, name=name, limit=limit):
                parts.put(part)
        except BrieferError as error:
            parts.put(error)
        finally:
            busy.discard(worker)
            self._workers.put(worker)
            parts.put(None)


_Parts: TypeAlias = "queue.SimpleQueue[Plain | BrieferError | None]"


def _settled(
    payload: Plain, parts: _Parts, future: "Future[None]", idle: Callable[[], None] | None
) -> Iterator[tuple[Plain, Plain | BrieferError]]:
    while True:
        try:
            part = parts.get(timeout=_IDLE if idle is not None else None)
        except queue.Empty:
            assert idle is not None
            idle()
            continue
        if part is None:
            # What is no BrieferError is a fault of ours and must not be lost with the thread.
            future.result()
            return
        yield payload, part
