from dataclasses import replace

import pytest

from sayso.resolve.tests.build import claim, report, resolve_one

TEXT = (
    "Mira Holt told Torva Press Agency by telephone that the fort had fallen."
    " Ansel Dray told Torva Today that the road was open. Ida Korr said in a letter that the bridge was lost."
)


@pytest.mark.parametrize(
    ("speaker", "cue", "words", "given", "whole"),
    [
        (
            "Mira Holt",
            "told",
            "the fort had fallen",
            "Torva Press Agency by telephone",
            "told Torva Press Agency by telephone",
        ),
        ("Ansel Dray", "told", "the road was open", "Torva", "told Torva Today"),
        ("Ida Korr", "said", "the bridge was lost", "in a letter", "in a letter"),
        ("Ida Korr", "said", "the bridge was lost", "in", None),
    ],
)
def test_channel_is_given_in_whole_words(speaker: str, cue: str, words: str, given: str, whole: str | None) -> None:
    where = report(TEXT)
    one = claim(where, words, by=[speaker], cue=cue)
    one = replace(one, chain=(replace(one.chain[0], channel=given),))
    assert resolve_one(where, one).claims[0].chain[0].channel == whole
