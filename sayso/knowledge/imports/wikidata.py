"""Wikidata: entities of a JSON dump (one a line, as dumps are published) as things and links.

Taken: labels and aliases in all languages as names; P31 by the table below as type, subclasses not
followed; P17 and P27 as country; P569, P570, P571, P576 as times, as exact as their precision;
P297 as a country's code; a person's P39, P108, P463 and P241 with P580 and P582 as affiliations.
Statements of deprecated rank are passed over; where some are preferred, only those count.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from sayso.knowledge.codes import is_country
from sayso.knowledge.imports.thing import CountryCode, Found, Link, Thing, agree_on_date, choose_names
from sayso.knowledge.row import Faults
from sayso.model.knowledge import EntryType

Json = dict[str, Any]

# By class (P31), in this order where an entity has several. Labels as others' public tables have them.
TYPES = {
    "Q5": EntryType.PERSON,  # human
    "Q3624078": EntryType.STATE,  # sovereign state
    "Q6256": EntryType.STATE,  # country
    "Q37726": EntryType.ARMY,  # army
    "Q772547": EntryType.ARMY,  # armed forces
    "Q781132": EntryType.ARMY,  # military branch
    "Q4508": EntryType.ARMY,  # navy
    "Q176799": EntryType.ARMY,  # military unit
    "Q17149090": EntryType.ARMED_GROUP,  # armed organization
    "Q17127659": EntryType.ARMED_GROUP,  # terrorist organization, in Wikidata's words
    "Q192283": EntryType.OUTLET,  # news agency
    "Q11032": EntryType.OUTLET,  # newspaper
    "Q1110794": EntryType.OUTLET,  # daily newspaper
    "Q1153191": EntryType.OUTLET,  # online newspaper
    "Q1193236": EntryType.OUTLET,  # news media
    "Q1616075": EntryType.OUTLET,  # television station
    "Q2001305": EntryType.OUTLET,  # television channel
    "Q14350": EntryType.OUTLET,  # radio station
    "Q7278": EntryType.POLITICAL_BODY,  # political party
    "Q7188": EntryType.POLITICAL_BODY,  # government
    "Q59281": EntryType.POLITICAL_BODY,  # provisional government
    "Q192350": EntryType.POLITICAL_BODY,  # ministry
    "Q11204": EntryType.POLITICAL_BODY,  # legislature
    "Q7210356": EntryType.POLITICAL_BODY,  # political organization
    "Q2738074": EntryType.POLITICAL_BODY,  # political movement
    "Q1127126": EntryType.INTERNATIONAL_BODY,  # military alliance
    "Q245065": EntryType.INTERNATIONAL_BODY,  # intergovernmental organization
    "Q484652": EntryType.INTERNATIONAL_BODY,  # international organization
    "Q15925165": EntryType.INTERNATIONAL_BODY,  # specialized agency of the United Nations
    "Q783794": EntryType.COMPANY,  # company
    "Q4830453": EntryType.COMPANY,  # business
    "Q6881511": EntryType.COMPANY,  # enterprise
    "Q891723": EntryType.COMPANY,  # public company
    "Q1934969": EntryType.COMPANY,  # defense contractor
    "Q294414": EntryType.OFFICE,  # public office
    "Q4164871": EntryType.OFFICE,  # position
    "Q15142894": EntryType.EQUIPMENT,  # weapon model
    "Q15142889": EntryType.EQUIPMENT,  # weapon family
    "Q22704163": EntryType.EQUIPMENT,  # firearm model
    "Q15056995": EntryType.EQUIPMENT,  # aircraft model
    "Q15056993": EntryType.EQUIPMENT,  # aircraft family
    "Q100710213": EntryType.EQUIPMENT,  # combat vehicle model
    "Q100709275": EntryType.EQUIPMENT,  # combat vehicle family
}
_AGENCY = "Q192283"
_TIES = {"P39": "holder", "P108": "employee", "P463": "member", "P241": "member"}
_ITEM = re.compile(r"Q\d{1,12}")
_CHANGED = re.compile(r"\d{4}-\d\d-\d\d")
_TIME = re.compile(r"\+(\d{4})-(\d\d)-(\d\d)T")
_DECADE, _YEAR, _MONTH, _DAY = 8, 9, 10, 11
_JULIAN = "Q1985786"
_CIRCA = "Q5727902"


def read_wikidata(lines: Iterable[tuple[int, str]], faults: Faults) -> Iterator[tuple[int, Found]]:
    """The things and links of a dump's lines, each with its line's number.

    A line that is no entity becomes a fault; properties and lexemes are passed over.
    """
    for number, line in lines:
        text = line.strip().rstrip(",")
        if text in ("", "[", "]"):
            continue
        try:
            entity = json.loads(text)
            for found in _read_entity(entity):
                yield number, found
        except RecursionError:
            faults.add(number, "is nested too deep for an entity; the line is left out")
        except json.JSONDecodeError as error:
            faults.add(number, f"is no JSON ({error.msg}, column {error.colno}); the line is left out")
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            why = f"{type(error).__name__}: {error}"
            faults.add(number, f"is built otherwise than an entity of Wikidata ({why}); the line is left out")


def _read_entity(entity: Json) -> Iterator[Found]:
    if not isinstance(entity, dict):
        raise TypeError("it does not stand in braces")
    if "entities" in entity:  # as a single entity's address serves it
        for each in entity["entities"].values():
            yield from _read_entity(each)
        return
    if entity.get("type", "item") != "item":
        return
    id_ = entity["id"]
    if not _ITEM.fullmatch(id_):
        raise ValueError(f"{id_!r} is no item's number")
    claims = entity.get("claims") or {}
    for code in _texts(claims, "P297"):
        if is_country(code):
            yield CountryCode(id_, code)
    type_ = _choose_type(claims)
    names = _names(entity)
    if type_ and names:
        yield _make_thing(entity, id_, type_, names, claims)
        if type_ is EntryType.PERSON:
            yield from _links(id_, claims, _source(entity))


def _make_thing(entity: Json, id_: str, type_: EntryType, names: tuple[str, ...], claims: Json) -> Thing:
    born, died = ("P569", "P570") if type_ is EntryType.PERSON else ("P571", "P576")
    countries = [each for each in _best(claims, "P27" if type_ is EntryType.PERSON else "P17") if not _has_ended(each)]
    ids = {of for of in map(_id, countries) if of}
    return Thing(
        id=id_,
        type=type_,
        names=names,
        source=_source(entity),
        start=_date(claims, born),
        end=_date(claims, died),
        country=next(filter(is_country, _texts(claims, "P297")), None),
        country_id=ids.pop() if len(ids) == 1 else None,  # of several, none can be said to be the one
        is_agency=_AGENCY in _ids(claims, "P31"),
        identifiers=(("wikidata", id_),),
    )


def _source(entity: Json) -> str:
    changed = _CHANGED.match(entity.get("modified", ""))
    return f"Wikidata {entity['id']}" + (f" as of {changed[0]}" if changed else "")


def _names(entity: Json) -> tuple[str, ...]:
    """Labels, the English first, then one language after the other; then aliases."""
    labels = {language: each["value"] for language, each in sorted((entity.get("labels") or {}).items())}
    aliases = [each["value"] for _, given in sorted((entity.get("aliases") or {}).items()) for each in given]
    first = [labels[language] for language in ("en", "mul") if language in labels]
    return choose_names([*first, *labels.values(), *aliases])


def _choose_type(claims: Json) -> EntryType | None:
    classes = set(_ids(claims, "P31"))
    return next((type_ for class_, type_ in TYPES.items() if class_ in classes), None)


def _links(id_: str, claims: Json, source: str) -> Iterator[Link]:
    for property_, role in _TIES.items():
        for statement in _standing(claims, property_):
            of = _id(statement)
            if of:
                start, end = _qualifier(statement, "P580"), _qualifier(statement, "P582")
                yield Link(id_, of, role, start, end, f"{source}, {property_}")


def _standing(claims: Json, property_: str) -> list[Json]:
    return [each for each in claims.get(property_) or [] if each.get("rank") != "deprecated"]


def _best(claims: Json, property_: str) -> list[Json]:
    """The preferred statements, or all that stand if none is."""
    standing = _standing(claims, property_)
    return [each for each in standing if each.get("rank") == "preferred"] or standing


def _has_ended(statement: Json) -> bool:
    return bool((statement.get("qualifiers") or {}).get("P582"))


def _value(statement: Json) -> Any:
    """What a statement says; None where the value is unknown or there is none."""
    snak = statement.get("mainsnak", statement)
    return snak["datavalue"]["value"] if snak.get("snaktype") == "value" else None


def _ids(claims: Json, property_: str) -> list[str]:
    return [id_ for id_ in map(_id, _standing(claims, property_)) if id_]


def _id(statement: Json) -> str | None:
    """The item that a statement points to; None if it points to none."""
    value = _value(statement)
    id_ = value.get("id") if isinstance(value, dict) else None
    return id_ if id_ and _ITEM.fullmatch(id_) else None


def _texts(claims: Json, property_: str) -> list[str]:
    return [value for value in map(_value, _best(claims, property_)) if isinstance(value, str)]


def _date(claims: Json, property_: str) -> str | None:
    dates = [_edtf(_value(each), each) for each in _best(claims, property_)]
    return agree_on_date([date for date in dates if date])


def _qualifier(statement: Json, property_: str) -> str | None:
    snaks = (statement.get("qualifiers") or {}).get(property_) or []
    dates = [_edtf(_value(each), {}) for each in snaks]
    return agree_on_date([date for date in dates if date])


def _edtf(value: Any, statement: Json) -> str | None:
    """A time of Wikidata, as exact as its precision; centuries, years before 1000 and unknown times are none.

    Days of the Julian calendar keep their year alone: ten to thirteen days off, they would name another day.
    """
    match = _TIME.match(value["time"]) if isinstance(value, dict) else None
    if not match or match[1] < "1000" or value["precision"] < _DECADE:
        return None
    year, month, day = match.groups()
    precision = value["precision"]
    if precision == _DECADE:
        return f"{year[:3]}X"
    if str(value.get("calendarmodel", "")).endswith(_JULIAN):
        precision = _YEAR
    about = "~" if _is_about(statement) else ""
    parts = [year, *([month] if precision >= _MONTH else []), *([day] if precision >= _DAY else [])]
    return "-".join(parts) + about


def _is_about(statement: Json) -> bool:
    marks = (statement.get("qualifiers") or {}).get("P1480") or []
    return any(_id(mark) == _CIRCA for mark in marks)
