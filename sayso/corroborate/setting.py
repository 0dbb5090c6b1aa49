"""Setting: what the head of a report and all its claims together say of the surroundings of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from sayso.corroborate.wording import sentences, stems
from sayso.model.claim import Claim
from sayso.model.resolution import Resolution
from sayso.model.values.stance import ClaimType

_LEAD = 2  # sentences that say what a report is about
_FIGURES = 24  # entities at most


@dataclass(frozen=True, slots=True)
class Setting:
    """Words of the title and of the first sentences; claims by word that they hold and by type, and all.

    `figures` are the entities that the report names, those of most claims first, without agencies that pass it on:
    one agency tells of everything.
    """

    title: frozenset[str]
    lead: frozenset[str]
    holders: Mapping[str, int]
    types: Mapping[ClaimType, int]
    size: int
    figures: frozenset[str] = frozenset()


def find_figures(claim: Claim) -> frozenset[str]:
    """The entities that a claim names: whoever and whatever takes part, and who says it; not who passes it on."""
    mentions = [*(filler.mention for filler in claim.roles), *(link.source for link in claim.chain[:1])]
    return frozenset(mention.entity for mention in mentions if mention.entity)


def read_setting(resolution: Resolution, bags: Sequence[frozenset[str]], claims: Sequence[Claim]) -> Setting:
    """The setting of a report; `bags` are the words of each of its claims, `claims` these in the order of the text."""
    report = resolution.report
    lead = " ".join(sentence for _, sentence in sentences(report.text)[:_LEAD])
    holders = Counter(chain.from_iterable(bags))
    types = Counter(claim.type for claim in claims)
    return Setting(stems(report.title or ""), stems(lead), holders, types, len(bags), _find_main_figures(resolution))


def _find_main_figures(resolution: Resolution) -> frozenset[str]:
    counts = Counter(figure for claim in resolution.claims for figure in find_figures(claim))
    passers = {link.source.entity for claim in resolution.claims for link in claim.chain[1:]}
    known = {*counts, *({entity.id for entity in resolution.entities} - passers)}
    return frozenset(sorted(known, key=lambda figure: (-counts[figure], figure))[:_FIGURES])
