"""Scale: ways in which a thing can come about, as words tell them, and which two of them cannot both be so.

General English only. A level is named by its scale and its end ("fight: none"); a text may stand on several scales.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.corroborate.conflict.phrase import any_of
from sayso.model.values.stance import ClaimType

T = ClaimType
_CONTEST = frozenset({T.SEIZE, T.HAND_OVER, T.CLASH, T.ATTACK, T.WITHDRAW, T.HOLD, T.DEPLOY, T.DETAIN})
_LEAVING = frozenset({T.WITHDRAW, T.HAND_OVER, T.DEPLOY, T.DISPLACE})
_BLOW = frozenset({T.STRIKE, T.ATTACK, T.DESTROY})
_HARM = frozenset({T.KILL, T.INJURE, T.ATTACK})
_MOVED = frozenset({T.DISPLACE, T.DETAIN, T.HAND_OVER, T.DEPLOY})
_ACT = frozenset(T) - {T.SILENCE, T.STATEMENT, T.REQUEST, T.THREATEN, T.ACCUSE, T.NEGOTIATE, T.AGREE, T.REFUSE}


@dataclass(frozen=True, slots=True)
class Scale:
    """Levels with their words, the first that matches counts; opposed are the pairs that cannot both be so."""

    name: str
    types: frozenset[ClaimType]
    levels: tuple[tuple[str, re.Pattern[str]], ...]
    opposed: tuple[tuple[str, str], ...]
    because: str


#: With or without a fight, and how hard a one.
FIGHT = Scale(
    "fight",
    _CONTEST,
    (
        (
            "none",
            any_of(r"""
    without (?:a |any |one |much |firing (?:a|any) |meeting (?:any )?(?:serious |real )?
    |serious )?(?:fight(?:ing)?|combat|battle|(?:single )?shots?|resistance|clash(?:es)?|bloodshed
    |struggle|violence)\b|unopposed\b|un(?:resisted|contested)\b
    |no (?:fight(?:ing)?|resistance|battle|(?:single )?shots?)\b|not (?:a|one) (?:single )?shot\b
    |peaceful(?:ly)?\b|bloodless(?:ly)?\b|not under (?:the |any )?pressure\b|first shot\b
    |(?:of|by) (?:its|their|his|her|our) own (?:free )?will\b|voluntar|walked in\b|willingly\b
    |let (?:in|them in|him in)\b|opened the gates?\b
    |by (?:agreement|arrangement|consent)\b
"""),
        ),
        (
            "light",
            any_of(r"""
    (?:light|minor|brief|small|sporadic|limited|slight|little) (?:skirmish|clash|fight|exchange
    |resist)\w*
"""),
        ),
        (
            "hard",
            any_of(r"""
    (?:fierce|heavy|violent|intense|bitter|bloody|hard|fiercest|heaviest|pitched|stiff|strong
    |desperate)(?: \w+)? ?(?:fight(?:ing)?|combat|battles?|clash(?:es)?|resistance|shell(?:ing
    |fire)|bombardment)\b
    |(?:days|hours|weeks|months) of (?:\w+ )?(?:fight(?:ing)?|combat|battles?|clash(?:es)?
    |resistance|shell(?:ing|fire)|bombardment)\b
"""),
        ),
        (
            "some",
            any_of(r"""
    after (?:[\w-]+ ){0,3}(?:(?:fight(?:ing)?|combat|battles?|clash(?:es)?|resistance|shell(?:ing
    |fire)|bombardment)\b|siege\b)|(?:fire ?fight|gun ?(?:battle|fight)|shoot-?out)\b
    |storm(?:ed|ing)\b|by (?:force|storm|assault)\b|under (?:heavy )?fire\b
    |fought (?:its|their|his) way\b|at gun ?point\b
    |(?:heard|hearing|fired|exchange of)(?: \w+){0,4} shots\b
"""),
        ),
    ),
    (("none", "hard"), ("none", "some"), ("light", "hard")),
    "with and without a fight",
)

#: In order and by one's own decision, or in flight.
DEPARTURE = Scale(
    "departure",
    _LEAVING,
    (
        (
            "order",
            any_of(r"""
    tactical|regroup|strategic|(?:own|political|military) decision|decision\b|orderly|redeploy
    |relocat|reposition|rotat(?:ion|ed)|planned|(?:as|according to) (?:a )?plan
    |in (?:good )?order\b(?! to)|to (?:spare|protect|avoid|save)\b|voluntar|on orders?\b
    |withdr[ae]w\w* under an? (?:agreement|deal|truce)
"""),
        ),
        (
            "flight",
            any_of(r"""
    fled\b|flee|flight\b|(?:ran|run|running) (?:away|off|toward|for|to)
    |(?:had|have|army|they|anyone|soldiers|troops|police|guards|men) (?:ran|run|running)\b
    |rout(?:ed)?\b|in (?:panic|disarray|disorder|chaos)\b|like (?:thieves|rabbits|cowards)\b
    |turned tail\b|scattered\b|melted away\b|deserted\b|abandon(?:ed|ing) (?:their|its|his)
    |(?:dropp|thr[eo]w|throw|leav|left)\w*(?: \w+){0,2} (?:weapons|arms|rifles|uniforms)
    |in (?:their|his) (?:slippers|underwear|socks|pyjamas)
"""),
        ),
    ),
    (("order", "flight"),),
    "an orderly departure and a flight",
)

#: By what it was dealt.
WEAPON = Scale(
    "weapon",
    _BLOW,
    (
        (
            "bomb",
            any_of(r"""
    (?:air(?:craft)? )?bomb(?:ed|s|ing)?\b|air ?(?:strike|raid)s?\b|(?:air)?planes?\b|aircraft\b
    |jets?\b|helicopters?\b
"""),
        ),
        ("rocket", any_of(r"rockets?\b")),
        ("shell", any_of(r"(?:shell(?:s|ed|ing)?|artillery|mortars?|howitzers?)\b")),
        ("missile", any_of(r"missiles?\b")),
        ("drone", any_of(r"by (?:an? )?drones?\b|drone (?:strike|attack)s?\b")),
        ("mine", any_of(r"(?:land)?mines?\b|roadside bomb\b")),
    ),
    (),
    "different weapons",
)

#: Meant or not.
INTENT = Scale(
    "intent",
    _HARM,
    (
        (
            "mishap",
            any_of(r"""
    (?:by|in an?) (?:accident|mistake|error)\b|accidental(?:ly)?\b|stray\b|crossfire\b
    |in (?:a|the) (?:fire|crush|stampede|crash|collapse)\b
    |of (?:wounds|thirst|hunger|cold|illness|disease)\b|rifle went off\b|natural causes\b
    |heart (?:attack|failure)\b|suicide\b|drowned\b|fell\b(?! (?:up)?on)|slipped\b|tripped\b
    |in (?:the )?(?:fighting|combat|battle|clashes)\b|(?:shooting|firing) back\b|returned fire\b
"""),
        ),
        (
            "meant",
            any_of(r"""
    execut(?:ed|ion)|massacr|murder|deliberate|on purpose\b|intentional|in cold blood\b|shot\b
    |shoot(?:ing)?\b|bullets?\b|opened fire\b|fired? (?:on|at|into|through)\b|point[- ]blank
    |at close range\b|in the (?:back|head)\b|hands (?:tied|bound)\b|tortur|beaten to death\b
    |target(?:ed|ing)\b|ambush|lynch|stabbed\b|beheaded\b|poison
"""),
        ),
    ),
    (("mishap", "meant"),),
    "meant, says one side; not meant, the other",
)

#: On this side of a line or beyond it: waters, a border, a camp's fence.
BOUND = Scale(
    "bound",
    _ACT,
    (
        (
            "outside",
            any_of(r"""
    international waters\b|high seas\b|beyond the (?:limit|border|line)\b
    |outside (?:the|its|their) |\d+ (?:nautical )?miles (?:out|off)\b(?! the)
    |across the (?:border|line)\b
"""),
        ),
        (
            "inside",
            any_of(r"""
    territorial (?:waters|sea)\b
    |(?:inside|within) (?:the |its |their |our |[A-Z]\w+['’]s )?(?:\w+ )?(?:waters|territory
    |border|borders|limits?|line|soil)\b
"""),
        ),
    ),
    (("outside", "inside"),),
    "inside and outside",
)

#: Of one's own will or made to.
WILL = Scale(
    "will",
    _MOVED,
    (
        (
            "own",
            any_of(r"""
    (?:of|by) (?:its|their|his|her|our|my) own (?:free )?(?:will|choice|accord)\b|voluntar
    |willing(?:ly)?\b|(?:were|was|are|is) free to (?:go|leave)\b
"""),
        ),
        (
            "forced",
            any_of(r"""
    by force\b|forc(?:ed|ibl[ey])\b|dragged\b|at gun ?point\b|expelled\b|driven (?:out|from)\b
    |against (?:its|their|his|her|our|my) will\b|abducted\b
    |(?:was|were) (?:moved|taken|ordered|told)\b
    |gave (?:me|us|them|him|her) (?:\w+ ){1,2}(?:minutes?|hours?|days?)\b
"""),
        ),
    ),
    (("own", "forced"),),
    "of their own will, says one side; forced, the other",
)

#: By day or by night.
HOUR = Scale(
    "hour",
    _ACT,
    (
        ("day", any_of(r"(?:in|by) (?:broad )?day ?light\b|in broad day\b|at (?:noon|midday)\b")),
        ("night", any_of(r"(?:under|by) cover of (?:night|dark\w*)\b|in the dark\b|at (?:night|midnight)\b")),
    ),
    (("day", "night"),),
    "by day and by night",
)

SCALES = (FIGHT, DEPARTURE, WEAPON, INTENT, BOUND, WILL, HOUR)
#: Every scale with every end, in the order in which sides are named.
ORDER = tuple((scale.name, end) for scale in SCALES for end, _ in scale.levels)


_NOT_BY = re.compile(r"\bnot (?:by|with|an?|from)\b[\w\s-]*", re.I)


@dataclass(frozen=True, slots=True)
class Level:
    """Where a text stands on a scale, by which words."""

    scale: str
    end: str
    words: str


def read_levels(text: str, type_: ClaimType) -> Iterator[Level]:
    """The levels of a text on the scales of its type, at most one on each; several weapons are none.

    "By artillery, not by aircraft" is by artillery.
    """
    for scale in SCALES:
        if type_ not in scale.types:
            continue
        told = _NOT_BY.sub("", text) if scale is WEAPON else text
        found = [Level(scale.name, end, match.group()) for end, words in scale.levels if (match := words.search(told))]
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
    ("fight", "none"): "hard",
    ("fight", "hard"): "none",
    ("fight", "some"): "none",
    ("fight", "light"): "none",
    ("departure", "flight"): "order",
    ("departure", "order"): "flight",
    ("intent", "meant"): "mishap",
    ("intent", "mishap"): "meant",
    ("bound", "inside"): "outside",
    ("bound", "outside"): "inside",
}
