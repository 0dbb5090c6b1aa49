"""Addition: what a person adds to knowledge, as the value of a decision.

It is JSON with the fields of `docs/knowledge.md`, so that a decision can be copied into a file of knowledge.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from sayso.model.entity import Affiliation
from sayso.model.identity import identify
from sayso.model.knowledge import ROLES, EntryType, identify_entry
from sayso.model.values import edtf

#: As in files of knowledge.
LONGEST_NAME = 300


@dataclass(frozen=True, slots=True)
class Tie:
    """An affiliation as a person states it: `of` is the key of an entry, `start` and `end` are EDTF."""

    of: str
    role: str | None = None
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Addition:
    """A new entry; or, with `type` None, names and affiliations for one that there is.

    `names`, `source`, `country`, `start` and `end` are as in `Entry`.
    """

    source: str
    type: EntryType | None = None
    names: tuple[str, ...] = ()
    country: str | None = None
    start: str | None = None
    end: str | None = None
    ties: tuple[Tie, ...] = ()

    @property
    def is_entry(self) -> bool:
        """Whether it says enough to be an entry of its own."""
        return self.type is not None and bool(self.names)

    def affiliations(self, decision: str) -> tuple[Affiliation, ...]:
        """The affiliations that it adds, by the decision of that identifier."""
        because = f"decision {decision} ({self.source})"
        return tuple(Affiliation(identify_entry(tie.of), because, tie.start, tie.end, tie.role) for tie in self.ties)


def write_addition(addition: Addition) -> str:
    """The value of a decision that adds it: JSON without the fields that say nothing."""
    ties = [_filled({"of": t.of, "as": t.role, "from": t.start, "until": t.end}) for t in addition.ties]
    row = {
        "type": addition.type,
        "names": list(addition.names),
        "source": addition.source,
        "country": addition.country,
        "from": addition.start,
        "until": addition.end,
        "affiliations": ties,
    }
    return json.dumps(_filled(row), ensure_ascii=False)


def read_addition(value: str) -> Addition:
    """The addition that `write_addition` wrote. Raises ValueError or KeyError for anything else."""
    row = json.loads(value)
    return Addition(
        source=row["source"],
        type=EntryType(row["type"]) if "type" in row else None,
        names=tuple(row.get("names", ())),
        country=row.get("country"),
        start=row.get("from"),
        end=row.get("until"),
        ties=tuple(
            Tie(tie["of"], tie.get("as"), tie.get("from"), tie.get("until")) for tie in row.get("affiliations", ())
        ),
    )


def check_addition(addition: Addition) -> str | None:
    """Why a person cannot add this, in one sentence with the way out; None if they can."""
    if not addition.source.strip():
        return "say with --source where it is from, or --source unchecked if it is known from memory alone"
    if not addition.type and not addition.names and not addition.ties:
        return "nothing is added: give --type for a new entry, --alias for a name, or --speaks-for for an affiliation"
    dates = [(addition.start, addition.end), *((tie.start, tie.end) for tie in addition.ties)]
    found = [wrong for name in addition.names if (wrong := check_name(name))]
    found += [wrong for tie in addition.ties if (wrong := _check_role(tie.role))]
    found += [wrong for start, end in dates if (wrong := _check_dates(start, end))]
    return found[0] if found else None


def check_name(name: str) -> str | None:
    """Why `name` is no name of a known thing, in one sentence; None if it is one."""
    if not any(letter.isalnum() for letter in name):
        return f"{name[:80]!r} is no name; give one with letters"
    if len(name) > LONGEST_NAME:
        return f"'{name[:40]}…' has {len(name):,} characters; a name has at most {LONGEST_NAME}"
    if any(unicodedata.category(letter) == "Cc" for letter in name):
        return f"{name!r} holds what is no letter, such as a line break; give the name on one line"
    return None


def check_type(words: str) -> str | None:
    """Why `words` are no type of entry, in one sentence; None if they are one."""
    return None if words in list(EntryType) else f"{words!r} is no type; choose one of {', '.join(EntryType)}"


def make_key(name: str) -> str:
    """A key for a new entry of that name: its Latin letters and digits; a digest where it has none."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return "-".join(re.findall(r"[a-z0-9]+", plain)) or identify("known-", name)


def _check_role(role: str | None) -> str | None:
    return None if role is None or role in ROLES else f"{role!r} is no role; choose one of {', '.join(ROLES)}"


def _check_dates(start: str | None, end: str | None) -> str | None:
    for date in (start, end):
        if date is not None and not edtf.is_valid(date):
            return f"{date!r} is no date; write it as 2014, 2014-05 or 2014-05-16"
    if start and end and _is_before(end, start):
        return f"it ends ({end}) before it begins ({start}); correct one of the two"
    return None


def _is_before(left: str, right: str) -> bool:
    last, first = edtf.bounds(left).last, edtf.bounds(right).first
    return last is not None and first is not None and last < first


def _filled(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value}
