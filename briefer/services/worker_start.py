"""How a worker process is started, from a checkout and from a frozen program."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

# A thread for each core would map memory that the worker's limit counts; and glibc is told to give
# back what a page took once it is read, or the largest page ever read would be held for good.
_MODEST = {
    "PYTHONUTF8": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": "2097152",
    "MALLOC_TRIM_THRESHOLD_": "8388608",
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


def started(command: Sequence[str]) -> "subprocess.Popen[bytes]":
    """A worker's process, with pipes to ask and to answer. Raises OSError."""
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        # What a reader library says in its last moment is no line for the user; what Python says is
        # in the log.
        stderr=subprocess.DEVNULL,
        env={**os.environ, **_MODEST},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
