"""Aim: the kinds of reason that can be told apart by their words, and which two of them exclude each other.

A closed table of general English: whatever is in none of these kinds is set against nothing but its own denial.
"""

from __future__ import annotations

from sayso.corroborate.conflict.phrase import any_of

_PEOPLE = (
    r"(?:civilians?|people|population|inhabitants?|residents?|villagers?|citizens?|famil(?:y|ies)|women|children|girls"
    r"|wounded|sick|refugees?|pilgrims?|nationals?|farmers?|drivers?|lives|life)\b"
)
_CAPTIVES = r"(?:hostages?|captives?|prisoners?|girls|women|children|workers|sailors|crew)\b"
_HOMES = r"(?:towns?|city|village|houses|homes)\b"
_THE = (
    r"(?:(?:an?|the|its|their|our|his|her|own|these|those|all|any|some|more|local|innocent|unarmed|foreign|civilian"
    r"|\d+|(?-i:[A-Z])\w+) ){0,3}"
)
#: What somebody came, was sent, struck or took for; the first that fits counts. "To secure" and "to liberate" a town
#: are what others call taking it: they are of no kind.
_AIMS = {
    "teach": any_of(r"(?:train|teach|instruct|advis|drill|mentor)\w*"),
    "watch": any_of(r"(?:observ|monitor|inspect|verify)\w*"),
    "mediate": any_of(r"(?:mediat\w+|keep(?:ing)? (?:the )?peace|hold(?:ing)? talks)\b"),
    "mend": any_of(r"(?:repair|rebuild|mend)\w*|(?:clear|lift)(?:ing)? (?:the |its |their )?mines\b"),
    "terror": any_of(
        rf"""
    (?:terrori[sz]|intimidat|frighten|punish|humiliat|massacr|starv|exterminat)\w*
    |(?:kill|murder|expel)(?:ing)? {_THE}{_PEOPLE}|(?:drive|driving) out {_THE}{_PEOPLE}
    |burn(?:ing)?(?: down)? {_THE}{_HOMES}
    """
    ),
    "save": any_of(
        rf"""
    (?:protect|shield|sav|spar|evacuat|rescu|help|feed|treat)(?:e|ing)? {_THE}(?:{_PEOPLE}|{_HOMES})
    |(?:rescu|fre|sav)(?:e|e?ing)? {_THE}{_CAPTIVES}
    |(?:bring|deliver|hand out)(?:ing)? {_THE}(?:aid|food|medicines?|relief|help)\b
    """
    ),
    "arrest": any_of(rf"(?:arrest|apprehend)\w*|(?:search|look|hunt)(?:ing)? for {_THE}(?:suspects?|wanted)\b"),
    "loot": any_of(r"(?:loot|plunder|rob|robb|steal|pillag)(?:e|ing)?\b"),
    "take": any_of(
        rf"""
    (?:seiz|occupy|captur|conquer)(?:e|ing)? (?!{_THE}(?:weapons|arms|rifles|guns|men|suspects?|wanted))
    |annex\w*|tak(?:e|ing) (?:over|control|possession)\b|dig(?:ging)? for\b
    """
    ),
    "guard": any_of(r"(?:guard|patrol|protect|defend)(?:ing)?\b"),
}
# Who is called so is there for that.
_CALLINGS = {
    "teach": any_of(r"(?:teachers|instructors|trainers|advisers|advisors)\b"),
    "watch": any_of(r"(?:observers|monitors|inspectors)\b"),
    "guard": any_of(r"guards\b"),
    "loot": any_of(r"(?:looters|robbers|thieves|plunderers)\b"),
}
_GENTLE = ("teach", "watch", "mediate", "mend", "save")
#: Two that cannot both be why it was done: who came to teach or to save did not come to plunder.
_APART = frozenset(
    frozenset(pair)
    for pair in (
        *((gentle, harsh) for gentle in _GENTLE for harsh in ("terror", "loot", "take")),
        *(("teach", other) for other in ("guard", "arrest")),
        *(("guard", other) for other in ("terror", "loot", "take")),
        *(("arrest", other) for other in ("terror", "loot", "save")),
        ("answer", "unprovoked"),
        *((free, "force") for free in ("choice", "save")),
    )
)


def find_aim(words: str) -> str:
    """The kind of aim that begins with the first of these words ("guard the mine"); "" of none."""
    return next((kind for kind, pattern in _AIMS.items() if pattern.match(words)), "")


def find_calling(words: str) -> str:
    """What those are there for who are called so ("instructors of the army"); "" where the name does not say."""
    return next((kind for kind, pattern in _CALLINGS.items() if pattern.match(words)), "")


def is_apart(one: str, other: str) -> bool:
    """Whether two kinds of reason cannot both be why a thing was done."""
    return frozenset((one, other)) in _APART
