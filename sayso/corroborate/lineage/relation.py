"""Relation: how a report takes over another as a whole: copy, translation, rewrite."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.corroborate.lineage.across import are_across
from sayso.corroborate.lineage.carrying import find_carried
from sayso.corroborate.lineage.common import find_common
from sayso.corroborate.lineage.comparing import Kinship, compare, share_runs
from sayso.corroborate.lineage.direction import may_derive, may_precede
from sayso.corroborate.lineage.mention import Mention, find_mention
from sayso.corroborate.lineage.outlet import same_outlet
from sayso.corroborate.lineage.text import Text
from sayso.corroborate.lineage.translation import (
    find_translation,
    says_of_itself,
    shares_facts,
)
from sayso.corroborate.lineage.version import find_version, is_later, says_version, stem_address
from sayso.corroborate.matter import are_strange
from sayso.corroborate.wording import share
from sayso.model.lineage import Credit, Lineage, Relation

# Tuned on the ten affairs: a copy under a new lead has 0.63 of its words in copied sentences, papers that
# quote the same statement 0.22 (the same agency on another day).
_COPIED = 0.5
_ONE_SENTENCE = 0.75  # runs of words, where but one sentence is copied: two agencies put one toll alike
_COPIED_NAMED = 0.35  # where it names the origin, and adds as much of its own
# A retelling that names its origin keeps a third of its sentences recognisable and some word runs, or half of them
# and half of all its words without any runs (0.46 and more of the stems; mere credits have up to 0.38).
_CREDITED = ((0.6, 0.2, 3, 0.0), (0.35, 0.05, 5, 0.0), (0.45, 0.0, 5, 0.42))
# One that names nobody is told from papers that heard the same spokesman by more of both; tuned on simulated worlds.
_UNCREDITED = ((0.6, 0.2, 3, 0.0), (0.4, 0.1, 6, 0.0))
_SOON = 5  # days after which nobody rewrites without naming
_LEAST_RUNS, _FEWEST_RUNS = 0.1, 3  # of four words, below which words are shared by chance
_FEWEST_STEMS = 0.3  # of the stems of the smaller text; of rewrites that name their origin 0.46 and more


@dataclass(frozen=True, slots=True)
class Side:
    """A report with what it says of its sources."""

    text: Text
    credits: tuple[Credit, ...]


def is_close(relation: Relation) -> bool:
    """Whether the relation takes over the text as a whole, not only some claims."""
    return relation is not Relation.CREDIT


def find_relation(child: Side, other: Side, mention: Mention | None) -> Lineage | None:
    """The edge from a report to another that it takes over as a whole, if it does."""
    if are_across(child.text, other.text):
        return _find_across(child, other, mention)
    if same_outlet(child.text.report.outlet, other.text.report.outlet):
        return _find_own(child.text, other.text)
    if mention:
        return _find_named(child, other, mention)
    if says_whose(child) or not may_precede(other.text, child.text) or not _is_alike(child.text, other.text):
        return None
    if not may_derive(child.text, other.text, names=False, named=_names(other, child)):
        return None
    common = find_common(child.text, other.text, child.credits, other.credits)
    kin = compare(child.text, other.text, without=common)
    return _relate(child.text, other.text, kin, None, is_common=bool(common))


def _find_named(child: Side, other: Side, mention: Mention) -> Lineage | None:
    """The edge to a report that is named; one told a day later must be there as a whole."""
    if not may_derive(child.text, other.text, names=True, named=_names(other, child)):
        return None
    if share(child.text.all_stems, other.text.all_stems) < _FEWEST_STEMS:
        return None
    kin = compare(child.text, other.text)
    if kin.copied < _COPIED_NAMED and not may_precede(other.text, child.text):
        return None
    return _relate(child.text, other.text, kin, mention, is_common=False)


def _find_across(child: Side, other: Side, mention: Mention | None) -> Lineage | None:
    """The edge to a report in other letters; an outlet's own edition in them is a translation too."""
    names = mention is not None or says_of_itself(child.text)
    named = _names(other, child) or says_of_itself(other.text)
    if not may_derive(child.text, other.text, names=names, named=named):
        return None
    taken = find_carried(child.text, other.text, mention)
    return _edge(child.text, other.text, *taken) if taken else None


def _names(one: Side, other: Side) -> bool:
    """Whether one names the outlet of the other, which can have been told before it."""
    if not may_precede(other.text, one.text):
        return False
    return find_mention(one.text, one.credits, other.text.report) is not None


def says_whose(side: Side) -> bool:
    """Whether a report says whose text it is as a whole: then it has it from nobody else."""
    return any(credit.relation in (Relation.COPY, Relation.TRANSLATION) for credit in side.credits)


def _find_own(child: Text, other: Text) -> Lineage | None:
    if not is_later(child, other):
        return None
    same_address = bool(child.report.url) and stem_address(child.report) == stem_address(other.report)
    if not (same_address or says_version(child) or share_runs(child, other) >= _LEAST_RUNS):
        return None
    return find_version(child, other, compare(child, other))


def _is_alike(child: Text, other: Text) -> bool:
    """Whether enough is shared for a report that names nobody to have it from the other: runs of words, or facts."""
    shared = len(child.runs & other.runs)
    return (shared >= _FEWEST_RUNS and shared >= _LEAST_RUNS * len(child.runs)) or shares_facts(child, other)


def _relate(child: Text, other: Text, kin: Kinship, mention: Mention | None, *, is_common: bool) -> Lineage | None:
    says_so = f'; it says "{mention.words}"' if mention else ""
    if not is_common and (translation := find_translation(child, other, mention)):
        return _edge(child, other, Relation.TRANSLATION, *translation)
    if kin.copied >= (_COPIED_NAMED if mention else _COPIED) and (kin.sentences > 1 or kin.runs >= _ONE_SENTENCE):
        because = f"{kin.copied:.0%} of its words stand in copied sentences{says_so}"
        return _edge(child, other, Relation.COPY, 0.5 + kin.runs / 2, because)
    is_own = mention is None and _is_own_work(child, other)
    if _is_retold(kin, is_credited=mention is not None) and not (is_own or are_strange(child.names, other.names)):
        because = f"{kin.echoed:.0%} of its sentences are told again in other words{says_so}"
        return _edge(child, other, Relation.REWRITE, (kin.echoed + kin.runs) / 2, because)
    return None


def _is_retold(kin: Kinship, *, is_credited: bool) -> bool:
    """Whether enough is told again: a share of the sentences and of the runs, some sentences, a share of the stems."""
    return any(
        kin.echoed >= echoed and kin.runs >= runs and kin.sentences >= least and kin.stems >= stems
        for echoed, runs, least, stems in (_CREDITED if is_credited else _UNCREDITED)
    )


def _is_own_work(child: Text, other: Text) -> bool:
    """Whether a report that names nobody asked for itself, whoever else the same spokesman spoke to.

    An agency under its own dateline; one told many days later; one with mostly numbers of its own.
    """
    is_late = not may_precede(child, other, slack=_SOON)
    has_own_numbers = len(child.numbers & other.numbers) < len(child.numbers - other.numbers)
    return child.is_agencys or is_late or has_own_numbers


def _edge(child: Text, other: Text, relation: Relation, score: float, because: str) -> Lineage:
    return Lineage(child.id, other.id, relation, round(score, 3), because)
