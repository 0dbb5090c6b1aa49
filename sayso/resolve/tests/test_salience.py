"""Whom a pronoun stands for, of those a text mentions."""

from __future__ import annotations

from sayso.model.entity import EntityKind
from sayso.resolve.antecedent import LIKELY, list_fitting, pick_weights, resolve_pronoun
from sayso.resolve.description import describe
from sayso.resolve.discourse import Discourse, Outlets, open_discourse
from sayso.resolve.heard import Heard
from sayso.resolve.mentioned import How, find_mentioned
from sayso.resolve.outlet import Asked
from sayso.resolve.referent import Referent
from sayso.resolve.salience import rank_mentioned
from sayso.resolve.tests.build import report, span


def _open(text: str) -> Discourse:
    return open_discourse(report(text), outlets=Outlets("The Lowen Gazette", Asked(())))


def _heard(discourse: Discourse, words: str, *, inner: bool = False) -> Heard:
    person = Referent(EntityKind.PERSON, (words,), because="named")
    return Heard(span(discourse.text, words).start, person, inner=inner, words=words)


def _meant(discourse: Discourse, pronoun: str, *heard: Heard) -> Referent | None:
    at = discourse.text.rindex(f" {pronoun} ") + 1
    return resolve_pronoun(describe(pronoun), discourse=discourse, at=at, heard=heard)


def test_who_spoke_last_goes_on() -> None:
    where = _open("Sten Orrin said the dam held. Mira Holt said the gate was shut. On Sunday he said nobody came.")
    found = _meant(where, "he", _heard(where, "Sten Orrin"), _heard(where, "Mira Holt"))
    assert found is not None
    assert found.name == "Mira Holt"  # nothing here shows that she is none


def test_gender_that_the_text_shows_decides() -> None:
    where = _open("Sten Orrin said the dam held. Mira Holt said the gate was shut. On Sunday he said nobody came.")
    woman = Heard(
        span(where.text, "Mira Holt").start,
        Referent(EntityKind.PERSON, ("Mira Holt",), female=True, because="a woman"),
        words="Mira Holt",
    )
    found = _meant(where, "he", _heard(where, "Sten Orrin"), woman)
    assert found is not None
    assert found.name == "Sten Orrin"


def test_the_reason_says_what_speaks_for_him() -> None:
    where = _open("Sten Orrin said the dam held. On Sunday he said nobody came.")
    found = _meant(where, "he", _heard(where, "Sten Orrin"))
    assert found is not None
    assert "spoke last" in found.because
    assert "Sten Orrin" in found.because


def test_nobody_is_better_than_somebody_unlikely() -> None:
    where = _open("They met in the hall. On Sunday he said nobody came.")
    assert _meant(where, "he") is None


def test_chances_add_up_and_the_likeliest_comes_first() -> None:
    where = _open("Sten Orrin and Jon Vail met. Jon Vail spoke for an hour. On Sunday he said nobody came.")
    at = where.text.index(" he ") + 1
    fitting = list_fitting("he", discourse=where, at=at, heard=())
    ranked = rank_mentioned(fitting, at=at, layout=where.layout, weights=pick_weights("he"))
    assert abs(sum(each.chance for each in ranked) - 1) < 1e-9
    assert ranked[0].referent.name == "Jon Vail"
    assert ranked[0].chance > LIKELY


def test_words_in_apposition_are_the_name() -> None:
    where = _open("Sten Orrin, the council's mayor, said the dam held.")
    assert "the council's mayor" not in {each.referent.name for each in where.mentioned}


def test_people_in_the_plural_and_papers_are_mentioned() -> None:
    where = _open("Four guards left the mill. The order of the council was read out.")
    hows = {each.referent.name: each.how for each in find_mentioned(where.roster)}
    assert "Four guards" in hows
    assert any(name.startswith("The order") for name in hows)
    assert How.SPEAKS not in hows.values()
