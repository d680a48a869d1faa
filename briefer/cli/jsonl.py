"""JSON lines in, JSON lines out, one record at a time."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from briefer.cli import say
from briefer.cli.inputs import Failures
from briefer.model.errors import BrieferError, UnreadableFile

Record = dict[str, Any]


def answer_all(paths: Sequence[str], work: Callable[[Record], Record]) -> int:
    """As `answer`, for several files; one that cannot be read costs itself alone."""
    status = 0
    for path in paths:
        try:
            status = max(status, answer(path, work))
        except BrieferError as error:
            say(error)
            status = 1
    return status


def usable(path: str, failures: Failures) -> Iterator[Record]:
    """The file's records that have a text; each other one goes to `failures`, as does the file."""
    try:
        for number, record in enumerate(records(path), 1):
            if isinstance(record, dict) and isinstance(record.get("text"), str):
                yield record
            else:
                failures.add(path, UnreadableFile(f'Record {number} has no "text".'))
    except BrieferError as error:
        failures.add(path, error)


def answer(path: str, work: Callable[[Record], Record]) -> int:
    """Write the answer of `work` to each record of the file (or `-`), in order; the exit status.

    Each answer bears its record's id; a record that fails answers {"id", "error"} in its place.
    """
    status = 0
    for number, record in enumerate(records(path), 1):
        key = record.get("id") if isinstance(record, dict) else None
        try:
            if not isinstance(record, dict) or not isinstance(record.get("text"), str):
                raise UnreadableFile(f'Record {number} has no "text".')
            result = {"id": key, **work(record)}
        except BrieferError as error:
            status = 1
            result = {"id": key, "error": str(error)}
        # Whatever one record does to an engine, the next million are still answered.
        except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as error:
            status = 1
            what = f"This text could not be worked on ({type(error).__name__})."
            result = {"id": key, "error": what}
        write(result)
    return status


def records(path: str) -> Iterator[Any]:
    """The file's records, one at a time; a line that is no JSON comes out as a string.

    Raises UnreadableFile when the file cannot be opened.
    """
    if path == "-":
        yield from _parsed(sys.stdin.buffer)
        return
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            yield from _parsed(file)
    except OSError as error:
        raise UnreadableFile(f"This file cannot be read ({error.strerror}).", name=path) from error


def write(record: Record) -> None:
    """One JSON line on standard output."""
    sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")


def _parsed(lines: Any) -> Iterator[Any]:
    for line in lines:
        if not line.strip():
            continue
        try:
            yield json.loads(line)
        # Recursion: a thousand brackets, one in the other.
        except (ValueError, RecursionError):
            yield line.decode("utf-8", "replace")
