"""How long a long import will still take, in words that do not jump."""

import time
from collections import deque
from collections.abc import Callable

# Before that nothing is said: the readers start, and the first files tell little (seconds, files).
_BEGUN, _FEWEST = 4.0, 12
# The speed is that of the last while (seconds), looked at once in a while.
_WHILE, _EACH = 40.0, 1.0
# What was said stays and counts down until it is wrong by more than this part of it.
_WRONG = 0.25
# Nobody reads faster, and each time the notice is painted anew (seconds).
_SAID_EACH = 0.25
_MINUTE, _HOUR = 60, 3600


class Pace:
    """Watches one piece of work; asked at each step of it."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` tells seconds."""
        self._clock = clock
        self._began: float | None = None
        self._seen: deque[tuple[float, int]] = deque()
        self._end: float | None = None

    def left(self, done: int, total: int) -> str:
        """The time left for the rest of `total`, as "about 4 minutes left"; empty while unknown."""
        now = self._clock()
        if not done:
            # The readers are being started.
            return ""
        if self._began is None:
            self._began = now
        if not self._seen or now - self._seen[-1][0] >= _EACH:
            self._seen.append((now, done))
            while len(self._seen) > 2 and now - self._seen[0][0] > _WHILE:
                self._seen.popleft()
        since, before = self._seen[0]
        if now - self._began < _BEGUN or done < _FEWEST or done <= before:
            return ""
        seconds = (total - done) * (now - since) / (done - before)
        if self._end is None or abs(now + seconds - self._end) > _WRONG * max(seconds, _MINUTE):
            self._end = now + seconds
        return in_words(self._end - now)


def in_words(seconds: float) -> str:
    """Say a time that is left as a person would."""
    if seconds < _MINUTE / 4:
        return "a few seconds left"
    if seconds < _MINUTE:
        return "less than a minute left"
    if seconds < 1.5 * _HOUR:
        minutes = round(seconds / _MINUTE)
        return f"about {minutes} minute{'' if minutes == 1 else 's'} left"
    return f"about {round(seconds / _HOUR)} hours left"


class Progress:
    """Passes on what a job tells of itself, a few times a second, with the time left."""

    def __init__(
        self, tell: Callable[[int, int, str, str], None], clock: Callable[[], float]
    ) -> None:
        """`tell` gets what is done, the total, the name of what is read and the time left."""
        self._tell, self._clock = tell, clock
        self._pace = Pace(clock)
        self._told: float | None = None

    def step(self, done: int, total: int, name: str) -> None:
        """The job has come so far."""
        left = self._pace.left(done, total)
        now = self._clock()
        if self._told is None or now - self._told >= _SAID_EACH:
            self._told = now
            self._tell(done, total, name, left)
