"""`sayso accept`, `reject`, `amend`, `add`: what a person decides of claims, by the words of their report.

Each says first what it would change and asks; each is signed, dated and undoable, and outlives every new reading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from sayso.cli.app import RecordOption, app, open_shop
from sayso.cli.foresight import settle_all
from sayso.cli.named import find_report, look_up_claim
from sayso.errors import NotInRecord, UsageError
from sayso.model.checking import Act, Value, accept, add, amend, mark_whole, reject
from sayso.model.claim import Claim
from sayso.model.draft import Draft, Place, Step, draft_of
from sayso.model.locating import Unfound, find_pieces, find_place
from sayso.model.resolution import Resolution
from sayso.model.values.stance import Basis, ClaimType, Role, Stance
from sayso.pipeline import propose
from sayso.workshop import Workshop

ClaimName = Annotated[str, typer.Argument(metavar="CLAIM", help="A claim, by its identifier ('sayso show' has it).")]
Because = Annotated[str, typer.Option("--because", help="The reason, in a sentence; it is kept with your name.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what it would change.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do it without asking.")]
Words = Annotated[str | None, typer.Option("--words", help="The exact words of the claim; '…' for a gap.")]
At = Annotated[int | None, typer.Option("--at", metavar="N", help="Where they begin, if they stand there twice.")]
TypeOption = Annotated[ClaimType | None, typer.Option("--type", help="What kind of claim it is.")]
StanceOption = Annotated[Stance | None, typer.Option("--stance", help="How the speaker puts it.")]
Trigger = Annotated[str | None, typer.Option("--trigger", help="The word that tells of it.")]
Roles = Annotated[
    list[str] | None, typer.Option("--role", metavar="ROLE=WORDS", help='Who or what: --role place="Sarn".')
]
Speaker = Annotated[
    str | None, typer.Option("--speaker", help="The words for who says so; empty for the outlet's own voice.")
]
Cue = Annotated[str | None, typer.Option("--cue", help="The words of saying: 'told', 'denied'.")]
When = Annotated[str | None, typer.Option("--when", help="The words of time.")]
Number = Annotated[str | None, typer.Option("--number", help="The words of a count.")]
Manner = Annotated[str | None, typer.Option("--manner", help="The words that say how.")]
BasisOption = Annotated[Basis | None, typer.Option("--basis", help="How the speaker knows.")]

_ASKED = "checked against the words"


@app.command("accept")
def accept_(
    thing: Annotated[str, typer.Argument(metavar="CLAIM|REPORT", help="A claim, or a report checked whole.")],
    because: Because = _ASKED,
    dry_run: DryRun = False,
    yes: Yes = False,
    record: RecordOption = None,
) -> None:
    """Say that a claim is so as it was read, whatever a later reading makes of it; or that a report is checked whole.

    Of a report it says that every claim in it stands and that none is missing: `sayso export corpus` then takes it.

    [dim]Example: sayso accept c4be1d0a7a3bd2f91[/]
    """
    with open_shop(record) as shop:
        if found := look_up_claim(thing, shop.record):
            claim, resolution = found
            act = accept(claim, resolution.attributions)
        else:
            whole = _find_resolution(thing, shop)
            act = mark_whole(whole.report.id, whole.report.version, whole.claims, whole.attributions)
        _settle([act], because, shop, dry_run=dry_run, yes=yes)


@app.command("reject")
def reject_(
    claim: ClaimName, because: Because, dry_run: DryRun = False, yes: Yes = False, record: RecordOption = None
) -> None:
    """Say that the report says no such thing: the claim is gone, in every later reading too.

    [dim]Example: sayso reject c4be1d0a7a3bd2f91 --because "a drill, as the next sentence says"[/]
    """
    with open_shop(record) as shop:
        found, resolution = _find(claim, shop)
        _settle([reject(found, resolution.attributions)], because, shop, dry_run=dry_run, yes=yes)


@app.command("amend")
def amend_(
    claim: ClaimName,
    because: Because,
    words: Words = None,
    at: At = None,
    type_: TypeOption = None,
    stance: StanceOption = None,
    trigger: Trigger = None,
    role: Roles = None,
    speaker: Speaker = None,
    cue: Cue = None,
    when: When = None,
    number: Number = None,
    manner: Manner = None,
    basis: BasisOption = None,
    dry_run: DryRun = False,
    yes: Yes = False,
    record: RecordOption = None,
) -> None:
    """Say what of a claim is other than it was read; empty words take a part away.

    [dim]Example: sayso amend c4be1d0a7a3bd2f91 --stance denied --role place="" --because "the mayor denies it"[/]
    """
    with open_shop(record) as shop:
        found, resolution = _find(claim, shop)
        draft, text = draft_of(found, resolution.attributions), resolution.report.text
        near = (draft.start, draft.end)
        changed: list[tuple[str, Value]] = [("words", _pieces(words, text, at))] if words else []
        chosen = (("type", type_), ("stance", stance), ("basis", basis))
        changed += [(part, value) for part, value in chosen if value is not None]
        placed = (("trigger", trigger), ("when", when), ("manner", manner))
        changed += [(part, _place(each, text, near)) for part, each in placed if each is not None]
        changed += _group_roles(_roles(role, text, near))
        if number is not None:
            changed.append(("quantities", _places(number, text, near)))
        if speaker is not None or cue is not None:
            changed.append(("speaker", _respoken(draft, speaker, cue, text)))
        if not changed:
            raise UsageError('nothing is amended; say what is other, as --stance denied or --words "…"')
        acts = [amend(found, resolution.attributions, part, value) for part, value in changed]
        _settle(acts, because, shop, dry_run=dry_run, yes=yes)


@app.command("add")
def add_(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="A report's identifier, address or file name.")],
    words: Annotated[str, typer.Option("--words", help="The exact words of the claim; '…' for a gap.")],
    type_: Annotated[ClaimType, typer.Option("--type", help="What kind of claim it is.")],
    because: Because,
    at: At = None,
    stance: Annotated[Stance, typer.Option("--stance", help="How the speaker puts it.")] = Stance.ASSERTED,
    trigger: Trigger = None,
    role: Roles = None,
    speaker: Speaker = None,
    cue: Cue = None,
    when: When = None,
    number: Number = None,
    manner: Manner = None,
    basis: Annotated[Basis, typer.Option("--basis", help="How the speaker knows.")] = Basis.UNSTATED,
    dry_run: DryRun = False,
    yes: Yes = False,
    record: RecordOption = None,
) -> None:
    """Add a claim that the reader missed, by its words; it is then resolved, dated and counted like any other.

    [dim]Example: sayso add wire.txt --words "lost it" --type seize --speaker "the Guard" --because "missed"[/]
    """
    with open_shop(record) as shop:
        resolution = _find_resolution(report, shop)
        text = resolution.report.text
        pieces = _pieces(words, text, at)
        near = (pieces[0][0], pieces[-1][1])
        draft = Draft(
            resolution.report.id,
            resolution.report.version,
            type_,
            stance,
            pieces,
            _place(trigger, text, near),
            tuple((each, place) for each, places in _roles(role, text, near) for place in places),
            _place(when, text, near),
            _places(number, text, near),
            _place(manner, text, near),
            basis,
            _spoken(speaker, cue, text, near),
        )
        _settle([add(draft, resolution.attributions)], because, shop, dry_run=dry_run, yes=yes)


def _find(claim: str, shop: Workshop) -> tuple[Claim, Resolution]:
    """The claim of an identifier with its report. Raises NotInRecord."""
    if found := look_up_claim(claim, shop.record):
        return found
    raise NotInRecord(f"{claim!r} is no claim of this record; 'sayso show REPORT' lists the claims of a report")


def _find_resolution(report: str, shop: Workshop) -> Resolution:
    resolutions = shop.record.only_reports({report}).resolutions or shop.record.snapshot().resolutions
    found = find_report([each.report for each in resolutions], report)
    return next(each for each in resolutions if each.report.id == found.id)


def _settle(acts: Sequence[Act], because: str, shop: Workshop, *, dry_run: bool, yes: bool) -> None:
    made = [propose(*act, because=because, shop=shop) for act in acts]
    settle_all(made, shop, dry_run=dry_run, yes=yes)


def _pieces(words: str, text: str, at: int | None) -> tuple[Place, ...]:
    """Where the words of a claim stand. Raises UsageError where they do not, or stand there more than once."""
    try:
        return find_pieces(words, text, at=[at] if at is not None else ())
    except Unfound as error:
        raise UsageError(_tell_unfound(error)) from error


def _place(words: str | None, text: str, near: Place) -> Place | None:
    """Where the words of a part stand, in the claim or nearest to it; None for no words. Raises UsageError."""
    if not words:
        return None
    try:
        return find_place(words, text, near=near)
    except Unfound as error:
        raise UsageError(_tell_unfound(error)) from error


def _places(words: str | None, text: str, near: Place) -> tuple[Place, ...]:
    place = _place(words, text, near)
    return (place,) if place else ()


def _tell_unfound(error: Unfound) -> str:
    if not error.places:
        return f"“{error.words}” does not stand in the report; copy the words exactly as 'sayso show' prints them"
    shown = "; ".join(f"--at {each.start}: …{each.before}[{each.words}]{each.after}…" for each in error.places[:6])
    return f"“{error.words}” stands there {len(error.places)} times; say which: {' '.join(shown.split())}"


def _roles(given: Sequence[str] | None, text: str, near: Place) -> Iterator[tuple[Role, tuple[Place, ...]]]:
    """Roles by name with their places, none for empty words. Raises UsageError for no role."""
    for each in given or ():
        name, equals, words = each.partition("=")
        if not equals or name.strip() not in list(Role):
            raise UsageError(f'{each!r} fills no role; write it as place="Sarn", with one of {", ".join(Role)}')
        yield Role(name.strip()), _places(words.strip(), text, near)


def _group_roles(roles: Iterator[tuple[Role, tuple[Place, ...]]]) -> list[tuple[str, Value]]:
    """The places of each role together: a role that is named twice has two fillers."""
    found: dict[str, tuple[Place, ...]] = {}
    for role, places in roles:
        found[role] = found.get(role, ()) + places
    return list(found.items())


def _spoken(speaker: str | None, cue: str | None, text: str, near: Place) -> tuple[Step, ...]:
    """Who says so, by his words and those of saying; nobody for the outlet's own voice."""
    if not speaker:
        return ()
    return (Step(_place(speaker, text, near), _place(cue, text, near)),)


def _respoken(draft: Draft, speaker: str | None, cue: str | None, text: str) -> tuple[Step, ...]:
    """The chain of a claim with another nearest speaker, or other words of saying; those who pass it on stay."""
    near = (draft.start, draft.end)
    if speaker == "":
        return ()
    nearest = draft.said[0] if draft.said else Step()
    source = _place(speaker, text, near) if speaker else nearest.source
    said = Step(source, _place(cue, text, near) if cue is not None else nearest.cue, "", nearest.channel)
    outer = [step for step in draft.said[1:] if step.source != source]
    return (said, *outer)
