from sayso.model.claim import Link, Mention
from sayso.resolve.hearsay import find_hearer, find_teller
from sayso.resolve.roster import call_roll
from sayso.resolve.tests.build import span


def link(text: str, source: str, cue: str) -> Link:
    return Link(Mention.at(span(text, source)), span(text, cue))


def hear(text: str, source: str, cue: str) -> str | None:
    found = find_hearer(link(text, source, cue), roster=call_roll(text), outlet="The Lowen Gazette")
    return found.text if found else None


def tell(text: str, source: str, cue: str) -> str | None:
    found = find_teller(link(text, source, cue), roster=call_roll(text))
    return found.text if found else None


def test_who_had_heard_it_passes_it_on() -> None:
    assert hear("Another resident had heard from her brother that the bridge was open.", "her brother", "heard from")


def test_who_was_told_passes_it_on() -> None:
    assert hear("The nurse spoke. Her son told her that the road was cut.", "Her son", "told") == "her"


def test_reporter_who_was_told_is_no_link() -> None:
    assert hear("Our correspondent walked to the gate. A guard told him that it was shut.", "A guard", "told") is None


def test_who_asks_tells_nothing() -> None:
    assert hear("The minister spoke. A deputy asked her whether the road was cut.", "A deputy", "asked") is None


def test_who_was_told_by_others_names_them() -> None:
    text = "A resident had been told by one of the gunners that more were coming."
    assert tell(text, "A resident", "had been told") == "one of the gunners"


def test_who_swam_across_and_told_him_is_the_teller() -> None:
    text = "Dray said a clerk had swum across the river and told him that the shed was burning."
    assert tell(text, "Dray", "told") == "a clerk"
