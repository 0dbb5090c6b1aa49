"""What persons decide of known things: said before it changes, signed, and gone without a trace when taken back."""

import json
import pathlib
import re
import shlex
import shutil
from functools import cache

import pytest
import typer
import yaml
from typer.testing import CliRunner

import sayso.cli
from tests.conftest import run_command

CASES = sorted((pathlib.Path(__file__).parent / "golden" / "know").glob("*.yaml"))
KNOW = typer.main.get_command(sayso.cli.application()).commands["know"]
WHY = ("--because", "so says the register")


class Desk:
    """A case read into a record of its own, and what a person says to it."""

    def __init__(self, case, say, read_once):
        self.case = yaml.safe_load(case.read_text(encoding="utf-8"))
        self.say = say
        shutil.copytree(read_once(case), ".", dirs_exist_ok=True)
        for words in filter(None, [self.case.get("known"), self.case.get("and")]):
            self.know(*words, *WHY, "--yes")

    def know(self, *words):
        code, page, beside = self.say("know", *words)
        assert code == 0, beside
        return " ".join(page.split()), beside

    def rows(self):
        assert self.say("export", "jsonl", "--output", "out.jsonl")[0] == 0
        return pathlib.Path("out.jsonl").read_text(encoding="utf-8")

    def voices(self):
        rows = map(json.loads, self.rows().splitlines())
        return max(len(row["voices"]) for row in rows if row["kind"] == "event")

    def decide(self, *more):
        return self.know(*self.case["decide"], *WHY, *more)


@pytest.fixture(scope="module")
def read_once(tmp_path_factory):
    """The folder of a case, its reports read into a record there; made once."""

    @cache
    def read(case):
        folder = tmp_path_factory.mktemp(case.stem)
        (folder / "reports").mkdir()
        for name, text in yaml.safe_load(case.read_text(encoding="utf-8"))["reports"].items():
            (folder / "reports" / name).write_text(text, encoding="utf-8")
        assert run_command("read", str(folder / "reports"), "--record", str(folder / "record.db"))[0] == 0
        return folder

    return read


@pytest.fixture(params=CASES, ids=lambda case: case.stem)
def desk(request, say, read_once):
    return Desk(request.param, say, read_once)


@pytest.fixture
def activists(say, read_once):
    return Desk(CASES[0], say, read_once)


def undo_of(beside):
    return re.search(r"sayso undo (d\w+)", beside)[1]


def test_a_decision_says_what_it_would_change_and_a_dry_run_changes_nothing(desk):
    before = desk.rows()
    page, beside = desk.decide("--dry-run")
    for line in desk.case["foreseen"]:
        assert line in page
    assert "nothing was changed" in beside
    assert desk.rows() == before


def test_a_decision_changes_the_count_of_voices_and_its_undo_restores_every_row(desk):
    before, counts = desk.rows(), desk.case["voices"]
    assert desk.voices() == counts["before"]
    _, beside = desk.decide("--yes")
    assert desk.voices() == counts["after"]
    desk.know("undo", undo_of(beside), "--yes")
    assert desk.voices() == counts["before"]
    assert desk.rows() == before


def test_an_undo_can_be_undone(desk):
    _, beside = desk.decide("--yes")
    after = desk.rows()
    _, beside = desk.know("undo", undo_of(beside), "--yes")
    desk.know("undo", undo_of(beside), "--yes")
    assert desk.rows() == after


def test_what_is_taken_back_already_says_how_it_comes_back(activists):
    _, beside = activists.decide("--yes")
    made = undo_of(beside)
    back = undo_of(activists.know("undo", made, "--yes")[1])
    code, _, beside = activists.say("undo", made, "--yes")
    assert (code, f"'sayso undo {back}' brings it back" in beside) == (2, True)


def test_what_was_decided_holds_for_reports_that_come_later(desk):
    desk.decide("--yes")
    expected = desk.voices()
    pathlib.Path("later.txt").write_text("outlet: C Post\nlanguage: en\n\nIt rained all day.\n", encoding="utf-8")
    assert desk.say("read", "later.txt")[0] == 0
    assert desk.voices() == expected


def test_without_a_terminal_nothing_is_done_unasked(activists):
    before = activists.rows()
    code, _, beside = activists.say("know", *activists.case["decide"], *WHY)
    assert (code, "say --yes" in beside) == (2, True)
    assert activists.rows() == before


def test_status_tells_who_decided_what_and_why_and_what_was_taken_back(activists):
    _, beside = activists.decide("--yes")
    page = " ".join(activists.say("status")[1].split())
    assert "“Odo Kell” and “Odd Kjell” are one, by Amal on" in page
    assert "so says the register" in page
    activists.know("undo", undo_of(beside), "--yes")
    assert "(taken back)" in activists.say("status")[1]


def test_a_decision_that_finds_nothing_any_more_is_told_and_kept(activists):
    _, beside = activists.know("add", "Jan Kell", "--type", "person", "--source", "x", *WHY, "--yes")
    activists.know("merge", "jan-kell", "Odo Kell", *WHY, "--yes")
    assert "finds nothing" not in activists.say("status")[1]
    activists.know("undo", undo_of(beside), "--yes")
    page = " ".join(activists.say("status")[1].split())
    assert "finds nothing: 'jan-kell': neither known nor named in the record" in page
    assert activists.voices() == 3


def test_other_knowledge_makes_the_record_stale_until_the_next_command(activists, monkeypatch):
    activists.rows()
    assert "stale" not in activists.say("status")[1]
    pathlib.Path("mine").mkdir()
    entry = "- {id: odo-kell, type: person, names: [Odo Kell, Odd Kjell], source: the register}\n"
    pathlib.Path("mine", "people.yaml").write_text(entry, encoding="utf-8")
    monkeypatch.setenv("SAYSO_KNOWLEDGE", "mine")
    assert "stale" in activists.say("status")[1]
    assert "deriving the record anew" in activists.say("brief", "Tar")[2]
    assert "stale" not in activists.say("status")[1]
    assert activists.voices() == 2


def test_another_release_makes_the_record_stale(activists, monkeypatch):
    monkeypatch.setattr("sayso.pipeline.deriving.__version__", "99.0")
    assert "stale" in activists.say("status")[1]


def test_show_tells_an_entry_its_source_and_what_rests_on_it(activists):
    activists.know("add", "Amber Column", "--type", "armed_group", "--source", "the register, p. 3", *WHY, "--yes")
    page, _ = activists.know("show", "amber-column")
    for words in ("armed group", "the register, p. 3", "decision d", "named there", "1 event, 1 holding"):
        assert words in page


def test_events_and_holdings_name_the_entries_they_rest_on(activists):
    activists.know("add", "Amber Column", "--type", "armed_group", "--source", "unchecked", *WHY, "--yes")
    rows = list(map(json.loads, activists.rows().splitlines()))
    (entity,) = [row["id"] for row in rows if row["kind"] == "entity" and "Amber Column" in row["names"]]
    assert all(entity in row["knowledge"] for row in rows if row["kind"] in ("event", "holding"))
    (event,) = [row["id"] for row in rows if row["kind"] == "event"]
    assert "Amber Column [amber-column]: unchecked (decision d" in " ".join(activists.say("why", event)[1].split())


BENGHAZI = """outlet: Sahel Post
published: 2031-03-03
language: en

Troops arrived in Benghazi on Sunday, the mayor of Benghazi, Lia Moss, said. Libya is large.
"""


def test_a_place_that_a_person_says_it_is_not_is_taken_off_and_comes_back(say):
    pathlib.Path("post.txt").write_text(BENGHAZI, encoding="utf-8")
    assert say("read", "post.txt")[0] == 0
    there = locations(say)
    (place,) = {each["place"] for each in there if each and each["name"] == "Benghazi"}
    assert "give the place's name" in say("know", "merge", "Benghazi", place, *WHY)[2]
    code, _, beside = say("know", "split", "Benghazi", place, *WHY, "--yes")
    assert code == 0, beside
    assert place not in {each["place"] for each in locations(say) if each}
    assert "finds nothing" not in say("status")[1]
    assert say("know", "undo", undo_of(beside), "--yes")[0] == 0
    assert locations(say) == there


def locations(say):
    assert say("export", "jsonl", "--output", "out.jsonl")[0] == 0
    rows = map(json.loads, pathlib.Path("out.jsonl").read_text(encoding="utf-8").splitlines())
    return [row["location"] for row in rows if row["kind"] == "entity"]


def test_find_tells_why_a_name_may_be_meant(activists):
    page, _ = activists.know("find", "Oddo Kell")
    assert "Odo Kell" in page
    assert "spellings" in page


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["merge", "Nobody Atall", "Odo Kell", *WHY], "'Nobody Atall' is neither known nor named in this record"),
        (["merge", "Odo Kell", "odo kell", *WHY], "the same words for one thing"),
        (["split", "Odo Kell", "Odo Kell", *WHY], "the same words for one thing"),
        (["merge", "Odo Kell", "Odd Kjell"], "say why with --because"),
        (["merge", "Odo Kell", "Odd Kjell", "--because", " "], "say why with --because"),
        (["merge", "Odo Kell", " ", *WHY], "' ' is no name"),
        (["add", "Ida Korr", "--type", "wizard", "--source", "x", *WHY], "'wizard' is no type; choose one of state"),
        (["add", "Ida Korr", "--type", "person", *WHY], "say with --source where it is from"),
        (["add", "Ida Korr", "--source", "x", *WHY], "'Ida Korr' is no entry yet; give --type"),
        (["add", "Ida Korr", "--type", "person", "--source", "x", "--from", "soon", *WHY], "'soon' is no date"),
        (["add", "Ida Korr", "--type", "person", "--source", "x", "--speaks-for", "Nix", *WHY], "no entry 'Nix'"),
        (["add", "Ida Korr", "--type", "person", "--source", "x", "--as", "head", *WHY], "needs --speaks-for"),
        (["add", "x" * 10_000, "--type", "person", "--source", "x", *WHY], "10,000 characters"),
        (["find", "x" * 10_000], "10,000 characters"),
        (["add", "Ida Korr", "--type", "person", "--source", "x", "--country", "Velia", *WHY], "no country code"),
        (["add", "Ida Korr", "--type", "person", "--source", "x", "--id", "Ida Korr", *WHY], "such as ida-korr"),
        (["show", "Qqqq Xxxx"], "neither known nor named in this record; nothing is like it"),
        (["merge", "Oddo Kell", "Lia Moss", *WHY], "like it are e"),
        (["undo", "d404"], "no such decision"),
    ],
)
def test_what_cannot_be_decided_is_refused_in_one_sentence(activists, words, says):
    code, _, beside = activists.say("know", *words)
    assert code in (2, 4)
    assert says in beside
    assert "Traceback" not in beside


def test_a_name_that_several_bear_is_refused_with_all_of_them(activists):
    for id_ in ("kell-elder", "kell-younger"):
        activists.know("add", "Jan Kell", "--type", "person", "--source", "x", "--id", id_, *WHY, "--yes")
    code, _, beside = activists.say("know", "merge", "Jan Kell", "Odo Kell", *WHY, "--yes")
    assert code == 2
    assert "names 2 entries; say which by its id: kell-elder" in beside


def test_a_faulty_knowledge_file_is_told_with_its_line(say, monkeypatch):
    pathlib.Path("mine").mkdir()
    pathlib.Path("mine", "bad.yaml").write_text("- {id: a, type: wizard, names: [A], source: x}\n", encoding="utf-8")
    monkeypatch.setenv("SAYSO_KNOWLEDGE", "mine")
    code, page, _ = say("know", "check")
    assert code == 1
    assert "bad.yaml, line 1" in page


AIRPORTS = """id,ident,type,name,latitude_deg,longitude_deg,elevation_ft,continent,iso_country,iso_region
1,XA01,small_airport,Sarn Airfield,1.5,2.5,10,AF,LY,LY-XX
"""


def test_an_import_says_what_it_took_and_the_second_takes_nothing(say):
    pathlib.Path("airports.csv").write_text(AIRPORTS, encoding="utf-8")
    assert "1 added" in say("know", "import", "airports.csv", "--into", "mine")[2]
    code, _, beside = say("know", "import", "airports.csv", "--into", "mine")
    assert (code, "0 added, 0 updated, 1 unchanged" in beside) == (0, True)


def test_an_import_into_nowhere_is_refused(say):
    pathlib.Path("airports.csv").write_text(AIRPORTS, encoding="utf-8")
    code, _, beside = say("know", "import", "airports.csv")
    assert (code, "SAYSO_KNOWLEDGE" in beside) == (2, True)


@pytest.mark.parametrize("name", sorted(KNOW.commands))
def test_every_know_command_has_help_with_an_example_that_parses(name):
    page = CliRunner().invoke(sayso.cli.application(), ["know", name, "--help"], env={"COLUMNS": "200"}).stdout
    example = page.partition("Example: sayso ")[2].splitlines()[0].strip(" │")
    words = shlex.split(example)
    command = KNOW.commands[words[1]] if words[0] == "know" else KNOW.commands[words[0]]
    command.make_context(name, words[words.index(name) + 1 :], resilient_parsing=False)
