"""Foresight: what a renewal would leave, seen and taken back, so that nothing of the record is otherwise afterwards."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import Connection, select

from sayso.model.corroboration import Corroboration
from sayso.model.event import Event
from sayso.model.renewal import Renewal
from sayso.model.snapshot import Snapshot
from sayso.record import tables
from sayso.record.audit import Change, latest_change
from sayso.record.changed import Changed
from sayso.record.order import among
from sayso.record.part import load_part
from sayso.record.renewal import Corroborate, renew_derived


def foresee_renewal(change: Change, changed: Changed, corroborate: Corroborate) -> tuple[Snapshot, Snapshot]:
    """The part of the record that would be otherwise, as it is and as it would be: the same reports in both.

    `changed` and `corroborate` are as for `renew_derived`, with whose errors.
    """
    connection, found = change.connection, Renewal()
    changed = replace(changed, learnt=None)  # what is only foreseen is not remembered

    def note(raw: sqlite3.Connection, numbers: Mapping[str, int]) -> Renewal:
        nonlocal found
        found = corroborate(raw, numbers)
        return found

    reports = {*changed.gone, *(each.report.id for each in changed.changed)}
    tried = connection.begin_nested()
    renew_derived(change, changed, note, as_of=latest_change(connection))
    reports |= _reports_of(connection, found.come.events)
    after = _load(connection, reports, found.come)
    tried.rollback()
    told = _reports_of(connection, found.gone.events) - reports
    if told:  # they tell of what would no longer be; afterwards they are as they are
        after = replace(after, resolutions=(*after.resolutions, *load_part(connection, reports=told).resolutions))
    return _load(connection, reports | told, found.gone), after


def _load(connection: Connection, reports: Iterable[str], of: Corroboration) -> Snapshot:
    part = load_part(connection, reports=reports)
    told = (claim.id for resolution in part.resolutions for claim in resolution.claims)
    place = {claim: at for at, claim in enumerate(told)}
    events = tuple(sorted(of.events, key=lambda event: place.get(event.claims[0], 0)))
    return replace(part, corroboration=replace(of, events=events))


def _reports_of(connection: Connection, events: Iterable[Event]) -> frozenset[str]:
    claims = {claim for event in events for claim in event.claims}
    query = select(tables.claims.c.report).where(among(tables.claims.c.id, claims))
    return frozenset(connection.scalars(query.distinct()))
