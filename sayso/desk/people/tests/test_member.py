from __future__ import annotations

import re

from sayso.desk.people.tests.conftest import Site, Visit
from sayso.people import Role, User
from sayso.people.tests.conftest import secret_in


def test_an_owner_invites_by_letter_and_by_hand(site: Site, owner: Visit) -> None:
    made = owner.post("/people/invite", of="/people", mail="cem@example.org", role="coder")
    shown = re.search(r"http://127.0.0.1:8000/sign-up\?invitation=([\w-]{43})", made.text)
    assert shown
    assert secret_in(site.letters.to("cem@example.org")[0]) == shown[1]
    assert made.headers["cache-control"] == "no-store"
    by_hand = owner.post("/people/invite", of="/people", mail="", role="reader")
    assert "Hand this link over" in by_hand.text
    assert len(site.letters.sent) == 1
    assert shown[1] not in owner.get("/people").text


def test_an_invitation_is_withdrawn(site: Site, amal: User, owner: Visit) -> None:
    secret = site.people.invitations.invite(amal, role=Role.READER)
    link = site.people.invitations.list()[0]
    assert owner.post(f"/people/invitations/{link.id}/withdraw", of="/people").status_code == 303
    assert site.visit().get(f"/sign-up?invitation={secret}").status_code == 410
    assert owner.post(f"/people/invitations/{link.id}/withdraw", of="/people").status_code == 404


def test_a_changed_role_counts_at_once_and_logs_out(site: Site, owner: Visit, basim: User, reader: Visit) -> None:
    assert owner.post(f"/people/{basim.id}/role", of="/people", role="owner").status_code == 303
    assert reader.get("/people").status_code == 303
    reader.log_in("Basim")
    assert reader.get("/people").status_code == 200


def test_a_role_that_is_none_is_refused(site: Site, owner: Visit, basim: User) -> None:
    refused = owner.post(f"/people/{basim.id}/role", of="/people", role="god")
    assert refused.status_code == 400
    assert f'id="wrong-role-{basim.id}" role="alert">Choose a role' in refused.text


def test_the_last_owner_stays(site: Site, amal: User, owner: Visit) -> None:
    for address, fields in ((f"/people/{amal.id}/role", {"role": "reader"}), (f"/people/{amal.id}/close", {})):
        refused = owner.post(address, of="/people", **fields)
        assert refused.status_code == 400
        assert "This is the last owner; make somebody else an owner first." in refused.text
    assert owner.get("/people").status_code == 200


def test_a_closed_account_is_out_until_it_is_opened(site: Site, owner: Visit, basim: User, reader: Visit) -> None:
    assert owner.post(f"/people/{basim.id}/close", of="/people").status_code == 303
    assert reader.get("/me").status_code == 303
    assert reader.log_in("Basim").status_code == 401
    assert owner.post(f"/people/{basim.id}/open", of="/people").status_code == 303
    assert reader.log_in("Basim").status_code == 303


def test_a_user_that_does_not_exist_is_told(owner: Visit) -> None:
    for act in ("role", "close", "open"):
        assert owner.post(f"/people/nobody/{act}", of="/people", role="reader").status_code == 404


def test_settings_are_kept(site: Site, owner: Visit) -> None:
    owner.post("/people/settings", of="/people", desk="Harbour desk", sign_up="open", members_only="yes")
    kept = site.people.settings.load()
    assert (kept.name, kept.is_open, kept.members_only) == ("Harbour desk", True, True)
    stranger = site.visit()
    assert stranger.get("/").headers["location"].startswith("/log-in")
    assert stranger.get("/sign-up").status_code == 200
    refused = owner.post("/people/settings", of="/people", desk=" ", sign_up="open")
    assert 'id="wrong-desk" role="alert">Name the desk' in refused.text
