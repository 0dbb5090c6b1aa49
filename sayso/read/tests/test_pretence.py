"""What somebody wants others to believe is their claim, not the writer's. The sentences are invented."""

import pytest

from sayso.read.pretence import add_pretences
from sayso.read.words import split_words


def pretences(text):
    words = split_words(text)
    return [
        tuple(" ".join(words.strings[slice(*runs[0])]) for runs in (found.source, found.content))
        for found in add_pretences((), words)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Guard circulated photos of lorries to make people believe that the town had fallen.",
        "The Guard circulated photos of lorries, to delude the public that the town had fallen.",
        "But The Guard has published pictures so that people think that the town had fallen.",
    ],
)
def test_it_is_the_claim_of_whoever_spreads_it(text):
    assert pretences(text) == [("The Guard", "the town had fallen")]


def test_wanting_others_to_act_is_no_pretence():
    assert pretences("The Guard asked people to believe in peace.") == []
