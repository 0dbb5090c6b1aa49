"""Settings: how large and how harsh the simulated worlds are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """The knobs of a simulation. Equal settings give equal worlds on any machine.

    `claims` is how many claims the theatres hold together: they are given out until it is reached, the
    last one whole. `reports` is how many reports a theatre has, about. `copies` is how many reports
    derive from a story of a wire, on average. Shares and chances are 0 to 1: `look_alikes` of incidents
    that come back at the same place, `slips` of derived reports that get a number, a day or a name
    wrong, `undated` of reports without a date, `loose_names` of odd spellings that nobody has folded
    into their entity. Every `flood_every`th theatre has one wire in `flood` outlets; 0: none has. In
    every `world_every` theatres, `world_wires` wires are carried by many of them.
    """

    seed: int = 1
    claims: int = 10_000
    reports: int = 60
    copies: float = 4.0
    look_alikes: float = 0.5
    slips: float = 0.08
    undated: float = 0.06
    loose_names: float = 0.15
    flood: int = 1_000
    flood_every: int = 50
    world_wires: int = 3
    world_every: int = 50

    def __post_init__(self) -> None:
        for name in ("look_alikes", "slips", "undated", "loose_names"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"{name} is {getattr(self, name)}; give a share from 0 to 1")
        for name in ("claims", "copies", "flood", "flood_every", "world_wires"):
            if getattr(self, name) < 0:
                raise ValueError(f"{name} is {getattr(self, name)}; give a number from 0 up")
        for name in ("reports", "world_every"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} is {getattr(self, name)}; give a number from 1 up")
