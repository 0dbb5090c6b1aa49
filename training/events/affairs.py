"""Affairs with gold events, as pairs of claims with the evidence on them."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from sayso.corroborate.event.evidence import weigh_pairs
from sayso.corroborate.event.keys import telling_keys
from sayso.corroborate.event.profile import Profile, draw_profile
from sayso.corroborate.event.twin import Node, gather_nodes
from sayso.corroborate.ground import Ground, lay_ground
from sayso.corroborate.kinship import type_kinship
from sayso.corroborate.lineage.finding import derive_lineage
from sayso.corroborate.telling import gather_tellings
from sayso.corroborate.tests.affair import build
from sayso.evaluate import GoldAffair, load_affair
from sayso.model.knowledge import Knowledge
from sayso.model.resolution import Resolution
from sayso.resolve import resolve
from sayso.settings import load_settings
from sayso.trial import gold_readings
from sayso.workshop import open_workshop


@dataclass(frozen=True)
class Affair:
    """One affair: its nodes, the pairs of them that may be of one happening (places in `nodes`), gold's word on each.

    `event_of` gives gold's event of a claim, by the claim's identifier; claims in no event are not in it.
    """

    name: str
    nodes: Sequence[Node]
    ground: Ground
    event_of: Mapping[str, str]
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    evidence: NDArray[np.float32]
    same: NDArray[np.bool_]


def load_affairs(folders: Iterable[Path]) -> list[Affair]:
    """All affairs in some folders, each a folder of its own or a folder of affairs."""
    places = sorted(
        {gold.parent for folder in folders for gold in [*folder.glob("gold.yaml"), *folder.glob("*/gold.yaml")]}
    )
    return [read_affair(place) for place in places]


def read_affair(place: Path) -> Affair:
    """One affair from gold claims: what `sayso evaluate --gold-claims` corroborates."""
    gold = load_affair(place)
    with (
        tempfile.TemporaryDirectory() as folder,
        open_workshop(Path(folder) / "record.db", settings=load_settings(), create=True) as shop,
    ):
        resolutions = resolve(gold_readings(gold, place, shop), knowledge=shop.knowledge)
        ground = lay_ground(resolutions, shop.knowledge)
    claims = [claim.id for resolution in resolutions for claim in resolution.claims]
    return pair_up(place.name, gather(resolutions, ground), ground, _events(gold, claims))


def load_cases(folder: Path) -> list[Affair]:
    """The golden cases that say which claims are of one event: short reports, each for one rule."""
    found = []
    for path in sorted(folder.glob("*/*.yaml")):
        case = yaml.safe_load(path.read_text(encoding="utf-8"))
        events = case.get("expect", {}).get("events") if "claims" in case else None
        if events:
            resolutions = build(case)
            ground = lay_ground(resolutions, Knowledge())
            event_of = {claim: str(at) for at, claims in enumerate(events) for claim in claims}
            found.append(pair_up(path.stem, gather(resolutions, ground), ground, event_of))
    return [case for case in found if len(case.same)]


def gather(resolutions: Sequence[Resolution], ground: Ground) -> list[Node]:
    """The claims with their twins, as corroboration gathers them."""
    lineage, _ = derive_lineage(resolutions)
    return gather_nodes(gather_tellings(resolutions, lambda report: ground.under([report]).entities), lineage, ground)


def pair_up(name: str, nodes: Sequence[Node], ground: Ground, event_of: Mapping[str, str]) -> Affair:
    """All pairs of nodes whose types can go together, with their evidence."""
    profiles = [draw_profile(node.origin) for node in nodes]
    pairs = [(i, j) for i, j in combinations(range(len(nodes)), 2) if type_kinship(nodes[i].origin, nodes[j].origin)]
    left, right = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    events = [event_of.get(node.id) for node in nodes]
    same = np.array([events[i] is not None and events[i] == events[j] for i, j in pairs], dtype=bool)
    return Affair(name, nodes, ground, event_of, left, right, weigh_pairs(profiles, left, right, ground.sides), same)


def make_strangers(affairs: Sequence[Affair], count: int, seed: int) -> NDArray[np.float32]:
    """Evidence on pairs of claims from different affairs: never of one happening, however alike the words."""
    chance = np.random.default_rng(seed)
    profiles: list[Profile] = [draw_profile(node.origin) for affair in affairs for node in affair.nodes]
    of = np.array([at for at, affair in enumerate(affairs) for _ in affair.nodes])
    left, right = chance.integers(0, len(profiles), (2, 20 * count))
    kept = [
        at
        for at in np.flatnonzero(of[left] != of[right])
        if type_kinship(profiles[left[at]].telling, profiles[right[at]].telling)
    ][:count]
    nobody = lay_ground([], affairs[0].ground.knowledge)
    return weigh_pairs(profiles, left[kept], right[kept], lambda *_: nobody.sides())


def count_keys(affair: Affair) -> Counter[str]:
    """How many pairs of gold's share a key, and how many pairs share one at all."""
    keys = [telling_keys(node.origin) for node in affair.nodes]
    met = np.array([not keys[i].isdisjoint(keys[j]) for i, j in zip(affair.left, affair.right, strict=True)])
    return Counter(
        nodes=len(affair.nodes),
        pairs=int(met.sum()),
        same=int(affair.same.sum()),
        met=int((met & affair.same).sum()),
    )


def _events(gold: GoldAffair, claims: Iterable[str]) -> dict[str, str]:
    """Gold's event of each claim; a gold reading's claims end in gold's own identifier."""
    events = {claim: event.id for event in gold.events for claim in event.claims}
    names = {claim: claim.rsplit("-", 1)[-1] for claim in claims}
    return {claim: events[name] for claim, name in names.items() if name in events}
