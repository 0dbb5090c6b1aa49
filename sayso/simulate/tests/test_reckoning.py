"""The rules by which truth follows from what is said, each shown on a few utterances."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.model.entity import EntityKind
from sayso.model.holding import HoldingStatus
from sayso.model.values.stance import ClaimType
from sayso.simulate.counting import count_exactly
from sayso.simulate.happening import Figure, Happening, Utterance
from sayso.simulate.holding import reckon_holdings
from sayso.simulate.reckoning import Told, reckon_happenings
from sayso.simulate.wording import WORDINGS

TOWN = Figure("e-town", EntityKind.PLACE, ("Korvat",), voice="")
ARMY = Figure("e-army", EntityKind.GROUP, ("the army",), voice="army")
REBELS = Figure("e-rebels", EntityKind.GROUP, ("the rebels",), voice="rebels")
NURSE = Figure("", EntityKind.PERSON, ("a nurse",), voice="nurse")
DAY = date(2025, 4, 3)


def happen(type_: str, day: date = DAY) -> Happening:
    return Happening(f"h {type_} {day}", ClaimType(type_), TOWN, day)


def tell(of: Happening, wording: str, by: Figure, *, slip: str = "", n: int | None = None, **more) -> Told:
    words = WORDINGS[wording]
    parts = more.pop("parts", {"actor": REBELS, "place": TOWN, "loser": ARMY})
    count = count_exactly(n, "soldiers", "soldier") if n else None
    told, id_ = more.pop("told", of.day), f"u {of.id} {wording} {by.voice} {n}"
    said = Utterance(
        id_, of, wording, by, by.voice, told, parts, of.day, count, type=words.type, stance=words.stance, **more
    )
    return Told(f"c {id_} {slip}", said, slip, frozenset(), has_way=bool(said.way))


def conflicts(*told: Told) -> set[str]:
    return {str(conflict.on) for happening in reckon_happenings(told) for conflict in happening.conflicts}


def test_a_denial_conflicts_with_an_assertion_of_another_voice() -> None:
    fall = happen("seize")
    assert conflicts(tell(fall, "seize", REBELS), tell(fall, "seize.denied", ARMY)) == {"occurrence"}
    assert conflicts(tell(fall, "seize", ARMY), tell(fall, "seize.denied", ARMY)) == set()


def test_a_plan_a_demand_and_a_refusal_conflict_with_nothing() -> None:
    talks = happen("negotiate")
    told = [
        tell(talks, "negotiate.planned", REBELS),
        tell(talks, "refuse", ARMY),
        tell(talks, "negotiate.requested", NURSE),
    ]
    assert conflicts(*told) == set()


def test_numbers_conflict_where_their_ranges_do_not_meet() -> None:
    dead = happen("kill")
    assert conflicts(tell(dead, "kill", REBELS, n=40), tell(dead, "kill", NURSE, n=11)) == {"number"}
    assert conflicts(tell(dead, "kill", REBELS, n=40), tell(dead, "kill", NURSE, n=40)) == set()


def test_a_later_count_takes_the_place_of_the_earlier() -> None:
    dead = happen("kill")
    first, later = tell(dead, "kill", REBELS, n=11), tell(dead, "kill", REBELS, n=40, told=date(2025, 4, 5))
    assert conflicts(first, later, tell(dead, "kill", NURSE, n=40)) == set()
    assert conflicts(first, tell(dead, "kill", NURSE, n=40)) == {"number"}


def test_what_was_copied_wrongly_is_on_no_side() -> None:
    dead = happen("kill")
    assert conflicts(tell(dead, "kill", REBELS, n=40), tell(dead, "kill", NURSE, n=11, slip="number")) == set()


def test_who_denies_that_it_fired_does_not_deny_the_blast() -> None:
    strike = happen("strike")
    denial = tell(strike, "strike.denied", ARMY, doer="army")
    assert conflicts(tell(strike, "strike", REBELS, doer="army"), denial) == {"responsibility"}
    assert conflicts(tell(strike, "strike.bare", NURSE), denial) == set()


def test_ways_conflict_only_where_the_words_give_them() -> None:
    fall = happen("seize")
    one = tell(fall, "seize", REBELS, way="without a fight")
    assert conflicts(one, tell(fall, "seize", NURSE, way="after a fight")) == {"manner"}
    assert conflicts(one, tell(fall, "seize", NURSE)) == set()


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ([("seize", REBELS), ("seize", NURSE)], HoldingStatus.UNDISPUTED),
        ([("seize", REBELS)], HoldingStatus.CLAIMED),
        ([("seize", REBELS), ("seize.denied", ARMY)], HoldingStatus.DISPUTED),
        ([("seize", NURSE), ("seize.denied", ARMY)], HoldingStatus.DISPUTED),
    ],
)
def test_a_holding_stands_as_its_voices_do(told: list[tuple[str, Figure]], status: HoldingStatus) -> None:
    fall = happen("seize")
    (holding,) = reckon_holdings([tell(fall, wording, by, doer="rebels") for wording, by in told])
    assert (holding.holder, holding.start, holding.end, holding.status) == ("e-rebels", "2025-04-03", None, status)


def test_who_owns_to_having_left_confirms_the_loss() -> None:
    fall, left = happen("seize"), happen("withdraw")
    told = [
        tell(fall, "seize", REBELS, doer="rebels"),
        tell(left, "withdraw", ARMY, doer="army", parts={"actor": ARMY, "place": TOWN}),
    ]
    army, rebels = sorted(reckon_holdings(told), key=lambda holding: holding.holder)
    assert rebels.status is HoldingStatus.UNDISPUTED
    assert (army.start, army.end) == (None, "2025-04-03")


def test_a_taking_that_only_the_taker_tells_ends_no_holding() -> None:
    held = happen("hold")
    before = tell(held, "held", NURSE, parts={"actor": ARMY, "place": TOWN, "year": "2022"}, doer="army")
    fall = happen("seize")
    (army, rebels) = sorted(
        reckon_holdings([before, tell(fall, "seize", REBELS, doer="rebels")]), key=lambda holding: holding.holder
    )
    assert (army.start, army.end, army.status) == ("2022", None, HoldingStatus.DISPUTED)
    assert rebels.status is HoldingStatus.CLAIMED


def test_the_next_holder_ends_a_holding_where_a_bystander_tells_of_it() -> None:
    first, second = happen("seize"), happen("seize", date(2025, 4, 11))
    back = {"actor": ARMY, "place": TOWN, "loser": REBELS}
    told = [
        tell(first, "seize", REBELS, doer="rebels"),
        tell(first, "seize", NURSE, doer="rebels"),
        tell(second, "seize", ARMY, doer="army", parts=back),
        tell(second, "seize", NURSE, doer="army", parts=back),
    ]
    ends = {holding.holder: holding.end for holding in reckon_holdings(told)}
    assert ends == {"e-rebels": "2025-04-11", "e-army": None}
