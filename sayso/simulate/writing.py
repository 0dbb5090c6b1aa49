"""Writing: drafts become reports, with claims that stand in the text as `resolve` would leave them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.model.attribution import Attribution
from sayso.model.claim import Claim, Link, Mention, Quantity, RoleFiller, When, identify_claim
from sayso.model.entity import Entity
from sayso.model.lineage import Credit, Relation
from sayso.model.report import Flaw, FlawKind, Published, PublishedBasis, Report
from sayso.model.resolution import Resolution
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import Role
from sayso.simulate.draft import Draft
from sayso.simulate.happening import Count, Figure
from sayso.simulate.line import Line, Sentence, write_line
from sayso.simulate.senses import translate_words

_READER = "simulated 1"
_NO_DATE = (Flaw(FlawKind.NO_DATE),)


class Writer:
    """Writes the drafts of one theatre; `known` are the entities that affiliations point to, by identifier."""

    def __init__(self, known: Mapping[str, Entity]) -> None:
        self._known = known
        self._sentences: dict[tuple[int, bool], Sentence] = {}
        self._placed: dict[tuple[int, int], _Placed] = {}
        self._gathered: dict[tuple[int, ...], tuple[Entity, ...]] = {}
        self._entities: dict[int, Entity] = {}
        self._links: dict[str, Link] = {}
        self._kept: list[object] = []  # a thing's identity is its key as long as the thing is held

    def write(self, draft: Draft) -> Resolution:
        """A draft as a resolution, a claim for each of its lines, in their order."""
        sentences = [self._write_line(line, draft.is_translated) for line in draft.lines]
        text, starts = _put_together(draft, sentences)
        report = _make_report(draft, text)
        version = report.version
        passers = tuple(self._pass_on(outlet) for outlet in _list_passers(draft))
        claims = [
            _make_claim(draft, report, version, sentence, self._place(sentence, start), passers)
            for sentence, start in zip(sentences, starts, strict=True)
        ]
        return Resolution(
            report,
            tuple(_attribute(claim) for claim in claims if claim.said_in),
            tuple(claims),
            (*self._gather(sentences), *(self._note(outlet) for outlet in _list_passers(draft))),
            _credit(draft, report, claims),
        )

    def _place(self, sentence: Sentence, start: int) -> _Placed:
        key = (id(sentence), start)
        if key not in self._placed:
            self._placed[key] = _place_sentence(sentence, start)
        return self._placed[key]

    def _pass_on(self, outlet: Figure) -> Link:
        """The link of an outlet that carries a report: its name does not stand in the text."""
        if outlet.id not in self._links:
            self._links[outlet.id] = Link(Mention(outlet.name, entity=outlet.id, names=outlet.names))
        return self._links[outlet.id]

    def _note(self, figure: Figure) -> Entity:
        key = id(figure)
        if key not in self._entities:
            self._entities[key] = figure.entity
            self._kept.append(figure)
        return self._entities[key]

    def _write_line(self, line: Line, is_translated: bool) -> Sentence:
        key = (id(line), is_translated)
        found = self._sentences.get(key)
        if found is None:
            found = self._sentences[key] = write_line(line, translated=is_translated)
            self._kept.append(line)
        return found

    def _gather(self, sentences: Sequence[Sentence]) -> tuple[Entity, ...]:
        """The entities of all whom the sentences name, and those that their affiliations lead to."""
        key = tuple(map(id, sentences))
        if key not in self._gathered:
            found: dict[str, Entity] = {}
            for figure in (figure for sentence in sentences for figure in _list_named(sentence)):
                found.setdefault(figure.id, self._note(figure))
                for tie in figure.ties:
                    self._follow(tie.of, found)
            self._gathered[key] = tuple(found.values())
        return self._gathered[key]

    def _follow(self, id_: str, found: dict[str, Entity]) -> None:
        """An entity that an affiliation leads to, and whom that one speaks for in turn."""
        entity = self._known.get(id_)
        if entity and id_ not in found:
            found[id_] = entity
            for tie in entity.affiliations:
                self._follow(tie.of, found)


def _list_named(sentence: Sentence) -> list[Figure]:
    """Everybody and everything that a sentence names, the unnamed aside."""
    named = [role[3] for role in sentence.roles] + [speaker[2] for speaker in sentence.speakers]
    return [figure for figure in named if figure and figure.id]


def _list_passers(draft: Draft) -> list[Figure]:
    """Who passes the whole report on: the outlet that it is translated from, and the one that carries it."""
    return [draft.credited, draft.outlet] if draft.is_translated and draft.credited else [draft.outlet]


def _put_together(draft: Draft, sentences: list[Sentence]) -> tuple[str, list[int]]:
    """The text of a report and where each sentence begins: two sentences a paragraph, a remark after each."""
    parts, starts, at = [draft.head], list[int](), len(draft.head)
    remarks = [translate_words(text) if draft.is_translated else text for text in draft.remarks]
    for n, sentence in enumerate(sentences):
        between = "" if n == 0 else "\n\n" if n % 2 == 0 else " "
        parts += [between, sentence.text]
        starts.append(at + len(between))
        at = starts[-1] + len(sentence.text)
        if n % 2 and n // 2 < len(remarks):
            parts.append(f" {remarks[n // 2]}")
            at += 1 + len(remarks[n // 2])
    if draft.foot:
        parts.append(f"\n\n{draft.foot}")
    return "".join(parts), starts


def _make_report(draft: Draft, text: str) -> Report:
    told = draft.told
    return Report(
        id=draft.id,
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
    if figure is None or not figure.id:
        return Mention(text, start, end)
    return Mention(text, start, end, figure.id, figure.names)


@dataclass(frozen=True, slots=True, eq=False)
class _Placed:
    """The parts of a claim that are the same wherever its sentence stands at the same offset."""

    evidence: Evidence
    trigger: Span | None
    roles: tuple[RoleFiller, ...]
    when: Span | None
    quantities: tuple[Quantity, ...]
    manner: Span | None
    links: tuple[Link, ...]


def _place_sentence(sentence: Sentence, at: int) -> _Placed:
    """The parts of the claim of a sentence that begins at an offset."""
    words = sentence.text
    roles = [RoleFiller(role, _mention(who, words[s:e], at + s, at + e)) for role, s, e, who in sentence.roles]
    links = [Link(_mention(who, words[s:e], at + s, at + e)) for s, e, who in sentence.speakers]
    return _Placed(
        Evidence((_shift(words, sentence.evidence, at),)),
        _shift(words, sentence.trigger, at) if sentence.trigger else None,
        tuple(roles),
        _shift(words, sentence.when[:2], at) if sentence.when else None,
        (_count(sentence.count, words, at),) if sentence.count else (),
        _shift(words, sentence.way, at) if sentence.way else None,
        tuple(links),
    )


def _shift(words: str, place: tuple[int, int], at: int) -> Span:
    """A span of a sentence that begins at an offset."""
    start, end = place
    return Span(at + start, at + end, words[start:end])


def _count(found: tuple[int, int, Role | None, Count], words: str, at: int) -> Quantity:
    start, end, role, count = found
    span = _shift(words, (start, end), at)
    return Quantity(span, count.low, count.best, count.high, count.approximate, count.unit, role)


def _make_claim(
    draft: Draft, report: Report, version: str, sentence: Sentence, placed: _Placed, passers: tuple[Link, ...]
) -> Claim:
    utterance, links = sentence.line.utterance, placed.links
    spoken = _place(links[0].source) if links else None
    id_ = identify_claim(
        report.id, version, utterance.type, trigger=placed.trigger, evidence=placed.evidence, speaker=spoken
    )
    return Claim(
        id=id_,
        report=report.id,
        version=version,
        type=utterance.type,
        stance=utterance.stance,
        evidence=placed.evidence,
        trigger=placed.trigger,
        roles=placed.roles,
        when=_date(draft, sentence, placed.when),
        quantities=placed.quantities,
        manner=placed.manner,
        said_in=f"t{id_[1:]}" if links else None,
        chain=(*links, *passers),
        reader=_READER,
    )


def _date(draft: Draft, sentence: Sentence, span: Span | None) -> When | None:
    """The day that the words give: a day of the week says nothing where the report does not say its own day."""
    if span is None or sentence.when is None:
        return None
    fill = sentence.when[2]
    if fill.is_whole:
        return When(span, fill.day, "words")
    return When(span, fill.day, "published") if draft.is_dated else When(span)


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
