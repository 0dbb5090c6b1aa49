import pytest

from sayso.model.entity import Affiliation, EntityKind
from sayso.model.knowledge import Entry, EntryType, identify_entry
from sayso.model.place import UNCHECKED
from sayso.resolve.actor import Context, Directory, candidates, look_around, resolve


def entry(
    key: str, type_: EntryType, *names: str, country: str | None = None, of: str = "", role: str = "", **more: str
):
    ties = (Affiliation(identify_entry(of), f"knowledge entry {key}", role=role or None),) if of else ()
    capital, people = (tuple(more.pop(each, "").split()) for each in ("capital", "people"))
    return Entry(
        key,
        type_,
        names,
        UNCHECKED,
        ties,
        country=country,
        capital=capital,
        people=people,
        start=more.get("start"),
        end=more.get("end"),
    )


T = EntryType
# Invented, but for the two bodies that share the initials GNA.
KNOWN = Directory(
    [
        entry("libya", T.STATE, "Libya", country="LY", capital="Tripoli", people="Libyan Libyans"),
        entry("ghana", T.STATE, "Ghana", country="GH", capital="Accra", people="Ghanaian"),
        entry("libya-gna", T.POLITICAL_BODY, "Government of National Accord", "GNA", country="LY"),
        entry("ghana-news-agency", T.OUTLET, "Ghana News Agency", "GNA", country="GH"),
        entry("northern-front", T.ARMED_GROUP, "Northern Front", "NF", country="LY", end="2018"),
        entry("southern-front", T.ARMED_GROUP, "Southern Front", country="GH"),
        entry("ida-korr", T.PERSON, "Ida Korr", "إيدا كور", country="LY", of="northern-front", role="commander"),
        entry("jon-korr", T.PERSON, "Jon Korr", country="LY", of="libya-gna", role="minister"),
        entry("sten-orrin", T.PERSON, "Sten Orrin", country="GH"),
    ]
)


def key(words: str, *, kind: EntityKind | None = None, **context: object) -> str | None:
    answer = resolve(words, KNOWN, Context(**context), kind=kind)  # type: ignore[arg-type]
    return answer.best.of.key if answer.best else None


def test_initials_of_two_are_told_apart_by_the_country_of_the_report() -> None:
    assert key("GNA", countries=frozenset({"LY"})) == "libya-gna"
    assert key("GNA", countries=frozenset({"GH"})) == "ghana-news-agency"


def test_initials_of_two_stay_words_where_nothing_tells() -> None:
    answer = resolve("GNA", KNOWN)
    assert answer.best is None
    assert {each.of.key for each in answer.candidates} == {"libya-gna", "ghana-news-agency"}
    assert "or" in answer.because


def test_front_is_nobody_without_its_whole_name() -> None:
    assert key("the Front") is None
    assert key("the Front", countries=frozenset({"LY"}), company=frozenset({identify_entry("libya-gna")})) is None


def test_family_name_of_two_is_told_apart_by_the_office() -> None:
    assert key("Korr", countries=frozenset({"LY"})) is None
    assert key("Northern Front commander Korr", countries=frozenset({"LY"})) == "ida-korr"


def test_family_name_alone_needs_the_country_of_the_report() -> None:
    assert key("Orrin") is None
    assert key("Orrin", countries=frozenset({"GH"})) == "sten-orrin"
    assert key("Orrin", countries=frozenset({"LY"})) is None


@pytest.mark.parametrize("words", ["Idda Kor", "Ida Korr", "إيدا كور", "Commander Ida Korr"])
def test_person_is_known_in_every_spelling_of_the_whole_name(words: str) -> None:
    assert key(words, countries=frozenset({"LY"})) == "ida-korr"


@pytest.mark.parametrize(
    ("words", "state"), [("Accra", "ghana"), ("Ghanaian forces", "ghana"), ("the Libyans", "libya")]
)
def test_capital_and_people_stand_for_their_state(words: str, state: str) -> None:
    assert key(words) == state


def test_capital_is_no_person() -> None:
    assert key("Accra", kind=EntityKind.PERSON) is None


def test_actor_that_was_no_more_is_doubted() -> None:
    then, later = (
        resolve("NF", KNOWN, Context(countries=frozenset({"LY"}), told=told)).candidates[0]
        for told in ("2017-05", "2024-05-01")
    )
    assert then.score > later.score
    assert [reason.ours for reason in later.reasons if reason.weight < 0] == ["2024-05-01"]


def test_every_reason_says_what_was_compared() -> None:
    (best, *_) = candidates("Northern Front", KNOWN, Context(countries=frozenset({"LY"})))
    assert best.reasons[0].ours == "Northern Front"
    assert {reason.theirs for reason in best.reasons} >= {"Northern Front", "LY"}


def test_report_speaks_of_the_states_that_it_names() -> None:
    context = look_around(["Accra", "Government of National Accord"], KNOWN)
    assert context.countries == {"GH", "LY"}
    assert context.company == {identify_entry("libya-gna")}


@pytest.mark.parametrize("words", ["", " ", "🔥", "\u200f", "?!", "x" * 10_000, "A " * 5_000, "አማራ", "us", "the"])
def test_hostile_words_are_nobody(words: str) -> None:
    answer = resolve(words, KNOWN, Context(told="no date"))
    assert answer.best is None
    assert answer.because


def test_commander_of_a_body_is_the_one_whose_body_it_is() -> None:
    own = Directory(
        [
            entry("hill-army", T.ARMY, "Hill Army", "HA", country="LY", of="ansel-dray"),
            entry("ansel-dray", T.PERSON, "Ansel Dray", country="LY"),
            entry("jon-dray", T.PERSON, "Jon Dray", country="LY", of="hill-army", role="commander"),
        ]
    )
    answer = resolve("HA commander Dray", own, Context(countries=frozenset({"LY"})))
    assert answer.candidates[0].of.key == "ansel-dray"
    assert "whose body it is" in [reason.because for reason in answer.candidates[0].reasons]


def test_initials_abroad_are_another_body_and_a_name_of_one_word_is_not() -> None:
    known = Directory([entry("kestrel", T.ARMED_GROUP, "Kestrels", "KST", country="GH")])
    abroad = Context(countries=frozenset({"LY"}))
    assert resolve("KST", known, abroad).best is None
    assert resolve("the Kestrels", known, abroad).best is not None


def test_initials_that_spell_a_pronoun_are_initials_in_capitals_alone() -> None:
    known = Directory([entry("united-states", T.STATE, "United States", "US", "U.S.", country="US")])
    assert resolve("US", known).best is not None
    assert resolve("the U.S.", known).best is not None
    assert resolve("us", known).best is None


def test_title_in_arabic_is_no_part_of_the_name() -> None:
    assert key("العقيد إيدا كور", countries=frozenset({"LY"})) == "ida-korr"
