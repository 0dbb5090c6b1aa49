"""Codec: records to JSON and back, by their type hints alone.

Takes what `sayso.model` is made of: frozen dataclasses, text, numbers, truth values, StrEnum,
datetime, tuples of one type or of fixed length, and any of these or None. A field whose value is
its default, and is None or empty, is left out; any other stands there, so that a default changed
later does not change what was stored.
"""

from __future__ import annotations

import json
from collections.abc import Hashable
from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

Thing = TypeVar("Thing")


def encode(thing: object) -> str:
    """The JSON text of a record, or of a tuple of records, without spaces; letters stay letters.

    Raises TypeError for a type that the codec does not take, ValueError for a number that is none.
    """
    return json.dumps(_to_plain(thing), ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def decode(kind: type[Thing], text: str) -> Thing:
    """The record of type `kind` that `encode` wrote. Raises KeyError where a field is missing or of another type."""
    try:
        return cast(Thing, _decoder(cast(Any, kind)).decode(text))
    except msgspec.ValidationError as error:
        raise KeyError(f"{kind}: {error}") from error


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
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    """What makes a `kind` of its text; made once, for it looks through all types below."""
    return msgspec.json.Decoder(kind)
