"""ECB+: are event mentions of many documents put together where gold has one event?

Gold's mentions are given (Cybulska and Vossen 2014, as JSON by Eirew). Each becomes a claim; corroboration makes events
of them, and knows neither dates nor outlets. `python -m benchmarks.outside --ecbplus` prints it alone.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.outside.coreference import METRICS, conll_f, count_agreement, gather_clusters, metric_f
from benchmarks.outside.interval import Counts, estimate
from sayso.corroborate import corroborate
from sayso.evaluate.table import render_table
from sayso.model.claim import Claim
from sayso.model.knowledge import Knowledge
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import ClaimType, Stance

ARCHIVE = "ecbplus/ecb.zip"
PARTS = ("dev", "test")
#: CoNLL F on the test part with gold mentions, by systems that learnt on the train part.
PEERS = (
    ("two large cross-encoders of 2021 (CDLM; Held et al.), as published", "85 to 86"),
    ("a cross-encoder with arguments of 2025 (ACCI, Yao et al.), as published", "88.4"),
)
#: Lemmas that name an act of one of our types; all others are statements.
_ACTS = {
    ClaimType.KILL: "kill die dead death murder slay slaying killing assassinate",
    ClaimType.INJURE: "injure wound hurt injury",
    ClaimType.DETAIN: "arrest detain capture jail custody imprison apprehend",
    ClaimType.ATTACK: "attack assault shoot shooting stab ambush raid",
    ClaimType.STRIKE: "strike bomb bombing airstrike shell bombard",
    ClaimType.DESTROY: "destroy damage burn destruction",
    ClaimType.CLASH: "clash fight battle fighting riot",
    ClaimType.SEIZE: "seize occupy hijack",
    ClaimType.WITHDRAW: "withdraw leave retreat withdrawal flee",
    ClaimType.DEPLOY: "deploy arrive arrival",
    ClaimType.SUPPLY: "supply give donate deliver",
    ClaimType.AGREE: "agree agreement deal accord",
    ClaimType.NEGOTIATE: "negotiate negotiation talk",
    ClaimType.REFUSE: "refuse reject",
    ClaimType.REQUEST: "request ask demand",
    ClaimType.THREATEN: "threaten threat warn",
    ClaimType.ACCUSE: "accuse charge accusation blame suspect suspicion",
}
_TYPES = {lemma: type_ for type_, lemmas in _ACTS.items() for lemma in lemmas.split()}

_CLINGS = re.compile(r"[,.:;?!%)\]”’]|'s|’s|n't|'re|'ve|'ll|'d|'m|''|'")
_TAKES = re.compile(r"[(\[“$£€‘]|``")
_ENDS = frozenset(".?!")
_DROPPED = "it"  # stands for a mention's own words; a word that nothing is compared by


@dataclass(frozen=True, slots=True)
class EventMention:
    """Words that gold marks as an event: their places in the document, the lemma of their head, gold's chain."""

    id: str
    places: tuple[int, ...]
    lemma: str
    chain: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text in words with its mentions. Subtopics ("5ecb", "5ecbplus") of a topic ("5") tell of look-alike events."""

    name: str
    subtopic: str
    words: tuple[str, ...]
    mentions: tuple[EventMention, ...]

    @property
    def topic(self) -> str:
        return self.subtopic.removesuffix("plus").removesuffix("ecb")


Labels = Mapping[str, str]
#: From documents that are looked at together to a label for each mention.
Cluster = Callable[[Sequence[Document]], Labels]
#: Which documents are looked at together.
GIVEN: Mapping[str, Callable[[Document], str]] = {
    "subtopics given": lambda document: document.subtopic,
    "topics given": lambda document: document.topic,
    "nothing given": lambda document: "",
}


def load_documents(gold: Path, *, part: str) -> list[Document]:
    """The documents of a part ("train", "dev", "test") by name. Raises OSError where the set is missing."""
    with zipfile.ZipFile(gold / ARCHIVE) as archive:
        rows = json.loads(archive.read(f"ecb/{part}/Event_gold_mentions.json"))
    by_name = defaultdict(list)
    for row in rows:
        by_name[row["doc_id"]].append(row)
    return [_read(name, by_name[name]) for name in sorted(by_name)]


def _read(name: str, rows: Sequence[Mapping[str, Any]]) -> Document:
    mentions = tuple(
        EventMention(
            row["mention_id"],
            tuple(sorted(row["tokens_number"])),
            row["mention_head_lemma"].casefold(),
            row["coref_chain"],
        )
        for row in rows
    )
    return Document(name, rows[0]["topic_id"], tuple(rows[0]["mention_context"]), mentions)


def follow(documents: Sequence[Document]) -> Labels:
    """The events that corroboration makes of all mentions, each as an asserted claim."""
    found = corroborate([make_claims(document) for document in documents], knowledge=Knowledge())
    return {claim: event.id for event in found.events for claim in event.claims}


def match_lemmas(documents: Sequence[Document]) -> Labels:
    """What anybody would try first: mentions whose heads have one lemma are one event."""
    return {mention.id: mention.lemma for document in documents for mention in document.mentions}


def leave_alone(documents: Sequence[Document]) -> Labels:
    """Every mention an event of its own."""
    return {mention.id: mention.id for document in documents for mention in document.mentions}


def make_claims(document: Document) -> Resolution:
    """A report with a claim for each mention: its own words are the evidence, its sentence stands around them."""
    text, starts = lay_out(document.words)
    report = Report(document.name, document.name, text, outlet=document.name, language="en")
    return Resolution(report, claims=tuple(_claim(mention, document, report, starts) for mention in document.mentions))


def _claim(mention: EventMention, document: Document, report: Report, starts: Sequence[int]) -> Claim:
    spans = tuple(
        Span.of(report.text, starts[first], starts[last] + len(document.words[last]))
        for first, last in _find_runs(mention.places)
    )
    return Claim(
        id=mention.id,
        report=report.id,
        version=report.version,
        type=_TYPES.get(mention.lemma, ClaimType.STATEMENT),
        stance=Stance.ASSERTED,
        evidence=Evidence(spans),
        trigger=spans[0],
    )


def _find_runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of places that follow each other."""
    starts = [place for place in places if place - 1 not in places]
    ends = [place for place in places if place + 1 not in places]
    return zip(starts, ends, strict=True)


def lay_out(words: Sequence[str]) -> tuple[str, list[int]]:
    """Running text, a sentence a line, and where each word starts in it."""
    text, starts, is_joined = "", list[int](), True
    for place, word in enumerate(words):
        text += "" if is_joined or _CLINGS.fullmatch(word) else " "
        starts.append(len(text))
        text += word
        is_end = word in _ENDS and not (place and (len(words[place - 1]) == 1 or words[place - 1].isdigit()))
        text += "\n" if is_end else ""
        is_joined = is_end or _TAKES.fullmatch(word) is not None
    return text, starts


def drop_words(documents: Sequence[Document]) -> list[Document]:
    """Damage: the mentions' own words and lemmas are gone; what stands around them is left."""
    return [_drop(document) for document in documents]


def _drop(document: Document) -> Document:
    gone = _places(document)
    words = tuple(_DROPPED if place in gone else word for place, word in enumerate(document.words))
    return replace(document, words=words, mentions=tuple(replace(m, lemma=_DROPPED) for m in document.mentions))


def exchange_texts(documents: Sequence[Document]) -> list[Document]:
    """Damage: the mentions keep their words, and stand in the text of a document half the set away."""
    half = len(documents) // 2
    others = [*documents[half:], *documents[:half]]
    return [_exchange(document, other) for document, other in zip(documents, others, strict=True)]


def _exchange(document: Document, other: Document) -> Document:
    kept = _places(document)
    words = (
        word if place in kept else other.words[place % len(other.words)] for place, word in enumerate(document.words)
    )
    return replace(document, words=tuple(words))


def _places(document: Document) -> set[int]:
    return {place for mention in document.mentions for place in mention.places}


def measure_ecbplus(documents: Sequence[Document], *, given: str, cluster: Cluster = follow) -> Counts:
    """How far clusters agree with gold's (see `count_agreement`), by topic; all in one where nothing is given.

    All mentions count, in the chains of one mention too, as in the published figures with gold mentions.
    """
    labels: dict[str, str] = {}
    for name, group in _group(documents, GIVEN[given]):
        labels |= {mention: f"{name} {label}" for mention, label in cluster(group).items()}
    parts = [("", documents)] if given == "nothing given" else _group(documents, lambda document: document.topic)
    return np.stack([_count(group, labels) for _, group in parts])


def _group(documents: Iterable[Document], key: Callable[[Document], str]) -> list[tuple[str, Sequence[Document]]]:
    found: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        found[key(document)].append(document)
    return sorted(found.items())


def _count(documents: Sequence[Document], labels: Labels) -> Counts:
    chains = {mention.id: mention.chain for document in documents for mention in document.mentions}
    return count_agreement(gather_clusters(chains), gather_clusters({mention: labels[mention] for mention in chains}))


def render_ecbplus(gold: Path, *, parts: Sequence[str] = PARTS) -> str:
    """The section: beside the plainest rule, damage and peers. Where the set is missing, a line that says so."""
    title = "### ECB+: the same event in two reports\n"
    if not (gold / ARCHIVE).is_file():
        return f"{title}\nNot measured: {ARCHIVE} is not among the gold.\n"
    rows = [row for part in parts for row in _rows(load_documents(gold, part=part), part)]
    rows += [[name, figure, *[""] * (len(METRICS) + 1)] for name, figure in PEERS]
    heads = ("gold mentions", "CoNLL F", *(f"{metric} F" for metric in METRICS), "events")
    return "\n".join(
        [
            title,
            render_table(heads, rows),
            "Each mention is a claim of no date, speaker or party, so the words of mention and sentence alone speak;",
            "most are statements to us (sport, films, trials). Subtopics are a topic's two look-alike events.",
            "Chains of one mention count. Intervals draw topics. Published figures: test part, learnt on its train",
            "part, documents grouped by topic beforehand.",
            "",
        ]
    )


def _rows(documents: Sequence[Document], part: str) -> Iterator[list[str]]:
    said = f"{part} ({sum(len(document.mentions) for document in documents):,} mentions)"
    for given in GIVEN:
        yield _row(f"**Sayso**, {said}, {given}", measure_ecbplus(documents, given=given))
    for given in GIVEN:
        yield _row(f"same lemma, {part}, {given}", measure_ecbplus(documents, given=given, cluster=match_lemmas))
    first = next(iter(GIVEN))
    yield _row(f"every mention alone, {part}", measure_ecbplus(documents, given=first, cluster=leave_alone))
    yield _row(f"Sayso, {part}, {first}, mentions' words dropped", measure_ecbplus(drop_words(documents), given=first))
    yield _row(f"Sayso, {part}, {first}, in others' texts", measure_ecbplus(exchange_texts(documents), given=first))


def _row(name: str, counts: Counts) -> list[str]:
    """A method's figures; with their interval where there is more than one topic to draw."""
    total = counts.sum(axis=0)
    figure = str(estimate(counts, conll_f)) if len(counts) > 1 else f"{float(conll_f(total)):.1f}"
    return [name, figure, *(f"{f:.1f}" for f in metric_f(total)), f"{total[-1, -1]:,.0f} of {total[-1, 1]:,.0f}"]
