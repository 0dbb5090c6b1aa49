"""Interest: where a voice stands towards the happening it speaks on, and whether it speaks against its own side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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

#: An entity (None: not known) and the day on which it was told of.
Told = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Parties:
    """Who does what is told, and who suffers it: each once, however many tell of it."""

    doers: tuple[Told, ...]
    sufferers: tuple[Told, ...]


def judge_interest(
    speaker: str | None,
    *,
    told: str | None,
    is_outlet: bool,
    is_unnamed: bool,
    parties: Parties,
    sides: Sides,
) -> Interest:
    """`for` when the speaker's side does what is told, `against` when it suffers it; bystanders are `third`.

    The side is the one of the day on which he was `told` to say it, and theirs of when they were told of.
    `unknown` when the speaker is named but its side is neither, and no entity says what it is.
    """
    if is_outlet:
        return Interest.THIRD
    if speaker and _is_among(speaker, told, parties.doers, sides):
        return Interest.FOR
    if speaker and _is_among(speaker, told, parties.sufferers, sides):
        return Interest.AGAINST
    return Interest.THIRD if is_unnamed else Interest.UNKNOWN


def gather_parties(tellings: Sequence[Telling]) -> Parties:
    """Who does it and who suffers it, as the tellings of one happening have it."""
    return Parties(_doers(tellings), _sufferers(tellings))


def _doers(tellings: Iterable[Telling]) -> tuple[Told, ...]:
    """Who does it, as those tell it who say that it happened."""
    found: list[Told] = []
    for telling in tellings:
        if telling.stance is not Stance.DENIED:
            doer = gainer(telling) or telling.claim.role(Role.ACTOR)
            found += [(doer.entity, telling.report.told)] if doer else []
    return tuple(dict.fromkeys(found))


def _sufferers(tellings: Iterable[Telling]) -> tuple[Told, ...]:
    """Who is acted on, gives the place up, or denies the loss of it."""
    found: list[Told] = []
    for telling in tellings:
        role = Role.ACTOR if telling.type is ClaimType.HAND_OVER else Role.RECIPIENT
        sufferer = telling.claim.role(role)
        found += [(sufferer.entity, telling.report.told)] if sufferer else []
        denier = telling.claim.speaker if telling.stance is Stance.DENIED else None
        found += [(denier.entity, telling.report.told)] if denier else []
    return tuple(dict.fromkeys(found))


def _is_among(speaker: str, told: str | None, parties: Iterable[Told], sides: Sides) -> bool:
    return any(is_same_side(sides, speaker, party, told=(told, day)) for party, day in parties)


def is_against_own_interest(speaker: str | None, telling: Telling, sides: Sides) -> bool:
    """Whether somebody asserts what hurts his own side, or denies what would help it.

    Hurts: the place was taken from it, given up or left by it; its own fighters were killed, wounded or taken; it
    harmed civilians. Helps: it took or holds the place, or was given it.
    """
    if speaker is None or telling.stance not in (Stance.ASSERTED, Stance.DENIED):
        return False
    roles = _LOST if telling.stance is Stance.ASSERTED else _WON
    told = telling.report.told
    parties = [each for role in roles.get(telling.type, ()) if (each := telling.claim.role(role))]
    if telling.stance is Stance.ASSERTED and telling.type in _HARM:
        parties += _hurt_by_harm(telling)
    return _is_among(speaker, told, [(each.entity, told) for each in parties], sides)


def _hurt_by_harm(telling: Telling) -> list[Mention]:
    """Whom it hurts to be told of: those whose fighters suffer, who harms civilians."""
    kinds = victim_kinds(telling)
    roles = [*([Role.RECIPIENT] if kinds & {"s", "r"} else []), *([Role.ACTOR] if "c" in kinds else [])]
    return [each for role in roles if (each := telling.claim.role(role))]
