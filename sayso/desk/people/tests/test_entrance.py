from __future__ import annotations

import re

import pytest

from sayso.desk.people.tests.conftest import Site, Visit
from sayso.people import User
from sayso.people.tests.conftest import PASSWORD
from sayso.people.tests.test_entrance import app_code, switch_on


def test_name_and_password_let_in(site: Site, amal: User) -> None:
    visit = site.visit()
    done = visit.log_in("amal@example.org")
    assert (done.status_code, done.headers["location"]) == (303, "/")
    assert "Amal" in visit.get("/me").text


def test_the_cookie_is_for_no_script_and_no_other_site(site: Site, amal: User) -> None:
    cookie = site.visit().log_in("Amal").headers["set-cookie"].casefold()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "path=/" in cookie
    assert "max-age" not in cookie
    assert "secure" not in cookie
    encrypted = site.visit(base="https://testserver").log_in("Amal").headers["set-cookie"].casefold()
    assert "secure" in encrypted


def test_who_stays_is_remembered_for_thirty_days(site: Site, amal: User) -> None:
    assert "max-age=2592000" in site.visit().log_in("Amal", stays="yes").headers["set-cookie"].casefold()


def test_who_is_not_known_gets_the_answer_of_who_mistyped(site: Site, amal: User) -> None:
    answers = []
    for name in ("Amal", "Nobody"):
        answer = site.visit().log_in(name, "wrong password")
        assert answer.status_code == 401
        answers.append(answer.text.replace(name, "").split("<h1>")[1].split('value="')[0])
        assert "Name and password do not go together" in answer.text
        assert 'aria-describedby="wrong-password"' in answer.text
        assert "wrong password" not in answer.text
    assert answers[0] == answers[1]


def test_guessing_is_slowed_and_told(site: Site, amal: User) -> None:
    visit = site.visit()
    for _ in range(5):
        assert visit.log_in("Amal", "wrong password").status_code == 401
    slowed = visit.log_in("Amal", PASSWORD)
    assert (slowed.status_code, slowed.headers["retry-after"]) == (429, "2")
    assert "Too many tries; wait 2 seconds, then try again." in slowed.text
    site.clock.pass_(seconds=2)
    assert visit.log_in("Amal", PASSWORD).status_code == 303


def test_a_planted_session_is_not_taken_over(site: Site, amal: User, reader: Visit) -> None:
    visit = site.visit()
    visit.plant("a-token-that-an-attacker-chose")
    visit.log_in("Amal")
    assert visit.session != "a-token-that-an-attacker-chose"
    planted, other = reader.session, site.visit()
    assert planted
    form = reader.token("/me")
    other.plant(planted)
    done = other.send("/log-in", form=form, name="Amal", password=PASSWORD)
    assert done.status_code == 303
    assert other.session != planted
    assert site.people.sessions.find(planted) is None


@pytest.mark.parametrize(
    "address",
    ["https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)", "",
     "/\t/evil.example", "/\n/evil.example", " //evil.example", "///evil.example", "http:evil.example"],
)  # fmt: skip
def test_a_log_in_leads_nowhere_else(site: Site, amal: User, address: str) -> None:
    assert site.visit().log_in("Amal", next=address).headers["location"] == "/"
    visit = site.visit()
    visit.log_in("Amal")
    led = visit.client.get("/log-in", params={"next": address}, follow_redirects=False)
    assert led.headers["location"] == "/"


def test_a_log_in_leads_back_to_where_one_was(site: Site, amal: User) -> None:
    asked = site.visit().get("/me")
    assert (asked.status_code, asked.headers["location"]) == (303, "/log-in?next=%2Fme")
    assert site.visit().log_in("Amal", next="/search?words=a&page=2").headers["location"] == "/search?words=a&page=2"


def test_the_second_step_asks_for_a_code(site: Site, amal: User) -> None:
    secret, codes = switch_on(site.people, amal, site.clock)
    visit = site.visit()
    asked = visit.log_in("Amal", next="/people", stays="yes")
    assert asked.status_code == 200
    assert visit.session is None
    fields = hidden(asked.text)
    wrong = visit.send("/log-in/code", **fields, code="000000")
    assert wrong.status_code == 401
    assert "This code does not count" in wrong.text
    assert visit.session is None
    done = visit.send("/log-in/code", **hidden(wrong.text), code=app_code(secret, site.clock))
    assert (done.status_code, done.headers["location"]) == (303, "/people")
    assert "max-age" in done.headers["set-cookie"].casefold()
    assert visit.get("/people").status_code == 200
    again = site.visit("192.0.2.9")
    step = hidden(again.log_in("Amal").text)
    assert again.send("/log-in/code", **step, code=codes[0]).status_code == 303


def test_codes_are_guessed_slowly(site: Site, amal: User) -> None:
    switch_on(site.people, amal, site.clock)
    visit = site.visit()
    answer = visit.log_in("Amal")
    for at in range(5):
        answer = visit.send("/log-in/code", **hidden(answer.text), code=f"{at:06}")
        assert answer.status_code == 401
    answer = visit.send("/log-in/code", **hidden(answer.text), code="000009")
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "4")


def test_a_second_step_without_a_first_leads_to_the_first(site: Site, amal: User) -> None:
    visit = site.visit()
    answer = visit.post("/log-in/code", of="/log-in", step="made up", code="123456")
    assert answer.status_code == 400
    assert "log in again" in answer.text


def test_logging_out_ends_this_browser_alone(site: Site, amal: User, owner: Visit) -> None:
    other = site.visit()
    other.log_in("Amal")
    token = owner.session
    done = owner.post("/log-out", of="/me")
    assert done.headers["location"] == "/"
    assert owner.session is None
    assert site.people.sessions.find(token) is None
    assert other.get("/me").status_code == 200


def test_logging_out_everywhere_ends_every_browser(site: Site, amal: User, owner: Visit) -> None:
    other = site.visit()
    other.log_in("Amal")
    owner.post("/log-out-everywhere", of="/me")
    assert other.get("/me").status_code == 303
    assert owner.get("/me").status_code == 303


def test_a_link_cannot_log_anybody_out(owner: Visit) -> None:
    assert owner.get("/log-out").status_code == 405
    assert owner.get("/me").status_code == 200


def hidden(page: str) -> dict[str, str]:
    """The hidden fields of a page's last form."""
    form = page.rpartition("<form")[2]
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form))
