"""Rows and records are two forms of one thing."""

import pathlib

import pyarrow as pa
import pytest

from sayso.model.attribution import Attribution
from sayso.model.claim import Certainty, Claim, Link, Mention, Quantity, RoleFiller, When
from sayso.model.reading import ReaderIdentity, Reading
from sayso.model.report import Flaw, FlawKind, Published, PublishedBasis, Report
from sayso.model.rows import claim_from_row, report_from_row, row_of_attribution, row_of_claim, row_of_report
from sayso.model.schema import (
    ATTRIBUTION,
    CLAIM,
    READINGS,
    REPORT,
    REPORTS,
    batch_of_readings,
    batch_of_reports,
    batch_of_written,
    caption_schema,
    readings_from_batch,
    write_reading,
)
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import Basis, ClaimType, Role, Stance

TEXT = "About 300 lorries reached Sarn on Friday without a shot, Ada Moor told the Post. He had previously asked that"
READER = ReaderIdentity("native", "1", "abc")


def span(words):
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


REPORT_READ = Report(
    id="r1",
    address="post.txt",
    text=TEXT,
    title="Lorries at Sarn",
    outlet="Sahel Post",
    published=Published("2024-05-11", PublishedBasis.HEADER),
    language="en",
    sections=("Home", "World"),
    sha256="00",
    flaws=(Flaw(FlawKind.TRUNCATED, span("He had previously asked that")), Flaw(FlawKind.CUT_SHORT)),
    headings=(span("About"),),
)
CLAIM_READ = Claim(
    id="c1",
    report="r1",
    version=REPORT_READ.version,
    type=ClaimType.DEPLOY,
    stance=Stance.ASSERTED,
    evidence=Evidence((span("About 300 lorries reached Sarn"), span("without a shot"))),
    trigger=span("reached"),
    roles=(RoleFiller(Role.OBJECT, Mention.at(span("About 300 lorries"))),),
    when=When(span("on Friday"), "2024-05-10", "published"),
    quantities=(Quantity(span("About 300 lorries"), 270, 300, 330, True, "vehicle", Role.OBJECT),),
    manner=span("without a shot"),
    basis=Basis.TOLD,
    said_in="t1",
    chain=(
        Link(Mention("Ada Moor", 57, 65, "e1", ("Ada Moor",)), span("told"), "told the Post"),
        Link(Mention("Sahel Post")),
    ),
    reader="native 1",
    confidence=0.9,
    certainty=Certainty(0.95, 0.97, 0.98),
)
ATTRIBUTION_READ = Attribution(
    "t1", "r1", (span("Ada Moor"),), (span("told"),), CLAIM_READ.evidence.spans, antecedent=span("told")
)
READING = Reading("r1", REPORT_READ.version, READER, (ATTRIBUTION_READ,), (CLAIM_READ,))


def test_a_claim_comes_back_from_its_row_unchanged():
    assert claim_from_row(row_of_claim(CLAIM_READ), version=REPORT_READ.version, text=TEXT) == CLAIM_READ


def test_a_report_comes_back_from_its_row_unchanged():
    assert report_from_row(row_of_report(REPORT_READ)) == REPORT_READ


def test_a_reading_comes_back_from_arrow_unchanged():
    assert readings_from_batch(batch_of_readings([READING]), reports=[REPORT_READ], reader=READER) == (READING,)


def test_a_reading_in_parts_is_written_as_the_whole_is():
    parts = [Reading("r1", "v", READER, (), (CLAIM_READ,)), Reading("r1", "v", READER, (ATTRIBUTION_READ,), ())]
    whole = Reading("r1", "v", READER, (ATTRIBUTION_READ,), (CLAIM_READ,))
    assert batch_of_written([write_reading(parts)]) == batch_of_readings([whole])


def test_rows_of_readings_stay_apart():
    many = [Reading("r1", "v", READER, (), (CLAIM_READ,) * count) for count in (0, 1001, 0, 2)]
    assert [len(row["claims"]) for row in batch_of_readings(many).to_pylist()] == [0, 1001, 0, 2]
    assert batch_of_readings([]).num_rows == 0


def test_reports_go_into_arrow_and_come_back_as_the_same_rows():
    assert batch_of_reports([REPORT_READ]).to_pylist() == [row_of_report(REPORT_READ)]


@pytest.mark.parametrize(
    ("struct", "row"),
    [
        (REPORT, row_of_report(REPORT_READ)),
        (ATTRIBUTION, row_of_attribution(ATTRIBUTION_READ)),
        (CLAIM, row_of_claim(CLAIM_READ)),
    ],
    ids=["report", "attribution", "claim"],
)
def test_the_arrow_schema_and_the_json_lines_have_the_same_keys_all_the_way_down(struct, row):
    assert _keys(struct) == _keys_of_row(row)


def test_the_manual_prints_the_schema_that_readers_take_and_give():
    page = pathlib.Path(__file__).parents[3] / "docs" / "formats.md"
    printed = page.read_text(encoding="utf-8")
    assert f"```\n{caption_schema(REPORTS)}\n```" in printed
    assert f"```\n{caption_schema(READINGS)}\n```" in printed


def _keys(kind):
    while pa.types.is_list(kind):
        kind = kind.value_type
    return {field.name: _keys(field.type) for field in kind} if pa.types.is_struct(kind) else None


def _keys_of_row(value):
    while isinstance(value, list):
        value = value[0] if value else None
    return {key: _keys_of_row(inner) for key, inner in value.items()} if isinstance(value, dict) else None
