"""Part: some reports of a record with the lineage that is known of them, ready to be compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sayso.corroborate.event.twin import Again, Node, find_twins, join_twins
from sayso.corroborate.ground import Ground, lay_ground
from sayso.corroborate.holding.told import Told
from sayso.corroborate.lineage.finding import prepare_sides
from sayso.corroborate.lineage.relation import Side
from sayso.corroborate.telling import Telling, tell
from sayso.engine.claims import decode_claims, decode_resolution
from sayso.engine.work import Found, Given, take
from sayso.model.knowledge import Knowledge
from sayso.model.lineage import Lineage, Relation
from sayso.model.resolution import Resolution
from sayso.model.ruling import Rulings
from sayso.record import codec

_NOTHING = Rulings()


@dataclass(frozen=True)
class Leaf:
    """One report with what is made of it, each when it is first asked for: several parts may hold one leaf.

    `claims` are those that `head` lacks, as they are written; None where it has them.
    """

    head: Resolution
    ground: Ground
    claims: str | None = None

    @property
    def id(self) -> str:
        """Its report's identifier."""
        return self.head.report.id

    @cached_property
    def resolution(self) -> Resolution:
        """The report with its claims."""
        return self.head if self.claims is None else replace(self.head, claims=decode_claims(self.claims))

    @cached_property
    def side(self) -> Side | None:
        """What lineage compares; None where it is not held."""
        return prepare_sides([self.head]).get(self.id)

    @cached_property
    def tellings(self) -> list[Telling]:
        """Its claims."""
        return tell(self.resolution, self.ground.under([self.id]).entities)


@dataclass(frozen=True)
class Part:
    """Reports by the number under which they were learnt; `inside` are those that the task is about.

    `edges` are the lineage that is known of them, `rulings` what persons decided of these or of others, `known_twins`
    the claims that are told again along those edges, None where nobody has compared them yet.
    """

    leaves: Mapping[int, Leaf]
    inside: frozenset[int]
    edges: tuple[Lineage, ...]
    ground: Ground
    rulings: Rulings = _NOTHING
    known_twins: Mapping[str, Again] | None = None

    @cached_property
    def resolutions(self) -> list[Resolution]:
        """In the order learnt."""
        return [self.leaves[node].resolution for node in sorted(self.leaves)]

    @cached_property
    def sides(self) -> Mapping[str, Side]:
        """What lineage compares, of the reports that are held, in order of identifier."""
        found = {leaf.id: leaf.side for leaf in self.leaves.values() if leaf.side}
        return {id_: found[id_] for id_ in sorted(found)}

    @cached_property
    def tellings(self) -> list[Telling]:
        """All claims, in order of identifier."""
        found = [telling for node in sorted(self.leaves) for telling in self.leaves[node].tellings]
        return sorted(found, key=lambda telling: telling.id)

    @cached_property
    def told(self) -> Told:
        """All claims, laid out for whatever is asked of their reports."""
        return Told({telling.id: telling for telling in self.tellings})

    @cached_property
    def twins(self) -> Mapping[str, Again]:
        """The claims that tell one of a parent's again; compared here, where that is not known from an earlier step."""
        if self.known_twins is not None:
            return self.known_twins
        return find_twins(self.tellings, self.edges, self.ground, self.rulings.apart)

    @cached_property
    def nodes(self) -> list[Node]:
        """All claims with their twins in reports that derive from theirs."""
        return join_twins(self.tellings, self.twins)

    @cached_property
    def node_of(self) -> Mapping[str, int]:
        """The number of each report."""
        return {leaf.id: node for node, leaf in self.leaves.items()}

    @cached_property
    def learnt(self) -> Mapping[str, int]:
        """The order in which the claims were learnt."""
        ids = [claim.id for resolution in self.resolutions for claim in resolution.claims]
        return {id_: place for place, id_ in enumerate(ids)}


def read_part(
    given: Sequence[Given],
    knowledge: Knowledge,
    *,
    decode: Callable[[str], Resolution] = decode_resolution,
    are_compared: bool = False,
) -> Part:
    """The part that rows of the kinds `inside`, `beside` (payloads) and `edge` (lineage) describe.

    `under` are payloads of reports that are no part of it, but that reports inside have their text from. `again` are
    the claims that are told again, as `write_twins` has them; `are_compared`: these are all.
    """
    inside = {row.node: decode(row.text) for row in take(given, "inside")}
    beside = {row.node: decode(row.text) for row in take(given, "beside")}
    under = (decode(row.text) for row in take(given, "under"))
    ground = lay_ground([*under, *beside.values(), *inside.values()], knowledge)
    leaves = {node: Leaf(resolution, ground) for node, resolution in (beside | inside).items()}
    edges = order_edges(codec.decode(Lineage, row.text) for row in take(given, "edge"))
    twins = _read_twins(take(given, "again")) if are_compared else None
    return Part(leaves, frozenset(inside), edges, ground, known_twins=twins)


def write_twins(part: Part) -> list[Found]:
    """The claims of the reports inside that tell one of a parent's again, for the parts of later steps (`again`)."""
    numbers = {telling.id: part.node_of[telling.report.id] for telling in part.tellings}
    return [
        Found("again", numbers[id_], name=id_, text=f"{again.of}\n{again.relation}")
        for id_, again in part.twins.items()
        if numbers[id_] in part.inside
    ]


def _read_twins(rows: Iterable[Given]) -> dict[str, Again]:
    """What `write_twins` wrote: claim, the one that it tells again, and the relation, a line each."""
    lines = (row.text.split("\n") for row in rows)
    return {id_: Again(of, Relation(relation)) for id_, of, relation in lines}


def order_edges(edges: Iterable[Lineage]) -> tuple[Lineage, ...]:
    """In the order in which lineage stands."""
    return tuple(sorted(edges, key=lambda edge: (edge.report, edge.of)))
