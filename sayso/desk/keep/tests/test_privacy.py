"""What is kept about a person is told from the real tables, handed out, and deleted."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from sayso.desk.conftest import Desk
from sayso.desk.keep.kept import KEPT
from sayso.model.decision import DecisionKind, Target
from sayso.model.decision import sign as sign_decision
from sayso.people import Role, User
from sayso.people.schema import metadata


def use_everything(desk: Desk, user: User) -> str:
    """A user who has left something everywhere; gives the event that it is about."""
    event = desk.office.record.snapshot().corroboration.events[0].id
    people = desk.office.people
    people.collections.add(user, "Kept by Nadia")
    people.comments.add(user, "event", event, "said by Nadia herself")
    desk.post("/vote", of=f"/event/{event}", kind="event", id=event, answer="agree")
    return event


def test_the_page_tells_of_every_table_and_of_no_other(desk: Desk) -> None:
    assert set(KEPT) == set(metadata.tables)
    page = desk.client.get("/privacy").text
    assert all(name in page for name in KEPT)


def test_everything_held_on_oneself_is_shown_without_secrets(desk: Desk) -> None:
    user = desk.log_in(Role.READER, name="Nadia")
    use_everything(desk, user)
    page = desk.client.get("/me/data").text
    held = json.loads(desk.client.get("/me/data.json").text)["held"]
    for words in ("Kept by Nadia", "said by Nadia herself"):
        assert words in page
        assert words in json.dumps(held)
    assert {"users", "sessions", "collections", "comments", "votes"} <= set(held)
    assert all("not shown" in row["digest"] for row in held["sessions"])


def test_the_last_owner_does_not_leave(desk: Desk) -> None:
    desk.log_in(Role.OWNER, name="Rima")
    assert desk.post("/me/leave", of="/me/leave", name="Rima").status_code == 400
    assert desk.client.get("/me/data").status_code == 200


def test_nobody_sees_the_data_of_another(desk: Desk) -> None:
    use_everything(desk, desk.log_in(Role.READER, name="Nadia"))
    desk.log_in(Role.OWNER)
    assert "said by Nadia" not in desk.client.get("/me/data").text
    desk.log_out()
    assert desk.client.get("/me/data.json", follow_redirects=False).status_code in (303, 401)


def test_who_leaves_leaves_no_row_and_comments_lose_their_name(desk: Desk) -> None:
    user = desk.log_in(Role.READER, name="Nadia")
    desk.office.people.users.change_mail(user.id, "nadia@example.org")
    event = use_everything(desk, user)
    assert desk.post("/me/leave", of="/me/leave", name="Nadja").status_code == 400
    assert desk.post("/me/leave", of="/me/leave", name="Nadia").status_code == 303
    with desk.office.people.store.reading() as connection:
        for table in metadata.sorted_tables:
            for row in connection.execute(select(table)):
                assert user.id not in row
    left = b"".join(file.read_bytes() for file in desk.office.people.store.path.parent.glob("*.people.db*"))
    assert b"nadia@example.org" not in left
    assert b"Kept by Nadia" not in left
    talk = desk.client.get(f"/talk/event/{event}").text
    assert "said by Nadia herself" in talk
    assert "somebody who left" in talk
    with pytest.raises(Exception, match="taken"):
        desk.office.people.users.add("Nadia", role=Role.READER)


@pytest.mark.parametrize("wished", [True, False])
def test_signed_decisions_keep_the_name_or_a_pseudonym_by_choice(desk: Desk, wished: bool) -> None:
    user = desk.log_in(Role.CODER, name="Nadia Sel")
    report = desk.shown_reports()[0].id
    made = sign_decision(
        DecisionKind.SET,
        Target(report, field="language"),
        "en",
        by=user.name,
        at=desk.office.now(),
        because="it is in English",
    )
    desk.office.record.add_decision(made)
    desk.post("/me/leave", of="/me/leave", name="Nadia Sel", **({"pseudonym": "1"} if wished else {}))
    (kept,) = desk.office.record.decisions()
    assert (kept.by == "Nadia Sel") is not wished
    assert any(entry.by == "Nadia Sel" for entry in desk.office.record.audit()) is not wished


def test_an_owner_erases_and_the_page_says_so(desk: Desk) -> None:
    report = next(each for each in desk.shown_reports() if each.outlet == "Sawt Suhn")
    desk.log_in(Role.OWNER, name="Rima")
    here = f"/erase/{report.id}"
    desk.office.people.jobs.add("done elsewhere", by="Rima", inputs=[report.url])
    assert desk.post(here, of=here, because="court order", word="no").status_code == 400
    assert desk.post(here, of=here, because="court order", word="erase").status_code == 303
    assert "court order" in desk.client.get("/erase").text
    for file in desk.office.people.store.path.parent.rglob("*"):
        assert not file.is_file() or b"who-opened-the-gate" not in file.read_bytes()
    assert "a rifle went off" not in desk.client.get(f"/report/{report.id}").text
    assert "was erased" in desk.client.get(f"/report/{report.id}").text


@pytest.mark.parametrize("role", [Role.READER, Role.CODER, Role.REVIEWER])
def test_nobody_but_an_owner_erases(desk: Desk, role: Role) -> None:
    report = desk.shown_reports()[0].id
    desk.log_in(role)
    answer = desk.post(f"/erase/{report}", of="/collections", because="x", word="erase")
    assert answer.status_code == 403
    assert desk.office.record.erasures() == ()
