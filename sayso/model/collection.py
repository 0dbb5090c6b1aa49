"""Collection: a person's named set of reports, claims and events."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Collection:
    """Members are identifiers in the order that the owner gave them; each stands once."""

    title: str
    owner: str
    members: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        if len(set(self.members)) != len(self.members):
            raise ValueError(f"collection {self.title!r} holds a member twice")
