"""A source as its page shows it: what it said, how it fared, whom it spoke for when, and what it publishes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.desk.event.reach import Reach
from sayso.desk.event.saying import Heard, hear
from sayso.desk.source.fare import Fare, fare
from sayso.desk.source.source import (
    Source,
    Tie,
    affiliations_of,
    find_source,
    outlet_reports,
    parts_of,
    spoken_for_by,
)
from sayso.model.assessment import Assessment
from sayso.model.entity import Entity
from sayso.model.event import Event
from sayso.model.knowing import fold_name
from sayso.model.lineage import Lineage, Relation
from sayso.model.report import Report
from sayso.model.snapshot import Snapshot
from sayso.model.title import Title, title_of

_PRONOUNS = frozenset({"he", "she", "it", "they", "who"})  # words of a voice that name nobody


@dataclass(frozen=True, slots=True)
class Said:
    """What the source says on one event, as the voices that it is counted as."""

    event: Event
    title: Title
    heard: tuple[Heard, ...]


@dataclass(frozen=True, slots=True)
class TakenOver:
    """How often reports of one outlet derive from another's: `outlet` is the other; `examples` are some of them."""

    outlet: str
    relation: Relation
    count: int
    examples: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """All that the page of a source shows. `said` is newest first; `counted_with` are names folded into its voices."""

    source: Source
    entity: Entity | None
    said: tuple[Said, ...]
    fare: Fare
    affiliations: tuple[Tie, ...]
    spokesmen: tuple[Tie, ...]
    counted_with: tuple[str, ...]
    grades: tuple[Assessment, ...]
    published: tuple[Report, ...]
    takes_from: tuple[TakenOver, ...]
    gives_to: tuple[TakenOver, ...]

    @property
    def name(self) -> str:
        """Its fullest name."""
        return self.source.name


def view_source(snapshot: Snapshot, asked: str) -> SourceView:
    """The page of a source, from the part of the record around it. Raises NotInRecord."""
    reach = Reach(snapshot)
    source = find_source(reach, asked)
    published = outlet_reports(reach, source)
    said = tuple(_list_said(reach, source))
    heard_as = dict.fromkeys(name for each in said for heard in each.heard for name in heard.voice.names)
    return SourceView(
        source=source,
        entity=reach.entities.get(source.entity or ""),
        said=said,
        fare=fare(snapshot, source),
        affiliations=affiliations_of(reach, source.entity) if source.entity else (),
        spokesmen=spoken_for_by(reach, source.entity) if source.entity else (),
        counted_with=_list_others(heard_as, source),
        grades=reach.marks.assessments.of_source(source.names),
        published=published,
        takes_from=_count_ties(reach, snapshot.corroboration.lineage, published, is_origin=False),
        gives_to=_count_ties(reach, snapshot.corroboration.lineage, published, is_origin=True),
    )


def _list_others(names: Iterable[str], source: Source) -> tuple[str, ...]:
    """Names beside the source's own, each once, articles and letter case aside."""
    found: dict[str, str] = {}
    for name in names:
        bare = fold_name(name.casefold().removeprefix("the "))
        if not source.is_named(name) and bare not in source.folded and name.casefold() not in _PRONOUNS:
            found.setdefault(bare, name)
    return tuple(found.values())


def _list_said(reach: Reach, source: Source) -> Iterator[Said]:
    """What it says, by event: the one of which it spoke last comes first, what has no date last."""
    found = []
    for event in reach.snapshot.corroboration.events:
        mine = {claim for part in parts_of(reach, event, source) for claim in part.claims}
        told = max((reach.reports[claim.report].told or "" for claim in reach.all_claims(mine)), default="")
        if mine:
            found.append((told, event.when or "", event, mine))
    for _, _, event, mine in sorted(found, key=lambda each: each[:2], reverse=True):
        yield Said(event, title_of(event, reach.all_claims(event.claims)), hear(reach, event, mine))


def _count_ties(
    reach: Reach, lineage: Sequence[Lineage], published: Sequence[Report], *, is_origin: bool
) -> tuple[TakenOver, ...]:
    """Lineage between an outlet's reports and other outlets', by outlet and relation, most often first."""
    mine = {report.id for report in published}
    known = {**reach.unheld, **reach.reports}
    found: dict[tuple[str, Relation], list[Report]] = {}
    for edge in lineage:
        own, other = (edge.of, edge.report) if is_origin else (edge.report, edge.of)
        if own in mine and other in known and other not in mine:
            found.setdefault((known[other].outlet or "", edge.relation), []).append(known[edge.report])
    counts = Counter({key: len(reports) for key, reports in found.items()})
    return tuple(TakenOver(*key, count, tuple(found[key][:5])) for key, count in counts.most_common())
