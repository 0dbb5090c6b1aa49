"""The rows of one event: itself with its counts, its claims, voices, stances, conflicts, and whom it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.model.claim import Claim
from sayso.model.event import Event
from sayso.model.title import title_of
from sayso.model.values.stance import FACTUAL, ClaimType, Stance
from sayso.record import codec
from sayso.record.row import Row
from sayso.record.row.day import days, latest, span
from sayso.record.row.resolution import CHAIN, SPEAKER, parts_of

#: The part of the place of the event itself, beside the parts that claims give.
AT = "at"
_SPEAKING = (SPEAKER, CHAIN)
#: The part of whom a voice speaks for.
SPOKEN_FOR = "spoken_for"


@dataclass(frozen=True, slots=True)
class Told:
    """An event with its claims, and when the reports of these were told (EDTF, by report)."""

    position: int
    event: Event
    claims: Sequence[Claim]
    told: Mapping[str, str | None]


def event_row(of: Told, *, whole: Event) -> Row:
    """The event with its counts: `claims` counts what stands in reports, copies too, `voices` never do.

    `of` is it as lists show it, with what is withheld concealed; `whole` is what is kept.
    """
    event, title = of.event, title_of(of.event, of.claims)
    first, last = days(event.when)
    told_first, told_last = _span(of)
    quoted = quote(of)
    return {
        "position": of.position,
        "id": event.id,
        "type": event.type,
        "place": event.place,
        "happened": event.when,
        "happened_first": first,
        "happened_last": last,
        "payload": codec.encode(whole),
        "object_name": title.what,
        "place_name": title.where,
        "recipient_name": title.whom,
        "actor_name": title.who,
        "quoted": quoted.id if quoted else None,
        "claims": len(event.claims),
        "reports": len({claim.report for claim in of.claims}),
        "voices": len(event.voices),
        "at_least": event.at_least,
        "conflicts": len(event.conflicts),
        "told_first": told_first,
        "told_last": told_last,
        "latest": latest(told_last, of.position),
    }


def _span(of: Told) -> tuple[date | None, date | None]:
    """The first and the last day on which it was told."""
    return span(of.told.get(claim.report) for claim in of.claims)


def event_claim_rows(of: Told) -> Iterator[Row]:
    """Its claims in order, each with how much a person should doubt it."""
    confidence = {claim.id: claim for claim in of.claims}
    contested = contested_claims(of.event)
    for position, claim in enumerate(of.event.claims):
        known = confidence.get(claim)
        yield {
            "event": of.position,
            "position": position,
            "claim": claim,
            "is_contested": claim in contested,
            "is_disputed": bool(of.event.conflicts),
            "is_alone": len(of.event.voices) == 1 and of.event.at_least is None,
            "doubt": weigh_doubt(known, of.event, is_contested=claim in contested) if known else 0.0,
        }


def weigh_doubt(claim: Claim, event: Event, *, is_contested: bool) -> float:
    """How much a second look at a claim is worth: how unsure its reader is, times what rests on it.

    What rests on it is counted: 1, one more if it is the event's only voice, one more if it stands in a conflict;
    half of all where it tells of no happening. What a person decided, and a reader that does not say how sure it
    is, give 0.
    """
    if claim.certainty is None or claim.decided:
        return 0.0
    rests = 1 + (len(event.voices) == 1) + is_contested
    slight = claim.type in {ClaimType.STATEMENT, ClaimType.SILENCE} or claim.stance not in FACTUAL
    return round((1 - claim.confidence) * rests * (0.5 if slight else 1.0), 4)


def contested_claims(event: Event) -> frozenset[str]:
    """The claims that are set against others."""
    return frozenset(claim for conflict in event.conflicts for side in conflict.between for claim in side)


def quote(of: Told) -> Claim | None:
    """The claim whose words stand for the event in a list: the first of its type that is asserted, else the first."""
    own = [claim for claim in of.claims if claim.type is of.event.type] or list(of.claims)
    asserted = [claim for claim in own if claim.stance is Stance.ASSERTED]
    return next(iter(asserted or own), None)


def voice_rows(at: int, event: Event) -> Iterator[Row]:
    """Its voices in order."""
    for position, voice in enumerate(event.voices):
        yield {
            "event": at,
            "position": position,
            "id": voice.id,
            "name": voice.name,
            "speaks_for": voice.speaks_for,
            "interest": voice.interest,
        }


def stance_rows(of: Told) -> Iterator[Row]:
    """Under how many voices each stance is heard."""
    heard = Counter(stance for voice in of.event.voices for stance in voice.stances)
    for stance, voices in heard.items():
        yield {"event": of.position, "stance": stance, "voices": voices}


def conflict_rows(of: Told) -> Iterator[Row]:
    """Its conflicts in order, each with the words or values that clash."""
    for position, conflict in enumerate(of.event.conflicts):
        left, right = conflict.values
        yield {"event": of.position, "position": position, "about": conflict.on, "one": left, "other": right}


def event_entity_rows(of: Told) -> Iterator[Row]:
    """Each entity once in each part that it has in the event."""
    for part, entity in dict.fromkeys(_parts(of)):
        yield {"event": of.position, "part": part, "entity": entity}


def _parts(of: Told) -> Iterator[tuple[str, str]]:
    if of.event.place:
        yield AT, of.event.place
    for claim in of.claims:
        # Who speaks where voices are not counted out would tell, in the counts of sources, that there is another.
        yield from (part for part in parts_of(claim) if of.event.at_least is None or part[0] not in _SPEAKING)
    for voice in of.event.voices:
        if voice.speaks_for:
            yield SPOKEN_FOR, voice.speaks_for


def event_words(of: Told) -> tuple[int, str, str]:
    """Its number, what is said of it, and the names in it: each once."""
    said = dict.fromkeys(claim.evidence.text for claim in of.claims)
    names = dict.fromkeys((*of.event.place_names, *(name for claim in of.claims for name in names_in(claim))))
    _, told_last = _span(of)
    return latest(told_last, of.position), "\n".join(said), "\n".join(names)


def names_in(claim: Claim) -> Iterable[str]:
    """Every name of everybody and everything in a claim, its speakers too."""
    return dict.fromkeys(name for mention in claim.mentions for name in (mention.text, *mention.names))
