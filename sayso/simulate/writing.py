"""Writing: drafts become reports, with claims that stand in the text as `resolve` would leave them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sayso.model.attribution import Attribution
from sayso.model.claim import Claim, Link, Mention, Quantity, RoleFiller, When, identify_claim
from sayso.model.entity import Entity
from sayso.model.lineage import Credit, Relation
from sayso.model.report import Flaw, FlawKind, Published, PublishedBasis, Report, identify_report
from sayso.model.resolution import Resolution
from sayso.model.values.span import Evidence, Span
from sayso.simulate.draft import Draft
from sayso.simulate.happening import Figure, Utterance
from sayso.simulate.line import Line, Sentence, write_line

_READER = "simulated 1"
_NO_DATE = (Flaw(FlawKind.NO_DATE),)


class Writer:
    """Writes the drafts of one theatre; `known` are the entities that affiliations point to, by identifier."""

    def __init__(self, known: Mapping[str, Entity]) -> None:
        self._known = known
        self._sentences: dict[tuple[int, bool], Sentence] = {}
        self._entities: dict[int, Entity] = {}
        self._kept: list[Line] = []  # a line's identity is its key as long as it is held

    def write(self, draft: Draft) -> tuple[Resolution, list[Utterance]]:
        """A draft as a resolution, and the utterance of each of its claims in their order."""
        sentences = [self._write_line(line, draft.is_translated) for line in draft.lines]
        text, starts = _put_together(draft, sentences)
        report = _make_report(draft, text)
        version = report.version
        claims, attributions, figures = [], [], {id(draft.outlet): draft.outlet}
        for sentence, start in zip(sentences, starts, strict=True):
            claim = _make_claim(draft, report, version, sentence, start)
            claims.append(claim)
            if claim.said_in:
                attributions.append(_attribute(claim))
            named = [role[3] for role in sentence.roles] + [speaker[2] for speaker in sentence.speakers]
            figures.update((id(figure), figure) for figure in named if figure)
        return (
            Resolution(
                report,
                tuple(attributions),
                tuple(claims),
                self._gather(figures.values()),
                _credit(draft, report, claims),
            ),
            [sentence.line.utterance for sentence in sentences],
        )

    def _write_line(self, line: Line, is_translated: bool) -> Sentence:
        key = (id(line), is_translated)
        found = self._sentences.get(key)
        if found is None:
            found = self._sentences[key] = write_line(line, translated=is_translated)
            self._kept.append(line)
        return found

    def _gather(self, figures: Iterable[Figure]) -> tuple[Entity, ...]:
        """The entities of the figures named, and those that their affiliations lead to."""
        found: dict[str, Entity] = {}
        for figure in figures:
            if not figure.id:
                continue
            found.setdefault(figure.id, figure.entity)
            for tie in figure.ties:
                while tie and tie.of in self._known and tie.of not in found:
                    entity = found[tie.of] = self._known[tie.of]
                    if not entity.affiliations:
                        break
                    tie = entity.affiliations[0]
        return tuple(found.values())


def _put_together(draft: Draft, sentences: list[Sentence]) -> tuple[str, list[int]]:
    """The text of a report and where each sentence begins: two sentences a paragraph."""
    parts, starts, at = [draft.head], [], len(draft.head)
    for n, sentence in enumerate(sentences):
        between = "" if n == 0 else "\n\n" if n % 2 == 0 else " "
        parts += [between, sentence.text]
        starts.append(at + len(between))
        at = starts[-1] + len(sentence.text)
    if draft.foot:
        parts.append(f"\n\n{draft.foot}")
    return "".join(parts), starts


def _make_report(draft: Draft, text: str) -> Report:
    told = draft.told
    return Report(
        id=identify_report(url=draft.address, outlet=draft.outlet.name, text=text),
        address=f"{draft.name}.txt",
        text=text,
        title=draft.title,
        outlet=draft.outlet.name,
        url=draft.address,
        published=Published(told.isoformat(), PublishedBasis.HEADER) if told else None,
        language="en",
        dateline=draft.head.removesuffix(" - ") if draft.head.endswith(") - ") else None,
        flaws=() if told else _NO_DATE,
    )


def _mention(figure: Figure | None, text: str, start: int, end: int) -> Mention:
    if figure is None:
        return Mention(text, start, end)
    if not figure.id:
        return Mention(text, start, end)
    return Mention(text, start, end, figure.id, figure.names)


def _make_claim(draft: Draft, report: Report, version: str, sentence: Sentence, at: int) -> Claim:
    words, utterance = sentence.text, sentence.line.utterance

    def span(start: int, end: int) -> Span:
        return Span(at + start, at + end, words[start:end])

    evidence = Evidence((span(*sentence.evidence),))
    trigger = span(*sentence.trigger) if sentence.trigger else None
    links = [Link(_mention(figure, words[s:e], at + s, at + e)) for s, e, figure in sentence.speakers]
    if draft.is_translated and draft.credited:
        links.append(Link(Mention(draft.credited.name, None, None, draft.credited.id, draft.credited.names)))
    links.append(Link(Mention(draft.outlet.name, None, None, draft.outlet.id, draft.outlet.names)))
    spoken = _place(links[0].source) if sentence.speakers else None
    id_ = identify_claim(report.id, version, utterance.type, trigger=trigger, evidence=evidence, speaker=spoken)
    return Claim(
        id=id_,
        report=report.id,
        version=version,
        type=utterance.type,
        stance=utterance.stance,
        evidence=evidence,
        trigger=trigger,
        roles=tuple(
            RoleFiller(role, _mention(figure, words[s:e], at + s, at + e)) for role, s, e, figure in sentence.roles
        ),
        when=_date(draft, sentence, span),
        quantities=_count(sentence, span),
        manner=span(*sentence.way) if sentence.way else None,
        said_in=f"t{id_[1:]}" if sentence.speakers else None,
        chain=tuple(links),
        reader=_READER,
    )


def _date(draft: Draft, sentence: Sentence, span: Callable[[int, int], Span]) -> When | None:
    if sentence.when is None:
        return None
    start, end, fill = sentence.when
    if fill.is_whole:
        return When(span(start, end), fill.day, "words")
    return When(span(start, end), fill.day if draft.is_dated else None, "published" if draft.is_dated else None)


def _count(sentence: Sentence, span: Callable[[int, int], Span]) -> tuple[Quantity, ...]:
    if sentence.count is None:
        return ()
    start, end, role, count = sentence.count
    return (Quantity(span(start, end), count.low, count.best, count.high, count.approximate, count.unit, role),)


def _place(mention: Mention) -> Span:
    """Where a mention stands that is known to stand in the text."""
    return Span(mention.start or 0, mention.end or 0, mention.text)


def _attribute(claim: Claim) -> Attribution:
    return Attribution(claim.said_in or "", claim.report, (_place(claim.chain[0].source),), (), claim.evidence.spans)


def _credit(draft: Draft, report: Report, claims: list[Claim]) -> tuple[Credit, ...]:
    """The outlets that the text says it takes from: in its head or foot for the whole, in a line for that line."""
    found = []
    text = report.text
    if draft.credited:
        name = draft.credited.name
        start = text.index(name) if draft.head else text.rindex(name)
        outlet = Span(start, start + len(name), name)
        relation = Relation.TRANSLATION if draft.is_translated else Relation.COPY
        words = (
            Span.of(text, 0, len(draft.head.rstrip(" -\n")))
            if draft.head
            else Span.of(text, len(text) - len(draft.foot), len(text))
        )
        found.append(Credit(outlet, words, relation, (0, len(text))))
    for line, claim in zip(draft.lines, claims, strict=True):
        if line.via:
            source = claim.chain[len(claim.chain) - 2 - bool(draft.is_translated and draft.credited)].source
            start, end = text.rfind("\n", 0, claim.evidence.start) + 1, text.find("\n", claim.evidence.end)
            end = len(text) if end < 0 else end
            found.append(
                Credit(
                    _place(source),
                    Span.of(text, start, end),
                    Relation.CREDIT,
                    (start, end),
                )
            )
    return tuple(found)
