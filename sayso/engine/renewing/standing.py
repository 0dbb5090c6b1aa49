"""Standing: the reports as they stand now, each read once in a call, with the lineage that is known of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from sayso.corroborate.ground import Ground, lay_ground
from sayso.engine.claims import Payload, decode_head
from sayso.engine.part import Leaf, Part, order_edges
from sayso.engine.store import IN, Store
from sayso.model.knowledge import Knowledge
from sayso.model.lineage import Lineage
from sayso.model.resolution import Resolution
from sayso.model.ruling import Rulings
from sayso.record import codec


@dataclass(frozen=True)
class _Read(Mapping[str, Resolution]):
    """The reports that have been read, by identifier; the claims of each when it is first asked for."""

    leaves: dict[str, Leaf]

    def __getitem__(self, id_: str) -> Resolution:
        return self.leaves[id_].resolution

    def __contains__(self, id_: object) -> bool:
        return id_ in self.leaves

    def __iter__(self) -> Iterator[str]:
        return iter(self.leaves)

    def __len__(self) -> int:
        return len(self.leaves)


@dataclass(frozen=True)
class Standing:
    """What a call has read of a store by now, and one ground under all of it."""

    store: Store
    rulings: Rulings
    ground: Ground
    by_id: dict[str, Leaf]
    leaves: dict[int, Leaf] = field(default_factory=dict)
    lineage: dict[str, Lineage] = field(default_factory=dict)

    @classmethod
    def of(cls, store: Store, knowledge: Knowledge, rulings: Rulings) -> Standing:
        """Nothing is read as yet."""
        by_id: dict[str, Leaf] = {}
        return cls(store, rulings, replace(lay_ground((), knowledge), resolutions=_Read(by_id)), by_id)

    def put(self, node: int, resolution: Resolution) -> None:
        """A report that is at hand need not be read."""
        self._hold(node, Leaf(resolution, self.ground))

    def gather(self, nodes: Iterable[int]) -> dict[int, Leaf]:
        """Some reports by number; those that the store has no words of are left out."""
        wanted = set(nodes)
        lacking = wanted - self.leaves.keys()
        query = f"SELECT node, payload, text, claims FROM near_reports WHERE node {IN}"
        for node, payload, text, claims in self.store.ask(query, lacking) if lacking else ():
            row = Payload(str(payload), None if text is None else str(text), str(claims))
            self._hold(int(str(node)), Leaf(decode_head(row), self.ground, row.claims))
        return {node: self.leaves[node] for node in sorted(wanted & self.leaves.keys())}

    def _hold(self, node: int, leaf: Leaf) -> None:
        self.by_id[leaf.id] = leaf
        self.leaves[node] = leaf

    def make_part(self, inside: Collection[int], beside: Collection[int] = (), edges: Iterable[Lineage] = ()) -> Part:
        """Reports with lineage, as the steps take them."""
        leaves = self.gather({*inside, *beside})
        return Part(leaves, frozenset(inside), order_edges(edges), self.ground, self.rulings)

    def read_edges(self, nodes: Collection[int], *, held: bool = False) -> list[Lineage]:
        """The lineage of reports; `held`: to held ones, and what persons ruled, alone."""
        query = f"SELECT text FROM near_edges WHERE node {IN} AND other <> ?"
        texts = [str(text) for (text,) in self.store.ask(query, set(nodes), -1 if held else -9)]
        return [self.read_edge(text) for text in texts]

    def read_edge(self, text: str) -> Lineage:
        """The edge of a row's text."""
        if text not in self.lineage:
            self.lineage[text] = codec.decode(Lineage, text)
        return self.lineage[text]

    def find_nodes(self, reports: Collection[str]) -> Mapping[str, int]:
        """The numbers of reports that the store has taken in, by identifier."""
        query = f"SELECT id, node FROM near_told WHERE id {IN}"
        return {str(id_): int(str(node)) for id_, node in self.store.ask(query, set(reports))}
