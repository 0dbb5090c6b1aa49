"""The reader as shipped, on short reports written for these tests. All places and events in them are invented."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import ReaderError
from sayso.model.reading import Reading
from sayso.model.report import Flaw, FlawKind, Report
from sayso.model.schema import READINGS, batch_of_reports
from sayso.model.values.stance import ClaimType, Stance
from sayso.read import Reader, find_attributions, load_reader, read
from sayso.read.labels import STANCES, TYPES

FALL = """LOM, 3 June - Rebels seized the Tarsa air base on Friday, the army spokesman Omar Haddad said.

The governor denied that the base had fallen. "About 300 soldiers are inside," he told Lom Radio.

Satellite images of 2 June show 14 fighter jets at the base. Will the army hand it over to the rebels?

The defence ministry declined to comment."""

# claim type, stance, a word of the speaker (None: the outlet): what a careful reader finds in FALL
EXPECTED = [
    ("seize", "asserted", "Haddad"),
    ("seize", "denied", "governor"),
    ("present", "asserted", "he"),
    ("present", "asserted", "images"),
    ("hand_over", "questioned", None),
    ("silence", "asserted", None),
]


def report(text: str, **more: object) -> Report:
    return Report("r1", "invented.txt", text, **more)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def fall(reader: Reader) -> Reading:
    return reader.read_report(report(FALL))


def test_most_of_a_plain_report_is_read(fall: Reading) -> None:
    read_ = [(c.type, c.stance, c.speaker.text if c.speaker else None) for c in fall.claims]
    hits = [
        any(
            t == t2 and s == s2 and (by is None) == (who is None) and (by or "") in (who or "") for t2, s2, who in read_
        )
        for t, s, by in EXPECTED
    ]
    assert sum(hits) >= 4, read_


def test_little_is_read_that_is_not_there(fall: Reading) -> None:
    assert len(fall.claims) <= len(EXPECTED) + 3


def test_every_part_gives_back_its_words(fall: Reading) -> None:
    for claim in fall.claims:
        mentions = [r.mention for r in claim.roles] + [link.source for link in claim.chain]
        spans = [
            *claim.evidence.spans,
            *(q.span for q in claim.quantities),
            *(m for m in mentions if m.start is not None),
        ]
        assert all(FALL[s.start : s.end] == s.text for s in spans)


def test_claims_point_to_attributions_of_the_reading(fall: Reading) -> None:
    names = {attribution.id for attribution in fall.attributions}
    assert {c.said_in for c in fall.claims if c.said_in} <= names
    assert {a.within for a in fall.attributions if a.within} <= names


def test_identifiers_are_there_once(fall: Reading) -> None:
    identifiers = [x.id for x in (*fall.claims, *fall.attributions)]
    assert len(set(identifiers)) == len(identifiers)


def test_reading_twice_gives_the_same(reader: Reader, fall: Reading) -> None:
    assert reader.read_report(report(FALL)) == fall


def test_a_batch_gives_a_row_for_each_report(reader: Reader) -> None:
    batch = read(batch_of_reports([report("Omar said the rebels left Lom."), report("")]), reader=reader)
    assert batch.schema == READINGS
    assert [len(row["claims"]) > 0 for row in batch.to_pylist()] == [True, False]


def test_a_language_that_the_reader_does_not_know_gives_no_claims(reader: Reader) -> None:
    unknown = Flaw(FlawKind.UNREADABLE_LANGUAGE)
    assert reader.read_report(report(FALL, flaws=(unknown,))).claims == ()


def test_a_long_text_is_read_as_its_parts_are(reader: Reader) -> None:
    filler = "The road runs along the river and the fields lie fallow in the heat of the day. " * 40
    sentence = "Rebels seized the Tarsa air base on Friday, the army spokesman Omar Haddad said."
    found = [reader.read_report(report(f"{filler[:n]}\n\n{sentence}\n\n{filler}")) for n in (800, 1200, 1600, 2000)]
    assert all(any(c.type is ClaimType.SEIZE and c.speaker for c in reading.claims) for reading in found)


def test_no_seam_is_visible(reader: Reader) -> None:
    filler = "The road runs along the river and the fields lie fallow in the heat of the day. "
    sentence = "Rebels seized the Tarsa air base on Friday, the army spokesman Omar Haddad said."
    found = set()
    for before in range(12, 24):  # the sentence moves over the seam of two windows
        reading = reader.read_report(report(f"{filler * before}\n\n{sentence}\n\n{filler * (36 - before)}"))
        (claim,) = (c for c in reading.claims if c.trigger and c.trigger.text == "seized")
        found.add((claim.evidence.text, claim.stance, claim.speaker.text if claim.speaker else None))
    assert len(found) == 1, found


ODD = [
    "",
    "word",
    "🙂 said 🙂",
    "\x00 said \x00that\x00",
    "قال المتحدث إن القوات سيطرت على القاعدة",
    "\ud800 said",
    " \n\n ",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_read(reader: Reader, text: str) -> None:
    assert reader.read_report(report(text)).report == "r1"


def test_a_megabyte_without_a_space_is_read(reader: Reader) -> None:
    assert reader.read_report(report("€a" * 500_000)).claims == ()


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(["said", "that", "“", "”", "Omar", "denied", "\n\n", ".", "?", "rebels", "seized", "Lom", "🙂"])
    )
)
def test_spans_give_back_their_text(reader: Reader, parts: list[str]) -> None:
    text = " ".join(parts)
    for claim in reader.read_report(report(text)).claims:
        assert all(text[s.start : s.end] == s.text for s in claim.evidence.spans)


def test_attributions_for_polnear_stand_in_the_text(reader: Reader) -> None:
    found = find_attributions(FALL, reader=reader)
    assert any("Haddad" in source.text for a in found for source in a.sources)
    assert all(FALL[s.start : s.end] == s.text for a in found for s in (*a.sources, *a.cues, *a.contents))


def test_missing_weights_are_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="make model"):
        load_reader(tmp_path)


def test_the_labels_are_the_models() -> None:
    assert set(TYPES) == set(ClaimType)
    assert set(STANCES) == set(Stance)
