"""Lines are paragraphs, unless a text was wrapped."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.paragraph import split_paragraphs

SENTENCES = (
    "The army left the town of Harra before dawn. Nobody stopped it at the bridge, residents said on Friday. " * 3
)


def texts(source: str) -> list[str]:
    return [paragraph.text for paragraph in split_paragraphs(source)]


def test_every_line_is_a_paragraph() -> None:
    assert texts("Harra is empty\nThe army left.\n\nNobody stopped it.") == [
        "Harra is empty",
        "The army left.",
        "Nobody stopped it.",
    ]


@pytest.mark.parametrize("width", [60, 72, 80])
def test_wrapped_lines_are_one_paragraph(width: int) -> None:
    wrapped = "\n\n".join([textwrap.fill(SENTENCES, width)] * 2)
    assert texts(wrapped) == [SENTENCES.strip()] * 2


def test_a_line_that_goes_on_in_lower_case_is_joined() -> None:
    assert texts("The army left the town of Harra before dawn on Friday and its\nguns stayed.") == [
        "The army left the town of Harra before dawn on Friday and its guns stayed."
    ]


def test_a_blank_line_before_a_paragraph_is_known() -> None:
    assert [paragraph.is_apart for paragraph in split_paragraphs("One.\nTwo.\n \nThree.")] == [False, False, True]


@pytest.mark.parametrize(
    ("text", "is_prose"),
    [
        ("The army left the town before dawn on Friday.", True),
        ("Army leaves Harra before dawn", False),
        ("Nobody knows.", False),
        ("Member of the council said that there is a …", False),
        ("军队星期五黎明前离开了哈拉镇，居民们说没有人阻止他们。", True),
    ],
)
def test_prose_is_told_from_lines_of_a_page(text: str, is_prose: bool) -> None:
    [paragraph] = split_paragraphs(text)
    assert paragraph.is_prose is is_prose


@given(st.text())
def test_any_text_splits_into_its_own_lines(source: str) -> None:
    for paragraph in split_paragraphs(source):
        assert paragraph.text == " ".join(source[line.start : line.end] for line in paragraph.lines)
        assert paragraph.text.strip()
