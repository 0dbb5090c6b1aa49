"""What must hold of the voices of any event, what decisions do to them, and that damage shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.corroborate import corroborate
from sayso.corroborate.event import making
from sayso.corroborate.event.clustering import Cluster
from sayso.corroborate.event.twin import Node
from sayso.corroborate.side import Sides
from sayso.corroborate.tests.affair import GOLDEN, build, event_of, load
from sayso.corroborate.voice import folding
from sayso.corroborate.voice.folding import find_unsourced, find_voices
from sayso.model.claim import Claim, Mention
from sayso.model.corroboration import Corroboration
from sayso.model.entity import Entity
from sayso.model.knowledge import Knowledge
from sayso.model.lineage import Lineage
from sayso.model.resolution import Resolution
from sayso.model.ruling import Rulings, pair_claims
from sayso.model.voice import Voice

CASES = sorted(path.stem for path in (GOLDEN / "voice").glob("*.yaml"))
case = st.sampled_from(CASES)


def settle(resolutions: Sequence[Resolution], rulings: Rulings | None = None) -> Corroboration:
    return corroborate(resolutions, knowledge=Knowledge(), rulings=rulings)


def partition(found: Corroboration) -> list[list[tuple[str, ...]]]:
    """For each event the claims of each voice, without any name or order."""
    return sorted(sorted(tuple(sorted(v.claims)) for v in event.voices) for event in found.events)


def count(found: Corroboration) -> int:
    return sum(len(event.voices) for event in found.events)


@settings(max_examples=25, deadline=None)
@given(case, st.data())
def test_order_of_reports_changes_no_voice(name: str, data: st.DataObject) -> None:
    resolutions = build(load(f"voice/{name}"))
    assert partition(settle(data.draw(st.permutations(resolutions)))) == partition(settle(resolutions))


@settings(max_examples=25, deadline=None)
@given(case, st.data())
def test_a_copy_adds_no_voice(name: str, data: st.DataObject) -> None:
    affair = load(f"voice/{name}")
    copied = deepcopy(affair)
    report = data.draw(st.sampled_from(sorted(affair["reports"])))
    row = affair["reports"][report]
    copied["reports"]["copy"] = {**row, "outlet": "Copying Post", "published": "2031-03-28"}
    copied["claims"] += [
        {**c, "id": f"z-{c['id']}", "report": "copy"} for c in affair["claims"] if c["report"] == report
    ]
    assert count(settle(build(copied))) == count(settle(build(affair)))


@settings(max_examples=25, deadline=None)
@given(case, st.randoms(use_true_random=False))
def test_what_entities_are_called_inside_changes_no_voice(name: str, chance: Any) -> None:
    resolutions = build(load(f"voice/{name}"))
    ids = sorted({entity.id for resolution in resolutions for entity in resolution.entities})
    new = [f"x{number}" for number in range(len(ids))]
    chance.shuffle(new)
    renamed = [_rename(resolution, dict(zip(ids, new, strict=True))) for resolution in resolutions]
    assert partition(settle(renamed)) == partition(settle(resolutions))


@pytest.mark.parametrize("name", CASES)
def test_every_sourced_claim_has_one_voice_and_every_fold_says_why(name: str) -> None:
    for event in settle(build(load(f"voice/{name}"))).events:
        claims = [claim for voice in event.voices for claim in voice.claims]
        assert len(claims) == len(set(claims))
        assert set(claims) <= set(event.claims)
        assert all(voice.reasons for voice in event.voices if len(voice.claims) > 1)


def test_decided_to_be_one_voice_are_folded() -> None:
    affair = load("voice/unnamed_sources_of_two_outlets")
    rulings = Rulings(one_voice=frozenset({pair_claims("a1", "a2"), pair_claims("a1", "b1")}))
    event = event_of(settle(build(affair), rulings), "a1")
    assert [voice.claims for voice in event.voices] == [("a1", "a2", "b1")]
    assert "so decided" in event.voices[0].reasons


def test_decided_to_be_two_voices_are_never_folded() -> None:
    affair = load("voice/spokesman_and_organisation")
    rulings = Rulings(two_voices=frozenset({pair_claims("a1", "a2")}))
    assert [v.claims for v in event_of(settle(build(affair), rulings), "a1").voices] == [("a1",), ("a2",)]


def test_copy_that_is_decided_to_be_another_voice_is_one() -> None:
    affair = load("voice/copies_are_one_voice")
    rulings = Rulings(two_voices=frozenset({pair_claims("w1", "p1")}))
    voices = event_of(settle(build(affair), rulings), "w1").voices
    assert sorted(v.claims for v in voices if "w1" in v.claims or "p1" in v.claims) == [("p1",), ("w1",)]


def test_contrary_decisions_keep_two_apart() -> None:
    affair = load("voice/unnamed_sources_of_two_outlets")
    rulings = Rulings(
        one_voice=frozenset({pair_claims("a1", "a2"), pair_claims("a2", "b1")}),
        two_voices=frozenset({pair_claims("a1", "b1")}),
    )
    voices = event_of(settle(build(affair), rulings), "a1").voices
    assert not any({"a1", "b1"} <= set(voice.claims) for voice in voices)


def test_who_speaks_against_its_own_interest_is_marked() -> None:
    event = event_of(settle(build(load("voice/against_own_interest"))), "a1")
    marked = {voice.claims[0]: voice.against_own_interest for voice in event.voices}
    assert marked == {"a1": True, "a2": True, "a3": False}


def test_cue_without_a_source_is_unsourced_and_no_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    heard = overhear(build(load("voice/relay_is_no_voice")), monkeypatch)
    assert [find_unsourced(each.cluster, learnt=each.learnt) for each in heard] == [("p2",)]
    assert all("p2" not in voice.claims for each in heard for voice in each.voices(each.lineage))


def test_without_lineage_a_relay_stands_as_a_voice() -> None:
    """Damage: whoever cuts the edges, or the chain, gets more voices than there are."""
    resolutions = build(load("voice/told_to_a_carrier"))
    found = settle(resolutions)
    cut = [
        replace(r, claims=tuple(replace(c, chain=c.chain[-1:], said_in=None) for c in r.claims)) for r in resolutions
    ]
    assert count(found) == 2
    assert {v.name for e in settle(cut).events for v in e.voices} == {"Northgate Wire", "The Lenn Gazette"}
    short = [replace(r, claims=tuple(replace(c, chain=_drop_carriers(c)) for c in r.claims)) for r in resolutions]
    assert count(settle(short)) == 3


def test_without_lineage_copies_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    resolutions = build(load("voice/copies_are_one_voice"))
    own = [replace(r, claims=tuple(replace(c, chain=(), said_in=None) for c in r.claims)) for r in resolutions]
    heard = [each for each in overhear(own, monkeypatch) if len(each.cluster.tellings) > 1]
    assert heard
    for each in heard:
        assert len(each.voices(each.lineage)) == 1
        assert len(each.voices([])) == 2


@dataclass(frozen=True)
class Heard:
    """What `find_voices` was asked, each claim by itself."""

    cluster: Cluster
    lineage: Sequence[Lineage]
    sides: Sides
    learnt: Mapping[str, int]

    def voices(self, lineage: Sequence[Lineage]) -> tuple[Voice, ...]:
        alone = tuple(Node(member, (member,)) for node in self.cluster.nodes for member in node.members)
        return find_voices(replace(self.cluster, nodes=alone), lineage, self.sides, learnt=self.learnt)


def overhear(resolutions: Sequence[Resolution], monkeypatch: pytest.MonkeyPatch) -> list[Heard]:
    """What `find_voices` is asked on the way, event by event."""
    found: list[Heard] = []

    def listen(
        cluster: Cluster,
        lineage: Sequence[Lineage],
        sides: Sides,
        *,
        learnt: Mapping[str, int],
        rulings: Rulings,
        pages: Mapping[str, str],
    ) -> tuple[Voice, ...]:
        found.append(Heard(cluster, lineage, sides, learnt))
        return find_voices(cluster, lineage, sides, learnt=learnt, rulings=rulings, pages=pages)

    monkeypatch.setattr(making, "find_voices", listen)
    settle(resolutions)
    return found


def _drop_carriers(claim: Claim) -> tuple[Any, ...]:
    return (claim.chain[0], claim.chain[-1]) if len(claim.chain) > 1 else claim.chain


def _rename(resolution: Resolution, new: Mapping[str, str]) -> Resolution:
    def mention(old: Mention) -> Mention:
        return replace(old, entity=new.get(old.entity or ""))

    def entity(old: Entity) -> Entity:
        ties = tuple(replace(tie, of=new[tie.of]) for tie in old.affiliations)
        return replace(old, id=new[old.id], affiliations=ties)

    claims = tuple(
        replace(
            claim,
            roles=tuple(replace(role, mention=mention(role.mention)) for role in claim.roles),
            chain=tuple(replace(link, source=mention(link.source)) for link in claim.chain),
        )
        for claim in resolution.claims
    )
    return replace(resolution, claims=claims, entities=tuple(map(entity, resolution.entities)))


def test_who_speaks_alone_is_one_voice_with_nobody_to_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Most events are told once: what folds voices is not even laid out for them."""

    def fold(*_: object) -> Any:
        raise AssertionError("nobody is there to fold")

    monkeypatch.setattr(folding, "_fold", fold)
    found = settle(
        build(
            {
                "reports": {"r1": {"outlet": "Lake Post", "text": "The column took Tar, a nurse said."}},
                "claims": [
                    {"id": "c1", "report": "r1", "type": "seize", "says": "The column took Tar", "by": ["a nurse"]}
                ],
            }
        )
    )
    [voice] = found.events[0].voices
    assert (voice.name, voice.claims, voice.reasons) == ("a nurse", ("c1",), ())
