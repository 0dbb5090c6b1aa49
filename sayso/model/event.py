"""Event: claims, from any reports, about one happening."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.account import Account
from sayso.model.conflict import Conflict
from sayso.model.values.stance import ClaimType
from sayso.model.voice import Voice


@dataclass(frozen=True, slots=True)
class Event:
    """Claims about one happening, who is heard on it, and where they disagree.

    `id` is that of the first-learnt claim and stays with it. `place` is an entity, None if no
    claim names one. `when` is EDTF, None unless words say it. `reasons` say why claims were joined.
    `knowledge` are the identifiers of the entries and known places that it rests on. `retracted` are
    those of its claims that stand in reports which were taken back, and their copies elsewhere.
    `unsourced` are those that a cue without a source puts ("reportedly"): nobody's voice.
    `at_least` is set where few voices are heard and one is withheld: how many is then not shown, and the one voice
    that stands for all of them says nothing of their number (`concealing.py`). None: they are as counted.
    """

    id: str
    type: ClaimType
    place: str | None
    place_names: tuple[str, ...]
    when: str | None
    claims: tuple[str, ...]
    voices: tuple[Voice, ...]
    accounts: tuple[Account, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    reasons: tuple[str, ...] = ()
    knowledge: tuple[str, ...] = ()
    retracted: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()
    at_least: int | None = None
