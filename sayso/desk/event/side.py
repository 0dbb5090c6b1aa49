"""Side: one account of an event as the page shows it beside the others, and what sets them against each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.desk.event.reach import Reach
from sayso.desk.event.saying import Heard, Saying, hear, hear_nobody
from sayso.model.account import Account
from sayso.model.conflict import Conflict, ConflictOn
from sayso.model.event import Event
from sayso.model.values.stance import Stance

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ORDER = (Stance.ASSERTED, Stance.DENIED, Stance.POSSIBLE)


@dataclass(frozen=True, slots=True)
class Side:
    """An account by its letter: the words that say it best, the voices that tell it, and words with no source named."""

    letter: str
    account: Account
    lead: Saying | None
    heard: tuple[Heard, ...]
    unsourced: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class DisputeSide:
    """One side of a conflict: the letters of the accounts that tell it, the words or value that clash, and whose."""

    letters: tuple[str, ...]
    value: str
    heard: tuple[Heard, ...]
    unsourced: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A conflict, with the rule that finds it."""

    on: ConflictOn
    because: str
    left: DisputeSide
    right: DisputeSide

    @property
    def sides(self) -> tuple[DisputeSide, DisputeSide]:
        """Both, in the order of the conflict."""
        return self.left, self.right


def list_sides(reach: Reach, event: Event) -> tuple[Side, ...]:
    """The accounts of an event, those that somebody asserts before those that only deny, most voices first."""
    asserted = {claim.id for claim in reach.all_claims(event.claims) if claim.stance is Stance.ASSERTED}
    ordered = sorted(
        event.accounts, key=lambda account: (not asserted.intersection(account.claims), -len(account.voices))
    )
    return tuple(_make_side(reach, event, account, letter_of(place)) for place, account in enumerate(ordered))


def list_disputes(reach: Reach, event: Event, sides: Sequence[Side]) -> tuple[Dispute, ...]:
    """The conflicts of an event, in its order."""
    letters = {claim: side.letter for side in sides for claim in side.account.claims}
    return tuple(_make_dispute(reach, event, conflict, letters) for conflict in event.conflicts)


def letter_of(place: int) -> str:
    """`A`, `B`, … `Z`, `A2`."""
    again, at = divmod(place, len(_LETTERS))
    return _LETTERS[at] + (str(again + 1) if again else "")


def _make_side(reach: Reach, event: Event, account: Account, letter: str) -> Side:
    heard = hear(reach, event, account.claims)
    unsourced = hear_nobody(reach, event, account.claims)
    sayings = [saying for each in heard for saying in each.sayings] + list(unsourced)
    return Side(letter, account, _lead(event, account, sayings), heard, unsourced)


def _lead(event: Event, account: Account, sayings: Sequence[Saying]) -> Saying | None:
    """The words that stand for an account: those that clash, else of the event's own matter, plainly put."""
    clashing = {
        value
        for conflict in event.conflicts
        for value, of in zip(conflict.values, conflict.accounts, strict=True)
        if of == account.id
    }

    def rank(saying: Saying) -> tuple[bool, bool, int]:
        claim = saying.claim
        return claim.evidence.text not in clashing, claim.type is not event.type, _ORDER.index(claim.stance)

    return min(sayings, key=rank, default=None)


def _make_dispute(reach: Reach, event: Event, conflict: Conflict, letters: dict[str, str]) -> Dispute:
    left, right = (
        DisputeSide(
            tuple(sorted({letters[claim] for claim in side if claim in letters})),
            value,
            hear(reach, event, side),
            hear_nobody(reach, event, side),
        )
        for value, side in zip(conflict.values, conflict.between, strict=True)
    )
    return Dispute(conflict.on, conflict.because, left, right)
