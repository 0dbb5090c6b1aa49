"""The rows of one report as resolved: itself with its counts, its claims, and whom they name."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.model.claim import Claim, Mention
from sayso.model.resolution import Resolution
from sayso.record import codec
from sayso.record.row import Row
from sayso.record.row.day import days, latest

#: The part of the nearest speaker of a claim, and of those who passed it on.
SPEAKER, CHAIN = "speaker", "chain"


@dataclass(frozen=True, slots=True)
class Encoded:
    """A resolution as it is kept: without its report's words and its claims, and the claims."""

    payload: str
    claims: tuple[str, ...]
    digest: str  # SHA-256 of both and of the words; of equal resolutions the same


def encode_resolution(resolution: Resolution) -> Encoded:
    """A resolution as it is kept."""
    payload = codec.encode(replace(resolution, report=replace(resolution.report, text=""), claims=()))
    claims = tuple(codec.encode(claim) for claim in resolution.claims)
    whole = "\n".join((resolution.report.version, payload, *claims))  # JSON has no line breaks of its own
    return Encoded(payload, claims, hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest())


def resolution_row(position: int, resolution: Resolution, kept: Encoded, *, shown: Resolution) -> Row:
    """The report without its words and its claims; `shown` is it as lists show it, with what is withheld concealed."""
    report = shown.report
    first, last = days(report.told)
    return {
        "position": position,
        "report": report.id,
        "version": resolution.report.version,
        "outlet": report.outlet,
        "title": report.title,
        "language": report.language,
        "told": report.told,
        "told_first": first,
        "told_last": last,
        "payload": kept.payload,
        "claims": len(resolution.claims),
        "latest": latest(last, position),
        "digest": kept.digest,
    }


def claim_row(position: int, resolution: int, claim: Claim, kept: str, *, shown: Claim, told: str | None) -> Row:
    """A claim, `kept` as it is encoded; `shown` is it as lists show it; `told` is when its report was told."""
    happened = shown.when.edtf if shown.when else None
    first, last = days(happened)
    told_first, told_last = days(told)
    return {
        "position": position,
        "resolution": resolution,
        "id": claim.id,
        "report": claim.report,
        "type": claim.type,
        "stance": claim.stance,
        "happened": happened,
        "happened_first": first,
        "happened_last": last,
        "decided": claim.decided,
        "payload": kept,
        "words": shown.evidence.text,
        "speaker": shown.speaker.name if shown.speaker else None,
        "confidence": claim.confidence,
        "told_first": told_first,
        "told_last": told_last,
        "latest": latest(told_last, position),
    }


def claim_entity_rows(position: int, claim: Claim) -> Iterator[Row]:
    """Each entity once in each part that it has in the claim."""
    for part, entity in dict.fromkeys(parts_of(claim)):
        yield {"claim": position, "part": part, "entity": entity}


def parts_of(claim: Claim) -> Iterator[tuple[str, str]]:
    """The entities that a claim names, each with its part: a role, `speaker` or `chain`."""
    for part, mention in _mentions(claim):
        if mention.entity is not None:
            yield part, mention.entity


def _mentions(claim: Claim) -> Iterator[tuple[str, Mention]]:
    for filler in claim.roles:
        yield str(filler.role), filler.mention
    for step, link in enumerate(claim.chain):
        yield CHAIN if step else SPEAKER, link.source
