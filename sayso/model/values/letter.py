"""Letter: letters of the Latin, Cyrillic and Arabic alphabets as the sounds that they may stand for.

A sound is one character. Consonants: b p m f v w t d s z r l n k q g h y as in Latin; x خ/х (kh), G غ (gh),
T ث (th), D ذ ظ (dh), S ش/ш (sh), C ч (ch, tch), J ج (j, dj), Z ж (zh), X ц (ts), Q ع (often unwritten).
Vowels: a e i o u; E for ay and ei, O for aw and au. Arabic writes long vowels alone: A ا, W و, Y ي, M ى (a or
i), H ة (a, ah, at). Vowels that it leaves out cost nothing when such a word is compared with a Latin one.

Names of places are found in an index by keys of its own: `knowledge/gazetteer/fold.py` says why.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import cache, lru_cache


class Script(StrEnum):
    """An alphabet whose letters are known as sounds; the names of all others are compared as they stand."""

    LATIN = "latin"
    ARABIC = "arabic"
    CYRILLIC = "cyrillic"
    OTHER = "other"


#: The article of Arabic in Latin letters, before a hyphen or alone: "Al-Jufra", "El Fasher", "ash-Shati".
ARTICLES = frozenset({"al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "ul"})
# The longest spellings first: what several romanisations write for one sound.
_LATIN = (
    ("schtsch", "S"), ("shch", "S"), ("tsch", "C"), ("dsch", "J"), ("sch", "S"), ("tch", "C"), ("dzh", "J"),
    ("zh", "Z"), ("dj", "J"), ("sh", "S"), ("ch", "C"), ("cz", "C"), ("sz", "S"), ("kh", "x"), ("gh", "G"),
    ("rh", "G"), ("dh", "D"), ("th", "T"), ("ph", "f"), ("ck", "k"), ("ts", "X"), ("tz", "X"), ("oo", "u"),
    ("ou", "u"), ("ee", "i"), ("x", "ks"), ("j", "J"),
)  # fmt: skip
_SPELLINGS = dict(_LATIN)
_LATIN_PATTERN = re.compile("|".join(spelling for spelling, _ in _LATIN))
# "ay" and "aw" are one sound unless a vowel follows ("Zayyan", "Ghawar").
_GLIDES = (
    (re.compile(r"(?:[ae][iy])(?![aeiouyAEO])"), "E"),
    (re.compile(r"(?:a[uw])(?![aeiouAEO])"), "O"),
)
_CYRILLIC = dict(zip("абвгґдеєжзиіклмнопрстуфцчшщыэ", "abvggdeeZziiklmnoprstufXCSSie", strict=True)) | {
    "х": "x", "ю": "yu", "я": "ya", "ъ": "", "ь": "", "ј": "y", "ћ": "C", "ђ": "J", "џ": "J", "љ": "l", "њ": "n",
    "ў": "u", "қ": "k", "ғ": "G", "ҳ": "h", "ң": "n", "ә": "a", "ө": "o", "ү": "u", "ұ": "u", "һ": "h",
}  # fmt: skip
_ARABIC = {
    "ا": "A", "ٱ": "A", "ب": "b", "ت": "t", "ث": "T", "ج": "J", "ح": "h", "خ": "x", "د": "d", "ذ": "D", "ر": "r",
    "ز": "z", "س": "s", "ش": "S", "ص": "s", "ض": "d", "ط": "t", "ظ": "D", "ع": "Q", "غ": "G", "ف": "f", "ق": "q",
    "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ة": "H", "و": "W", "ي": "Y", "ى": "M", "ء": "", "ـ": "",
    "پ": "p", "چ": "C", "ژ": "Z", "ڤ": "v", "گ": "g", "ک": "k", "ی": "Y", "ہ": "h", "ھ": "h", "ە": "H", "ێ": "E",
    "ۆ": "o", "ڵ": "l", "ڕ": "r", "ٹ": "t", "ڈ": "d", "ے": "Y", "ں": "n",
}  # fmt: skip


_GLIDING_J = re.compile(r"(?<=[iy])j")
_SOFT_C = re.compile(r"c(?=[eiy])")
_GLIDING_OU = re.compile(r"ou(?=[aei])")
_LONG_I = re.compile(r"(?<=[iy])[iy]+")
_DOUBLED = re.compile(r"(.)\1+")
_DOUBLED_BUT_EO = re.compile(r"([^eo])\1+")


def script_of(token: str) -> Script:
    """The script of a token's letters; OTHER where it has several or one that is not known."""
    return Script.LATIN if token.isascii() else _read_script(token)


@lru_cache(maxsize=100_000)
def _read_script(token: str) -> Script:
    found = {_script_of_letter(letter) for letter in token if letter.isalpha()}
    return found.pop() if len(found) == 1 else Script.LATIN if not found else Script.OTHER


def fold(text: str) -> str:
    """Text in small letters without accents, vowel signs and marks of direction; letters that stand apart stay."""
    plain = text.casefold().replace("ß", "ss").replace("ø", "o").replace("ł", "l").replace("ı", "i").replace("đ", "d")
    plain = unicodedata.normalize("NFKD", plain)
    return "".join(letter for letter in plain if unicodedata.category(letter) not in ("Mn", "Cf", "Me"))


def sound_out(token: str) -> str:
    """The sounds of one folded token; the token itself where its script is not known or it has figures."""
    script = script_of(token)
    if script is Script.OTHER or any(letter.isdigit() for letter in token):
        return token
    if script is Script.ARABIC:
        return _double_once("".join(_ARABIC.get(letter, "") for letter in token))
    if script is Script.CYRILLIC:
        return _double_once("".join(_CYRILLIC.get(letter, "") for letter in token))
    return _sound_latin(token)


@cache  # there are few letters, and a word asks for each of its own
def _script_of_letter(letter: str) -> Script:
    name = unicodedata.name(letter, "?").split()[0].lower()
    return Script(name) if name in list(Script) else Script.OTHER


def _sound_latin(token: str) -> str:
    """Latin letters as sounds; a j that can only be a glide (German, Polish) is y, and c is s or k by what follows."""
    plain = _GLIDING_J.sub("y", token)
    plain = _SOFT_C.sub("s", plain)
    plain = _GLIDING_OU.sub("w", plain)
    sounds = _LATIN_PATTERN.sub(lambda found: _SPELLINGS[found.group()], _DOUBLED_BUT_EO.sub(r"\1", plain))
    sounds = sounds.replace("c", "k")
    for glide, one in _GLIDES:
        sounds = glide.sub(one, sounds)
    return _double_once(_LONG_I.sub("", sounds))


def _double_once(sounds: str) -> str:
    return _DOUBLED.sub(r"\1", sounds)
