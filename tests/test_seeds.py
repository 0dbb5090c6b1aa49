"""The two reports that Sayso began with: what their brief must let a reader see, with sources."""

import json

import pytest
from typer.testing import CliRunner

import sayso.cli

SPEAKERS = [
    "Ahmed Mesmary",
    "Mohamed Manfur",
    "Mohamed Sowane",
    "Misrata political block",
    "local and military sources",
    "Bushra agency",
    "Faraj Dardour",
    "Ali Abuzayd",
    "Mohamed Ghemim",
    "Abdullah Al-Kabeer",
    "Pentagon report",
    "satellite images",
]
MUST_SHOW = [
    "handed over to Haftar without a fight",
    "after fierce fighting",
    "handing Haftar the base of Al-Jufra to the Russians",
    "intending to hand over the Al-Jufra base to Russia",
    "14 Russian fighters",
    "images of the Al-Jufra base on May 23",
    "MiG-23 and MiG-29 aircraft",
    "about 300 vehicles",
    "the base of Alkhadim",
    "to be executed soon in the north and north-west of Al-Jufra",
    "Al-Jufra is a gathering point",
    "no local or international reactions",
    "After handing the base Alkhadim to the UAE … Haftar hands over the base of Al-Jufra to Russia.” (Arraed) "
    "does not give its date",
    "“Haftar controlled Al-Jufra .. what is next?” (LibyaProspect) does not give its date",
    "a translation of a report of Al-Araby Al-Jadeed",
    "breaks off at “Haftar had previously requested that",
]


@pytest.fixture(scope="module")
def read_seeds(shared, tmp_path_factory):
    record = str(tmp_path_factory.mktemp("seeds") / "record.db")
    seeds = str(shared / "affairs" / "seeds" / "reports")
    done = CliRunner().invoke(sayso.cli.application(), ["read", seeds, "--record", record, "--json"])
    assert done.exit_code == 0, done.output
    page = CliRunner().invoke(sayso.cli.application(), ["brief", "Al-Jufra", "--record", record]).stdout
    return [json.loads(line) for line in done.stdout.splitlines()], " ".join(page.split())


@pytest.mark.parametrize("name", SPEAKERS)
def test_every_speaker_is_found_and_by_the_full_name(read_seeds, name):
    rows, _ = read_seeds
    heard = {
        form
        for row in rows
        if row["kind"] == "claim"
        for link in row["chain"][:-1]
        for form in (link["source"]["text"], *link["source"]["names"])
    }
    assert any(name.casefold() in form.casefold() for form in heard), heard


@pytest.mark.parametrize("words", MUST_SHOW)
def test_the_brief_shows(read_seeds, words):
    _, page = read_seeds
    assert words in page


def test_no_day_is_invented_for_pages_without_a_date(read_seeds):
    rows, _ = read_seeds
    assert {row["published"] for row in rows if row["kind"] == "report" and row["held"]} == {None}
    assert not [row for row in rows if row["kind"] == "claim" and row["when"] and row["when"]["edtf"]]


def test_the_translated_report_is_known_as_unheld(read_seeds):
    rows, _ = read_seeds
    unheld = [row for row in rows if row["kind"] == "report" and not row["held"]]
    assert [row["outlet"] for row in unheld if "Araby" in row["outlet"]]
    origins = {row["id"] for row in unheld}
    assert [
        row for row in rows if row["kind"] == "lineage" and row["of"] in origins and row["relation"] == "translation"
    ]


def test_no_furniture_of_the_page_is_in_the_text(read_seeds):
    rows, _ = read_seeds
    texts = " ".join(row["text"] for row in rows if row["kind"] == "report")
    assert "Leave your vote" not in texts
    assert "Forgot password" not in texts
    assert "Check Also" not in texts
