"""Letter statistics of 140 languages (py3langid), whose 65 MB of tables stay on the disk.

A text looks up some hundred rows of them. Held in memory, twice with two workers, they are as much as
half of what reading pages needs.
"""

import tempfile
import threading
from functools import cache, lru_cache
from typing import Any

import numpy as np

# Rows that are kept when they were looked up: those of the commonest letters, 5 MB.
_MOST_ROWS = 4_096
# A row of moves has one for each byte.
_BYTES = 256


def ranked(text: str) -> list[tuple[str, float]]:
    """All languages with their scores (logarithms), the likeliest first."""
    found: list[tuple[str, float]] = _identifier().rank(text)
    return found


@cache
def _identifier() -> Any:
    from py3langid import langid

    made = langid.LanguageIdentifier
    loaded = made.from_model_file(langid.MODEL_FILE)
    try:
        shares, moves = _Shares(loaded.nb_ptc), _Moves(loaded.tk_nextmove)
    except OSError:
        # No room on the disk: then they are held in memory.
        return loaded
    return made(
        shares, loaded.nb_pc, loaded.nb_classes, moves, loaded.tk_output, tk_row=loaded.tk_row
    )


class _Rows:
    """The rows of a table in a file without a name, which goes when the process does."""

    def __init__(self, table: Any, count: int) -> None:
        """`table` has `count` rows. Raises OSError."""
        content = memoryview(table).cast("B")
        self._size = len(content) // count
        self._file = tempfile.TemporaryFile(prefix="briefer-", buffering=0)  # noqa: SIM115 - kept
        if self._file.write(content) < len(content):
            raise OSError("no room for the table")
        self._lock = threading.Lock()
        self.row = lru_cache(_MOST_ROWS)(self._read)

    def _read(self, number: int) -> memoryview:
        with self._lock:
            self._file.seek(number * self._size)
            return memoryview(self._file.read(self._size))


class _Shares:
    """How often each language has each sequence of letters."""

    def __init__(self, table: np.ndarray[Any, Any]) -> None:
        self._kind = table.dtype
        self._rows = _Rows(np.ascontiguousarray(table), len(table))

    def __getitem__(self, numbers: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        content = b"".join(map(self._rows.row, numbers.tolist()))
        return np.frombuffer(content, self._kind).reshape(len(numbers), -1)


class _Moves:
    """Where each byte leads in the automaton that finds the sequences."""

    def __init__(self, table: Any) -> None:
        """`table` is an array of the standard library, with a row for each state."""
        self._kind, rows = table.typecode, _Rows(table, len(table) // _BYTES)
        self._row = lru_cache(_MOST_ROWS)(lambda number: rows.row(number).cast(self._kind))

    def __getitem__(self, place: int) -> int:
        moves: memoryview = self._row(place // _BYTES)
        return moves[place % _BYTES]
