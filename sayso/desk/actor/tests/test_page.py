"""The page of an actor, as a visitor sees it."""

from __future__ import annotations

from sayso.desk.conftest import Desk


def test_every_actor_and_speaker_of_the_sample_has_a_page(desk: Desk) -> None:
    snapshot = desk.office.record.snapshot()
    claims = [claim for each in snapshot.resolutions for claim in each.claims]
    doers = {filler.mention.entity for claim in claims for filler in claim.roles if filler.mention.entity}
    speakers = {each.id for each in desk.office.record.list_sources().rows}
    assert speakers - doers
    for entity in speakers:
        assert desk.client.get(f"/actor/{entity}").status_code == 200, entity


def test_who_only_speaks_leads_to_what_it_said(desk: Desk) -> None:
    answers = [
        desk.client.get(f"/actor/{each.id}", follow_redirects=False) for each in desk.office.record.list_sources().rows
    ]
    led = [answer.headers["location"] for answer in answers if answer.status_code == 303]
    assert led
    assert all(address.startswith("/source/") for address in led)


def test_who_is_neither_actor_nor_source_has_no_page(desk: Desk) -> None:
    assert desk.client.get("/actor/e0000000000000000").status_code == 404
