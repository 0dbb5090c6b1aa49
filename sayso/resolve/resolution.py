"""Resolution: readings in, claims with known speakers, parties, places, dates and counts out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from sayso.model.claim import Claim, Link, Mention, RoleFiller
from sayso.model.entity import Entity, EntityKind
from sayso.model.knowledge import Knowledge
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.resolve.actor import assign, lay_out, look_around
from sayso.resolve.description import find_names
from sayso.resolve.equipment import assign_types, find_doubt
from sayso.resolve.home import read_outlet
from sayso.resolve.interpretation import Interpretation, Told, interpret
from sayso.resolve.parting import Apart, drop_apart, part_names, read_apart
from sayso.resolve.place.naming import locate_places
from sayso.resolve.referent import Referent
from sayso.resolve.unify import Heard, Unified, unify

#: Reports that stay understood in a process that goes on: what is decided of one does not ask the words of all anew.
_KEPT = 5_000


def resolve(
    readings: Sequence[tuple[Report, Reading]], *, knowledge: Knowledge, settled: Collection[str] = ()
) -> tuple[Resolution, ...]:
    """Resolve each report by itself, then names across the reports; one resolution for each reading, in order.

    `settled` are the reports (identifiers) whose denials are settled already (`settle`). What is filled already
    stays: a date, a count's values, a chain that runs to the outlet. Empty input gives an empty result; nothing is
    raised. The order of readings does not change which mentions are one entity.
    """
    known = lay_out(knowledge).outlet_names
    outlets = tuple(sorted({report.outlet for report, _ in readings if report.outlet} | set(known)))
    understood = [_understand(report, reading, outlets, knowledge) for report, reading in readings]
    interpretations = [interpretation for interpretation, _ in understood]
    unified = unify([heard for _, heard in understood], knowledge=knowledge)
    unified = locate_places(interpretations, _doubt(unified, knowledge), knowledge=knowledge)
    everybody = knowledge.entities | unified.entities
    return tuple(_write(number, each, unified, everybody) for number, each in enumerate(interpretations))


@lru_cache(maxsize=_KEPT)
def _understand(
    report: Report, reading: Reading, outlets: tuple[str, ...], knowledge: Knowledge
) -> tuple[Interpretation, Heard]:
    """One report by itself, and what it brings to the others."""
    apart = read_apart(knowledge.apart)
    interpretation = part_names(interpret(report, reading, outlets=outlets, knowledge=knowledge), apart)
    return interpretation, _hear(interpretation, apart, knowledge)


def _hear(interpretation: Interpretation, apart: Apart, knowledge: Knowledge) -> Heard:
    """What one report says, with the known actors and equipment that it names.

    Actors are known by the countries and the company of its names.
    """
    report, referents, directory = interpretation.report, interpretation.referents, lay_out(knowledge)
    names = {name for _, _, name in find_names(f"{report.title or ''}\n{report.text}")}
    context = look_around(names, directory, told=report.told)
    assigned = assign(referents, directory, context)
    assigned = replace(assigned, entries={**assigned.entries, **assign_types(referents, knowledge)})
    assigned = drop_apart(assigned, apart)
    return Heard(referents, interpretation.ties, assigned, report.told, read_outlet(report.outlet, names))


def _doubt(unified: Unified, knowledge: Knowledge) -> Unified:
    """The entities, doubtful types of equipment among them flagged."""
    doubts = {
        id_: find_doubt(entity.name, knowledge)
        for id_, entity in unified.entities.items()
        if entity.kind is EntityKind.EQUIPMENT
    }
    flagged = {id_: replace(unified.entities[id_], doubt=doubt) for id_, doubt in doubts.items() if doubt}
    return replace(unified, entities=unified.entities | flagged)


def _write(
    number: int, interpretation: Interpretation, unified: Unified, everybody: Mapping[str, Entity]
) -> Resolution:
    """The resolution of one report, its mentions pointing to entities."""
    found = {entity.id: entity for each in interpretation.referents if (entity := unified.find(number, each))}
    # Whom they speak for belongs to the report though no mention names it: a state, whose organs speak.
    spoken_for = {tie.of for entity in found.values() for tie in entity.affiliations}
    found |= {key: everybody[key] for key in spoken_for & everybody.keys()}
    return Resolution(
        report=interpretation.report,
        attributions=interpretation.reading.attributions,
        claims=tuple(_write_claim(number, told, unified) for told in interpretation.told),
        entities=tuple(found[key] for key in sorted(found)),
        credits=interpretation.credits,
    )


def _write_claim(number: int, told: Told, unified: Unified) -> Claim:
    roles = tuple(
        RoleFiller(filler.role, _point(filler.mention, referent, unified.find(number, referent)))
        for filler, referent in zip(told.claim.roles, told.fillers, strict=True)
    )
    chain = tuple(
        Link(
            _point(step.link.source, step.referent, unified.find(number, step.referent)),
            step.link.cue,
            step.link.channel,
        )
        for step in told.steps
    )
    # The outlet's own correspondent, and "the Gazette has learnt", are the outlet's own voice.
    own = len(chain) == 1 and len(told.claim.chain) == 1 and chain[0].source.start is None
    return replace(told.claim, roles=roles, chain=chain, said_in=None if own else told.claim.said_in)


def _point(mention: Mention, referent: Referent | None, entity: Entity | None) -> Mention:
    """The mention with its entity and all names, the form meant here first; unnamed sources keep their words."""
    if mention.entity is not None or referent is None:
        return mention
    if entity is None:
        return replace(mention, names=referent.forms if referent.forms != (mention.text,) else ())
    return replace(mention, entity=entity.id, names=entity.names)
