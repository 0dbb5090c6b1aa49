"""Told: the claims of a neighbourhood, laid out once for whatever is asked of its events and places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sayso.corroborate.event.twin import Node
from sayso.corroborate.kinship import HOLDABLE
from sayso.corroborate.telling import Telling
from sayso.model.values.stance import Role


@dataclass(frozen=True)
class Told:
    """All claims by identifier, and the sentence (its `Node`) that each tells."""

    tellings: Mapping[str, Telling]
    node_of: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def takings(self) -> Mapping[str, Sequence[Telling]]:
        """By report, its claims on who takes, is given or holds what, as far as they name it."""
        found: dict[str, list[Telling]] = defaultdict(list)
        for telling in self.tellings.values():
            if telling.claim.type in HOLDABLE and telling.claim.role(Role.OBJECT):
                found[telling.report.id].append(telling)
        return found


def lay_told(nodes: Iterable[Node]) -> Told:
    """The claims of all nodes."""
    members = [(member.id, member, node.id) for node in nodes for member in node.members]
    return Told({id_: member for id_, member, _ in members}, {id_: node for id_, _, node in members})
