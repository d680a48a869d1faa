"""Model objects to JSON text and back, at once: an analysis holds thousands of them."""

import json
import typing
from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar

import msgspec

from briefer.model.plain import from_plain, to_plain

T = TypeVar("T")


def to_json(value: Any) -> bytes:
    """`value`, a dataclass of the model or plain values that hold some, as UTF-8 without breaks.

    Half of a surrogate pair, as in names that are no UTF-8, is written as its escape.
    """
    try:
        return msgspec.json.encode(value)
    except (UnicodeEncodeError, TypeError):
        # Half a pair, or a library's own kind of string or number.
        text = json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":"))
        # In JSON the escape that stands in for half a pair means just that.
        return text.encode("utf-8", "backslashreplace")


def from_json(kind: type[T], text: bytes | str) -> T:
    """The `kind` that `to_json` made `text` from; unknown keys are ignored, missing ones default.

    Raises TypeError, ValueError or KeyError where `text` does not fit.
    """
    try:
        # Its own type is what the decoder was made for.
        return typing.cast("T", _decoder(typing.cast("Hashable", kind)).decode(text))
    except (msgspec.MsgspecError, UnicodeError):
        # Halves of pairs, and words on what does not fit.
        return from_plain(kind, json.loads(text))


@cache
def _decoder(kind: Hashable) -> "msgspec.json.Decoder[Any]":
    return msgspec.json.Decoder(typing.cast("type", kind))
