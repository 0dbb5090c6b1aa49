"""Hearing: who speaks in a claim, before anybody is folded into anybody."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sayso.corroborate.event.twin import Node
from sayso.corroborate.telling import Telling
from sayso.corroborate.voice.speaker import is_nobody, is_party_outlet, is_released, is_staff, is_third, is_unnamed
from sayso.model.claim import Mention

# "She played a recording in which one gunner tells another": what a party lets us hear is that party's word.
_RECORDED = re.compile(
    r"\b(?:recordings?|intercept\w*|tapped|bugged|wiretap\w*|overheard|eavesdrop\w*|"
    r"radio (?:traffic|exchange|message)s?)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Speaking:
    """A node and who speaks in it: the mention that counts, whether it is the outlet itself, why it was chosen.

    `page` is the outlet whose page, which nobody reads here, its report is a translation of.
    """

    node: Node
    mention: Mention
    is_outlet: bool
    reasons: tuple[str, ...] = ()
    page: str | None = None

    @property
    def telling(self) -> Telling:
        return self.node.origin

    @property
    def order(self) -> tuple[str, str, int, int, str]:
        """First told first; no identifier of an entity in it."""
        span = self.telling.claim.evidence
        report = self.telling.report
        return (report.told or "9999", report.id, span.start, span.end, self.node.id)

    @property
    def carriers(self) -> tuple[str, ...]:
        """The outlets that passed it on, the nearest first, and the one that carries the report."""
        links = tuple(link.source.text for link in self.telling.claim.chain[1:-1])
        return (*links, self.telling.report.outlet or self.telling.report.id)


def is_unsourced(node: Node) -> bool:
    """Whether a cue without a source puts it ("reportedly"): nobody speaks."""
    chain = node.origin.claim.chain
    return bool(chain) and is_nobody(chain[0].source)


def hear(node: Node) -> Speaking | None:
    """Who speaks in a node: the nearest speaker of its origin; None where a cue has no source.

    Images and recordings that a party releases are that party's; what an outlet's own people saw is the outlet's.
    """
    if is_unsourced(node):
        return None
    telling = node.origin
    chain = telling.claim.chain
    if not chain:
        return _hear_outlet(node, None)
    nearest = chain[0].source
    if is_staff(nearest, telling.report.outlet):
        return _hear_outlet(node, nearest)
    is_passed = len(chain) > 2 or (len(chain) == 2 and is_party_outlet(telling.report.outlet))
    passed_by = chain[1].source if is_passed else None
    if passed_by and is_released(nearest) and not is_third(passed_by):
        return Speaking(node, passed_by, len(chain) == 2, (f'"{nearest.text}" were released by {passed_by.name}',))
    if passed_by and is_unnamed(nearest) and not is_unnamed(passed_by) and _is_recorded(telling):
        return Speaking(node, passed_by, False, (f'"{nearest.text}" is heard in a recording of {passed_by.name}',))
    return Speaking(node, nearest, is_outlet=telling.claim.is_own_voice)


def lend(speaking: Speaking, page: str | None) -> Speaking:
    """The speaking with the outlet whose page is translated, if any: the translator's own words are that outlet's."""
    if page is None or not speaking.is_outlet:
        return replace(speaking, page=page)
    own = speaking.mention
    said = f"what {own.text} prints is a translation of what {page} printed"
    names = tuple(dict.fromkeys((page, own.text, *own.names)))
    return replace(speaking, mention=Mention(page, names=names), reasons=(*speaking.reasons, said), page=page)


def _hear_outlet(node: Node, staff: Mention | None) -> Speaking:
    report = node.origin.report
    outlet = report.outlet or report.address
    if staff is None:
        return Speaking(node, Mention(outlet, names=(outlet,)), is_outlet=True)
    own = Mention(outlet, names=tuple(dict.fromkeys((outlet, staff.text, *staff.names))))
    return Speaking(node, own, is_outlet=True, reasons=(f'"{staff.text}" is of {outlet} itself',))


def _is_recorded(telling: Telling) -> bool:
    """Whether the sentence around the claim speaks of a recording."""
    text = telling.report.text
    span = telling.claim.evidence
    start = max(text.rfind(end, 0, span.start) for end in (". ", "\n", "? ", "! ")) + 1
    return bool(_RECORDED.search(text, start, span.end))
