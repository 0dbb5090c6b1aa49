"""Known things as pages for people: what `sayso know show` and `sayso know find` print."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from sayso.brief import describe_known, plural
from sayso.cli.called import Called
from sayso.cli.likeness import Like, find_places
from sayso.knowledge import describe_entry
from sayso.model.entity import Entity, EntityKind
from sayso.model.knowledge import Knowledge
from sayso.model.resting import Resting, rows_resting_on
from sayso.model.snapshot import Snapshot


def print_known(called: Called, knowledge: Knowledge, snapshot: Snapshot, out: Console) -> None:
    """An entry as its file has it, the entity as the record has it, and how much of the record rests on it."""
    out.print(f"[bold]{escape(called.caption)}[/]")
    if called.entry:
        _print_rows(describe_entry(knowledge, called.entry), out)
    if called.entity:
        _print_rows(_tell_entity(called.entity, knowledge, snapshot), out)
        if called.entity.kind is EntityKind.PLACE and called.entity.location is None:
            print_likes(find_places(called.caption, knowledge), out)
    elif snapshot.resolutions:
        out.print(Padding("[dim]no report of this record names it[/]", (0, 0, 0, 2)))
    if called.entity or called.entry:
        out.print(Padding(escape(_tell_resting(rows_resting_on(snapshot, _ids_of(called)))), (0, 0, 0, 2)))


def print_likes(likes: Iterable[Like], out: Console) -> None:
    """What words may stand for, a row each."""
    table = Table("what", "name", "id", "likeness", "because")
    for like in likes:
        table.add_row(
            *map(escape, (like.sort.replace("_", " "), like.name, like.id, f"{like.score:.2f}", like.because))
        )
    out.print(table)


def _ids_of(called: Called) -> list[str]:
    """The identifiers that rows resting on it may bear: its own, its key, and its place's."""
    place = called.entity.location.place.id if called.entity and called.entity.location else ""
    return [each for each in (called.id, called.entry.key if called.entry else "", place) if each]


def _print_rows(rows: tuple[tuple[str, str], ...], out: Console) -> None:
    for what, how in rows:
        out.print(Padding(f"[dim]{escape(what)}:[/] {escape(how)}", (0, 0, 0, 2), expand=False))


def _tell_entity(entity: Entity, knowledge: Knowledge, snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    every = {**knowledge.entities, **snapshot.list_entities()}
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
