"""Nodes of small affairs, for tests of what is made of them."""

from __future__ import annotations

from typing import Any

import yaml

from sayso.corroborate.event.twin import Node, gather_nodes
from sayso.corroborate.ground import Ground, lay_ground
from sayso.corroborate.lineage.finding import derive_lineage
from sayso.corroborate.telling import Telling, gather_tellings
from sayso.corroborate.tests.affair import build, load
from sayso.model.knowledge import Knowledge

CASES = (
    "event/held_and_taken",
    "event/strike_and_its_denial",
    "event/taken_and_retaken",
    "event/two_falls_of_one_town",
    "event/two_takings_in_one_breath",
)


def gather(affair: dict[str, Any]) -> tuple[list[Node], Ground]:
    """The nodes of an affair, and the ground they stand on."""
    resolutions = build(affair)
    ground = lay_ground(resolutions, Knowledge())
    lineage, _ = derive_lineage(resolutions)
    tellings = gather_tellings(resolutions, lambda report: ground.under([report]).entities)
    return gather_nodes(tellings, lineage, ground), ground


def gather_case(case: str) -> tuple[list[Node], Ground]:
    """The nodes of a golden case."""
    return gather(load(case))


def elsewhere(affair: dict[str, Any]) -> dict[str, Any]:
    """The same affair told of another place by others, with other identifiers: nothing of it bears on the first."""
    names = {"Tar": "Brisa", "Lenn": "Corvo", "Upper": "Lower", "army": "navy", "column": "guard"}

    def move(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: move(each) for key, each in value.items()}
        if isinstance(value, list):
            return [move(each) for each in value]
        for name, other in names.items():
            value = value.replace(name, other) if isinstance(value, str) else value
        return value

    moved = {key: move(affair[key]) for key in ("reports", "entities", "claims") if key in affair}
    moved["reports"] = {f"x{id_}": row for id_, row in moved["reports"].items()}
    moved["entities"] = {f"x{id_}": row for id_, row in (moved.get("entities") or {}).items()}
    moved["claims"] = [{**claim, "id": f"x{claim['id']}", "report": f"x{claim['report']}"} for claim in moved["claims"]]
    return moved


def retell(affair: dict[str, Any], times: int = 1) -> list[Telling]:
    """The claims of an affair, so many times, each time of others: identifiers of their own, and another `TOWN`.

    What a large record is full of: brigades, commanders and days of one name that have nothing to do with each other.
    """
    resolutions = [each for number in range(times) for each in build(_mark(affair, f"n{number}-", _name_town(number)))]
    ground = lay_ground(resolutions, Knowledge())
    return gather_tellings(resolutions, lambda report: ground.under([report]).entities)


def _name_town(number: int) -> str:
    return f"Kor{chr(97 + number // 26)}{chr(97 + number % 26)}vat"


def _mark(affair: dict[str, Any], mark: str, town: str) -> dict[str, Any]:
    affair = yaml.safe_load(yaml.safe_dump(affair, sort_keys=False).replace("TOWN", town))
    entities = {
        mark + id_: {**row, **({"of": mark + row["of"]} if row.get("of") else {})}
        for id_, row in (affair.get("entities") or {}).items()
    }
    claims = [{**claim, "id": mark + claim["id"], "report": mark + claim["report"]} for claim in affair["claims"]]
    return {
        "reports": {mark + id_: row for id_, row in affair["reports"].items()},
        "entities": entities,
        "claims": claims,
    }
