"""Adding: what people bring is read, or set aside with a reason; nothing else is reached by it."""

from __future__ import annotations

import pytest

from sayso.desk.conftest import Desk

REPORT = (
    "OSTREVA, May 14 - Fighters of the Northern Front have left Tel Arwan air base, a spokesman for the army, "
    "Colonel Samir Ostad, told the Ostreva Courier on Tuesday."
)


def test_a_pasted_text_is_read_with_what_its_adder_says_of_it(desk: Desk) -> None:
    desk.log_in()
    fields = {"text": REPORT, "outlet": "Ostreva Courier", "published": "2024-05-14", "title": "Front leaves base"}
    answer = desk.post("/add/text", of="/add", **fields)
    job = desk.client.get(answer.headers["location"])
    assert "One new report was read" in job.text
    assert "Front leaves base" in job.text
    assert any(report.outlet == "Ostreva Courier" for report in desk.shown_reports())


def test_a_file_that_holds_no_text_is_set_aside_by_its_name_alone(desk: Desk) -> None:
    desk.log_in()
    files = [("files", ("../../empty.html", b"<html></html>", "text/html"))]
    answer = desk.post("/add/files", of="/add", files=files)
    job = desk.client.get(answer.headers["location"]).text
    assert "Set aside" in job
    assert "empty.html" in job
    assert str(desk.office.record.place.parent) not in job


@pytest.mark.parametrize("link", ["/etc/passwd", "file:///etc/passwd", "C:\\secret.txt", "https://", "http://[::1"])
def test_a_link_is_never_a_file_of_the_machine(desk: Desk, link: str) -> None:
    desk.log_in()
    answer = desk.post("/add/links", of="/add", links=link)
    assert answer.status_code == 400
    assert "is no link" in answer.text


def test_an_address_of_the_machine_itself_is_not_asked(desk: Desk) -> None:
    desk.log_in()
    answer = desk.post("/add/links", of="/add", links="http://127.0.0.1:1/")
    assert "Set aside" in desk.client.get(answer.headers["location"]).text


def test_a_job_is_seen_by_who_asked_for_it(desk: Desk) -> None:
    desk.log_in(name="One coder")
    location = desk.post("/add/text", of="/add", text=REPORT).headers["location"]
    desk.log_in(name="Another coder")
    assert desk.client.get(location).status_code == 404


def test_a_form_is_taken_once_and_only_from_its_own_browser(desk: Desk) -> None:
    desk.log_in()
    assert desk.client.post("/add/text", data={"text": REPORT}).status_code == 403
    assert desk.client.post("/add/text", data={"text": REPORT, "form": "made.up.token"}).status_code == 403


def test_a_page_that_names_no_outlet_is_called_by_its_file_never_by_its_folder(desk: Desk) -> None:
    desk.log_in()
    desk.post("/add/text", of="/add", text="The army has taken Tel Arwan air base and holds its runway. " + REPORT)
    voices = {voice.name for event in desk.office.record.snapshot().corroboration.events for voice in event.voices}
    assert "the page pasted.txt" in voices
    assert not [name for name in voices if "/" in name]
