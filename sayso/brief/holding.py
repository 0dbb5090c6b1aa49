"""Holding: one interval by whose account it is: who says it, who says otherwise, and how surely it covers a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sayso.model.conflict import Conflict, ConflictOn
from sayso.model.holding import Coverage, Holding
from sayso.model.snapshot import Snapshot
from sayso.model.values import edtf
from sayso.model.voice import Interest, Voice

_OPPOSING = frozenset({ConflictOn.HOLDER, ConflictOn.OCCURRENCE, ConflictOn.RESPONSIBILITY})


class DoubtKind(StrEnum):
    """Why it is not sure that a holding covers a day."""

    SINCE = "since"  # nobody says since when
    BEGAN = "began"  # it began on that day, or within some days
    ENDED = "ended"  # it ended on that day, or within some days
    LAST_SAID = "last_said"  # nothing tells of later
    UNDATED = "undated"  # no page that tells it gives its date


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why it is not sure that a holding covers a day, and the date (EDTF) that leaves it open."""

    kind: DoubtKind
    when: str | None = None


@dataclass(frozen=True, slots=True)
class HoldingAccount:
    """A holding with the names of the voices that say it, and of those heard against it, and what they differ on.

    `said` are the voices that say it; `opposed` those heard against it and not for it.
    """

    holding: Holding
    said_by: tuple[str, ...]
    against: tuple[str, ...]
    differ_on: tuple[str, ...]
    said: tuple[Voice, ...] = ()
    opposed: tuple[Voice, ...] = ()

    @property
    def interval(self) -> str:
        """`from 2016 to 2024-05-11`; `from between 2017-06-02 and 2017-06-04 on`."""
        start, end = self.holding.start, self.holding.end
        begun = f"from {_put_date(start)}" if start else "from a day not said"
        return f"{begun} to {_put_date(end)}" if end else f"{begun} on"

    @property
    def last_said(self) -> str:
        """`last said on 2024-05-14`."""
        said = self.holding.last_said
        return f"last said on {said}" if said else "told by pages that give no date"

    def doubt_on(self, day: str) -> Doubt | None:
        """Why it is not sure that it covers a date (EDTF); None where it does. Raises ValueError when it is no date."""
        if self.holding.covers(day) is Coverage.YES:
            return None
        start, end, said = self.holding.start, self.holding.end, self.holding.last_said
        if start is None:
            return Doubt(DoubtKind.SINCE)
        if not _is_over(start, by=day):
            return Doubt(DoubtKind.BEGAN, start)
        if end is not None:
            return Doubt(DoubtKind.ENDED, end)
        return Doubt(DoubtKind.LAST_SAID, said) if said else Doubt(DoubtKind.UNDATED)

    def tell_of(self, day: str) -> str | None:
        """Why it is not sure that it covers a day, in words; None where it does."""
        doubt = self.doubt_on(day)
        return _tell_doubt(doubt) if doubt else None


def _tell_doubt(doubt: Doubt) -> str:
    match doubt:
        case Doubt(DoubtKind.BEGAN, str(when)):
            return f"it began {_put_when(when)}"
        case Doubt(DoubtKind.ENDED, str(when)):
            return f"it ended {_put_when(when)}"
        case Doubt(DoubtKind.LAST_SAID, when):
            return f"last said on {when}; nothing tells of later"
        case Doubt(DoubtKind.UNDATED):
            return "no page that tells it gives its date"
        case _:
            return "since when is not said"


def tell_accounts(snapshot: Snapshot, holdings: Iterable[Holding]) -> tuple[HoldingAccount, ...]:
    """Each holding with whose account it is, in the order given."""
    return tuple(_tell_account(snapshot, holding) for holding in holdings)


def _tell_account(snapshot: Snapshot, holding: Holding) -> HoldingAccount:
    claims = set(holding.claims)
    events = [event for event in snapshot.corroboration.events if event.id in holding.events]
    said = [voice for event in events for voice in event.voices if claims & set(voice.claims)]
    against: list[Voice] = []
    differ_on: list[str] = []
    for event in events:
        for conflict in event.conflicts:
            others = _find_others(conflict, claims)
            against += [voice for voice in event.voices if others & set(voice.claims)]
            differ_on += (
                [f"{conflict.on}: {conflict.because}" if conflict.because else str(conflict.on)] if others else []
            )
    names = _name_voices(said)
    opposed = [voice for voice in against if _name_voice(voice) not in names]
    return HoldingAccount(
        holding,
        said_by=names,
        against=_name_voices(opposed),
        differ_on=tuple(dict.fromkeys(differ_on)),
        said=_keep_once(said),
        opposed=_keep_once(opposed),
    )


def _find_others(conflict: Conflict, claims: set[str]) -> set[str]:
    """The claims that a conflict sets against these; none where it is not over whether or who."""
    if conflict.on not in _OPPOSING:
        return set()
    pairs = (conflict.between, conflict.between[::-1])
    return {claim for mine, theirs in pairs if claims & set(mine) for claim in theirs} - claims


def _name_voices(voices: Iterable[Voice]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(_name_voice, voices)))


def _name_voice(voice: Voice) -> str:
    return f"{voice.name} ({voice.interest})"


def _keep_once(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """Each name once, in the order in which they are heard; with its interest, where that is known on one event."""
    found: dict[str, Voice] = {}
    for voice in voices:
        if voice.name not in found or found[voice.name].interest is Interest.UNKNOWN:
            found[voice.name] = voice
    return tuple(found.values())


def _put_date(text: str) -> str:
    start, _, end = text.partition("/")
    return f"between {start} and {end}" if end else start


def _put_when(text: str) -> str:
    """`on 2017-06-03`, `in 2017-06`, `between 2017-06-02 and 2017-06-04`."""
    if "/" in text:
        return _put_date(text)
    return f"on {text}" if edtf.specificity(text) == 1 else f"in {text}"


def _is_over(text: str, *, by: str) -> bool:
    """Whether a date lies at or before the beginning of another."""
    last, first = edtf.bounds(text).last, edtf.bounds(by).first
    return last is not None and first is not None and last <= first
