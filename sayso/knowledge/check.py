"""Check: whether the fields of a row say what they may; what does not is left out with a fault, the rest is taken."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from sayso.knowledge.codes import is_country, is_language
from sayso.knowledge.nearest import find_nearest
from sayso.knowledge.row import Faults, Row, Value
from sayso.model.knowledge import ROLES, Entry, EntryType
from sayso.model.values import edtf

LONGEST_NAME = 300  # characters; the longest official names of bodies stay below 200
_LONGEST_VALUE = 2000
_NEEDED = ("id", "type", "names", "source")
ENTRY_FIELDS = (
    *_NEEDED,
    "country",
    "from",
    "until",
    "identifiers",
    "affiliations",
    "language",
    "owner",
    "agency",
    "capital",
    "people",
    "part_of",
)
TIE_FIELDS = ("of", "as", "from", "until", "source")
read_bounds = lru_cache(maxsize=10_000)(edtf.bounds)  # years come again and again
_YES, _NO = frozenset({"true", "yes", "1"}), frozenset({"false", "no", "0"})


@dataclass(frozen=True, slots=True)
class Tie:
    """An affiliation as a file states it: both entries still by their keys. `source` None: the entry's own."""

    of: str
    role: str | None
    start: str | None
    end: str | None
    source: str | None
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A checked entry whose words about other entries are not checked yet."""

    entry: Entry
    ties: tuple[Tie, ...]
    owner: str | None
    part_of: str | None
    path: str


def check_entry(row: Row, name: str, faults: Faults) -> Draft | None:
    """The entry of a row, None if a field that every entry needs is missing or wrong. `name`: the file's short one."""
    _check_fields(row, ENTRY_FIELDS, faults)
    missing = [field for field in _NEEDED if not row.get(field)]
    if missing:
        shown = _text(row, "id", faults) or "an entry"
        faults.add(row.line, f"{shown} lacks {' and '.join(missing)}; every entry needs id, type, names and source")
        return None
    key, type_, names, source = (
        _key(row, "id", faults),
        _type(row, faults),
        _names(row, "names", faults),
        _text(row, "source", faults),
    )
    if not (key and type_ and names and source):
        return None
    start, end = _times(row, faults)
    entry = Entry(
        key=key,
        type=type_,
        names=names,
        source=source,
        start=start,
        end=end,
        country=_country(row, faults),
        language=_language(row, faults),
        is_agency=_is_agency(row, faults),
        capital=_names(row, "capital", faults),
        people=_names(row, "people", faults),
        identifiers=_identifiers(row, faults),
        file=name,
        line=row.line,
    )
    ties = tuple(_ties(row, faults))
    return Draft(entry, ties, _key(row, "owner", faults), _key(row, "part_of", faults), faults.file)


def check_tie(row: Row, faults: Faults, *, allowed: Collection[str] = TIE_FIELDS) -> Tie | None:
    """The affiliation of a row, None if it does not say to what, or when in a way that can be read."""
    _check_fields(row, allowed, faults)
    of = _key(row, "of", faults)
    if not of:
        if not row.get("of"):
            faults.add(row.line, "an affiliation lacks “of”; name the id of the entry that it leads to")
        return None
    before = faults.count
    start, end = _times(row, faults)
    if faults.count > before:  # without its dates it would hold for all times
        return None
    return Tie(of, _role(row, faults), start, end, _text(row, "source", faults), faults.file, row.line)


def _ties(row: Row, faults: Faults) -> Iterator[Tie]:
    value = row.get("affiliations")
    for each in _listed(value):
        tie = check_tie(each, faults) if isinstance(each, Row) else None
        if tie:
            yield tie
        elif not isinstance(each, Row):
            line = row.line_of("affiliations")
            faults.add(line, f"“{_shown(each)}” is no affiliation; write {{of: ID, as: ROLE, from: DATE, until: DATE}}")


def _check_fields(row: Row, allowed: Collection[str], faults: Faults) -> None:
    for field in row.fields:
        if field not in allowed:
            faults.add(row.line_of(field), describe_unknown_field(field, allowed))


def describe_unknown_field(field: str, allowed: Collection[str]) -> str:
    """That there is no field of that name, with the nearest one there is."""
    return f"“{_shown(field)}” is no field; " + (_nearest(field, allowed) or f"the fields are {', '.join(allowed)}")


def _nearest(word: str, known: Iterable[str]) -> str | None:
    near = find_nearest(word.lower(), known)
    return f"write “{near}”" if near else None


def _text(row: Row, field: str, faults: Faults) -> str | None:
    """The words of a field that holds one value."""
    value = row.get(field)
    if value is None:
        return None
    if not isinstance(value, str):
        faults.add(row.line_of(field), f"“{field}” holds {_kind(value)}; write one value")
        return None
    if len(value) > _LONGEST_VALUE:
        said = f"“{field}” holds {len(value):,} characters; {_LONGEST_VALUE:,} are enough"
        faults.add(row.line_of(field), said)
        return None
    if "\ufffd" in value:
        faults.add(row.line_of(field), f"“{_shown(value)}” holds bytes that are not UTF-8; write the value anew")
        return None
    return value.strip() or None


def _key(row: Row, field: str, faults: Faults) -> str | None:
    value = _text(row, field, faults)
    if value is None or value.replace("-", "").isalnum():
        return value
    said = f"“{_shown(value)}” is no id; write letters, digits and hyphens"
    faults.add(row.line_of(field), said)
    return None


def _type(row: Row, faults: Faults) -> EntryType | None:
    value = _text(row, "type", faults)
    if value is None or value in _TYPES:
        return _TYPES.get(value or "")
    way = _nearest(value, EntryType) or f"choose one of {', '.join(EntryType)}"
    faults.add(row.line_of("type"), f"“{_shown(value)}” is no type of entry; {way}")
    return None


_TYPES = {type_.value: type_ for type_ in EntryType}


def _role(row: Row, faults: Faults) -> str | None:
    value = _text(row, "as", faults)
    if value is None or value in ROLES:
        return value
    way = _nearest(value, ROLES) or f"choose one of {', '.join(ROLES)}"
    faults.add(row.line_of("as"), f"“{_shown(value)}” is no role; {way}; the affiliation is used without it")
    return None


def _names(row: Row, field: str, faults: Faults) -> tuple[str, ...]:
    """The names of a field, each once, in their order; one name alone needs no list."""
    line, kept = row.line_of(field), []
    for each in _listed(row.get(field)):
        wrong = _wrong_name(each)
        if wrong:
            faults.add(line, wrong)
        else:
            kept.append(" ".join(str(each).split()))
    return tuple(dict.fromkeys(kept))


def _wrong_name(name: Value) -> str | None:
    if name is not None and not isinstance(name, str):
        return f"“{_shown(name)}” is no name; write each as plain words"
    if not name or not any(each.isalnum() for each in name):
        return f"“{_shown(name or '')}” is an empty name; take it out, or write one with a letter or digit"
    if len(name) > LONGEST_NAME:
        return f"“{_shown(name)}” has {len(name):,} characters; a name has at most {LONGEST_NAME}"
    if "\ufffd" in name:
        return f"“{_shown(name)}” holds bytes that are not UTF-8; write the name anew"
    return None


def _times(row: Row, faults: Faults) -> tuple[str | None, str | None]:
    """When it begins and ends; an end before the beginning leaves both out."""
    start, end = _date(row, "from", faults), _date(row, "until", faults)
    if start and end and is_before(end, start):
        faults.add(row.line_of("until"), f"until {end} is before from {start}; correct one of them")
        return None, None
    return start, end


def _date(row: Row, field: str, faults: Faults) -> str | None:
    value = _text(row, field, faults)
    if value is None:
        return None
    if not _is_one_date(value):
        way = "write 2014, 2014-06 or 2014-06-03, with ~ for about and ? for unsure"
        faults.add(row.line_of(field), f"“{_shown(value)}” is no date for “{field}”; {way}")
        return None
    return value


def _is_one_date(text: str) -> bool:
    try:
        read_bounds(text)
    except ValueError:
        return False
    return "/" not in text


def is_before(left: str, right: str) -> bool:
    """Whether every day that the left date allows is before every day that the right one allows."""
    last, first = read_bounds(left).last, read_bounds(right).first
    return last is not None and first is not None and last < first


def _country(row: Row, faults: Faults) -> str | None:
    value = _text(row, "country", faults)
    if value is None or is_country(value):
        return value
    way = f"write {value.upper()}" if is_country(value.upper()) else "write two capitals of ISO 3166-1, such as LY"
    faults.add(row.line_of("country"), f"“{_shown(value)}” is no country code; {way}")
    return None


def _language(row: Row, faults: Faults) -> str | None:
    value = _text(row, "language", faults)
    if value is None or is_language(value):
        return value
    faults.add(row.line_of("language"), f"“{_shown(value)}” is no language code; write ISO 639's, such as ar or ckb")
    return None


def _is_agency(row: Row, faults: Faults) -> bool:
    value = _text(row, "agency", faults)
    if value is not None and value.lower() not in _YES | _NO:
        faults.add(
            row.line_of("agency"), f"“{_shown(value)}” is neither true nor false; write “agency: true” or nothing"
        )
    return value is not None and value.lower() in _YES


def _identifiers(row: Row, faults: Faults) -> tuple[tuple[str, str], ...]:
    value = row.get("identifiers")
    if value is None:
        return ()
    if not isinstance(value, Row):
        faults.add(row.line_of("identifiers"), f"“{_shown(value)}” are no identifiers; write {{scheme: value}}")
        return ()
    found = ((scheme, _text(value, scheme, faults)) for scheme in value.fields)
    return tuple(sorted((scheme, text) for scheme, text in found if text))


def _listed(value: Value) -> list[Value]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _kind(value: Value) -> str:
    return "a list" if isinstance(value, list) else "fields of its own"


def _shown(value: Value) -> str:
    if isinstance(value, Row):
        value = ", ".join(value.fields)
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else text[:60] + "…"
