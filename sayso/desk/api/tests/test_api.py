"""The API, as a program asks it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from sayso.desk.conftest import Desk
from sayso.model.decision import Decision, DecisionKind, Target
from sayso.model.rows import row_of_claim, row_of_event, row_of_holding, row_of_report
from sayso.model.withholding import WHOLE
from sayso.people import Role

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def ask(desk: Desk, address: str, *, status: int = 200, **headers: str) -> Any:
    answer = desk.client.get(f"/api/v1{address}", headers=headers, follow_redirects=False)
    assert answer.status_code == status, answer.text
    return answer.json()


def test_rows_are_those_of_the_exchange_format(desk: Desk) -> None:
    whole = desk.office.record.snapshot()
    event, read = whole.corroboration.events[0], whole.resolutions[0]
    given = ask(desk, f"/events/{event.id}")
    assert {key: given[key] for key in row_of_event(event)} == row_of_event(event)
    assert ask(desk, f"/reports/{read.report.id}") == row_of_report(read.report)
    given = ask(desk, f"/claims/{read.claims[0].id}")
    assert {key: given[key] for key in row_of_claim(read.claims[0])} == row_of_claim(read.claims[0])
    holding = whole.corroboration.holdings[0]
    assert row_of_holding(holding) in ask(desk, f"/holdings?place={holding.place}")["rows"]


def test_a_search_takes_the_parts_of_the_page(desk: Desk) -> None:
    found = ask(desk, "/search?kind=claim&stance=denied&disputed=1&q=base")
    assert found["total"] == len(found["rows"]) > 0
    assert {row["stance"] for row in found["rows"]} == {"denied"}
    assert found["facets"]


def test_pages_are_followed_by_their_next_until_there_is_none(desk: Desk) -> None:
    seen: list[str] = []
    address: str | None = "/api/v1/claims?per_page=30"
    while address:
        answer = desk.client.get(address)
        seen += [row["id"] for row in answer.json()["rows"]]
        address = answer.json()["next"]
        assert ("link" in answer.headers) == (address is not None)
    claims = [claim.id for each in desk.office.record.snapshot().resolutions for claim in each.claims]
    assert sorted(seen) == sorted(claims)


@pytest.mark.parametrize("room", ["places", "sources", "actors"])
def test_lists_lead_to_each_of_their_rows(desk: Desk, room: str) -> None:
    rows = ask(desk, f"/{room}")["rows"]
    assert rows
    for row in rows:
        given = ask(desk, f"/{room}/{row['id']}")
        assert row["name"] in given["names"]
        assert given["events"] or room == "sources"


def test_what_stands_under_an_event_and_a_report(desk: Desk) -> None:
    whole = desk.office.record.snapshot()
    event = max(whole.corroboration.events, key=lambda each: len(each.claims))
    assert [row["id"] for row in ask(desk, f"/events/{event.id}/claims")["rows"]] == list(event.claims)
    assert ask(desk, f"/events/{event.id}/voices")["total"] == len(event.voices)
    line = whole.corroboration.lineage[0]
    assert {(row["report"], row["of"]) for row in ask(desk, f"/lineage?report={line.report}")["rows"]} == {
        (each.report, each.of) for each in whole.corroboration.lineage if line.report in (each.report, each.of)
    }
    kinds = {row["kind"] for row in ask(desk, f"/reports/{line.report}/claims")["rows"]}
    assert kinds == {"attribution", "claim", "entity"}


def test_holdings_on_a_day_say_whether_they_cover_it(desk: Desk) -> None:
    place = next(h.place for h in desk.office.record.snapshot().corroboration.holdings if h.start)
    rows = ask(desk, f"/holdings?place={place}&on=2024-05-12")["rows"]
    assert {row["covers"] for row in rows} <= {"yes", "perhaps"}
    early = ask(desk, f"/holdings?place={place}&as_known_on=2024-05-11")["rows"]
    assert len(early) <= len(ask(desk, f"/holdings?place={place}")["rows"])


def test_an_answer_that_is_at_hand_is_not_sent_again(desk: Desk) -> None:
    first = desk.client.get("/api/v1/events")
    again = desk.client.get("/api/v1/events", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert desk.client.get("/api/v1/claims", headers={"If-None-Match": first.headers["etag"]}).status_code == 200
    report = desk.shown_reports()[0].id
    target = Target(report, field="published")
    desk.office.record.add_decision(Decision("d1", DecisionKind.SET, target, "2020", "Amal", NOON, "in print"))
    changed = desk.client.get("/api/v1/events", headers={"If-None-Match": first.headers["etag"]})
    assert changed.status_code == 200


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/events/nothing-such", 404, "no such identifier"),
        ("/claims/nothing-such", 404, "no such identifier"),
        ("/events?from=yesterday", 400, "is no date"),
        ("/search?kind=dragon", 400, "is none of: event, claim, report"),
        ("/holdings?on=soon", 400, "is no date"),
        ("/holdings?as_known_on=2024", 400, "name the place"),
        ("/no-such-room", 404, "no such page"),
    ],
)
def test_mistakes_are_told_in_a_sentence_of_json(desk: Desk, address: str, status: int, words: str) -> None:
    assert words in ask(desk, address, status=status)["error"]


def test_a_token_opens_what_its_user_may_see_and_no_more(desk: Desk) -> None:
    reviewer = desk.office.people.users.add("Rima", role=Role.REVIEWER)
    _, secret = desk.office.people.tokens.add(reviewer, "a script", role=Role.REVIEWER)
    report = desk.shown_reports()[0]
    target = Target(report.id, field=WHOLE)
    desk.office.record.add_decision(Decision("d1", DecisionKind.WITHHOLD, target, "", "Rima", NOON, "asked"))
    assert ask(desk, f"/reports/{report.id}", Authorization=f"Bearer {secret}")["text"] == report.text
    assert report.text not in ask(desk, f"/reports/{report.id}")["text"]
    assert "opens nothing" in ask(desk, "/events", status=401, Authorization="Bearer sayso_wrong")["error"]


def test_a_desk_for_members_tells_others_nothing(desk: Desk) -> None:
    desk.office.people.settings.change(members_only=True)
    assert "members" in ask(desk, "/events", status=401)["error"]
    _, secret = desk.office.people.tokens.add(
        desk.office.people.users.add("Rima", role=Role.READER), "a script", role=Role.READER
    )
    assert ask(desk, "/events", Authorization=f"Bearer {secret}")["rows"]


def test_the_api_documents_itself(desk: Desk) -> None:
    given = ask(desk, "/openapi.json")
    assert all(path.startswith("/api/v1/") for path in given["paths"])
    assert {"/api/v1/events/{event}", "/api/v1/search", "/api/v1/holdings"} <= set(given["paths"])
    names = {each["name"] for each in given["paths"]["/api/v1/events"]["get"]["parameters"]}
    assert {"q", "type", "stance", "place", "from", "told_to", "disputed", "one_voice", "page"} <= names
