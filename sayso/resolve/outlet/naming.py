"""Naming: by what words papers, agencies, sites and stations are named in reports."""

from __future__ import annotations

import re

from sayso.resolve.name import is_same_token, parse_name
from sayso.resolve.wording import OUTLET_HEADS, OUTLET_NOUNS, words_of

# Heads that bodies of other kinds have too ("the children's agency"): a name with these alone is no outlet for sure.
_SHARED = frozenset(
    {
        "agency",
        "service",
        "voice",
        "star",
        "sun",
        "mirror",
        "guardian",
        "monitor",
        "media",
        "post",
        "review",
        "standard",
        "messenger",
        "globe",
        "independent",
    }
)
_MOST_WORDS = 20  # a name with more is none
# Words that may be left off the end of an outlet's name.
_KINDS = OUTLET_HEADS | {"com", "net", "org"}
_PLAIN_KINDS = OUTLET_NOUNS | {"online", "broadcasting", "media", "com", "net", "org"}
_OWN = re.compile(
    r"^(?:our|this) (?:own )?(?:[\w\- ]*)(?:newspaper|paper|agency|correspondents?|reporters?|site|website|magazine"
    r"|channel|station|editorial (?:office|staff|board)|newsroom|staff|network|team"
    # "A photograph by our member Ilka Venn" is hers.
    r"|(?:members?|colleagues?)\b(?! (?-i:[A-Z])))\b"
    # "An earlier version of this report said twelve": the outlet says what it had said.
    r"|^(?:an? |the |our )?(?:earlier|previous|first|original) (?:version|edition|report)s?"
    r"(?: of (?:this|the|our) \w+)?$",
    re.IGNORECASE,
)


def is_outlet_name(name: str) -> bool:
    """Whether a proper name looks like that of an outlet ("Signal Press Agency", "The Dhuma Gazette", "Radio Sel")."""
    words = words_of(re.sub(r"^(?:the|The) ", "", name))
    if not words:
        return False
    heads = [word for word in (words[0], words[-1]) if word in OUTLET_HEADS]
    if any(head not in _SHARED for head in heads):
        return True
    return len(words) > 1 and sum(word in OUTLET_HEADS for word in words) > 1


def is_same_outlet(one: str, other: str) -> bool:
    """Whether two names are one outlet: the same words, or one a part of the other that begins or ends it.

    "Signal Press" is "Signal Press Agency", "the Post" is "The Orrin Post", "Arraed Network" is
    "Arraed"; "Signal Press" is not "Signal Radio".
    """
    left, right = parse_name(one).tokens, parse_name(other).tokens
    short, long = sorted((left, right), key=len)
    if not short or len(long) > _MOST_WORDS or short[0][0] not in (long[0][0], long[-len(short)][0]):
        return False
    begins = all(is_same_token(a, b) for a, b in zip(short, long, strict=False))
    rest = long[len(short) :]
    ends = all(is_same_token(a, b) for a, b in zip(short, long[-len(short) :], strict=True))
    # One word alone may be a place ("Merrin" of "Merrin Wire Service"): only a plain word may be left off after it.
    left_off = _KINDS if len(short) > 1 else _PLAIN_KINDS
    return (begins and all(word in left_off for word in rest)) or (ends and short[0] in OUTLET_HEADS)


def is_told_by(name: str, outlet: str) -> bool:
    """Whether a name in a report may stand for an outlet that it is one with by `is_same_outlet`.

    One word must be the whole name, or its last ("the Courier"): "Tripoli" is no short form of "Tripoli Courier".
    Nor may the name say more before it than the outlet has: "The Orrin Mirror" is not "The Mirror".
    """
    mine, theirs = parse_name(name).tokens, parse_name(outlet).tokens
    if len(mine) > len(theirs):
        return is_same_token(mine[0], theirs[0])
    return len(mine) > 1 or mine[0] in OUTLET_HEADS or mine == theirs


def is_own_words(words: str, outlet: str | None) -> bool:
    """Whether a speaker is the outlet itself: "our correspondent", "this newspaper", or its own name."""
    plain = " ".join(words.strip(' ,.;:"“”').split())
    if _OWN.match(plain):
        return True
    if outlet is None or not re.match(r"(?:the |The )?[A-Z]", plain):
        return False
    tokens, own = parse_name(plain).tokens, parse_name(outlet).tokens
    last = plain.startswith(("the ", "The ")) and tokens == own[-1:]
    # "Kestrel" is Kestrel Broadcasting in its own report.
    first = tokens == own[:1] and all(word in _PLAIN_KINDS for word in own[1:])
    return is_same_outlet(plain, outlet) or last or first


def is_outlet_noun(words: str) -> bool:
    """Whether words stand for an outlet named elsewhere: "the agency", "the newspaper", "the site"."""
    plain = words_of(words)
    return len(plain) in (1, 2) and plain[-1] in OUTLET_NOUNS and plain[0] in ("the", "this", "that", plain[-1])


def is_agency(name: str) -> bool:
    """Whether an outlet's name is that of a news agency."""
    return any(word in ("agency", "wire", "press", "service", "bureau") for word in words_of(name))
