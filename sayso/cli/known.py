"""Known things as pages for people: what `sayso know show` and `sayso know find` print."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from sayso.brief import describe_known, plural
from sayso.cli.called import Called, list_entities
from sayso.knowledge import describe_entry
from sayso.model.answer import Candidate
from sayso.model.entity import Entity
from sayso.model.knowledge import Knowledge
from sayso.model.resting import Resting, rows_resting_on
from sayso.model.snapshot import Snapshot
from sayso.resolve import name

_SHOWN = 15


def print_known(called: Called, knowledge: Knowledge, snapshot: Snapshot, out: Console) -> None:
    """An entry as its file has it, the entity as the record has it, and how much of the record rests on it."""
    out.print(f"[bold]{escape(called.caption)}[/]")
    if called.entry:
        _print_rows(describe_entry(knowledge, called.entry), out)
    if called.entity:
        _print_rows(_tell_entity(called.entity, knowledge, snapshot), out)
    elif snapshot.resolutions:
        out.print(Padding("[dim]no report of this record names it[/]", (0, 0, 0, 2)))
    if called.entity or called.entry:
        out.print(Padding(escape(_tell_resting(rows_resting_on(snapshot, _ids_of(called)))), (0, 0, 0, 2)))


def print_candidates(words: str, knowledge: Knowledge, snapshot: Snapshot, out: Console) -> None:
    """What words may stand for: entries and entities by their names' likeness, then known places of the name."""
    table = Table("what", "name", "id", "likeness", "because")
    for row in _candidate_rows(words, knowledge, snapshot):
        table.add_row(*map(escape, row))
    out.print(table if table.row_count else f"nothing known is like “{escape(words)}”")


def _ids_of(called: Called) -> list[str]:
    """The identifiers that rows resting on it may bear: its own, its key, and its place's."""
    place = called.entity.location.place.id if called.entity and called.entity.location else ""
    return [each for each in (called.id, called.entry.key if called.entry else "", place) if each]


def _print_rows(rows: tuple[tuple[str, str], ...], out: Console) -> None:
    for what, how in rows:
        out.print(Padding(f"[dim]{escape(what)}:[/] {escape(how)}", (0, 0, 0, 2), expand=False))


def _tell_entity(entity: Entity, knowledge: Knowledge, snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    every = {**knowledge.entities, **list_entities(snapshot)}
    placed = entity.location
    others = placed.others if placed else ()
    return (
        ("in this record", f"{entity.kind}, {entity.id}"),
        ("named there", "; ".join(entity.names)),
        ("from", entity.source),
        *(("known", sentence) for sentence in describe_known(entity, every)),
        *(("because", reason.because) for reason in (placed.reasons if placed else ())),
        *(("could be", f"{each.name} ({each.country or '?'}), {each.id}, {each.score:.2f}") for each in others),
    )


def _tell_resting(resting: Resting) -> str:
    counted = [
        plural(len(resting.claims), "claim"),
        plural(len({voice.id for voice in resting.voices}), "voice"),
        plural(len(resting.events), "event"),
        plural(len(resting.holdings), "holding"),
    ]
    return f"resting on it: {', '.join(counted)}"


def _candidate_rows(words: str, knowledge: Knowledge, snapshot: Snapshot) -> Iterator[tuple[str, str, str, str, str]]:
    every = {**{id_: (e.names, f"{e.type}", e.key) for id_, e in knowledge.entries.items()}}
    for id_, entity in list_entities(snapshot).items():
        names, sort, key = every.get(id_, ((), f"{entity.kind}", id_))
        every[id_] = (tuple(dict.fromkeys([*names, *entity.names])), sort, key)
    bearers = [(each, id_) for id_, (names, _, _) in every.items() for each in names]
    seen: set[str] = set()
    for found in name.candidates(words, [each for each, _ in bearers])[: _SHOWN * 2]:
        for id_ in (id_ for each, id_ in bearers if each == found.of and id_ not in seen):
            seen.add(id_)
            yield every[id_][1], found.of, every[id_][2], f"{found.score:.2f}", _because(found)
    for place in (knowledge.gazetteer.find([words])[0] if knowledge.gazetteer else ())[:_SHOWN]:
        because = f"{place.source}{f', {place.region}' if place.region else ''}"
        yield f"{place.kind}, {place.country or '?'}", place.name, place.id, "", because


def _because(found: Candidate[str]) -> str:
    return "; ".join(reason.because for reason in found.reasons)
