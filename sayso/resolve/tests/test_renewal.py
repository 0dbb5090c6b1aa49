"""A process that begins knows reports from what they brought before, and gives what resolving all of them gives."""

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace

import pytest

from sayso.model.entity import Entity
from sayso.model.knowledge import Knowledge
from sayso.model.memory import Memory
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.resolve import Source, renewal, resolve_changed
from sayso.resolve.tests.test_understanding import ELSEWHERE, NAMED, Readings, resolve_anew, tell, tell_all

NOTHING = Knowledge()
SAME = Knowledge(digest="one", same=frozenset({frozenset({"Ansel Fennar", "Jon Korr"})}))
APART = Knowledge(digest="two", apart=frozenset({frozenset({"Ansel Fennar", "Fennar"})}))


@dataclass
class Desk:
    """Resolutions that stand and what is remembered, from process to process; `loaded` are those asked for last."""

    memory: Memory = field(default_factory=Memory)
    standing: dict[str, Resolution] = field(default_factory=dict)
    loaded: list[str] = field(default_factory=list)

    def follow(self, readings: Readings, knowledge: Knowledge = NOTHING) -> tuple[Resolution, ...]:
        """What stands after a new process has looked at these."""
        renewal._BROUGHT.clear()
        renewal._JOINED.clear()
        self.loaded = []
        sources = [Source(replace(report, text=""), repr((report, report.text, read))) for report, read in readings]

        def load(reports: Collection[str]) -> list[tuple[Report, Reading]]:
            self.loaded += reports
            return [each for each in readings if each[0].id in reports]

        renewed = resolve_changed(sources, load, self.find, memory=self.memory, knowledge=knowledge)
        self.memory = renewed.memory
        known = self.standing | {each.report.id: each for each in renewed.resolutions}
        self.standing = {report.id: known[report.id] for report, _ in readings}
        return tuple(self.standing.values())

    def find(self, reports: Collection[str]) -> dict[str, tuple[Entity, ...]]:
        """The entities of what stands."""
        return {id_: self.standing[id_].entities for id_ in reports if id_ in self.standing}


def hold(desk: Desk, readings: Readings, knowledge: Knowledge = NOTHING) -> list[str]:
    """The reports that were loaded, if what is left is what resolving all of them gives."""
    followed, loaded = desk.follow(readings, knowledge), desk.loaded
    assert followed == resolve_anew(readings, knowledge)
    return loaded


def ids_of(readings: Readings) -> list[str]:
    return [report.id for report, _ in readings]


def test_where_nothing_changed_nothing_is_loaded() -> None:
    desk = Desk()
    assert hold(desk, tell_all()) == ids_of(tell_all())
    assert hold(desk, tell_all()) == []


def test_a_report_that_changed_is_loaded_alone() -> None:
    desk = Desk()
    hold(desk, tell_all())
    changed = [(replace(where, title="A new title"), reading) for where, reading in tell_all()[:1]]
    assert hold(desk, [*changed, *tell_all()[1:]]) == ids_of(changed)


def test_names_are_not_joined_again_where_all_bring_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk()
    hold(desk, tell_all())
    monkeypatch.setattr(renewal, "join", None)  # would fail if it were called
    changed = [(replace(where, title="A new title"), reading) for where, reading in tell_all()[:1]]
    desk.follow([*changed, *tell_all()[1:]])
    assert desk.standing[changed[0][0].id].report.title == "A new title"


def test_who_is_named_otherwise_by_another_report_is_loaded_too() -> None:
    desk, (full, short, army) = Desk(), tell_all()
    hold(desk, [short, army])
    assert hold(desk, [full, short, army]) == ids_of([full, short])
    assert hold(desk, [short, army]) == ids_of([short])


def test_an_outlet_that_nobody_asks_for_loads_nobody_else() -> None:
    desk = Desk()
    hold(desk, tell_all())
    assert hold(desk, [*tell_all(), ELSEWHERE]) == ids_of([ELSEWHERE])
    assert hold(desk, tell_all()) == []


def test_an_outlet_that_a_report_asks_for_loads_that_report() -> None:
    desk = Desk()
    hold(desk, tell_all())
    assert set(hold(desk, [*tell_all(), NAMED])) == set(ids_of([NAMED, tell_all()[1]]))
    assert hold(desk, tell_all()) == ids_of(tell_all()[1:2])


@pytest.mark.parametrize("knowledge", [SAME, APART])
def test_what_is_decided_of_names_is_followed_there_and_back(knowledge: Knowledge) -> None:
    desk = Desk()
    hold(desk, tell_all())
    assert ids_of(tell_all())[2] not in hold(desk, tell_all(), knowledge)
    hold(desk, tell_all())


def test_other_names_that_are_apart_ask_for_nobody() -> None:
    desk = Desk()
    hold(desk, tell_all())
    strangers = Knowledge(digest="three", apart=frozenset({frozenset({"Odo Kell", "Jon Kell"})}))
    assert hold(desk, tell_all(), strangers) == []


def put(memory: Memory, report: str, **changed: object) -> Memory:
    row = replace(memory.reports[report], **changed)  # type: ignore[arg-type]
    return replace(memory, reports={**memory.reports, report: row})


@pytest.mark.parametrize(
    "damage",
    [
        lambda memory, report: replace(memory, reports={}),
        lambda memory, report: replace(memory, reports={k: v for k, v in memory.reports.items() if k != report}),
        lambda memory, report: replace(memory, outlets={}),
        lambda memory, report: replace(memory, joined=""),
        lambda memory, report: put(memory, report, made_of="another release's"),
        lambda memory, report: put(memory, report, written="otherwise"),
    ],
)
def test_without_part_of_what_was_remembered_the_same_follows(damage: Callable[[Memory, str], Memory]) -> None:
    desk = Desk()
    hold(desk, tell_all())
    desk.memory = damage(desk.memory, tell_all()[0][0].id)
    hold(desk, [*tell_all(), ELSEWHERE])
    assert hold(desk, [*tell_all(), ELSEWHERE]) == []


def test_a_report_remembered_wrong_is_found_out_where_it_is_written() -> None:
    desk = Desk()
    hold(desk, tell_all())
    id_ = tell_all()[0][0].id
    whole = json.loads(desk.memory.reports[id_].brought)
    whole[0] = whole[0][:1]  # one of the referents alone
    desk.memory = put(desk.memory, id_, brought=json.dumps(whole))
    hold(desk, tell_all())


def test_what_a_report_brings_is_the_same_text_however_often_it_is_written() -> None:
    one, other = Desk(), Desk()
    one.follow(tell_all())
    other.follow([*tell_all(), tell("Vail left.", "left", by="Vail", outlet="Sel Gazette")])
    for id_, row in one.memory.reports.items():
        assert other.memory.reports[id_].brought == row.brought
