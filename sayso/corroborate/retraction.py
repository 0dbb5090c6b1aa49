"""Retraction: what rests on a report that was taken back, copies included.

Nothing is dropped: whoever printed it printed it. The claims are marked, so that no count leans on them unseen.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from sayso.corroborate.event.twin import Node
from sayso.model.event import Event


def mark_retracted(events: Iterable[Event], nodes: Sequence[Node], retracted: Collection[str]) -> tuple[Event, ...]:
    """Events with those of their claims that a report which was taken back told first, or tells itself."""
    if not retracted:
        return tuple(events)
    taken_back = {
        member.id
        for node in nodes
        for member in node.members
        if node.origin.report.id in retracted or member.report.id in retracted
    }
    return tuple(replace(event, retracted=tuple(c for c in event.claims if c in taken_back)) for event in events)
