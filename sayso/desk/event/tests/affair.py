"""Builders of a small invented affair: claims, voices, reports and the event that they tell of, in one line each."""

from __future__ import annotations

from sayso.model.account import Account
from sayso.model.claim import Claim, Link, Mention, Quantity, RoleFiller, When
from sayso.model.conflict import Conflict, ConflictOn
from sayso.model.corroboration import Corroboration
from sayso.model.entity import Entity
from sayso.model.event import Event
from sayso.model.lineage import Lineage, Relation
from sayso.model.report import Published, PublishedBasis, Report
from sayso.model.resolution import Resolution
from sayso.model.snapshot import Snapshot
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import ClaimType, Role, Stance
from sayso.model.voice import Interest, Voice

ASSERTED, DENIED, PLANNED = Stance.ASSERTED, Stance.DENIED, Stance.PLANNED


def claim(
    id_: str,
    words: str,
    *,
    by: str | None = "Idan Morr",
    report: str = "r1",
    stance: Stance = ASSERTED,
    type_: ClaimType = ClaimType.SEIZE,
    count: tuple[float | None, float | None, float | None] | None = None,
    about: bool = False,
    unit: str | None = None,
    of: Role | None = None,
    entity: str | None = None,
    roles: tuple[RoleFiller, ...] = (),
    when: str | None = None,
) -> Claim:
    """A claim; `count` is (low, best, high) in the claim's own words."""
    outlet = Link(Mention(f"outlet of {report}"))
    span = Span(0, len(words), words)
    low, best, high = count or (None, None, None)
    numbers = (Quantity(span, low, best, high, about, unit, of),) if count else ()
    return Claim(
        id_,
        report,
        f"v-{report}",
        type_,
        stance,
        Evidence((span,)),
        roles=roles,
        when=When(span, when, "words") if when else None,
        quantities=numbers,
        said_in="t1" if by else None,
        chain=(Link(Mention(by, entity=entity, names=(by,))), outlet) if by else (outlet,),
    )


def voice(
    name: str,
    *claims: str,
    stances: tuple[Stance, ...] = (ASSERTED,),
    interest: Interest = Interest.UNKNOWN,
    speaks_for: str | None = None,
    names: tuple[str, ...] = (),
) -> Voice:
    """A voice that speaks these claims."""
    return Voice(f"w-{name.replace(' ', '-')}", name, names or (name,), speaks_for, stances, interest, claims)


def account(id_: str, *claims: str) -> Account:
    """An account of these claims."""
    return Account(id_, claims, ())


def conflict(on: ConflictOn, left: tuple[str, ...], right: tuple[str, ...], values: tuple[str, str]) -> Conflict:
    """A conflict between accounts a1 and a2."""
    return Conflict(on, ("a1", "a2"), (left, right), values, "they cannot both be so")


def event(
    claims: tuple[Claim, ...],
    voices: tuple[Voice, ...],
    *accounts: Account,
    conflicts: tuple[Conflict, ...] = (),
    type_: ClaimType = ClaimType.SEIZE,
    retracted: tuple[str, ...] = (),
    unsourced: tuple[str, ...] = (),
    id_: str = "v1",
    when: str | None = "2024-05-11",
) -> Event:
    """The event that these claims tell of, at Tarsel."""
    return Event(
        id_,
        type_,
        "e-tarsel",
        ("Tarsel",),
        when,
        tuple(each.id for each in claims),
        voices,
        accounts,
        conflicts,
        retracted=retracted,
        unsourced=unsourced,
    )


def report(id_: str, told: str | None = "2024-05-12", *, outlet: str | None = None) -> Report:
    """A report of a day."""
    published = Published(told, PublishedBasis.HEADER) if told else None
    return Report(
        id_, f"{id_}.txt", "", title=f"On Tarsel, {id_}", outlet=outlet or f"Outlet {id_}", published=published
    )


def unheld(id_: str, outlet: str) -> Report:
    """A report without text."""
    return Report(id_, "", "", held=False, outlet=outlet)


def edge(child: str, of: str, relation: Relation = Relation.COPY, score: float = 0.9) -> Lineage:
    """A line of lineage."""
    return Lineage(child, of, relation, score, "it says so")


def snapshot(
    claims: tuple[Claim, ...],
    *events: Event,
    reports: tuple[Report, ...] = (),
    lineage: tuple[Lineage, ...] = (),
    origins: tuple[Report, ...] = (),
    entities: tuple[Entity, ...] = (),
) -> Snapshot:
    """The record of these claims; a report that is not given is told on 12 May."""
    known = {each.id: each for each in reports}
    ids = list(dict.fromkeys([*known, *(each.report for each in claims)]))
    resolutions = tuple(
        Resolution(
            known.get(id_) or report(id_),
            claims=tuple(each for each in claims if each.report == id_),
            entities=entities,
        )
        for id_ in ids
    )
    return Snapshot(resolutions, Corroboration(lineage, origins, events))
