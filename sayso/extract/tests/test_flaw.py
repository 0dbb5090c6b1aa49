"""A sentence that breaks off is said to; one that is only short, or goes on, is not."""

from datetime import UTC, datetime

import pytest

from sayso.extract import extract
from sayso.model.capture import Capture
from sayso.model.report import FlawKind

BODY = "The army left the town of Harra before dawn on Friday, residents of the town said.\n\n"


def truncated(text: str) -> list[str]:
    report = extract(Capture("page.txt", text.encode(), datetime(2026, 3, 1, tzinfo=UTC), "text/plain"))
    return [flaw.span.text for flaw in report.flaws if flaw.kind is FlawKind.TRUNCATED and flaw.span]


@pytest.mark.parametrize(
    "line",
    [
        "The colonel had previously requested that",
        "The sheikh had earlier called the elders of Sel to",
        "The convoy was seen on the road between Harra and the sea, according to drivers,",
        "A baker at the bridge counted forty lorries and at least one bus with curtai",
    ],
)
def test_an_open_sentence_is_truncated(line: str) -> None:
    assert truncated(f"title: x\n\n{BODY * 3}{line}\n\n{BODY}") == [line]


def test_only_the_sentence_that_breaks_off_is_named() -> None:
    assert truncated(f"title: x\n\n{BODY}Nobody was hurt. The colonel had asked for") == ["The colonel had asked for"]


@pytest.mark.parametrize(
    "line",
    [
        "The army had",
        "Who stays?",
        "Pilots without names",
        "He said: “Nobody stopped them.”",
        "Pray for us 🙏",
        "What it is for, nobody knew …",
    ],
)
def test_a_short_or_closed_line_is_whole(line: str) -> None:
    assert truncated(f"title: x\n\n{BODY}{line}\n\n{BODY}") == []


def test_a_paragraph_that_goes_on_in_the_next_line_is_whole() -> None:
    assert truncated(f"title: x\n\n{BODY}The colonel said that\n\nhe would stay in Harra until the winter.") == []


def test_a_chat_without_full_stops_is_not_truncated() -> None:
    lines = "\n".join(
        f"Driver {place}: we saw the lorries at the bridge, about forty of them, going north" for place in "ABCD"
    )
    assert truncated(lines) == []
