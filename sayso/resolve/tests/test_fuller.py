from sayso.model.report import Report
from sayso.resolve.tests.build import claim, report, resolve_one


def _name(where: Report, words: str, by: str) -> str:
    (found,) = resolve_one(where, claim(where, words, by=[by])).claims
    assert found.chain[0].source.entity is None
    return found.chain[0].source.name


def test_an_unnamed_source_says_whose_it_is() -> None:
    where = report("The Council of Orrin met on Sunday. The dam had held, its clerk said.")
    assert _name(where, "The dam had held", "its clerk") == "Council of Orrin's clerk"


def test_one_of_several_says_of_whom() -> None:
    where = report("Two of the drivers have spoken. One counted nine boats.")
    assert _name(where, "nine boats", "One") == "One of two of the drivers"


def test_an_owner_whom_nothing_names_leaves_the_words() -> None:
    where = report("Nothing had moved, its clerk said.")
    assert _name(where, "Nothing had moved", "its clerk") == "its clerk"


def test_another_is_another_of_those_before() -> None:
    where = report("One elder spoke of a clock. The road was shut, said another.")
    both = resolve_one(
        where, claim(where, "spoke of a clock", by=["One elder"]), claim(where, "The road was shut", by=["another"])
    )
    assert {each.chain[0].source.name for each in both.claims} == {"One elder", "another elder"}


def test_a_ministry_is_of_the_capital_that_acts() -> None:
    where = report("Lowen blames the guards. Its defence ministry said that a patrol was fired on.")
    (found,) = resolve_one(where, claim(where, "a patrol was fired on", by=["Its defence ministry"])).claims
    assert "Lowen" in found.chain[0].source.name


def test_the_other_of_two_that_were_told_of_as_one_of_them() -> None:
    text = "One of the officers spoke of a leak. The other said that the pump was lost."
    where = report(text)
    both = resolve_one(
        where,
        claim(where, "spoke of a leak", by=["One of the officers"]),
        claim(where, "the pump was lost", by=["The other"]),
    )
    assert {each.chain[0].source.name for each in both.claims} == {"One of the officers", "the other of the officers"}
