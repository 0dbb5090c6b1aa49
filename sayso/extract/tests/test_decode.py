"""Bytes become the characters that their writer meant, and what was replaced is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.decode import decode, is_binary

WORDS = "Les rebelles ont « pris » la ville d’Été, dit-il à l’agence."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_the_encoding_is_found(encoding: str) -> None:
    found = decode((WORDS * 5).encode(encoding))
    assert (found.text, found.is_damaged) == (WORDS * 5, False)


def test_a_cyrillic_page_is_read_by_the_encoding_it_declares() -> None:
    page = '<meta charset="windows-1251"><p>Военные заявили в субботу</p>'
    assert decode(page.encode("cp1251")).text == page


def test_what_the_server_declares_goes_before_a_guess() -> None:
    assert decode("Военные".encode("koi8-r"), declared="koi8-r").text == "Военные"


def test_an_unknown_declared_encoding_is_passed_over() -> None:
    assert decode(b"The town fell.", declared="no-such-thing").text == "The town fell."


def test_broken_utf8_stays_utf8_and_says_so() -> None:
    found = decode(WORDS.encode() * 3 + b"\xe2\x80")
    assert found.is_damaged
    assert found.text.startswith(WORDS)
    assert found.text.endswith("\ufffd")


def test_replacement_characters_of_the_source_are_damage_too() -> None:
    assert decode("Tarsel\ufffds army".encode()).is_damaged


@given(st.binary())
def test_any_bytes_give_characters(payload: bytes) -> None:
    assert isinstance(decode(payload).text, str)


@given(st.text())
def test_utf8_is_never_changed(text: str) -> None:
    marked = b"\xef\xbb\xbf" + text.encode("utf-8", "ignore")
    assert decode(marked).text == text.encode("utf-8", "ignore").decode()


@pytest.mark.parametrize("text", ["\0", "GIF89a\x01\x02\x03\x04", "words and \0 more"])
def test_control_characters_are_no_text(text: str) -> None:
    assert is_binary(text)


def test_tabs_and_line_ends_are_text() -> None:
    assert not is_binary("a\tb\r\nc\x0c")
