"""The desk as a whole: it answers, guards itself, and tells mistakes in one sentence."""

from __future__ import annotations

import pytest

from sayso.desk.conftest import Desk
from sayso.desk.home import within
from sayso.people import Role
from sayso.record import Record


def test_the_first_page_opens_without_an_account(desk: Desk) -> None:
    answer = desk.client.get("/")
    assert answer.status_code == 200
    assert "<h1>" in answer.text


def test_every_answer_bears_a_strict_policy(desk: Desk) -> None:
    for address in ("/", "/no-such-page", "/static/desk.css"):
        policy = desk.client.get(address).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_no_page_of_ours_has_a_script_or_style_within(desk: Desk) -> None:
    desk.log_in(Role.OWNER)
    for address in ("/", "/add"):
        page = desk.client.get(address).text
        assert "<script>" not in page
        assert " style=" not in page


@pytest.mark.parametrize("address", ["/no-such-page", "/report/rnone", "/event/%00", "/place/e%F0%9F%98%80"])
def test_what_is_not_there_is_told_in_a_sentence(desk: Desk, address: str) -> None:
    answer = desk.client.get(address)
    assert answer.status_code == 404
    assert "lead" in answer.text


def test_an_endless_question_is_refused(desk: Desk) -> None:
    assert desk.client.get("/search?words=" + "a" * 60_000).status_code == 414


@pytest.mark.parametrize(
    "address", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a\nb"]
)
def test_nobody_is_led_elsewhere(address: str) -> None:
    assert within(address) == "/"


def test_language_and_look_are_kept(desk: Desk) -> None:
    desk.client.get("/look?language=ar&theme=dark&next=/")
    page = desk.client.get("/").text
    assert '<html lang="ar" dir="rtl" data-theme="dark">' in page


def test_adding_takes_a_coder(desk: Desk) -> None:
    assert desk.client.get("/add", follow_redirects=False).headers["location"] == "/log-in?next=%2Fadd"
    desk.log_in(Role.READER)
    assert desk.client.get("/add").status_code == 403


def test_a_fault_of_ours_is_told_in_a_sentence_under_the_same_policy(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Record, "list_topics", lambda record: 1 / 0)
    answer = desk.client.get("/")
    assert answer.status_code == 500
    assert "The desk failed on this page" in answer.text
    assert "ZeroDivision" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_scripts_are_compressed_and_pages_are_not(desk: Desk) -> None:
    assert desk.client.get("/static/built/map.js").headers["content-encoding"] == "gzip"
    assert "content-encoding" not in desk.client.get("/").headers
