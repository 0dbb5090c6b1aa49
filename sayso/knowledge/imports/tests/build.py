"""Foreign files in miniature, all invented; identifiers of Wikidata's properties and classes are its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Json = dict[str, Any]


def item(id_: str, name: str, class_: str, **claims: Any) -> Json:
    """An entity of a Wikidata dump: English label, class, and claims by property."""
    listed = {"P31": [points_to(class_)], **claims}
    labels = {"en": {"language": "en", "value": name}}
    return {"type": "item", "id": id_, "modified": "2024-05-06T07:08:09Z", "labels": labels, "claims": listed}


def points_to(id_: str, *, rank: str = "normal", **qualifiers: Json) -> Json:
    """A statement whose value is an item; qualifiers by property."""
    snak = {
        "snaktype": "value",
        "datavalue": {"value": {"entity-type": "item", "id": id_}, "type": "wikibase-entityid"},
    }
    return {"mainsnak": snak, "rank": rank, "qualifiers": {name: [each] for name, each in qualifiers.items()}}


def says(value: Any, *, rank: str = "normal", **qualifiers: Json) -> Json:
    """A statement whose value is a text or a time."""
    snak = {"snaktype": "value", "datavalue": {"value": value}}
    return {"mainsnak": snak, "rank": rank, "qualifiers": {name: [each] for name, each in qualifiers.items()}}


def time(text: str, precision: int = 11, *, calendar: str = "Q1985727") -> Json:
    """A time as Wikidata writes it: years below 9 digits of precision are padded with zeros."""
    return {"time": text, "precision": precision, "calendarmodel": f"http://www.wikidata.org/entity/{calendar}"}


def on(text: str, precision: int = 11) -> Json:
    """A qualifier that is a time."""
    return {"snaktype": "value", "datavalue": {"value": time(text, precision)}}


def dump(*entities: Json) -> str:
    """A dump as Wikidata publishes it: brackets, one entity a line, a comma after each but the last."""
    return "[\n" + ",\n".join(json.dumps(entity, ensure_ascii=False) for entity in entities) + "\n]\n"


def entity(id_: str, schema: str, **properties: Any) -> Json:
    """An entity of FollowTheMoney; single values become lists."""
    listed = {name: value if isinstance(value, list) else [value] for name, value in properties.items()}
    return {"id": id_, "schema": schema, "properties": listed, "datasets": ["made_up"]}


def lines(*entities: Json) -> str:
    """JSON lines."""
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in entities)


def put(path: Path, text: str) -> Path:
    """A file with that text."""
    path.write_text(text, encoding="utf-8")
    return path
