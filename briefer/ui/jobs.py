"""Runs a service off the window's thread: progress, cancel, and the result back on the window's."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from briefer.model.errors import Cancelled


class _Door(QObject):
    """The only way back from a job's thread: closures, always queued."""

    knocked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.knocked.connect(self._open, Qt.ConnectionType.QueuedConnection)

    def _open(self, call: Callable[[], None]) -> None:
        call()


class Job(QObject):
    """One run of `work(progress)`. Is its own Progress."""

    progressed = Signal(int, int, str)
    finished = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, jobs: "Jobs", work: Callable[[Any], Any]) -> None:
        super().__init__()
        self._jobs = jobs
        self._work = work
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def step(self, done: int, total: int, label: str) -> None:
        """Called by the work, in its thread. Raises Cancelled."""
        if self._stop.is_set():
            raise Cancelled
        if total:
            self._jobs.back(lambda: self.progressed.emit(done, total, label))

    def run(self) -> None:
        """Do the work and send its end through the door."""
        try:
            value = self._work(self)
        # A job's failure of any kind must reach the window, or it would wait for ever.
        except Exception as error:  # noqa: BLE001
            problem = error
            self._jobs.back(lambda: self._end(self.failed, problem))
        else:
            self._jobs.back(lambda: self._end(self.finished, value))

    def drop(self) -> None:
        """It was called off before it began."""
        self._jobs.back(lambda: self._end(self.failed, Cancelled()))

    def _end(self, signal: Any, value: object) -> None:
        self._jobs.forget(self)
        if not isinstance(value, Cancelled):
            signal.emit(value)
        self.ended.emit()


class Jobs:
    """Starts jobs, few at a time. Keeps each until it has ended."""

    def __init__(self, threads: int = 3) -> None:
        """`threads` jobs run at once; the heavy work is in worker processes anyway."""
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="job")
        self._door = _Door()
        self._running: set[Job] = set()

    def start(
        self,
        work: Callable[[Any], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Run `work(progress)` in a thread; `done` and `failed` are called on the window's."""
        job = Job(self, work)
        if done is not None:
            job.finished.connect(done)
        if failed is not None:
            job.failed.connect(failed)
        self._running.add(job)
        # One that is still waiting when all is closed has its end too.
        self._pool.submit(job.run).add_done_callback(
            lambda future: job.drop() if future.cancelled() else None
        )
        return job

    def back(self, call: Callable[[], None]) -> None:
        """Have `call` run on the window's thread soon."""
        self._door.knocked.emit(call)

    def forget(self, job: Job) -> None:
        """The job has ended."""
        self._running.discard(job)

    @property
    def busy(self) -> bool:
        """Whether any job has not ended."""
        return bool(self._running)

    def close(self) -> None:
        """Cancel everything and wait for the threads."""
        for job in tuple(self._running):
            job.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)
