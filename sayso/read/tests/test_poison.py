"""Poisonous reports: each has an outcome in seconds, and none costs another report a claim. All texts are invented."""

import pyarrow as pa
import pytest

from sayso.model.report import Report
from sayso.model.schema import batch_of_readings, batch_of_reports
from sayso.read import Reader, read
from sayso.read.words import split_words

GOOD = (
    "Rebels seized the Tarsa air base on Friday, the army spokesman Omar Haddad said.",
    "The governor denied that the base had fallen.",
)
POISON = {
    "null bytes": "Omar said \x00" + "\x00 " * 100_000 + "that rebels left.",
    "a megabyte without a space": "€a" * 500_000,
    "a million quotation marks": '"' * 1_000_000,
    "quotation marks and spaces": '" ' * 500_000,
    "curly quotation marks that never close": "“" * 300_000 + " he said",
    "underscores": "_ " * 200_000,
    "emoji alone": "🙂 " * 100_000,
    "line breaks alone": "\n" * 200_000,
    "marks that join to nothing": "a" + "\u0301" * 500_000,
    "writing directions": "\u202e\u202d" * 200_000,
}


def report(name: str, text: str) -> Report:
    return Report(name, f"{name}.txt", text)


@pytest.mark.parametrize("name", POISON)
def test_poison_is_few_words(name: str) -> None:
    assert len(split_words(POISON[name])) < 20  # word by word, a million of them would be read for minutes


def test_a_batch_with_poison_gives_every_other_report_its_claims(reader: Reader) -> None:
    good = [report(f"good {n}", text) for n, text in enumerate(GOOD)]
    poison = [report(name, text) for name, text in POISON.items()]
    alone = [row["claims"] for row in read(batch_of_reports(good), reader=reader).to_pylist()]
    mixed = read(batch_of_reports([good[0], *poison, good[1]]), reader=reader).to_pylist()
    assert all(alone)
    assert [mixed[0]["claims"], mixed[-1]["claims"]] == alone
    assert [row["report"] for row in mixed[1:-1]] == list(POISON)


def test_reading_on_one_core_and_on_several_gives_the_same(reader: Reader) -> None:
    batch = batch_of_reports([report(f"report {n}", text) for n, text in enumerate(GOOD * 3)])
    assert read(batch, reader=reader, threads=1) == read(batch, reader=reader, threads=3)


HALF = "Omar Haddad said \ud800 that rebels seized the Tarsa air base \udfff on Friday."


@pytest.mark.parametrize("text", [HALF, "\udcff" * 1000])
def test_halves_of_characters_are_read_over(reader: Reader, text: str) -> None:
    reading = reader.read_report(report("halves", text))
    (row,) = batch_of_readings([reading]).to_pylist()
    assert [claim["id"] for claim in row["claims"]] == [claim.id for claim in reading.claims]
    written = [len(claim["evidence"]["text"]) for claim in row["claims"]]
    assert written == [len(claim.evidence.text) for claim in reading.claims]


def test_a_text_in_a_batch_that_is_no_text_costs_no_other_report_a_claim(reader: Reader) -> None:
    good = batch_of_reports([report("good", GOOD[0]), report("halves", GOOD[0]), report("empty", "")])
    at = good.schema.get_field_index("text")
    raw = [GOOD[0].encode(), HALF.encode("utf-8", "surrogatepass"), b""]
    texts = pa.array(raw, pa.binary()).view(pa.string())  # what another program may hand over
    rows = read(good.set_column(at, good.schema.field(at), texts), reader=reader).to_pylist()
    assert [len(row["claims"]) > 0 for row in rows] == [True, True, False]
    assert rows[0] == read(good, reader=reader).to_pylist()[0]
