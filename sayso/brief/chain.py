"""A chain in one line: who says it, where, through whom, in which outlet."""

from __future__ import annotations

from sayso.model.claim import Claim


def caption_chain(claim: Claim) -> str:
    """`Mohamed Ghemim (in a statement to Arraed network), in Arraed`; relays as `through …`.

    The outlet's words do not stand in the text: a chain whose last one's do is of a page that names no outlet.
    """
    if not claim.chain:
        return "nobody named"
    *speakers, outlet = claim.chain
    where = outlet.source.name
    if outlet.source.start is not None:
        speakers, where = [*speakers, outlet], "a page that names no outlet"
    if not speakers:
        return f"{where} itself" if claim.said_in is None else f"no source named, in {where}"
    nearest, *relays = speakers
    channel = f" ({nearest.channel})" if nearest.channel else ""
    through = "".join(f", through {link.source.name}" for link in relays)
    return f"{nearest.source.name}{channel}{through}, in {where}"
