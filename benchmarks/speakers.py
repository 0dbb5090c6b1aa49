"""Measure who is found to speak where the speakers' words are given: the ruled corpus, by kind of those words.

    python -m benchmarks.speakers [train|dev|test]

No reading errors: claims and their speakers' words are gold's, and what is measured is whom `resolve` takes them for,
by its rules alone, and with what the shipped reader takes pronouns and short forms to stand for (on the train part that
says nothing: the reader was trained on it). A speaker is right as in `sayso evaluate`: gold's antecedent and what is
known of the speaker share a telling word. The test part is read for the page alone: nothing is chosen on it.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.evaluate.counts import Tally
from sayso.evaluate.table import render_table
from sayso.evaluate.words import list_words, strong_words
from sayso.knowledge import load_knowledge
from sayso.model.attribution import Attribution
from sayso.model.claim import Claim, Link, Mention
from sayso.model.knowledge import Knowledge
from sayso.model.reading import ReaderIdentity, Reading
from sayso.model.report import Published, PublishedBasis, Report
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import ClaimType, Stance
from sayso.read import load_reader
from sayso.read.attribution import find_antecedent
from sayso.read.reading import Reader
from sayso.read.words import Words, split_words
from sayso.resolve import resolve
from training.ruled import RuledClaim, RuledReport, part_of, read_ruled
from training.sources import CORPUS

KINDS = ("full", "short", "pronoun", "understood", "own")
GOLD = ReaderIdentity("gold", "1", "0")
_PRONOUNS = frozenset(list_words("he she they it we i who which this that him her them us his its their our my me"))
_OWN = frozenset(list_words("we i us our my me"))
_LEVELS = (("by", "cue"), ("by2", "cue2"), ("by3", "cue3"))


@dataclass(frozen=True)
class Wanted:
    """The nearest speaker of a gold claim: of what kind its words are, and the words of who is meant.

    Kinds: `full` (its words say all), `short` ("the spokesman"), `pronoun`, `understood` (no words), `own` (the outlet
    itself, as "we").
    """

    kind: str
    words: str


@dataclass(frozen=True)
class Spoken:
    """A report of the corpus as a reading without reading errors, and who is meant, by claim."""

    report: Report
    reading: Reading
    wanted: Mapping[str, Wanted]


def main() -> None:
    """Print the section of one part of the ruled corpus."""
    part = sys.argv[1] if len(sys.argv) > 1 else "dev"
    sys.stdout.write(render_speakers(part, knowledge=load_knowledge(), reader=load_reader()))


def render_speakers(part: str, *, knowledge: Knowledge, reader: Reader) -> str:
    """A section of the page: by kind, and what is left where speakers keep nothing but their words."""
    spoken = list(read_part(part))
    helped = measure_speakers([add_antecedents(each, reader=reader) for each in spoken], knowledge=knowledge)
    right = measure_speakers(spoken, knowledge=knowledge)
    damaged = measure_speakers(spoken, knowledge=knowledge, cut=True)
    return "\n".join(
        [
            f"### Who speaks, given the words: ruled corpus, {part} part",
            "",
            "The share of attributed claims whose nearest speaker is right. Cut: each speaker keeps the words alone.",
            "",
            render_table(["words", "right", "by rules alone", "cut", "of"], _rows(helped, right, damaged)),
            "",
        ]
    )


def read_part(part: str) -> Iterator[Spoken]:
    """The reports of a part, in order."""
    for path in sorted(CORPUS.rglob("*.txt")):
        if part_of(path) == part:
            yield speak_gold(read_ruled(path))


def measure_speakers(spoken: Sequence[Spoken], *, knowledge: Knowledge, cut: bool = False) -> dict[str, Tally]:
    """How many speakers are right, by kind and for all but the outlet's own voice; each report is resolved alone."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for each in spoken:
        (resolution,) = resolve([(each.report, each.reading)], knowledge=knowledge)
        for claim in resolution.claims:
            wanted = each.wanted.get(claim.id)
            if wanted:
                tally = Tally(is_right(claim, wanted, cut=cut), 1, 1)
                tallies[wanted.kind] += tally
                tallies["all but own"] += tally if wanted.kind != "own" else Tally()
    return tallies


def add_antecedents(spoken: Spoken, *, reader: Reader) -> Spoken:
    """The reading with what the reader takes its sources to stand for, where it finds their cues."""
    words = split_words(spoken.report.text)
    answers = reader.answer(words).cues
    meant = {
        int(words.spans[each.word, 0]): find_antecedent(each, words, source=each.speech.get("source", ()))
        for each in answers
    }
    attributions = [
        _attribute(link, claim, Span.of(words.text, *_edges(words, run)))
        for claim in spoken.reading.claims
        for link in claim.chain
        if link.cue and link.source.start is not None and (run := meant.get(link.cue.start))
    ]
    return replace(spoken, reading=replace(spoken.reading, attributions=tuple(attributions)))


def _edges(words: Words, run: tuple[int, int]) -> tuple[int, int]:
    return int(words.spans[run[0], 0]), int(words.spans[run[1] - 1, 1])


def _attribute(link: Link, claim: Claim, meant: Span) -> Attribution:
    source = Span(link.source.start or 0, link.source.end or 0, link.source.text)
    cues = (link.cue,) if link.cue else ()
    return Attribution(claim.id, claim.report, (source,), cues, claim.evidence.spans, antecedent=meant)


def is_right(claim: Claim, wanted: Wanted, *, cut: bool = False) -> bool:
    """Whether the claim's nearest speaker is who gold says; `cut` to the speaker's words, whoever they stand for."""
    if wanted.kind == "own":
        return len(claim.chain) <= 1 and not cut
    if len(claim.chain) <= 1:
        return False
    speaker = claim.chain[0].source
    known = "" if cut and speaker.start is None else " ".join([speaker.text, *(() if cut else speaker.names)])
    return bool(strong_words(wanted.words) & strong_words(known))


def speak_gold(ruled: RuledReport) -> Spoken:
    """Gold's claims with their speakers as a reader would give them, nothing yet resolved."""
    name = ruled.path.stem
    told = Published(ruled.header["published"], PublishedBasis.HEADER)
    text, header = ruled.words.text, ruled.header
    report = Report(name, name, text, title=header["title"], outlet=header["outlet"], published=told)
    claims: list[Claim] = []
    wanted: dict[str, Wanted] = {}
    for number, gold in enumerate(ruled.claims):
        claim = _claim(f"{name}:{number}", report, gold, ruled.words)
        claims.append(claim)
        if gold.fields.get("by"):
            wanted[claim.id] = _want(gold, header["outlet"])
    return Spoken(report, Reading(name, report.version, GOLD, (), tuple(claims)), wanted)


def _want(gold: RuledClaim, outlet: str) -> Wanted:
    words, antecedent, places = gold.fields["by"][0]
    meant = antecedent or words
    if _is_own(words, antecedent, outlet) or (not places and strong_words(meant) <= strong_words(outlet)):
        return Wanted("own", meant)
    if not places:
        return Wanted("understood", meant)
    return Wanted("pronoun" if words.lower() in _PRONOUNS else "short" if antecedent else "full", meant)


def _is_own(words: str, antecedent: str | None, outlet: str) -> bool:
    """Whether the outlet speaks of itself: by its name, or as "we" ("Karma Relief" of "Karma Relief, Note 12")."""
    if words.lower() not in _OWN:
        return (antecedent or words).casefold() == outlet.casefold()
    return antecedent is None or strong_words(antecedent) <= strong_words(outlet)


def _claim(name: str, report: Report, gold: RuledClaim, words: Words) -> Claim:
    chain = tuple(_link(gold, by, cue, words) for by, cue in _LEVELS if gold.fields.get(by))
    return Claim(
        id=name,
        report=report.id,
        version=report.version,
        type=ClaimType(gold.type),
        stance=Stance(gold.stance),
        evidence=Evidence(tuple(_span(words, run) for run in _runs(gold.content))),
        said_in=name if chain else None,
        chain=chain,
    )


def _link(gold: RuledClaim, by: str, cue: str, words: Words) -> Link:
    _, _, places = gold.fields[by][0]
    cues = gold.fields[cue][0][2] if gold.fields.get(cue) else []
    source = Mention.at(_span(words, places)) if places else Mention("")
    return Link(source, _span(words, cues) if cues else None)


def _runs(indexes: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for index in indexes:
        if runs and index == runs[-1][-1] + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _span(words: Words, places: Sequence[int]) -> Span:
    return Span.of(words.text, int(words.spans[min(places), 0]), int(words.spans[max(places), 1]))


def _rows(*columns: Mapping[str, Tally]) -> list[list[str]]:
    kinds = [kind for kind in (*KINDS, "all but own") if kind in columns[0]]
    return [[kind, *(_share(each[kind]) for each in columns), str(columns[0][kind].wanted)] for kind in kinds]


def _share(tally: Tally) -> str:
    return f"{100 * tally.right / tally.wanted:.1f}" if tally.wanted else "–"


if __name__ == "__main__":
    main()
