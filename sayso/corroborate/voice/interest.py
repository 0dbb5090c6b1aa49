"""Interest: where a voice stands towards the happening it speaks on, and whether it speaks against its own side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.corroborate.party import gainer, victim_kinds
from sayso.corroborate.side import Sides, is_same_side
from sayso.corroborate.telling import Telling
from sayso.model.claim import Mention
from sayso.model.values.stance import ClaimType, Role, Stance
from sayso.model.voice import Interest

T = ClaimType
# Roles of those who lose by what is told, and of those who win.
_LOST = {
    T.SEIZE: (Role.RECIPIENT,),
    T.HOLD: (Role.RECIPIENT,),
    T.HAND_OVER: (Role.ACTOR,),
    T.WITHDRAW: (Role.ACTOR,),
}
_WON = {T.SEIZE: (Role.ACTOR,), T.HOLD: (Role.ACTOR,), T.HAND_OVER: (Role.RECIPIENT,)}
_HARM = frozenset({T.KILL, T.INJURE, T.DETAIN})


def judge_interest(
    speaker: str | None,
    *,
    told: str | None,
    is_outlet: bool,
    is_unnamed: bool,
    tellings: Sequence[Telling],
    sides: Sides,
) -> Interest:
    """`for` when the speaker's side does what is told, `against` when it suffers it; bystanders are `third`.

    The side is the one of the day on which he was `told` to say it, and theirs of when they were told of.
    `unknown` when the speaker is named but its side is neither, and no entity says what it is.
    """
    if is_outlet:
        return Interest.THIRD
    if speaker and _is_among(speaker, told, _doers(tellings), sides):
        return Interest.FOR
    if speaker and _is_among(speaker, told, _sufferers(tellings), sides):
        return Interest.AGAINST
    return Interest.THIRD if is_unnamed else Interest.UNKNOWN


#: A mention and the day on which it was told.
Told = tuple[Mention, str | None]


def _doers(tellings: Iterable[Telling]) -> list[Told]:
    """Who does it, as those tell it who say that it happened."""
    found: list[Told] = []
    for telling in tellings:
        if telling.stance is not Stance.DENIED:
            doer = gainer(telling) or telling.claim.role(Role.ACTOR)
            found += [(doer, telling.report.told)] if doer else []
    return found


def _sufferers(tellings: Iterable[Telling]) -> list[Told]:
    """Who is acted on, gives the place up, or denies the loss of it."""
    found: list[Told] = []
    for telling in tellings:
        role = Role.ACTOR if telling.type is ClaimType.HAND_OVER else Role.RECIPIENT
        sufferer = telling.claim.role(role)
        found += [(sufferer, telling.report.told)] if sufferer else []
        denier = telling.claim.speaker if telling.stance is Stance.DENIED else None
        found += [(denier, telling.report.told)] if denier else []
    return found


def _is_among(speaker: str, told: str | None, mentions: Iterable[Told], sides: Sides) -> bool:
    return any(is_same_side(sides, speaker, mention.entity, told=(told, day)) for mention, day in mentions)


def is_against_own_interest(speaker: str | None, telling: Telling, sides: Sides) -> bool:
    """Whether somebody asserts what hurts his own side, or denies what would help it.

    Hurts: the place was taken from it, given up or left by it; its own fighters were killed, wounded or taken; it
    harmed civilians. Helps: it took or holds the place, or was given it.
    """
    if speaker is None or telling.stance not in (Stance.ASSERTED, Stance.DENIED):
        return False
    roles = _LOST if telling.stance is Stance.ASSERTED else _WON
    told = telling.report.told
    mentions = [(each, told) for role in roles.get(telling.type, ()) if (each := telling.claim.role(role))]
    if telling.stance is Stance.ASSERTED and telling.type in _HARM:
        mentions += [(each, told) for each in _hurt_by_harm(telling)]
    return _is_among(speaker, told, mentions, sides)


def _hurt_by_harm(telling: Telling) -> list[Mention]:
    """Whom it hurts to be told of: those whose fighters suffer, who harms civilians."""
    kinds = victim_kinds(telling)
    roles = [*([Role.RECIPIENT] if kinds & {"s", "r"} else []), *([Role.ACTOR] if "c" in kinds else [])]
    return [each for role in roles if (each := telling.claim.role(role))]
