"""Changed: which resolutions are otherwise than they stand in the record, told by their digests."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from sqlalchemy import Connection, select

from sayso.errors import RecordError
from sayso.model.memory import Memory
from sayso.model.resolution import Resolution
from sayso.record import tables
from sayso.record.derived import load_last
from sayso.record.row.resolution import Encoded, encode_resolution

_resolutions = tables.resolutions.c


@dataclass(frozen=True, slots=True)
class Changed:
    """Resolutions that are new or otherwise than they stand, in the order learnt, and the reports that have none now.

    `is_anew`: nothing of what stands may be kept, and `changed` are all. `encoded` has some of them as they are kept,
    by report: those that were encoded to be compared. `learnt` is what was remembered of resolving, and what is now.
    """

    changed: tuple[Resolution, ...] = ()
    gone: frozenset[str] = frozenset()
    is_anew: bool = False
    encoded: Mapping[str, Encoded] = field(default_factory=dict, repr=False, compare=False)
    learnt: tuple[Memory, Memory] | None = field(default=None, repr=False, compare=False)

    def __bool__(self) -> bool:
        """Whether any report is otherwise."""
        return bool(self.changed or self.gone or self.is_anew)

    @classmethod
    def all_of(cls, resolutions: Sequence[Resolution]) -> Self:
        """All of these, and nothing else: what is derived begins anew."""
        return cls(tuple(_once(resolutions).values()), is_anew=True)

    def encode(self) -> Iterator[tuple[Resolution, Encoded]]:
        """Each changed resolution with how it is kept."""
        for resolution in self.changed:
            yield resolution, self.encoded.get(resolution.report.id) or encode_resolution(resolution)


def find_changed(
    connection: Connection, resolutions: Sequence[Resolution], *, staying: Collection[str] = ()
) -> Changed:
    """What is otherwise than it stands; a report given twice counts once, as first given.

    Reports that are `staying` were not looked at: they stand as they are. Raises RecordError where there are such
    ones and what is derived was put in place by somebody who did not note what it rests on.
    """
    given = _once(resolutions)
    last = load_last(connection)
    if last is None or last.made is None:  # filled by nobody, or by one who did not note what it rests on
        if staying:
            raise RecordError("what is derived was put in place by another process meanwhile; run it again")
        return Changed.all_of(resolutions)
    rows = connection.execute(select(_resolutions.report, _resolutions.digest))
    standing = {row.report: row.digest for row in rows}
    encoded = {id_: encode_resolution(resolution) for id_, resolution in given.items()}
    kept = {id_: made for id_, made in encoded.items() if standing.get(id_) != made.digest}
    gone = frozenset(standing.keys() - given.keys() - {*staying})
    return Changed(tuple(given[id_] for id_ in kept), gone, encoded=kept)


def _once(resolutions: Sequence[Resolution]) -> dict[str, Resolution]:
    found: dict[str, Resolution] = {}
    for resolution in resolutions:
        found.setdefault(resolution.report.id, resolution)
    return found
