"""Silence in plain words."""

import pytest

from sayso.read.silence import clause_about, find_silences
from sayso.read.words import split_words


@pytest.mark.parametrize(
    "text",
    [
        "The ministry declined to comment.",
        "The army has not yet responded.",
        "There was no immediate reaction.",
        "The office didn’t answer several questions.",
        "Both sides kept silent.",
    ],
)
def test_common_forms_of_silence(text: str) -> None:
    assert len(find_silences(split_words(text))) == 1


@pytest.mark.parametrize("text", ["The army refused to leave.", "He answered two questions.", "No tank was seen."])
def test_what_is_no_silence(text: str) -> None:
    assert find_silences(split_words(text)) == ()


def test_the_clause_is_what_somebody_is_silent_on() -> None:
    words = split_words("Lom fell, but the army has not commented on it; it rained.")
    start, end = clause_about(find_silences(words)[0], words)
    assert " ".join(words.strings[start:end]) == "the army has not commented on it"
