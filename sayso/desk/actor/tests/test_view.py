"""An actor's page: in which part it is named, by whose account, and what is never told as having happened."""

from __future__ import annotations

import pytest

from sayso.desk.actor.view import Deed, view_actor
from sayso.desk.conftest import Desk
from sayso.desk.event.tests.affair import PLANNED, account, claim, event, snapshot, voice
from sayso.errors import NotInRecord
from sayso.model.claim import Claim, Mention, RoleFiller
from sayso.model.entity import Entity, EntityKind
from sayso.model.snapshot import Snapshot
from sayso.model.values.stance import ClaimType, Role, Stance

GUARD = Entity("e-guard", EntityKind.GROUP, ("the Guard",))


def naming(role: Role, *, type_: ClaimType = ClaimType.SEIZE, stance: Stance = Stance.ASSERTED) -> Claim:
    filler = RoleFiller(role, Mention("the Guard", 0, 9, "e-guard", ("the Guard",)))
    return claim("c1", "words", type_=type_, stance=stance, roles=(filler,))


def told_of(one: Claim) -> Snapshot:
    happened = event((one,), (voice("Idan Morr", "c1", stances=(one.stance,)),), account("a1", "c1"), type_=one.type)
    return snapshot((one,), happened, entities=(GUARD,))


@pytest.mark.parametrize(
    ("one", "deed"),
    [
        (naming(Role.ACTOR), Deed.DID),
        (naming(Role.RECIPIENT), Deed.SUFFERED),
        (naming(Role.ACTOR, type_=ClaimType.SUPPLY), Deed.GAVE),
        (naming(Role.RECIPIENT, type_=ClaimType.SUPPLY), Deed.GOT),
        (naming(Role.OBJECT, type_=ClaimType.SUPPORT), Deed.GOT),
        (naming(Role.OBJECT), Deed.NAMED),
        (naming(Role.ACTOR, stance=PLANNED), Deed.AHEAD),
    ],
)
def test_it_stands_under_the_part_that_words_give_it(one: Claim, deed: Deed) -> None:
    view = view_actor(told_of(one), "e-guard")
    assert [each for each, _ in view.deeds] == [deed]
    (told,) = view.deeds[0][1]
    assert [heard.voice.name for heard in told.heard] == ["Idan Morr"]


def test_whom_nobody_names_is_no_actor() -> None:
    with pytest.raises(NotInRecord):
        view_actor(Snapshot(), "e-guard")


def test_every_actor_of_the_sample_has_a_page(desk: Desk) -> None:
    resolutions = desk.office.record.snapshot().resolutions
    fillers = [f.mention.entity for r in resolutions for c in r.claims for f in c.roles if f.mention.entity]
    for actor in dict.fromkeys(fillers):
        answer = desk.client.get(f"/actor/{actor}")
        assert answer.status_code == 200, answer.text
        assert answer.text.count("<h1") == 1


def test_what_it_holds_is_told_by_whose_account_and_who_says_otherwise(desk: Desk) -> None:
    holdings = desk.office.record.snapshot().corroboration.holdings
    disputed = next(each for each in holdings if each.status == "disputed")
    page = desk.client.get(f"/actor/{disputed.holder}").text
    assert disputed.place_names[0] in page
    assert 'class="chip disputed"' in page
