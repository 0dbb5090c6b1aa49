"""A report to its reading: the network's answers decoded, every part anchored to exact words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.model.attribution import Attribution, identify_attribution
from sayso.model.claim import Claim, Link, Mention, Quantity, RoleFiller, When, identify_claim
from sayso.model.reading import NATIVE_LANGUAGES, ReaderIdentity, Reading
from sayso.model.report import FlawKind, Report
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import Basis, ClaimType, Role, Stance
from sayso.read.attribution import FoundAttribution, choose_attributions, outer_of, way_out
from sayso.read.certainty import Scales, weigh
from sayso.read.event import STATEMENT, FoundClaim, Thresholds, find_claims
from sayso.read.evidence import silent_words, span_of, spans_of, strip_signs
from sayso.read.flat import choose_flat, flatten, take_relatives
from sayso.read.labelling import Run
from sayso.read.labels import POLNEAR, RULED
from sayso.read.network import Answers, Asked, CueAnswer, Network
from sayso.read.part import Part, cut_parts
from sayso.read.pretence import add_pretences
from sayso.read.silence import find_silences
from sayso.read.speaker import understood_speaker
from sayso.read.stance import find_basis
from sayso.read.trigger import find_cues, find_triggers
from sayso.read.understood import add_understood
from sayso.read.words import Words, split_words

FLAT_THRESHOLD = 0.5  # of attributions as PolNeAR has them; chosen on its dev part


@dataclass(frozen=True)
class Reader:
    """The native reader: a network, how sure it must be, who it says it is, which languages it reads (ISO 639), how
    many reports it is given at once, whether it learnt what PolNeAR takes for an attribution.
    """

    network: Network = field(repr=False)
    identity: ReaderIdentity
    thresholds: Thresholds = field(default_factory=Thresholds)
    scales: Scales = field(default_factory=Scales, repr=False)
    languages: frozenset[str] = NATIVE_LANGUAGES
    knows_polnear: bool = True
    together: int = 8  # progress moves, and a killed run loses little
    remarks: tuple[str, ...] = ()

    def read_report(self, report: Report) -> Reading:
        """Everything the reader finds in a report; nothing in one whose language it does not know."""
        parts = list(self.read_parts(report))
        attributions = tuple(a for part in parts for a in part.attributions)
        claims = tuple(c for part in parts for c in part.claims)
        return Reading(report.id, report.version, self.identity, attributions, claims)

    def read_parts(self, report: Report) -> Iterator[Reading]:
        """The same in one part or more, in the order of the text: of a long one no more is held than its parts are."""
        version = report.version
        if any(flaw.kind is FlawKind.UNREADABLE_LANGUAGE for flaw in report.flaws):
            yield Reading(report.id, version, self.identity)
            return
        before: frozenset[str] = frozenset()
        for part in cut_parts(report.text):
            attributions, claims = self._read_part(report, part)
            yield Reading(
                report.id, version, self.identity, tuple(a for a in attributions if a.id not in before), claims
            )
            before = frozenset(a.id for a in attributions)

    def _read_part(self, report: Report, part: Part) -> tuple[tuple[Attribution, ...], tuple[Claim, ...]]:
        """A part's claims, and the attributions that are its own or that its claims hang on."""
        words = split_words(report.text[part.start : part.end], offset=part.start)
        attributions, found = self.write(report, words, self.answer(words))
        claims = _without_twins(claim for _, claim in found if part.owns((claim.trigger or claim.evidence).start))
        return _needed(attributions, claims, part), claims

    def answer(self, words: Words) -> Answers:
        """What the network says of words, asked as decoding needs it."""
        enough = min(self.thresholds.event, self.thresholds.statement)
        asked = Asked(find_cues(words), find_triggers(words), find_silences(words), enough)
        return self.network.answer(words, convention=RULED, asked=asked)

    def write(
        self, report: Report, words: Words, answers: Answers
    ) -> tuple[tuple[Attribution, ...], list[tuple[FoundClaim, Claim]]]:
        """Attributions, and claims as they were found beside what is written of them."""
        found, claims = self._find(report, words, answers)
        writer = _Writer(report, words, found, str(self.identity), self.scales)
        return writer.attributions(), [(claim, writer.claim(claim)) for claim in claims]

    def _find(
        self, report: Report, words: Words, answers: Answers
    ) -> tuple[list[FoundAttribution], tuple[FoundClaim, ...]]:
        silent = silent_words(report, words)
        cues = [a for a in answers.cues if a.word not in silent]
        likely = [a for a in answers.claims if a.word not in silent]
        votes = [a for a in likely if a.score >= self.thresholds.event]
        chosen = choose_attributions(cues, words, threshold=self.thresholds.cue, votes=votes)
        attributions = [a for a in add_pretences(chosen, words) if spans_of(words, a.content)]
        claims, more = add_understood(find_claims(likely, attributions, words, thresholds=self.thresholds), words)
        return [*attributions, *more], claims

    def read_attributions(self, text: str) -> tuple[Attribution, ...]:
        """Attributions as PolNeAR has them: attitudes and acts of speech count, nothing is nested."""
        words = split_words(text)
        answers = self.answer_flat(words)
        if self.knows_polnear:
            found = choose_flat(answers, words, threshold=FLAT_THRESHOLD)
        else:
            found = flatten(choose_attributions(answers, words, threshold=FLAT_THRESHOLD), words)
            found = take_relatives(found, answers, words)
        return tuple(_plain_attribution(words, attribution) for attribution in found)

    def answer_flat(self, words: Words) -> tuple[CueAnswer, ...]:
        """What the network says of words by PolNeAR's guidelines, or by the nearest that its weights learnt."""
        convention = POLNEAR if self.knows_polnear else RULED
        return self.network.answer(words, convention=convention, claims=False).cues


def _needed(attributions: Sequence[Attribution], claims: Iterable[Claim], part: Part) -> tuple[Attribution, ...]:
    """The attributions of a part, and those before and behind it that these or its claims stand in."""
    known = {a.id: a for a in attributions}
    wanted: set[str] = set()
    for name in (*(a.id for a in attributions if part.owns(_place(a))), *(c.said_in for c in claims)):
        while name in known and name not in wanted:
            wanted.add(name)
            name = known[name].within
    return tuple(a for a in attributions if a.id in wanted)


def _place(attribution: Attribution) -> int:
    return (attribution.cues or attribution.contents)[0].start


class _Writer:
    """Writes what was found in one report as records of the model."""

    def __init__(
        self, report: Report, words: Words, found: Sequence[FoundAttribution], reader: str, scales: Scales
    ) -> None:
        self._report, self._words, self._found, self._reader, self._scales = report, words, found, reader, scales
        self._version = report.version
        self._contents: Mapping[int, tuple[Span, ...]] = {id(a): spans_of(words, a.content) for a in found}

    def attributions(self) -> tuple[Attribution, ...]:
        return tuple(self._attribution(a) for a in self._found if self._contents[id(a)])

    def _attribution(self, found: FoundAttribution) -> Attribution:
        outer = outer_of(found, self._found)
        return Attribution(
            id=self._name(found),
            report=self._report.id,
            sources=spans_of(self._words, found.source),
            cues=(span_of(self._words, found.cue),) if found.cue else (),
            contents=self._contents[id(found)],
            within=self._name(outer) if outer else None,
            confidence=round(found.score, 3),
            antecedent=span_of(self._words, found.antecedent) if found.antecedent else None,
        )

    def _name(self, found: FoundAttribution) -> str:
        cue = span_of(self._words, found.cue) if found.cue else None
        return identify_attribution(self._report.id, self._version, cue, self._contents[id(found)][0])

    def claim(self, found: FoundClaim) -> Claim:
        """One claim, its chain as far as the text goes."""
        trigger = None if found.type == STATEMENT else span_of(self._words, (found.word, found.word + 1))
        evidence = Evidence(
            spans_of(self._words, found.content) or (span_of(self._words, (found.word, found.word + 1)),)
        )
        chain = self._chain(found.said_in)
        type_, speaker = ClaimType(found.type), self._speaker_span(found.said_in)
        when = self._spans(found.times.get("when", ()))
        certainty = weigh(found, self._words, scales=self._scales)
        return Claim(
            id=identify_claim(
                self._report.id, self._version, type_, trigger=trigger, evidence=evidence, speaker=speaker
            ),
            report=self._report.id,
            version=self._version,
            type=type_,
            stance=Stance(found.stance),
            evidence=evidence,
            trigger=trigger,
            roles=tuple(self._roles(found)),
            when=When(when[0]) if when else None,
            quantities=tuple(Quantity(span) for span in self._spans(found.times.get("number", ()))),
            manner=next(iter(self._spans(found.manner.get("manner", ()))), None),
            basis=self._basis(found.said_in),
            said_in=self._name(found.said_in) if chain and found.said_in else None,
            chain=chain,
            reader=self._reader,
            confidence=round(certainty.whole, 3),
            certainty=certainty,
        )

    def _spans(self, runs: Sequence[Run]) -> tuple[Span, ...]:
        return spans_of(self._words, runs)

    def _roles(self, found: FoundClaim) -> list[RoleFiller]:
        placed = [(run, Role(name)) for name, runs in found.roles.items() for run in runs]
        bare = [(strip_signs(self._words, run), role) for run, role in sorted(placed)]
        return [RoleFiller(role, Mention.at(span_of(self._words, run))) for run, role in bare if run is not None]

    def _chain(self, nearest: FoundAttribution | None) -> tuple[Link, ...]:
        if nearest is None:
            return ()
        return tuple(self._link(a) for a in way_out(nearest, self._found, self._words) if a.has_speaker)

    def _link(self, found: FoundAttribution) -> Link:
        channel = span_of(self._words, found.channel).text if found.channel else None
        return Link(self._source(found), span_of(self._words, found.cue) if found.cue else None, channel)

    def _source(self, found: FoundAttribution) -> Mention:
        if found.speaker:
            run = strip_signs(self._words, found.speaker) or found.speaker
            return Mention.at(span_of(self._words, run))
        meant = found.antecedent or understood_speaker(found, self._found, self._words)
        return Mention(span_of(self._words, meant).text if meant else "")

    def _speaker_span(self, nearest: FoundAttribution | None) -> Span | None:
        return span_of(self._words, nearest.speaker) if nearest and nearest.speaker else None

    def _basis(self, nearest: FoundAttribution | None) -> Basis:
        if nearest is None or nearest.cue is None:
            return Basis.UNSTATED
        source = span_of(self._words, nearest.speaker).text if nearest.speaker else ""
        goes_on = " ".join(self._words.lower[slice(nearest.cue[1], nearest.cue[1] + 1)])
        return find_basis(source, span_of(self._words, nearest.cue).text, goes_on=goes_on)


def _without_twins(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Each identifier once: the surest reading of it."""
    kept: dict[str, Claim] = {}
    for claim in claims:
        if claim.id not in kept or claim.confidence > kept[claim.id].confidence:
            kept[claim.id] = claim
    return tuple(kept.values())


def _plain_attribution(words: Words, found: FoundAttribution) -> Attribution:
    cues = (span_of(words, found.cue),) if found.cue else ()
    contents = tuple(span_of(words, run) for run in found.content)
    sources = tuple(span_of(words, run) for run in found.source)
    name = identify_attribution("", "", cues[0] if cues else None, contents[0])
    return Attribution(name, "", sources, cues, contents, None, round(found.score, 3))
