"""Every form of these pages, met by somebody hostile."""

from __future__ import annotations

import pytest
from fastapi.routing import APIRoute

from sayso.desk.people import entrance, factor, me, member, reset, sign_up, token
from sayso.desk.people.tests.conftest import Site, Visit
from sayso.people import Role, User
from sayso.people.tests.conftest import PASSWORD

LONG = "x" * 1_000_000

#: Every address that takes a form, with the fields of a good one.
FORMS: dict[str, dict[str, str]] = {
    "/log-in": {"name": "Amal", "password": PASSWORD},
    "/log-in/code": {"step": "s", "code": "123456"},
    "/log-out": {},
    "/log-out-everywhere": {},
    "/sign-up": {"invitation": "i", "name": "Cem", "password": PASSWORD},
    "/sign-up/ask": {"mail": "cem@example.org"},
    "/forgotten": {"name": "Amal"},
    "/reset/made-up": {"password": PASSWORD},
    "/me/name": {"name": "Amal Haddad"},
    "/me/language": {"language": "ar"},
    "/me/mail": {"mail": "new@example.org", "mail_password": PASSWORD},
    "/me/mail/made-up": {},
    "/me/password": {"old": PASSWORD, "password": "eight rivers of salt"},
    "/me/sessions/made-up/end": {},
    "/me/second-step": {"code": "123456"},
    "/me/second-step/codes": {"factor_password": PASSWORD},
    "/me/second-step/off": {"factor_password": PASSWORD},
    "/me/tokens": {"token": "export", "token_role": "reader"},
    "/me/tokens/made-up/end": {},
    "/people/invite": {"mail": "", "role": "owner"},
    "/people/invitations/made-up/withdraw": {},
    "/people/settings": {"desk": "Mine", "sign_up": "open"},
    "/people/{basim}/role": {"role": "owner"},
    "/people/{basim}/close": {},
    "/people/{basim}/open": {},
}
OWN = [
    address for address in FORMS if address.startswith(("/me/", "/log-out-everywhere")) and "/me/mail/" not in address
]
OWNERS = [address for address in FORMS if address.startswith("/people/")]


def test_every_address_that_takes_a_form_is_tried_here(site: Site) -> None:
    rooms = (entrance, factor, me, member, reset, sign_up, token)
    routes = [route for room in rooms for route in room.router.routes if isinstance(route, APIRoute)]
    takes = {route.path for route in routes if "POST" in route.methods}
    tried = {address.replace("{basim}", "{user_id}") for address in FORMS}
    made_up = {"secret", "session_id", "token_id", "link_id"}
    plain = {path for path in takes if not any(f"{{{name}}}" in path for name in made_up)}
    assert plain <= tried
    assert len(takes) == len(tried)


@pytest.mark.parametrize("address", FORMS)
def test_a_form_that_the_desk_did_not_hand_out_does_nothing(
    site: Site, owner: Visit, amal: User, basim: User, address: str
) -> None:
    before = state(site)
    for forged in ("", "x", "x" * 64, f"a.{9**12}.{'0' * 64}", "ä" * 50):
        answer = owner.send(address.format(basim=basim.id), form=forged, **FORMS[address])
        assert answer.status_code == 403
        assert "This form was made for another session" in answer.text
    assert state(site) == before


@pytest.mark.parametrize("address", FORMS)
def test_a_form_of_another_session_does_nothing(
    site: Site, owner: Visit, reader: Visit, basim: User, address: str
) -> None:
    before = state(site)
    stranger = site.visit()
    for forged in (reader.token("/me"), stranger.token("/log-in")):
        answer = owner.send(address.format(basim=basim.id), form=forged, **FORMS[address])
        assert answer.status_code == 403
    assert state(site) == before


def test_a_form_that_was_sent_before_does_nothing(site: Site, owner: Visit) -> None:
    form = owner.token("/me")
    first = owner.send("/me/tokens", form=form, token="export", token_role="reader")  # noqa: S106
    assert first.status_code == 200
    again = owner.send("/me/tokens", form=form, token="export", token_role="reader")  # noqa: S106
    assert again.status_code == 409
    assert "This form was sent before" in again.text
    assert len(site.people.tokens.list(site.people.users.list()[0])) == 1


def test_a_form_from_before_the_log_in_does_nothing_after_it(site: Site, amal: User) -> None:
    visit = site.visit()
    early = visit.token("/log-in")
    visit.log_in("Amal")
    assert visit.send("/me/name", form=early, name="Eve").status_code == 403


def test_a_form_that_lay_open_for_too_long_does_nothing(site: Site, owner: Visit) -> None:
    form = owner.token("/me")
    site.clock.pass_(hours=12)
    answer = owner.send("/me/name", form=form, name="Eve")
    assert answer.status_code == 403
    assert "lay open for too long" in answer.text


@pytest.mark.parametrize("address", OWN)
def test_ones_own_page_is_for_who_is_logged_in(site: Site, amal: User, address: str) -> None:
    before = state(site)
    answer = site.visit().post(address, of="/log-in", **FORMS[address])
    assert answer.status_code == 401
    assert state(site) == before


@pytest.mark.parametrize("role", [Role.READER, Role.CODER, Role.REVIEWER])
def test_what_owners_do_nobody_else_does(site: Site, amal: User, basim: User, role: Role) -> None:
    site.add("Dina", role)
    visit = site.visit()
    visit.log_in("Dina")
    before = state(site)
    assert visit.get("/people").status_code == 403
    for address in OWNERS:
        answer = visit.post(address.format(basim=basim.id), of="/me", **FORMS[address])
        assert answer.status_code == 403, address
        assert "owner" in answer.text
    assert state(site) == before


@pytest.mark.parametrize("address", [address for address, fields in FORMS.items() if fields])
def test_a_megabyte_in_a_field_gets_an_answer(site: Site, owner: Visit, basim: User, address: str) -> None:
    site.people.settings.change(is_open=True)
    before = site.people.users.list()
    fields = dict.fromkeys(FORMS[address], LONG)
    answer = owner.post(address.format(basim=basim.id), of="/me", **fields)
    assert answer.status_code in {303, 400, 401, 404, 410}
    assert len(answer.text) < 100_000
    assert [user.name for user in site.people.users.list()] == [user.name for user in before]


@pytest.mark.parametrize("address", [address for address, fields in FORMS.items() if fields])
def test_a_form_without_its_fields_gets_a_sentence(site: Site, owner: Visit, basim: User, address: str) -> None:
    answer = owner.post(address.format(basim=basim.id), of="/me")
    assert answer.status_code in {400, 401, 410}
    assert "<h1>" in answer.text


def test_what_is_no_form_gets_a_sentence(owner: Visit) -> None:
    sent = owner.client.post("/me/name", content=b"\xff\xfe{broken", headers={"content-type": "multipart/form-data"})
    assert sent.status_code == 400
    assert "<h1>" in sent.text


def state(site: Site) -> object:
    """All that a form here could change."""
    people = site.people
    users = people.users.list()
    return (
        users,
        people.settings.load(),
        people.outbox.count(),
        len(site.letters.sent),
        [len(people.sessions.list(user)) for user in users],
        [people.tokens.list(user) for user in users],
        [people.factors.is_on(user) for user in users],
        people.invitations.list(),
    )
