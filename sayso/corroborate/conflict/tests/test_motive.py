"""When two reasons are set against each other, and who stands on which side."""

from __future__ import annotations

from typing import Any

import pytest

import sayso.corroborate.neighbourhood as neighbourhood
from sayso.corroborate.event.clustering import Cluster
from sayso.corroborate.event.twin import Node
from sayso.corroborate.tests.affair import settle
from sayso.model.conflict import Conflict, ConflictOn

CAME = "The men came to Tar"


@pytest.fixture(autouse=True)
def all_claims_in_one_event(monkeypatch: pytest.MonkeyPatch) -> None:
    """Conflicts are asked of an event; which claims make one is asked elsewhere."""

    def join(nodes: list[Node], *_: object) -> list[Cluster]:
        return [Cluster(tuple(nodes), ())]

    monkeypatch.setattr(neighbourhood, "find_clusters", join)


def tell(*rows: tuple[str, str], **more: Any) -> list[Conflict]:
    """The conflicts of an event that each voice tells in a sentence; `more` are lists of other keys, row by row."""
    reports = {
        f"r{n}": {"outlet": f"Paper {n}", "published": "2031-03-02", "text": f"{says}, {by} said."}
        for n, (by, says) in enumerate(rows)
    }
    claims = [
        {"id": f"c{n}", "report": f"r{n}", "type": "deploy", "actor": "The men", "says": says, "by": [by]}
        | {key: values[n] for key, values in more.items()}
        for n, (by, says) in enumerate(rows)
    ]
    names = {by for by, _ in rows} | set(more.get("actor", ()))
    entities = {f"e-{name}": {"names": [name]} for name in sorted(names)}
    found = settle({"reports": reports, "claims": claims, "entities": entities})
    return [conflict for event in found.events for conflict in event.conflicts]


def sides(conflicts: list[Conflict]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [conflict.between for conflict in conflicts if conflict.on is ConflictOn.MOTIVE]


def test_clash_shows_the_words_of_both_reasons() -> None:
    (conflict,) = tell(("Odo Kell", f"{CAME} to train the army"), ("Ira Vann", f"{CAME} to guard the mine"))
    assert conflict.on is ConflictOn.MOTIVE
    assert conflict.values == ("to train the army", "to guard the mine")
    assert conflict.because == "done for reasons that cannot both be so"


def test_denied_reason_stands_with_the_one_given_in_its_place() -> None:
    found = tell(
        ("Odo Kell", f"{CAME} to train the army"),
        ("Ira Vann", f"{CAME} to guard the mine"),
        ("Sela Orm", f"{CAME} not to train anyone"),
    )
    assert sides(found) == [(("c0",), ("c1", "c2"))]


def test_voice_that_gives_both_stands_on_both_sides_of_what_others_dispute() -> None:
    rows = [
        ("the men", f"{CAME} to guard the mine"),
        ("the men", f"{CAME} to train the army"),
        ("Odo Kell", f"{CAME} to guard the Luma mine"),
    ]
    assert sides(tell(*rows)) == []
    assert sides(tell(*rows, ("Ira Vann", "The men have nothing to do with any mine"))) == [
        (("c0", "c2"), ("c1", "c3"))
    ]


def test_voice_that_gives_both_at_once_is_on_neither_side() -> None:
    found = tell(
        ("Odo Kell", f"{CAME} to train the army"),
        ("Ira Vann", f"{CAME} to guard the mine"),
        ("Sela Orm", f"{CAME} to train the army and guard the mine"),
    )
    assert sides(found) == [(("c0",), ("c1",))]


def test_denial_of_a_reason_is_no_denial_of_the_act() -> None:
    """Who says himself that they came, and denies what for, was heard as denying that they came."""
    found = tell(
        ("Odo Kell", f"{CAME} to guard the mine"),
        ("Ira Vann", "The men came on Sunday"),
        ("Ira Vann", "The men did not come to guard the mine"),
        stance=["asserted", "asserted", "denied"],
    )
    assert [(conflict.on, conflict.between) for conflict in found] == [(ConflictOn.MOTIVE, (("c0",), ("c2",)))]


def test_denial_of_the_act_is_none_of_the_reason() -> None:
    found = tell(
        ("Odo Kell", f"{CAME} to guard the mine"),
        ("Ira Vann", "The men did not come to guard the mine"),
        stance=["asserted", "denied"],
    )
    assert [conflict.on for conflict in found] == [ConflictOn.OCCURRENCE]


def test_reasons_of_two_parties_are_not_set_against_each_other() -> None:
    rows = [
        ("Odo Kell", "Fighters of Redwan came to loot the shops"),
        ("Ira Vann", "Soldiers of Kalm came to guard them"),
    ]
    assert sides(tell(*rows, actor=["Fighters of Redwan", "Soldiers of Kalm"])) == []
    assert sides(tell(*rows, actor=["Fighters of Redwan", "Fighters of Redwan"])) == [(("c0",), ("c1",))]


def test_what_is_a_conflict_on_manner_is_not_told_again() -> None:
    found = tell(
        ("Odo Kell", "The men left Tar on orders to spare the town"),
        ("Ira Vann", "The men were driven out of Tar after a fierce battle"),
        type=["withdraw", "withdraw"],
    )
    assert [conflict.on for conflict in found] == [ConflictOn.MANNER]


def test_denial_is_heard_though_the_reasons_given_are_one_voice_s() -> None:
    found = tell(
        ("Odo Kell", f"{CAME} to train the army"),
        ("Odo Kell", f"{CAME} to guard the mine"),
        ("Ira Vann", "The men have nothing to do with any mine"),
    )
    assert sides(found) == [(("c1",), ("c2",))]


def test_weapons_that_differ_hide_no_motive() -> None:
    found = tell(
        ("Odo Kell", "Rockets struck Tar in response to shots"),
        ("Ira Vann", "Shells struck Tar without provocation"),
        type=["strike", "strike"],
    )
    assert [conflict.on for conflict in found] == [ConflictOn.MANNER, ConflictOn.MOTIVE]


@pytest.mark.parametrize("stance", ["questioned", "requested", "planned", "judged"])
def test_reason_asked_demanded_planned_or_guessed_is_none(stance: str) -> None:
    rows = [("Odo Kell", f"{CAME} to train the army"), ("Ira Vann", f"{CAME} to guard the mine")]
    assert tell(*rows, stance=["asserted", stance]) == []
