"""Voices drawn: each report once, below what it took over from, and words only words."""

from __future__ import annotations

from xml.etree import ElementTree as Xml

from sayso.desk.draw.numbers import Tone
from sayso.desk.draw.voices import Twig, draw_voice

WIRE = Twig(
    "Meridian Wire",
    "has it",
    "/claim/c1",
    below=(Twig("Courier", "copy", "/claim/c2"), Twig("Herald", "copy", "/claim/c3")),
)
UNHELD = Twig("Al-Sharq", "not held", None, held=False, below=(Twig("Translator", "translation", "/claim/c4"),))


def draw(*twigs: Twig, name: str = "Davit Renn") -> Xml.Element:
    return Xml.fromstring(str(draw_voice(name, twigs, title="How it came", tone=Tone.FOR)))  # noqa: S314 - our own


def places(picture: Xml.Element) -> dict[str, tuple[int, int]]:
    """Where the words of each report stand."""
    texts = [each for each in picture.iter("text") if each.get("class") != "how"]
    return {each.text or "": (int(each.get("x") or 0), int(each.get("y") or 0)) for each in texts}


def test_copies_stand_below_their_wire_and_further_in() -> None:
    found = places(draw(WIRE))
    assert found["Courier"][0] == found["Herald"][0] > found["Meridian Wire"][0] > found["Davit Renn"][0]
    assert found["Davit Renn"][1] < found["Meridian Wire"][1] < found["Courier"][1] < found["Herald"][1]


def test_every_report_leads_to_its_words() -> None:
    assert [link.get("href") for link in draw(WIRE).iter("a")] == ["/claim/c1", "/claim/c2", "/claim/c3"]


def test_what_is_not_held_is_drawn_otherwise_and_leads_nowhere() -> None:
    picture = draw(UNHELD)
    assert [each.get("class") for each in picture.findall("./circle")] == ["voice", "unheld", "report"]
    assert [link.get("href") for link in picture.iter("a")] == ["/claim/c4"]


def test_lines_lie_within_the_picture() -> None:
    picture = draw(WIRE, UNHELD)
    height = int(picture.get("height") or 0)
    assert all(0 <= int(line.get(end) or 0) <= height for line in picture.iter("line") for end in ("y1", "y2"))
    assert max(y for _, y in places(picture).values()) <= height


def test_scripts_in_names_and_outlets_stay_words() -> None:
    hostile = Twig("<script>alert(1)</script>", "<i>", '"><script>')
    text = str(draw_voice("<script>", (hostile,), title='"><script>', tone=Tone.UNKNOWN))
    assert "<script" not in text
    assert "<i>" not in text
