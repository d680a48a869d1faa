"""Model objects to plain JSON values and back, driven by their own type hints."""

import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")
_PLAIN = frozenset({str, int, float, bool, type(None)})


def to_plain(value: Any) -> Any:
    """`value` as dicts, lists, strings, numbers, booleans and None."""
    kind = type(value)
    # Nearly all values are one of these: an article's analysis holds thousands.
    if kind in _PLAIN:
        return value
    names = _fields(kind)  # type: ignore[arg-type]
    if names is not None:
        parts = [(name, getattr(value, name)) for name in names]
        return {name: one if type(one) in _PLAIN else to_plain(one) for name, one in parts}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list, frozenset)):
        items = sorted(value) if isinstance(value, frozenset) else value
        return [one if type(one) in _PLAIN else to_plain(one) for one in items]
    return value


def from_plain(kind: type[T], plain: Any) -> T:
    """The `kind` that `to_plain` made `plain` from; unknown keys are ignored, missing ones default.

    Raises TypeError, ValueError or KeyError where `plain` does not fit.
    """
    return typing.cast("T", _build(kind, plain))


def _build(kind: Any, plain: Any) -> Any:
    if isinstance(kind, typing.NewType):
        return _build(kind.__supertype__, plain)
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return _build_union(inner, plain)
    if origin is tuple:
        return _build_tuple(inner, plain)
    if origin is frozenset:
        return frozenset(_build(inner[0], item) for item in plain)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {_build(inner[0], key): _build(inner[1], item) for key, item in plain.items()}
    if isinstance(kind, type) and is_dataclass(kind):
        return _build_dataclass(kind, plain)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(plain)
    if kind in (int, float, str, bool):
        return _checked(kind, plain)
    return plain


def _build_dataclass(kind: Any, plain: Any) -> Any:
    hints = _hints(kind)
    return kind(
        **{name: _build(hints[name], plain[name]) for name in _names(kind) if name in plain}
    )


def _build_union(inner: tuple[Any, ...], plain: Any) -> Any:
    """A union of dataclasses is told apart by its `type` field, all others by trying."""
    if plain is None and type(None) in inner:
        return None
    choices = [choice for choice in inner if choice is not type(None)]
    if len(choices) == 1:
        return _build(choices[0], plain)
    for choice in choices:
        if is_dataclass(choice) and isinstance(plain, Mapping):
            default = next((f.default for f in fields(choice) if f.name == "type"), None)
            if plain.get("type") == default:
                return _build(choice, plain)
    raise ValueError(f"none of {choices} fits")


def _build_tuple(inner: tuple[Any, ...], plain: Any) -> tuple[Any, ...]:
    if len(inner) == 2 and inner[1] is Ellipsis:
        return tuple(_build(inner[0], item) for item in plain)
    return tuple(_build(kind, item) for kind, item in zip(inner, plain, strict=True))


def _checked(kind: type, plain: Any) -> Any:
    if kind is float and isinstance(plain, int) and not isinstance(plain, bool):
        return float(plain)
    if not isinstance(plain, kind) or (kind is int and isinstance(plain, bool)):
        raise TypeError(f"{plain!r} is no {kind.__name__}")
    return plain


@cache
def _fields(kind: type) -> tuple[str, ...] | None:
    """The fields of a dataclass, None for any other type."""
    return _names(kind) if is_dataclass(kind) else None


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)
