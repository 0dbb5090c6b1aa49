"""What the settings of an endpoint may be."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.read.llm import Endpoint, parse_endpoint

PLAIN = {"url": "https://models.example/v1", "model": "tiny"}


def refusal(**given: str) -> str:
    with pytest.raises(UsageError) as caught:
        parse_endpoint(PLAIN | given)
    return str(caught.value)


def test_address_and_model_are_all_that_is_needed() -> None:
    assert parse_endpoint(PLAIN) == Endpoint("https://models.example/v1", "tiny")


@pytest.mark.parametrize("name", ["url", "model"])
def test_without_address_or_model_nothing_is_guessed(name: str) -> None:
    assert refusal(**{name: " "}).startswith(f"The llm reader needs SAYSO_LLM_{name.upper()}: ")


@pytest.mark.parametrize(
    "url", ["http://localhost:8000/v1", "http://127.0.0.1:8000", "http://[::1]:8000/v1/", "https://10.0.0.5/v1"]
)
def test_unencrypted_addresses_are_for_this_machine_alone(url: str) -> None:
    assert parse_endpoint(PLAIN | {"url": url}).address == url.rstrip("/") + "/chat/completions"


@pytest.mark.parametrize(
    "url", ["http://models.example/v1", "http://10.0.0.5/v1", "http://localhost.evil.example/v1", "http://2130706433/"]
)
def test_reports_are_not_sent_unencrypted(url: str) -> None:
    assert "would send reports unencrypted; use https" in refusal(url=url)


@pytest.mark.parametrize(
    "url", ["models.example/v1", "ftp://models.example", "https://", "https://a b/", "file:///etc", "https://x:0/v1"]
)
def test_what_is_no_address_is_refused(url: str) -> None:
    assert "is no http or https address" in refusal(url=url)


@pytest.mark.parametrize("url", ["https://[::1/v1", "https://models.example:99999/v1"])
def test_what_cannot_be_taken_apart_is_refused(url: str) -> None:
    assert "is no address; check its spelling" in refusal(url=url)


@pytest.mark.parametrize(
    "url",
    [
        "https://me:sk-secret@models.example/v1",
        "https://models.example/v1?key=sk-secret",
        "https://m.example/#sk-secret",
    ],
)
def test_an_address_with_a_key_in_it_is_refused_and_not_repeated(url: str) -> None:
    assert "sk-secret" not in refusal(url=url)


def test_the_key_is_not_shown() -> None:
    assert "sk-secret" not in repr(parse_endpoint(PLAIN | {"key": "sk-secret"}))


def test_a_key_with_blanks_is_refused_and_not_repeated() -> None:
    assert refusal(key="sk-secret\nX-Other: 1") == (
        "The key in SAYSO_LLM_KEY holds blanks or signs that no key has; copy it again."
    )


def test_the_key_may_stand_in_a_file(tmp_path: Path) -> None:
    place = tmp_path / "key"
    place.write_text("sk-secret\n", encoding="utf-8")
    assert parse_endpoint(PLAIN | {"key_file": str(place)}).key == "sk-secret"


def test_a_key_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "nothing cannot be read" in refusal(key_file=str(tmp_path / "nothing"))


def test_numbers_and_languages_are_read() -> None:
    given = {
        "price_in": "0.15",
        "price_out": "0",
        "timeout": "30",
        "retries": "0",
        "answer_tokens": "2000",
        "chunk_words": "300",
        "languages": "en, FR",
    }
    found = parse_endpoint(PLAIN | given)
    assert (found.price_in, found.price_out, found.timeout_seconds, found.retries) == (0.15, 0.0, 30.0, 0)
    assert (found.max_answer_tokens, found.chunk_words, found.languages) == (2000, 300, frozenset({"en", "fr"}))


@pytest.mark.parametrize(
    ("name", "value"),
    [("retries", "many"), ("retries", "-1"), ("timeout", "nan"), ("price_in", "inf"), ("chunk_words", "1")],
)
def test_a_number_that_cannot_be_is_named(name: str, value: str) -> None:
    assert refusal(**{name: value}).startswith(f"SAYSO_LLM_{name.upper()} '{value}' is no number from ")


def test_a_language_that_is_no_code_is_named() -> None:
    assert refusal(languages="en,english") == (
        "SAYSO_LLM_LANGUAGES 'english' is no language code; write them as in en,ar,fr."
    )


def test_a_misspelt_setting_is_named() -> None:
    assert refusal(modle="x").startswith("SAYSO_LLM_MODLE is no setting; there are SAYSO_LLM_URL, ")
