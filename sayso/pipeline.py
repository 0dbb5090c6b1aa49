"""The map: the way of a report from an address to the sourced record. Read this file first.

    acquire ─► extract ─► read ─► resolve ─► corroborate ─► record
    bytes      clean      claims  known      lineage,       store,
    + custody  report     + words names,     voices,        search,
                          + chain dates      events …       audit

Everything that is acquired is in custody before anything else happens to it. Each step asks the
record what is still to be done, so that a run killed at any moment is completed by the next one,
and a run over the same inputs changes nothing. Each stage is loaded where it begins: most commands go
through one or two of them, and the libraries of the others would take longer than their work.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from sayso import __version__
from sayso.errors import EndpointError, InputError, ReaderError, UsageError
from sayso.model.asof import AsOf, choose_versions
from sayso.model.capture import Capture, SetAside
from sayso.model.decision import Decision, DecisionKind, Target, check_report_field, decide_report, group_stated, sign
from sayso.model.difference import Difference, compare_snapshots
from sayso.model.knowing import decide_knowledge
from sayso.model.knowledge import Knowledge
from sayso.model.memory import Memory
from sayso.model.reading import Reading
from sayso.model.renewal import Renewal
from sayso.model.report import Flaw, FlawKind, Report
from sayso.model.resolution import Resolution
from sayso.model.revision import group_decided, revise_all, says_what_stands
from sayso.model.ruling import Ruled, list_ruled, rule
from sayso.model.snapshot import Snapshot
from sayso.record import Record
from sayso.record.changed import Changed
from sayso.record.erasing import Erased, Erasure
from sayso.record.inputs import Input
from sayso.record.renewal import Corroborate
from sayso.workshop import Workshop

log = logging.getLogger(__name__)


class Progress(Protocol):
    """Who is told how far a run is; the command line draws a bar from it."""

    def __call__(self, stage: str, done: int, total: int | None) -> None: ...


@dataclass(frozen=True, slots=True)
class Stated:
    """What a person says of the inputs that their pages do not: each becomes a signed decision."""

    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None

    def fields(self) -> dict[str, str]:
        """The fields that were stated, by name."""
        stated = {"outlet": self.outlet, "published": self.published, "url": self.url, "language": self.language}
        return {name: value for name, value in stated.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Run:
    """What one run did: addresses that it acquired, reports that it read now, how many inputs were known already,
    what it set aside, and what its reader remarked.
    """

    addresses: frozenset[str] = frozenset()
    read: tuple[str, ...] = ()
    unchanged: int = 0
    set_aside: tuple[SetAside, ...] = ()
    remarks: tuple[str, ...] = ()


def quiet(stage: str, done: int, total: int | None) -> None:
    """Progress that is told to nobody."""


def run(inputs: Iterable[str], *, shop: Workshop, stated: Stated | None = None, progress: Progress = quiet) -> Run:
    """Read inputs into the record: all stages, in order. One bad input never stops the others.

    Raises UsageError when what a person stated cannot be so.
    """
    stated = stated or Stated()
    _check_stated(stated)
    acquired = acquire_all(inputs, shop=shop, progress=progress)
    extracted = extract_pending(shop=shop, stated=stated, of=acquired.addresses, progress=progress)
    _state_of_known(stated, of=acquired.addresses, but=extracted.read, shop=shop)
    unread = read_unread(shop=shop, progress=progress)
    derive(shop, progress=progress)
    return Run(
        addresses=acquired.addresses,
        read=extracted.read,
        unchanged=acquired.unchanged,
        set_aside=(*acquired.set_aside, *extracted.set_aside, *unread.set_aside),
        remarks=unread.remarks,
    )


def list_feed(address: str, *, shop: Workshop) -> tuple[str, ...]:
    """The addresses of the reports that a feed lists now. Raises InputError where it cannot be had or is none."""
    from sayso.acquire import fetch, list_entries

    return list_entries(fetch(address, limits=shop.limits, now=shop.now))


def acquire_all(inputs: Iterable[str], *, shop: Workshop, progress: Progress = quiet) -> Run:
    """1. Address to Capture: bytes into custody, then a row. What is known already stays as it is."""
    from sayso.acquire import acquire
    from sayso.acquire.custody import keep

    gone, unchanged, aside, addresses = _list_erased(shop.record), 0, [], set()
    for done, found in enumerate(acquire(inputs, limits=shop.limits, now=shop.now), start=1):
        progress("acquire", done, None)
        if isinstance(found, SetAside):
            shop.record.add_set_aside(found)
            aside.append(found)
            continue
        if erasure := gone.get(found.sha256):  # not even its address is kept again
            aside.append(SetAside(found.address, _tell_erased(erasure)))
            continue
        addresses.add(found.address)
        keep(found, shop.record.evidence)
        if not shop.record.add_capture(found):
            unchanged += 1
    return Run(frozenset(addresses), unchanged=unchanged, set_aside=tuple(aside))


def extract_pending(*, shop: Workshop, stated: Stated, of: Collection[str] = (), progress: Progress = quiet) -> Run:
    """2. Capture to Report: what is in custody and has no report yet, also from a run that was killed.

    What is stated is stated of the addresses `of` alone: a run that was killed may have left others.
    """
    from sayso.acquire.custody import path_of, recall

    pending, gone = shop.record.pending_captures(), _list_erased(shop.record)
    read_now, aside = [], []
    for done, kept in enumerate(pending, start=1):
        progress("extract", done, len(pending))
        bytes_kept = recall(kept.sha256, shop.record.evidence)
        capture = replace(bytes_kept, address=kept.address, final_address=kept.final_address)
        said = stated if kept.address in of else Stated()
        try:
            report = _extract(capture, said)
        except InputError as error:
            found = SetAside(kept.address, error.message, kept.sha256)
            shop.record.add_set_aside(found)
            aside.append(found)
            continue
        if erasure := gone.get(report.id) or gone.get(report.version):
            path_of(kept.sha256, shop.record.evidence).unlink(missing_ok=True)
            found = SetAside(kept.address, _tell_erased(erasure), kept.sha256)
            shop.record.add_set_aside(found)
            aside.append(found)
            continue
        if said.fields():  # before the report is kept: a kill between the two loses no statement
            _state(report.id, _extract(capture, Stated()), said, shop=shop)
        shop.record.add_report(report, kept)
        read_now.append(report.id)
    return Run(read=tuple(dict.fromkeys(read_now)), set_aside=tuple(aside))


def read_unread(*, shop: Workshop, progress: Progress = quiet) -> Run:
    """3. Report to Reading: every current version that this reader has not read.

    A report that the reader fails on is set aside and stays unread, so that a better reader finds it.
    """
    shop.record.choose_reader(shop.reader.identity)
    unread = shop.record.unread(shop.reader.identity)
    aside: list[SetAside] = []
    together = shop.reader.together
    for start in range(0, len(unread), together):
        progress("read", start, len(unread))
        for reading in _read(unread[start : start + together], shop, aside):
            shop.record.add_reading(reading)
    progress("read", len(unread), len(unread))
    return Run(set_aside=tuple(aside), remarks=shop.reader.remarks)


def derive(shop: Workshop, *, progress: Progress = quiet) -> None:
    """4. and 5. What follows from readings, decisions and knowledge: names, lineage, voices, events, holdings.

    Only what changed since is worked out anew, and replaced in one transaction; a record that is up to date is
    left alone. What is left is what working out everything would leave.
    """
    if not is_stale(shop.record, shop.knowledge):
        return
    progress("resolve", 0, 1)
    as_of, decisions = shop.record.latest_change(), shop.record.decisions()
    changed, corroborate_changed = _find_changed(decisions, shop)
    progress("corroborate", 0, 1)
    shop.record.renew_derived(changed, corroborate_changed, as_of=as_of, basis=basis_of(shop.knowledge))
    progress("corroborate", 1, 1)
    log.info("derived anew: %d reports were new or otherwise", len(changed.changed))


def _find_changed(
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
    sources = [Source(report, made_of) for report, made_of in _name_inputs(decisions, shop, anew)]
    settled = _list_decided(decisions)

    def load(reports: Collection[str]) -> Sequence[tuple[Report, Reading]]:
        return _revise(_readings(decisions, shop, anew, of=reports), decisions, texts)

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


def is_stale(record: Record, knowledge: Knowledge) -> bool:
    """Whether what is derived no longer follows from the record's inputs, this knowledge and this release."""
    return record.is_stale or record.basis != basis_of(knowledge)


def basis_of(knowledge: Knowledge) -> str:
    """What derived rows follow from beside the record's inputs: the release of Sayso and the files of knowledge."""
    return f"{_name_release()}knowledge {knowledge.digest[:16] or 'none'}"


def _name_release() -> str:
    """How a basis begins: another release may follow other rules, and nothing that stands is then kept."""
    return f"sayso {__version__}, "


def derive_snapshot(
    readings: Sequence[tuple[Report, Reading]],
    *,
    knowledge: Knowledge,
    decisions: Sequence[Decision] = (),
    texts: Mapping[str, str] | None = None,
) -> Snapshot:
    """What follows from readings, without a record: for gold claims, for trying things out, for another day.

    `knowledge` is as persons decided it; `decisions` are those on claims and on what the reports say of each
    other, by words of `texts` (clean texts by version).
    """
    from sayso.corroborate import corroborate

    resolutions = _resolve(readings, decisions, texts=texts or {}, knowledge=knowledge)
    ruled = rule_on(resolutions, decisions, texts=texts or {})
    corroboration = corroborate(resolutions, knowledge=knowledge, rulings=ruled.rulings)
    return Snapshot(resolutions, corroboration, tuple(decisions), texts=texts or {})


def _resolve(
    readings: Sequence[tuple[Report, Reading]],
    decisions: Sequence[Decision],
    *,
    texts: Mapping[str, str],
    knowledge: Knowledge,
) -> tuple[Resolution, ...]:
    """4. Readings as persons see them, resolved: what persons decided of their claims comes before names and dates."""
    from sayso.resolve import resolve

    return resolve(_revise(readings, decisions, texts), knowledge=knowledge, settled=_list_decided(decisions))


def _revise(
    readings: Sequence[tuple[Report, Reading]], decisions: Sequence[Decision], texts: Mapping[str, str]
) -> Sequence[tuple[Report, Reading]]:
    """Readings as persons see them.

    Denials are settled before: a person who sees "Orland denied it" in the words of what it denies decides on those.
    """
    from sayso.resolve import settle

    decided = _list_decided(decisions)
    seen = [(report, settle(report, each) if report.id in decided else each) for report, each in readings]
    return revise_all(seen, decisions, texts).readings


def _list_decided(decisions: Iterable[Decision]) -> frozenset[str]:
    """The reports on whose claims persons decided."""
    found = (each.target.report for each in decisions if says_what_stands(each))
    return frozenset(report for report in found if report is not None)


def _name_inputs(
    decisions: Sequence[Decision], shop: Workshop, anew: Iterable[Reading]
) -> Iterator[tuple[Report, str]]:
    """All that is to be resolved, as persons see it, each with a name of all that it is made of."""
    stated, decided = group_stated(decisions), group_decided(decisions)
    other = {(each.report, each.version): each for each in anew}
    inputs = [(each, other.get((each.report.id, each.version))) for each in shop.record.inputs()]
    chosen = (Input.of(each.report, reading) if reading else each for each, reading in inputs)
    shown = (replace(each, report=_shown(each.report, stated, shop.languages)) for each in chosen)
    return ((each.report, each.name(decided.get(each.report.id, ()))) for each in shown)


def rule_on(resolutions: Sequence[Resolution], decisions: Sequence[Decision], *, texts: Mapping[str, str]) -> Ruled:
    """What persons decided of these claims and reports, and the decisions that find nothing among them."""
    claims = (claim for resolution in resolutions for claim in resolution.claims)
    return rule(decisions, claims, texts, {resolution.report.id for resolution in resolutions})


def decide(report: str, field: str, value: str, *, because: str, shop: Workshop) -> Decision:
    """A person says of a report what its page does not: a signed decision, after which all is derived anew.

    Raises UsageError when the value cannot be so.
    """
    if wrong := check_report_field(field, value):
        raise UsageError(wrong)
    decision = propose(DecisionKind.SET, Target(report, field=field), value, because=because, shop=shop)
    take_in(decision, shop)
    return decision


def propose(kind: DecisionKind, target: Target, value: str, *, because: str, shop: Workshop) -> Decision:
    """A decision signed and dated, but not kept: see with `foresee` what it would change, then `take_in`."""
    return sign(kind, target, value, by=shop.user, at=shop.now(), because=because)


def foresee(made: Sequence[Decision], shop: Workshop) -> Difference:
    """What decisions would change together of what stands; nothing is changed."""
    return _foresee((*shop.record.decisions(), *made), shop)


def _foresee(decisions: Sequence[Decision], shop: Workshop, anew: Sequence[Reading] = ()) -> Difference:
    """What these decisions, and readings `anew`, would change, worked out for what they bear on alone.

    Where nothing of what stands can be kept (a record that is not up to date), all is worked out, before and after.
    """
    if is_stale(shop.record, shop.knowledge):
        return _foresee_whole(decisions, shop, anew)
    changed, corroborate_changed = _find_changed(decisions, shop, anew)
    if changed.is_anew:
        return _foresee_whole(decisions, shop, anew)
    return compare_snapshots(*shop.record.foresee_renewal(changed, corroborate_changed))


def _foresee_whole(decisions: Sequence[Decision], shop: Workshop, anew: Sequence[Reading]) -> Difference:
    before = snapshot_with(shop.record.decisions(), shop)
    return compare_snapshots(before, _follow_readings(_readings(decisions, shop, anew), decisions, shop))


def take_in(decision: Decision, shop: Workshop) -> None:
    """A decision is kept and everything derived anew."""
    take_in_all([decision], shop)


def take_in_all(decisions: Sequence[Decision], shop: Workshop) -> None:
    """Decisions are kept, in this order, and everything derived anew."""
    for decision in decisions:
        shop.record.add_decision(decision)
    follow(decisions, shop)


def follow(decisions: Sequence[Decision], shop: Workshop) -> None:
    """What follows from decisions that are kept: all is derived anew; what changed its language is read first."""
    changed = {decision.target.report for decision in decisions if decision.target.field == "language"}
    if changed:
        _read_again([report for report in shop.record.reports() if report.id in changed], shop)
    derive(shop)


def erase(report: str, *, because: str, shop: Workshop, inbox: Path | None = None) -> Erased:
    """All words of a report are erased, by law or for harm: from the record, its evidence and what follows from it.

    Digests, who, when and why stay, and so do decisions. `inbox` is the folder in which a desk keeps files that people
    brought. Bytes that another report has too stay until that is erased. Raises NotInRecord.
    """
    from sayso.acquire.custody import path_of

    erased = shop.record.erase(report, because, by=shop.user)
    if not erased.kept_for:
        for sha256 in erased.sha256s:
            path_of(sha256, shop.record.evidence).unlink(missing_ok=True)
        for address in erased.addresses:
            if inbox is not None and inbox.resolve() in Path(address).resolve().parents:
                Path(address).unlink(missing_ok=True)
    derive(shop)
    shop.record.clean()
    return erased


def read_anew(reports: Sequence[Report], shop: Workshop, *, progress: Progress = quiet) -> tuple[Reading, ...]:
    """What the reader finds in reports now, in memory; a report that it fails on has no reading here."""
    found: list[Reading] = []
    together = shop.reader.together
    for start in range(0, len(reports), together):
        progress("read", start, len(reports))
        found += _read(reports[start : start + together], shop, [])
    progress("read", len(reports), len(reports))
    return tuple(found)


def foresee_readings(readings: Sequence[Reading], shop: Workshop) -> Difference:
    """What would change if these readings were the current ones, persons' decisions kept; nothing is changed."""
    return _foresee(shop.record.decisions(), shop, readings)


def take_in_readings(readings: Sequence[Reading], shop: Workshop) -> None:
    """Readings become the current ones of their versions and all is derived anew; other readers' are kept."""
    for reading in readings:
        shop.record.add_reading(reading)
    derive(shop)


def snapshot_with(decisions: Sequence[Decision], shop: Workshop) -> Snapshot:
    """What follows from the record's readings under these decisions, worked out whole and in memory.

    With the record's own decisions it is what the record must hold, however it came there.
    """
    return _follow_readings(_readings(decisions, shop), decisions, shop)


def _follow_readings(
    readings: Sequence[tuple[Report, Reading]], decisions: Sequence[Decision], shop: Workshop
) -> Snapshot:
    """What would follow from these readings under these decisions, in memory."""
    return derive_snapshot(
        readings,
        knowledge=decide_knowledge(shop.knowledge, decisions),
        decisions=decisions,
        texts=shop.record.texts(),
    )


def snapshot_as_of(as_of: AsOf, shop: Workshop) -> Snapshot:
    """The record at another time, recomputed in memory: what was told by a day, or what it held by the end of one.

    What was told by a day is read with today's knowledge and decisions. Nothing is changed.
    """
    decisions = shop.record.decisions(until=as_of.moment)
    stated = group_stated(decisions)
    history = [
        replace(version, report=_shown(version.report, stated, shop.languages))
        for version in shop.record.history(until=as_of.moment)
    ]
    chosen = choose_versions(history, known_on=as_of.known_on)
    return _follow_readings([(version.report, version.reading) for version in chosen], decisions, shop)


def snapshot_without(report: str, shop: Workshop) -> Snapshot:
    """What would follow without one report, in memory."""
    decisions = shop.record.decisions()
    readings = [(each, reading) for each, reading in _readings(decisions, shop) if each.id != report]
    return _follow_readings(readings, decisions, shop)


def _readings(
    decisions: Sequence[Decision],
    shop: Workshop,
    anew: Iterable[Reading] = (),
    *,
    of: Collection[str] | None = None,
) -> list[tuple[Report, Reading]]:
    """The record's readings (`of` these reports; None: all), or those `anew`, with the reports as persons see them."""
    stated, other = group_stated(decisions), {(each.report, each.version): each for each in anew}
    return [
        (_shown(report, stated, shop.languages), other.get((reading.report, reading.version), reading))
        for report, reading in shop.record.readings(of=of)
    ]


def _read_again(reports: Sequence[Report], shop: Workshop) -> None:
    for reading in _read(reports, shop, []):
        shop.record.add_reading(reading)


def _list_erased(record: Record) -> dict[str, Erasure]:
    """What was erased and is not taken in again: by report, and by digest of its bytes and clean texts."""
    return {name: erasure for erasure in record.erasures() for name in (erasure.report, *erasure.digests)}


def _tell_erased(erasure: Erasure) -> str:
    return (
        f"was erased from this record on {erasure.at:%Y-%m-%d} by {erasure.by} ({erasure.because}) "
        "and is not taken in again; read it into a record of its own if you may"
    )


def _check_stated(stated: Stated) -> None:
    for field, value in stated.fields().items():
        if wrong := check_report_field(field, value):
            raise UsageError(f"--{field}: {wrong}")


def _extract(capture: Capture, stated: Stated) -> Report:
    """Extraction with its own failures told apart from a page's: one bad page never stops the others."""
    from sayso.extract import extract

    try:
        return extract(capture, outlet=stated.outlet, url=stated.url)
    except InputError:
        raise
    except Exception as error:  # a page can be broken in ways that no library foresees
        log.exception("extracting %s failed", capture.sha256)
        raise InputError(capture.address, f"could not be taken apart ({error}); its bytes are kept") from error


def _state(report: str, page: Report, stated: Stated, *, shop: Workshop) -> None:
    """What was stated becomes decisions on the report, where it differs from what its page and persons say already."""
    shown = decide_report(replace(page, id=report), shop.record.decisions())
    known = {"outlet": shown.outlet, "published": shown.told, "url": shown.url, "language": shown.language}
    for field, value in stated.fields().items():
        if known[field] != value:
            because = "stated when the report was read"
            target = Target(report, field=field)
            shop.record.add_decision(propose(DecisionKind.SET, target, value, because=because, shop=shop))


def _state_of_known(stated: Stated, *, of: Collection[str], but: Collection[str], shop: Workshop) -> None:
    """What was stated of inputs that the record knew already; a report whose language was stated is read again."""
    if not stated.fields():
        return
    known = [report for report in shop.record.reports() if report.address in of and report.id not in but]
    for report in known:
        _state(report.id, report, stated, shop=shop)
    if stated.language is not None:
        _read_again(known, shop)


def _read(reports: Sequence[Report], shop: Workshop, aside: list[SetAside]) -> tuple[Reading, ...]:
    """Readings of a batch; where the reader fails on it, of each report alone, and who fails is put to `aside`."""
    from sayso.model.schema import batch_of_reports, readings_from_batch
    from sayso.read import read

    reader = shop.reader
    stated = group_stated(shop.record.decisions())
    shown = [_shown(report, stated, shop.languages) for report in reports]
    try:
        batch = read(batch_of_reports(shown), reader=reader)
    except EndpointError:  # no report would fare better
        raise
    except Exception as error:  # the reader is ours and may fail; one report never stops the others
        if len(reports) > 1:
            return tuple(found for report in reports for found in _read([report], shop, aside))
        if isinstance(error, ReaderError):
            aside.append(SetAside(reports[0].address, f"{error} Its text is kept, unread"))
            return ()
        log.exception("reading %s failed", reports[0].id)
        aside.append(SetAside(reports[0].address, f"the reader failed on it ({error!r}); its text is kept, unread"))
        return ()
    return readings_from_batch(batch, reports=shown, reader=reader.identity)


def _shown(report: Report, stated: Mapping[str, Sequence[Decision]], languages: Collection[str]) -> Report:
    """The report with what persons said of it, and flagged where the reader does not know its language."""
    shown = decide_report(report, stated.get(report.id, ()))
    if shown.language is None or shown.language in languages:
        return shown
    return replace(shown, flaws=(*shown.flaws, Flaw(FlawKind.UNREADABLE_LANGUAGE)))
