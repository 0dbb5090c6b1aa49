"""The clean text is its source with lines left out, and the map says which."""

import re
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from sayso.extract import extract
from sayso.extract.clean import clean
from sayso.extract.paragraph import split_paragraphs
from sayso.model.capture import Capture

LINES = st.lists(
    st.sampled_from(
        [
            "",
            "  ",
            "Home > World",
            "Harra is empty",
            "Share | Print",
            "Read also: Bread price falls",
            "Check Also",
            "The army left the town of Harra before dawn on Friday, residents said.",
            "“Nobody stopped them at the bridge,” a baker told the Harra Post by telephone.",
            "Will the army return to Harra before the winter, as its spokesman promised in May?",
            "Nobody knows.",
            "By Amina Diallo",
            "3 June 2017",
        ]
    ),
    min_size=1,
)
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n"])


@given(st.text(), st.sets(st.integers(0, 20)))
def test_every_stretch_is_the_same_in_text_and_source(source: str, places: set[int]) -> None:
    found = clean(source, split_paragraphs(source), dict.fromkeys(places, "cut"))
    for run in found.source_map:
        assert found.text[run.start : run.start + run.length] == source[run.at : run.at + run.length]
    between = found.text
    for run in reversed(found.source_map):
        between = between[: run.start] + between[run.start + run.length :]
    assert set(between) <= {"\n"}


@given(st.text(), st.sets(st.integers(0, 20)))
def test_nothing_but_blanks_is_lost_between_what_is_kept_and_what_is_cut(source: str, places: set[int]) -> None:
    found = clean(source, split_paragraphs(source), dict.fromkeys(places, "cut"))
    pieces = sorted(
        [(run.at, source[run.at : run.at + run.length]) for run in found.source_map]
        + [(cut.start, cut.text) for cut in found.stripped]
    )
    assert letters("".join(text for _, text in pieces)) == letters(re.sub(r"(?m)^#{1,6}\s+(?=\S)", "", source))


@given(LINES, ENDS)
def test_every_sentence_of_the_body_survives(lines: list[str], end: str) -> None:
    sentences = [line for line in lines if line.endswith((".", "?")) and len(line.split()) > 8]
    source = end.join([*lines, "The army left the town of Harra before dawn on Friday, residents said."])
    report = extract(Capture("page.txt", source.encode(), datetime(2026, 3, 1, tzinfo=UTC), "text/plain"))
    kept = re.split(r"\n+", report.text)
    assert [line for line in kept if line in sentences][: len(sentences)] == sentences


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())
