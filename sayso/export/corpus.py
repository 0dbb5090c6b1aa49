"""Corrections as reports of the ruled corpus, to train the reader on what persons said of its readings.

Only reports that a person has checked from the first word to the last: in the others, what the reader missed would
teach it to miss it. The format is that of `training/corpus/FORMAT.md`: a header, paragraphs, and under each paragraph
a line for each claim in it. A report that the format cannot hold is left out, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sayso.model.attribution import Attribution
from sayso.model.checking import find_whole
from sayso.model.claim import Claim, Mention, Quantity
from sayso.model.decision import Decision
from sayso.model.draft import Draft, Place, Step, draft_of, find_words
from sayso.model.resolution import Resolution
from sayso.model.snapshot import Snapshot
from sayso.model.values.stance import ClaimType

#: Marks that words in brackets cannot hold: they end the words, or mean something else there.
_MARKS = re.compile(r"[\]=…]")
_PARAGRAPH = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")  # whatever ends a line ends a paragraph
_WRAPPED = re.compile(
    r"(?<=[^\n.!?:”\"])\n(?=[^\n])"
)  # a line that goes on in the next, where blank lines part paragraphs
_SPEAKERS = ("by", "by2", "by3")
_PRONOUNS = frozenset(["he", "she", "it", "they", "him", "her", "them", "we", "i", "his", "their", "its"])


@dataclass(frozen=True, slots=True)
class Corrections:
    """What was made of the checked reports: file names with their texts, and what was left out, each with why."""

    files: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()


class Unwritable(ValueError):
    """The corpus has no way to write this of a report."""


def write_corrections(snapshot: Snapshot) -> Corrections:
    """Every report that a person has checked whole, in the version that stands, as the corpus has it."""
    whole = find_whole(snapshot.decisions)
    files: dict[str, str] = {}
    left_out: list[str] = []
    for resolution in snapshot.resolutions:
        report = resolution.report
        mark = whole.get((report.id, report.version))
        if mark is None:
            continue
        try:
            files[f"{report.id}.txt"] = write_report(resolution, mark)
        except Unwritable as error:
            left_out.append(f"{report.title or report.address}: {error}")
    return Corrections(files, tuple(left_out))


def save_corrections(corrections: Corrections, folder: Path) -> int:
    """Writes the files into a folder, made if missing; gives their number. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in corrections.files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return len(corrections.files)


def write_report(resolution: Resolution, mark: Decision) -> str:
    """A report with its claims; `mark` says who checked it. Raises Unwritable."""
    report = resolution.report
    lines = [
        f"outlet: {_line(report.outlet)}",
        f"published: {_line(report.told)}",
        f"language: {_line(report.language)}",
        f"title: {_line(report.title)}",
        f"checked: {_line(mark.by)}, {mark.at:%Y-%m-%d}",
    ]
    headings = {(span.start, span.end) for span in report.headings}
    claims = sorted(resolution.claims, key=lambda each: (each.evidence.start, each.evidence.end, each.id))
    text = _WRAPPED.sub(" ", report.text) if "\n\n" in report.text else report.text  # every place stays where it is
    for match in _PARAGRAPH.finditer(text):
        if match.group().strip():
            lines += ["", *_write_paragraph(_Paragraph(text, match.span()), claims, resolution, headings)]
    return "\n".join(lines) + "\n"


def _write_paragraph(
    paragraph: _Paragraph, claims: Iterable[Claim], resolution: Resolution, headings: Iterable[Place]
) -> Iterator[str]:
    mine = [each for each in claims if paragraph.holds(_anchor_of(each))]
    yield paragraph.words if not paragraph.words.startswith(">") else f" {paragraph.words}"
    if not mine and any(_meet(paragraph.place, heading) for heading in headings):
        yield "> heading"
    for claim in mine:
        if line := _Line(paragraph, claim, resolution.attributions).write():
            yield line


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """One paragraph: a line of the text."""

    text: str
    place: Place

    @property
    def words(self) -> str:
        return self.text[slice(*self.place)]

    def holds(self, place: Place) -> bool:
        return self.place[0] <= place[0] and place[1] <= self.place[1]

    def name(self, place: Place) -> str:
        """Words of the paragraph in brackets, and which of several occurrences. Raises Unwritable."""
        words = self.text[slice(*place)]
        if not _MARKS.search(words):
            return f"[{words}]{self._count(words, place[0])}"
        head, tail = _MARKS.split(words)[0].rstrip(), _MARKS.split(words)[-1].strip()
        if not head or not tail or self._ends(place[0] + len(head), tail) != place[1]:
            raise Unwritable(f"the corpus cannot write the words “{words}”: a mark of its own stands in them")
        return f"[{head} … {tail}]{self._count(head, place[0])}"

    def _ends(self, start: int, tail: str) -> int | None:
        """Where the first such words from a place on end."""
        at = self.text.find(tail, start, self.place[1])
        return None if at < 0 else at + len(tail)

    def _count(self, words: str, start: int) -> str:
        at = [found for found in find_words(words, self.words) if found < start - self.place[0]]
        return f"#{len(at) + 1}" if at else ""


@dataclass(frozen=True, slots=True)
class _Line:
    """The line of one claim under its paragraph."""

    paragraph: _Paragraph
    claim: Claim
    attributions: Iterable[Attribution]

    def write(self) -> str | None:
        """The line; None for what the corpus takes for no claim: a statement that nobody else is said to make."""
        draft = draft_of(self.claim, self.attributions)
        fields = [*self._write_words(draft), *self._write_parts(draft), *self._write_speakers(draft)]
        if draft.type is ClaimType.STATEMENT and not any(each.startswith(("by=", "by2=", "cue=")) for each in fields):
            return None
        if draft.type is not ClaimType.STATEMENT and not draft.trigger:
            raise Unwritable(f"no word is given that tells of “{self.claim.evidence.text}”; amend its trigger")
        return f"> {draft.type} {draft.stance} {' '.join(fields)}"

    def _write_words(self, draft: Draft) -> Iterator[str]:
        pieces = [piece for place in draft.words for piece in _cut(place, self.paragraph)]
        pieces = pieces or [draft.trigger or draft.words[0]]
        yield from (f"c={self.paragraph.name(piece)}" for piece in pieces)
        if draft.trigger and draft.type is not ClaimType.STATEMENT:
            yield f"t={self.paragraph.name(draft.trigger)}"

    def _write_parts(self, draft: Draft) -> Iterator[str]:
        """Roles, time, counts and manner, as far as their words stand in this paragraph."""
        for filler in self.claim.roles:
            place = _place_of(filler.mention)
            if place and self.paragraph.holds(place):
                yield f"{filler.role}={self._name_meant(place, filler.mention)}"
        for key, part in (("when", draft.when), ("manner", draft.manner)):
            if part and self.paragraph.holds(part):
                yield f"{key}={self.paragraph.name(part)}"
        for quantity in self.claim.quantities:
            place = (quantity.span.start, quantity.span.end)
            if self.paragraph.holds(place):
                yield f"number={self.paragraph.name(place)}"
                yield from (f"n=[{value}]" for value in [_write_value(quantity)] if value)

    def _write_speakers(self, draft: Draft) -> Iterator[str]:
        mentions = {_place_of(link.source): link.source for link in self.claim.chain}
        for key, step in zip(_SPEAKERS, draft.said, strict=False):
            number = key[2:]
            if named := self._write_speaker(step, mentions):
                yield f"{key}={named}"
            if step.cue and self.paragraph.holds(step.cue):
                yield f"cue{number}={self.paragraph.name(step.cue)}"
        channel = draft.said[0].channel if draft.said else None
        if channel and channel in self.paragraph.words and not _MARKS.search(channel):
            yield f"channel=[{channel}]"

    def _write_speaker(self, step: Step, mentions: Mapping[Place | None, Mention]) -> str | None:
        """A speaker by his words here, else by his name from elsewhere in the report."""
        if step.source and self.paragraph.holds(step.source):
            mention = mentions.get(step.source)
            return self._name_meant(step.source, mention) if mention else self.paragraph.name(step.source)
        name = self.paragraph.text[slice(*step.source)] if step.source else step.name
        bare = " ".join(name.replace("(", " ").replace(")", " ").split())
        return f"({bare})" if bare else None

    def _name_meant(self, place: Place, mention: Mention) -> str:
        """Words in brackets, a pronoun with the name that it stands for, as the report has it."""
        named = self.paragraph.name(place)
        if mention.text.casefold() not in _PRONOUNS:
            return named
        text = self.paragraph.text
        meant = next((name for name in mention.names if name in text and not _MARKS.search(name)), None)
        return named.replace("]", f"={meant}]", 1) if meant and meant != mention.text else named


def _anchor_of(claim: Claim) -> Place:
    """What says to which paragraph a claim belongs: the word that tells of it, else its first word."""
    if claim.trigger:
        return claim.trigger.start, claim.trigger.end
    return claim.evidence.start, claim.evidence.start + 1


def _cut(place: Place, paragraph: _Paragraph) -> Iterator[Place]:
    """The part of a place that lies in a paragraph."""
    start, end = max(place[0], paragraph.place[0]), min(place[1], paragraph.place[1])
    if start < end and paragraph.text[start:end].strip():
        yield start, end


def _write_value(quantity: Quantity) -> str | None:
    """A count as the corpus has it: `300`, `40..60`, `14..` for "at least", `..10` for "up to"; None for no value."""
    is_open = (quantity.low is None) != (quantity.high is None)
    if quantity.best is not None and not is_open:
        return _write_number(quantity.best)
    low, high = (_write_number(each) if each is not None else "" for each in (quantity.low, quantity.high))
    return f"{low}..{high}" if low or high else None


def _write_number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else str(value)


def _place_of(mention: Mention) -> Place | None:
    return None if mention.start is None or mention.end is None else (mention.start, mention.end)


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


def _meet(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]
