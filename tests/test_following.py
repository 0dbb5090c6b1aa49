"""A record that follows what comes in, bit by bit, holds what working all of it out at once gives."""

import contextlib
import datetime
import gc
import json
import pathlib
import random
import sqlite3
from dataclasses import replace

import pytest
import yaml

from sayso.acquire import Limits
from sayso.model.checking import accept, amend, reject
from sayso.model.corroboration import Corroboration
from sayso.model.decision import DecisionKind, Target, standing
from sayso.model.difference import compare_snapshots
from sayso.model.knowledge import Knowledge
from sayso.model.lineage import Relation
from sayso.model.proposal import propose_pair
from sayso.model.rows import rows_of
from sayso.model.ruling import EVENT, LINEAGE, RETRACTED, VOICE, write_edge
from sayso.model.values.stance import Stance
from sayso.model.withholding import WHOLE
from sayso.pipeline import derive, erase, foresee, propose, run, snapshot_with, take_in
from sayso.read import load_reader
from sayso.record import open_record
from sayso.resolve.kept import Kept
from sayso.resolve.understanding import understand
from sayso.workshop import Workshop

CASES = pathlib.Path(__file__).parent / "golden"
TEXTS = [
    text
    for case in sorted((CASES / "corroboration").glob("*.yaml"))
    for text in yaml.safe_load(case.read_text(encoding="utf-8"))["reports"].values()
]
TOLD = """outlet: Northgate Wire
published: 2031-03-0{day}
language: en

The Amber Column captured the town of Tar on Sunday, the activist {name} said. {number} fighters were killed.

Lia Moss, the mayor of Tar, denied that the town had been captured. Moss said the Guard held it.
"""
NAMES = ["Odo Kell", "Odd Kjell", "Jon Kell", "Lia Moss"]


class Desk:
    """A record, and somebody who does this and that to it, as chance has it."""

    def __init__(self, folder, chance, reader):
        self.folder, self.chance = folder, chance
        self.record = open_record(folder / "record.db").__enter__()
        self.now = datetime.datetime(2031, 4, 1, tzinfo=datetime.UTC)
        self.shop = Workshop(self.record, lambda: reader, Knowledge(digest="none"), Limits(), "Amal", self.tell_time)
        self.texts = [*TEXTS, *(self.tell(day) for day in range(1, 5))]
        chance.shuffle(self.texts)

    def tell(self, day):
        return TOLD.format(day=day, name=self.chance.choice(NAMES), number=self.chance.choice([12, 14, 40]))

    def tell_time(self):
        self.now += datetime.timedelta(seconds=1)
        return self.now

    def read(self, count=None):
        """So many reports more, or one to three."""
        for _ in range(count or self.chance.randint(1, 3)):
            if self.texts:
                (self.folder / f"{len(self.texts)}.txt").write_text(self.texts.pop(), encoding="utf-8")
        run(map(str, sorted(self.folder.glob("*.txt"))), shop=self.shop)

    def correct(self):
        """A page is read again, with a sentence less or other words."""
        path = self.chance.choice(sorted(self.folder.glob("*.txt")))
        text = path.read_text(encoding="utf-8")
        head, *parts = text.split("\n\n")
        changed = "\n\n".join([head, *parts[:-1]]) if len(parts) > 2 else text.replace("captured", "left")
        path.write_text(changed, encoding="utf-8")
        run([str(path)], shop=self.shop)

    def decide(self, kind, target, value):
        """A decision, and what was foreseen of it is what it changes."""
        made = propose(kind, target, value, because="it is so", shop=self.shop)
        before, foreseen = self.record.snapshot(), foresee([made], self.shop)
        take_in(made, self.shop)
        assert list_changes(foreseen) == list_changes(compare_snapshots(before, self.record.snapshot()))

    def claims(self):
        return [(each, claim) for each in self.record.snapshot().resolutions for claim in each.claims]

    def rule(self):
        """Two claims are of one event or voice, or of two."""
        (_, one), (_, other) = self.chance.sample(self.claims(), 2)
        kind = self.chance.choice([DecisionKind.MERGE, DecisionKind.SPLIT])
        made = propose_pair(kind, self.chance.choice([EVENT, VOICE]), one, other)
        self.decide(made.kind, made.target, made.value)

    def check(self):
        """A claim is accepted, rejected or amended."""
        resolution, claim = self.chance.choice(self.claims())
        of = resolution.attributions
        act = self.chance.choice([accept(claim, of), reject(claim, of), amend(claim, of, "stance", Stance.DENIED)])
        self.decide(*act)

    def relate(self):
        """One report has its text from another, or has it not."""
        one, other = self.chance.sample([each.id for each in self.record.reports()], 2)
        kind = self.chance.choice([DecisionKind.ADD, DecisionKind.CUT])
        self.decide(kind, Target(one, field=LINEAGE), write_edge(other, Relation.COPY))

    def describe(self):
        """A person says when a report was printed, or that it was taken back."""
        report = self.chance.choice([each.id for each in self.record.reports()])
        if self.chance.random() < 0.5:
            self.decide(DecisionKind.RETRACT, Target(report, field=RETRACTED), "yes")
        else:
            self.decide(DecisionKind.SET, Target(report, field="published"), f"2031-03-1{self.chance.randint(0, 9)}")

    def know(self):
        """Two names are of one, or of two."""
        one, other = self.chance.sample(NAMES, 2)
        self.decide(self.chance.choice([DecisionKind.MERGE, DecisionKind.SPLIT]), Target(known=one), other)

    def withhold(self):
        """A report is shown to nobody without clearance."""
        report = self.chance.choice([each.id for each in self.record.reports()])
        self.decide(DecisionKind.WITHHOLD, Target(report, field=WHOLE), "yes")

    def damage(self):
        """Part of what resolving left for the next time is gone, part of it is nonsense."""
        with contextlib.closing(sqlite3.connect(self.folder / "record.db")) as connection, connection:
            for table in ("report_memory", "place_memory", "common_memory"):
                rows = [row for (row,) in connection.execute(f"SELECT rowid FROM {table}")]  # noqa: S608 - a name of ours
                for row in self.chance.sample(rows, len(rows) // 2):
                    connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (row,))  # noqa: S608 - as above
            connection.execute("UPDATE report_memory SET brought = '[]', named = ''")
        self.read()

    def undo(self):
        """Something that was decided is taken back."""
        if made := standing(self.record.decisions()):
            back = self.chance.choice(made)
            self.decide(DecisionKind.UNDO, back.target, back.id)

    def erase(self):
        """A report's words are erased."""
        erase(self.chance.choice([each.id for each in self.record.reports()]), because="the law", shop=self.shop)

    def restart(self):
        """As a new process opens the record: nothing is in memory."""
        self.record.close()
        for kept in gc.get_objects():
            if isinstance(kept, Kept):
                kept.clear()
        self.record = open_record(self.folder / "record.db").__enter__()
        self.shop = replace(self.shop, record=self.record)

    def act(self):
        """Anything of these; what happens most, most often."""
        often = [self.read, self.read, self.rule, self.rule, self.check, self.check, self.relate, self.undo]
        self.chance.choice([*often, self.correct, self.describe, self.know])()


def list_changes(difference):
    return {name: sorted(map(repr, getattr(difference, name))) for name in difference.__slots__}


def write_rows(snapshot):
    return sorted(json.dumps(row, sort_keys=True) for row in rows_of(snapshot))


@pytest.fixture(scope="module")
def reader():
    return load_reader()


@pytest.mark.parametrize("seed", range(4))
def test_processes_that_begin_again_leave_what_working_it_out_whole_gives(tmp_path, reader, seed):
    desk = Desk(tmp_path, random.Random(100 + seed), reader)  # noqa: S311 - a seed for tests, no secret
    desk.read(4)
    for act in [desk.act] * 5 + [desk.know, desk.damage, desk.withhold, desk.act, desk.erase, desk.act]:
        desk.restart()
        act()
        whole = snapshot_with(desk.record.decisions(), desk.shop)
        assert write_rows(desk.record.snapshot()) == write_rows(whole)


def test_a_process_that_begins_understands_what_is_otherwise_alone(tmp_path, reader, monkeypatch):
    desk = Desk(tmp_path, random.Random(1), reader)  # noqa: S311 - a seed for tests, no secret
    desk.read(6)
    desk.restart()
    understood = []
    monkeypatch.setattr("sayso.resolve.renewal.understand", lambda *a, **b: understood.append(a) or understand(*a, **b))
    resolution, claim = desk.claims()[0]
    take_in(propose(*accept(claim, resolution.attributions), because="it is so", shop=desk.shop), desk.shop)
    assert [report.id for report, *_ in understood] == [resolution.report.id]


def test_a_record_of_another_release_is_understood_whole_once(tmp_path, reader, monkeypatch):
    desk = Desk(tmp_path, random.Random(1), reader)  # noqa: S311 - a seed for tests, no secret
    desk.read(3)
    understood = []
    monkeypatch.setattr("sayso.resolve.renewal.understand", lambda *a, **b: understood.append(a) or understand(*a, **b))
    monkeypatch.setattr("sayso.pipeline.deriving.__version__", "99.0")
    for count in (3, 3):
        desk.restart()
        derive(desk.shop)
        assert len(understood) == count
    assert write_rows(desk.record.snapshot()) == write_rows(snapshot_with(desk.record.decisions(), desk.shop))


@pytest.mark.parametrize("seed", range(8))
def test_a_record_holds_at_every_moment_what_working_it_out_whole_gives(tmp_path, reader, seed):
    desk = Desk(tmp_path, random.Random(seed), reader)  # noqa: S311 - a seed for tests, no secret
    desk.read(4)
    for act in [desk.act] * 9 + [desk.erase, desk.act]:
        act()
        whole = snapshot_with(desk.record.decisions(), desk.shop)
        assert write_rows(desk.record.snapshot()) == write_rows(whole)


def test_where_nothing_that_stands_can_be_kept_what_is_foreseen_is_worked_out_whole(tmp_path, reader):
    desk = Desk(tmp_path, random.Random(3), reader)  # noqa: S311 - a seed for tests, no secret
    desk.read(4)
    stands, basis = desk.record.snapshot(), desk.record.basis
    desk.record.replace_derived((), Corroboration(), basis=basis)
    desk.record.replace_derived(stands.resolutions, stands.corroboration, basis=basis)
    desk.check()
