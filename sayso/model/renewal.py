"""Renewal: what follows otherwise than before, after some reports or decisions."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.model.corroboration import Corroboration


@dataclass(frozen=True, slots=True)
class Renewal:
    """What no longer follows (`gone`) and what follows in its place (`come`); what stays as it is stands in neither.

    An event that is told otherwise now stands in both, as it was and as it is; so do edges and holdings.
    """

    gone: Corroboration = field(default_factory=Corroboration)
    come: Corroboration = field(default_factory=Corroboration)

    def __bool__(self) -> bool:
        """Whether anything is otherwise."""
        return self.gone != self.come
