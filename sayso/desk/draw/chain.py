"""A chain drawn: steps in a row, from the speaker nearest the content to the outlet that carries the report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from sayso.model.claim import Claim, Link, Mention


class StepKind(StrEnum):
    """What stands at a step."""

    SPEAKER = "speaker"  # the nearest: who is said to have said it
    RELAY = "relay"  # through whom it came
    OUTLET = "outlet"  # where it was published
    NOBODY = "nobody"  # a cue without a source ("reportedly")
    UNNAMED = "unnamed"  # the page, which names no outlet


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a chain: the name, and the words that stand for it in the report where these differ.

    `cue` and `channel` are the words by which, and where, it was said; `address` is the source's page,
    None for who has none.
    """

    kind: StepKind
    name: str = ""
    words: str | None = None
    cue: str | None = None
    channel: str | None = None
    address: str | None = None


def draw_chain(claim: Claim, outlet: str | None) -> tuple[Step, ...]:
    """The steps of a claim's chain, never none: an outlet that speaks itself is the one step of its chain.

    `outlet` is the one that carries the report: without it the chain ends with the last one named, and the page
    itself is the last step. Where the report has a cue and no source, the first step is nobody.
    """
    speakers = claim.chain[:-1] if outlet else claim.chain
    steps = [_draw(link, StepKind.RELAY if place else StepKind.SPEAKER) for place, link in enumerate(speakers)]
    if not steps and claim.said_in is not None:
        steps = [Step(StepKind.NOBODY)]
    last = _draw(claim.chain[-1], StepKind.OUTLET) if outlet and claim.chain else Step(StepKind.UNNAMED)
    return (*steps, last)


def address_of_source(mention: Mention) -> str:
    """The page of a source: by its entity, else by its name."""
    return f"/source/{quote(mention.entity or mention.name, safe='')}"


def _draw(link: Link, kind: StepKind) -> Step:
    cue, channel = link.cue.text if link.cue else None, link.channel
    if cue and channel and channel.casefold().startswith(cue.casefold()):
        cue, channel = channel, None  # "told" and "told the agency by telephone": the longer says both
    is_only_words = kind is StepKind.RELAY and link.source.entity is None  # no source has a page by these words
    address = None if is_only_words else address_of_source(link.source)
    return Step(kind, link.source.name, _stands_for(link.source), cue, channel, address)


def _stands_for(source: Mention) -> str | None:
    """The words in the report, where they say more or other than the name; an article is no difference."""
    if source.start is None or source.text.casefold().removeprefix("the ") == source.name.casefold():
        return None
    return source.text
