"""Alike: claims to which a correction of one applies too, each with a plain sentence why.

A person sees them before anything is signed. Claims that a person has decided on already are never among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model.checking import BASIS, SPEAKER, STANCE, TYPE, Value, part_of
from sayso.model.claim import Claim
from sayso.model.draft import Draft, Place, Step, draft_of, find_words
from sayso.model.resolution import Resolution
from sayso.model.snapshot import Snapshot
from sayso.model.values.stance import Role

_NEAR = 200  # characters around a claim in which the words of a correction are looked for
_ENDING = re.compile(r"(?:ing|ed|es|s|d)$")


@dataclass(frozen=True, slots=True)
class Like:
    """A claim like the corrected one: what the part would be set to there, and why it is alike.

    `attributions` of its report are those of `resolution`: `amend(like.claim, like.resolution.attributions, part,
    like.value)` makes the correction.
    """

    claim: Claim
    resolution: Resolution
    value: Value
    because: str


@dataclass(frozen=True, slots=True)
class _Case:
    """A claim in its report, as a draft."""

    claim: Claim
    resolution: Resolution
    draft: Draft

    @property
    def text(self) -> str:
        return self.resolution.report.text

    @property
    def trigger(self) -> str:
        return _stem(self.claim.trigger.text) if self.claim.trigger else ""

    @property
    def cue(self) -> str:
        cue = self.draft.said[0].cue if self.draft.said else None
        return _fold(self.text[slice(*cue)]) if cue else ""

    @property
    def speaker(self) -> str:
        return _fold(_words_of(self.draft.said[0], self.text)) if self.draft.said else ""

    def words(self, part: str) -> str:
        """The words of a part that is places; empty for none."""
        value = part_of(self.draft, part)
        return " … ".join(_fold(self.text[slice(*place)]) for place in _list_places(value))


def like(claim: Claim, part: str, new: Value, snapshot: Snapshot) -> tuple[Like, ...]:
    """Claims of the snapshot that a correction fits too: `part` of `claim`, as it is shown there, becomes `new`.

    Empty where the claim is not in the snapshot. Where the correction is words, they must stand near the other
    claim too: a claim where they do not is no like case.
    """
    cases = list(_list_cases(snapshot))
    this = next((each for each in cases if each.claim.id == claim.id), None)
    if this is None:
        return ()
    others = [each for each in cases if each.claim.id != claim.id and each.claim.decided is None]
    found = (_compare(this, other, part, new) for other in others)
    return tuple(each for each in found if each)


def like_whole(claim: Claim, snapshot: Snapshot) -> tuple[Like, ...]:
    """Claims that are accepted or rejected as this one is: the same type and stance in the same words, as in a copy."""
    cases = list(_list_cases(snapshot))
    this = next((each for each in cases if each.claim.id == claim.id), None)
    if this is None:
        return ()
    because = f"the same words, type and stance: {_quote(claim.evidence.text)}"
    return tuple(
        Like(each.claim, each.resolution, None, because)
        for each in cases
        if each.claim.id != claim.id
        and each.claim.decided is None
        and (each.claim.type, each.claim.stance, each.speaker) == (claim.type, claim.stance, this.speaker)
        and _fold(each.claim.evidence.text) == _fold(claim.evidence.text)
    )


def _compare(this: _Case, other: _Case, part: str, new: Value) -> Like | None:
    """The other as a like case; None where it is none."""
    if part == TYPE:
        because = _why_same_type(this, other)
    elif part in (STANCE, BASIS):
        because = _why_same_cue(this, other, part)
    elif part == SPEAKER:
        because = _why_same_speaker(this, other)
    else:
        because = _why_same_words(this, other, part)
    if because is None:
        return None
    value = _carry(this, other, part, new)
    if value == part_of(other.draft, part) or (value is None and new is not None):
        return None
    return Like(other.claim, other.resolution, value, because)


def _why_same_type(this: _Case, other: _Case) -> str | None:
    if not this.trigger or this.trigger != other.trigger or this.claim.type is not other.claim.type:
        return None
    return f"the same word tells of it, {_quote(_text_of(other.claim.trigger))}, and it was read as the same type"


def _why_same_cue(this: _Case, other: _Case, part: str) -> str | None:
    same = part_of(this.draft, part) == part_of(other.draft, part)
    if same and this.cue and this.cue == other.cue:
        return f"the same words of saying, {_quote(this.cue)}, and the same {part} before"
    if same and not this.cue and not other.cue and this.trigger and this.trigger == other.trigger:
        return f"the same word tells of it, {_quote(_text_of(other.claim.trigger))}, and the same {part} before"
    return None


def _why_same_speaker(this: _Case, other: _Case) -> str | None:
    if this.claim.report != other.claim.report or this.speaker != other.speaker:
        return None
    if not this.speaker:
        return None  # the outlet's own voice: nothing tells which of its claims are alike
    return f"the same words for the speaker, {_quote(this.speaker)}, in the same report"


def _why_same_words(this: _Case, other: _Case, part: str) -> str | None:
    if this.claim.type is not other.claim.type or this.words(part) != other.words(part):
        return None
    if this.words(part):
        return f"the same words, {_quote(this.words(part))}, as {part} of a claim of the same type"
    if part in list(Role) and this.trigger and this.trigger == other.trigger:
        return f"no {part} either, and the same word tells of it: {_quote(_text_of(other.claim.trigger))}"
    return None


def _carry(this: _Case, other: _Case, part: str, new: Value) -> Value:
    """What the part becomes in the other claim; None where its words do not stand near it."""
    if not isinstance(new, tuple) or not new:
        return new
    if part == SPEAKER:
        steps = [each for each in new if isinstance(each, Step)]
        return (*steps, *other.draft.said[1:]) if len(steps) == 1 else tuple(steps)
    places = [_carry_place(this, other, place) for place in _list_places(new)]
    found = tuple(place for place in places if place)
    if len(found) < len(places):
        return None
    return found[0] if isinstance(new[0], int) else found


def _carry_place(this: _Case, other: _Case, place: Place) -> Place | None:
    """Where the words of a place stand near the other claim, nearest to where they stand beside this one."""
    words, shift = this.text[slice(*place)], place[0] - this.claim.evidence.start
    begin = max(0, other.claim.evidence.start - _NEAR)
    near = other.text[begin : other.claim.evidence.end + _NEAR]
    starts = [begin + at for at in find_words(words, near)]
    wanted = other.claim.evidence.start + shift
    start = min(starts, key=lambda at: (abs(at - wanted), at), default=None)
    return None if start is None else (start, start + len(words))


def _list_cases(snapshot: Snapshot) -> Iterator[_Case]:
    for resolution in snapshot.resolutions:
        for claim in resolution.claims:
            yield _Case(claim, resolution, draft_of(claim, resolution.attributions))


def _list_places(value: Value) -> Sequence[Place]:
    if not isinstance(value, tuple) or not value:
        return ()
    if isinstance(value[0], int):
        return [(value[0], value[1])]
    return [each for each in value if isinstance(each, tuple)]


def _words_of(step: Step, text: str) -> str:
    return text[slice(*step.source)] if step.source else step.name


def _text_of(span: object) -> str:
    return str(getattr(span, "text", ""))


def _fold(words: str) -> str:
    return " ".join(words.casefold().split())


def _stem(word: str) -> str:
    """A word without its ending: "seized" and "seizes" tell of the same."""
    folded = _fold(word)
    return _ENDING.sub("", folded) if len(folded) > 4 else folded


def _quote(words: str) -> str:
    return f"“{words}”"
