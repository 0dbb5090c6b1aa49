"""Affair: the folder that gold lies in, read and checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import yaml

from sayso.errors import MissingInput, UnusableInput
from sayso.evaluate.gold import (
    GoldAffair,
    GoldClaim,
    GoldConflict,
    GoldEvent,
    GoldHolding,
    GoldLineage,
    GoldNumber,
    GoldReport,
)
from sayso.evaluate.words import find_words
from sayso.model.conflict import ConflictOn
from sayso.model.holding import HoldingStatus
from sayso.model.lineage import Relation
from sayso.model.values.stance import ClaimType, Role, Stance

GOLD_FILE = "gold.yaml"
_HEADER_LINE = re.compile(r"[a-z]+:")
_HEADER_KEYS = ("outlet", "url", "published", "language", "title")
_Row = Mapping[str, Any]
_Word = TypeVar("_Word", bound=StrEnum)


def find_affairs(folder: str | Path) -> tuple[Path, ...]:
    """The affair folders in `folder` (itself one, or any depth below), by name.

    Raises MissingInput when there is none.
    """
    found = tuple(sorted(file.parent for file in Path(folder).rglob(GOLD_FILE)))
    if not found:
        raise MissingInput(str(folder), f"no affair here; an affair is a folder with reports/ and {GOLD_FILE}")
    return found


def load_affair(folder: str | Path) -> GoldAffair:
    """The affair in `folder`: `reports/*.txt` and `gold.yaml`.

    Raises MissingInput without them, and UnusableInput, naming file and claim and saying what to do,
    for a fault: an unknown report, type, stance, role, relation or status, evidence that does not
    stand in its report, an identifier used twice, an event or conflict that names no claim.
    """
    place = Path(folder)
    rows = _read_yaml(place / GOLD_FILE)
    reader = _GoldReader(str(place / GOLD_FILE))
    affair = GoldAffair(
        name=place.name,
        reports=tuple(_read_report(file) for file in sorted((place / "reports").glob("*.txt"))),
        claims=tuple(reader.read_claim(row) for row in reader.list_rows(rows, "claims")),
        events=tuple(reader.read_event(row) for row in reader.list_rows(rows, "events")),
        lineage=tuple(reader.read_lineage(row) for row in reader.list_rows(rows, "lineage")),
        holdings=tuple(reader.read_holding(row) for row in reader.list_rows(rows, "holdings")),
    )
    _check(affair, str(place))
    return affair


def _read_yaml(file: Path) -> _Row:
    if not file.is_file():
        raise MissingInput(str(file), "no such file; an affair needs reports/*.txt and gold.yaml")
    try:
        rows = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise UnusableInput(str(file), f"is no YAML in UTF-8 ({error}); mend the line it names") from error
    if not isinstance(rows, dict):
        raise UnusableInput(str(file), "holds no lists; write claims:, events:, lineage: and holdings:")
    return rows


def _read_report(file: Path) -> GoldReport:
    """A report file: `key: value` lines, a blank line, the text; without such lines, all of it is text."""
    whole = file.read_text(encoding="utf-8")
    header, blank, text = whole.partition("\n\n")
    lines = header.split("\n")
    if not blank or not all(_HEADER_LINE.match(line) for line in lines):
        return GoldReport(file.stem, whole)
    values = {key: value.strip() or None for key, _, value in (line.partition(":") for line in lines)}
    return GoldReport(file.stem, text, **{key: values.get(key) for key in _HEADER_KEYS})


class _GoldReader:
    """Turns the rows of one gold file into records; every fault names the file and the row."""

    def __init__(self, file: str) -> None:
        self.file = file

    def list_rows(self, rows: _Row, name: str) -> Iterator[_Row]:
        for number, row in enumerate(rows.get(name) or [], start=1):
            if not isinstance(row, dict):
                raise UnusableInput(self.file, f"entry {number} of {name} is no mapping; write {{key: value, …}}")
            yield row

    def read_claim(self, row: _Row) -> GoldClaim:
        id_ = self._need(row, "id", "a claim")
        what = f"claim {id_}"
        return GoldClaim(
            id=id_,
            report=self._need(row, "report", what),
            type=self._word(ClaimType, row.get("type", "statement"), what),
            stance=self._word(Stance, self._need(row, "stance", what), what),
            evidence=self._need(row, "evidence", what),
            roles=self._read_roles(row.get("roles") or {}, what),
            said_by=tuple(str(speaker) for speaker in row.get("said_by") or ()),
            when=_text(row.get("when")),
            number=self._read_number(row.get("number"), what),
            manner=_text(row.get("manner")),
        )

    def _read_roles(self, roles: _Row, what: str) -> tuple[tuple[Role, str], ...]:
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

    def read_event(self, row: _Row) -> GoldEvent:
        id_ = self._need(row, "id", "an event")
        return GoldEvent(
            id=id_,
            claims=tuple(str(claim) for claim in row.get("claims") or ()),
            voices=tuple(str(voice) for voice in row.get("voices") or ()),
            conflicts=tuple(self._read_conflict(each, f"event {id_}") for each in row.get("conflicts") or ()),
        )

    def _read_conflict(self, row: _Row, what: str) -> GoldConflict:
        if "on" not in row:
            raise UnusableInput(self.file, f'{what} has a conflict without "on"; write the word on in quotation marks')
        return GoldConflict(
            on=self._word(ConflictOn, row["on"], what),
            between=tuple(tuple(str(claim) for claim in side) for side in row.get("between") or ()),
        )

    def read_lineage(self, row: _Row) -> GoldLineage:
        report = self._need(row, "report", "a lineage")
        what = f"lineage of {report}"
        return GoldLineage(report, self._need(row, "of", what), self._maybe(Relation, row.get("relation"), what))

    def read_holding(self, row: _Row) -> GoldHolding:
        place = self._need(row, "place", "a holding")
        return GoldHolding(
            place=place,
            holder=self._need(row, "holder", f"holding of {place}"),
            start=_text(row.get("from")),
            end=_text(row.get("to")),
            status=self._maybe(HoldingStatus, row.get("status"), f"holding of {place}"),
        )

    def _need(self, row: _Row, key: str, what: str) -> str:
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


def _check(affair: GoldAffair, place: str) -> None:
    """Raises UnusableInput for whatever names something that is not there, or the same thing twice."""
    file = f"{place}/{GOLD_FILE}"
    texts = {report.name: report.text for report in affair.reports}
    if not texts:
        raise MissingInput(f"{place}/reports", "no report here; put each in a file of its own, NAME.txt")
    _check_unique((claim.id for claim in affair.claims), "claim", file)
    _check_unique((event.id for event in affair.events), "event", file)
    for claim in affair.claims:
        _check_evidence(claim, texts, file)
    for derived in affair.lineage:
        for name in (derived.report, derived.of):
            if name not in texts:
                raise UnusableInput(file, f"lineage names the report {name!r}; there is no reports/{name}.txt, add it")
    known = {claim.id for claim in affair.claims}
    for event in affair.events:
        _check_claims_of(event, known, file)


def _check_unique(ids: Iterable[str], what: str, file: str) -> None:
    seen: set[str] = set()
    for id_ in ids:
        if id_ in seen:
            raise UnusableInput(file, f"{what} {id_} stands there twice; give one of them another id")
        seen.add(id_)


def _check_evidence(claim: GoldClaim, texts: Mapping[str, str], file: str) -> None:
    if claim.report not in texts:
        raise UnusableInput(
            file, f"claim {claim.id} is of the report {claim.report!r}; there is no reports/{claim.report}.txt, add it"
        )
    if not find_words(claim.evidence, texts[claim.report]):
        raise UnusableInput(
            file,
            f"claim {claim.id} has the evidence {claim.evidence!r}, which does not stand in"
            f" reports/{claim.report}.txt; copy its exact words, with … for a gap",
        )


def _check_claims_of(event: GoldEvent, known: set[str], file: str) -> None:
    sides = (claim for conflict in event.conflicts for side in conflict.between for claim in side)
    for claim in (*event.claims, *sides):
        if claim not in known:
            raise UnusableInput(file, f"event {event.id} names the claim {claim!r}; add that claim or take it out")
