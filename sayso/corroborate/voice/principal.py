"""Principal: for whom somebody speaks, by the words for him alone ("a lawyer for X", "X's press office")."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.model.claim import Mention

_DESK = (
    r"(?:press|media|information|communications?|public relations) "
    r"(?:office|service|cent(?:re|er)|wing|department|team|secretary|officer)"
)
_MOUTH = (
    rf"(?:spokes(?:man|woman|person|men|people)|{_DESK}|lawyers?|attorneys?|counsel|representatives?|envoys?|"
    r"mouthpiece|office|secretariat|chief of staff)"
)
# What somebody puts out, in words or in images.
_TEXT = (
    r"(?:statements?|communiqu[eé]s?|press releases?|letters?|leaflets?|websites?|web ?pages?|channels?|accounts?|"
    r"bulletins?|broadcasts?|radio|television)"
)
_IMAGES = r"(?:photos?|photographs?|pictures?|images|footage|videos?|recordings?|clips?)"
_ARTICLE = r"(?:(?:an?|the|its|one|another|two|several) )?"
_ADJECTIVES = r"(?:[\w-]+ ){0,2}?"
_DAY = r"(?: (?:of|from|on|dated) .*)?"
_SHOWN = r"(?:(?:released|published|posted|shown|issued|sent) )?"
_NAME = r"(?-i:(?P<whom>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*))"
_POST = r"(?:posts?|messages?|entry|entries)"
_CHANNEL = r"(?:the |an? )?(?:[\w-]+ ){0,3}?(?:channel|account|page|group|blog|forum|website)"
_PATTERNS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        # A state's officials together are the state; "two American officials" are themselves.
        r"(?:the )?(?P<whom>(?-i:[A-Z][\w-]+)) (?:officials|authorities)",
        rf"[\w -]+ (?:of|from|with) the {_NAME} (?:group|collective|network)",
        rf"(?P<whom>.+?)['’]s? {_ADJECTIVES}(?:{_MOUTH}|{_TEXT}|{_IMAGES}){_DAY}",
        rf"{_ARTICLE}{_ADJECTIVES}{_MOUTH} (?:of|for|to|from) (?P<whom>.+)",
        rf"{_ARTICLE}{_ADJECTIVES}{_TEXT} (?:of|by|from) (?P<whom>.+)",
        rf"{_ARTICLE}{_ADJECTIVES}{_IMAGES} {_SHOWN}(?:by|from) (?P<whom>.+)",
        rf"(?:an?|the|one|another) (?P<whom>[\w’' -]+?) (?:spokes(?:man|woman|person)|{_DESK}|lawyer)",
        rf"(?:an?|the|one|another) {_NAME} (?:{_TEXT}|{_IMAGES}){_DAY}",
        rf"{_ARTICLE}{_ADJECTIVES}(?:{_POST}|{_TEXT}|{_IMAGES}) (?:[\w-]+ )?(?:on|in) {_CHANNEL} {_NAME}",
    )
)
# "A man in the Council's press office": whoever sits where a body speaks from speaks for it.
_AT_DESK = re.compile(rf"(?:an?|the|one|some) ?[\w-]+ (?:in|at|of|from|with) (?P<desk>.+{_DESK}.*)", re.I)
_NO_NAME = re.compile(r"(?:his|her|their|its|our|my|whose|the|an?|another|one|this|these|that|today|yesterday)", re.I)
# What says how or where a thing was shown, or when, is nobody.
_NOBODY = re.compile(
    r"\b(?:anonymous|social|messaging|mobile|amateur|first|earlier|previous|official|telegram|facebook|twitter|youtube|"
    r"tiktok|whatsapp|instagram|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d+)\b",
    re.I,
)
# These speak for themselves, whoever shows them.
_FROM_ABOVE = re.compile(r"\b(?:satellite|aerial)\b", re.I)


@lru_cache(maxsize=20_000)
def find_principal(text: str) -> str | None:
    """The words for whom a source speaks: "Council" for "a man in the Council's press office"; None if they say none.

    An anonymous insider ("a source in the Council", "an official of the ministry") speaks for himself.
    """
    plain = text.strip().strip('"“”')
    if desk := _AT_DESK.fullmatch(plain):
        return find_principal(desk["desk"])
    found = next((match["whom"].strip() for pattern in _PATTERNS if (match := pattern.fullmatch(plain))), None)
    if found is None or _NO_NAME.fullmatch(found) or _NOBODY.search(found) or _FROM_ABOVE.search(plain):
        return None
    return found


def find_principal_of(mention: Mention) -> str | None:
    """The principal by any form of a source's name ("his lawyer", who is "Jaromir Held's lawyer")."""
    return next((found for form in (mention.text, *mention.names) if (found := find_principal(form))), None)
