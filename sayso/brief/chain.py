"""A chain in one line: who says it, where, through whom, in which outlet."""

from __future__ import annotations

from sayso.model.claim import Claim


def caption_chain(claim: Claim) -> str:
    """`Mohamed Ghemim (in a statement to Arraed network), in Arraed`; relays as `through …`."""
    if not claim.chain:
        return "nobody named"
    *speakers, outlet = claim.chain
    if not speakers:
        return f"{outlet.source.name} itself" if claim.said_in is None else f"no source named, in {outlet.source.name}"
    nearest, *relays = speakers
    channel = f" ({nearest.channel})" if nearest.channel else ""
    through = "".join(f", through {link.source.name}" for link in relays)
    return f"{nearest.source.name}{channel}{through}, in {outlet.source.name}"
