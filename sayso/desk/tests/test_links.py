"""Every link of the desk leads to a page, and no page is heavy."""

from __future__ import annotations

import html
import re

import pytest

from sayso.desk.conftest import Desk
from sayso.people import Role

_LINK = re.compile(r'href="(/[^"#]*)')
_MOST = 150  # pages: all kinds are among the first hundred
_LARGEST = 200_000  # bytes


@pytest.mark.parametrize("role", [None, Role.OWNER])
def test_every_link_leads_to_a_page_that_is_not_heavy(desk: Desk, role: Role | None) -> None:
    if role:
        desk.log_in(role)
    todo, found_on = ["/"], {"/": ""}
    for address in todo:
        answer = desk.client.get(address)
        assert answer.status_code == 200, f"{address}, a link of {found_on[address]}"
        assert len(answer.content) < _LARGEST, address
        if len(found_on) < _MOST:
            for link in map(html.unescape, _LINK.findall(answer.text)):
                if link not in found_on and not link.startswith(("/static/", "/look")) and len(found_on) < _MOST:
                    found_on[link] = address
                    todo.append(link)
    assert len(found_on) == _MOST
