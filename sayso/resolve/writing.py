"""Writing: the resolution of one report, by the entities that its names turned out to be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sayso.model.claim import Claim, Link, Mention, RoleFiller
from sayso.model.entity import Entity
from sayso.model.resolution import Resolution
from sayso.resolve.interpretation import Interpretation, Told
from sayso.resolve.referent import Referent


def write(
    interpretation: Interpretation,
    named: Mapping[Referent, str],
    entities: Mapping[str, Entity],
    everybody: Mapping[str, Entity],
) -> Resolution:
    """The resolution of one report, its mentions pointing to `entities` by the identifiers that its referents have.

    `everybody` has the known entities too.
    """
    used = find_used(named.values(), entities, everybody)
    return Resolution(
        report=interpretation.report,
        attributions=interpretation.reading.attributions,
        claims=tuple(_write_claim(told, named, used) for told in interpretation.told),
        entities=tuple(used[key] for key in sorted(used)),
        credits=interpretation.credits,
    )


def find_used(
    named: Iterable[str], entities: Mapping[str, Entity], everybody: Mapping[str, Entity]
) -> dict[str, Entity]:
    """The entities of one report by identifier: those that it names, and for whom they speak."""
    found = {key: entities[key] for key in named}
    # Whom they speak for belongs to the report though no mention names it: a state, whose organs speak.
    spoken_for = {tie.of for entity in found.values() for tie in entity.affiliations}
    return found | {key: everybody[key] for key in spoken_for & everybody.keys()}


def _write_claim(told: Told, named: Mapping[Referent, str], entities: Mapping[str, Entity]) -> Claim:
    def find(referent: Referent | None) -> Entity | None:
        key = named.get(referent) if referent else None
        return entities[key] if key else None

    roles = tuple(
        RoleFiller(filler.role, _point(filler.mention, referent, find(referent)))
        for filler, referent in zip(told.claim.roles, told.fillers, strict=True)
    )
    chain = tuple(
        Link(_point(step.link.source, step.referent, find(step.referent)), step.link.cue, step.link.channel)
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
