"""Several workers that share a list of tasks."""

import contextlib
import os
import queue
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeAlias

from briefer.model.errors import BrieferError
from briefer.services.workers import FILE_LIMIT, Plain, Worker

# How long an answer is waited for before whoever asked may do something else (seconds).
_IDLE = 0.2
# So many tasks a worker are under way or answered and not yet taken: while one takes long, the other
# workers go on with those behind it. A stop loses no more than these.
_AHEAD = 16

# What became of a task, part by part: an answer, why there is none, or None at its end.
_Parts: TypeAlias = "queue.SimpleQueue[Plain | BaseException | None]"
_Job: TypeAlias = tuple[Plain, _Parts]


class Crew:
    """Several workers that share a list of tasks and answer in the order asked."""

    def __init__(self, count: int = 0, make: Callable[[], Worker] = Worker) -> None:
        """`count` workers; by default one for each core, two at most."""
        self._count = count or min(2, os.cpu_count() or 1)
        self._all = [make() for _ in range(self._count)]
        self._lock = threading.Lock()
        self._idle = [*self._all]
        self._closed = False
        # Who waits for a worker, in the order they came.
        self._waiting: deque[queue.SimpleQueue[Worker]] = deque()

    def ask(self, task: str, payload: Mapping[str, Any], **options: Any) -> Plain:
        """As Worker.ask, by whichever worker is free; waits for one."""
        worker = self._free()
        try:
            return worker.ask(task, payload, **options)
        finally:
            self._give_back(worker)

    def each(
        self,
        task: str,
        payloads: Iterable[Plain],
        *,
        limit: float = FILE_LIMIT,
        idle: Callable[[], None] | None = None,
    ) -> Iterator[tuple[Plain, Plain | BrieferError]]:
        """(payload, answer or error) for each payload, in order, a few ahead.

        Where a worker answers in parts there are several for one payload. `limit` are the seconds
        each may take. A payload's "name" is what messages speak of; its "task", if any, replaces
        `task`. Leaving the loop early ends the work. `idle` is called a few times a second while an
        answer is waited for; it may raise.
        """
        shift = _Shift(task, limit)
        with ThreadPoolExecutor(self._count) as pool:
            # What is no BrieferError is a fault of ours; the thread hands it on with its answers.
            for _ in range(self._count):
                pool.submit(self._work, shift)
            waiting: deque[_Job] = deque()
            try:
                for payload in payloads:
                    waiting.append(shift.add(payload))
                    yield from _there(waiting)
                    while len(waiting) >= _AHEAD * self._count:
                        yield from _settled(waiting, idle)
                while waiting:
                    yield from _settled(waiting, idle)
            finally:
                shift.end(self._count)

    def choose_engine(self, engine: str) -> None:
        """Have names found by the actor engine of that name from the next task on."""
        for worker in self._all:
            worker.engine = engine

    def get_ready(self) -> None:
        """Have all workers load what reading needs, meanwhile: the first file is read the sooner."""
        self._closed = False
        for _ in range(self._count):
            threading.Thread(target=self._make_ready, daemon=True).start()

    def close(self) -> None:
        """End all workers; later tasks start new ones."""
        self._closed = True
        for worker in self._all:
            worker.close()

    def _make_ready(self) -> None:
        worker = self._free()
        try:
            # Whatever is wrong, the first task tells.
            with contextlib.suppress(BrieferError, OSError):
                if not self._closed:
                    worker.ask("get_ready", {})
        finally:
            if self._closed:
                # It may have been started just after all others were ended.
                worker.close()
            self._give_back(worker)

    def _free(self) -> Worker:
        """A worker that nobody else has; waits for one."""
        with self._lock:
            if self._idle:
                return self._idle.pop()
            given: queue.SimpleQueue[Worker] = queue.SimpleQueue()
            self._waiting.append(given)
        return given.get()

    def _give_back(self, worker: Worker) -> None:
        with self._lock:
            if self._waiting:
                # To whoever came first, or who has a thousand tasks would take it again and again.
                self._waiting.popleft().put(worker)
            else:
                self._idle.append(worker)

    def _work(self, shift: "_Shift") -> None:
        """Do tasks of the shift until it ends; a worker is kept only for what it was sent ahead."""
        job = shift.take()
        while job is not None:
            worker = self._free()
            shift.busy.add(worker)
            try:
                while job is not None:
                    job = self._done(worker, job, shift)
            finally:
                shift.busy.discard(worker)
                self._give_back(worker)
            job = shift.take()

    def _done(self, worker: Worker, job: _Job, shift: "_Shift") -> _Job | None:
        """Do a task; the one that was sent ahead, if any."""
        payload, parts = job
        name, following = str(payload.get("name", "")), list[_Job]()

        def sent() -> None:
            # Others come first, and the last tasks are shared by all.
            if not self._waiting and shift.jobs.qsize() > self._count:
                following.extend(shift.take_at_once())
                for further, _ in following:
                    worker.send_ahead(shift.task_of(further), further)

        try:
            if shift.ended.is_set():
                # Nobody waits for it any more, nor for what it was sent ahead.
                worker.close()
            else:
                task = shift.task_of(payload)
                for part in worker.answers(task, payload, name=name, limit=shift.limit, sent=sent):
                    parts.put(part)
        # Whoever takes the answers raises it again, unless it tells of the task.
        except BaseException as error:  # noqa: BLE001
            parts.put(error)
        parts.put(None)
        return following[0] if following else None


class _Shift:
    """The tasks of one caller, and the workers that are at them; others may use the crew as well."""

    def __init__(self, task: str, limit: float) -> None:
        self._task = task
        self.limit = limit
        self.jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self.busy: set[Worker] = set()
        self.ended = threading.Event()

    def task_of(self, payload: Plain) -> str:
        return str(payload.get("task", self._task))

    def add(self, payload: Plain) -> _Job:
        job: _Job = (payload, queue.SimpleQueue())
        self.jobs.put(job)
        return job

    def take(self) -> _Job | None:
        """The next task; waits for it. None at the end."""
        job = self.jobs.get()
        return None if self.ended.is_set() else job

    def take_at_once(self) -> list[_Job]:
        """The next task, if there is one."""
        try:
            job = self.jobs.get_nowait()
        except queue.Empty:
            return []
        if job is None:
            # It tells another thread that this is the end.
            self.jobs.put(None)
            return []
        return [job]

    def end(self, threads: int) -> None:
        """Nothing is waited for any more."""
        self.ended.set()
        for worker in tuple(self.busy):
            worker.close()
        for _ in range(threads):
            self.jobs.put(None)


def _settled(
    waiting: deque[_Job], idle: Callable[[], None] | None
) -> Iterator[tuple[Plain, Plain | BrieferError]]:
    """The parts of the first task that waits, until it is done."""
    payload, parts = waiting[0]
    while True:
        try:
            part = parts.get(timeout=_IDLE if idle is not None else None)
        except queue.Empty:
            assert idle is not None
            idle()
            continue
        if part is None:
            waiting.popleft()
            return
        yield payload, _told(part)


def _there(waiting: deque[_Job]) -> Iterator[tuple[Plain, Plain | BrieferError]]:
    """What is there of the first tasks already."""
    while waiting:
        payload, parts = waiting[0]
        try:
            part = parts.get_nowait()
        except queue.Empty:
            return
        if part is None:
            waiting.popleft()
        else:
            yield payload, _told(part)


def _told(part: Plain | BaseException) -> Plain | BrieferError:
    if isinstance(part, BaseException) and not isinstance(part, BrieferError):
        raise part
    return part
