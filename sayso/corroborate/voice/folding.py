"""Voice: everybody heard on an event, each counted once.

Folded over copies and credits (the origin's voice counts, not the relay's), over spellings (the entity),
and over an organisation and those who speak for it. Every fold says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.corroborate.event.clustering import Cluster
from sayso.corroborate.event.twin import Node
from sayso.corroborate.lineage.finding import is_close, same_outlet
from sayso.corroborate.side import Sides
from sayso.corroborate.telling import Telling
from sayso.corroborate.voice.interest import judge_interest
from sayso.corroborate.voice.speaker import (
    head_words,
    is_agencies,
    is_agency,
    is_another,
    is_nobody,
    is_released,
    is_third,
    is_unnamed,
    is_vague,
)
from sayso.corroborate.wording import share, stems
from sayso.model.claim import Mention
from sayso.model.identity import identify
from sayso.model.lineage import Lineage
from sayso.model.voice import Voice

_SAME_WORDS = 0.6  # "one anonymous post on the channel" in a report that credits "a post on the messaging channel"


@dataclass(frozen=True, slots=True)
class Speaking:
    """A node and who speaks in it: the mention that counts, what it is, and why it was chosen."""

    node: Node
    mention: Mention
    is_outlet: bool
    reasons: tuple[str, ...] = ()

    @property
    def telling(self) -> Telling:
        return self.node.origin


@dataclass(slots=True)
class _Fold:
    """Speakings that are one voice, while it is being put together."""

    speakings: list[Speaking]
    reasons: list[str] = field(default_factory=list)


def find_voices(
    cluster: Cluster, lineage: Sequence[Lineage], sides: Sides, *, learnt: Mapping[str, int]
) -> tuple[Voice, ...]:
    """The voices of one event, in the order in which they were first learnt."""
    speakings = [speaking for node in cluster.nodes if (speaking := hear(node))]
    speakings = _fold_relays(speakings, lineage)
    folds = _fold_speakers(speakings, lineage, sides)
    voices = [_make_voice(fold, cluster, sides, learnt=learnt) for fold in folds]
    return tuple(sorted(voices, key=lambda voice: learnt[voice.claims[0]]))


def hear(node: Node) -> Speaking | None:
    """Who speaks in a node: the nearest speaker of its origin; None where a cue has no source."""
    telling = node.origin
    chain = telling.claim.chain
    if not chain:
        outlet = telling.report.outlet or telling.report.address
        return Speaking(node, Mention(outlet, names=(outlet,)), is_outlet=True)
    nearest = chain[0].source
    if is_nobody(nearest):
        return None
    if is_released(nearest) and len(chain) > 2 and not is_third(chain[1].source):
        return Speaking(node, chain[1].source, False, (f'"{nearest.text}" were released by {chain[1].source.name}',))
    return Speaking(node, nearest, is_outlet=telling.claim.is_own_voice)


def _fold_relays(speakings: Sequence[Speaking], lineage: Sequence[Lineage]) -> list[Speaking]:
    """Outlets and vague sources that have it from others in this event give way to those others.

    "The Ledger Online reports" is the Ledger's own sources, if the Ledger's report is here; the own voice of a
    copy or rewrite is that of its origin; "several sources" in a report that credits another are that other's.
    """
    kept: list[Speaking] = []
    moved: list[Speaking] = []
    for speaking in speakings:
        origins = _origins(speaking, speakings, lineage)
        (moved if origins else kept).append(speaking)
    if not kept:
        return list(speakings)
    for speaking in moved:
        target = _follow(speaking, speakings, kept, lineage)
        because = f"{speaking.mention.text} in {_name(speaking)} has it from {target.mention.text}"
        kept.append(replace(target, node=speaking.node, reasons=(*target.reasons, because)))
    return kept


def _follow(
    speaking: Speaking, speakings: Sequence[Speaking], kept: Sequence[Speaking], lineage: Sequence[Lineage]
) -> Speaking:
    """The end of the relay, step by step; the nearest by words where an origin has several speakers."""
    seen: set[str] = set()
    current = speaking
    while current.node.id not in seen:
        seen.add(current.node.id)
        if current in kept:
            return current
        origins = _origins(current, speakings, lineage)
        fresh = [origin for origin in origins if origin.node.id not in seen]
        if not fresh:
            break
        current = max(fresh, key=lambda origin: (share(speaking.telling.words, origin.telling.words), origin.node.id))
    return min(kept, key=lambda k: k.node.id)


def _origins(speaking: Speaking, speakings: Sequence[Speaking], lineage: Sequence[Lineage]) -> list[Speaking]:
    """The speakings that this one has its content from; empty if it speaks for itself."""
    mine = speaking.telling.report
    others = [s for s in speakings if s.telling.report.id != mine.id]
    if not speaking.is_outlet:
        named = [s for s in others if _names_outlet(speaking.mention, s.telling.report.outlet)]
        if named:
            return named
        if is_vague(speaking.mention):
            credited = {edge.of for edge in lineage if edge.report == mine.id}
            return [s for s in others if s.telling.report.id in credited] or _agencies(speaking, others)
        return []
    parents = {edge.of for edge in lineage if edge.report == mine.id and is_close(edge.relation)}
    return [
        s for s in others if s.telling.report.id in parents and not same_outlet(s.telling.report.outlet, mine.outlet)
    ]


def _agencies(speaking: Speaking, others: Sequence[Speaking]) -> list[Speaking]:
    """Those agencies' reports here that were told before, for "the agencies" without a name."""
    told = speaking.telling.report.told or ""
    return [
        s
        for s in others
        if is_agencies(speaking.mention)
        and is_agency(s.telling.report.outlet or "")
        and (s.telling.report.told or "9999") <= told
        and s.telling.stance is speaking.telling.stance
    ]


def _names_outlet(mention: Mention, outlet: str | None) -> bool:
    return any(same_outlet(name, outlet) for name in (mention.text, *mention.names))


def _fold_speakers(speakings: Sequence[Speaking], lineage: Sequence[Lineage], sides: Sides) -> list[_Fold]:
    """Speakings of one speaker put together, in order of identifier, so that the result has no order in it."""
    folds: list[_Fold] = []
    ordered = sorted(
        speakings, key=lambda s: (s.telling.report.told or "9999", s.telling.report.id, s.telling.position)
    )
    for speaking in ordered:
        for fold in folds:
            because = next(
                (b for other in fold.speakings if (b := is_one_voice(speaking, other, lineage, sides))), None
            )
            if because:
                fold.speakings.append(speaking)
                fold.reasons.append(because)
                break
        else:
            folds.append(_Fold([speaking], []))
    return folds


def is_one_voice(left: Speaking, right: Speaking, lineage: Sequence[Lineage], sides: Sides) -> str | None:
    """Why two speakings are one voice; None if they are not."""
    mine, theirs = left.mention, right.mention
    if left.is_outlet or right.is_outlet:
        one = left.is_outlet and right.is_outlet and same_outlet(mine.text, theirs.text)
        named = _names_outlet(mine, theirs.text) if right.is_outlet else _names_outlet(theirs, mine.text)
        return "the outlet's own voice" if one or named else None
    if is_unnamed(mine) or is_unnamed(theirs):
        return _is_one_unnamed(left, right, lineage)
    if mine.entity == theirs.entity:
        return f"{mine.text} and {theirs.text} are one" if mine.text != theirs.text else "the same speaker"
    if sides.is_same_organ(mine.entity, theirs.entity):
        return f"{mine.text} and {theirs.text} are one organ"
    return _is_one_side(left, right, sides)


def _is_one_side(left: Speaking, right: Speaking, sides: Sides) -> str | None:
    """Whether both speak for one body, each on the day on which it was told."""
    mine, theirs = left.mention.entity, right.mention.entity
    if mine is None or theirs is None:
        return None
    then, later = sides.on(left.telling.report.told), sides.on(right.telling.report.told)
    if then.voice_of(mine) != later.voice_of(theirs) and not then.are_organs_of_one(mine, theirs):
        return None
    return "; ".join(dict.fromkeys([*then.reasons(mine), *later.reasons(theirs)]))


def _is_one_unnamed(left: Speaking, right: Speaking, lineage: Sequence[Lineage]) -> str | None:
    """Unnamed sources are one within an outlet, or over lineage, when their words agree; never across others."""
    mine, theirs = left.mention, right.mention
    if mine.entity and mine.entity == theirs.entity:
        return "the same words for one source"
    if is_unnamed(mine) != is_unnamed(theirs) or not head_words(mine) & head_words(theirs):
        return None
    one, other = left.telling.report, right.telling.report
    if one.id == other.id:
        return "the same words in one report" if mine.text.casefold() == theirs.text.casefold() else None
    agreement = share(stems(mine.text), stems(theirs.text))
    if is_another(mine) != is_another(theirs) or agreement < _SAME_WORDS:
        return None
    if same_outlet(one.outlet, other.outlet):
        return "the same unnamed source of one outlet" if agreement == 1.0 else None
    related = any({edge.report, edge.of} == {one.id, other.id} for edge in lineage)
    return f"{one.outlet} and {other.outlet} have it from one another" if related else None


def _make_voice(fold: _Fold, cluster: Cluster, sides: Sides, *, learnt: Mapping[str, int]) -> Voice:
    tellings = sorted(
        (member for s in fold.speakings for member in s.node.members), key=lambda telling: learnt[telling.id]
    )
    first = min(fold.speakings, key=lambda s: min(learnt[m.id] for m in s.node.members))
    head = _head(fold, first)
    speaker = sides.on(head.telling.report.told).of(head.mention.entity)
    return Voice(
        id=identify("w", tellings[0].id, head.mention.name),
        name=head.mention.name if not head.is_outlet else head.mention.text,
        names=_gather_names(fold.speakings),
        speaks_for=speaker if speaker != head.mention.entity else None,
        stances=tuple(sorted({telling.stance for telling in tellings})),
        interest=judge_interest(
            head.mention.entity,
            told=head.telling.report.told,
            is_outlet=head.is_outlet,
            is_unnamed=is_unnamed(head.mention),
            tellings=cluster.tellings,
            sides=sides,
        ),
        claims=tuple(telling.id for telling in tellings),
        reasons=tuple(
            dict.fromkeys([*(r for s in fold.speakings for r in (*s.reasons, *s.node.reasons)), *fold.reasons])
        ),
    )


def _head(fold: _Fold, first: Speaking) -> Speaking:
    """The speaking that names the voice: a named one before an unnamed, else the first learnt."""
    return next((s for s in fold.speakings if s.mention.entity and not is_unnamed(s.mention)), first)


def _gather_names(speakings: Iterable[Speaking]) -> tuple[str, ...]:
    names = [name for s in speakings for name in (s.mention.text, *s.mention.names)]
    return tuple(dict.fromkeys(names))


def _name(speaking: Speaking) -> str:
    return speaking.telling.report.outlet or speaking.telling.report.id
