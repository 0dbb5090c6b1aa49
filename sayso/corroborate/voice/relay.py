"""Relay: outlets and vague sources that have it from others in the same event give way to those others.

"The Ledger Online reports" is the Ledger's own source, if the Ledger's report is here; the own voice of a rewrite is
that of its origin; "several sources" in a report that credits another are that other's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.corroborate.lineage.outlet import same_outlet
from sayso.corroborate.lineage.relation import is_close
from sayso.corroborate.telling import Telling
from sayso.corroborate.voice.hearing import Speaking
from sayso.corroborate.voice.joining import Strength, Tie, tie
from sayso.corroborate.voice.naming import is_spelled_alike
from sayso.corroborate.voice.parting import fits_title
from sayso.corroborate.voice.press import Press, outlets_of
from sayso.corroborate.voice.speaker import (
    are_other_numbers,
    description,
    is_agencies,
    is_agency,
    is_another,
    is_body,
    is_nameless,
    is_unnamed,
    is_vague,
)
from sayso.corroborate.wording import share
from sayso.model.lineage import Lineage
from sayso.model.values.stance import ClaimType

_SENTENCE_END = re.compile(r"[.!?\n]")
_SAME_CONTENT = 0.5  # of the words of the shorter claim


def find_relays(speakings: Sequence[Speaking], lineage: Sequence[Lineage], press: Press) -> dict[int, Tie]:
    """The relays among the speakings, by their places, each with the tie to whom it has its content from."""
    found = {}
    for place, speaking in enumerate(speakings):
        origins = _find_origins(speaking, speakings, lineage, press)
        if origins:
            best = max(origins, key=lambda other: (*_nearness(speaking, speakings[other]), -other))
            source = speakings[best].mention.text
            because = f"{speaking.mention.text} in {name_outlet(speaking)} has it from {source}"
            found[place] = tie(place, best, Strength.RELAY, because)
    return found


def name_outlet(speaking: Speaking) -> str:
    """The outlet that carries a speaking, as shown."""
    return speaking.telling.report.outlet or speaking.telling.report.id


def _find_origins(
    speaking: Speaking, speakings: Sequence[Speaking], lineage: Sequence[Lineage], press: Press
) -> list[int]:
    """The places of those that this one has its content from; empty if it speaks for itself."""
    others = [place for place, each in enumerate(speakings) if _may_be_origin(each, speaking)]
    if speaking.is_outlet:
        return _find_parents(speaking, others, speakings, lineage) or _find_introduced(speaking, speakings)
    meant = press.find(speaking.mention)
    if named := [place for place in others if meant and meant & outlets_of(speakings[place])]:
        return named
    if carried := _find_carried(speaking, others, speakings, lineage, press):
        return carried
    if not is_vague(speaking.mention):
        return []
    credited = {edge.of for edge in lineage if edge.report == speaking.telling.report.id}
    return [place for place in others if speakings[place].telling.report.id in credited] or [
        place for place in others if is_agencies(speaking.mention) and _is_agency_of(speakings[place], speaking)
    ]


def _find_carried(
    speaking: Speaking, others: Sequence[int], speakings: Sequence[Speaking], lineage: Sequence[Lineage], press: Press
) -> list[int]:
    """Those who may be its source in the report that it is retold from: the carrier's ("a doctor told the Wire"), or
    the one that its own report rewrites.
    """
    carriers = {outlet for link in speaking.telling.claim.chain[1:-1] for outlet in press.find(link.source)}
    parents = _parents(speaking, lineage) if is_nameless(speaking.mention) else set()
    return [
        place
        for place in others
        if (_is_retold(speaking, speakings[place], parents) and _is_described_there(speaking, speakings[place]))
        or (carriers and carriers & outlets_of(speakings[place]) and _is_source_there(speaking, speakings[place]))
    ]


def _find_introduced(speaking: Speaking, speakings: Sequence[Speaking]) -> list[int]:
    """What the outlet's own words only lead up to: "The second plane brought men: 60, by a tea seller's count whom the
    Voice found" is the tea seller's, through the Voice.
    """
    mine = speaking.telling
    return [
        place
        for place, each in enumerate(speakings)
        if each.telling.report.id == mine.report.id
        and len(each.telling.claim.chain) > 2
        and each.telling.type is mine.type
        and each.telling.stance is mine.stance
        and not mine.numbers
        and _is_led_up_to(mine, each.telling)
    ]


def _is_led_up_to(first: Telling, then: Telling) -> bool:
    """Whether one claim follows on another in one sentence."""
    between = first.report.text[first.claim.evidence.end : then.claim.evidence.start]
    return first.claim.evidence.end <= then.claim.evidence.start and not _SENTENCE_END.search(between)


def _is_source_there(relay: Speaking, origin: Speaking) -> bool:
    """Whether the carrier's report has the relayed source, perhaps by name: one name, one sort or one content."""
    mine, other = relay.mention, origin.mention
    if origin.is_outlet or relay.telling.stance is not origin.telling.stance:
        return False
    if not is_unnamed(mine):
        return not is_unnamed(other) and is_spelled_alike(mine.name, other.name)
    if is_another(mine) != is_another(other) or are_other_numbers(mine, other) or _are_other_counts(relay, origin):
        return False
    if is_unnamed(other) and not is_body(other):
        return bool(description(mine) & description(other))
    _, _, has_count, is_type, likeness = _nearness(relay, origin)
    return (is_type and has_count) or likeness >= _SAME_CONTENT


def _is_described_there(relay: Speaking, origin: Speaking) -> bool:
    """Whether the report that is rewritten has a source whom the relay's words describe ("a colonel")."""
    if origin.is_outlet or relay.telling.stance is not origin.telling.stance or _are_other_counts(relay, origin):
        return False
    return not is_unnamed(origin.mention) and fits_title(relay.mention, origin.mention, origin.telling.report.text)


def _may_be_origin(origin: Speaking, relay: Speaking) -> bool:
    """Whether one stands in another report, told no later."""
    mine, other = relay.telling.report, origin.telling.report
    return mine.id != other.id and (not mine.told or not other.told or other.told[:10] <= mine.told[:10])


def _find_parents(
    speaking: Speaking, others: Sequence[int], speakings: Sequence[Speaking], lineage: Sequence[Lineage]
) -> list[int]:
    """What the outlet's own voice retells of the report that it takes over; who got no answer says so for himself."""
    mine = speaking.telling.report
    if speaking.telling.type is ClaimType.SILENCE:
        return []
    parents = _parents(speaking, lineage)
    return [
        place
        for place in others
        if _is_retold(speaking, speakings[place], parents)
        and not same_outlet(speakings[place].telling.report.outlet, mine.outlet)
        and speakings[place].telling.stance is speaking.telling.stance
        and not _are_other_counts(speaking, speakings[place])
        and not _says_who(speaking, speakings[place])
    ]


def _is_retold(speaking: Speaking, origin: Speaking, parents: set[str]) -> bool:
    """Whether one of the parents tells what the origin tells, first or as a copy."""
    return bool(parents & {member.report.id for member in origin.node.members})


def _parents(speaking: Speaking, lineage: Sequence[Lineage]) -> set[str]:
    """The reports that its report takes over as a whole."""
    return {edge.of for edge in lineage if edge.report == speaking.telling.report.id and is_close(edge.relation)}


def _is_agency_of(origin: Speaking, relay: Speaking) -> bool:
    is_alike = origin.telling.stance is relay.telling.stance
    return is_alike and is_agency(origin.telling.report.outlet or "")


def _are_other_counts(left: Speaking, right: Speaking) -> bool:
    """Whether both count, and no count is the same: then one does not have it from the other."""
    one, other = _counts(left), _counts(right)
    return bool(one and other) and not one & other


def _counts(speaking: Speaking) -> set[tuple[float | None, float | None]]:
    """The counts of a speaking: the figure itself, the range where there is none."""
    return {(q.best, q.best) if q.best is not None else (q.low, q.high) for q in speaking.telling.numbers}


def _says_who(speaking: Speaking, origin: Speaking) -> bool:
    """Whether an outlet names a doer whom the other does not name: its own finding, no retelling."""
    return not origin.telling.doers and bool(speaking.telling.doers - origin.telling.words)


def _nearness(relay: Speaking, origin: Speaking) -> tuple[bool, bool, bool, bool, float]:
    """How well a relay retells an origin: one sort of unnamed source, one stance, one count, one type, the words."""
    mine, other = relay.telling, origin.telling
    are_open = is_unnamed(relay.mention) and is_unnamed(origin.mention)
    return (
        are_open and bool(description(relay.mention) & description(origin.mention)),
        mine.stance is other.stance,
        bool(_counts(relay) & _counts(origin)),
        mine.type is other.type,
        share(mine.words, other.words),
    )
