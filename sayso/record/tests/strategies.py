"""Strategies: any record of the model, made by its type hints, with odd text in it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

#: What pages really hold: right-to-left, joiners, emoji, control characters, a NUL, SQL and JSON's own signs.
ODD_TEXTS = (
    "",
    "\x00",
    "a\x00b",
    "قال المتحدث",
    "👩‍👩‍👧",
    "e\u0301",
    "\u202eabc",
    "'; DROP TABLE reports --",
    '{"a": "\\u0000"}',
    "\r\n",
)

TEXT = st.sampled_from(ODD_TEXTS) | st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
_ZONES = st.sampled_from((UTC, timezone(timedelta(hours=3)), timezone(timedelta(hours=-9, minutes=-30))))
_SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXT,
    bool: st.booleans(),
    int: st.integers(-(2**63), 2**63 - 1),
    float: st.floats(allow_nan=False, allow_infinity=False),
    datetime: st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=_ZONES),
}


@cache
def any_of(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a type that the codec takes."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return st.none() | st.one_of(*(any_of(choice) for choice in arguments if choice is not NoneType))
    if origin is tuple and arguments[-1] is Ellipsis:
        return st.lists(any_of(arguments[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*(any_of(argument) for argument in arguments))
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        kept = [field.name for field in fields(kind) if field.name != "shown_of"]  # what is kept is whole
        return st.builds(kind, **{name: any_of(hints[name]) for name in kept})
    if issubclass(kind, StrEnum):
        return st.sampled_from(list(kind))
    return _SIMPLE[kind]
