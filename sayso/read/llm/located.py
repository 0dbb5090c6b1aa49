"""Located: a claim every string of which was found again in its paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.report import FlawKind, Report
from sayso.model.values.span import Span
from sayso.model.values.stance import ClaimType, Role, Stance
from sayso.read.llm.answer import RefusalError, SaidClaim, SaidNumber, SaidSpeaker
from sayso.read.llm.chunk import Chunk, Paragraph
from sayso.read.llm.count import fits
from sayso.read.llm.grounding import Ground, choose_nearest

_SHOWN = 60  # characters of words that were not found


@dataclass(frozen=True, slots=True)
class LocatedSpeaker:
    """A step of the chain, nearest first. `understood` is who is meant where `source` is None, as named earlier."""

    source: Span | None
    understood: str | None
    cue: Span | None
    channel: Span | None

    @property
    def has_speaker(self) -> bool:
        return self.source is not None or self.understood is not None


@dataclass(frozen=True, slots=True)
class LocatedNumber:
    """A count's words in their place, and the ends of its value as the model gave them."""

    span: Span
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class LocatedClaim:
    """A claim in exact words of the report."""

    type: ClaimType
    stance: Stance
    contents: tuple[Span, ...]
    trigger: Span | None
    roles: tuple[tuple[Role, Span], ...]
    when: Span | None
    number: LocatedNumber | None
    manner: Span | None
    speakers: tuple[LocatedSpeaker, ...]


def locate(said: SaidClaim, *, chunk: Chunk, report: Report, ground: Ground) -> LocatedClaim:
    """The claim with every string in its place: in the paragraph that it names, nearest to its content.

    An understood speaker is looked for from the report's beginning on. Raises RefusalError for any string that is not
    found, and for words that carry no claim: another chunk's paragraph, a heading, a sentence that breaks off.
    """
    paragraph = next((p for p in chunk.paragraphs if p.number == said.paragraph), None)
    if paragraph is None:
        raise RefusalError(f"it names paragraph {said.paragraph}, which was not asked about")
    seeker = _Seeker(ground, paragraph)
    contents = seeker.find_contents(said)
    _check_place(contents, report)
    return LocatedClaim(
        type=said.type,
        stance=said.stance,
        contents=contents,
        trigger=None if said.type is ClaimType.STATEMENT else seeker.find(said.trigger, "trigger", to=contents),
        roles=tuple((role, seeker.find_some(words, str(role), to=contents)) for role, words in said.roles),
        when=seeker.find(said.when, "when", to=contents),
        number=seeker.find_number(said.number, to=contents),
        manner=seeker.find(said.manner, "manner", to=contents),
        speakers=seeker.find_speakers(said.speakers, contents=contents),
    )


def _check_place(contents: Sequence[Span], report: Report) -> None:
    broken = [flaw.span for flaw in report.flaws if flaw.kind is FlawKind.TRUNCATED and flaw.span]
    if any(content.overlaps(span) for content in contents for span in broken):
        raise RefusalError("its content stands in a sentence that breaks off")
    if any(content.overlaps(heading) for content in contents for heading in report.headings):
        raise RefusalError("its content stands in a heading")


class _Seeker:
    """Finds the strings of one claim in its paragraph."""

    def __init__(self, ground: Ground, paragraph: Paragraph) -> None:
        self._ground, self._paragraph = ground, paragraph

    def find_contents(self, said: SaidClaim) -> tuple[Span, ...]:
        """The parts of the content in order; where the first stands twice, the one nearest to the claim's cue."""
        cues = self._places(said.speakers[0].cue) if said.speakers else ()
        found: list[Span] = []
        for words in said.content:
            near = found[-1:] or cues
            places = [p for p in self._places(words) if not any(p.overlaps(other) for other in found)]
            place = choose_nearest(places, to=near)
            if place is None:
                raise self._missing("content", words)
            found.append(place)
        return tuple(sorted(found))

    def find(self, words: str | None, what: str, *, to: Sequence[Span], outside: Sequence[Span] = ()) -> Span | None:
        """The place of words nearest to others; None where none were given."""
        return self.find_some(words, what, to=to, outside=outside) if words else None

    def find_some(self, words: str, what: str, *, to: Sequence[Span], outside: Sequence[Span] = ()) -> Span:
        found = choose_nearest(self._places(words), to=to, outside=outside)
        if found is None:
            raise self._missing(what, words)
        return found

    def find_number(self, said: SaidNumber | None, *, to: Sequence[Span]) -> LocatedNumber | None:
        if said is None:
            return None
        span = self.find_some(said.words, "number", to=to)
        if not fits(said):
            raise RefusalError(f"its number cannot be what “{_cut(said.words)}” says")
        return LocatedNumber(span, said.low, said.high)

    def find_speakers(self, said: Sequence[SaidSpeaker], *, contents: Sequence[Span]) -> tuple[LocatedSpeaker, ...]:
        """The chain; each speaker is looked for outside the content and the steps before, as far as that can be."""
        found: list[LocatedSpeaker] = []
        taken = list(contents)
        near: Sequence[Span] = contents
        for speaker in said:
            cue = self.find(speaker.cue, "cue", to=near, outside=taken)
            source = self.find(speaker.words, "speaker", to=[cue] if cue else near, outside=taken)
            channel = self.find(speaker.channel, "channel", to=[cue] if cue else near)
            found.append(LocatedSpeaker(source, self._find_understood(speaker), cue, channel))
            taken += [span for span in (source, cue) if span]
            near = [span for span in (source, cue) if span] or near
        _check_chain(found)
        return tuple(found)

    def _find_understood(self, speaker: SaidSpeaker) -> str | None:
        """Who is meant, in the exact words of the text up to this paragraph's end; None beside words of its own."""
        if speaker.words is not None or speaker.understood is None:
            return None
        so_far = Span.of(self._ground.text, 0, self._paragraph.span.end)
        found = self._ground.find(speaker.understood, within=so_far)
        if not found:
            raise self._missing("understood speaker", speaker.understood, where="the text so far")
        return found[-1].text

    def _places(self, words: str | None) -> tuple[Span, ...]:
        return self._ground.find(words, within=self._paragraph.span) if words else ()

    def _missing(self, what: str, words: str, *, where: str = "") -> RefusalError:
        place = where or f"paragraph {self._paragraph.number}"
        return RefusalError(f"its {what} “{_cut(words)}” does not stand in {place}")


def _check_chain(speakers: Sequence[LocatedSpeaker]) -> None:
    sources = [speaker.source for speaker in speakers if speaker.source]
    if len(set(sources)) < len(sources):
        raise RefusalError("the same words speak twice in its chain")


def _cut(words: str) -> str:
    return words if len(words) <= _SHOWN else words[:_SHOWN] + "…"
