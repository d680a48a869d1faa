"""Waiting for what may never answer: a network, a drive that was unplugged."""

import queue
import threading
import time
from collections.abc import Callable
from typing import TypeVar

from briefer.plugins import Progress

T = TypeVar("T")
# How often the waiting caller is asked whether it still wants the answer (seconds).
_POLL = 0.05


def wait_for(call: Callable[[], T], limit: float, progress: Progress) -> T:
    """What `call` returns or raises, run in a thread that is left behind if it takes too long.

    Raises TimeoutError after `limit` seconds, and Cancelled when `progress` says so.
    """
    answers: queue.SimpleQueue[tuple[T | None, BaseException | None]] = queue.SimpleQueue()

    def run() -> None:
        try:
            answers.put((call(), None))
        # It is raised again where it is waited for.
        except BaseException as error:  # noqa: BLE001
            answers.put((None, error))

    threading.Thread(target=run, daemon=True).start()
    deadline = time.monotonic() + limit
    while True:
        try:
            value, problem = answers.get(timeout=_POLL)
        except queue.Empty:
            progress.step(0, 0, "")
            if time.monotonic() > deadline:
                raise TimeoutError(f"no answer within {limit:.0f} seconds") from None
            continue
        if problem is not None:
            raise problem
        return value  # type: ignore[return-value]
