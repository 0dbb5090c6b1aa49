"""Where words stand is found without a pattern for each, and as the patterns would find it."""

import re

from hypothesis import given
from hypothesis import strategies as st

from sayso.resolve.layout import lay_out
from sayso.resolve.roster import _ALIAS, _find_aliases
from sayso.resolve.standing import find_followed, is_led

TEXTS = st.text(alphabet="Ab c.,’-\n(", max_size=40)
WORDS = st.text(alphabet="Ab c-", min_size=1, max_size=4)
_BEHIND = re.compile(r" ([a-z]+)")
_LEAD = re.compile(r"\b(?:b|c)(?: A)? \Z")


@given(WORDS, TEXTS)
def test_words_with_others_behind_are_those_of_a_pattern(words: str, text: str) -> None:
    expected = re.findall(rf"\b{re.escape(words)} ([a-z]+)", text)
    assert [match[1] for match in find_followed(words, _BEHIND, text)] == expected


@given(WORDS, TEXTS)
def test_words_with_others_before_are_those_of_a_pattern(words: str, text: str) -> None:
    expected = re.search(rf"\b(?:b|c)(?: A)? {re.escape(words)}\b", text)
    assert is_led(words, _LEAD, text, reach=10) == bool(expected)


@given(st.text(alphabet="Aab S-’\n()the", max_size=50))
def test_initials_in_brackets_are_those_of_the_pattern(text: str) -> None:
    assert [match.span() for match in _find_aliases(text)] == [match.span() for match in _ALIAS.finditer(text)]


def test_a_title_or_an_initial_ends_no_sentence() -> None:
    text = "Dr. Vail met Col. Korr. The U.N. Office said no. Mr. Tann left!  He ran."
    starts = lay_out(text).sentences
    assert [text[at:][:3] for at in starts] == ["Dr.", "The", "Mr.", "He "]
