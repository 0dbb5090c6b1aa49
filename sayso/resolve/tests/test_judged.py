"""What persons decided of names is followed, whatever the spellings say. All of it is invented."""

from dataclasses import replace
from itertools import permutations

import pytest

from sayso.model.entity import Entity
from sayso.model.knowledge import Entry, EntryType, Knowledge
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.resolve import resolve
from sayso.resolve.tests.build import claim, read, report


def told(text: str, words: str, source: str, outlet: str) -> tuple[Report, Reading]:
    where = report(text, outlet=outlet)
    return read(where, claim(where, words, by=[source]))


def names(*sets: tuple[str, str]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in sets)


def speakers(resolutions: tuple[Resolution, ...]) -> list[str | None]:
    ordered = sorted(resolutions, key=lambda resolution: resolution.report.outlet or "")
    return [each.chain[0].source.entity for resolution in ordered for each in resolution.claims]


def entities(resolutions: tuple[Resolution, ...]) -> dict[str, Entity]:
    return {entity.id: entity for resolution in resolutions for entity in resolution.entities}


KORR = [
    told("Minister Ida Korr said the fort fell.", "the fort fell", "Minister Ida Korr", "A Gazette"),
    told("Minister Ida Corre said the road was lost.", "the road was lost", "Minister Ida Corre", "B Herald"),
    told("Minister Ada Marr said nobody came.", "nobody came", "Minister Ada Marr", "C Post"),
]


def test_spellings_alone_join_the_two_korrs_and_not_the_third() -> None:
    one, other, third = speakers(resolve(KORR, knowledge=Knowledge()))
    assert one == other != third


def test_names_that_a_person_said_are_one_are_one_entity_in_any_order_of_reports() -> None:
    knowledge = Knowledge(same=names(("Ida Korr", "Ada Marr")))
    for order in permutations(KORR):
        assert len(set(speakers(resolve(order, knowledge=knowledge)))) == 1


def test_names_that_a_person_said_are_two_stay_two_though_spelled_alike_in_any_order_of_reports() -> None:
    knowledge = Knowledge(apart=names(("Ida Korr", "Ida Corre")))
    expected = speakers(resolve(KORR, knowledge=knowledge))
    assert len(set(expected)) == 3
    for order in permutations(KORR):
        assert speakers(resolve(order, knowledge=knowledge)) == expected


def test_a_short_name_split_from_the_full_one_stands_for_itself_within_a_report() -> None:
    text = "Minister Ida Korr said the fort fell. Colonel Korr said the road was lost."
    where = report(text)
    one = claim(where, "the fort fell", by=["Minister Ida Korr"])
    other = claim(where, "the road was lost", by=["Colonel Korr"])
    together = resolve([read(where, one, other)], knowledge=Knowledge())
    assert len(set(speakers(together))) == 1
    parted = resolve([read(where, one, other)], knowledge=Knowledge(apart=names(("Korr", "Ida Korr"))))
    assert len(set(speakers(parted))) == 2
    assert sorted(entity.names for entity in entities(parted).values() if "Korr" in entity.name) == [
        ("Ida Korr",),
        ("Korr",),
    ]


ARMIES = [
    told("The army of Zarland said the fort fell.", "the fort fell", "The army of Zarland", "A Gazette"),
    told("The air force said it had come. Orlia wept.", "it had come", "The air force", "B Herald"),
]


@pytest.mark.parametrize("by_identifier", [False, True])
def test_things_without_a_name_of_their_own_can_be_one(by_identifier: bool) -> None:
    apart = resolve(ARMIES, knowledge=Knowledge())
    one, other = speakers(apart)
    assert one != other
    assert one
    assert other
    words = (one, other) if by_identifier else (entities(apart)[one].name, entities(apart)[other].name)
    first, second = speakers(resolve(ARMIES, knowledge=Knowledge(same=names(words))))
    assert first == second


def test_a_party_and_a_place_of_one_name_are_not_one_by_a_decision_on_their_spelling() -> None:
    where = report("The Sarn militia held Sarn, the Front said. Sarnia is a town.")
    reading = read(where, claim(where, "The Sarn militia held Sarn", by=["the Front"], type_="hold", object="Sarn"))
    expected = resolve([reading], knowledge=Knowledge())
    assert resolve([reading], knowledge=Knowledge(same=names(("Sarn", "Sarn militia")))) == expected


def test_a_name_that_a_person_said_is_not_a_known_actor_is_not_though_spelled_alike() -> None:
    entry = Entry("ida-korr", EntryType.PERSON, ("Ida Korr",), "the register")
    known = Knowledge({entry.id: entry})
    assert speakers(resolve(KORR[1:2], knowledge=known)) == [entry.id]
    apart = replace(known, apart=names(("Ida Corre", "Ida Korr")))
    assert speakers(resolve(KORR[1:2], knowledge=apart)) != [entry.id]
    assert speakers(resolve(KORR, knowledge=apart))[0] == entry.id


def test_a_decision_on_names_that_no_report_has_changes_nothing() -> None:
    assert resolve(KORR, knowledge=Knowledge(same=names(("No One", "Nobody")))) == resolve(KORR, knowledge=Knowledge())
