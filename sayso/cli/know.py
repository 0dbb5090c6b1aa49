"""`sayso know`: what is known beside the reports, and what persons decide of it: signed, dated, undoable."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from sayso.brief import plural
from sayso.cli.adding import Asked, plan_addition
from sayso.cli.app import RecordOption, app, errors_to, open_shop, page
from sayso.cli.called import find_called, find_pair, open_known
from sayso.cli.decide import undo
from sayso.cli.foresight import settle
from sayso.cli.known import print_known, print_likes
from sayso.cli.likeness import find_like
from sayso.errors import InputError, NotInRecord, UsageError
from sayso.knowledge.imports import KINDS, import_file
from sayso.model.addition import check_name, write_addition
from sayso.model.decision import DecisionKind, Target
from sayso.model.knowing import decide_knowledge, fold_name
from sayso.pipeline import derive, propose
from sayso.settings import load_settings
from sayso.workshop import open_knowledge

know = typer.Typer(no_args_is_help=True, rich_markup_mode="rich")
app.add_typer(
    know,
    name="know",
    help="""Show what is known beside the reports, add to it, merge and split names; every decision can be undone.

    [dim]Example: sayso know show Haftar[/]""",
)

Name = Annotated[str, typer.Argument(metavar="NAME", help="An entry's id, an entity's identifier, or a name.")]
Because = Annotated[
    str | None,
    typer.Option("--because", metavar="REASON", help="The reason, in a sentence; it is kept with your name."),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what it would change.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do it without asking.")]


@know.command()
def show(name: Name, record: RecordOption = None) -> None:
    """Print what is known of it: names, source, whom it speaks for and when, where it lies, and what rests on it.

    [dim]Example: sayso know show "Al-Jufra" --record affair.db[/]
    """
    knowledge, snapshot = open_known(record, load_settings())
    try:
        print_known(find_called(name, knowledge, snapshot), knowledge, snapshot, page())
    except NotInRecord:
        likes = find_like(name, knowledge, snapshot)
        if not likes:
            raise
        errors_to().print(f"no entry and nothing in the record bears the name “{escape(name)}”; like it are:")
        print_likes(likes, page())


@know.command()
def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Words, in any spelling and script.")],
    record: RecordOption = None,
) -> None:
    """Print what the words may stand for, the likeliest first, each with its reason.

    [dim]Example: sayso know find "Hifter"[/]
    """
    if wrong := check_name(name):
        raise UsageError(wrong)
    knowledge, snapshot = open_known(record, load_settings())
    likes = find_like(name, knowledge, snapshot)
    if not likes:
        way = "try a longer or a shorter form"
        raise NotInRecord(f"nothing that is known or named in this record is like {name[:80]!r}; {way}")
    print_likes(likes, page())


@know.command()
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A new entry's name, or an entry's id or name.")],
    source: Annotated[str, typer.Option(help="Where it is from, or: unchecked (from memory alone).")] = "",
    type_: Annotated[str | None, typer.Option("--type", metavar="TYPE", help="person, armed_group, outlet …")] = None,
    alias: Annotated[list[str] | None, typer.Option(metavar="NAME", help="One more name; may be repeated.")] = None,
    speaks_for: Annotated[str | None, typer.Option(metavar="NAME", help="Whom it speaks for.")] = None,
    role: Annotated[str | None, typer.Option("--as", metavar="ROLE", help="spokesman, commander, organ …")] = None,
    start: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Since when: 2014, 2014-05.")] = None,
    end: Annotated[str | None, typer.Option("--until", metavar="DATE", help="Until when.")] = None,
    country: Annotated[str | None, typer.Option(metavar="CODE", help="Its country: LY.")] = None,
    id_: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="A new entry's id; default from its name.")
    ] = None,
    because: Because = None,
    dry_run: DryRun = False,
    yes: Yes = False,
    record: RecordOption = None,
) -> None:
    """Add an entry, a name or an affiliation; --from and --until are the affiliation's where there is one.

    [dim]Example: sayso know add "Ahmed Mesmary" --type person --speaks-for libya-lna --as spokesman --from 2014[/]
    """
    asked = Asked(name, source, type_, tuple(alias or ()), speaks_for, role, start, end, country, id_)
    reason = _check_reason(because, dry_run=dry_run)
    with open_shop(record) as shop:
        knowledge = decide_knowledge(shop.knowledge, shop.record.decisions())
        key, addition = plan_addition(asked, knowledge)
        made = propose(DecisionKind.ADD, Target(known=key), write_addition(addition), because=reason, shop=shop)
        settle(made, shop, dry_run=dry_run, yes=yes)


@know.command()
def merge(
    one: Name,
    other: Name,
    because: Because = None,
    dry_run: DryRun = False,
    yes: Yes = False,
    record: RecordOption = None,
) -> None:
    """Say that two names, entries or things of the record are one; of two entries the first keeps its id.

    [dim]Example: sayso know merge "Hifter" "Haftar" --because "two spellings of one name"[/]
    """
    _relate(DecisionKind.MERGE, (one, other), because, dry_run=dry_run, yes=yes, record=record)


@know.command()
def split(
    one: Name,
    other: Name,
    because: Because = None,
    dry_run: DryRun = False,
    yes: Yes = False,
    record: RecordOption = None,
) -> None:
    """Say that a name is not that entry, or that two names stand for two.

    [dim]Example: sayso know split "Saddam Haftar" haftar --because "the son, not the father"[/]
    """
    _relate(DecisionKind.SPLIT, (one, other), because, dry_run=dry_run, yes=yes, record=record)


know.command("undo", help=undo.__doc__)(undo)


@know.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=f"A file of {', '.join(KINDS)}.")],
    into: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Your knowledge folder; default SAYSO_KNOWLEDGE.")
    ] = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="The form, where the file does not show it.")] = None,
    country: Annotated[list[str] | None, typer.Option(metavar="CODE", help="This country's alone: LY.")] = None,
) -> None:
    """Take others' known things into your knowledge folder, as tables to edit; the next run uses them.

    Exit status: 0 if every line could be used, 3 if any could not.

    [dim]Example: sayso know import airports.csv --into knowledge/ --country LY[/]
    """
    folder = into or load_settings().knowledge
    if folder is None:
        raise UsageError("say with --into, or with SAYSO_KNOWLEDGE, which folder of yours it is imported into")
    done = import_file(file, kind, into=folder, countries=country or ())
    for told in (*done.said, *map(str, done.faults)):
        errors_to().print(escape(told))
    counted = (
        f"{done.added} added, {done.updated} updated, {done.unchanged} unchanged, {done.kept} kept as a person has it"
    )
    errors_to().print(f"{done.kind}: {counted}; in {escape(', '.join(map(str, done.files)) or 'no file')}")
    if done.faults:
        raise typer.Exit(InputError.exit_code)


@know.command()
def check() -> None:
    """Print what is wrong in the knowledge files, each with file and line; exit status 1 if anything is.

    [dim]Example: sayso know check[/]
    """
    knowledge = open_knowledge(load_settings())
    for fault in knowledge.faults:
        page().print(escape(str(fault)))
    errors_to().print(f"{plural(len(knowledge.entries), 'entry', 'entries')}, {plural(len(knowledge.faults), 'fault')}")
    if knowledge.faults:
        raise typer.Exit(1)


def _relate(
    kind: DecisionKind, called: tuple[str, str], because: str | None, *, dry_run: bool, yes: bool, record: str | None
) -> None:
    """Two things are merged or split. Raises UsageError for one thing with itself."""
    reason = _check_reason(because, dry_run=dry_run)
    with open_shop(record) as shop:
        derive(shop)  # what the names stand for now
        knowledge, snapshot = decide_knowledge(shop.knowledge, shop.record.decisions()), shop.record.snapshot()
        one, other = find_pair(called, knowledge, snapshot)
        if kind is DecisionKind.MERGE and not (one.id and other.id):
            raise UsageError("a known place's identifier can be split off a name; to merge, give the place's name")
        if fold_name(one.name) == fold_name(other.name) or (one.is_key and other.is_key and one.id == other.id):
            way = "merge it with another" if kind is DecisionKind.MERGE else "name the two that are to be told apart"
            raise UsageError(f"{called[0]!r} and {called[1]!r} are the same words for one thing; {way}")
        made = propose(kind, Target(known=one.name), other.name, because=reason, shop=shop)
        settle(made, shop, dry_run=dry_run, yes=yes)


def _check_reason(because: str | None, *, dry_run: bool) -> str:
    if not dry_run and not (because or "").strip():
        raise UsageError("say why with --because, in a sentence; it is kept with your name")
    return because or ""
