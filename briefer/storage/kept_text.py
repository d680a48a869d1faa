"""Text made fit for the library's file: SQLite keeps UTF-8 only, and not every string is that."""

import json
from typing import Any

from briefer.model.plain import to_plain


def as_json(value: Any) -> str:
    """A plain value or a dataclass of the model as JSON; half a surrogate pair comes back as it was."""
    return plain_as_json(to_plain(value))


def plain_as_json(plain: Any) -> str:
    """As `as_json`, of what is plain already."""
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    # In JSON the escape that stands in for half a pair means just that.
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def as_text(text: str) -> str:
    """`text` with a question mark for each half of a surrogate pair, as in names that are no UTF-8."""
    return text.encode("utf-8", "replace").decode("utf-8")
