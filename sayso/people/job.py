"""Job: work that takes longer than a page may wait: reading what was added, deriving, sending digests.

Jobs are rows, so that they outlive a desk that is stopped: one that was under way begins again.
Whoever takes a job has it until it is done; pages only look.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Integer, Row, Table, Text, insert, select, update

from sayso.errors import NotKnown
from sayso.people.schema import metadata
from sayso.people.secret import make_id
from sayso.people.store import Store
from sayso.record.columns import UtcTime

#: A job that said nothing for so long was left by a worker that is gone.
LEFT_AFTER = timedelta(minutes=10)


class JobState(StrEnum):
    """How far a job is."""

    WAITING = "waiting"
    WORKING = "working"
    DONE = "done"
    FAILED = "failed"


jobs = Table(
    "jobs",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("asked_by", Text, nullable=False),
    Column("given", Text, nullable=False),
    Column("state", Text, nullable=False, index=True),
    Column("stage", Text, nullable=False),
    Column("done", Integer, nullable=False),
    Column("total", Integer),
    Column("result", Text, nullable=False),
    Column("created", UtcTime, nullable=False),
    Column("heard", UtcTime, nullable=False),  # last that its worker said anything
)


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work: `given` is what it needs, `stage`, `done` and `total` how far it is, `result` what came of it.

    `asked_by` is the name of the user who signs what it does. A failed one has its sentence in `result["error"]`.
    """

    id: str
    kind: str
    asked_by: str
    given: Mapping[str, Any]
    state: JobState
    created: datetime
    stage: str = ""
    done: int = 0
    total: int | None = None
    result: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state in {JobState.DONE, JobState.FAILED}


class Jobs:
    """The work of one desk, in the order in which it was asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, kind: str, *, by: str, **given: Any) -> Job:
        """A new job, waiting. One that waits already and is the same is given instead: work is done once."""
        written = json.dumps(given, sort_keys=True, ensure_ascii=False)
        same = (jobs.c.kind == kind, jobs.c.asked_by == by, jobs.c.given == written)
        with self._store.writing() as change:
            waiting = select(jobs).where(*same, jobs.c.state == JobState.WAITING)
            if row := change.connection.execute(waiting).first():
                return _make_job(row)
            new = {"id": make_id(), "kind": kind, "asked_by": by, "given": written, "created": change.at}
            change.connection.execute(
                insert(jobs).values(**new, state=JobState.WAITING, stage="", done=0, result="{}", heard=change.at)
            )
        return self.find(str(new["id"]))

    def take(self) -> Job | None:
        """The job that has waited longest, now this worker's; None if none waits."""
        with self._store.writing() as change:
            left = (jobs.c.state == JobState.WORKING) & (jobs.c.heard <= change.at - LEFT_AFTER)
            chosen = select(jobs).where((jobs.c.state == JobState.WAITING) | left).order_by(jobs.c.sequence).limit(1)
            row = change.connection.execute(chosen).first()
            if row is None:
                return None
            taken = {"state": JobState.WORKING, "heard": change.at}
            change.connection.execute(update(jobs).where(jobs.c.id == row.id).values(taken))
        return self.find(row.id)

    def take_alike(self, job: Job) -> tuple[Job, ...]:
        """All others of its kind that wait, now this worker's too: what is done for one is done for all."""
        with self._store.writing() as change:
            chosen = (jobs.c.kind == job.kind, jobs.c.state == JobState.WAITING)
            rows = change.connection.execute(select(jobs).where(*chosen).order_by(jobs.c.sequence)).all()
            taken = {"state": JobState.WORKING, "heard": change.at}
            change.connection.execute(update(jobs).where(*chosen).values(taken))
        return tuple(map(_make_job, rows))

    def tell(self, job: Job, stage: str, done: int, total: int | None) -> None:
        """Says how far a job is."""
        self._set(job, stage=stage, done=done, total=total)

    def finish(self, job: Job, **result: Any) -> None:
        """A job is done, and what came of it."""
        self._set(job, state=JobState.DONE, result=json.dumps(result, ensure_ascii=False))

    def fail(self, job: Job, sentence: str) -> None:
        """A job cannot be done, and why."""
        self._set(job, state=JobState.FAILED, result=json.dumps({"error": sentence}, ensure_ascii=False))

    def find(self, job_id: str) -> Job:
        """The job of that identifier. Raises NotKnown if there is none."""
        with self._store.reading() as connection:
            row = connection.execute(select(jobs).where(jobs.c.id == job_id)).first()
        if row is None:
            raise NotKnown("There is no such job on this desk.")
        return _make_job(row)

    def list(self, *, by: str | None = None, limit: int = 20) -> tuple[Job, ...]:
        """The latest jobs, of one user or of all, the last first."""
        chosen = select(jobs).order_by(jobs.c.sequence.desc()).limit(limit)
        if by is not None:
            chosen = chosen.where(jobs.c.asked_by == by)
        with self._store.reading() as connection:
            return tuple(map(_make_job, connection.execute(chosen)))

    def _set(self, job: Job, **values: Any) -> None:
        with self._store.writing() as change:
            change.connection.execute(update(jobs).where(jobs.c.id == job.id).values(**values, heard=change.at))


def _make_job(row: Row[Any]) -> Job:
    return Job(
        id=row.id,
        kind=row.kind,
        asked_by=row.asked_by,
        given=json.loads(row.given),
        state=JobState(row.state),
        created=row.created,
        stage=row.stage,
        done=row.done,
        total=row.total,
        result=json.loads(row.result),
    )
