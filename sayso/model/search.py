"""Search: what is asked of the record, as its page, its address and its API ask it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, TypeVar
from urllib.parse import parse_qsl, urlencode

from sayso.model.values import edtf
from sayso.model.values.stance import ClaimType, Stance

#: Letters of words that are looked for; what comes after is cut off, and said so.
LONGEST = 500
#: Rows on one page, at most.
MOST_ROWS = 100
#: Rows that can be paged through; who wants more narrows the search, or exports the record.
DEEPEST = 5000
_NAME_LENGTH = 200
_ON = "1"
_Value = TypeVar("_Value")


class Kind(StrEnum):
    """What is looked for."""

    EVENT = "event"
    CLAIM = "claim"
    REPORT = "report"


class Order(StrEnum):
    """What comes first."""

    LATEST = "latest"  # told
    HAPPENED = "happened"  # latest; reports have no such day, and come as told
    VOICES = "voices"  # most; of a claim or a report: those of its event with the most


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: all that is set must hold; an empty search finds everything of its kind.

    `words` must all stand there, in any order; those in quotes "…" together. `types` and `stances`: one of them.
    `place`, `source` and `actor` are an entity's identifier or a name. Days are EDTF, and include the last.
    `disputed`: accounts of it cannot both be so. `one_voice`: nobody else is heard on it.
    """

    kind: Kind = Kind.EVENT
    words: str = ""
    types: tuple[ClaimType, ...] = ()
    stances: tuple[Stance, ...] = ()
    place: str | None = None
    source: str | None = None
    actor: str | None = None
    happened_from: str | None = None
    happened_to: str | None = None
    told_from: str | None = None
    told_to: str | None = None
    disputed: bool = False
    one_voice: bool = False
    order: Order = Order.LATEST
    page: int = 1
    per_page: int = 20

    def to_pairs(self) -> list[tuple[str, str]]:
        """The search as names and values, in one order, without what goes without saying."""
        return [
            (_NAMES[field.name], text)
            for field in fields(self)
            if (value := getattr(self, field.name)) != field.default
            for text in _write(value)
        ]

    def to_query(self) -> str:
        """The search as the query of an address; `parse_search` gives it back."""
        return urlencode(self.to_pairs())

    def with_(self, **changes: Any) -> Search:
        """The same search with something changed, on its first page unless a page is given."""
        return replace(self, **{"page": 1, **changes})

    @property
    def is_empty(self) -> bool:
        """Whether nothing narrows it."""
        return self == Search(kind=self.kind, order=self.order, page=self.page, per_page=self.per_page)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A search as far as it can be understood, and what of it cannot, each in one sentence."""

    search: Search
    faults: tuple[str, ...] = ()


_NAMES = {
    "kind": "kind",
    "words": "q",
    "types": "type",
    "stances": "stance",
    "place": "place",
    "source": "source",
    "actor": "actor",
    "happened_from": "from",
    "happened_to": "to",
    "told_from": "told_from",
    "told_to": "told_to",
    "disputed": "disputed",
    "one_voice": "one_voice",
    "order": "order",
    "page": "page",
    "per_page": "per_page",
}


def parse_search(query: str | Iterable[tuple[str, str]]) -> Parsed:
    """The search of an address's query, or of its names and values; never fails.

    What cannot be so is left out and told in a sentence. Names that are none of ours are passed over, and so are
    values left empty in a form.
    """
    pairs = parse_qsl(query, max_num_fields=None, errors="replace") if isinstance(query, str) else query
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        if value.strip():
            given.setdefault(name, []).append(value.strip())
    return _check(_Reader(given, []))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads values out of what was given, and collects what is wrong with them."""

    given: Mapping[str, list[str]]
    faults: list[str]

    def one(self, name: str, read: Callable[[str], _Value], default: _Value) -> _Value:
        values = self.given.get(name)
        return next(iter(self._read(name, values[-1:], read)), default) if values else default

    def many(self, name: str, read: Callable[[str], _Value]) -> tuple[_Value, ...]:
        return tuple(dict.fromkeys(self._read(name, self.given.get(name, []), read)))

    def _read(self, name: str, values: Iterable[str], read: Callable[[str], _Value]) -> Iterable[_Value]:
        for value in values:
            try:
                yield read(value)
            except ValueError as error:
                self.faults.append(f"{name}: {shorten(value)!r} {error}")


def _check(reader: _Reader) -> Parsed:
    search = Search(
        kind=reader.one("kind", _one_of(Kind), Kind.EVENT),
        words=reader.one("q", _as_given, ""),
        types=reader.many("type", _one_of(ClaimType)),
        stances=reader.many("stance", _one_of(Stance)),
        place=reader.one("place", _name, None),
        source=reader.one("source", _name, None),
        actor=reader.one("actor", _name, None),
        happened_from=reader.one("from", _day, None),
        happened_to=reader.one("to", _day, None),
        told_from=reader.one("told_from", _day, None),
        told_to=reader.one("told_to", _day, None),
        disputed=reader.one("disputed", _flag, False),
        one_voice=reader.one("one_voice", _flag, False),
        order=reader.one("order", _one_of(Order), Order.LATEST),
        page=reader.one("page", _number, 1),
        per_page=min(MOST_ROWS, reader.one("per_page", _number, 20)),
    )
    faults = [*reader.faults, *_cross(search)]
    if len(search.words) > LONGEST:
        faults.append(f"q: only its first {LONGEST} letters were looked for; give fewer words")
        search = replace(search, words=search.words[:LONGEST].strip())
    if search.page * search.per_page > DEEPEST:
        faults.append(f"page: only the first {DEEPEST} rows can be paged through; narrow the search")
        search = replace(search, page=DEEPEST // search.per_page)
    return Parsed(search, tuple(faults))


def _cross(search: Search) -> Iterable[str]:
    """Days the wrong way round: such a search finds nothing."""
    for what, first, last in (
        ("happened", search.happened_from, search.happened_to),
        ("told", search.told_from, search.told_to),
    ):
        start, end = first and edtf.bounds(first).first, last and edtf.bounds(last).last
        if start and end and start > end:
            yield f"{what}: {first} is after {last}; change them round"


def shorten(value: str, longest: int = 40) -> str:
    """The beginning of what was given, for a message."""
    return value if len(value) <= longest else value[:longest] + "…"


def _one_of(kind: type[_Value]) -> Callable[[str], _Value]:
    def read(text: str) -> _Value:
        try:
            return kind(text)  # type: ignore[call-arg]
        except ValueError:
            known = ", ".join(map(str, kind))  # type: ignore[call-overload]
            raise ValueError(f"is none of: {known}") from None

    return read


def _as_given(text: str) -> str:
    return " ".join(text[: LONGEST * 4].replace("\x00", " ").split())


def _name(text: str) -> str | None:
    if len(text) > _NAME_LENGTH:
        raise ValueError(f"is too long for a name; give at most {_NAME_LENGTH} letters")
    return _as_given(text) or None


def _day(text: str) -> str | None:
    if not edtf.is_valid(text):
        raise ValueError("is no date; write it as 2020-05-28, 2020-05 or 2020")
    return text


def _flag(text: str) -> bool:
    if text.lower() in ("1", "true", "yes", "on"):
        return True
    if text.lower() in ("0", "false", "no", "off"):
        return False
    raise ValueError("is neither yes nor no; write 1 or leave it out")


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 6 or int(text) < 1:
        raise ValueError("is no number from 1 on")
    return int(text)


def _write(value: object) -> Iterable[str]:
    if isinstance(value, tuple):
        return map(str, value)
    return [_ON if value is True else str(value)]
