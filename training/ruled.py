"""The ruled corpus as training targets."""

import bisect
import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sayso.read.labels import (
    CHANNEL,
    CLAIM_REACH,
    CUE_REACH,
    MANNER,
    OWN,
    ROLES,
    RULED,
    SPOKEN,
    STANCES,
    TIMES,
    TYPES,
    UNDERSTOOD,
)
from sayso.read.wordpiece import WordPiece
from sayso.read.words import Ints, Words, split_words
from training.annotation import SPEAKERS, ClaimLine, read_annotated
from training.targets import IGNORED, Annotated, Target, empty_labels, mark

_AUXILIARY = """was were is are be been being has have had not no to the a an of its their his her this that will would
could may might can n t s did do does having"""
AUXILIARY = frozenset(_AUXILIARY.split())  # words of a trigger that do not tell what happened
LONGEST_OUTER = 150  # words: an outer content longer than this is a slip of the annotation

Located = tuple[str, str | None, list[int]]  # a field's words, their antecedent, their indexes in the text


@dataclass(frozen=True)
class RuledClaim:
    """A claim of the corpus, its fields located in the whole text."""

    type: str
    stance: str
    anchor: int
    content: list[int]
    fields: dict[str, list[Located]]
    antecedents: dict[str, list[int] | None]  # by speaker: the words it stands for, empty if it stands for itself

    def indexes(self, key: str) -> list[int]:
        return [i for _, _, found in self.fields.get(key, []) for i in found]

    @property
    def voice(self) -> int:
        if not self.fields.get("by"):
            return OWN
        return SPOKEN if self.indexes("by") else UNDERSTOOD


@dataclass(frozen=True)
class RuledReport:
    """A report of the corpus: its header, its text, its claims."""

    path: Path
    header: dict[str, str]
    words: Words
    claims: list[RuledClaim]


@dataclass
class _Cue:
    """An attribution, gathered from the claims under it."""

    source: set[int] = field(default_factory=set)
    cue: set[int] = field(default_factory=set)
    content: set[int] = field(default_factory=set)
    channel: set[int] = field(default_factory=set)
    antecedent: list[int] | None = field(default_factory=list)  # None: it has one, but not where we could find it
    stance: str = "asserted"
    is_statement: bool = False
    voice: int = OWN


def part_of(path: Path) -> str:
    """train, dev or test (about 85:9:6), by the file's name alone."""
    number = int(hashlib.md5(path.name.encode(), usedforsecurity=False).hexdigest(), 16) % 20
    return {0: "dev", 10: "dev", 1: "test"}.get(number, "train")


def read_ruled(path: Path, *, separator: str = "\n\n", with_title: bool = False) -> RuledReport:
    """Read a report. Its title may stand above the text, as on many pages: titles carry no claim."""
    report = read_annotated(path)
    title: list[tuple[str, list[ClaimLine]]] = [(report.header["title"], [])] if with_title else []
    texts: list[tuple[str, list[ClaimLine]]] = [*title, *((p.text, p.claims) for p in report.paragraphs)]
    words = split_words(separator.join(text for text, _ in texts))
    starts = words.spans[:, 0].tolist()
    claims: list[RuledClaim] = []
    at = 0
    for text, lines in texts:
        located = (_locate(words, starts, at, line) for line in lines)
        claims += [claim for claim in located if claim]
        at += len(text) + len(separator)
    return RuledReport(path, report.header, words, claims)


def _locate(words: Words, starts: Sequence[int], at: int, line: ClaimLine) -> RuledClaim | None:
    fields: dict[str, list[Located]] = defaultdict(list)
    for part in line.fields:
        found = _words_within(words, starts, part.span[0] + at, part.span[1] + at) if part.span else []
        fields[part.key].append((part.words, part.antecedent, found))
    content = sorted({i for _, _, found in fields["c"] for i in found})
    anchor = _anchor(words, line.type, content, fields)
    if anchor is None:
        return None
    antecedents = {by: _antecedent(words, fields[by][0], anchor) for by in SPEAKERS if fields.get(by)}
    return RuledClaim(line.type, line.stance, anchor, content, dict(fields), antecedents)


def _antecedent(words: Words, speaker: Located, anchor: int) -> list[int] | None:
    """The words that a pronoun, a short form or an understood speaker stands for: the last such words before.

    Empty for a speaker named in full; None where the words are found nowhere before.
    """
    text, meant, indexes = speaker
    if meant is None and indexes:
        return []
    wanted = [word.lower() for word in split_words(meant or text).strings]
    before = (indexes[0] if indexes else anchor) - len(wanted)
    for length in dict.fromkeys((len(wanted), 2, 1)):  # "Lieutenant Colonel Omar Haddad" is mostly Haddad by then
        tail = wanted[-length:]
        for start in range(min(before + len(wanted) - length, len(words) - length), -1, -1):
            if words.lower[start : start + length] == tail and (length > 1 or _tells(words, start)):
                return list(range(start, start + length))
    return None


def _tells(words: Words, index: int) -> bool:
    return len(words.strings[index]) > 2 and words.strings[index][0].isupper()


def _words_within(words: Words, starts: Sequence[int], start: int, end: int) -> list[int]:
    first = last = bisect.bisect_left(starts, start)
    while last < len(words) and words.spans[last, 1] <= end:
        last += 1
    return list(range(first, last))


def _anchor(words: Words, type_: str, content: list[int], fields: dict[str, list[Located]]) -> int | None:
    """An event's first telling trigger word, a statement's first word."""
    if not content or type_ == "statement":
        return content[0] if content else None
    trigger = fields["t"][0][2] if fields["t"] else []
    telling = [i for i in trigger if words.lower[i] not in AUXILIARY and words.strings[i][0].isalnum()]
    return next(iter(telling or trigger), None)


def annotate(report: RuledReport, *, wordpiece: WordPiece) -> Annotated:
    """A report with the network's targets."""
    pieces = [wordpiece.pieces(word) for word in report.words.strings]
    cues = {anchor: _cue_target(anchor, cue) for anchor, cue in _gather_cues(report).items()}
    claims: dict[tuple[int, int], Target] = {}
    for claim in report.claims:  # a second claim of one type on one word is lost: 1.8 % of them
        claims.setdefault((claim.anchor, TYPES.index(claim.type)), _claim_target(claim))
    return Annotated(report.path.name, report.words, pieces, RULED, cues, claims)


def _gather_cues(report: RuledReport) -> dict[int, _Cue]:
    cues: dict[int, _Cue] = {}
    for claim in report.claims:
        inner = list(claim.content)
        for n, (by, cue) in enumerate((("by", "cue"), ("by2", "cue2"), ("by3", "cue3"))):
            cue_words = claim.fields[cue][0][2] if claim.fields.get(cue) else []
            source = claim.indexes(by)
            if cue_words:
                _add_to_cue(cues.setdefault(cue_words[0], _Cue()), claim, by, cue_words, inner, is_nearest=n == 0)
            wider = range(min(inner + cue_words + source), max(inner + cue_words + source) + 1)
            inner = list(wider) if len(wider) <= LONGEST_OUTER else inner
    return cues


def _add_to_cue(
    found: _Cue, claim: RuledClaim, by: str, cue_words: list[int], inner: list[int], *, is_nearest: bool
) -> None:
    source = claim.indexes(by)
    found.source |= set(source)
    found.cue |= set(cue_words)
    found.content |= set(inner)
    found.antecedent = found.antecedent or claim.antecedents.get(by, [])
    if claim.fields.get(by):
        found.voice = SPOKEN if source else UNDERSTOOD
    if not is_nearest:
        return
    found.channel |= set(claim.indexes("channel"))
    if not found.is_statement:
        found.stance, found.is_statement = claim.stance, claim.type == "statement"


def _cue_target(anchor: int, cue: _Cue) -> Target:
    speech, channel = empty_labels(CUE_REACH), empty_labels(CUE_REACH)
    mark(speech, anchor, cue.cue, 1)
    mark(speech, anchor, cue.source, 0)
    mark(speech, anchor, cue.content, 2)
    mark(channel, anchor, cue.channel, CHANNEL.index("channel"))
    antecedent = _antecedent_labels(CUE_REACH, anchor, cue.antecedent)
    return Target((speech, channel, antecedent), STANCES.index(cue.stance), cue.voice)


def _antecedent_labels(reach: int, anchor: int, words: list[int] | None) -> Ints:
    """Unknown where the words are too far away: the network cannot say."""
    labels = empty_labels(reach)
    if words is None or (words and words[0] < anchor - reach):
        return labels + IGNORED
    mark(labels, anchor, words, 0)
    return labels


def _claim_target(claim: RuledClaim) -> Target:
    speech, roles, times, manner = (empty_labels(CLAIM_REACH) for _ in range(4))
    mark(speech, claim.anchor, claim.indexes("by"), 0)
    cue = set(claim.fields["cue"][0][2]) if claim.fields.get("cue") else set()
    mark(speech, claim.anchor, cue if claim.type == "statement" else cue - set(claim.content), 1)
    mark(speech, claim.anchor, claim.content, 2)
    for labels, layer in ((roles, ROLES), (times, TIMES), (manner, MANNER)):
        for place, name in enumerate(layer):
            for _, _, indexes in claim.fields.get(name, []):
                mark(labels, claim.anchor, indexes, place)
    antecedent = _antecedent_labels(CLAIM_REACH, claim.anchor, claim.antecedents.get("by", []))
    return Target((speech, roles, times, manner, antecedent), STANCES.index(claim.stance), claim.voice)
