"""Status: how a holding stands among the accounts.

`undisputed`: nobody says otherwise, and somebody says it who gains nothing by it, or the other side admits it.
`claimed`: only the holder's own side says so; or one voice tells of a taking, and another denies it; or of a hand-over
of no date. `disputed`: several say so, or the taker against its opponent, and a voice denies it; or it is a state that
others than the holder tell of, and a voice denies it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.corroborate.holding.holder import OPPOSING, is_one_holder
from sayso.corroborate.holding.spell import Spell
from sayso.corroborate.holding.turn import CHANGES, Turn, TurnKind
from sayso.corroborate.party import gainer
from sayso.corroborate.side import Sides, share_name
from sayso.corroborate.telling import Telling, read_bounds
from sayso.corroborate.wording import stems
from sayso.model.claim import Mention
from sayso.model.event import Event
from sayso.model.holding import HoldingStatus
from sayso.model.values.stance import ClaimType, Role, Stance
from sayso.model.voice import Interest, Voice

S = HoldingStatus
T = ClaimType

_PARTIES = (Role.ACTOR, Role.RECIPIENT)
_BEARS_OUT = frozenset({T.SEIZE, T.HAND_OVER, T.HOLD, T.WITHDRAW, T.DEPLOY, T.PRESENT})
_BEING_THERE = frozenset({T.DEPLOY, T.PRESENT})
_BODIES = stems("army ministry government presidency command commander militia brigade guard front navy junta regime")
_LATELY = timedelta(days=2)  # a state said to have begun so shortly before is told as a taking
_CLOSE = timedelta(days=3)  # a leaving and a taking this close are one change of hands


@dataclass(frozen=True, slots=True)
class Scene:
    """What bears on the spells of one place: all turns on it, whom each claim gives it to, and who is on whose side.

    `tellings` are all claims of its events by identifier. `elsewhere` are the claims on other places: what is said
    of the tower denies nothing of the airport.
    """

    turns: Sequence[Turn]
    leavings: Sequence[Turn]
    gains: Mapping[str, frozenset[str]]
    tellings: Mapping[str, Telling]
    elsewhere: Collection[str]
    sides: Sides

    def is_for(self, claim: str, spell: Spell) -> bool:
        """Whether a claim gives the place to the party of a spell, at whatever time."""
        return spell.party in self.gains.get(claim, ())

    def bears_out(self, claim: str, spell: Spell) -> bool:
        """Whether a claim tells of armed men coming, going or staying, and not of another party's being there.

        A state without a holder's name ("it is still theirs") may be anybody's: it bears out nothing.
        """
        telling = self.tellings.get(claim)
        if telling is None or telling.stance is not Stance.ASSERTED or telling.type not in _BEARS_OUT:
            return False
        if claim in self.elsewhere or (telling.type is T.HOLD and claim not in self.gains):
            return False
        if claim in self.gains:
            return self.is_for(claim, spell)
        return telling.type not in _BEING_THERE or self._may_be_of(telling, spell)

    def _may_be_of(self, telling: Telling, spell: Spell) -> bool:
        """Whether those who are said to come or to be there may be the party of a spell: who has taken the place may be
        seen as nobody in particular; who only says that he has it must be named.
        """
        own = [turn.holder for turn in spell.turns]
        actors = [filler.mention for filler in telling.claim.roles if filler.role is Role.ACTOR]
        if any(self._is_one_of(actor, own) for actor in actors):
            return True
        others = [turn.holder for turn in self.turns if not self._is_one_of(turn.holder, own)]
        return any(map(is_taking, spell.turns)) and not any(self._is_one_of(actor, others) for actor in actors)

    def _is_one_of(self, party: Mention, holders: Iterable[Mention]) -> bool:
        return any(is_one_holder(party, holder, self.sides) for holder in holders)

    def list_bearing(self, voice: Voice, spell: Spell) -> list[str]:
        """The claims of a voice that bear a spell out; none where it gives the place to another party too."""
        if any(claim in self.gains and not self.is_for(claim, spell) for claim in voice.claims):
            return []
        return [claim for claim in voice.claims if self.bears_out(claim, spell)]


def find_gains(turns: Iterable[Turn], parties: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """For each claim the parties that it gives the place to."""
    found: dict[str, frozenset[str]] = {}
    for turn in turns:
        if turn.kind is not TurnKind.LOST:
            found[turn.claim] = found.get(turn.claim, frozenset()) | {parties[turn.holder_key]}
    return found


def judge_status(spell: Spell, scene: Scene) -> HoldingStatus:
    """How a spell stands, by the voices of the events that begin it, or of all its events where none is said to."""
    begun = {turn.event.id for turn in spell.turns if turn.start}
    telling = [turn for turn in spell.turns if turn.event.id in begun] or list(spell.turns)
    deniers, supporters = find_sides_taken(telling, spell, scene)
    voices = [*voices_of(telling), *supporters]
    is_own = bool(voices) and all(_is_own(voice, telling, scene) for voice in voices)
    if deniers:
        return _judge_denied(telling, scene.turns, deniers, is_own=is_own, is_alone=len(voices) <= 1)
    is_given = all(turn.kind is TurnKind.GIVEN for turn in telling) and spell.start is None
    if is_own and not _is_borne_out(telling, spell, scene):
        return S.CLAIMED
    return S.CLAIMED if is_given and len(voices) <= 1 else S.UNDISPUTED


def _is_own(voice: Voice, telling: Iterable[Turn], scene: Scene) -> bool:
    """Whether a voice speaks for the holder, as its event knows or as another report of the place says."""
    said = [turn for turn in telling if turn.claim in voice.claims]
    if said and all(turn.kind is TurnKind.KEPT for turn in said):
        return voice.interest is Interest.AGAINST  # against the loss, so for the keeper
    if voice.interest is not Interest.UNKNOWN:
        return voice.interest is Interest.FOR
    return any(
        scene.sides.is_same(turn.telling.claim.speaker.entity, turn.holder.entity)
        for turn in said
        if turn.telling.claim.speaker
    )


def _judge_denied(
    telling: Sequence[Turn], turns: Sequence[Turn], deniers: Sequence[Voice], *, is_own: bool, is_alone: bool
) -> HoldingStatus:
    changes_hands = any(is_taking(turn) for turn in telling)
    if is_own:
        by_opponent = any(_is_party(voice, telling, turns) for voice in deniers)
        return S.DISPUTED if changes_hands and by_opponent else S.CLAIMED
    return S.CLAIMED if is_alone and changes_hands else S.DISPUTED


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


def find_sides_taken(telling: Iterable[Turn], spell: Spell, scene: Scene) -> tuple[list[Voice], list[Voice]]:
    """Who is heard on the other side of a conflict over whether it happened or who holds it, and who else on its side.

    A denial of the time before the spell, or of another place, contradicts nothing in it; whoever is heard on both
    sides supports neither.
    """
    claims = {turn.claim for turn in telling}
    start = read_bounds(spell.start)
    first = start.first if start else None
    is_state = not any(is_taking(turn) for turn in telling)
    deniers: dict[str, Voice] = {}
    supporters: dict[str, Voice] = {}
    for event in {turn.event.id: turn.event for turn in telling}.values():
        for mine, theirs in _read_conflicts(event, claims):
            speaking = {c for c in theirs if c not in scene.elsewhere and not scene.is_for(c, spell)}
            against = {c for c in speaking if _denies(scene.tellings.get(c), first, is_state)}
            bearing = {c for c in mine - claims if against and scene.bears_out(c, spell)}
            deniers |= {voice.id: voice for voice in event.voices if against & set(voice.claims)}
            supporters |= {voice.id: voice for voice in event.voices if bearing & set(voice.claims)}
    told = {voice.id for voice in voices_of(telling)}
    both = told | set(deniers)
    return [deniers[key] for key in sorted(deniers)], [supporters[key] for key in sorted(set(supporters) - both)]


def _read_conflicts(event: Event, claims: set[str]) -> Iterator[tuple[set[str], set[str]]]:
    """The two sides of each conflict over whether or by whom, that of the claims first."""
    for conflict in event.conflicts:
        for mine, theirs in (conflict.between, conflict.between[::-1]):
            if conflict.on in OPPOSING and claims & set(mine):
                yield set(mine), set(theirs)


def _denies(telling: Telling | None, first: date | None, is_state: bool) -> bool:
    """Whether a claim says that it was otherwise, and not of the time before.

    What is held possible denies nothing, and that a place was not lost denies no state of who holds it.
    """
    if telling is None or telling.stance not in (Stance.ASSERTED, Stance.DENIED):
        return False
    if is_state and telling.stance is Stance.DENIED and telling.type is T.SEIZE and not gainer(telling):
        return False
    day = telling.told.last if telling.told else None
    return first is None or day is None or day >= first


def _is_party(voice: Voice, telling: Iterable[Turn], turns: Iterable[Turn]) -> bool:
    """Whether a voice speaks for somebody, is named as a holder or loser, or is armed or in office."""
    if voice.speaks_for is not None or stems(" ".join(voice.names)) & _BODIES:
        return True
    named = [f.mention for turn in telling for f in turn.telling.claim.roles if f.role in _PARTIES]
    named += [turn.holder for turn in turns]
    return any(share_name(voice.names, (mention.text, *mention.names)) for mention in named)


def _is_borne_out(telling: Sequence[Turn], spell: Spell, scene: Scene) -> bool:
    """Whether a voice of another side tells of the change of hands, or of how another party left at that time."""
    tellers = voices_of(telling)
    told = {voice.id for voice in tellers} | {voice.speaks_for for voice in tellers}
    for turn in telling:
        for voice in turn.event.voices:
            kinds = {scene.tellings[claim].type for claim in scene.list_bearing(voice, spell)}
            is_other = voice.id not in told and voice.speaks_for not in told - {None}
            if kinds and (not _is_own(voice, telling, scene) or (is_other and kinds == {T.WITHDRAW})):
                return True
    return has_been_left(spell, scene.leavings)


def has_been_left(spell: Spell, leavings: Iterable[Turn]) -> bool:
    """Whether another party is said to have left the place when the spell began."""
    own = {turn.holder_key for turn in spell.turns}
    return any(turn.holder_key not in own and abs(turn.day - spell.day) <= _CLOSE for turn in leavings)


def list_leavings(turns: Iterable[Turn]) -> list[Turn]:
    """The turns by which somebody leaves the place by himself."""
    return [turn for turn in turns if turn.kind is TurnKind.LOST and turn.telling.type is T.WITHDRAW]
