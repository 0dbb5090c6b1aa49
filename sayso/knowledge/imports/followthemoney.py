"""FollowTheMoney: entities in JSON lines, as OpenSanctions and Aleph write them, as things and links.

Taken: Person, Organization, Company, PublicBody, LegalEntity and Position; names and aliases; birth
and death, founding and dissolution; the country if there is one alone; a person's Membership,
Directorship, Employment and Occupancy with their dates.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sayso.knowledge.codes import is_country
from sayso.knowledge.imports.thing import Found, Link, Thing, agree_on_date, choose_names, tidy
from sayso.knowledge.row import Faults
from sayso.model.knowledge import EntryType
from sayso.model.values import edtf

Properties = dict[str, list[str]]

TYPES = {
    "Person": EntryType.PERSON,
    "Company": EntryType.COMPANY,
    "PublicBody": EntryType.POLITICAL_BODY,
    "Organization": EntryType.POLITICAL_BODY,
    "LegalEntity": EntryType.COMPANY,
    "Position": EntryType.OFFICE,
}
# Topics that say more of a body than its schema does.
_TOPICS = {
    "mil": EntryType.ARMY,
    "crime.terror": EntryType.ARMED_GROUP,
    "gov.igo": EntryType.INTERNATIONAL_BODY,
    "pol.party": EntryType.POLITICAL_BODY,
}
_NAMES = ("name", "alias", "previousName", "abbreviation")  # weakAlias is left out: it means many
_COUNTRIES = ("nationality", "citizenship", "mainCountry", "jurisdiction", "country")
_TIMES = {"Person": ("birthDate", "deathDate"), "Position": ("inceptionDate", "dissolutionDate")}
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")


@dataclass(frozen=True, slots=True)
class _Tie:
    """Which properties of a schema name whose affiliation it is, and to whom; the role if the words name none."""

    whose: str
    of: str
    role: str


_TIES = {
    "Membership": _Tie("member", "organization", "member"),
    "Directorship": _Tie("director", "organization", "director"),
    "Employment": _Tie("employee", "employer", "employee"),
    "Occupancy": _Tie("holder", "post", "holder"),
}
# Words of a free-text role that are one of ours, tried in this order.
_ROLES = (
    ("spokes", "spokesman"),
    ("commander", "commander"),
    ("deputy", "deputy"),
    ("ambassador", "ambassador"),
    ("minister", "minister"),
)


def read_followthemoney(lines: Iterable[tuple[int, str]], faults: Faults) -> Iterator[tuple[int, Found]]:
    """The things and links of the lines, each with its line's number.

    A line that is no entity becomes a fault; other schemata are passed over.
    """
    for number, line in lines:
        try:
            entity = json.loads(line)
            for found in _read_entity(entity):
                yield number, found
        except json.JSONDecodeError as error:
            faults.add(number, f"is no JSON ({error.msg}, column {error.colno}); the line is left out")
        except (RecursionError, TypeError, ValueError) as error:
            faults.add(number, f"is no entity of FollowTheMoney ({error}); the line is left out")


def _read_entity(entity: Any) -> Iterator[Found]:
    if not isinstance(entity, dict):
        raise TypeError("it does not stand in braces")
    id_, schema = entity.get("id"), entity.get("schema")
    if not isinstance(id_, str) or not isinstance(schema, str) or not id_ or id_ != tidy(id_):
        raise ValueError("it lacks an id or a schema")
    properties = _read_properties(entity)
    source = _source(entity, id_)
    if schema in _TIES:
        yield from _links(_TIES[schema], properties, source)
    given = (name for field in _NAMES for name in properties.get(field, []))
    names = choose_names([*_caption(entity), *given])
    if schema in TYPES and names:
        yield _make_thing(id_, schema, names, properties, source)


def _read_properties(entity: dict[str, Any]) -> Properties:
    given = entity.get("properties", {})
    if not isinstance(given, dict) or not all(isinstance(values, list) for values in given.values()):
        raise ValueError("its properties are not lists of values")
    return {name: [_reference(value) for value in values] for name, values in given.items()}


def _reference(value: Any) -> str:
    """A value, or the id of an entity that is written out in its place."""
    return tidy(str(value.get("id", "") if isinstance(value, dict) else value))


def _caption(entity: dict[str, Any]) -> list[str]:
    return [str(entity["caption"])] if entity.get("caption") and entity["caption"] != entity["id"] else []


def _source(entity: dict[str, Any], id_: str) -> str:
    datasets = entity.get("datasets")
    named = tidy(", ".join(map(str, datasets))) if isinstance(datasets, list) else ""
    changed = tidy(str(entity.get("last_change") or ""))[:10]
    return f"FollowTheMoney {id_}" + (f" of {named}" if named else "") + (f" as of {changed}" if changed else "")


def _make_thing(id_: str, schema: str, names: tuple[str, ...], properties: Properties, source: str) -> Thing:
    type_ = TYPES[schema]
    if type_ not in (EntryType.PERSON, EntryType.OFFICE):
        topics = properties.get("topics", [])
        type_ = next((better for topic, better in _TOPICS.items() if topic in topics), type_)
    began, ended = _TIMES.get(schema, ("incorporationDate", "dissolutionDate"))
    wikidata = [("wikidata", value) for value in properties.get("wikidataId", [])[:1] if value.isalnum()]
    return Thing(
        id=id_,
        type=type_,
        names=names,
        source=source,
        start=_date(properties, began),
        end=_date(properties, ended),
        country=_country(properties),
        identifiers=(("followthemoney", id_), *wikidata),
    )


def _links(tie: _Tie, properties: Properties, source: str) -> Iterator[Link]:
    role = _role(properties, tie.role)
    start, end = _date(properties, "startDate"), _date(properties, "endDate")
    for whose in properties.get(tie.whose, []):
        for of in properties.get(tie.of, []):
            yield Link(whose, of, role, start, end, source)


def _role(properties: Properties, otherwise: str) -> str:
    words = " ".join(properties.get("role", [])).lower()
    return next((role for word, role in _ROLES if word in words), otherwise)


def _date(properties: Properties, name: str) -> str | None:
    matches = (_DATE.match(value) for value in properties.get(name, []))
    return agree_on_date([match[0] for match in matches if match and edtf.is_valid(match[0])])


def _country(properties: Properties) -> str | None:
    """The country of the first property that names one; of several in it, none can be said to be the one."""
    for name in _COUNTRIES:
        codes = {value.upper() for value in properties.get(name, []) if is_country(value.upper())}
        if codes:
            return codes.pop() if len(codes) == 1 else None
    return None
