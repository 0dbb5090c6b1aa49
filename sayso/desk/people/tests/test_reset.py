from __future__ import annotations

import pytest

from sayso.desk.people.tests.conftest import Site, Visit
from sayso.people import User
from sayso.people.tests.conftest import PASSWORD, secret_in

NEW = "eight rivers of salt"
BAD = "Your password reset link appears to be invalid or expired."


def ask(site: Site, name: str = "Amal") -> str:
    site.visit().post("/forgotten", of="/forgotten", name=name)
    return secret_in(site.letters.sent[-1])


def test_a_forgotten_password_is_set_anew(site: Site, amal: User, owner: Visit) -> None:
    secret = ask(site)
    visit = site.visit()
    page = visit.get(f"/reset/{secret}")
    assert page.status_code == 200
    assert page.headers["cache-control"] == "no-store"
    done = visit.post(f"/reset/{secret}", of=f"/reset/{secret}", password=NEW)
    assert (done.status_code, done.headers["location"]) == (303, "/log-in")
    assert visit.session is None
    assert owner.get("/me").status_code == 303
    assert visit.log_in("Amal", PASSWORD).status_code == 401
    assert visit.log_in("Amal", NEW).status_code == 303


def test_a_link_works_once_and_then_says_so(site: Site, amal: User) -> None:
    secret = ask(site)
    visit = site.visit()
    early = visit.token(f"/reset/{secret}")
    visit.post(f"/reset/{secret}", of=f"/reset/{secret}", password=NEW)
    for answer in (
        visit.get(f"/reset/{secret}"),
        visit.send(f"/reset/{secret}", form=early, password="nine rivers of snow"),  # noqa: S106
    ):
        assert answer.status_code == 410
        assert BAD in answer.text
    assert visit.log_in("Amal", NEW).status_code == 303


def test_a_link_expires_while_its_page_lies_open(site: Site, amal: User) -> None:
    secret = ask(site)
    visit = site.visit()
    form = visit.token(f"/reset/{secret}")
    site.clock.pass_(hours=1)
    answer = visit.send(f"/reset/{secret}", form=form, password=NEW)
    assert answer.status_code == 410
    assert BAD in answer.text
    assert visit.log_in("Amal").status_code == 303


@pytest.mark.parametrize("secret", ["x", "x" * 43, "x" * 10_000, "%00", "..%2f..%2fme", "%ff", "<script>alert(1)"])
def test_a_made_up_link_says_so(site: Site, amal: User, secret: str) -> None:
    answer = site.visit().get(f"/reset/{secret}")
    assert answer.status_code in {404, 410}
    assert "<script>alert(1)" not in answer.text
    if answer.status_code == 410:
        assert BAD in answer.text
        assert 'action="/forgotten"' in answer.text


def test_a_password_easy_to_guess_is_told_beside_its_field(site: Site, amal: User) -> None:
    secret = ask(site)
    visit = site.visit()
    answer = visit.post(f"/reset/{secret}", of=f"/reset/{secret}", password="password123")  # noqa: S106
    assert answer.status_code == 400
    assert 'id="wrong-password" role="alert">This is one of the first passwords' in answer.text
    assert visit.post(f"/reset/{secret}", of=f"/reset/{secret}", password=NEW).status_code == 303


def test_the_answer_is_the_same_for_nobody(site: Site, amal: User) -> None:
    answers = []
    for name in ("Amal", "nobody@example.org"):
        visit = site.visit()
        done = visit.post("/forgotten", of="/forgotten", name=name)
        notice = visit.get("/log-in").text.split('role="status">')[1].split("</p>")[0]
        answers.append((done.status_code, done.headers["location"], notice))
    assert answers[0] == answers[1]
    assert [letter.to for letter in site.letters.sent] == ["amal@example.org"]


@pytest.mark.parametrize("name", ["Amal", "Nobody"])
def test_letters_are_slowed_and_told(site: Site, amal: User, name: str) -> None:
    visit = site.visit()
    for _ in range(3):
        assert visit.post("/forgotten", of="/forgotten", name=name).status_code == 303
    answer = visit.post("/forgotten", of="/forgotten", name=name)
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "60")
    assert "wait 60 seconds" in answer.text


def test_the_link_never_leads_where_the_browser_says_the_desk_is(site: Site, amal: User) -> None:
    visit = site.visit()
    form = visit.token("/forgotten")
    visit.client.post("/forgotten", data={"form": form, "name": "Amal"}, headers={"host": "evil.example"})
    assert "evil.example" not in site.letters.sent[0].body
    assert "http://127.0.0.1:8000/reset/" in site.letters.sent[0].body
