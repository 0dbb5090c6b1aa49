"""Which words give a reason, which deny one, and which give none."""

from __future__ import annotations

import pytest

from sayso.corroborate.conflict.reason import read_reasons
from sayso.model.values.stance import ClaimType

T = ClaimType


def read(text: str, type_: ClaimType = T.DEPLOY) -> list[tuple[str, bool]]:
    """The kinds of the reasons in a text, each with whether it is denied."""
    return [(reason.kind, reason.is_denied) for reason in read_reasons(text, type_)]


@pytest.mark.parametrize(
    ("text", "type_", "kind"),
    [
        ("they had come to guard the mine", T.STATEMENT, "guard"),
        ("Employees of a company who will guard the mine", T.STATEMENT, "guard"),
        ("they are instructors of the army", T.STATEMENT, "teach"),
        ("Our marines are at Port Amsel to protect our nationals", T.PRESENT, "save"),
        ("Marines landed in order to protect the inhabitants", T.DEPLOY, "save"),
        ("Marines landed on the island to protect the inhabitants", T.DEPLOY, "save"),
        ("soldiers moved into the area to loot the shops", T.DEPLOY, "loot"),
        ("Marines landed with the aim of seizing the oil terminal", T.DEPLOY, "take"),
        ("the column was sent to punish the village", T.DEPLOY, "terror"),
        ("planes struck the store in retaliation for the shelling of Orra", T.STRIKE, "answer"),
        ("our men fired in self-defence", T.ATTACK, "answer"),
        ("an unprovoked attack on the village", T.ATTACK, "unprovoked"),
        ("they opened fire for no apparent reason", T.ATTACK, "unprovoked"),
        ("the garrison left because its lease had ended", T.WITHDRAW, "choice"),
        ("our men left the pass in order to shorten their lines", T.WITHDRAW, "choice"),
        ("the garrison was driven out of the base", T.WITHDRAW, "force"),
    ],
)
def test_phrase_of_reason_gives_one(text: str, type_: ClaimType, kind: str) -> None:
    assert read(text, type_) == [(kind, False)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("they came not to train anyone", "teach"),
        ("they did not come to train the army", "teach"),
        ("they are not instructors", "teach"),
        ("they landed under the pretext of protecting nationals", "save"),
        ("they have nothing to do with any mine", ""),
        ("they came, but not because of the gold", ""),
    ],
)
def test_reason_may_be_denied_in_as_many_words(text: str, kind: str) -> None:
    assert read(text) == [(kind, True)]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("they came to the mine on Sunday", T.DEPLOY),
        ("they came to Tar", T.DEPLOY),
        ("soldiers entered the town and refused to protect the inhabitants", T.DEPLOY),
        ("soldiers came and began to loot the shops", T.DEPLOY),
        ("he was told to guard the mine", T.STATEMENT),
        ("the marines are to guard the mine", T.PRESENT),
        ("the marines are ready to guard the mine", T.PRESENT),
        ("they were released in return for gold", T.HAND_OVER),
        ("troops came to secure the airport", T.DEPLOY),
        ("troops came to liberate the town", T.DEPLOY),
        ("almost ten years after the army was driven out of the town", T.WITHDRAW),
        ("three teachers were killed", T.KILL),
        ("among the dead were teachers", T.KILL),
    ],
)
def test_words_that_only_look_like_a_reason_give_none(text: str, type_: ClaimType) -> None:
    assert read(text, type_) == []


def test_two_aims_are_two_reasons() -> None:
    assert read("they came to train the army and guard the mine") == [("teach", False), ("guard", False)]
    assert read("they came not to train anyone, but to guard the mine") == [("teach", True), ("guard", False)]


def test_things_of_one_aim_are_one_reason() -> None:
    assert read("they came to protect women and children") == [("save", False)]


@pytest.mark.parametrize(
    ("denial", "given", "is_denied"),
    [
        ("they came not to train anyone", "they came to train the army", True),
        ("they came not to train anyone", "they are teachers for the soldiers", True),
        ("they have nothing to do with any mine", "they came to guard the Luma mine", True),
        ("they came not to guard the border", "they came to guard the mine", False),
        ("they came not to kill civilians", "they came to punish the village", False),
        ("they came, but not because of the army", "they came to train the army", False),
        ("they came not to train anyone", "they came not to train the army", False),
    ],
)
def test_denial_denies_the_reason_that_it_names_alone(denial: str, given: str, is_denied: bool) -> None:
    (one,), (other,) = read_reasons(denial, T.STATEMENT), read_reasons(given, T.STATEMENT)
    assert one.denies(other) is is_denied
    assert not other.denies(one)


@pytest.mark.parametrize(
    ("one", "other", "is_rival"),
    [
        ("to train the army", "to guard the mine", True),
        ("to protect the inhabitants", "to seize the oil terminal", True),
        ("to arrest two suspects", "to loot the market", True),
        ("to train the army", "to train and equip the army", False),
        ("to train the army", "to protect the inhabitants", False),
        ("to protect the inhabitants", "to guard the mine", False),
        ("to seize the rifles", "to protect the inhabitants", False),
        ("to seize the terminal", "to punish the village", False),
        ("in order to please the king", "in order to win a vote", False),
    ],
)
def test_only_kinds_that_exclude_each_other_are_rivals(one: str, other: str, is_rival: bool) -> None:
    left = read_reasons(f"they came {one}", T.DEPLOY)
    right = read_reasons(f"they came {other}", T.DEPLOY)
    assert any(a.is_rival(b) for a in left for b in right) is is_rival
    assert any(b.is_rival(a) for a in left for b in right) is is_rival
