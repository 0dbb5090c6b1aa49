"""Deriving: what follows from a record's readings, decisions and knowledge, renewed where it is otherwise."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sayso import __version__
from sayso.model.decision import Decision
from sayso.model.knowing import decide_knowledge
from sayso.model.knowledge import Knowledge
from sayso.model.memory import Memory
from sayso.model.reading import Reading
from sayso.model.renewal import Renewal
from sayso.model.report import Report
from sayso.model.ruling import list_ruled, rule
from sayso.pipeline.progress import Progress, quiet
from sayso.pipeline.shown import list_decided, load_readings, name_inputs, revise
from sayso.record import Record
from sayso.record.changed import Changed
from sayso.record.renewal import Corroborate
from sayso.workshop import Workshop

log = logging.getLogger(__name__)


def derive(shop: Workshop, *, progress: Progress = quiet) -> None:
    """4. and 5. What follows from readings, decisions and knowledge: names, lineage, voices, events, holdings.

    Only what changed since is worked out anew, and replaced in one transaction; a record that is up to date is
    left alone. What is left is what working out everything would leave.
    """
    if not is_stale(shop.record, shop.knowledge):
        return
    progress("resolve", 0, 1)
    as_of, decisions = shop.record.latest_change(), shop.record.decisions()
    changed, corroborate_changed = find_changed(decisions, shop)
    progress("corroborate", 0, 1)
    shop.record.renew_derived(changed, corroborate_changed, as_of=as_of, basis=basis_of(shop.knowledge))
    progress("corroborate", 1, 1)
    log.info("derived anew: %d reports were new or otherwise", len(changed.changed))


def is_stale(record: Record, knowledge: Knowledge) -> bool:
    """Whether what is derived no longer follows from the record's inputs, this knowledge and this release."""
    return record.is_stale or record.basis != basis_of(knowledge)


def basis_of(knowledge: Knowledge) -> str:
    """What derived rows follow from beside the record's inputs: the release of Sayso and the files of knowledge."""
    return f"{_name_release()}knowledge {knowledge.digest[:16] or 'none'}"


def find_changed(
    decisions: Sequence[Decision], shop: Workshop, anew: Sequence[Reading] = ()
) -> tuple[Changed, Corroborate]:
    """The reports that these decisions make other than they stand, and how to renew what follows.

    `anew` are readings in place of those that the record has of their versions. Reports of which all is as it was when
    they were resolved last are neither loaded nor understood.
    """
    from sayso.engine.incremental import renew
    from sayso.engine.store import Store
    from sayso.resolve import Source, resolve_changed

    knowledge, texts = decide_knowledge(shop.knowledge, decisions), shop.record.texts()
    is_same = (shop.record.basis or "").startswith(_name_release())
    memory = shop.record.memory() if is_same else Memory()
    sources = [Source(report, made_of) for report, made_of in name_inputs(decisions, shop, anew)]
    settled = list_decided(decisions)

    def load(reports: Collection[str]) -> Sequence[tuple[Report, Reading]]:
        return revise(load_readings(decisions, shop, anew, of=reports), decisions, texts)

    find = shop.record.entities_of
    renewed = resolve_changed(sources, load, find, memory=memory, knowledge=knowledge, settled=settled)
    resolutions, reports = renewed.resolutions, {source.report.id for source in sources}
    staying = reports - {resolution.report.id for resolution in resolutions}
    changed = shop.record.find_changed(resolutions, staying=staying) if is_same else Changed.all_of(resolutions)
    changed = replace(changed, learnt=(memory, renewed.memory))
    claims = [claim for resolution in resolutions for claim in resolution.claims]
    claims += shop.record.claims_of(list_ruled(decisions) & staying)
    rulings = rule(decisions, claims, texts, reports).rulings

    def corroborate_changed(connection: sqlite3.Connection, numbers: Mapping[str, int]) -> Renewal:
        store = Store.in_record(connection)
        if changed.is_anew:
            store.forget()
        numbered = [(numbers[each.report.id], each) for each in changed.changed]
        return renew(numbered, changed.gone, store, knowledge=knowledge, rulings=rulings)

    return changed, corroborate_changed


def _name_release() -> str:
    """How a basis begins: another release may follow other rules, and nothing that stands is then kept."""
    return f"sayso {__version__}, "
