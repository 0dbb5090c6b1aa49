"""Entities of a dump become entries, with nothing that the dump does not say."""

from __future__ import annotations

import bz2
import gzip
import json
from pathlib import Path

import pytest

from sayso.knowledge import load_knowledge
from sayso.knowledge.imports import Imported, import_file
from sayso.knowledge.imports.tests.build import dump, item, on, points_to, put, says, time
from sayso.knowledge.tests.build import entry
from sayso.model.entity import Affiliation
from sayso.model.knowledge import Entry, EntryType, identify_entry

VELMO = item("Q900001", "Velmo", "Q3624078", P297=[says("XA")])
ARMY = item(
    "Q900002", "Army of Velmo", "Q37726", P17=[points_to("Q900001")], P571=[says(time("+1962-00-00T00:00:00Z", 9))]
)
KORR = item(
    "Q900003",
    "Ida Korr",
    "Q5",
    P27=[points_to("Q900001")],
    P569=[says(time("+1960-03-00T00:00:00Z", 10))],
    P570=[says(time("+2019-11-07T00:00:00Z", 11))],
    P241=[points_to("Q900002", P580=on("+1980-00-00T00:00:00Z", 9), P582=on("+1995-06-03T00:00:00Z", 11))],
)


def _import(folder: Path, text: str, **more: object) -> Imported:
    return import_file(put(folder / "some.json", text), into=folder / "mine", **more)  # type: ignore[arg-type]


def _entry(folder: Path, id_: str) -> Entry:
    return entry(load_knowledge(folder / "mine", shipped=False), f"wikidata-{id_}")


def test_person_body_and_state_are_taken_with_times_as_exact_as_they_are(tmp_path: Path) -> None:
    done = _import(tmp_path, dump(KORR, ARMY, VELMO))
    assert (done.kind, done.added, done.faults) == ("wikidata", 4, ())
    korr, army = _entry(tmp_path, "Q900003"), _entry(tmp_path, "Q900002")
    assert (korr.type, korr.names, korr.start, korr.end) == (EntryType.PERSON, ("Ida Korr",), "1960-03", "2019-11-07")
    assert (army.type, army.start, army.end, army.country) == (EntryType.ARMY, "1962", None, "XA")
    assert korr.source == "Wikidata Q900003 as of 2024-05-06"
    assert korr.identifiers == (("wikidata", "Q900003"),)


def test_affiliation_has_its_dates_and_its_source(tmp_path: Path) -> None:
    _import(tmp_path, dump(KORR, ARMY, VELMO))
    because = "knowledge entry wikidata-Q900003 (Wikidata Q900003 as of 2024-05-06, P241)"
    expected = Affiliation(identify_entry("wikidata-Q900002"), because, "1980", "1995-06-03", "member")
    assert _entry(tmp_path, "Q900003").affiliations == (expected,)
    assert load_knowledge(tmp_path / "mine", shipped=False).faults == ()


def test_country_is_found_wherever_in_the_dump_its_code_stands(tmp_path: Path) -> None:
    _import(tmp_path, dump(VELMO, KORR))
    assert _entry(tmp_path, "Q900003").country == "XA"


def test_country_without_a_code_in_the_dump_stays_open(tmp_path: Path) -> None:
    _import(tmp_path, dump(KORR))
    assert _entry(tmp_path, "Q900003").country is None


def test_of_two_countries_none_is_chosen_unless_one_has_ended(tmp_path: Path) -> None:
    xb = item("Q900009", "Norrland", "Q3624078", P297=[says("XB")])
    both = item("Q900010", "Ann Two", "Q5", P27=[points_to("Q900001"), points_to("Q900009")])
    former = item(
        "Q900011",
        "Bo Once",
        "Q5",
        P27=[points_to("Q900001"), points_to("Q900009", P582=on("+1990-00-00T00:00:00Z", 9))],
    )
    _import(tmp_path, dump(VELMO, xb, both, former))
    assert _entry(tmp_path, "Q900010").country is None
    assert _entry(tmp_path, "Q900011").country == "XA"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (time("+1943-11-07T00:00:00Z", 11), "1943-11-07"),
        (time("+1943-11-00T00:00:00Z", 10), "1943-11"),
        (time("+1943-00-00T00:00:00Z", 9), "1943"),
        (time("+1943-01-01T00:00:00Z", 9), "1943"),
        (time("+1940-00-00T00:00:00Z", 8), "194X"),
        (time("+1900-00-00T00:00:00Z", 7), None),
        (time("-0044-03-15T00:00:00Z", 11), None),
        (time("+1917-11-07T00:00:00Z", 11, calendar="Q1985786"), "1917"),
    ],
)
def test_precision_is_kept_and_never_made_up(value: dict[str, object], expected: str | None, tmp_path: Path) -> None:
    _import(tmp_path, dump(item("Q900020", "Ann Day", "Q5", P569=[says(value)])))
    assert _entry(tmp_path, "Q900020").start == expected


def test_births_that_differ_agree_on_their_year_or_on_nothing(tmp_path: Path) -> None:
    near = [says(time("+1943-11-07T00:00:00Z")), says(time("+1943-02-00T00:00:00Z", 10))]
    far = [says(time("+1943-11-07T00:00:00Z")), says(time("+1944-11-07T00:00:00Z"))]
    preferred = [*far, says(time("+1945-00-00T00:00:00Z", 9), rank="preferred")]
    people = [item(f"Q90003{i}", f"Ann {i}", "Q5", P569=given) for i, given in enumerate((near, far, preferred))]
    _import(tmp_path, dump(*people))
    assert [_entry(tmp_path, f"Q90003{i}").start for i in range(3)] == ["1943", None, "1945"]


def test_about_is_kept(tmp_path: Path) -> None:
    circa = {"snaktype": "value", "datavalue": {"value": {"id": "Q5727902"}}}
    _import(tmp_path, dump(item("Q900021", "Ann", "Q5", P569=[says(time("+1943-00-00T00:00:00Z", 9), P1480=circa)])))
    assert _entry(tmp_path, "Q900021").start == "1943~"


def test_labels_and_aliases_of_all_scripts_are_names_each_once(tmp_path: Path) -> None:
    korr = {**KORR, "labels": {"ar": {"value": "إيدا كور"}, "de": {"value": "Ida Korr"}, "en": {"value": "Ida Korr"}}}
    korr["aliases"] = {"en": [{"value": "I. Korr|the elder"}, {"value": "IDA KORR"}], "uk": [{"value": "Іда Корр"}]}
    _import(tmp_path, dump(korr))
    assert _entry(tmp_path, "Q900003").names == ("Ida Korr", "إيدا كور", "I. Korr|the elder", "Іда Корр")


def test_names_that_no_file_can_hold_are_mended_or_passed_over(tmp_path: Path) -> None:
    odd = {**KORR, "aliases": {"en": [{"value": "Ida\u0000\nKorr \ud800II"}, {"value": "…"}, {"value": "X" * 10_000}]}}
    put(tmp_path / "some.json", json.dumps(odd))
    import_file(tmp_path / "some.json", into=tmp_path / "mine")
    assert _entry(tmp_path, "Q900003").names == ("Ida Korr", "Ida Korr II")


def test_deprecated_statements_and_unknown_values_are_passed_over(tmp_path: Path) -> None:
    unknown = {"mainsnak": {"snaktype": "somevalue"}, "rank": "normal"}
    wrong = points_to("Q900002", rank="deprecated")
    _import(tmp_path, dump(ARMY, item("Q900022", "Ann", "Q5", P569=[unknown], P241=[wrong, unknown])))
    found = _entry(tmp_path, "Q900022")
    assert (found.start, found.affiliations) == (None, ())


def test_a_body_of_no_known_class_is_not_taken(tmp_path: Path) -> None:
    assert _import(tmp_path, dump(KORR, item("Q900023", "A hill", "Q54050"))).added == 1


def test_that_a_state_is_a_member_of_a_body_does_not_say_that_it_speaks_for_it(tmp_path: Path) -> None:
    union = item("Q900024", "Union of the Coast", "Q245065")
    _import(tmp_path, dump({**VELMO, "claims": {**VELMO["claims"], "P463": [points_to("Q900024")]}}, union))
    assert _entry(tmp_path, "Q900001").affiliations == ()


def test_affiliation_to_what_is_not_taken_is_said_and_left_out(tmp_path: Path) -> None:
    done = _import(tmp_path, dump(KORR))
    assert done.said == ("1 affiliations lead to what is not taken, and are left out",)
    assert load_knowledge(tmp_path / "mine", shipped=False).faults == ()


def test_affiliation_before_birth_is_a_fault_of_the_line(tmp_path: Path) -> None:
    early = points_to("Q900002", P580=on("+1950-00-00T00:00:00Z", 9))
    done = _import(tmp_path, dump(ARMY, {**KORR, "claims": {**KORR["claims"], "P241": [early]}}))
    (fault,) = done.faults
    assert (fault.line, "before the birth in 1960-03" in fault.message) == (3, True)
    assert done.added == 2


def test_only_the_countries_asked_for_are_taken(tmp_path: Path) -> None:
    other = item("Q900030", "Norrland", "Q3624078", P297=[says("XB")])
    done = _import(tmp_path, dump(VELMO, ARMY, other), countries=["XB"])
    assert done.added == 1
    assert _entry(tmp_path, "Q900030").country == "XB"
    assert done.said == ("2 are of other countries, or of none that the file says",)


def test_what_is_known_already_stays_and_links_lead_to_it(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    row = "- {id: velmo-army, type: army, names: [Velmo's Army], identifiers: {wikidata: Q900002}, source: Gazette 1}\n"
    put(tmp_path / "mine" / "own.yaml", row)
    done = _import(tmp_path, dump(KORR, ARMY, VELMO))
    assert "1 are known already under another id, and stay as they are" in done.said
    known = load_knowledge(tmp_path / "mine", shipped=False)
    assert identify_entry("wikidata-Q900002") not in known.entries
    (tie,) = _entry(tmp_path, "Q900003").affiliations
    assert tie.of == identify_entry("velmo-army")


@pytest.mark.parametrize(
    ("line", "says_"),
    [
        ("{broken", "is no JSON"),
        ("17", "is built otherwise"),
        ('{"type": "item", "id": 7}', "is built otherwise"),
        ('{"type": "item", "id": "P31x"}', "is no item's number"),
        (
            '{"type": "item", "id": "Q1", "claims": {"P31": [{"mainsnak": {"snaktype": "value"}}]}}',
            "is built otherwise",
        ),
        ('{"type": "item", "id": "Q1", "claims": {"P31": "Q5"}}', "is built otherwise"),
        ("[" * 100_000, "nested too deep"),
    ],
)
def test_a_bad_line_is_a_fault_with_its_number_and_the_rest_is_taken(line: str, says_: str, tmp_path: Path) -> None:
    text = "[\n" + json.dumps(VELMO) + ",\n" + line + ",\n" + json.dumps(ARMY) + "\n]\n"
    done = _import(tmp_path, text, kind="wikidata")
    (fault,) = done.faults
    assert (fault.file, fault.line) == (str(tmp_path / "some.json"), 3)
    assert says_ in fault.message
    assert done.added == 2


def test_packed_dumps_are_unpacked_on_the_way_whatever_their_name(tmp_path: Path) -> None:
    data = dump(KORR, ARMY, VELMO).encode()
    for name, packed in (("a.json", gzip.compress(data)), ("b", bz2.compress(data))):
        (tmp_path / name).write_bytes(packed)
        assert import_file(tmp_path / name, into=tmp_path / f"mine-{name}").added == 4


def test_an_archive_that_breaks_off_gives_what_stands_before(tmp_path: Path) -> None:
    people = [item(f"Q91{i:04}", f"Ann {i} {hash(str(i))}", "Q5") for i in range(3000)]
    packed = gzip.compress(dump(*people).encode())
    (tmp_path / "cut.gz").write_bytes(packed[: len(packed) // 2])
    done = import_file(tmp_path / "cut.gz", into=tmp_path / "mine")
    assert 0 < done.added < 3000
    assert "breaks off" in done.faults[-1].message


def test_a_single_entity_as_its_address_serves_it_is_taken_too(tmp_path: Path) -> None:
    assert _import(tmp_path, json.dumps({"entities": {"Q900001": VELMO}})).added == 1
