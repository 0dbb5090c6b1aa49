"""Following: random acts on a record, one after another, and what stands after each of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random

from sayso.corroborate import corroborate
from sayso.engine.claims import rows_of
from sayso.engine.tests.affairs import mix_affairs
from sayso.model.claim import Claim
from sayso.model.corroboration import Corroboration
from sayso.model.entity import Affiliation, Entity
from sayso.model.knowledge import Entry, EntryType, Knowledge, identify_entry
from sayso.model.lineage import Lineage, Relation
from sayso.model.report import Published, PublishedBasis, Report
from sayso.model.resolution import Resolution
from sayso.model.ruling import Rulings, pair_claims
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import Stance

_KEYS = ("column", "assembly", "league", "council")
_TYPES = (EntryType.STATE, EntryType.ARMY, EntryType.ARMED_GROUP)


@dataclass
class Following:
    """Reports that may come (`known`, by number) and that stand now, and what is ruled now."""

    rng: Random
    known: dict[int, Resolution]
    stand: dict[int, Resolution] = field(default_factory=dict)
    rulings: Rulings = field(default_factory=Rulings)
    knowledge: Knowledge = field(default_factory=Knowledge)
    found: Corroboration = field(default_factory=Corroboration)

    @classmethod
    def of(cls, seed: int) -> Following:
        """Reports of some affairs, in any order; none stands as yet."""
        rng = Random(seed)  # noqa: S311 - a seed, no secret
        told = [_lead_to_known(each, rng) for each in mix_affairs(seed, most=10)]
        told += [_join(rng.choice(told), rng.choice(told), place) for place in range(len(told) // 2)]
        copies = [_copy(each, place) for place, each in enumerate(rng.choices(told, k=len(told)))]
        everything = [*told, *copies]
        rng.shuffle(everything)
        return cls(rng, dict(enumerate(everything)))

    def act(self) -> tuple[list[tuple[int, Resolution]], list[str]]:
        """Some acts at once: the reports that are new or otherwise by number, and those that are gone."""
        before = dict(self.stand)
        for _ in range(self.rng.choice([1, 1, 2, 5])):
            self.rng.choice(
                [self._add, self._add, self._change, self._take_out, self._rule, self._unrule, self._learn]
            )()
        changed = [(node, each) for node, each in self.stand.items() if before.get(node) != each]
        self.rng.shuffle(changed)
        return changed, [each.report.id for node, each in before.items() if node not in self.stand]

    def derive(self) -> Corroboration:
        """What follows from all that stands now, derived whole."""
        whole = [self.stand[node] for node in sorted(self.stand)]
        self.found = corroborate(whole, knowledge=self.knowledge, rulings=self.rulings)
        return self.found

    def _add(self) -> None:
        lacking = sorted(self.known.keys() - self.stand.keys())
        for node in self.rng.sample(lacking, min(len(lacking), self.rng.choice([1, 2, 6]))):
            self.stand[node] = self.known[node]

    def _take_out(self) -> None:
        if self.stand:
            del self.stand[self.rng.choice(sorted(self.stand))]

    def _change(self) -> None:
        if self.stand:
            node = self.rng.choice(sorted(self.stand))
            self.stand[node] = self.rng.choice(_CHANGES)(self.stand[node], self.rng)

    def _rule(self) -> None:
        self.rng.choice([self._rule_on_claims, self._rule_on_claims, self._cut, self._add_edge, self._retract])()

    def _rule_on_claims(self) -> None:
        about = self.rng.choice(["together", "apart", "one_voice", "two_voices"])
        events = [event.claims for event in self.found.events if len(event.claims) > 1]
        everything = [claim.id for each in self.known.values() for claim in each.claims]
        inside = about != "together" and bool(events) and self.rng.random() < 0.9
        among = self.rng.choice(events) if inside else everything
        twins = self.list_twins()
        among = self.rng.choice(twins) if twins and self.rng.random() < 0.4 else among
        if len(among) < 2:
            return
        one, other = self.rng.sample(among, 2)
        self.rulings = replace(self.rulings, **{about: getattr(self.rulings, about) | {pair_claims(one, other)}})

    def list_twins(self) -> list[tuple[str, str]]:
        """A claim of a copy with that of what was copied, where both stand."""
        told = {claim.id for each in self.stand.values() for claim in each.claims}
        twins = ((claim, claim.partition("-")[2]) for claim in sorted(told) if claim.startswith("copy"))
        return [pair for pair in twins if pair[1] in told]

    def _cut(self) -> None:
        if self.found.lineage:
            edge = self.rng.choice(self.found.lineage)
            self.rulings = replace(self.rulings, cut_edges=self.rulings.cut_edges | {(edge.report, edge.of)})

    def _add_edge(self) -> None:
        ids = [each.report.id for each in self.known.values()] + [each.id for each in self.found.unheld]
        if len(ids) < 2:
            return
        report, of = self.rng.sample(ids, 2)
        edges = {(edge.report, edge.of): edge for edge in self.rulings.added_edges}
        edges[report, of] = Lineage(report, of, self.rng.choice(list(Relation)), 1.0, "so decided")
        self.rulings = replace(self.rulings, added_edges=tuple(edges[key] for key in sorted(edges)))

    def _retract(self) -> None:
        report = self.rng.choice(list(self.known.values())).report.id
        self.rulings = replace(self.rulings, retracted=self.rulings.retracted | {report})

    def _unrule(self) -> None:
        about = self.rng.choice([name for name in Rulings.__slots__ if getattr(self.rulings, name)] or [""])
        if about:
            rows = sorted(getattr(self.rulings, about), key=str)
            rows.remove(self.rng.choice(rows))
            kind = type(getattr(self.rulings, about))
            self.rulings = replace(self.rulings, **{about: kind(rows)})

    def _learn(self) -> None:
        """Something is known otherwise, or no more."""
        key, of = self.rng.sample(_KEYS, 2)
        ties = (Affiliation(identify_entry(of), f"decree {self.rng.randint(1, 2)}"),)
        entry = Entry(key, self.rng.choice(_TYPES), (f"The {key}", key), "decree", self.rng.choice([ties, ()]))
        entries = {**self.knowledge.entries, entry.id: entry}
        if self.rng.random() < 0.3:
            del entries[entry.id]
        self.knowledge = Knowledge(entries, digest=str(self.rng.random()))


def apply(rows: list[tuple[str, str, str]], gone: Corroboration, come: Corroboration) -> list[tuple[str, str, str]]:
    """Rows without those that are gone, with those that come; raises ValueError where one that goes is not there."""
    left = list(rows)
    for row in rows_of(gone):
        left.remove(row)
    return sorted([*left, *rows_of(come)])


def _join(one: Resolution, other: Resolution, number: int) -> Resolution:
    """A round-up: what two reports say, in one outlet, one after the other."""
    id_, by = f"round{number}", len(one.report.text) + 2
    text = f"{one.report.text}\n\n{other.report.text}"
    report = Report(id_, id_, text, outlet=f"Harn Review {number}", published=one.report.published)
    claims = (
        *(replace(each, id=f"{id_}-{each.id}", report=id_) for each in one.claims),
        *(replace(_shift(each, by), id=f"{id_}-{each.id}", report=id_) for each in other.claims),
    )
    ids = {entity.id: entity for entity in (*one.entities, *other.entities)}
    return Resolution(report, claims=claims, entities=tuple(ids.values()))


def _shift(claim: Claim, by: int) -> Claim:
    def move(span: Span) -> Span:
        return Span(span.start + by, span.end + by, span.text)

    when = replace(claim.when, span=move(claim.when.span)) if claim.when else None
    quantities = tuple(replace(each, span=move(each.span)) for each in claim.quantities)
    return replace(claim, evidence=Evidence(tuple(map(move, claim.evidence.spans))), when=when, quantities=quantities)


def _copy(resolution: Resolution, number: int) -> Resolution:
    """The same words in another outlet; every other time so late that nothing but lineage binds the two."""
    id_ = f"copy{number}-{resolution.report.id}"
    late = Published("2033-01-01", PublishedBasis.HEADER) if number % 2 else resolution.report.published
    report = replace(resolution.report, id=id_, address=id_, outlet=f"Harn Echo {number}", published=late)
    claims = tuple(replace(each, id=f"copy{number}-{each.id}", report=id_) for each in resolution.claims)
    return replace(resolution, report=report, claims=claims)


def _lead_to_known(resolution: Resolution, rng: Random) -> Resolution:
    """Some entities belong to something that may be known; what this report says of it, others may not say."""

    def lead(entity: Entity) -> Entity:
        of = Affiliation(identify_entry(rng.choice(_KEYS)), "it says so")
        return replace(entity, affiliations=(*entity.affiliations, of)) if rng.random() < 0.2 else entity

    return replace(resolution, entities=tuple(map(lead, resolution.entities)))


def _drop_claim(resolution: Resolution, rng: Random) -> Resolution:
    claims = list(resolution.claims)
    if claims:
        claims.remove(rng.choice(claims))
    return replace(resolution, claims=tuple(claims))


def _alter_claim(resolution: Resolution, rng: Random) -> Resolution:
    if not resolution.claims:
        return resolution
    chosen = rng.choice(resolution.claims)
    other = replace(
        chosen, stance=rng.choice([Stance.ASSERTED, Stance.DENIED, Stance.PLANNED]), chain=chosen.chain[-1:]
    )
    return replace(resolution, claims=tuple(other if each is chosen else each for each in resolution.claims))


def _tell_more(resolution: Resolution, rng: Random) -> Resolution:
    report = resolution.report
    words = f" A road near Harn was closed on day {rng.randint(1, 3)}, residents told the Tern Wire."
    return replace(resolution, report=replace(report, text=report.text + words))


def _tell_on(resolution: Resolution, rng: Random) -> Resolution:
    day = Published(f"2031-03-0{rng.randint(1, 9)}", PublishedBasis.HEADER)
    return replace(resolution, report=replace(resolution.report, published=rng.choice([day, day, None])))


def _print_in(resolution: Resolution, rng: Random) -> Resolution:
    outlet = rng.choice(["Tern Wire", "Harn Post", resolution.report.outlet])
    return replace(resolution, report=replace(resolution.report, outlet=outlet))


def _credit_nobody(resolution: Resolution, _: Random) -> Resolution:
    return replace(resolution, credits=())


_CHANGES: tuple[Callable[[Resolution, Random], Resolution], ...] = (
    _drop_claim,
    _alter_claim,
    _tell_more,
    _tell_on,
    _print_in,
    _credit_nobody,
)
