"""sayso holdings as a user says it: by whose account, on a day, as known on a day, as recorded on a day.

The reports are the sample's: an air base that changes hands in May 2024, invented from end to end.
"""

import json
import pathlib
from datetime import UTC, datetime
from functools import partial

import pytest

import sayso
from sayso.record import open_record
from tests.conftest import run_command

SAMPLE = pathlib.Path(sayso.__file__).parent / "sample" / "reports"
PAGE = pathlib.Path(__file__).parent.parent / "docs" / "holdings.md"
FIRST = ("arwan-wire.txt", "arwan-argus.txt")
LAST_TOLD = "2024-05-14"
LONG_AGO = datetime(2020, 1, 2, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    """The sample read in two goes, the first of them on a day long ago."""
    folder = tmp_path_factory.mktemp("holdings")
    place = str(folder / "record.db")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sayso.workshop.open_record", partial(open_record, now=lambda: LONG_AGO))
        _read([SAMPLE / name for name in FIRST], place)
    _read([SAMPLE], place)
    return place


def _read(inputs, place):
    code, _, beside = run_command("read", *map(str, inputs), "--record", place)
    assert code == 0, beside


@pytest.fixture
def holdings(record):
    def ask(*words):
        code, page, beside = run_command("holdings", "Tel Arwan", "--record", record, *words)
        assert code == 0, beside
        return page

    return ask


def rows(page):
    return [json.loads(line) for line in page.splitlines()]


def told(page):
    """Holder, from, to and status of each row, without what identifies them."""
    return {(row["holder_names"][0], row["from"], row["to"], row["status"]) for row in rows(page)}


def test_each_holding_names_the_voices_that_say_it_and_those_that_say_otherwise(holdings):
    page = " ".join(holdings().split())
    assert "from 2024-05-11 on: Northern Front, disputed" in page
    assert "said by Idris Fennar (for)" in page
    assert "against it army" in page
    assert "last said on 2024-05-14" in page


def test_a_day_has_those_that_may_cover_it(holdings):
    assert {row[1] for row in told(holdings("--on", "2023-01-01", "--json"))} == {"2016"}
    assert {row[1] for row in told(holdings("--on", "2024-05-13", "--json"))} == {"2024-05-11", "2024-05-12"}


def test_a_day_after_the_last_telling_is_not_for_certain(holdings):
    assert "on 2024-06-01 not for certain: last said on 2024-05-14; nothing tells of later" in holdings(
        "--on", "2024-06-01"
    )


def test_nobody_is_said_in_a_sentence(holdings):
    assert holdings("--on", "1990-01-01") == "Nobody is said to hold Tel Arwan on 1990-01-01.\n"
    page = holdings("--as-known-on", "2024-05-01")
    assert page == "Nobody is said to hold Tel Arwan as known on 2024-05-01.\n"


def test_as_known_on_the_day_last_told_is_what_is_known_now(holdings):
    assert holdings("--as-known-on", LAST_TOLD, "--json") == holdings("--json")


def test_as_known_on_an_earlier_day_takes_only_what_was_told_by_then(holdings):
    early = rows(holdings("--as-known-on", "2024-05-11", "--json"))
    assert early
    assert max(row["last_said"] for row in early) <= "2024-05-11"
    assert not any(row["from"] == "2024-05-12" for row in early)


def test_as_recorded_on_a_day_takes_only_what_this_record_held_by_then(holdings):
    assert told(holdings("--as-recorded-on", "2020-01-02", "--json")) == told(
        holdings("--as-known-on", "2024-05-11", "--json")
    )
    assert "as recorded on 2020-01-01" in holdings("--as-recorded-on", "2020-01-01")
    assert holdings("--as-recorded-on", "2999", "--json") == holdings("--json")


def test_an_undated_report_that_was_acquired_later_is_left_out_and_said_so(record, tmp_path):
    own = str(tmp_path / "record.db")
    (tmp_path / "page.txt").write_text(
        "outlet: Lake Post\nlanguage: en\n\nThe army holds Tel Arwan air base, Lake Post has learnt.\n",
        encoding="utf-8",
    )
    assert run_command("read", str(tmp_path / "page.txt"), "--record", own)[0] == 0
    code, page, beside = run_command("holdings", "Tel Arwan", "--record", own, "--as-known-on", "2024-05-14")
    assert (code, page) == (0, "Nobody is said to hold Tel Arwan as known on 2024-05-14.\n")
    assert "left out: 1 report of no date, acquired later" in beside


def test_a_day_that_is_none_is_refused_with_the_way_out(record):
    for option in ("--on", "--as-known-on", "--as-recorded-on"):
        code, _, beside = run_command("holdings", "Tel Arwan", "--record", record, option, "some day")
        assert code == 2
        assert f"{option}: 'some day' is no date; write it as 2020-05-28" in beside


def test_the_page_shows_the_intervals_that_the_command_prints(holdings):
    shown = PAGE.read_text(encoding="utf-8")
    intervals = [line.strip() for line in holdings().splitlines() if line.strip().startswith("from ")]
    assert intervals
    assert all(line in shown for line in intervals)
