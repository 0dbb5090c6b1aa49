"""The corroboration that a truth asks for, built from it claim by claim: what scores must find nothing wrong with."""

from __future__ import annotations

from sayso.model.conflict import Conflict
from sayso.model.corroboration import Corroboration
from sayso.model.event import Event
from sayso.model.holding import Holding
from sayso.model.lineage import Lineage
from sayso.model.voice import Interest, Voice
from sayso.simulate import TrueHappening, Truth


def make_ideal(truth: Truth) -> Corroboration:
    return Corroboration(
        lineage=tuple(Lineage(edge.report, edge.of, edge.relation, 1.0, "") for edge in truth.lineage),
        events=tuple(_make_event(happening) for happening in truth.happenings),
        holdings=tuple(
            Holding(h.place, (h.place_name,), h.holder, (h.holder_name,), h.start, h.end, h.status, None, (), 1)
            for h in truth.holdings
        ),
    )


def _make_event(happening: TrueHappening) -> Event:
    voices = tuple(
        Voice(f"w {voice.key}", voice.name, (voice.name,), None, (), Interest.UNKNOWN, voice.claims)
        for voice in happening.voices
    )
    conflicts = tuple(Conflict(each.on, ("", ""), each.between, ("", "")) for each in happening.conflicts)
    return Event(
        id=happening.id,
        type=happening.type,
        place=happening.place,
        place_names=(),
        when=happening.day,
        claims=happening.claims,
        voices=voices,
        conflicts=conflicts,
    )
