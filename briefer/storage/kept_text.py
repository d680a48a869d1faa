"""Text made fit for the library's file: SQLite keeps UTF-8 only, and not every string is that."""

from typing import Any

from briefer.model.json_text import to_json


def as_json(value: Any) -> str:
    """A plain value or a dataclass of the model as JSON; half a surrogate pair comes back as it was."""
    return to_json(value).decode("utf-8")


def as_text(text: str) -> str:
    """`text` with a question mark for each half of a surrogate pair, as in names that are no UTF-8."""
    return text.encode("utf-8", "replace").decode("utf-8")
