"""Single rules of the room, each as one sentence."""

from __future__ import annotations

import pytest

from sayso.corroborate.conflict.manner import read_duration, read_weapons
from sayso.corroborate.event.linkage import link
from sayso.corroborate.lineage.finding import outlet_names, same_outlet
from sayso.corroborate.side import find_sides, read_organ
from sayso.corroborate.voice.speaker import is_nobody, is_released, is_unnamed, is_vague
from sayso.corroborate.wording import stem_word, stems
from sayso.model.claim import Mention
from sayso.model.entity import Affiliation, Entity, EntityKind


@pytest.mark.parametrize(
    ("one", "other"),
    [("took", "captured"), ("burnt", "burned"), ("Ardania", "Ardanian"), ("Kurds", "Kurdish"), ("sheikhs", "elders")],
)
def test_words_of_one_meaning_have_one_stem(one: str, other: str) -> None:
    assert stem_word(one) == stem_word(other)


def test_weak_words_carry_nothing() -> None:
    assert stems("it was said that they had") == frozenset()


def test_outlet_is_known_without_article_and_agency() -> None:
    assert outlet_names("The Signal Press Agency") == ("Signal Press Agency", "Signal Press")
    assert same_outlet("Signal Press", "the Signal Press Agency")
    assert not same_outlet("Signal Press", "Signal Radio")


def test_reports_are_nobody_and_several_sources_are_vague() -> None:
    assert is_nobody(Mention("media reports"))
    assert not is_nobody(Mention("A Pentagon report"))
    assert is_vague(Mention("Several sources"))
    assert not is_vague(Mention("military sources"))


def test_spokesman_without_a_name_speaks_for_his_office() -> None:
    assert not is_unnamed(Mention("a spokesman for the ministry", entity="e1"))
    assert is_unnamed(Mention("an official of the ministry", entity="e2"))


def test_satellite_images_speak_for_themselves_whoever_shows_them() -> None:
    assert is_released(Mention("a video"))
    assert not is_released(Mention("satellite images of May 13"))


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("in less than one hour", (0, 1)),
        ("after four hours", (4, 4)),
        ("after two days of shelling", (48, 48)),
        ("two days after", None),
    ],
)
def test_duration_is_how_long_it_took(words: str, hours: tuple[float, float] | None) -> None:
    assert read_duration(words) == hours


def test_weapons_are_kinds() -> None:
    assert read_weapons("an aircraft dropped one bomb") == {"bomb"}
    assert read_weapons("a 152-millimetre shell, no rocket") == {"shell", "rocket"}


def test_organ_of_a_state_is_told_from_a_named_group() -> None:
    assert read_organ(["the defence ministry"]) == frozenset()
    assert read_organ(["Ardania's army"]) == {stem_word("Ardania")}
    assert read_organ(["Northern Front"]) is None


def test_organs_of_one_state_are_one_side_but_two_states_are_two() -> None:
    def group(key: str, name: str) -> Entity:
        return Entity(key, EntityKind.GROUP, (name,))

    one = find_sides({e.id: e for e in (group("a", "the army"), group("m", "the defence ministry"))})
    two = find_sides({e.id: e for e in (group("a", "Ardania's army"), group("m", "Tolun's defence ministry"))})
    assert one.is_same("a", "m")
    assert not two.is_same("a", "m")


def test_affiliations_are_followed_to_the_end_even_round_in_a_circle() -> None:
    entities = {
        key: Entity(key, EntityKind.GROUP, (key.upper() * 3,), (Affiliation(of, f"{key} speaks for {of}"),))
        for key, of in (("x", "y"), ("y", "z"), ("z", "x"))
    }
    sides = find_sides(entities)
    assert sides.of("x") in entities
    assert sides.reasons("x")[:2] == ["x speaks for y", "y speaks for z"]


def test_average_linkage_does_not_grow_by_one_lucky_link() -> None:
    scores = {("a", "b"): 0.9, ("b", "c"): 0.5}
    assert sorted(link("abc", scores, [], threshold=0.4)) == [("a", "b"), ("c",)]
    assert sorted(link("abc", scores, [], threshold=0.2)) == [("a", "b", "c")]


def test_must_not_pair_is_never_in_one_cluster() -> None:
    scores = {("a", "b"): 0.9, ("b", "c"): 0.9}
    groups = link("abc", scores, [("a", "c")], threshold=0.1)
    assert all(not {"a", "c"} <= set(group) for group in groups)
