"""Recognition: which claim of a reading a person decided on, by words, type and speaker; whatever reader made it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.model.claim import Claim, Link
from sayso.model.draft import Draft, Place, place_of
from sayso.model.values.stance import Stance

#: Shared characters over all characters of both, from which on words without a trigger are the same claim's.
SAME = 0.5

#: Of two words for one event, one is what the other does ("launched an attack"): nothing may part them.
_PARTED = re.compile(r"[,.;:!?\n]|\b(?:and|or|but|while|then)\b|.{25}", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Held:
    """A claim while decisions are applied, and the decisions that touched it."""

    claim: Claim
    touched: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sought:
    """What a decision is on: the claim as it was then, in today's version, and the decision in force that made it so.

    `is_void`: a person added the claim and took that back.
    """

    draft: Draft
    touched_by: str | None = None
    is_void: bool = False


def find_same(held: Sequence[Held], sought: Sought, text: str, *, was_read: bool = True) -> Held | None:
    """The claim that a decision is on: that of its name, else what an earlier one left, else that of its words.

    `was_read`: a reader had found it; other claims in its words then stood beside it where there were any.
    """
    found = find_named(held, sought) or _find_by_words(held, sought.draft, text)
    return found or (_find_only(held, sought.draft, text) if was_read else None)


def find_named(held: Sequence[Held], sought: Sought) -> Held | None:
    """The claim of the name under which it was seen (its words make a name), else what an earlier decision left."""
    named = next((each for each in held if each.claim.id == sought.draft.id), None)
    touched = [each for each in held if sought.touched_by in each.touched]
    return named or (touched[0] if len(touched) == 1 else None)  # a decision on an attribution touches many


def find_like(held: Sequence[Held], draft: Draft, text: str) -> list[Held]:
    """All that stands in a draft's words, of its type and by its speaker: what goes when it is rejected.

    None that another decision is on: persons saw those beside it.
    """
    read = [each for each in held if not each.touched]
    like = [each for each in read if each.claim.type is draft.type and _is_by(each.claim, draft)]
    nearest = _closest((each for each in like if _may_be(each.claim, draft, text)), draft)
    found = [each for each in like if each is nearest or _is_same(each.claim, draft, text)]
    return found or [each for each in [_find_denial(read, draft)] if each]


def meet(one: Place, other: Place) -> bool:
    """Whether two places share a character."""
    return one[0] < other[1] and other[0] < one[1]


def _find_by_words(held: Iterable[Held], draft: Draft, text: str) -> Held | None:
    """The claim of the same type and speaker with the same trigger, or nearly the same words.

    None that another decision is on: persons saw those two beside each other.
    """
    read = [each for each in held if not each.touched]
    same = [each for each in read if each.claim.type is draft.type and _is_same(each.claim, draft, text)]
    spoken = _closest((each for each in same if _is_by(each.claim, draft)), draft)
    unspoken = [each for each in same if not each.claim.chain and each.claim.stance is draft.stance]
    return spoken or _find_denial(read, draft) or _closest(unspoken, draft)  # the reader missed its speaker


def _find_only(held: Iterable[Held], draft: Draft, text: str) -> Held | None:
    """The only claim of its type and stance in a draft's words: another reader takes somebody else for its speaker.

    None under other words of saying: those are another's.
    """
    read = [each for each in held if not each.touched and each.claim.type is draft.type]
    same = [each for each in read if each.claim.stance is draft.stance and _is_same(each.claim, draft, text)]
    return same[0] if len(same) == 1 and not _has_other_cue(same[0].claim, draft) else None


def _find_denial(read: Iterable[Held], draft: Draft) -> Held | None:
    """The only denial under a denier's words: what he denies as "it" got the words of what he denies."""
    cue = draft.said[0].cue if draft.said and draft.stance is Stance.DENIED else None
    if cue is None:
        return None
    denials = [each for each in read if each.claim.stance is Stance.DENIED and each.claim.chain]
    under = [each for each in denials if (mine := each.claim.chain[0].cue) and meet(place_of(mine), cue)]
    return under[0] if len(under) == 1 and _is_by(under[0].claim, draft) else None


def _closest(held: Iterable[Held], draft: Draft) -> Held | None:
    """The claim that shares most words with a draft."""
    return max(held, key=lambda each: (_overlap(each.claim, draft), each.claim.id), default=None)


def _is_same(claim: Claim, draft: Draft, text: str) -> bool:
    """Whether a claim has a draft's trigger, or nearly its words."""
    shared = _overlap(claim, draft)
    trigger = place_of(claim.trigger) if claim.trigger else None
    if shared and trigger and draft.trigger:
        return meet(trigger, draft.trigger) or (shared >= SAME and not _are_parted(trigger, draft.trigger, text))
    return shared >= SAME


def _may_be(claim: Claim, draft: Draft, text: str) -> bool:
    """Whether a claim shares words with a draft, and no trigger says that it is another happening."""
    trigger = place_of(claim.trigger) if claim.trigger else None
    if not (trigger and draft.trigger) or meet(trigger, draft.trigger):
        return _overlap(claim, draft) > 0
    return _overlap(claim, draft) > 0 and not _are_parted(trigger, draft.trigger, text)


def _are_parted(one: Place, other: Place, text: str) -> bool:
    """Whether two triggers are those of two happenings: "killed five and killed three"."""
    (_, start), (end, _) = sorted([one, other])
    return bool(_PARTED.search(text[start:end]))


def _has_other_cue(claim: Claim, draft: Draft) -> bool:
    """Whether a claim and a draft hang on different words of saying."""
    cue, wanted = (claim.chain[0].cue if claim.chain else None), (draft.said[0].cue if draft.said else None)
    return bool(cue and wanted and not meet(place_of(cue), wanted))


def _is_by(claim: Claim, draft: Draft) -> bool:
    """Whether a claim has the speaker of a draft: the nearest of one is in the chain of the other, by words for him or
    of saying; or neither has words of his own; or the outlet itself speaks in both.
    """
    if not claim.chain or not draft.said:
        return not claim.chain and not draft.said
    mine = [(_source_of(link), place_of(link.cue) if link.cue else None) for link in claim.chain]
    theirs = [(step.source, step.cue) for step in draft.said]
    if any(_are_one(mine[0], each) for each in theirs) or any(_are_one(theirs[0], each) for each in mine):
        return True
    return mine[0][0] is None and theirs[0][0] is None


def _are_one(one: tuple[Place | None, Place | None], other: tuple[Place | None, Place | None]) -> bool:
    """Whether two steps share words for the speaker, or words of saying."""
    return any(left and right and meet(left, right) for left, right in zip(one, other, strict=True))


def _source_of(link: Link) -> Place | None:
    source = link.source
    return None if source.start is None or source.end is None else (source.start, source.end)


def _overlap(claim: Claim, draft: Draft) -> float:
    """Shared characters over all characters of both, 0 to 1."""
    mine = _characters(place_of(span) for span in claim.evidence.spans)
    theirs = _characters(draft.words)
    return len(mine & theirs) / len(mine | theirs)


def _characters(places: Iterable[Place]) -> set[int]:
    return {at for start, end in places for at in range(start, end)}
