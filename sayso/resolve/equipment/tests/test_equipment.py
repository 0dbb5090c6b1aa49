"""Types of equipment: found under every name, doubted where the number is unknown, never corrected."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from sayso.knowledge import load_knowledge
from sayso.model.claim import Mention, RoleFiller
from sayso.model.entity import EntityKind
from sayso.model.knowledge import Entry, EntryType, Knowledge, identify_entry
from sayso.model.values.stance import Role
from sayso.resolve.equipment import (
    candidates,
    compare,
    find_doubt,
    find_equipment,
    find_type,
    parse,
    resolve,
    resolve_equipment,
)

ROOT = Path(__file__).resolve().parents[4]
GOLDEN = ROOT / "tests" / "golden" / "equipment"


KNOWN = load_knowledge()
TYPES = [each for each in KNOWN.entries.values() if each.type is EntryType.EQUIPMENT]


def golden(name: str, part: str) -> list[Any]:
    return list(yaml.safe_load((GOLDEN / f"{name}.yaml").read_text("utf-8"))[part])


@pytest.mark.parametrize("row", golden("types", "types"), ids=lambda row: row["words"])
def test_type_is_found_under_all_its_names(row: dict[str, str]) -> None:
    answer = resolve(row["words"], KNOWN)
    assert answer.best, answer.because
    assert answer.best.of.key == row["entry"]
    assert answer.best.reasons[0].theirs == answer.best.of.names[0]


@pytest.mark.parametrize("row", golden("doubtful", "doubts"), ids=lambda row: row["words"])
def test_doubtful_type_is_flagged_and_never_corrected(row: dict[str, str]) -> None:
    answer = resolve(row["words"], KNOWN)
    assert answer.best is None
    assert answer.because == row["because"]
    assert all(each.score < 0.7 for each in answer.candidates)
    referent = resolve_equipment(row["words"], KNOWN)
    assert referent
    assert referent.because == row["because"]
    assert find_doubt(referent.name, KNOWN) == row["because"]


@pytest.mark.parametrize("words", golden("no_equipment", "names_no_type"))
def test_other_names_with_numbers_are_no_equipment(words: str) -> None:
    answer = resolve(words, KNOWN)
    assert answer.best is None or answer.best.of.key.startswith("class-"), answer.because
    assert resolve_equipment(words, KNOWN) is None


@pytest.mark.parametrize("words", golden("no_equipment", "no_referent"))
def test_equipment_does_not_swallow_parties_and_plain_nouns(words: str) -> None:
    assert resolve_equipment(words, KNOWN) is None


def test_mention_becomes_equipment_with_caption_and_form() -> None:
    referent = resolve_equipment("a Sukhoi 24", KNOWN)
    assert referent
    assert (referent.kind, referent.forms, referent.compared) == (
        EntityKind.EQUIPMENT,
        ("Su-24", "Sukhoi 24"),
        "Su-24",
    )


def test_equipment_that_acts_is_left_to_its_owner() -> None:
    assert resolve_equipment("Russian MiG-29 jets", KNOWN, is_actor=True) is None
    assert resolve_equipment("the army's Su-24s", KNOWN, is_actor=True) is None
    assert resolve_equipment("Russian MiG-29 jets", KNOWN)
    assert resolve_equipment("Bayraktar TB2 drones", KNOWN, is_actor=True)


def test_every_caption_leads_back_to_its_type() -> None:
    for each in TYPES:
        if not each.key.startswith("class-"):
            assert find_type(each.names[0], KNOWN) == each
    assert find_type("Mi-21", KNOWN) is None
    assert find_type("tanks", KNOWN) is None


def test_class_is_answered_by_its_noun() -> None:
    answer = resolve("six attack helicopters", KNOWN)
    assert answer.best
    assert answer.best.of.key == "class-attack-helicopter"


def test_two_types_in_one_mention_are_shown_and_none_is_taken() -> None:
    answer = resolve("MiG-29 and Su-24 jets", KNOWN)
    assert answer.best is None
    assert [each.of.key for each in answer.candidates] == ["mig-29", "su-24"]


def test_designation_is_taken_apart_and_count_is_left_out() -> None:
    (found,) = parse("14 T-72B3 tanks")
    assert (found.text, found.letters, found.number, found.variant) == ("T-72", "t", "72", "B3")


def test_designations_compare_by_letters_then_number() -> None:
    def score(one: str, other: str) -> float:
        return compare(parse(one)[0], parse(other)[0]).score

    assert score("MiG-29", "Mig29") == 1
    assert 0.7 < score("T-72", "T-72B3") < 1
    assert 0 < score("Mi-21", "Mi-24") < 0.7
    assert score("Mi-24", "MiG-24") == 0


def test_nothing_is_known_without_knowledge() -> None:
    assert resolve("14 MiG-29 jets", Knowledge()).best is None
    assert resolve_equipment("14 MiG-29 jets", Knowledge()) is None


@pytest.mark.parametrize(
    "words", ["", " ", "9" * 5000, "MiG-29 " * 2000, "-" * 10_000, "٢٩", "Mi-" * 3000, "Mi-²", "ß-1"]
)
def test_hostile_words_name_nothing_and_do_no_harm(words: str) -> None:
    assert resolve(words, KNOWN).best is None
    assert candidates(words, KNOWN) == ()
    assert resolve_equipment(words, KNOWN) is None
    assert parse(words) == () or len(words) < 10


def test_ring_of_classes_does_not_hang() -> None:
    entries = [
        Entry("a", EntryType.EQUIPMENT, ("Alpha",), "unchecked", part_of=identify_entry("b")),
        Entry("b", EntryType.EQUIPMENT, ("Beta",), "unchecked", part_of=identify_entry("a")),
        Entry("c-1", EntryType.EQUIPMENT, ("Cc-1",), "unchecked", part_of=identify_entry("a")),
    ]
    known = Knowledge({each.id: each for each in entries})
    assert resolve("two Cc-1", known).best
    assert resolve("two Cc-2", known).because == "no Alpha Cc-2 is known; nearest is Cc-1"


def test_every_shipped_type_names_its_class_and_its_source() -> None:
    classes = {each.id for each in TYPES if each.key.startswith("class-")}
    for each in TYPES:
        assert each.source
        assert each.key.startswith("class-") or each.part_of in classes, each.key


def test_every_shipped_name_finds_its_own_type() -> None:
    for each in TYPES:
        for name in each.names if not each.key.startswith("class-") else ():
            best = resolve(name, KNOWN).best
            assert best, name
            assert best.of.key == each.key, name


def test_place_of_something_is_no_equipment() -> None:
    def fill(role: Role) -> RoleFiller:
        return RoleFiller(role, Mention("a Mi-8"))

    assert find_equipment(fill(Role.OBJECT), KNOWN)
    assert find_equipment(fill(Role.PLACE), KNOWN) is None
