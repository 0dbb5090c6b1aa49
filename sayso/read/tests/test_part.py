"""Parts of a long text. All places and events are invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.read import Reader
from sayso.read.part import AFTER, BEFORE, SIZE, cut_parts

FILLER = "The road runs along the river and the fields lie fallow in the heat of the day. " * 12
SENTENCE = "Rebels seized the Tarsa air base on Friday, the army spokesman Omar Haddad said. He added that it was calm."
UNITS = st.sampled_from(["a", "word ", "Lom. ", "\n", "\n\n", "€", " "])


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(UNITS, st.integers(1, 60_000)), max_size=8))
def test_every_character_belongs_to_one_part(runs: list[tuple[str, int]]) -> None:
    text = "".join(unit * count for unit, count in runs)
    parts = list(cut_parts(text))
    assert [p.own_from for p in parts[1:]] == [p.own_to for p in parts[:-1]]
    assert (parts[0].own_from, parts[-1].own_to) == (0, len(text))
    assert all(p.start <= p.own_from and p.own_to <= p.end for p in parts)
    assert all(p.end - p.start <= BEFORE[1] + SIZE + AFTER[1] for p in parts)


def test_parts_end_with_a_line_or_else_a_sentence_or_else_a_word() -> None:
    for end in ("\n", ". ", " "):
        text = f"aaa bbb{end}" * 60_000
        assert all(text[: p.own_to].endswith(end) for p in cut_parts(text))


def test_a_text_of_twenty_thousand_words_is_one_part() -> None:
    assert len(list(cut_parts("seven77 " * 20_000))) == 1


@pytest.fixture(scope="module")
def cut(reader: Reader) -> tuple[str, list[Reading]]:
    """A text with the same sentences at every seam and between, and what is read in its parts."""
    text = "\n\n".join(f"{FILLER}\n\n{SENTENCE}" for _ in range(20))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sayso.read.part.SIZE", 5_500)
        return text, list(reader.read_parts(Report("r1", "invented.txt", text)))


def test_nothing_is_lost_at_a_seam_or_said_twice(cut: tuple[str, list[Reading]]) -> None:
    text, parts = cut
    claims = [claim for part in parts for claim in part.claims]
    seized = [c for c in claims if c.trigger and c.trigger.text == "seized"]
    assert len(parts) > 3
    assert [c.trigger.start for c in seized if c.trigger] == [
        i for i in range(len(text)) if text.startswith("seized", i)
    ]
    assert {c.speaker.text for c in seized if c.speaker} == {"the army spokesman Omar Haddad"}


def test_identifiers_are_there_once_and_claims_point_to_them(cut: tuple[str, list[Reading]]) -> None:
    _, parts = cut
    attributions = [a for part in parts for a in part.attributions]
    names = [x.id for x in (*attributions, *(c for part in parts for c in part.claims))]
    assert len(set(names)) == len(names)
    assert {c.said_in for part in parts for c in part.claims if c.said_in} <= {a.id for a in attributions}
    assert {a.within for a in attributions if a.within} <= {a.id for a in attributions}


def test_words_keep_their_place_in_the_whole_text(cut: tuple[str, list[Reading]]) -> None:
    text, parts = cut
    spans = [s for part in parts for c in part.claims for s in (*c.evidence.spans, *([c.trigger] if c.trigger else []))]
    assert all(text[s.start : s.end] == s.text for s in spans)
