"""Actor: whether a place's name stands for those who govern or play for it ("Moscow denied"), not for the place."""

from __future__ import annotations

import re

from sayso.resolve.wording import list_words


def _any(words: str) -> str:
    return "|".join(list_words(words))


# "In Moscow", "from the northern Libyan town of", "the border with": whatever follows, it is the place.
_AT = re.compile(
    r"\b(?:"
    + _any(
        "in at from near across into onto on inside outside around throughout toward towards through over within off"
    )
    + "|"
    + _any("leaving left entered reached visit visited visiting fled north south east west northern southern eastern")
    + "|"
    + _any("western central nearby capital")
    + r"|(?:border|frontier) with|(?:flights?|roads?|ways?|border) between|(?:town|city|village|capital) of)"
    r"(?: (?:the|and around|of))?(?: [a-z]+)?\s+$",
    re.IGNORECASE,
)
# "Talks with Moscow", "sanctions against Moscow", "between Moscow and Kyiv", "called on Moscow to".
_TOWARDS = re.compile(
    r"\b(?:"
    + _any("with against between by that said told tells charged although whether because ally allies")
    + r"|(?:accus|urg|blam|ask|warn)(?:ed|es|s|ing)|call(?:ed|s|ing)? on|supports? (?:of|for|from)|supported"
    r"|back(?:ed|ing) (?:by|from))(?: the)?\s+$",
    re.IGNORECASE,
)
# "Moscow denied", "Moscow will not", "Moscow's foreign minister"; not "Moscow, where" and "Moscow on Friday".
_ACTS = re.compile(
    r"^(?:['’]s\b|\s+(?:(?:also|still|never|always|now|once|again|has|have|had|did) )?(?:"
    + _any("has have had will would could should did does must might can cannot say says said deny denies denied")
    + "|"
    + _any("announces announced accuses accused want wants wanted claims claimed backs backed supports supported")
    + "|"
    + _any("rejects rejected agrees agreed warns warned urges urged calls called deploys deployed sent sends supplied")
    + "|"
    + _any("supplies arms armed insists insisted refuses refused condemns condemned vows vowed threatens threatened")
    + "|"
    + _any("launches launched attacks attacked invades invaded pledges pledged decides decided seek seeks sought hopes")
    + "|"
    + _any("hoped signs signed beat won lost considers consider sees believes believe summit talks")
    + r")\b(?! (?:been )?(?:hit|bombed|shelled|captured|besieged|seized|destroyed|fallen)\b))"
)
# A sentence or clause that begins with the name and goes on with what it does: "Velmo endorsed", "Velmo also offers".
_BEGINS = re.compile(
    r"(?:^|[.!?:;,\n“”\"(—–]['’\"]?|\b(?:"
    + _any("and but or as while if when where which after before since hopes the")
    + r"))\s*(?:the )?$",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"^(?: on \w+day)? (?:(?:also|then|now|already|again|later|\w+ly) )?(?!(?:"
    + _any("is was as its this across times sits lies news based called located situated surrounded named")
    + r")\b)(?:[a-z]{2,}(?:[^aeious]s|es|ed)|is (?:going|accused|already|not|reacting|ready|willing)|"
    + _any("made took gave went fought let lack lacks")
    + r")\b|^ and [A-Z]\w+ (?:[a-z]{2,}(?:ed|[^s]s)|"
    + _any("have had will hope agree support welcome want")
    + r")\b"
)


def is_actor_like(before: str, after: str) -> bool:
    """Whether the words around a place's name make it an actor.

    `before` and `after` are the text on both sides. "Moscow denied that", "talks with Moscow", "Moscow's army" are
    the government; "in Moscow", "Moscow, where" and whatever is not clear are the place. Misses "Moscow, which
    has denied" and names in lists: accepted.
    """
    if _AT.search(before):
        return False
    if _TOWARDS.search(before):
        return True
    return bool(_ACTS.match(after) or (_BEGINS.search(before) and _DOES.match(after)))
