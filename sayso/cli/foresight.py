"""Foresight: what a decision on knowledge would change, said before it changes, and the question whether to do it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence

import typer
from rich.console import Console
from rich.markup import escape

from sayso.brief import HAPPENED, plural
from sayso.cli.app import errors_to, page
from sayso.cli.caption import caption_decision
from sayso.errors import UsageError
from sayso.model.claim import Claim
from sayso.model.conflict import Conflict
from sayso.model.decision import Decision
from sayso.model.difference import (
    Difference,
    EntityChange,
    Heard,
    HoldingChange,
    MentionChange,
    VoiceChange,
)
from sayso.model.holding import Holding
from sayso.model.knowledge import Knowledge
from sayso.model.lineage import Lineage
from sayso.model.shift import ClaimChange, EventChange
from sayso.pipeline import foresee, take_in_all
from sayso.workshop import Workshop

_SHOWN = 12  # lines of one sort; the rest are counted


def settle(decision: Decision, shop: Workshop, *, dry_run: bool, yes: bool) -> bool:
    """Says what the decision would change and, unless it is a dry run, makes it once a person has agreed.

    True if it was made. Raises UsageError where nobody can be asked and nobody said --yes.
    """
    return settle_all([decision], shop, dry_run=dry_run, yes=yes)


def settle_all(decisions: Sequence[Decision], shop: Workshop, *, dry_run: bool, yes: bool) -> bool:
    """The same for several decisions that stand together."""
    out = page()
    for decision in decisions:
        out.print(f"[bold]{escape(caption_decision(decision, _list_texts(decision, shop)))}[/]")
    print_difference(foresee(decisions, shop), out, shop.knowledge)
    if dry_run or not (yes or _ask()):
        errors_to().print("nothing was changed")
        return False
    take_in_all(decisions, shop)
    for decision in decisions:
        errors_to().print(f"decided by {escape(decision.by)} (sayso undo {decision.id})")
    return True


def _list_texts(decision: Decision, shop: Workshop) -> Mapping[str, str]:
    """The texts whose words a decision names, by version."""
    report = decision.target.report if decision.target.version else None
    return {each.version: each.text for each in shop.record.versions(report)} if report else {}


def print_difference(difference: Difference, out: Console, knowledge: Knowledge) -> None:
    """What changes, a line each; a sentence if nothing does."""
    for line in tell_difference(difference, {id_: entry.names[0] for id_, entry in knowledge.entries.items()}):
        out.print(f"  {escape(line)}")


def tell_difference(difference: Difference, names: Mapping[str, str]) -> Iterator[str]:
    """Lines on all that changes; `names` are those of entities that no report names."""
    if not difference:
        yield "no claim, voice, conflict or holding of this record would change"
    yield from _few(_tell_claim_change(each) for each in difference.claims)
    yield from _few(_tell_joined(each) for each in difference.joined)
    yield from _few(_tell_parted(each) for each in difference.parted)
    yield from _few(_tell_voices(each, names) for each in difference.voices)
    yield from _few(f"conflict gained: {_tell_conflict(each)}" for each in difference.conflicts_gained)
    yield from _few(f"conflict lost: {_tell_conflict(each)}" for each in difference.conflicts_lost)
    yield from _few(_tell_holding_change(each) for each in difference.holdings)
    yield from _few(_tell_mention(each) for each in difference.mentions)
    yield from _few(_tell_event(each) for each in difference.events)
    yield from _few(
        f"{each.voice} gives another count: “{each.before}” -> “{each.after}”" for each in difference.recounts
    )
    yield from _few(f"lineage gained: {_tell_edge(each)}" for each in difference.edges_gained)
    yield from _few(f"lineage lost: {_tell_edge(each)}" for each in difference.edges_lost)
    yield from _few(f"taken back: “{words}”" for words in difference.retracted)
    yield from _few(f"no longer on its page: “{words}”" for words in difference.withdrawn)


def _ask() -> bool:
    if not sys.stdin.isatty():
        raise UsageError("nothing was changed: say --yes to do it, or --dry-run only to see what it would change")
    return typer.confirm("Do it?", err=True)


def _few(lines: Iterable[str]) -> Iterator[str]:
    every = list(lines)
    yield from every[:_SHOWN]
    if len(every) > _SHOWN:
        yield f"and {len(every) - _SHOWN} more like these"


def _tell_claim_change(change: ClaimChange) -> str:
    before, after = change.before, change.after
    if before is None or after is None:
        return f"claim {'gained' if after else 'lost'}: {_tell_claim(after or before)}"
    was, now = _tell_claim(before), _tell_claim(after)
    return f"claim: {was} -> {now}" if was != now else f"claim told by other words: {now}"


def _tell_claim(claim: Claim | None) -> str:
    if claim is None:
        return ""
    speaker = claim.speaker.name if claim.speaker else "nobody"
    roles = "".join(f", {each.role} “{each.mention.text}”" for each in claim.roles)
    return f"“{claim.evidence.text}” ({claim.type.replace('_', ' ')}, {claim.stance}, by {speaker}{roles})"


def _tell_joined(change: EntityChange) -> str:
    return f"one where {len(change.before)} were: {_list(change.before)}"


def _tell_parted(change: EntityChange) -> str:
    return f"{len(change.after)} where one was: {_list(change.after)}"


def _tell_voices(change: VoiceChange, names: Mapping[str, str]) -> str:
    where = f" at {change.place}" if change.place else ""
    event = f" ({change.event})" if change.event else ""
    count = f"{len(change.before)} -> {plural(len(change.after), 'voice')}"
    heard = f"{_hear(change.before, names)} -> {_hear(change.after, names)}"
    return f"{HAPPENED[change.type]}{where}{event}: {count}: {heard}"


def _hear(heard: tuple[Heard, ...], names: Mapping[str, str]) -> str:
    told = (
        f"{each.name}{f' for {names.get(each.speaks_for, each.speaks_for)}' if each.speaks_for else ''}"
        f" ({each.interest})"
        for each in heard
    )
    return ", ".join(told) or "nobody"


def _tell_conflict(conflict: Conflict) -> str:
    return f"on {conflict.on}: “{conflict.values[0]}” against “{conflict.values[1]}”"


def _tell_holding_change(change: HoldingChange) -> str:
    if change.before and change.after:
        before, after = _tell_holding(change.before), _tell_holding(change.after)
        return f"holding: {before} -> {after}" if before != after else f"holding told by other claims too: {after}"
    if change.after:
        return f"holding gained: {_tell_holding(change.after)}"
    return f"holding lost: {_tell_holding(change.before)}" if change.before else ""


def _tell_holding(holding: Holding) -> str:
    place, holder = holding.place_names[:1] or (holding.place,), holding.holder_names[:1] or (holding.holder,)
    since = f" from {holding.start}" if holding.start else ""
    return f"{place[0]} by {holder[0]}{since} ({holding.status}, {plural(holding.voices, 'voice')})"


def _tell_event(change: EventChange) -> str:
    where = f" at {change.place}" if change.place else ""
    parts = [
        f"{word} {', '.join(f'“{words}”' for words in claims)}"
        for word, claims in (("takes in", change.gained), ("gives up", change.lost))
        if claims
    ]
    return f"{HAPPENED[change.type]}{where} ({change.event}): {'; '.join(parts)}"


def _tell_edge(edge: Lineage) -> str:
    return f"{edge.report} is a {edge.relation} of {edge.of} ({edge.evidence})"


def _tell_mention(change: MentionChange) -> str:
    return f"claim {change.claim}, {change.part} “{change.words}”: {change.before} -> {change.after}"


def _list(names: tuple[str, ...]) -> str:
    return ", ".join(f"“{name}”" for name in names)
