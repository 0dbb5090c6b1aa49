"""Numbers drawn: every number on the scale, open ends open, soft edges soft, and words only words."""

from __future__ import annotations

import re
from xml.etree import ElementTree as Xml

import pytest

from sayso.desk.draw.numbers import Bar, Tone, draw_numbers, shorten


def bar(low: float | None, best: float | None, high: float | None, **more: object) -> Bar:
    return Bar("Idan Morr · 12 May 2024", "n", "/claim/c1", low, best, high, **more)  # type: ignore[arg-type]


def draw(*bars: Bar) -> Xml.Element:
    return Xml.fromstring(str(draw_numbers(bars, title="Numbers", key="k")))  # noqa: S314 - our own picture


def rects(picture: Xml.Element) -> list[Xml.Element]:
    return picture.findall("./g/rect")


def share(text: str | None) -> float:
    return float((text or "").rstrip("%"))


def test_an_exact_number_is_a_point_and_no_range() -> None:
    picture = draw(bar(9, 9, 9))
    assert len(picture.findall("./g/circle")) == 1
    assert not rects(picture)


def test_a_larger_number_stands_further_on() -> None:
    points = draw(bar(5, 5, 5), bar(9, 9, 9), bar(12, 12, 12)).findall("./g/circle")
    places = [share(point.get("cx")) for point in points]
    assert places == sorted(places)
    assert len(set(places)) == 3


def test_a_range_reaches_from_its_low_to_its_high() -> None:
    (stripe,) = rects(draw(bar(40, None, 60)))
    left, right = (share(point.get("cx")) for point in draw(bar(40, 40, 40), bar(60, 60, 60)).findall("./g/circle"))
    assert share(stripe.get("x")) == pytest.approx(left)
    assert share(stripe.get("x")) + share(stripe.get("width")) == pytest.approx(right, abs=0.02)


def test_at_least_fades_out_beyond_every_figure() -> None:
    (stripe,) = rects(draw(bar(30, 30, None, tone=Tone.THIRD)))
    assert stripe.get("fill") == "url(#k-open-third)"
    assert share(stripe.get("x")) + share(stripe.get("width")) > 90


def test_at_most_fades_in_from_nought() -> None:
    (stripe,) = rects(draw(bar(None, 6, 6)))
    assert stripe.get("fill") == "url(#k-from-unknown)"
    assert share(stripe.get("x")) < 2


def test_about_has_two_soft_edges_around_its_point() -> None:
    picture = draw(bar(36, 40, 44, is_about=True))
    (stripe,) = rects(picture)
    (point,) = picture.findall("./g/circle")
    middle = share(stripe.get("x")) + share(stripe.get("width")) / 2
    assert stripe.get("fill") == "url(#k-soft-unknown)"
    assert middle == pytest.approx(share(point.get("cx")), abs=0.02)


def test_every_run_of_colour_that_is_used_is_in_the_picture() -> None:
    text = str(draw_numbers([bar(30, 30, None), bar(None, 6, 6, tone=Tone.FOR)], title="Numbers", key="k"))
    assert set(re.findall(r"url\(#([^)]+)\)", text)) <= set(re.findall(r'id="([^"]+)"', text))


def test_a_replaced_number_is_drawn_as_past() -> None:
    classes = [line.get("class") for line in draw(bar(12, 12, 12, past=True), bar(9, 9, 9)).findall("./g")]
    assert classes == ["unknown past", "unknown"]


@pytest.mark.parametrize("most", [1, 3, 7, 38, 190, 60_000, 1_200_000])
def test_the_scale_ends_no_earlier_than_its_largest_number(most: int) -> None:
    picture = draw(bar(most, most, most))
    figures = [int(re.sub(r"\D", "", text.text or "")) for text in picture.findall("./text")]
    assert figures[0] == 0
    assert figures == sorted(set(figures))
    assert figures[-1] >= most
    assert len(figures) <= 6


def test_scripts_in_names_stay_words() -> None:
    hostile = Bar('<script>alert("1")</script>', "<b>", '"/><script>', 1, 1, 1)
    text = str(draw_numbers([hostile], title='"><script>', key="k"))
    assert "<script" not in text
    assert "<b>" not in text


def test_a_picture_has_no_style_of_its_own() -> None:
    assert "style=" not in str(draw_numbers([bar(1, 1, 1)], title="Numbers", key="k"))


def test_without_a_number_there_is_nothing_to_draw() -> None:
    with pytest.raises(ValueError, match="no number"):
        draw_numbers([bar(None, None, None)], title="Numbers", key="k")


def test_an_arabic_date_is_shortened_in_one_piece() -> None:
    date = "\u206714 مايو 2024\u2069"
    assert shorten(f"Some outlet · {date}", 26) == f"Some outlet · {date}"
    cut = shorten(f"Some outlet · {date}", 20)
    assert cut.count("\u2067") == cut.count("\u2069") == 1
