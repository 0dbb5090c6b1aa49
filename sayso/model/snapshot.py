"""Snapshot: the record as it is shown, exported and briefed: current readings with decisions applied."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.model.capture import SetAside
from sayso.model.corroboration import Corroboration
from sayso.model.decision import Decision
from sayso.model.resolution import Resolution


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything derived for now, with the decisions that were applied and the inputs set aside."""

    resolutions: tuple[Resolution, ...] = ()
    corroboration: Corroboration = field(default_factory=Corroboration)
    decisions: tuple[Decision, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
