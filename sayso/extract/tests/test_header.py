"""A header is what formats.md says it is; a text with a colon in it is text."""

import pytest

from sayso.extract.header import Header, parse_header, split_sections


def test_the_fields_of_a_report_file_are_read() -> None:
    source = 'outlet: Harra Post\nlanguage: EN-gb\ntitle: "Nobody has taken anything": engineer\n'
    source += "sections: Home, World\n\nText."
    header = parse_header(source)
    assert (header.outlet, header.language, header.title) == (
        "Harra Post",
        "en",
        '"Nobody has taken anything": engineer',
    )
    assert header.sections == ("Home", "World")
    assert source[header.end :].strip() == "Text."


def test_windows_line_ends_and_empty_values_are_read() -> None:
    header = parse_header("outlet: Harra Post\r\nurl:\r\n\r\nText.")
    assert (header.outlet, header.url) == ("Harra Post", None)


def test_keys_that_are_not_ours_are_passed_over() -> None:
    assert parse_header("title: Harra is empty\nauthor: Amina\n\nText.").title == "Harra is empty"


@pytest.mark.parametrize(
    "source",
    [
        "Harra: the army has left\n\nText.",
        "title: x\nThis line is text\n\nText.",
        "host: And then?\n\nText.",
        "\n\ntitle: x",
        "",
    ],
)
def test_text_is_no_header(source: str) -> None:
    assert parse_header(source) == Header()


@pytest.mark.parametrize(
    "value", ["Home, Politics", "Home > Politics", "Home | Politics", "Home › Politics", "Home / Politics"]
)
def test_sections_are_split_however_they_are_set(value: str) -> None:
    assert split_sections(value) == ("Home", "Politics")
