"""Interest: where a voice stands towards the happening it speaks on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.corroborate.party import gainer
from sayso.corroborate.side import Sides
from sayso.corroborate.telling import Telling
from sayso.model.claim import Mention
from sayso.model.values.stance import ClaimType, Role, Stance
from sayso.model.voice import Interest


def judge_interest(
    speaker: str | None, *, is_outlet: bool, is_unnamed: bool, tellings: Sequence[Telling], sides: Sides
) -> Interest:
    """`for` when the speaker's side does what is told, `against` when it suffers it; bystanders are `third`.

    `unknown` when the speaker is named but its side is neither, and no entity says what it is.
    """
    if is_outlet:
        return Interest.THIRD
    if speaker and _is_among(speaker, _doers(tellings), sides):
        return Interest.FOR
    if speaker and _is_among(speaker, _sufferers(tellings), sides):
        return Interest.AGAINST
    return Interest.THIRD if is_unnamed else Interest.UNKNOWN


def _doers(tellings: Iterable[Telling]) -> list[Mention]:
    """Who does it, as those tell it who say that it happened."""
    found = []
    for telling in tellings:
        if telling.stance is not Stance.DENIED:
            doer = gainer(telling) or telling.claim.role(Role.ACTOR)
            found += [doer] if doer else []
    return found


def _sufferers(tellings: Iterable[Telling]) -> list[Mention]:
    """Who is acted on, gives the place up, or denies the loss of it."""
    found = []
    for telling in tellings:
        role = Role.ACTOR if telling.type is ClaimType.HAND_OVER else Role.RECIPIENT
        sufferer = telling.claim.role(role)
        found += [sufferer] if sufferer else []
        denier = telling.claim.speaker if telling.stance is Stance.DENIED else None
        found += [denier] if denier else []
    return found


def _is_among(speaker: str, mentions: Iterable[Mention], sides: Sides) -> bool:
    return any(sides.is_same(speaker, mention.entity) for mention in mentions)
