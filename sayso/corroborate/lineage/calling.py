"""Calling: an outlet's name as it sounds, so that a page in other letters is known to name it.

"Al-Mizan" is صحيفة الميزان: words for what sort of outlet it is are left out. Names that are translated ("The
Balance") are missed: accepted.
"""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.model.values.letter import Script, fold, script_of
from sayso.model.values.sound import key_of

_WORD = re.compile(r"[^\W\d_]+")
_ARTICLE = re.compile(r"^ال(?=\w{2})")
_CLITIC = re.compile(r"^[وفبلك]")
_FEWEST_SOUNDS, _FEWEST_IN_ANY_WORD = 3, 5
# What makes a name of one word an outlet's: "told Al-Mizan", "the newspaper Karaneh", "Karvela Radio reports".
_SORT = (
    r"(?:agency|newspaper|paper|daily|radio|station|television|tv|channel|network|website|magazine|bulletin|"
    r"jarid[ae]t?|sahif[ae]t?|wakalat|qanat|r[uo]znameh|gaz[ei]ta|vesti|novyny|novosti)"
)
_BEFORE = re.compile(rf"(?:\b(?:told|tells|{_SORT}) (?:the )?|\ba[lnrsdtz]h?-|\b(?:published|reported) by )$", re.I)
_SORT_AFTER = re.compile(rf"(?: {_SORT}\b)+", re.I)
_AFTER = re.compile(r"(?:’s|'s)? (?:has |had |also |first )*(?:report|wr(?:ote|ites|itten)|publish)", re.I)
_BESIDE = 30  # characters that hold a word of these
_SORTS = frozenset(
    fold(word)
    for word in re.findall(
        r"\w+",
        """the al el ad ar as ash at az an agency news newspaper daily radio television tv channel network website site
        service online english magazine bulletin jarida jaridat sahifa sahifat wakalat qanat ruznameh
        rooznameh gazeta vesti novyny novosti
        جريدة صحيفة وكالة انباء إذاعة أذاعة شبكة موقع قناة راديو تلفزيون مجلة نشرة روزنامه خبرگزاری شبکه رادیو پایگاه
        газета агентство агенція новости новини радио радіо канал сайт журнал служба""",
    )
)


@lru_cache(maxsize=20_000)
def call_outlet(name: str) -> tuple[str, ...]:
    """The keys of the words of an outlet's name; empty where they are too few sounds to tell it."""
    words = [fold(_ARTICLE.sub("", word)) for word in _WORD.findall(name)]
    kept = tuple(key_of(word) for word in words if word not in _SORTS)
    return kept if sum(map(len, kept)) >= _FEWEST_SOUNDS else ()


@lru_cache(maxsize=20_000)
def script_of_name(name: str) -> Script:
    """The letters of a name; OTHER where they are several."""
    return script_of("".join(_WORD.findall(name)))


@lru_cache(maxsize=200_000)
def are_called_alike(left: str, right: str) -> bool:
    """Whether two names in different letters sound alike."""
    one, other = script_of_name(left), script_of_name(right)
    if one is other or Script.OTHER in (one, other):
        return False
    return bool(call_outlet(left)) and call_outlet(left) == call_outlet(right)


def find_called(text: str, script: Script, name: str) -> tuple[int, int] | None:
    """Where a text names an outlet whose name is in other letters, as start and end; None if it does not.

    Where letters have no capitals any word may sound so: then only longer names are looked for. A name of one word, or
    one that is a place's but for the sort of outlet ("Radio Karvela"), must have words beside it that make it an
    outlet's.
    """
    keys = call_outlet(name)
    least = _FEWEST_IN_ANY_WORD if script is Script.ARABIC else _FEWEST_SOUNDS
    if script_of_name(name) in (script, Script.OTHER) or sum(map(len, keys)) < least:
        return None
    is_plain = len(keys) > 1 and len(keys) == len(_WORD.findall(name))
    words = _list_words(text)
    for at in range(len(words) - len(keys) + 1):
        stretch = words[at : at + len(keys)]
        if all(key in forms for key, (_, _, forms) in zip(keys, stretch, strict=True)):
            start, end = stretch[0][0], stretch[-1][1]
            sort = _SORT_AFTER.match(text, end)
            is_name = script is Script.ARABIC or text[start].isupper()
            if is_name and (is_plain or sort or _is_told(text, start, end)):
                return start, sort.end() if sort else end
    return None


def _is_told(text: str, start: int, end: int) -> bool:
    """Whether the words beside a name make it an outlet's."""
    return bool(_BEFORE.search(text[max(0, start - _BESIDE) : start]) or _AFTER.match(text, end))


@lru_cache(maxsize=200)
def _list_words(text: str) -> tuple[tuple[int, int, frozenset[str]], ...]:
    """The words of a text that tell an outlet: start, end, the keys that they may have."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        bare = [fold(_ARTICLE.sub("", form)) for form in (word, _CLITIC.sub("", word))]
        if bare[0] not in _SORTS:
            found.append((match.start(), match.end(), frozenset(key_of(form) for form in bare if form)))
    return tuple(found)
