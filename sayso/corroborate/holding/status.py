"""Status: how a holding stands among the accounts.

`undisputed`: nobody says otherwise, and somebody says it who gains nothing by it, or the other side admits it.
`claimed`: only the holder's own side says so; or one voice does, and another denies it; or a hand-over that one
outlet or source tells. `disputed`: several say so, or the holder against its opponent, and a voice denies it; or
a party that held the place before is still said to hold it when others tell of its loss.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta

from sayso.corroborate.holding.holder import OPPOSING
from sayso.corroborate.holding.spell import Spell
from sayso.corroborate.holding.turn import CHANGES, Turn, TurnKind
from sayso.corroborate.side import share_name
from sayso.corroborate.telling import Telling, read_bounds
from sayso.model.holding import HoldingStatus
from sayso.model.values.stance import ClaimType, Role, Stance
from sayso.model.voice import Interest, Voice

S = HoldingStatus
T = ClaimType

_PARTIES = (Role.ACTOR, Role.RECIPIENT)
_BEARS_OUT = frozenset({T.SEIZE, T.HAND_OVER, T.HOLD, T.WITHDRAW, T.DEPLOY, T.PRESENT})
_LATELY = timedelta(days=2)  # a state said to have begun so shortly before is told as a taking
_CLOSE = timedelta(days=3)  # a leaving and a taking this close are one change of hands


def judge_status(
    spell: Spell, turns: Sequence[Turn], tellings: Mapping[str, Telling], elsewhere: Collection[str]
) -> HoldingStatus:
    """How a spell stands, by the voices of the events that begin it, or of all its events where none is said to.

    `turns` are all of the place: whoever is among them as a holder is a party to it. `elsewhere` are the claims
    on other places: what is said of the tower denies nothing of the airport.
    """
    begun = {turn.event.id for turn in spell.turns if turn.start}
    telling = [turn for turn in spell.turns if turn.event.id in begun] or list(spell.turns)
    voices = voices_of(telling)
    is_own = bool(voices) and all(voice.interest is Interest.FOR for voice in voices)
    own = {turn.holder_key for turn in spell.turns}
    backing = {turn.claim for turn in turns if turn.holder_key in own and turn.kind is not TurnKind.LOST}
    deniers = find_deniers(telling, spell, tellings, ignoring={*elsewhere, *backing})
    if deniers:
        return _judge_denied(telling, turns, deniers, is_own=is_own, is_alone=len(voices) <= 1)
    is_given = all(turn.kind is TurnKind.GIVEN for turn in telling)
    if is_own and not _is_borne_out(telling, spell, turns, tellings):
        return S.CLAIMED
    return S.CLAIMED if is_given and len(voices) <= 1 else S.UNDISPUTED


def _judge_denied(
    telling: Sequence[Turn], turns: Sequence[Turn], deniers: Sequence[Voice], *, is_own: bool, is_alone: bool
) -> HoldingStatus:
    by_opponent = any(_is_party(voice, telling, turns) for voice in deniers)
    if is_own and not by_opponent:
        return S.CLAIMED
    if is_own:
        return S.DISPUTED
    return S.CLAIMED if is_alone and any(is_taking(turn) for turn in telling) else S.DISPUTED


def is_taking(turn: Turn) -> bool:
    """Whether a turn tells of a change of hands, or of a state that has only begun ("since last night")."""
    if turn.kind in CHANGES:
        return True
    start, told = read_bounds(turn.start), turn.telling.told
    return bool(start and start.first and told and told.last and told.last - start.first <= _LATELY)


def voices_of(turns: Iterable[Turn]) -> list[Voice]:
    """The voices that say it, each once."""
    found = {voice.id: voice for turn in turns for voice in turn.event.voices if turn.claim in voice.claims}
    return [found[key] for key in sorted(found)]


def find_deniers(
    telling: Iterable[Turn], spell: Spell, tellings: Mapping[str, Telling], *, ignoring: Collection[str] = ()
) -> list[Voice]:
    """Voices on the other side of a conflict over whether it happened or who holds it.

    A denial of the time before the spell contradicts nothing in it. Claims to ignore contradict nothing either.
    """
    claims = {turn.claim for turn in telling}
    start = read_bounds(spell.start)
    first = start.first if start else None
    found: dict[str, Voice] = {}
    for event in {turn.event.id: turn.event for turn in telling}.values():
        for conflict in event.conflicts:
            for mine, theirs in (conflict.between, conflict.between[::-1]):
                if conflict.on in OPPOSING and claims & set(mine):
                    against = {c for c in theirs if c not in ignoring and _is_after(tellings.get(c), first)}
                    found |= {voice.id: voice for voice in event.voices if against & set(voice.claims)}
    return [found[key] for key in sorted(found)]


def _is_after(telling: Telling | None, first: date | None) -> bool:
    day = telling.told.last if telling and telling.told else None
    return first is None or day is None or day >= first


def _is_party(voice: Voice, telling: Iterable[Turn], turns: Iterable[Turn]) -> bool:
    """Whether a voice speaks for somebody, or is itself named as taking, giving, holding or losing the place."""
    if voice.speaks_for is not None:
        return True
    named = [f.mention for turn in telling for f in turn.telling.claim.roles if f.role in _PARTIES]
    named += [turn.holder for turn in turns]
    return any(share_name(voice.names, (mention.text, *mention.names)) for mention in named)


def _is_borne_out(
    telling: Iterable[Turn], spell: Spell, turns: Iterable[Turn], tellings: Mapping[str, Telling]
) -> bool:
    """Whether a voice of another side tells of the change of hands, or of how another party left at that time."""
    for turn in telling:
        for voice in turn.event.voices:
            if voice.interest is not Interest.FOR and any(_bears_out(tellings.get(claim)) for claim in voice.claims):
                return True
    return has_been_left(spell, turns)


def has_been_left(spell: Spell, turns: Iterable[Turn]) -> bool:
    """Whether another party is said to have left the place when the spell began."""
    own = {turn.holder_key for turn in spell.turns}
    left = [turn for turn in turns if turn.kind is TurnKind.LOST and turn.telling.type is T.WITHDRAW]
    return any(turn.holder_key not in own and abs(turn.day - spell.day) <= _CLOSE for turn in left)


def _bears_out(telling: Telling | None) -> bool:
    return bool(telling and telling.stance is Stance.ASSERTED and telling.type in _BEARS_OUT)
