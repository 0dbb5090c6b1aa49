"""Knowledge: what is known beside the reports. Every entry names its source, or says `unchecked`."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.model.entity import Entity


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Known actors, outlets and places, by identifier; empty knowledge is allowed everywhere."""

    entities: dict[str, Entity] = field(default_factory=dict)
