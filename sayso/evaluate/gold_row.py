"""Rows of a gold file, read into records; a row that cannot be read says where it is and what to write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from sayso.errors import UnusableInput
from sayso.evaluate.gold import GoldClaim, GoldConflict, GoldEvent, GoldHolding, GoldLineage, GoldNumber
from sayso.model.conflict import ConflictOn
from sayso.model.holding import HoldingStatus
from sayso.model.lineage import Relation
from sayso.model.values.stance import ClaimType, Role, Stance

Row = Mapping[str, Any]
_Word = TypeVar("_Word", bound=StrEnum)


class GoldReader:
    """Turns the rows of one gold file into records; every fault names the file and the row."""

    def __init__(self, file: str) -> None:
        self.file = file

    def list_rows(self, rows: Row, name: str) -> Iterator[Row]:
        for number, row in enumerate(rows.get(name) or [], start=1):
            if not isinstance(row, dict):
                raise UnusableInput(self.file, f"entry {number} of {name} is no mapping; write {{key: value, …}}")
            yield row

    def read_claim(self, row: Row) -> GoldClaim:
        id_ = self._need(row, "id", "a claim")
        what = f"claim {id_}"
        return GoldClaim(
            id=id_,
            report=self._need(row, "report", what),
            type=self._word(ClaimType, row.get("type", "statement"), what),
            stance=self._word(Stance, self._need(row, "stance", what), what),
            evidence=self._need(row, "evidence", what),
            roles=self._read_roles(row.get("roles") or {}, what),
            said_by=self._list(row, "said_by", what),
            when=_text(row.get("when")),
            number=self._read_number(row.get("number"), what),
            manner=_text(row.get("manner")),
            cue=_text(row.get("cue")),
        )

    def _read_roles(self, roles: object, what: str) -> tuple[tuple[Role, str], ...]:
        if not isinstance(roles, dict):
            raise UnusableInput(self.file, f"{what} has the roles {roles!r}; write {{actor: words, object: words}}")
        return tuple(
            (self._word(Role, role, what), str(words))
            for role, filler in roles.items()
            for words in (filler if isinstance(filler, list) else [filler])
        )

    def _read_number(self, number: object, what: str) -> GoldNumber | None:
        if not number:
            return None
        if isinstance(number, (int, float)):
            return GoldNumber(best=number)
        if not isinstance(number, dict) or not set(number) <= {"low", "best", "high", "approximate", "unit"}:
            raise UnusableInput(
                self.file, f"{what} has the number {number!r}; write a number or {{low, best, high, approximate, unit}}"
            )
        return GoldNumber(**number)

    def read_event(self, row: Row) -> GoldEvent:
        id_ = self._need(row, "id", "an event")
        what = f"event {id_}"
        return GoldEvent(
            id=id_,
            claims=self._list(row, "claims", what),
            voices=self._list(row, "voices", what),
            conflicts=tuple(self._read_conflict(each, what) for each in row.get("conflicts") or ()),
        )

    def _read_conflict(self, row: Row, what: str) -> GoldConflict:
        if "on" not in row:
            raise UnusableInput(self.file, f'{what} has a conflict without "on"; write the word on in quotation marks')
        return GoldConflict(
            on=self._word(ConflictOn, row["on"], what),
            between=tuple(tuple(str(claim) for claim in side) for side in row.get("between") or ()),
        )

    def read_lineage(self, row: Row) -> GoldLineage:
        report = self._need(row, "report", "a lineage")
        what = f"lineage of {report}"
        return GoldLineage(report, self._need(row, "of", what), self._maybe(Relation, row.get("relation"), what))

    def read_holding(self, row: Row) -> GoldHolding:
        place = self._need(row, "place", "a holding")
        return GoldHolding(
            place=place,
            holder=self._need(row, "holder", f"holding of {place}"),
            start=_text(row.get("from")),
            end=_text(row.get("to")),
            status=self._maybe(HoldingStatus, row.get("status"), f"holding of {place}"),
        )

    def _list(self, row: Row, key: str, what: str) -> tuple[str, ...]:
        values = row.get(key) or []
        if not isinstance(values, list):
            raise UnusableInput(self.file, f"{what} has the {key} {values!r}; write a list, [{values}]")
        return tuple(str(value) for value in values)

    def _need(self, row: Row, key: str, what: str) -> str:
        value = _text(row.get(key))
        if value is None:
            raise UnusableInput(self.file, f"{what} has no {key}; give it one")
        return value

    def _word(self, words: type[_Word], value: object, what: str) -> _Word:
        try:
            return words(str(value))
        except ValueError:
            known = ", ".join(words)
            name = _NAMES[words]
            raise UnusableInput(self.file, f"{what} has the {name} {value!r}; choose one of {known}") from None

    def _maybe(self, words: type[_Word], value: object, what: str) -> _Word | None:
        return None if value is None else self._word(words, value, what)


_NAMES: Mapping[type[StrEnum], str] = {
    ClaimType: "type",
    Stance: "stance",
    Role: "role",
    ConflictOn: 'conflict "on"',
    Relation: "relation",
    HoldingStatus: "status",
}


def _text(value: object) -> str | None:
    """A YAML scalar as text: dates as ISO 8601, numbers as digits; None for nothing."""
    return str(value) if value not in (None, "") else None
