"""Senses: the small table by which a simulated translation or rewrite changes words without changing what is said."""

from __future__ import annotations

import re

_TABLE = {
    "said": "affirmed",
    "told reporters": "declared to journalists",
    "told": "declared to",
    "announced": "made known",
    "reported": "informed",
    "According to": "In the words of",
    "according to": "in the words of",
    "denied": "refuted",
    "rejected reports": "repudiated the news",
    "dismissed claims": "brushed aside the claim",
    "called it a lie": "qualified as false",
    "demanded": "required",
    "insisted": "exacted",
    "captured": "conquered",
    "took": "assumed",
    "seized": "occupied",
    "overran": "swept over",
    "control": "mastery",
    "entered": "penetrated into",
    "raised their flag": "hoisted their banner",
    "drove": "chased",
    "pulled back": "retreated",
    "pulled": "drew",
    "withdrew": "retired",
    "left": "abandoned",
    "handed": "delivered",
    "given": "ceded",
    "surrounded": "encircled",
    "closed": "shut",
    "struck": "bombarded",
    "hit": "reached",
    "attacked": "assaulted",
    "fired": "shot",
    "blast": "explosion",
    "burned": "went up in flames",
    "fought": "did battle",
    "clashed": "collided",
    "fighting": "combats",
    "killed": "fallen dead",
    "died": "perished",
    "lost their lives": "met their death",
    "bodies": "corpses",
    "wounded": "injured",
    "taken prisoner": "made captive",
    "surrendered": "gave themselves up",
    "fled": "escaped from",
    "destroyed": "annihilated",
    "sent": "dispatched",
    "reached": "attained",
    "received": "got",
    "delivered": "conveyed",
    "arrived": "came",
    "moved": "shifted",
    "met for talks": "came together for discussions",
    "talks": "discussions",
    "meet": "come together",
    "still": "yet",
    "since": "from",
    "before": "prior to",
    "preparing": "making ready",
}
_WORDS = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(_TABLE, key=len, reverse=True))) + r")\b")


def translate_words(text: str) -> str:
    """The words of a text as the table has them; those that it has not stay."""
    return _WORDS.sub(lambda match: _TABLE[match.group()], text)
