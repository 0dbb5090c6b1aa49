"""Line: one utterance in words, and where in the words everything stands."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sayso.model.values.stance import Role
from sayso.simulate.happening import Count, Figure, Utterance
from sayso.simulate.wording import FRAMES, WAYS, WORDINGS, Piece, Saying

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_LEFT_OUT = frozenset({"way", "when", "loser"})  # what one way of saying has room for and another has not
_FIRST_PERSON = {"our": "our", "we": "we"}


@dataclass(frozen=True, slots=True)
class Fill:
    """What stands in a slot: words, those before them that are no part of the mention, and whom they mean."""

    text: str
    figure: Figure | None = None
    before: str = ""
    #: Of a time: the day that it gives where the report's own day is known, and whether it gives it in any case.
    day: str | None = None
    is_whole: bool = False
    count: Count | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """An utterance with its words chosen; `slip` names what is wrong in it."""

    utterance: Utterance
    saying: Saying
    frame: Saying
    fills: dict[str, Fill]
    via: tuple[Figure, ...] = ()
    slip: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A line written out; offsets are those within the sentence."""

    text: str
    line: Line
    evidence: tuple[int, int]
    trigger: tuple[int, int] | None
    roles: tuple[tuple[Role, int, int, Figure | None], ...]
    when: tuple[int, int, Fill] | None
    count: tuple[int, int, Role | None, Count] | None
    way: tuple[int, int] | None
    speakers: tuple[tuple[int, int, Figure | None], ...]


def choose_line(
    utterance: Utterance,
    told: date | None,
    rng: Random,
    *,
    via: tuple[Figure, ...] = (),
    like: Line | None = None,
    known: Line | None = None,
    is_bare: bool = False,
    avoid: Set[Saying] = frozenset(),
) -> Line:
    """Words for an utterance in a report told on a day (None: the report does not say on which).

    `via` are the outlets that the line names as having passed it on, nearest first. `like` is a line whose
    words are used again as far as they fit: outlets tell like things in like words. `known` is the line that
    it is taken from: what that one left out is not known. A bare line names nobody but the outlet that it is
    from. The ways of saying in `avoid` are passed over as long as there is another: those who do not have it
    from one another seldom say it in the same words.
    """
    wording = WORDINGS[utterance.wording]
    is_bare = is_bare or (bool(via) and utterance.voice is None)  # "reports" tell nobody anything
    own = utterance.speaker is None or is_bare
    sayings = wording.sayings
    if own:
        sayings = tuple(saying for saying in sayings if not saying.is_quote) or sayings
    if like and not like.via and like.utterance.wording == utterance.wording:
        saying, frame = like.saying, like.frame
    else:
        saying = rng.choice([each for each in sayings if each not in avoid] or sayings)
        frames = FRAMES[_choose_mouth(utterance, saying, is_own=own, is_via=bool(via))]
        frame = rng.choice([each for each in frames if each not in avoid] or frames)
    fills = _fill(utterance, saying, told, rng, is_bare=is_bare)
    if known:
        fills = {slot: fill for slot, fill in fills.items() if slot not in _LEFT_OUT or slot in known.fills}
    return Line(utterance, saying, frame, fills, via)


def _choose_mouth(utterance: Utterance, saying: Saying, *, is_own: bool, is_via: bool) -> str:
    """The sort of frames that fit: nobody unnamed makes announcements."""
    frames = WORDINGS[utterance.wording].frames
    sort = "own" if is_own else "quote" if saying.is_quote else frames
    if is_via:
        return f"{sort} via"
    is_unnamed = utterance.speaker is not None and not utterance.speaker.id
    return "say plainly" if sort == "say" and is_unnamed else sort


def _fill(
    utterance: Utterance, saying: Saying, told: date | None, rng: Random, *, is_bare: bool = False
) -> dict[str, Fill]:
    """Words for every slot of a saying, and for the speaker."""
    fills: dict[str, Fill] = {}
    parts = utterance.parts
    for piece in saying.pieces:
        slot = piece.slot
        if not slot:
            continue
        if slot == "when":
            if utterance.day:
                fills[slot] = say_day(utterance.day, told, rng)
        elif slot == "count":
            if utterance.count:
                fills[slot] = Fill(utterance.count.words, count=utterance.count)
        elif slot == "way":
            if utterance.way:
                fills[slot] = Fill(rng.choice(WAYS[utterance.way]))
        elif slot in _FIRST_PERSON:
            actor = parts["actor"]
            fills[slot] = Fill(_FIRST_PERSON[slot], actor if isinstance(actor, Figure) else None)
        elif slot in parts:
            fills[slot] = _say_part(parts[slot], slot, utterance, rng, is_bare=is_bare)
    if utterance.speaker and not is_bare:
        fills["S"] = _name(utterance.speaker, rng, is_speaker=True)
    return fills


def _say_part(part: Figure | str, slot: str, utterance: Utterance, rng: Random, *, is_bare: bool) -> Fill:
    """Words for a part; a body that speaks may say "its fighters" of itself."""
    if isinstance(part, Figure):
        speaker = utterance.speaker
        if part.own and not is_bare and speaker and speaker.mouths and speaker.id == part.id and slot != "loser":
            return Fill(part.own, part)
        fill = _name(part, rng)
        return Fill(fill.text, part, "from ") if slot == "loser" else fill
    if slot == "year":
        return Fill(part, day=f"{part}/{utterance.of.day.isoformat()}", is_whole=True)
    return Fill(part)


def _name(figure: Figure, rng: Random, *, is_speaker: bool = False) -> Fill:
    form = rng.choice(figure.mouths if is_speaker and figure.mouths else figure.forms)
    before, bar, text = form.partition("|")
    return Fill(text, figure, before) if bar else Fill(form, figure)


def say_day(day: date, told: date | None, rng: Random) -> Fill:
    """Words for a day: its name within the week of telling, else its date, with the year where nothing gives it."""
    month = MONTHS[day.month - 1]
    if told is None:
        if rng.random() < 0.5:
            return Fill(f"on {_DAYS[day.weekday()]}", day=day.isoformat())
        return Fill(f"on {month} {day.day}, {day.year}", day=day.isoformat(), is_whole=True)
    if timedelta(0) <= told - day < timedelta(6) and rng.random() < 0.8:
        return Fill(f"on {_DAYS[day.weekday()]}", day=day.isoformat())
    if told.year != day.year:
        return Fill(f"on {month} {day.day}, {day.year}", day=day.isoformat(), is_whole=True)
    return Fill(f"on {month} {day.day}", day=day.isoformat())


class _Writer:
    """Puts pieces one after the other and notes where they come to stand."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.at = 0

    def put(self, text: str) -> tuple[int, int]:
        start = self.at
        self.parts.append(text)
        self.at = start + len(text)
        return start, self.at


def write_line(line: Line, *, translated: bool = False) -> Sentence:
    """A line written out, as it stands or as a translation has it."""
    writer = _Writer()
    found = _Found()
    speakers: list[tuple[int, int, Figure | None]] = []
    passers: list[tuple[int, int, Figure | None]] = []
    for piece in line.frame.translated if translated else line.frame.pieces:
        if piece.slot == "C":
            _write_clause(line, line.saying.translated if translated else line.saying.pieces, writer, found)
        elif piece.slot == "S":
            fill = line.fills["S"]
            writer.put(fill.before)
            speakers.append((*writer.put(fill.text), fill.figure))
        elif piece.slot == "W":
            passers.append((*writer.put(line.via[0].name), line.via[0]))
        else:
            writer.put(piece.text)
    return Sentence(
        _raise_first("".join(writer.parts)),
        line,
        (found.start, found.end),
        found.trigger,
        tuple(found.roles),
        found.when,
        found.count,
        found.way,
        (*speakers, *passers),
    )


def _raise_first(text: str) -> str:
    """The first letter of the sentence and of a quotation in it as capitals; no length changes."""
    at = text.find("“") + 1
    if at:
        text = text[:at] + text[at].upper() + text[at + 1 :]
    return text[0].upper() + text[1:]


class _Found:
    """Where the parts of a claim came to stand."""

    def __init__(self) -> None:
        self.start = self.end = 0
        self.trigger: tuple[int, int] | None = None
        self.roles: list[tuple[Role, int, int, Figure | None]] = []
        self.when: tuple[int, int, Fill] | None = None
        self.count: tuple[int, int, Role | None, Count] | None = None
        self.way: tuple[int, int] | None = None


def _write_clause(line: Line, pieces: tuple[Piece, ...], writer: _Writer, found: _Found) -> None:
    found.start = writer.at
    fills = line.fills
    for piece in pieces:
        slot = piece.slot
        if not slot:
            span = writer.put(piece.text)
            if piece.is_trigger:
                found.trigger = span
            continue
        fill = fills.get(slot)
        if fill is None:
            continue
        before = f" {fill.before}" if piece.is_optional else fill.before
        if before:
            writer.put(before)
        start, end = writer.put(fill.text)
        if fill.count:
            found.count = (start, end, piece.role, fill.count)
        if piece.role:
            found.roles.append((piece.role, start, end, fill.figure))
        elif slot == "way":
            found.way = (start, end)
        elif slot == "when" or slot == "year":
            found.when = (start, end, fill)
    found.end = writer.at
