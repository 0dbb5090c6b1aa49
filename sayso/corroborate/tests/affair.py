"""Builds small affairs from a few lines of YAML: reports, the claims in them, and who is who."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from sayso.corroborate import corroborate
from sayso.model.claim import Claim, Link, Mention, Quantity, RoleFiller, When
from sayso.model.corroboration import Corroboration
from sayso.model.entity import Affiliation, Entity, EntityKind
from sayso.model.event import Event
from sayso.model.knowledge import Knowledge
from sayso.model.lineage import Credit, Relation
from sayso.model.report import Published, PublishedBasis, Report
from sayso.model.resolution import Resolution
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import ClaimType, Role, Stance

ROLES = {role.value for role in Role}
GOLDEN = Path(__file__).resolve().parents[3] / "tests" / "golden"


def load(case: str) -> dict[str, Any]:
    """One golden case, by concept and name."""
    loaded: dict[str, Any] = yaml.safe_load((GOLDEN / f"{case}.yaml").read_text(encoding="utf-8"))
    return loaded


def settle(affair: dict[str, Any]) -> Corroboration:
    """What corroboration makes of an affair."""
    return corroborate(build(affair), knowledge=Knowledge())


def event_of(found: Corroboration, claim: str) -> Event:
    """The event that a claim stands in."""
    return next(event for event in found.events if claim in event.claims)


def build(affair: dict[str, Any]) -> list[Resolution]:
    """Resolutions as `resolve` leaves them. A word in a role is an entity if `entities` has that name."""
    entities = {key: _entity(key, row) for key, row in (affair.get("entities") or {}).items()}
    return [_resolution(id_, row, entities, affair) for id_, row in affair["reports"].items()]


def _resolution(id_: str, row: dict[str, Any], entities: dict[str, Entity], affair: dict[str, Any]) -> Resolution:
    published = Published(str(row["published"]), PublishedBasis.HEADER) if row.get("published") else None
    report = Report(
        id_, id_, row["text"], title=row.get("title"), outlet=row["outlet"], url=row.get("url"), published=published
    )
    claims = tuple(_claim(claim, report, entities) for claim in affair.get("claims") or [] if claim["report"] == id_)
    given = {**dict.fromkeys(row.get("translates") or [], "translation"), **(row.get("credits") or {})}
    credits_ = tuple(_credit(name, relation, report) for name, relation in given.items())
    return Resolution(report, claims=claims, entities=tuple(entities.values()), credits=credits_)


def _claim(row: dict[str, Any], report: Report, entities: dict[str, Entity]) -> Claim:
    start = report.text.index(row["says"])
    span = Span(start, start + len(row["says"]), row["says"])
    number = row.get("number")
    low, high = (number if isinstance(number, list) else (number, number)) if number is not None else (None, None)
    best = low if low == high else None
    speakers = [*row.get("by", []), report.outlet]
    return Claim(
        id=row["id"],
        report=report.id,
        version=report.version,
        type=ClaimType(row["type"]),
        stance=Stance(row.get("stance", "asserted")),
        evidence=Evidence((span,)),
        roles=tuple(RoleFiller(Role(k), _mention(v, entities)) for k, v in row.items() if k in ROLES),
        when=When(span, str(row["when"])) if row.get("when") else None,
        quantities=(Quantity(span, low, best, high, unit=row.get("unit")),) if number is not None else (),
        said_in="t" if row.get("by") else None,
        chain=tuple(Link(_mention(speaker, entities)) for speaker in speakers),
    )


def _mention(words: str, entities: dict[str, Entity]) -> Mention:
    known = next((e for e in entities.values() if words in e.names), None)
    return Mention(words, entity=known.id, names=known.names) if known else Mention(words)


def _entity(key: str, row: dict[str, Any]) -> Entity:
    kind = EntityKind(row.get("kind", "group"))
    of = tuple(Affiliation(row["of"], f"{row['names'][0]} speaks for {row['of']}") for _ in [0] if row.get("of"))
    return Entity(key, kind, tuple(row["names"]), of)


def _credit(name: str, relation: str, report: Report) -> Credit:
    """A credit: of the whole text, or, as `credit`, of the line that has the name."""
    match = re.search(re.escape(name), report.text)
    assert match, f"{name} is not in the text"
    line = (report.text.rfind("\n", 0, match.start()) + 1, report.text.find("\n", match.end()) % len(report.text))
    whole = (0, len(report.text))
    words = Span(*line, report.text[slice(*line)]) if relation == "credit" else Span(match.start(), match.end(), name)
    scope = line if relation == "credit" else whole
    return Credit(Span(match.start(), match.end(), name), words, Relation(relation), scope)
