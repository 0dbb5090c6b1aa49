"""Collections, votes, comments, what one follows: as a visitor does it, and as somebody hostile tries."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest

from sayso.desk.conftest import Desk
from sayso.desk.keep.digest import write_digests
from sayso.people import Role
from sayso.people.collection import Member, MemberKind
from sayso.people.watch import WatchKind

ATOM = "{http://www.w3.org/2005/Atom}"
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def event(desk: Desk) -> str:
    """An event with several voices."""
    events = desk.office.record.snapshot().corroboration.events
    return max(events, key=lambda each: len(each.voices)).id


@pytest.fixture
def place(desk: Desk) -> str:
    found = next(each.place for each in desk.office.record.snapshot().corroboration.events if each.place)
    assert found
    return found


def test_a_reader_makes_a_collection_from_an_events_page(desk: Desk, event: str) -> None:
    desk.log_in(Role.READER)
    page = desk.client.get(f"/event/{event}").text
    assert "Add to Collection" in page
    assert "No Collections" in page
    done = desk.post(
        "/collect", of=f"/event/{event}", kind="event", id=event, title="Airfields", next=f"/event/{event}"
    )
    assert (done.status_code, done.headers["location"]) == (303, f"/event/{event}")
    page = desk.client.get("/collections").text
    address = re.search(r"/collection/[0-9a-f]{16}", page)
    assert address
    assert "voice" in desk.client.get(address[0]).text


def test_members_are_ordered_taken_out_and_exported(desk: Desk, event: str, place: str) -> None:
    user = desk.log_in(Role.READER)
    kept = desk.office.people.collections.add(user, "Mixed")
    report = desk.shown_reports()[0].id
    claim = desk.office.record.snapshot().resolutions[0].claims[0].id
    for member in (
        Member(MemberKind.EVENT, event),
        Member(MemberKind.PLACE, place),
        Member(MemberKind.REPORT, report),
        Member(MemberKind.CLAIM, claim),
    ):
        desk.office.people.collections.put(user, kept.id, member)
    here = f"/collection/{kept.id}"
    desk.post(f"{here}/member", of=here, kind="report", id=report, do="up")
    desk.post(f"{here}/member", of=here, kind="event", id=event, do="out")
    assert [each.kind for each in desk.office.people.collections.find(kept.id, user).members] == [
        "report",
        "place",
        "claim",
    ]
    rows = desk.client.get(f"{here}/export.jsonl").text.splitlines()
    assert any(f'"id": "{report}"' in row for row in rows)
    table = desk.client.get(f"{here}/export.csv").text
    assert table.splitlines()[0] == "kind,id,title,voices,reports,address"
    assert len(table.splitlines()) == 4


@pytest.mark.parametrize("path", ["", "/export.jsonl", "/export.csv"])
def test_a_private_collection_of_another_is_not_found(desk: Desk, path: str) -> None:
    owner = desk.office.people.users.add("Owner of it", role=Role.READER)
    kept = desk.office.people.collections.add(owner, "Secret list")
    desk.log_in(Role.OWNER)
    answer = desk.client.get(f"/collection/{kept.id}{path}")
    missing = desk.client.get(f"/collection/0000000000000000{path}")
    assert (answer.status_code, missing.status_code) == (404, 404)
    assert "Secret list" not in answer.text
    assert desk.client.get(f"/feed/collection/{kept.id}.atom").status_code == 404


def test_nobody_changes_a_collection_of_another(desk: Desk, event: str) -> None:
    owner = desk.office.people.users.add("Owner of it", role=Role.READER)
    kept = desk.office.people.collections.add(owner, "Shared list", is_shared=True)
    desk.log_in(Role.READER)
    for path, fields in (
        ("/collect", {"kind": "event", "id": event, "collection": kept.id}),
        (f"/collection/{kept.id}/remove", {}),
        (f"/collection/{kept.id}/change", {"title": "mine now"}),
        (f"/collection/{kept.id}/member", {"kind": "event", "id": event, "do": "out"}),
    ):
        assert desk.post(path, of="/collections", **fields).status_code == 404
    assert desk.office.people.collections.find(kept.id, None).title == "Shared list"


def test_scripts_in_titles_notes_and_comments_stay_words(desk: Desk, event: str) -> None:
    desk.log_in(Role.READER, name="Nadia")
    desk.post("/collections", of="/collections", title=SCRIPT, note=SCRIPT, is_shared="1")
    desk.post(f"/talk/event/{event}", of=f"/talk/event/{event}", text=SCRIPT)
    for path in ("/collections", f"/talk/event/{event}"):
        page = desk.client.get(path).text
        assert SCRIPT not in page
        assert "&lt;script&gt;" in page


def test_a_formula_is_no_formula_in_the_table(desk: Desk) -> None:
    user = desk.log_in(Role.READER)
    kept = desk.office.people.collections.add(user, "x")
    desk.office.people.collections.put(user, kept.id, Member(MemberKind.PLACE, "=HYPERLINK(1)"))
    assert "'=HYPERLINK(1)" in desk.client.get(f"/collection/{kept.id}/export.csv").text


@pytest.mark.parametrize("kind", ["event", "place", "nonsense", "../../etc"])
def test_forged_identifiers_are_not_collected(desk: Desk, kind: str) -> None:
    desk.log_in(Role.READER)
    answer = desk.post("/collect", of="/collections", kind=kind, id="v0000000000000000", title="x")
    assert answer.status_code == 404
    assert desk.client.get("/collections").text.count("/collection/") == 0


def test_a_form_without_its_token_changes_nothing(desk: Desk, event: str) -> None:
    user = desk.log_in(Role.READER)
    answer = desk.client.post("/collect", data={"kind": "event", "id": event, "title": "x"}, follow_redirects=False)
    assert answer.status_code == 403
    assert desk.office.people.collections.list(user) == ()


def test_votes_are_shown_as_votes_and_never_as_voices(desk: Desk, event: str) -> None:
    before = re.findall(r"\d+ voices?", desk.client.get(f"/event/{event}").text)
    for name in ("One", "Two", "Three"):
        desk.log_in(Role.READER, name=f"Reader {name}")
        desk.post("/vote", of=f"/event/{event}", kind="event", id=event, answer="agree")
        desk.post("/vote", of=f"/event/{event}", kind="event", id=event, answer="disagree")
    page = desk.client.get(f"/event/{event}").text
    assert "3 votes" in page
    assert 'value="disagree" class="second" aria-pressed="true"' in page
    assert re.findall(r"\d+ voices?", page) == before


def test_a_vote_needs_a_log_in_and_a_known_answer(desk: Desk, event: str) -> None:
    assert desk.post("/vote", of="/log-in", kind="event", id=event, answer="agree").status_code in (303, 401)
    desk.log_in(Role.READER)
    assert desk.post("/vote", of=f"/event/{event}", kind="event", id=event, answer="perhaps").status_code == 400


def test_a_comment_of_a_megabyte_gets_a_clear_answer(desk: Desk, event: str) -> None:
    desk.log_in(Role.READER)
    answer = desk.post(f"/talk/event/{event}", of=f"/talk/event/{event}", text="x" * 1_000_000)
    assert answer.status_code == 400
    assert "up to" in answer.text


def test_who_is_named_finds_it_on_their_page(desk: Desk, event: str) -> None:
    desk.log_in(Role.READER, name="Nadia")
    desk.log_in(Role.READER, name="Omar Haddad")
    desk.post(f"/talk/event/{event}", of=f"/talk/event/{event}", text="@Nadia please look")
    desk.log_in(Role.READER, name="Nadia")
    assert "please look" in desk.client.get("/me/notices").text


def test_only_coders_give_work_out(desk: Desk, event: str) -> None:
    here = f"/talk/event/{event}"
    desk.log_in(Role.READER)
    assert desk.post(f"{here}/task", of=here, status="done").status_code == 403
    coder = desk.log_in(Role.CODER)
    desk.post(f"{here}/task", of=here, status="help needed", assignee=coder.id)
    assert "help needed" in desk.client.get(f"/event/{event}").text
    assert desk.client.get("/me/notices").text.count("help needed") == 1


def test_a_search_is_saved_and_read_back(desk: Desk) -> None:
    desk.log_in(Role.READER)
    desk.post("/watches", of="/search?q=Tel+Arwan", query="q=Tel+Arwan&page=3", name="The base")
    page = desk.client.get("/watches").text
    assert "/search?q=Tel+Arwan" in page
    assert "The base" in page


@pytest.mark.parametrize("which", ["place", "event", "search"])
def test_feeds_are_valid_atom_with_lasting_identifiers(desk: Desk, event: str, place: str, which: str) -> None:
    path = {
        "place": f"/feed/place/{place}.atom",
        "event": f"/feed/event/{event}.atom",
        "search": "/feed/search.atom?q=Tel+Arwan",
    }[which]
    answer = desk.client.get(path)
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(answer.content)  # noqa: S314 - our own
    entries = feed.findall(f"{ATOM}entry")
    assert entries
    for item in (feed, *entries):
        for part in ("id", "title", "updated"):
            assert item.findtext(f"{ATOM}{part}")
        assert re.fullmatch(r"tag:[^,]+,2026-01-01:/.+", item.findtext(f"{ATOM}id") or "")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", item.findtext(f"{ATOM}updated") or "")
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    ids = [item.findtext(f"{ATOM}id") for item in entries]
    assert len(ids) == len(set(ids))
    again = desk.client.get(path, headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_private_feed_needs_its_own_secret(desk: Desk, place: str) -> None:
    user = desk.log_in(Role.READER, name="Nadia")
    desk.post("/watches", of="/collections", kind="place", id=place)
    address = re.search(r"/feed/mine/[^<]+\.atom", desk.client.get("/watches").text)
    assert address
    desk.log_out()
    assert desk.client.get(address[0]).status_code == 200
    other = desk.office.people.users.add("Somebody else", role=Role.READER)
    secret = desk.office.people.watches.secret_of(other)
    assert desk.client.get(re.sub(r"mine/[^/]+", f"mine/{secret}", address[0])).status_code == 404
    desk.office.people.watches.renew_secret(user)
    assert desk.client.get(address[0]).status_code == 404


def test_a_letter_tells_what_is_new_once_a_day_and_ends_by_its_link(desk: Desk, place: str) -> None:
    people = desk.office.people
    user = people.users.add("Nadia", role=Role.READER, mail="nadia@example.org")
    watch = people.watches.add(user, WatchKind.PLACE, place, "The base")
    people.watches.wish_letters(user, watch.id, by_mail=True)
    people.watches.mark_written([watch], datetime(2024, 5, 1, tzinfo=UTC))
    now = desk.office.now()
    (letter,) = write_digests(people, desk.office.record, now)
    assert "voice" in letter.body
    assert write_digests(people, desk.office.record, now + timedelta(hours=1)) == ()
    link = re.search(r"/unsubscribe/\S+", letter.body)
    assert link
    assert desk.client.get(link[0]).status_code == 200
    assert people.watches.list(user)[0].by_mail
    desk.post(link[0], of=link[0])
    assert not people.watches.list(user)[0].by_mail
    assert desk.client.get(link[0][:-4] + "0000").status_code == 410
