"""Reason: why or for what a thing was done, as the words of a claim put it; and which two cannot both be the reason.

A reason stands after one of a closed set of phrases ("in retaliation for", "because", "in order to", "on the pretext
of"), or after "to" where somebody came, was sent, struck or took. General English only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.corroborate.conflict.aim import find_aim, find_calling, is_apart
from sayso.corroborate.conflict.phrase import any_of
from sayso.corroborate.wording import share, stems
from sayso.model.values.stance import ClaimType

T = ClaimType

#: What a reason answers: what had been before, or what was to come of it.
BECAUSE, FOR = "because", "for"

_ANSWER = any_of(
    r"""
    (?:in|as an?) (?:direct |legitimate )?(?:retaliation|reprisal|revenge|response|reply|answer) (?:for|to)\b
    |(?:retaliat|aveng)(?:ed|ing|es|ion) for\b|to (?:avenge|retaliate for)\b
    |provoked by\b|in (?:\w+ )?self-defen[cs]e\b
    """
)
_UNPROVOKED = any_of(
    r"""
    unprovoked\b|without (?:any |the (?:least|slightest) )?(?:provocation|cause|reason)\b
    |for no (?:\w+ )?(?:reason|cause)\b
    """
)
_CAUSE = any_of(r"(?:because(?: of)?|owing to|due to)(?= )")
_PURPOSE = any_of(
    r"""
    (?:in order|so as|there|here|meant|intended|designed) (?:not )?to\b|so that\b
    |aimed at(?= \w+ing\b)|for the sake of\b
    |with the (?:aim|purpose|goal|intention|task|mission) of\b
    |(?:aim|purpose|goal|mission|task|intention)s? (?:is|was|were|are) (?:only |purely |solely )?to\b
    """
)
_PRETEXT = any_of(
    r"""
    (?:on|under) (?:the |a )?(?:false )?(?:pretext|pretence|guise) (?:of|that)\b
    |under (?:the )?cover of\b|pretending to\b
    """
)
_UNRELATED = any_of(r"nothing to do with\b")
# "They had come to guard the mine": a bare "to" tells what for only where somebody came, was sent, struck or took.
_CAME = any_of(
    r"""
    (?:com(?:e|es|ing)|came|arriv\w+|went|go(?:ne|ing)|sen[dt]\w*|deploy\w*|dispatch\w*|br(?:ing|ought)\w*|land\w*|enter\w*
    |cross\w*|march\w*|mov\w+|hired?|invited?|struck|strike|hit|bomb\w*|shell\w*|attack\w*|storm\w*|raid\w*|seiz\w+
    |t(?:ook|aken?|aking)|captur\w+|occup\w+|withdr[ae]w\w*|left|leave|pull\w*|gave|given|stay\w*)\b
    """
)
_IS = re.compile(rf"\b(?:is|are|was|were|remain\w*)\b|{_CAME.pattern}", re.I)
_TO = re.compile(
    r"(?<!order )(?<!as )(?<!here )(?<!meant )(?<!intended )(?<!designed )\bto (?=[a-z])"
    r"|\b(?:who|that|which) (?:will|would) (?=[a-z])"
)
# "Entered and refused to protect anyone": what follows is no aim of the coming.
_TAKES_TO = re.compile(
    r"\b(?:(?:refus|fail|beg[aiu]n|start|continu|attempt|want|order|allow|ask|agree|promis|threat|claim|seem|appear"
    r"|suppos|hesitat|manag|request|demand|oblig|offer|vow|pledg|prepar)\w*"
    r"|(?:forc|urg|help|tri|call)(?:ed|ing|es|s)|told|tells?|try|help|had|ha[sv]e?|used|able|ready|right|duty|free|due|likely"
    r"|is|are|was|were)\s*$",
    re.I,
)
_CALLED = re.compile(
    r"\b(?:(?:are|is|were|was|as)(?: (?:not|only|just|merely|all|the|foreign|military|army|civilian|unarmed)){0,2}"
    r"|not|but|only) (?=[a-z]+s\b)"
)
_NAMED_IN = frozenset({T.DEPLOY, T.PRESENT, T.STATEMENT})

# Why one left: by one's own decision or at the end of a term; or made to.
LEAVING = frozenset({T.WITHDRAW, T.HAND_OVER, T.DISPLACE})
_CHOICE = any_of(
    r"""
    (?:lease|contract|mandate|agreement|term|mission|task|tour|rotation|work|season|campaign|time)\b
    .* (?:end|expir|over|complet|done|finish|run out|up)\w*
    |(?:wish|want|decid|chose)\w*|(?:point|task) had been (?:made|done)\b
    """
)
_FORCE = any_of(
    r"""
    (?:was|were|been|being|got) (?:driven|chased|thrown|forced|pushed|kicked|bombed|shelled) (?:out|off|away|from)\b
    |(?:was|were|been|being) (?:dislodged|expelled|ousted|evicted|beaten|defeated|routed|overrun)\b
    |before the (?:\w+ ){0,2}(?:advance|offensive|assault)\b|under (?:the )?pressure of\b
    """
)
# "Almost a decade after the state was driven from it" is of another time.
_EARLIER = re.compile(r"\b(?:after|since|before|until|once|ago|when)\b", re.I)

# "Did not come to", "were not sent there to"; "did not fail to" is no denial.
_NOT = re.compile(
    r"(?:\b(?:not|never|nobody|no one|none|rather than|instead of)|n['’]t)"
    r"(?: (?!and\b|or\b|but\b|that\b|fail|hesitat)[a-z]+){0,2}\s*$",
    re.I,
)
_NOT_SO = re.compile(r"(?:\bnot|\brather than|\binstead of)(?: only| just| merely)?\s*$", re.I)
_BUT = re.compile(r"\bbut\b", re.I)
_END = re.compile(
    r"[,;:.!?“”\"()]|\b(?:but|and not|not to|rather than|instead of"
    r"|when|while|after|before|who|which|because|in order|so as)\b",
    re.I,
)
_AND = re.compile(r"\s+(?:and|or)\s+")
_ANYBODY = stems("anyone anybody anything anywhere nobody nothing us")
_MOST = 0.6  # of the shorter one's words, where one denies what the other gives


@dataclass(frozen=True, slots=True)
class Reason:
    """Why it was done.

    Its words; their kind, "" of no closed one; what they speak of; whether it is denied; whether the words ask
    "because" or "for" what, "" where either may be meant.
    """

    words: str
    kind: str
    about: frozenset[str]
    is_denied: bool = False
    asks: str = ""

    def is_like(self, other: Reason) -> bool:
        """Whether both give one reason: of one kind, or in words of one meaning."""
        if self.kind or other.kind:
            return self.kind == other.kind
        return share(self.about, other.about) >= _MOST

    def is_rival(self, other: Reason) -> bool:
        """Whether the two, both given, cannot both be the reason."""
        return is_apart(self.kind, other.kind)

    def denies(self, other: Reason) -> bool:
        """Whether this says of the reason that the other gives that it is none: "not to train anyone"."""
        if not self.is_denied or other.is_denied or self.asks not in ("", other.asks):
            return False
        return share(self._told, other._told) >= _MOST

    @property
    def _told(self) -> frozenset[str]:
        return self.about | ({f"for {self.kind}"} if self.kind else frozenset())


@lru_cache(maxsize=10_000)
def read_reasons(text: str, type_: ClaimType) -> tuple[Reason, ...]:
    """The reasons that a text gives or denies; "to train the army and to guard the mine" are two."""
    low = text.casefold()
    found = [reason for signs, read in _SIGNS if any(sign in low for sign in signs) for reason in read(text, type_)]
    return tuple(dict.fromkeys(found))


def _read_answers(text: str, _: ClaimType) -> Iterator[Reason]:
    """In answer to what was done before, or to nothing."""
    for match in _ANSWER.finditer(text):
        clause = _clause(text, match.end())
        about = stems(clause) - _ANYBODY
        yield Reason(match.group() + clause, "answer", about, _is_negated(text, match.start()), BECAUSE)
    for match in _UNPROVOKED.finditer(text):
        yield Reason(match.group(), "unprovoked", frozenset(), _is_negated(text, match.start()), BECAUSE)


def _read_causes(text: str, type_: ClaimType) -> Iterator[Reason]:
    """Because of what."""
    for match in _CAUSE.finditer(text):
        clause = _clause(text, match.end())
        kind = _kind_of_cause(clause) if type_ in LEAVING else ""
        is_denied = bool(_NOT_SO.search(text[: match.start()]))
        yield Reason(match.group() + clause, kind, stems(clause) - _ANYBODY, is_denied, BECAUSE)


def _read_force(text: str, type_: ClaimType) -> Iterator[Reason]:
    """Of those who left, that they were made to."""
    match = _FORCE.search(text) if type_ in LEAVING else None
    if match and not _EARLIER.search(text[: match.start()]):
        yield Reason(match.group(), "force", frozenset(), _is_negated(text, match.start()), BECAUSE)


def _kind_of_cause(clause: str) -> str:
    if _FORCE.search(clause):
        return "force"
    return "choice" if _CHOICE.search(clause) else ""


def _read_purposes(text: str, type_: ClaimType) -> Iterator[Reason]:
    """For what: whatever stands after a phrase of purpose. Who left for a purpose of his own left by choice."""
    for match in _PURPOSE.finditer(text):
        is_denied = _is_negated(text, match.start())
        for reason in _split(match.group(), _clause(text, match.end()), is_denied):
            is_choice = type_ in LEAVING and not reason.kind and not is_denied
            yield replace(reason, kind="choice") if is_choice else reason


def _read_pretexts(text: str, _: ClaimType) -> Iterator[Reason]:
    """What is said to be no reason: a pretext, a thing that it has nothing to do with."""
    for pattern in (_PRETEXT, _UNRELATED):
        for match in pattern.finditer(text):
            for reason in _split(match.group(), _clause(text, match.end()), is_denied=True):
                yield replace(reason, asks="")


def _read_aims(text: str, type_: ClaimType) -> Iterator[Reason]:
    """For what: known aims after a mere "to" beside a verb of coming or being there, or after "who will"."""
    done = _IS if type_ is T.PRESENT else _CAME
    for match in _TO.finditer(text):
        before = text[: match.start()]
        is_who = not match.group().startswith("to")
        if is_who or (done.search(before) and not _TAKES_TO.search(before)):
            reasons = _split(match.group(), _clause(text, match.end()), _is_negated(text, match.start()))
            yield from (reason for reason in reasons if reason.kind)


def _read_callings(text: str, type_: ClaimType) -> Iterator[Reason]:
    """What those who are there are called: instructors, guards of the mine."""
    for match in _CALLED.finditer(text) if type_ in _NAMED_IN else ():
        clause = _clause(text, match.end()).strip()
        is_denied = "not " in match.group().casefold() or _is_negated(text, match.start())
        if kind := find_calling(clause):
            yield Reason(clause, kind, _drop_first(clause), is_denied, FOR)


def _split(marker: str, clause: str, is_denied: bool) -> Iterator[Reason]:
    """The first thing for which it was done, and each after "and" that is of a kind or has a "to" of its own."""
    for place, part in enumerate(_AND.split(clause.strip())):
        words = part.removeprefix("to ")
        kind = find_aim(words)
        about = (_drop_first(words) if kind else stems(words)) - _ANYBODY
        if kind or (about and (not place or words != part)):
            yield Reason(f"{marker.strip()} {words}", kind, about, is_denied, FOR)


def _drop_first(clause: str) -> frozenset[str]:
    return stems(clause.strip().partition(" ")[2]) - _ANYBODY


def _clause(text: str, at: int) -> str:
    """The words from a marker to the end of its clause."""
    end = _END.search(text, at)
    return text[at : end.start() if end else len(text)].rstrip()


def _is_negated(text: str, at: int) -> bool:
    """Whether what stands at an offset is said not to be so: "did not come to", "not"; "but" begins anew."""
    before = _BUT.split(text[:at])[-1]
    return bool(_NOT.search(before))


_Reader = Callable[[str, ClaimType], Iterator[Reason]]
#: What reads which reasons; a text with none of the signs of one, in small letters, has none of its reasons.
_READERS: tuple[tuple[str, _Reader], ...] = (
    ("retaliat|reprisal|revenge|self-def|response|reply|answer|aveng|provo|without|for no ", _read_answers),
    ("because|owing|due to", _read_causes),
    ("was |were |been |being |got |before the|pressure", _read_force),
    (
        "order|so as|here to|meant to|intend|designed to|so that|aim|sake|with the|purpose|goal|mission|task",
        _read_purposes,
    ),
    ("pretext|pretence|guise|cover of|pretending|nothing to do", _read_pretexts),
    ("to |who w|that w|which w", _read_aims),
    ("ers|ors|guards|thieves", _read_callings),
)
_SIGNS = [(tuple(signs.split("|")), read) for signs, read in _READERS]
