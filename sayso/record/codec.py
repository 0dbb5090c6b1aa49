"""Codec: records to JSON and back, by their type hints alone.

Takes what `sayso.model` is made of: frozen dataclasses, text, numbers, truth values, StrEnum,
datetime, tuples of one type or of fixed length, and any of these or None. A field whose value is
its default, and is None or empty, is left out; any other stands there, so that a default changed
later does not change what was stored.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable
from dataclasses import MISSING, fields, is_dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Thing = TypeVar("Thing")
Decoder = Callable[[Any], Any]


def encode(thing: object) -> str:
    """The JSON text of a record, or of a tuple of records, without spaces; letters stay letters.

    Raises TypeError for a type that the codec does not take, ValueError for a number that is none.
    """
    return json.dumps(_to_plain(thing), ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def decode(kind: type[Thing], text: str) -> Thing:
    """The record of type `kind` that `encode` wrote. Raises KeyError where a field is missing."""
    decoder: Callable[[Any], Thing] = _decoder(cast(Any, kind))
    return decoder(json.loads(text))


def _to_plain(thing: object) -> object:
    if thing is None or isinstance(thing, (str, int, float)):
        return thing
    if isinstance(thing, tuple):
        return [_to_plain(item) for item in thing]
    if isinstance(thing, datetime):
        return thing.isoformat()
    if is_dataclass(thing):
        values = ((name, getattr(thing, name), default) for name, default in _parts(cast(Any, type(thing))))
        # A default that is None or empty goes without saying.
        return {
            name: _to_plain(value)
            for name, value, default in values
            if not ((value is None or value == ()) and default == value)
        }
    raise TypeError(f"the codec takes no {type(thing).__name__}")


@cache
def _parts(kind: Hashable) -> tuple[tuple[str, Any], ...]:
    """The fields of a record with their defaults."""
    return tuple((field.name, field.default) for field in fields(cast(Any, kind)))


@cache
def _decoder(kind: Any) -> Decoder:
    """How to make a `kind` from plain JSON values."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _optional_decoder(arguments)
    if origin is tuple:
        return _tuple_decoder(arguments)
    if is_dataclass(kind):
        return _record_decoder(cast(type[Any], kind))
    if kind is datetime:
        return datetime.fromisoformat
    if issubclass(kind, (StrEnum, str, int, float)):
        return kind  # type: ignore[no-any-return]
    raise TypeError(f"the codec takes no {kind}")


def _optional_decoder(choices: tuple[Any, ...]) -> Decoder:
    others = [choice for choice in choices if choice is not NoneType]
    if len(others) != 1:
        raise TypeError(f"the codec cannot tell {choices} apart")
    inner = _decoder(others[0])
    return lambda data: None if data is None else inner(data)


def _tuple_decoder(kinds: tuple[Any, ...]) -> Decoder:
    if kinds[-1] is Ellipsis:
        inner = _decoder(kinds[0])
        return lambda data: tuple(inner(item) for item in data)
    inners = [_decoder(kind) for kind in kinds]
    return lambda data: tuple(inner(item) for inner, item in zip(inners, data, strict=True))


def _record_decoder(kind: type[Any]) -> Decoder:
    hints = get_type_hints(kind)
    parts = [(field.name, _decoder(hints[field.name]), field.default is MISSING) for field in fields(kind)]

    def decode_record(data: dict[str, Any]) -> Any:
        return kind(**{name: inner(data[name]) for name, inner, is_needed in parts if is_needed or name in data})

    return decode_record
