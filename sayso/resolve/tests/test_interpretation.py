"""Dates that a claim takes from around it, and those that it must not take."""

import pytest

from sayso.model.claim import Claim
from sayso.resolve.tests.build import claim, report, resolve_one


def dated(text: str, words: str, *, by: str, cue: str | None = None, type_: str, when: str | None = None) -> str | None:
    where = report(text, published="2031-05-12")  # a Monday
    given: Claim = claim(where, words, by=[by], cue=cue, type_=type_, when=when)
    (found,) = resolve_one(where, given).claims
    return found.when.edtf if found.when else None


def test_images_date_what_they_show() -> None:
    text = "Satellite images taken on Friday show four planes."
    assert (
        dated(text, "four planes", by="Satellite images taken on Friday", cue="show", type_="present") == "2031-05-09"
    )


def test_day_of_posting_dates_nothing() -> None:
    text = "A video posted on Friday shows four planes."
    assert dated(text, "four planes", by="A video posted on Friday", cue="shows", type_="present") is None


def test_day_of_saying_dates_who_holds_a_place() -> None:
    text = "Fighters have taken Orm base, the spokesman said on Saturday."
    words = "Fighters have taken Orm base"
    assert dated(text, words, by="the spokesman", cue="said", type_="seize") == "2031-05-10"


@pytest.mark.parametrize("type_", ["kill", "detain", "statement"])
def test_day_of_saying_dates_nothing_else(type_: str) -> None:
    text = "Nine soldiers died, the spokesman said on Saturday."
    assert dated(text, "Nine soldiers died", by="the spokesman", cue="said", type_=type_) is None


def test_today_in_a_quotation_is_the_day_of_speaking() -> None:
    text = '"Today we took Orm base," the general said on Saturday.'
    assert dated(text, "Today we took Orm base", by="the general", type_="seize", when="Today") == "2031-05-10"


def test_time_of_day_belongs_to_the_day_spoken_of() -> None:
    text = "On Friday the shelling began. Fighters entered at dawn, a resident said."
    assert dated(text, "Fighters entered at dawn", by="a resident", type_="deploy", when="at dawn") == "2031-05-09"
