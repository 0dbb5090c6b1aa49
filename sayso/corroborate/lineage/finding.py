"""Lineage: which report derives from which, by shared words and by what a report says itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from sayso.corroborate.matter import are_strange, read_names
from sayso.corroborate.wording import sentences, share, stems, words
from sayso.model.lineage import Credit, Lineage, Relation
from sayso.model.report import Report, identify_unheld
from sayso.model.resolution import Resolution

_SHINGLE = 4
_MIN_SHARED = 3  # shingles; below it two reports are not even compared
# Tuned on the ten affairs: a copy under a new lead has 0.63 of its words in copied sentences, papers that
# quote the same statement 0.22 (the same agency on another day).
_COPIED = 0.5
# A retelling keeps a fifth to a third of its sentences recognisable and some word runs; a mere credit does not.
_ECHOED, _RUNS, _RUNS_UNCREDITED = 0.22, 0.04, 0.10
_TRANSLATED = 0.5
_SAME_SENTENCE = 0.45
_VERSION_RUNS = 0.6
_GENERIC_TAIL = re.compile(r"\s+(?:news agency|agency|service|online|network|website|newspaper)$", re.I)
_CORRECTION = re.compile(
    r"\b(?:correction|corrected|corrects|clarification|wrongly|in error|erroneous\w*|misstated|updated?|"
    r"(?:first|second|third|earlier|previous|new) version)\b",
    re.I,
)
_VERSION_MARK = re.compile(r"(?:[-_](?:v\d+|\d|update\w*|corrected|correction|amended))+/?$", re.I)


@dataclass(frozen=True, slots=True)
class _Text:
    """A report's words, prepared: its sentences with their places, stems and runs of four words; the runs of all."""

    report: Report
    sentences: tuple[tuple[int, str], ...]
    stems: tuple[frozenset[str], ...]
    runs: tuple[frozenset[tuple[str, ...]], ...]
    shingles: frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Kinship:
    """How much of `child` stands in `parent`, 0 to 1 each: copied sentences, runs of words, echoed sentences."""

    child: str
    parent: str
    copied: float
    runs: float
    echoed: float


def derive_lineage(resolutions: Sequence[Resolution]) -> tuple[tuple[Lineage, ...], tuple[Report, ...]]:
    """Who derives from whom, and the unheld reports that are pointed to.

    A report has at most one parent as copy, rewrite, translation or version (the likeliest), and credits
    beside it. Nothing derives from a later report. Misses a rewrite that keeps neither words nor credit: accepted.
    """
    ordered = sorted(resolutions, key=lambda resolution: resolution.report.id)
    texts = {r.report.id: _prepare(r.report) for r in ordered if r.report.held}
    found: list[Lineage] = []
    for resolution in ordered:
        if resolution.report.id in texts:
            found += _derive(resolution, texts)
    found = _one_way(found)
    unheld, pointers = _unheld(ordered, found, texts)
    return tuple(sorted([*found, *pointers], key=lambda edge: (edge.report, edge.of))), unheld


def _one_way(edges: Sequence[Lineage]) -> list[Lineage]:
    """Of two reports that seem to derive from each other (one of them undated), the likelier direction stands."""
    scores = {(edge.report, edge.of): (edge.score, edge.report) for edge in edges}
    return [
        edge
        for edge in edges
        if (edge.of, edge.report) not in scores or scores[edge.report, edge.of] > scores[edge.of, edge.report]
    ]


def is_close(relation: Relation) -> bool:
    """Whether the relation takes over the text as a whole, not only some claims."""
    return relation is not Relation.CREDIT


def outlet_names(name: str) -> tuple[str, ...]:
    """The forms by which reports name an outlet: in full, without "The", without "Agency" and the like."""
    full = re.sub(r"^the\s+", "", name.strip(), flags=re.I)
    short = _GENERIC_TAIL.sub("", full)
    return (full, short) if len(short.split()) >= 2 and short != full else (full,)


def same_outlet(left: str | None, right: str | None) -> bool:
    """Whether two names stand for one outlet ("Signal Press" and "Signal Press Agency")."""
    return bool(left and right and not _folded(left).isdisjoint(_folded(right)))


@lru_cache(maxsize=20_000)
def _folded(name: str) -> frozenset[str]:
    return frozenset(form.casefold() for form in outlet_names(name))


def _prepare(report: Report) -> _Text:
    parts = tuple((at, text) for at, text in sentences(report.text) if len(text.split()) > 4)
    told = [text for _, text in parts]
    runs = tuple(_runs(words(text)) for text in told)
    return _Text(report, parts, tuple(map(stems, told)), runs, _runs(words(report.text)))


def _runs(run: list[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(run[i : i + _SHINGLE]) for i in range(len(run) - _SHINGLE + 1))


def _derive(resolution: Resolution, texts: dict[str, _Text]) -> list[Lineage]:
    """The edges of one report: its parent, then its credits."""
    child = texts[resolution.report.id]
    earlier = [text for text in texts.values() if text is not child and _may_precede(text.report, child.report)]
    mentions = {text.report.id: _mention(child, text.report) for text in earlier}
    parents = [edge for text in earlier if (edge := _parent(resolution, child, text, mentions[text.report.id]))]
    best = max(parents, key=lambda edge: (edge.score, bool(mentions[edge.of]), edge.of), default=None)
    found = [best] if best else []
    return found + _credits(child, texts, mentions, best)


def _may_precede(parent: Report, child: Report) -> bool:
    """Whether `parent` was told no later than `child`; unknown dates may be any."""
    return not parent.told or not child.told or parent.told[:10] <= child.told[:10]


def _parent(resolution: Resolution, child: _Text, other: _Text, mention: tuple[int, str] | None) -> Lineage | None:
    """The edge from a report to another that it takes over as a whole, if it does."""
    kin = _compare(child, other)
    same = same_outlet(child.report.outlet, other.report.outlet)
    credit = _credit_for(resolution.credits, other.report)
    if same:
        return _version(child, other, kin)
    words_of = credit.words.text if credit else (mention[1] if mention else "")
    relation, score, because = _relate(kin, credit, mention, words_of)
    if relation is Relation.REWRITE and are_strange(read_names(child.report.text), read_names(other.report.text)):
        return None
    if relation is None or (_goes_other_way(child, other) and not (mention or credit)):
        return None
    return Lineage(child.report.id, other.report.id, relation, round(score, 3), because)


def _relate(
    kin: _Kinship, credit: Credit | None, mention: tuple[int, str] | None, words_of: str
) -> tuple[Relation | None, float, str]:
    says_so = f'; it says "{words_of}"' if words_of else ""
    if kin.copied >= _COPIED:
        return Relation.COPY, 0.5 + kin.runs / 2, f"{kin.copied:.0%} of its words stand in copied sentences{says_so}"
    is_translated = "translat" in words_of.casefold() or (credit and credit.relation is Relation.TRANSLATION)
    if is_translated and (kin.echoed >= _TRANSLATED / 2):
        return Relation.TRANSLATION, 0.5 + kin.echoed / 2, f"{kin.echoed:.0%} of its sentences follow it{says_so}"
    if kin.echoed >= _ECHOED and kin.runs >= (_RUNS if mention else _RUNS_UNCREDITED):
        score = (kin.echoed + kin.runs) / 2
        return Relation.REWRITE, score, f"{kin.echoed:.0%} of its sentences are told again in other words{says_so}"
    return None, 0.0, ""


def _version(child: _Text, other: _Text, kin: _Kinship) -> Lineage | None:
    """A later state of the same outlet's report: it says so, or has its address, or most of its words.

    The same outlet on another event is none, however much the words are alike.
    """
    if not child.report.told or child.report.told == other.report.told:
        return None
    same_address = bool(child.report.url and other.report.url) and _stem_address(child.report) == _stem_address(
        other.report
    )
    opening = " ".join([child.report.title or "", *(text for _, text in child.sentences[:3])])
    says = _CORRECTION.search(opening)
    is_version = (
        (says and kin.echoed >= _ECHOED / 2) or (same_address and kin.echoed >= _ECHOED) or kin.runs >= _VERSION_RUNS
    )
    if not is_version:
        return None
    because = f'it says "{says.group()}"' if says else "the same address" if same_address else "most of its words"
    score = min(1.0, 0.5 + kin.echoed / 2 + (0.1 if same_address else 0.0))
    return Lineage(child.report.id, other.report.id, Relation.VERSION, round(score, 3), f"same outlet; {because}")


def _stem_address(report: Report) -> str:
    return _VERSION_MARK.sub("", (report.url or "").split("?")[0].rstrip("/"))


def _compare(child: _Text, parent: _Text) -> _Kinship:
    shared = child.shingles & parent.shingles
    copied = total = echoed = 0
    for (_, text), bag, run in zip(child.sentences, child.stems, child.runs, strict=True):
        size = len(text.split())
        total += size
        copied += size * (bool(run) and len(run & parent.shingles) / len(run) >= 0.5)
        echoed += len(bag) > 2 and any(len(other) > 2 and share(bag, other) >= _SAME_SENTENCE for other in parent.stems)
    runs = len(shared) / max(1, len(child.shingles))
    return _Kinship(
        child.report.id, parent.report.id, copied / max(1, total), runs, echoed / max(1, len(child.sentences))
    )


def _goes_other_way(child: _Text, other: _Text) -> bool:
    """Whether, told on one day, the other names this outlet: then it is the one that derives."""
    if child.report.told != other.report.told:
        return False
    if _mention(other, child.report):
        return True
    # Without a word from either, the longer text is the origin: copies are cut.
    return (len(other.shingles), other.report.id) < (len(child.shingles), child.report.id)


def _mention(child: _Text, other: Report) -> tuple[int, str] | None:
    """Where and in which sentence a report names another's outlet; None if it does not."""
    if not other.outlet or same_outlet(child.report.outlet, other.outlet):
        return None
    forms = "|".join(re.escape(name) for name in outlet_names(other.outlet))
    match = re.search(rf"\b(?:{forms})\b", child.report.text)
    if not match:
        return None
    return match.start(), _line_around(child.report.text, match.start())


def _line_around(text: str, at: int) -> str:
    for (start, sentence), (end, _) in pairwise([*sentences(text), (len(text), "")]):
        if start <= at < end:
            return sentence.strip()
    return ""


def _credit_for(given: Sequence[Credit], other: Report) -> Credit | None:
    return next((credit for credit in given if same_outlet(credit.outlet.text, other.outlet)), None)


def _credits(
    child: _Text, texts: dict[str, _Text], mentions: dict[str, tuple[int, str] | None], parent: Lineage | None
) -> list[Lineage]:
    """One edge for each held outlet that a report names; a sentence copied from the parent credits nobody."""
    copied = texts[parent.of] if parent and parent.relation is not Relation.VERSION else None
    by_outlet: dict[str, list[tuple[float, str, str]]] = defaultdict(list)
    for other_id, mention in mentions.items():
        if not mention or (parent and other_id == parent.of) or (copied and _stands_in(mention[1], copied)):
            continue
        other = texts[other_id]
        if parent and same_outlet(other.report.outlet, texts[parent.of].report.outlet):
            continue
        near = _nearness(child, mention, other)
        by_outlet[outlet_names(other.report.outlet or "")[-1].casefold()].append((near, other_id, mention[1]))
    return [
        Lineage(child.report.id, other_id, Relation.CREDIT, round(min(1.0, 0.5 + near / 2), 3), f'it says "{said}"')
        for rows in by_outlet.values()
        for near, other_id, said in [min(rows, key=lambda row: (-row[0], texts[row[1]].report.told or "", row[1]))]
    ]


def _stands_in(sentence: str, other: _Text) -> bool:
    run = _runs(words(sentence))
    return bool(run) and len(run & other.shingles) / len(run) >= 0.5


def _nearness(child: _Text, mention: tuple[int, str], other: _Text) -> float:
    """How well the sentence that names an outlet fits one of its reports: shared words, its day among them."""
    bag = stems(mention[1])
    fit = max((len(bag & sentence) / max(1, len(bag)) for sentence in other.stems), default=0.0)
    return min(1.0, fit + (0.3 if _names_day(mention[1], other.report.told) else 0.0))


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _names_day(sentence: str, told: str | None) -> bool:
    """Whether a sentence names the day on which a report was told ("On April 3 …")."""
    match = re.fullmatch(r"\d{4}-(\d\d)-(\d\d)", told or "")
    if not match:
        return False
    month, day = _MONTHS[int(match[1]) - 1], int(match[2])
    return bool(re.search(rf"\b{month}\w*\.? {day}\b|\b{day} {month}", sentence))


def _unheld(
    resolutions: Sequence[Resolution], found: Sequence[Lineage], texts: dict[str, _Text]
) -> tuple[tuple[Report, ...], list[Lineage]]:
    """Reports credited but not held, one for each outlet and common content, and the edges to them."""
    held = [text.report.outlet for text in texts.values()]
    wanted: dict[str, list[tuple[Resolution, Credit]]] = defaultdict(list)
    for resolution in resolutions:
        seen: set[str] = set()
        for credit in resolution.credits:
            key = outlet_names(credit.outlet.text)[-1].casefold()
            is_other = not same_outlet(credit.outlet.text, resolution.report.outlet)
            if is_other and key not in seen and not any(same_outlet(credit.outlet.text, name) for name in held):
                seen.add(key)
                wanted[key].append((resolution, credit))
    reports, edges = [], []
    for rows in wanted.values():
        for group in _group_by_content(rows, texts):
            report = _make_unheld(group)
            reports.append(report)
            edges += [
                Lineage(r.report.id, report.id, credit.relation, 0.9, f'it says "{credit.words.text}"')
                for r, credit in group
            ]
    return tuple(sorted(reports, key=lambda report: report.id)), edges


def _group_by_content(
    rows: list[tuple[Resolution, Credit]], texts: dict[str, _Text]
) -> list[list[tuple[Resolution, Credit]]]:
    """Those that credit one absent outlet, put together where their texts agree."""
    groups: list[list[tuple[Resolution, Credit]]] = []
    for row in rows:
        mine = texts[row[0].report.id]
        for group in groups:
            if any(_agree(mine, texts[other.report.id]) for other, _ in group):
                group.append(row)
                break
        else:
            groups.append([row])
    return groups


def _agree(left: _Text, right: _Text) -> bool:
    return max(_compare(left, right).echoed, _compare(right, left).echoed) >= _ECHOED


def _make_unheld(group: list[tuple[Resolution, Credit]]) -> Report:
    """The absent report; its identifier is of the earliest that credits it, whatever the order of reading."""
    first, credit = min(group, key=lambda row: (row[0].report.told or "9999", row[0].report.id))
    outlet = credit.outlet.text
    id_ = identify_unheld(outlet=outlet, credited_by=first.report.id)
    return Report(id=id_, address=id_, text="", held=False, outlet=outlet)
