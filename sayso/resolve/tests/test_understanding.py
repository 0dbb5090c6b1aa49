"""In a process that goes on, resolving costs what changed, and gives what a new process would."""

from dataclasses import replace

import pytest

from sayso.model.knowledge import Knowledge
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.resolve import resolve, understanding
from sayso.resolve.kept import Kept
from sayso.resolve.outlet import Asked
from sayso.resolve.tests.build import claim, read, report
from sayso.resolve.tests.test_scale import count_calls

Readings = list[tuple[Report, Reading]]


def tell(text: str, words: str, *, by: str, outlet: str, **roles: str) -> tuple[Report, Reading]:
    where = report(text, outlet=outlet)
    return read(where, claim(where, words, by=[by], **roles))


def tell_all() -> Readings:
    return [
        tell("Spokesman Ansel Fennar said the fort at Lom fell.", "the fort at Lom fell", by="Spokesman Ansel Fennar",
             outlet="Sel Gazette", type_="seize", object="the fort at Lom"),
        tell("Fennar told Kestrel Dawn the road was lost.", "the road was lost", by="Fennar", outlet="Orrin Post"),
        tell("The army said it stood. The army of Zarland left.", "it stood", by="The army", outlet="Dhuma Wire"),
    ]  # fmt: skip


ELSEWHERE = tell("Ida Vail said the market opened.", "the market opened", by="Ida Vail", outlet="Merrin Herald")
NAMED = tell("Ida Vail said the market opened.", "the market opened", by="Ida Vail", outlet="Kestrel Dawn")


def resolve_anew(readings: Readings, knowledge: Knowledge = Knowledge()) -> tuple[Resolution, ...]:  # noqa: B008 - empty
    """As a new process resolves: nothing is kept."""
    understanding._INTERPRETED.clear()
    understanding._UNDERSTOOD.clear()
    return resolve(readings, knowledge=knowledge)


def test_a_report_for_which_nothing_changed_is_understood_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first = resolve_anew(tell_all())
    asked = count_calls(monkeypatch, understanding, "interpret")
    assert resolve(tell_all(), knowledge=Knowledge()) == first
    assert not asked


def test_a_report_that_changed_is_understood_anew_and_its_strangers_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    first = resolve_anew(tell_all())
    changed = [(replace(where, title="A new title"), reading) for where, reading in tell_all()[:1]]
    asked = count_calls(monkeypatch, understanding, "interpret")
    again = resolve([*changed, *tell_all()[1:]], knowledge=Knowledge())
    assert [words[0].title for words in asked] == ["A new title"]
    assert again[0].report.title == "A new title"
    assert again[1:] == first[1:]


def test_who_is_named_otherwise_by_another_report_is_written_anew() -> None:
    short = tell_all()[1]
    alone = resolve([short], knowledge=Knowledge())[0]
    beside = resolve(tell_all(), knowledge=Knowledge())[1]
    assert alone.claims[0].chain[0].source.entity != beside.claims[0].chain[0].source.entity
    assert resolve_anew(tell_all())[1] == beside


def test_an_outlet_that_a_report_does_not_name_asks_none_of_its_words_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    first = resolve(tell_all(), knowledge=Knowledge())
    asked = count_calls(monkeypatch, understanding, "interpret")
    again = resolve([*tell_all(), ELSEWHERE], knowledge=Knowledge())
    assert [words[0].outlet for words in asked] == ["Merrin Herald"]
    assert again[: len(first)] == first
    assert again == resolve_anew([*tell_all(), ELSEWHERE])


def test_an_outlet_that_a_report_names_is_known_to_it_at_once() -> None:
    before = resolve(tell_all(), knowledge=Knowledge())
    after = resolve([*tell_all(), NAMED], knowledge=Knowledge())
    assert after[1] != before[1]
    assert after == resolve_anew([*tell_all(), NAMED])
    assert resolve(tell_all(), knowledge=Knowledge()) == before


def test_a_decision_on_names_asks_no_words_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    resolve(tell_all(), knowledge=Knowledge())
    asked = count_calls(monkeypatch, understanding, "interpret")
    heard = count_calls(monkeypatch, understanding, "_hear")
    names = frozenset({frozenset({"Ansel Fennar", "Jon Korr"})})
    merged = resolve(tell_all(), knowledge=Knowledge(digest="one", same=names))
    assert not heard
    parted = resolve(tell_all(), knowledge=Knowledge(digest="two", apart=names))
    assert not asked
    assert len(heard) == 1  # the report that has the whole name
    assert merged == resolve_anew(tell_all(), Knowledge(digest="one", same=names))
    assert parted == resolve_anew(tell_all(), Knowledge(digest="two", apart=names))


def test_answers_of_outlets_stand_until_one_like_them_comes_or_goes() -> None:
    asked = Asked(("Sel Gazette", "Orrin Post"))
    assert asked.find("Gazette") == "Sel Gazette"
    assert asked.find("Kestrel Dawn") is None
    assert asked.stands(("Merrin Herald", "Orrin Post", "Sel Gazette"))
    assert asked.stands(("Sel Gazette",))
    assert not asked.stands(("Kestrel Dawn", "Sel Gazette"))
    assert not asked.stands(("Orrin Post",))


def test_what_is_kept_is_no_more_than_the_keys_asked_last() -> None:
    kept: Kept[list[int]] = Kept(3)
    for number in range(10):
        kept.find(number, lambda value: True, lambda number=number: [number])  # type: ignore[misc]
    assert len(kept) == 3
    made = [kept.find("one", lambda value, side=side: value == [side], lambda side=side: [side]) for side in range(9)]  # type: ignore[misc]
    assert len(kept) == 3
    assert kept.find("one", lambda value: value == [8], lambda: [-1]) is made[8]
    assert kept.find("one", lambda value: value == [0], lambda: [-1]) == [-1]
