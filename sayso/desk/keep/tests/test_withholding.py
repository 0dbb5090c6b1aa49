"""What is withheld leaks from no page, search, feed, export or answer of the API, for readers and coders alike."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest

from sayso.desk.conftest import Desk
from sayso.model.veil import fold_name
from sayso.people import Role

NAME = "Idris Fennar"
FORMS = ("fennar", "fanar", "idris")
REASON = "he asked for it"


def addresses(desk: Desk) -> list[str]:
    """Every page, feed and answer about everything in the record."""
    snapshot = desk.office.record.snapshot()
    events = [event.id for event in snapshot.corroboration.events]
    places = {event.place for event in snapshot.corroboration.events if event.place}
    claims = [claim.id for each in snapshot.resolutions for claim in each.claims]
    entities = {entity.id for each in snapshot.resolutions for entity in each.entities}
    reports = [each.report.id for each in snapshot.resolutions]
    return [
        *("/", "/places", "/sources", "/actors", "/topics", "/search", "/history", "/collections", "/check"),
        *(
            f"/search?kind={kind}&q={word}"
            for kind in ("event", "claim", "report")
            for word in ("Tel+Arwan", "spokesman")
        ),
        *(f"/event/{event}" for event in events),
        *(f"/feed/event/{event}.atom" for event in events),
        *(f"/place/{place}" for place in places),
        *(f"/feed/place/{place}.atom" for place in places),
        *(f"/report/{report}" for report in reports),
        *(f"/claim/{claim}?why=1" for claim in claims[:25]),
        *(f"/report/{each.report.id}/version/{each.report.version}" for each in snapshot.resolutions),
        *(f"/place/{place}?known=2024-05-12&on=2024-05-13" for place in places),
        *(f"/check/claim/{claim}" for claim in claims[::6]),
        *(f"/check/report/{report}" for report in reports),
        *("/map.geojson", "/check/one", "/check/waiting", "/watches", "/me/notices"),
        *(f"/source/{entity}" for entity in entities),
        *(f"/actor/{entity}" for entity in entities),
        "/feed/search.atom?kind=claim",
        *(f"/api/v1/{what}" for what in ("events", "claims", "reports", "places", "sources", "actors", "lineage")),
        *(f"/api/v1/events/{event}{part}" for event in events[:8] for part in ("", "/claims", "/voices")),
        *(f"/api/v1/{room}/{entity}" for room in ("sources", "actors", "places") for entity in sorted(entities)),
        *(f"/api/v1/claims/{claim}" for claim in claims[::8]),
        *("/api/v1/holdings", "/api/v1/search?q=Tel+Arwan"),
        *(f"/api/v1/reports/{report}" for report in reports),
    ]


def leaks(desk: Desk, words: tuple[str, ...]) -> list[str]:
    found = []
    for address in addresses(desk):
        text = desk.client.get(address, follow_redirects=True).text
        without_own_address = text.replace(address, "")
        if any(f" {word} " in f" {fold_name(without_own_address)} " for word in words):
            found.append(address)
    return found


def withhold_name(desk: Desk, name: str = NAME) -> None:
    desk.log_in(Role.REVIEWER, name="Judge")
    page = desk.client.get(f"/withhold/name/{quote(name)}")
    assert page.status_code == 200
    forms = re.search(r"<textarea id=\"forms\"[^>]*>([^<]*)</textarea>", page.text)
    assert forms
    done = desk.post(
        f"/withhold/name/{quote(name)}", of=f"/withhold/name/{quote(name)}", forms=forms[1].strip(), because=REASON
    )
    assert done.status_code == 303
    desk.client.get("/withheld")  # the notice is shown once


@pytest.mark.parametrize("role", [None, Role.CODER])
def test_a_withheld_name_is_on_no_page(desk: Desk, role: Role | None) -> None:
    withhold_name(desk)
    desk.log_out()
    if role:
        desk.log_in(role)
    assert leaks(desk, FORMS) == []


def test_whoever_searches_for_it_learns_nothing(desk: Desk) -> None:
    withhold_name(desk)
    desk.log_out()
    for kind in ("event", "claim", "report"):
        one = desk.client.get(f"/search?kind={kind}&q=Fennar").text.replace("Fennar", "")
        other = desk.client.get(f"/search?kind={kind}&q=Qwrtzp").text.replace("Qwrtzp", "")
        strip = re.compile(r'name="form" value="[^"]*"|content="[^"]*"')
        assert strip.sub("", one) == strip.sub("", other)
    for room in ("source", "actor"):
        one, other = (desk.client.get(f"/{room}/{quote(name)}") for name in (NAME, "Qwrtzp Nobody"))
        assert (one.status_code, other.status_code) == (404, 404)
        assert "such a" in one.text
        assert "such a" in other.text
    assert desk.client.get(f"/search?source={quote(NAME)}").text.count('href="/event/') == 0


def test_nothing_tells_how_many_voices_there_are_where_few_are_heard(desk: Desk) -> None:
    snapshot = desk.office.record.snapshot()
    few = next(e for e in snapshot.corroboration.events if len(e.voices) == 2 and any(v.name == NAME for v in e.voices))
    other = next(voice for voice in few.voices if voice.name != NAME)
    withhold_name(desk)
    desk.log_out()
    row = desk.client.get(f"/api/v1/events/{few.id}").json()
    assert "at_least" in str(row)
    assert "'at_least': 1" in str(row)
    page = desk.client.get(f"/event/{few.id}").text
    assert "at least one voice" in page
    assert "2 voices" not in page
    assert "at least one voice" in desk.client.get(f"/feed/event/{few.id}.atom").text
    assert few.id not in desk.client.get("/search?one_voice=1&per_page=100").text
    entity = other.speaks_for or quote(other.name)
    assert f"/event/{few.id}" not in desk.client.get(f"/source/{entity}").text


def test_a_feed_tells_by_no_digest_that_something_is_withheld_elsewhere(desk: Desk) -> None:
    withhold_name(desk)
    desk.log_out()
    one = desk.client.get("/feed/search.atom?q=Fennar")
    again = desk.client.get("/feed/search.atom?q=Fennar", headers={"If-None-Match": '"0"'})
    assert one.headers["etag"] == again.headers["etag"]
    assert "<entry" not in one.text


def test_reviewers_see_it_and_undoing_shows_it_to_all(desk: Desk) -> None:
    withhold_name(desk)
    report = desk.shown_reports()[0].id
    assert "Fennar" in desk.client.get(f"/report/{report}").text
    undo = re.search(r"/withheld/\w+/undo", desk.client.get("/withheld").text)
    assert undo
    desk.post(undo[0], of="/withheld")
    desk.log_out()
    assert "Fennar" in desk.client.get(f"/report/{report}").text
    assert 'href="/event/' in desk.client.get("/search?q=Fennar").text


def test_a_withheld_report_has_no_words_left_for_readers(desk: Desk) -> None:
    report = next(each for each in desk.shown_reports() if each.outlet == "Sawt Suhn")
    desk.log_in(Role.REVIEWER)
    here = f"/withhold/report/{report.id}"
    assert desk.post(here, of=here, what="report", because="a danger to its writer").status_code == 303
    desk.log_out()
    words = tuple(fold_name(each) for each in ("Karim Ado", report.title or "", "a rifle went off"))
    assert leaks(desk, words) == []


@pytest.mark.parametrize("role", [None, Role.READER, Role.CODER])
def test_only_reviewers_withhold(desk: Desk, role: Role | None) -> None:
    if role:
        desk.log_in(role)
    report = desk.shown_reports()[0].id
    here = f"/withhold/report/{report}"
    assert desk.post(
        here, of="/log-in" if role is None else "/collections", what="report", because="x"
    ).status_code in (
        303,
        401,
        403,
    )
    assert not desk.office.record.withheld()
    assert desk.client.get("/withheld", follow_redirects=False).status_code in (303, 403)


def test_a_comment_or_a_shared_collection_does_not_tell_it_either(desk: Desk) -> None:
    withhold_name(desk)
    user = desk.log_in(Role.REVIEWER, name="Judge")
    event = desk.office.record.snapshot().corroboration.events[0].id
    desk.office.people.comments.add(user, "event", event, "this is Fennar")
    desk.office.people.collections.add(user, "All of Fennar", is_shared=True)
    desk.log_out()
    for address in (f"/talk/event/{event}", "/collections"):
        assert "Fennar" not in desk.client.get(address).text
