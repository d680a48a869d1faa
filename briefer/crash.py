"""Uncaught errors: written to the log, then handed to whoever shows them. The library needs no
saving: every step is on disk. What the user can do something about is no crash, only said."""

import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType

from briefer import __version__, places
from briefer.model.errors import BrieferError

# A log that grows for ever helps nobody (bytes).
_LONGEST_LOG = 1 << 20


def install(show: Callable[[str], None], tell: Callable[[BrieferError], None]) -> None:
    """From now on call `show(report)` for each error that nobody caught, in any thread; for those
    that were foreseen `tell(error)`."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, BrieferError):
            tell(error)
        else:
            show(note(error))

    sys.excepthook = hook
    threading.excepthook = lambda given: hook(
        given.exc_type, given.exc_value or given.exc_type(), given.exc_traceback
    )


def note(error: BaseException) -> str:
    """Keep the report on `error` in the log; the report."""
    text = report(error)
    _log(text)
    return text


def report(error: BaseException) -> str:
    """What a developer needs to know, without any text of the user's articles."""
    lines = traceback.format_exception(error)
    head = f"Briefer {__version__}, Python {platform.python_version()}, {platform.platform()}"
    return f"{datetime.now(UTC).isoformat(timespec='seconds')}\n{head}\n{''.join(lines)}"


def _log(text: str) -> None:
    try:
        path = places.home() / "briefer.log"
        size = path.stat().st_size if path.exists() else 0
        with path.open(
            "w" if size > _LONGEST_LOG else "a", encoding="utf-8", errors="backslashreplace"
        ) as file:
            file.write(text + "\n")
    except OSError as error:
        print(f"briefer: the log could not be written ({error.strerror})", file=sys.stderr)
