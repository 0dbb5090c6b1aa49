from __future__ import annotations

import re

import pytest

from sayso.desk.people.tests.conftest import Site, Visit
from sayso.people import Role, User
from sayso.people.tests.conftest import PASSWORD, secret_in
from sayso.people.tests.test_entrance import app_code, switch_on

NEW = "eight rivers of salt"


def test_a_name_is_changed_and_signs_from_now_on(site: Site, amal: User, owner: Visit) -> None:
    assert owner.post("/me/name", of="/me", name="Amal Haddad").status_code == 303
    assert site.people.users.find(amal.id).name == "Amal Haddad"
    refused = owner.post("/me/name", of="/me", name="x")
    assert 'id="wrong-name" role="alert">A name has 2 to 60 characters.' in refused.text


def test_a_new_password_takes_the_old_and_keeps_this_browser_in(site: Site, amal: User, owner: Visit) -> None:
    other = site.visit()
    other.log_in("Amal")
    before = owner.session
    wrong = owner.post("/me/password", of="/me", old="wrong password", password=NEW)
    assert wrong.status_code == 400
    assert 'id="wrong-old" role="alert">This is not your password.' in wrong.text
    done = owner.post("/me/password", of="/me", old=PASSWORD, password=NEW)
    assert done.status_code == 303
    assert owner.session != before
    assert owner.get("/me").status_code == 200
    assert other.get("/me").status_code == 303


def test_guessing_the_password_at_an_open_session_is_slowed(owner: Visit) -> None:
    for _ in range(5):
        assert owner.post("/me/password", of="/me", old="wrong password", password=NEW).status_code == 400
    slowed = owner.post("/me/password", of="/me", old=PASSWORD, password=NEW)
    assert slowed.status_code == 429
    assert 'id="wrong-old" role="alert">Too many tries; wait 2 seconds' in slowed.text


def test_a_new_address_is_confirmed_by_its_letter_and_told_to_the_old(site: Site, amal: User, owner: Visit) -> None:
    asked = owner.post("/me/mail", of="/me", mail="new@example.org", mail_password=PASSWORD)
    assert asked.status_code == 303
    assert site.people.users.find(amal.id).mail == "amal@example.org"
    assert "new@example.org" in site.letters.to("amal@example.org")[0].body
    secret = secret_in(site.letters.to("new@example.org")[0])
    visit = site.visit()
    assert visit.get(f"/me/mail/{secret}").status_code == 200
    assert site.people.users.find(amal.id).mail == "amal@example.org"  # a look at the link confirms nothing
    assert visit.post(f"/me/mail/{secret}", of=f"/me/mail/{secret}").status_code == 303
    assert site.people.users.find(amal.id).mail == "new@example.org"
    assert visit.get(f"/me/mail/{secret}").status_code == 410


def test_a_new_address_takes_the_password(site: Site, owner: Visit) -> None:
    refused = owner.post("/me/mail", of="/me", mail="new@example.org", mail_password="wrong password")  # noqa: S106
    assert refused.status_code == 400
    assert 'id="wrong-mail_password" role="alert">This is not your password.' in refused.text
    assert site.letters.sent == []


def test_whose_address_it_is_is_not_told(site: Site, amal: User, reader: Visit) -> None:
    answers = [
        reader.post("/me/mail", of="/me", mail=mail, mail_password=PASSWORD).status_code
        for mail in ("amal@example.org", "free@example.org")
    ]
    assert answers == [303, 303]


def test_the_language_is_kept_with_the_user(site: Site, amal: User, owner: Visit) -> None:
    assert owner.post("/me/language", of="/me", language="ar").status_code == 303
    assert 'dir="rtl"' in owner.get("/me").text
    assert site.people.users.find(amal.id).language == "ar"
    assert owner.post("/me/language", of="/me", language="<b>").status_code == 400


def test_ones_own_sessions_are_listed_and_ended(site: Site, amal: User, owner: Visit) -> None:
    other = site.visit()
    other.log_in("Amal")
    ends = re.findall(r'action="(/me/sessions/\w+/end)"', owner.get("/me").text)
    assert len(ends) == 1
    assert owner.post(ends[0], of="/me").status_code == 303
    assert other.get("/me").status_code == 303
    assert owner.get("/me").status_code == 200


def test_the_sessions_of_others_are_not_ended(site: Site, owner: Visit, amal: User, reader: Visit) -> None:
    theirs = site.people.sessions.list(amal)[0].id
    assert reader.post(f"/me/sessions/{theirs}/end", of="/me").status_code == 404
    assert owner.get("/me").status_code == 200


def test_the_second_step_is_switched_on_with_a_code(site: Site, amal: User, owner: Visit) -> None:
    page = owner.get("/me/second-step")
    assert page.headers["cache-control"] == "no-store"
    found = re.search(r'<code class="secret" dir="ltr">([A-Z2-7 ]+)</code>', page.text)
    assert found
    secret = found[1].replace(" ", "")
    assert "<svg" in page.text
    assert " style=" not in page.text
    wrong = owner.post("/me/second-step", of="/me/second-step", code="000000")
    assert (wrong.status_code, site.people.factors.is_on(amal)) == (400, False)
    before = owner.session
    done = owner.post("/me/second-step", of="/me/second-step", code=app_code(secret, site.clock))
    codes = re.findall(r'<li><code dir="ltr">([\w-]+)</code>', done.text)
    assert len(codes) == 10
    assert done.headers["cache-control"] == "no-store"
    assert owner.session != before
    assert site.people.sessions.find(before) is None
    form = re.findall(r'name="form" value="([^"]+)"', done.text)[0]
    assert owner.send("/log-out", form=form).status_code == 303  # the page's own forms are bound to the new session
    assert owner.get("/me/second-step").status_code == 303


def test_the_secret_is_not_shown_once_it_counts(site: Site, amal: User, owner: Visit) -> None:
    secret, _ = switch_on(site.people, amal, site.clock)
    page = owner.get("/me/second-step")
    assert (page.status_code, page.headers["location"]) == (303, "/me#second-step")
    assert secret not in owner.get("/me").text


def test_switching_it_off_and_new_codes_take_the_password(site: Site, amal: User, owner: Visit) -> None:
    switch_on(site.people, amal, site.clock)
    for address in ("/me/second-step/off", "/me/second-step/codes"):
        refused = owner.post(address, of="/me", factor_password="wrong password")  # noqa: S106
        assert refused.status_code == 400
        assert 'id="wrong-factor_password"' in refused.text
    codes = owner.post("/me/second-step/codes", of="/me", factor_password=PASSWORD)
    assert codes.text.count('<li><code dir="ltr">') == 10
    assert owner.post("/me/second-step/off", of="/me", factor_password=PASSWORD).status_code == 303
    assert not site.people.factors.is_on(amal)


def test_a_token_is_shown_once_and_ended(site: Site, amal: User, owner: Visit, reader: Visit) -> None:
    made = owner.post("/me/tokens", of="/me", token="nightly export", token_role="coder")  # noqa: S106
    found = re.search(r"sayso_[\w-]{43}", made.text)
    assert found
    assert made.headers["cache-control"] == "no-store"
    assert found[0] not in owner.get("/me").text
    token = site.people.tokens.find(found[0])
    assert token
    assert token.role is Role.CODER
    assert reader.post(f"/me/tokens/{token.id}/end", of="/me").status_code == 404
    assert site.people.tokens.find(found[0])
    assert owner.post(f"/me/tokens/{token.id}/end", of="/me").status_code == 303
    assert site.people.tokens.find(found[0]) is None


@pytest.mark.parametrize("role", ["owner", "coder", "god", ""])
def test_a_token_above_ones_role_is_refused(site: Site, basim: User, reader: Visit, role: str) -> None:
    refused = reader.post("/me/tokens", of="/me", token="export", token_role=role)  # noqa: S106
    assert refused.status_code == 400
    assert 'id="wrong-token_role"' in refused.text
    assert site.people.tokens.list(basim) == ()


def test_ones_own_page_links_to_ones_data_and_to_privacy(owner: Visit) -> None:
    page = owner.get("/me").text
    assert 'href="/me/data"' in page
    assert 'href="/privacy"' in page
