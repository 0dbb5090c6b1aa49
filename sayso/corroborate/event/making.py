"""Event: claims about one happening, who is heard on it, and where they disagree."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.corroborate.conflict.account import make_accounts
from sayso.corroborate.conflict.finding import find_clashes, make_conflicts
from sayso.corroborate.conflict.saying import gather_sayings
from sayso.corroborate.event.clustering import Cluster
from sayso.corroborate.ground import Ground
from sayso.corroborate.telling import Telling
from sayso.corroborate.voice.folding import find_unsourced, find_voices
from sayso.model.event import Event
from sayso.model.identity import identify
from sayso.model.lineage import Lineage, Relation
from sayso.model.ruling import Rulings
from sayso.model.values import edtf
from sayso.model.values.stance import FACTUAL, ClaimType

_NOTHING = Rulings()


def make_events(
    clusters: Sequence[Cluster],
    lineage: Sequence[Lineage],
    ground: Ground,
    rulings: Rulings = _NOTHING,
    *,
    learnt: Mapping[str, int],
) -> tuple[Event, ...]:
    """The events of all clusters, in the order in which their first claim was learnt."""
    edges: dict[str, list[Lineage]] = defaultdict(list)
    for edge in lineage:
        edges[edge.report].append(edge)
    events = [
        make_event(cluster, _gather_edges(cluster, edges), ground, rulings, learnt=learnt) for cluster in clusters
    ]
    return tuple(sorted(events, key=lambda event: learnt[event.claims[0]]))


def make_event(
    cluster: Cluster,
    lineage: Sequence[Lineage],
    ground: Ground,
    rulings: Rulings = _NOTHING,
    *,
    learnt: Mapping[str, int],
) -> Event:
    """One event; its identifier is of its first-learnt claim. `lineage` are the edges from its reports."""
    tellings = sorted(cluster.tellings, key=lambda telling: learnt[telling.id])
    footing = ground.under(telling.report.id for telling in tellings)
    sides = footing.sides
    place = find_place(tellings)
    pages = find_pages(lineage, ground)
    voices = find_voices(cluster, lineage, sides, learnt=learnt, rulings=rulings, pages=pages)
    sayings = gather_sayings(cluster, voices)
    clashes = find_clashes(sayings, sides)
    accounts = make_accounts(sayings, clashes, learnt=learnt)
    return Event(
        id=identify("v", tellings[0].id),
        type=find_type(tellings),
        place=place,
        place_names=footing.entities[place].names if place else (),
        when=find_when(tellings),
        claims=tuple(telling.id for telling in tellings),
        voices=voices,
        accounts=accounts,
        conflicts=make_conflicts(clashes, accounts),
        reasons=cluster.reasons,
        unsourced=find_unsourced(cluster, learnt=learnt),
    )


def _gather_edges(cluster: Cluster, edges: Mapping[str, Sequence[Lineage]]) -> list[Lineage]:
    reports = sorted({telling.report.id for telling in cluster.tellings})
    return [edge for report in reports for edge in edges.get(report, ())]


def find_pages(lineage: Iterable[Lineage], ground: Ground) -> Mapping[str, str]:
    """Of reports that translate a page without claims, as one in a language that is not read, that page's outlet."""
    found = {}
    for edge in lineage:
        page = ground.resolutions.get(edge.of) if edge.relation is Relation.TRANSLATION else None
        if page and not page.claims and page.report.outlet:
            found[edge.report] = page.report.outlet
    return found


def find_type(tellings: Iterable[Telling]) -> ClaimType:
    """The type that most claims have, asserted ones first; a statement only if there is nothing else."""
    counts = Counter((t.type is not ClaimType.STATEMENT, t.stance in FACTUAL, t.type) for t in tellings)
    weights: Counter[ClaimType] = Counter()
    for (is_typed, is_factual, type_), count in counts.items():
        weights[type_] += count * (10 if is_typed else 1) * (2 if is_factual else 1)
    return min(weights, key=lambda type_: (-weights[type_], type_))


def find_place(tellings: Iterable[Telling]) -> str | None:
    """The place that most claims name; None when none names one."""
    counts = Counter(place for telling in tellings for place in telling.places)
    return min(counts, key=lambda place: (-counts[place], place)) if counts else None


def find_when(tellings: Iterable[Telling]) -> str | None:
    """The most exact date that the claims give, the commonest first; None where none gives one."""
    dates = Counter(
        telling.claim.when.edtf
        for telling in tellings
        if telling.when and telling.claim.when and telling.claim.when.edtf and telling.stance in FACTUAL
    )
    return min(dates, key=lambda date: (-dates[date], _openness(date), date)) if dates else None


def _openness(date: str) -> int:
    try:
        return edtf.specificity(date)
    except ValueError:
        return 36_500
