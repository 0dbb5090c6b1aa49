"""Scale: ways in which a thing can come about, as words tell them, and which two of them cannot both be so.

General English only. A level is named by its scale and its end ("fight: none"); a text may stand on several scales.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model.values.stance import ClaimType

T = ClaimType
_CONTEST = frozenset({T.SEIZE, T.HAND_OVER, T.CLASH, T.ATTACK, T.WITHDRAW, T.HOLD, T.DEPLOY, T.DETAIN})
_LEAVING = frozenset({T.WITHDRAW, T.HAND_OVER, T.DEPLOY, T.DISPLACE})
_BLOW = frozenset({T.STRIKE, T.ATTACK, T.DESTROY})
_HARM = frozenset({T.KILL, T.INJURE, T.ATTACK, T.STRIKE})
_ACT = frozenset(T) - {T.SILENCE, T.STATEMENT, T.REQUEST, T.THREATEN, T.ACCUSE, T.NEGOTIATE, T.AGREE, T.REFUSE}


@dataclass(frozen=True, slots=True)
class Scale:
    """Levels with their words, the first that matches counts; opposed are the pairs that cannot both be so."""

    name: str
    types: frozenset[ClaimType]
    levels: tuple[tuple[str, re.Pattern[str]], ...]
    opposed: tuple[tuple[str, str], ...]
    because: str


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(alternatives)})", re.I)


_COMBAT = r"(?:fight(?:ing)?|combat|battles?|clash(?:es)?|resistance|shell(?:ing|fire)|bombardment)\b"

#: With or without a fight, and how hard a one.
FIGHT = Scale(
    "fight",
    _CONTEST,
    (
        ("none", _words(
            r"without (?:a |any |one |much |firing (?:a|any) |meeting (?:any )?(?:serious |real )?|serious )?"
            r"(?:fight(?:ing)?|combat|battle|(?:single )?shots?|resistance|clash(?:es)?|bloodshed|struggle|violence)\b",
            r"unopposed\b", r"un(?:resisted|contested)\b",
            r"no (?:fight(?:ing)?|resistance|battle|(?:single )?shots?)\b", r"not (?:a|one) (?:single )?shot\b",
            r"peaceful(?:ly)?\b", r"bloodless(?:ly)?\b", r"not under (?:the |any )?pressure\b", r"first shot\b",
            r"(?:of|by) (?:its|their|his|her|our) own (?:free )?will\b", r"voluntar", r"walked in\b", r"willingly\b",
            r"let (?:in|them in|him in)\b", r"opened the gates?\b", r"by (?:agreement|arrangement|consent)\b",
        )),
        ("light", _words(
            r"(?:light|minor|brief|small|sporadic|limited|slight|little) (?:skirmish|clash|fight|exchange|resist)\w*")),
        ("hard", _words(
            r"(?:fierce|heavy|violent|intense|bitter|bloody|hard|fiercest|heaviest|pitched|stiff|strong|desperate)"
            rf"(?: \w+)? ?{_COMBAT}", r"(?:days|hours|weeks|months) of (?:\w+ )?" + _COMBAT)),
        ("some", _words(
            rf"after (?:[\w-]+ ){{0,3}}(?:{_COMBAT}|siege\b)", r"(?:fire ?fight|gun ?(?:battle|fight)|shoot-?out)\b",
            r"storm(?:ed|ing)\b", r"overr[au]n\b", r"by (?:force|storm|assault)\b", r"under (?:heavy )?fire\b",
            r"fought (?:its|their|his) way\b", r"at gun ?point\b",
        )),
    ),
    (("none", "hard"), ("none", "some"), ("light", "hard")),
    "with and without a fight",
)  # fmt: skip

#: In order and by one's own decision, or in flight.
DEPARTURE = Scale(
    "departure",
    _LEAVING,
    (
        ("order", _words(
            r"tactical", r"regroup", r"strategic", r"(?:own|political|military) decision", r"decision\b", r"orderly",
            r"redeploy", r"relocat", r"reposition", r"rotat(?:ion|ed)", r"planned", r"(?:as|according to) (?:a )?plan",
            r"in (?:good )?order\b(?! to)", r"to (?:spare|protect|avoid|save)\b", r"voluntar", r"on orders?\b",
            r"withdr[ae]w\w* under an? (?:agreement|deal|truce)",
        )),
        ("flight", _words(
            r"fled\b", r"flee", r"flight\b", r"(?:ran|run|running) (?:away|off|toward|for|to)",
            r"(?:had|have|army|they|anyone|soldiers|troops|police|guards|men) (?:ran|run|running)\b", r"rout(?:ed)?\b",
            r"in (?:panic|disarray|disorder|chaos)\b", r"like (?:thieves|rabbits|cowards)\b", r"turned tail\b",
            r"scattered\b", r"melted away\b", r"deserted\b", r"abandon(?:ed|ing) (?:their|its|his)",
            r"(?:dropp|thr[eo]w|throw|leav|left)\w*(?: \w+){0,2} (?:weapons|arms|rifles|uniforms)",
            r"in (?:their|his) (?:slippers|underwear|socks|pyjamas)",
        )),
    ),
    (("order", "flight"),),
    "an orderly departure and a flight",
)  # fmt: skip

#: By what it was dealt.
WEAPON = Scale(
    "weapon",
    _BLOW,
    (
        ("bomb", _words(
            r"(?:air(?:craft)? )?bomb(?:ed|s|ing)?\b", r"air ?(?:strike|raid)s?\b", r"(?:air)?planes?\b", r"aircraft\b",
            r"jets?\b", r"helicopters?\b",
        )),
        ("rocket", _words(r"rockets?\b")),
        ("shell", _words(r"(?:shell(?:s|ed|ing)?|artillery|mortars?|howitzers?)\b")),
        ("missile", _words(r"missiles?\b")),
        ("drone", _words(r"by (?:an? )?drones?\b", r"drone (?:strike|attack)s?\b")),
        ("mine", _words(r"(?:land)?mines?\b", r"roadside bomb\b")),
    ),
    (),
    "different weapons",
)  # fmt: skip

#: Meant or not.
INTENT = Scale(
    "intent",
    _HARM,
    (
        ("mishap", _words(
            r"(?:by|in an?) (?:accident|mistake|error)\b", r"accidental(?:ly)?\b", r"stray\b", r"crossfire\b",
            r"in (?:a|the) (?:fire|crush|stampede|crash|collapse)\b",
            r"of (?:wounds|thirst|hunger|cold|illness|disease)\b",
            r"rifle went off\b", r"natural causes\b", r"heart (?:attack|failure)\b", r"suicide\b", r"drowned\b",
            r"in (?:the )?(?:fighting|combat|battle|clashes)\b", r"(?:shooting|firing) back\b", r"returned fire\b",
        )),
        ("meant", _words(
            r"execut(?:ed|ion)", r"massacr", r"murder", r"deliberate", r"on purpose\b", r"intentional",
            r"in cold blood\b", r"shot dead\b", r"(?:the )?shooting\b", r"opened fire\b",
            r"fired? (?:on|at|into|through)\b",
            r"point[- ]blank", r"at close range\b", r"in the (?:back|head)\b", r"hands (?:tied|bound)\b",
            r"tortur", r"beaten to death\b",
            r"target(?:ed|ing)\b", r"ambush", r"lynch", r"stabbed\b", r"beheaded\b", r"poison",
        )),
    ),
    (("mishap", "meant"),),
    "meant, says one side; not meant, the other",
)  # fmt: skip

#: On this side of a line or beyond it: waters, a border, a camp's fence.
BOUND = Scale(
    "bound",
    _ACT,
    (
        ("outside", _words(
            r"international waters\b", r"high seas\b", r"beyond the (?:limit|border|line)\b",
            r"outside (?:the|its|their) ", r"\d+ (?:nautical )?miles (?:out|off)\b(?! the)",
            r"across the (?:border|line)\b",
        )),
        ("inside", _words(
            r"territorial (?:waters|sea)\b", r"(?:inside|within) (?:the |its |their |our |[A-Z]\w+['’]s )?(?:\w+ )?"
            r"(?:waters|territory|border|borders|limits?|line|soil)\b",
        )),
    ),
    (("outside", "inside"),),
    "inside and outside",
)  # fmt: skip

#: By day or by night.
HOUR = Scale(
    "hour",
    _ACT,
    (
        ("day", _words(r"(?:in|by) (?:broad )?day ?light\b", r"in broad day\b", r"at (?:noon|midday)\b")),
        ("night", _words(r"(?:under|by) cover of (?:night|dark\w*)\b", r"in the dark\b", r"at (?:night|midnight)\b")),
    ),
    (("day", "night"),),
    "by day and by night",
)

SCALES = (FIGHT, DEPARTURE, WEAPON, INTENT, BOUND, HOUR)
#: Every scale with every end, in the order in which sides are named.
ORDER = tuple((scale.name, end) for scale in SCALES for end, _ in scale.levels)


@dataclass(frozen=True, slots=True)
class Level:
    """Where a text stands on a scale, by which words."""

    scale: str
    end: str
    words: str


def read_levels(text: str, type_: ClaimType) -> Iterator[Level]:
    """The levels of a text on the scales of its type, at most one on each; several weapons are none."""
    for scale in SCALES:
        if type_ not in scale.types:
            continue
        found = [Level(scale.name, end, match.group()) for end, words in scale.levels if (match := words.search(text))]
        if found and (scale is not WEAPON or len(found) == 1):
            yield found[0]


def why_opposed(left: Level, right: Level) -> str | None:
    """Why two ways cannot both be so; None if they can."""
    for scale in SCALES:
        if left.scale == right.scale == scale.name:
            if scale is WEAPON:
                return scale.because if left.end != right.end else None
            pair = (left.end, right.end)
            return scale.because if pair in scale.opposed or pair[::-1] in scale.opposed else None
    ends = {(left.scale, left.end), (right.scale, right.end)}
    return next((because for pair, because in _ACROSS if ends == pair), None)


# What was left by one's own decision was not lost in a battle.
_ACROSS = tuple(
    ({("departure", "order"), ("fight", end)}, "left by decision, says one side; lost in a fight, the other")
    for end in ("hard", "some")
)

#: What is denied when a level is denied.
DENIED = {
    ("fight", "none"): "hard", ("fight", "hard"): "none", ("fight", "some"): "none", ("fight", "light"): "none",
    ("departure", "flight"): "order", ("departure", "order"): "flight",
    ("intent", "meant"): "mishap", ("intent", "mishap"): "meant",
    ("bound", "inside"): "outside", ("bound", "outside"): "inside",
}  # fmt: skip
