"""Knowledge with what persons decided of it. All names are invented."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.addition import Addition, Tie, check_addition, make_key, read_addition, write_addition
from sayso.model.decision import Decision, DecisionKind, Target
from sayso.model.entity import Affiliation
from sayso.model.knowing import decide_knowledge, find_entries, find_idle
from sayso.model.knowledge import Entry, EntryType, Knowledge, identify_entry
from sayso.model.place import KnownPlace, PlaceKind

NOON = datetime(2031, 5, 1, 12, tzinfo=UTC)


def entry(key, *names, of=None, type_=EntryType.ARMED_GROUP):
    ties = (Affiliation(identify_entry(of), "decree 3"),) if of else ()
    return Entry(key, type_, names, "decree 3", ties)


FRONT = entry("hill-front", "Hill Front", "The Front")
MOVEMENT = entry("hill-movement", "Hill Movement", "HM")
DRAY = entry("ansel-dray", "Ansel Dray", "Dray", of="hill-movement", type_=EntryType.PERSON)
KNOWN = Knowledge({each.id: each for each in (FRONT, MOVEMENT, DRAY)}, digest="0")


def decision(kind, known, value, *, at=0, id_=None):
    target = Target(known=known)
    return Decision(id_ or f"d{at}", kind, target, value, "Amal", NOON + timedelta(minutes=at), "it is so")


def merge(one, other, *, at=0):
    return decision(DecisionKind.MERGE, one, other, at=at)


def split(one, other, *, at=0):
    return decision(DecisionKind.SPLIT, one, other, at=at)


def add(key, *, at=0, **fields):
    return decision(DecisionKind.ADD, key, write_addition(Addition("the register", **fields)), at=at)


def undo(name, *, at):
    return decision(DecisionKind.UNDO, "whatever", name, at=at)


def named(knowledge, key):
    return knowledge.entries[identify_entry(key)].names


def test_an_added_entry_is_known_with_its_source_and_affiliation():
    person = add("ida-korr", type=EntryType.PERSON, names=("Ida Korr",), ties=(Tie("hill-front", "spokesman", "2014"),))
    (found,) = find_entries(decide_knowledge(KNOWN, [person]), "ida korr")
    assert (found.type, found.source, found.file) == (EntryType.PERSON, "the register", "decision d0")
    (tie,) = found.affiliations
    assert (tie.of, tie.role, tie.start, tie.because) == (FRONT.id, "spokesman", "2014", "decision d0 (the register)")


def test_an_added_alias_and_affiliation_go_to_the_entry_that_there_is():
    after = decide_knowledge(KNOWN, [add("ansel-dray", names=("A. Dray",), ties=(Tie("hill-front"),))])
    assert named(after, "ansel-dray") == ("Ansel Dray", "Dray", "A. Dray")
    assert after.entries[DRAY.id].affiliations[0].of == FRONT.id, "what a person says comes before the file's"


def test_two_entries_merged_are_one_and_who_spoke_for_the_one_speaks_for_the_other():
    after = decide_knowledge(KNOWN, [merge("hill-front", "hill-movement")])
    assert named(after, "hill-front") == ("Hill Front", "The Front", "Hill Movement", "HM")
    assert MOVEMENT.id not in after.entries
    assert after.entries[DRAY.id].affiliations[0].of == FRONT.id


def test_a_name_merged_with_an_entry_becomes_one_of_its_names():
    after = decide_knowledge(KNOWN, [merge("Drey", "ansel-dray")])
    assert "Drey" in named(after, "ansel-dray")
    assert after.same == {frozenset({"Drey", "Ansel Dray"})}


def test_two_names_that_nobody_knows_are_the_same_in_the_reports():
    after = decide_knowledge(KNOWN, [merge("Korr", "Corre")])
    assert (after.same, after.entries) == ({frozenset({"Korr", "Corre"})}, KNOWN.entries)


def test_a_name_split_off_an_entry_is_none_of_its_names():
    after = decide_knowledge(KNOWN, [split("Dray", "ansel-dray")])
    assert named(after, "ansel-dray") == ("Ansel Dray",)
    assert after.apart == {frozenset({"Dray", "Ansel Dray"})}


def test_a_name_that_only_the_reports_fold_into_an_entry_is_kept_apart_from_all_its_names():
    after = decide_knowledge(KNOWN, [split("Ansel Drey", "ansel-dray")])
    assert after.apart == {frozenset({"Ansel Drey", "Ansel Dray"}), frozenset({"Ansel Drey", "Dray"})}


@pytest.mark.parametrize("order", [1, -1])
def test_of_a_merge_and_a_split_of_the_same_two_the_later_counts(order):
    both = [merge("Korr", "Corre", at=1), split("corre", "korr", at=2)]
    after = decide_knowledge(KNOWN, both[::order])
    assert (after.same, after.apart) == (frozenset(), {frozenset({"korr", "corre"})})


def test_an_entry_merged_away_is_still_found_by_its_key():
    decisions = [merge("hill-front", "hill-movement", at=1), add("hill-movement", names=("The Hill",), at=2)]
    assert "The Hill" in named(decide_knowledge(KNOWN, decisions), "hill-front")


def test_an_alias_added_again_after_a_split_is_one_again():
    decisions = [split("Dray", "ansel-dray", at=1), add("ansel-dray", names=("Dray",), at=2)]
    after = decide_knowledge(KNOWN, decisions)
    assert (named(after, "ansel-dray"), after.apart) == (("Ansel Dray", "Dray"), frozenset())


def test_an_undo_gives_back_the_very_same_knowledge_and_its_undo_takes_it_again():
    made = merge("hill-front", "hill-movement", at=1)
    assert decide_knowledge(KNOWN, [made, undo("d1", at=2)]) is KNOWN
    assert decide_knowledge(KNOWN, [made, undo("d1", at=2), undo("d2", at=3)]) == decide_knowledge(KNOWN, [made])


def test_decisions_change_the_digest_and_an_undo_brings_it_back():
    made = merge("Korr", "Corre", at=1)
    assert decide_knowledge(KNOWN, [made]).digest != KNOWN.digest
    assert decide_knowledge(KNOWN, [made, undo("d1", at=2)]).digest == KNOWN.digest


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (merge("Nobody", "hill-front"), "'Nobody': neither known nor named"),
        (add("nothing", names=("Nothing",)), "no entry 'nothing' to add to"),
        (add("ansel-dray", ties=(Tie("gone"),)), "no entry 'gone' to speak for"),
        (
            decision(DecisionKind.ADD, "x", '{"type": "wizard", "names": ["X"], "source": "s"}'),
            "cannot read what it adds",
        ),
        (decision(DecisionKind.ADD, "x", "[1"), "cannot read what it adds"),
        (split("ansel-dray", "Ansel Dray"), "both are the entry ansel-dray alone"),
    ],
)
def test_a_decision_that_finds_nothing_is_told_and_changes_nobody_else(made, says):
    (idle,) = find_idle(KNOWN, [made], named=["Korr"])
    assert says in idle.because
    assert len(decide_knowledge(KNOWN, [made]).entries) == 3


def test_a_known_place_s_identifier_is_no_idle_matter():
    assert find_idle(KNOWN, [split("Korr", "geonames:12")], named=["Korr"]) == ()


def test_a_name_that_stands_in_the_record_is_no_idle_matter():
    assert find_idle(KNOWN, [merge("korr", "hill-front")], named=["Korr"]) == ()


def test_decisions_on_reports_are_none_on_knowledge():
    about_a_report = Decision("d1", DecisionKind.SET, Target("r1", field="title"), "x", "Amal", NOON, "print")
    assert decide_knowledge(KNOWN, [about_a_report]) is KNOWN


class Atlas:
    """A gazetteer of two places."""

    places = tuple(
        KnownPlace(f"atlas:{name}", name, PlaceKind.SETTLEMENT, "XA", 1.0, 2.0, 500, "atlas")
        for name in ("Waddel", "Sarn")
    )

    def find(self, names):
        return [tuple(place for place in self.places if place.name == name) for name in names]


def places(name, *decisions):
    after = decide_knowledge(Knowledge(KNOWN.entries, Atlas()), decisions)
    return [place.name for place in after.gazetteer.find([name])[0]]


def test_a_place_is_found_by_the_name_that_a_person_merged_with_its_own():
    assert places("Weddel", merge("Weddel", "Waddel")) == ["Waddel"]


@pytest.mark.parametrize("which", ["atlas:Sarn", "Sarn of the north"])
def test_a_name_split_off_a_known_place_finds_it_no_more(which):
    assert places("Sarn", split("Sarn", which)) == ([] if which.startswith("atlas:") else ["Sarn"])


@pytest.mark.parametrize(
    ("addition", "says"),
    [
        (Addition(" ", names=("x",)), "--source"),
        (Addition("s"), "nothing is added"),
        (Addition("s", names=(" ",)), "is no name; give one with letters"),
        (Addition("s", names=("x" * 10_000,)), "has 10,000 characters; a name has at most 300"),
        (Addition("s", names=("a\nb",)), "on one line"),
        (Addition("s", names=("x",), start="soon"), "'soon' is no date"),
        (Addition("s", names=("x",), start="2020", end="2019"), "ends (2019) before it begins (2020)"),
        (Addition("s", ties=(Tie("a", role="friend"),)), "'friend' is no role"),
    ],
)
def test_what_cannot_be_added_is_refused_with_the_way_out(addition, says):
    assert says in check_addition(addition)


def test_an_addition_comes_back_as_it_was_written():
    whole = Addition("s", EntryType.PERSON, ("A", "ب"), "XA", "1960", "2020-01", (Tie("x", "head", "2014", None),))
    assert read_addition(write_addition(whole)) == whole
    assert check_addition(whole) is None


def test_a_key_is_made_of_letters_that_every_keyboard_has():
    assert make_key("Ahmèd al-Mesmary") == "ahmed-al-mesmary"
    assert make_key("المسماري").startswith("known-")


CALLED = st.sampled_from(["hill-front", "Hill Front", "HM", "hill-movement", "Dray", "ansel-dray", "Korr", "new"])
MADE = st.one_of(
    st.builds(merge, CALLED, CALLED),
    st.builds(split, CALLED, CALLED),
    st.builds(lambda key, name: add(key, type=EntryType.PERSON, names=(name,)), CALLED, CALLED),
)


@given(st.lists(MADE, max_size=6), st.randoms())
def test_any_decisions_all_undone_in_any_order_leave_the_knowledge_as_it_was(made, chance):
    dated = [decision(each.kind, each.target.known, each.value, at=at) for at, each in enumerate(made)]
    undone = [undo(each.id, at=100 + at) for at, each in enumerate(chance.sample(dated, len(dated)))]
    assert decide_knowledge(KNOWN, [*dated, *undone]) is KNOWN
    redone = [undo(each.id, at=200 + at) for at, each in enumerate(undone)]
    assert decide_knowledge(KNOWN, [*dated, *undone, *redone]) == decide_knowledge(KNOWN, dated)


@given(st.lists(MADE, max_size=6))
def test_whatever_is_decided_no_entry_speaks_for_itself_or_for_one_merged_away(made):
    dated = [decision(each.kind, each.target.known, each.value, at=at) for at, each in enumerate(made)]
    entries = decide_knowledge(KNOWN, dated).entries
    for id_, each in entries.items():
        assert each.names
        assert all(tie.of in entries and tie.of != id_ for tie in each.affiliations)
