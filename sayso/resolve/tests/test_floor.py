from dataclasses import replace

from sayso.model.claim import Claim, Link, Mention
from sayso.model.report import Report
from sayso.resolve.tests.build import chain_names, claim, report, resolve_one, span

INTERVIEW = """Mira Holt, 44, kept the lock at Orrin until June. She receives us in her kitchen.

Who opened the gate?

I did not. The engineers opened it and we watched from the roof.

The ministry says that you opened it.

The ministry was asleep. They took nine men with them.

And the boats?

My brother burned two of them.

The harbour office told us that no boat had burned."""


def _chain(where: Report, words: str) -> list[str]:
    (found,) = resolve_one(where, claim(where, words)).claims
    return chain_names(found)


def test_answers_of_an_interview_are_the_guest_s() -> None:
    where = report(INTERVIEW)
    assert _chain(where, "The engineers opened it") == ["Mira Holt", "The Lowen Gazette"]
    assert _chain(where, "They took nine men with them") == ["Mira Holt", "The Lowen Gazette"]
    assert _chain(where, "My brother burned two of them") == ["Mira Holt", "The Lowen Gazette"]


def test_questions_of_an_interview_are_the_outlet_s() -> None:
    where = report(INTERVIEW)
    assert _chain(where, "Who opened the gate?") == ["The Lowen Gazette"]
    assert _chain(where, "you opened it") == ["The Lowen Gazette"]


def test_answers_under_marks_are_the_guest_s() -> None:
    where = report(
        "The man who calls himself Torv Aldane met us at a ford.\n\nQ: Who holds the mill?\n\n"
        "A: The miller holds it.\n\nQ: And the dam?\n\nA: The dam was lost in May."
    )
    assert _chain(where, "The dam was lost in May") == ["Torv Aldane", "The Lowen Gazette"]


def test_questions_put_in_a_feature_are_no_interview() -> None:
    where = report("Who holds the mill?\n\nThe army holds it.\n\nWho holds the dam?\n\nNobody holds it.")
    assert _chain(where, "The army holds it") == ["The Lowen Gazette"]


def test_a_paper_that_is_printed_speaks_for_who_issued_it() -> None:
    where = report(
        "The Council of Orrin informs the public of the following:\n\n1. The dam was lost in May.\n\n"
        "2. Nine boats were burned.\n\nThe river rose again on Sunday."
    )
    assert _chain(where, "Nine boats were burned") == ["Council of Orrin", "The Lowen Gazette"]
    assert _chain(where, "The river rose again on Sunday") == ["The Lowen Gazette"]


def test_a_title_names_who_issued_a_paper() -> None:
    where = report("1. Our units left the dam.\n\n2. Nine boats were burned.")
    titled = replace(where, title="Communiqué no. 4 of the Torva Front")
    assert _chain(titled, "Nine boats were burned") == ["Torva Front", "The Lowen Gazette"]


def test_a_body_that_prints_its_own_paper_is_the_outlet() -> None:
    where = report("1. Our units left the dam.\n\n2. Nine boats were burned.", outlet="Torva Front, press office")
    titled = replace(where, title="Communiqué no. 4 of the Torva Front")
    assert _chain(titled, "Nine boats were burned") == ["Torva Front, press office"]


def test_a_quotation_runs_on_over_paragraphs() -> None:
    where = report(
        "“The dam was lost in May,” Mira Holt said.\n\n“We saw it from the roof.\n\n“Nine boats were burned.”"
    )
    first = claim(where, "The dam was lost in May", by=["Mira Holt"])
    last = claim(where, "Nine boats were burned")
    found = {each.id: each for each in resolve_one(where, first, last).claims}
    assert chain_names(found[last.id]) == ["Mira Holt", "The Lowen Gazette"]


def test_words_merely_in_marks_are_no_quotation() -> None:
    where = report("Mira Holt said the dam was lost. The army “liberated the mill” on Sunday.")
    first, other = claim(where, "the dam was lost", by=["Mira Holt"]), claim(where, "liberated the mill")
    found = {each.id: each for each in resolve_one(where, first, other).claims}
    assert chain_names(found[other.id]) == ["The Lowen Gazette"]


def test_the_form_of_the_report_overrules_the_last_one_named() -> None:
    where = report(INTERVIEW)
    given: Claim = claim(where, "They took nine men with them")
    guessed = replace(given, chain=(Link(Mention("The ministry"), span(where.text, "asleep")),), said_in="a")
    (found,) = resolve_one(where, guessed).claims
    assert chain_names(found) == ["Mira Holt", "The Lowen Gazette"]
