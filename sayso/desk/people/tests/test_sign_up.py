from __future__ import annotations

import pytest
from httpx import Response
from markupsafe import escape

from sayso.desk.people.tests.conftest import Site, Visit
from sayso.model.decision import Decision, DecisionKind, Target
from sayso.people import Role, User
from sayso.people.tests.conftest import NOON, PASSWORD, secret_in

SCRIPT = "<script>alert('x')</script>\"'"


def sign_up(visit: Visit, secret: str, **fields: str) -> Response:
    given = {"name": "Cem", "password": PASSWORD, **fields}
    return visit.post("/sign-up", of=f"/sign-up?invitation={secret}", invitation=secret, **given)


def test_the_first_owner_signs_up_with_the_printed_link(site: Site) -> None:
    link = site.people.first_link("http://testserver")
    assert link
    visit = site.visit()
    done = sign_up(visit, link.partition("=")[2], name="Amal", mail="amal@example.org")
    assert done.status_code == 303
    assert "Amal" in visit.get("/people").text


def test_an_invitation_works_once(site: Site, amal: User, owner: Visit) -> None:
    secret = site.people.invitations.invite(amal, role=Role.CODER)
    assert sign_up(site.visit(), secret).status_code == 303
    again = site.visit().get(f"/sign-up?invitation={secret}")
    assert again.status_code == 410
    assert "This invitation appears to be invalid or expired" in again.text


def test_a_made_up_or_expired_invitation_lets_nobody_in(site: Site, amal: User) -> None:
    secret = site.people.invitations.invite(amal, role=Role.CODER)
    site.clock.pass_(days=7)
    for tried in (secret, "made-up", "x" * 5000, "%00", "../me"):
        assert site.visit().client.get("/sign-up", params={"invitation": tried}).status_code == 410
    visit = site.visit()
    refused = visit.post("/sign-up", of="/log-in", invitation=secret, name="Cem", password=PASSWORD)
    assert refused.status_code == 410
    assert len(site.people.users.list()) == 1


def test_a_name_or_password_that_is_not_fit_is_told_beside_its_field(site: Site, amal: User) -> None:
    secret = site.people.invitations.invite(amal, role=Role.READER)
    visit = site.visit()
    for fields, told in (
        ({"name": "amal"}, 'id="wrong-name" role="alert">This name is taken'),
        ({"password": "short"}, 'id="wrong-password" role="alert">A password has at least 10 characters'),
        ({"mail": "no address"}, 'id="wrong-mail" role="alert">This is no mail address'),
    ):
        answer = sign_up(visit, secret, **fields)
        assert answer.status_code == 400
        assert told in answer.text
        assert PASSWORD not in answer.text
    assert sign_up(visit, secret).status_code == 303


def test_a_name_that_signed_decisions_is_not_taken_by_another(site: Site, amal: User, owner: Visit) -> None:
    record = site.app.state.office.record
    record.add_decision(Decision("d1", DecisionKind.UNDO, Target(), "d0", "Dina", NOON, "a mistake"))
    secret = site.people.invitations.invite(amal, role=Role.READER)
    refused = sign_up(site.visit(), secret, name="DINA")
    assert refused.status_code == 400
    assert "Decisions of this record are signed with this name" in refused.text
    assert owner.post("/me/name", of="/me", name="dina").status_code == 400


@pytest.mark.parametrize("name", [SCRIPT, "{{ 7777*7777 }}", "%(desk)s", "a%b", "<b>bold</b>"])
def test_a_script_in_a_name_is_words_on_every_page(site: Site, amal: User, owner: Visit, name: str) -> None:
    secret = site.people.invitations.invite(amal, role=Role.OWNER)
    visit = site.visit()
    assert sign_up(visit, secret, name=name).status_code == 303
    visit.post("/me/tokens", of="/me", token=name, token_role="reader")  # noqa: S106
    visit.post("/people/settings", of="/people", desk=name, sign_up="invitation")
    for page in (visit.get("/"), visit.get("/me"), visit.get("/me/second-step"), owner.get("/people")):
        assert page.status_code == 200
        assert "<script>alert" not in page.text
        assert "<b>bold" not in page.text
        assert "60481729" not in page.text
    assert escaped(name) in owner.get("/people").text


def escaped(words: str) -> str:
    return str(escape(words))


def test_where_sign_up_is_open_the_answer_is_the_same_for_a_known_address(site: Site, amal: User) -> None:
    site.people.settings.change(is_open=True)
    answers = []
    for mail in ("amal@example.org", "cem@example.org"):
        visit = site.visit()
        sent = visit.post("/sign-up/ask", of="/sign-up", mail=mail)
        answers.append((sent.status_code, sent.headers["location"], visit.get("/sign-up").text.count(mail)))
    assert answers[0] == answers[1]
    assert len(site.letters.sent) == 2
    secret = secret_in(site.letters.to("cem@example.org")[0])
    assert sign_up(site.visit(), secret).status_code == 303
    assert site.people.users.find_named("cem@example.org")


def test_where_sign_up_is_by_invitation_nobody_asks(site: Site, amal: User) -> None:
    visit = site.visit()
    assert "by invitation" in visit.get("/sign-up").text
    refused = visit.post("/sign-up/ask", of="/log-in", mail="cem@example.org")
    assert refused.status_code == 403
    assert site.letters.sent == []


def test_an_address_given_at_sign_up_is_not_told_to_be_anothers(site: Site, amal: User) -> None:
    answers = []
    for name, mail in (("Cem", "amal@example.org"), ("Dina", "dina@example.org")):
        secret = site.people.invitations.invite(amal, role=Role.READER)
        visit = site.visit()
        done = sign_up(visit, secret, name=name, mail=mail)
        answers.append((done.status_code, visit.get("/").text.count("A letter is on its way")))
    assert answers == [(303, 1), (303, 1)]
