"""A file that is written beside the one it will replace, and what killed programs left of such."""

import contextlib
import os
import re
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

_BEGIN = ".briefer-"
# What mkstemp makes of it; a file that a person named otherwise is left alone.
_NAME = re.compile(rf"{re.escape(_BEGIN)}[a-z0-9_]{{8}}\.[a-z]{{2,5}}")


@contextlib.contextmanager
def beside(path: Path, suffix: str) -> Iterator[Path]:
    """A name in the same folder; what was written there takes the place of `path` in the end.

    If anything fails, `path` is as it was and nothing is left beside it. What a killed program
    left there goes first. Raises OSError.
    """
    _clear(path.parent)
    handle, name = tempfile.mkstemp(prefix=_BEGIN, suffix=suffix, dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "rb+") as held:
            # While it is locked no other Briefer takes it for a leftover.
            _lock(held.fileno())
            yield temporary
            if os.name != "nt":
                temporary.replace(path)
        if os.name == "nt":
            # Windows renames no file that is open.
            temporary.replace(path)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _clear(folder: Path) -> None:
    """Remove the half-written files that nobody writes any more."""
    # Tidying up is no reason to fail; a folder may be one to write in, but not to list.
    with contextlib.suppress(OSError):
        for found in folder.iterdir():
            if _NAME.fullmatch(found.name):
                _remove(found)


def _remove(found: Path) -> None:
    with contextlib.suppress(OSError):
        # Opening a pipe of that name would wait for its writer.
        if not stat.S_ISREG(found.lstat().st_mode):
            return
        handle = os.open(found, os.O_RDWR)
        try:
            is_free = _lock(handle)
        finally:
            os.close(handle)
        if is_free:
            found.unlink()


def _lock(handle: int) -> bool:
    """Lock the open file until it is closed; False when another program holds it."""
    try:
        import fcntl
    except ImportError:
        # Windows does not let go of a file that any program has open: unlinking it fails.
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    # Some network drives know no locks.
    except OSError:
        return False
    return True
