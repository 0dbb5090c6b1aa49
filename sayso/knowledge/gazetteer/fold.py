"""Fold: the keys under which a place's name is found, whatever its script and spelling.

These tables of letters are not those of `model/values/letter.py`. There a name becomes sounds, of which two are
weighed: how near are two persons' names? Here it becomes a spelling as news romanises it, for an index of 300,000
places: one coarse key finds all that may be meant (its words run together; vowels, h, w and y left out), and those
found are put in order by how near they are spelt. What is changed here changes the index: raise its `FORM`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from sayso.model.values.letter import ARTICLES

_ARTICLES = ARTICLES | {"the"}  # "the Hague"
_WRITTEN_OUT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_LIGATURES = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}
)
# Consonants of Arabic, Persian and Kurdish as news romanises them; short vowels are not written.
_ARABIC = str.maketrans(
    {
        **dict(zip("ابتجحدذرزسصضطظفقكلمنهويىةآأإ", "abtjhddrzssdtdfqklmnhwyahaaa", strict=True)),
        "ث": "th", "خ": "kh", "ش": "sh", "غ": "gh", "ع": "", "ء": "", "ئ": "y", "ؤ": "w", "پ": "p", "چ": "ch",
        "ژ": "zh", "ڤ": "v", "گ": "g", "ک": "k", "ی": "y", "ە": "a", "ێ": "e", "ۆ": "o", "ۇ": "u", "ھ": "h", "ـ": "",
    }
)  # fmt: skip
_CYRILLIC = str.maketrans(
    {
        **dict(zip("абвгдезийіїклмнопрстуфыэєґ", "abvgdeziyiiklmnoprstufyeeg", strict=True)),
        "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya",
        "ё": "yo",
    }
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
_ARABIC_ARTICLE = re.compile(r"\bال(?=\w{2})")
# One word for all that aircraft use: an airbase is asked for, "Al Jufra Airport" is what lists have.
_AIRPORT = re.compile(
    r"(?: (?:international|municipal|regional|military|civil|county|air force|naval|army))*"
    r" (?:airport|air base|airbase|base|airfield|air field|airstrip|aerodrome|air force base|air station)$"
)
# What several romanisations write for one sound, digraphs first.
_SOUNDS = (
    ("tch", "s"), ("ts", "s"), ("shch", "s"), ("sch", "s"), ("sh", "s"), ("ch", "s"), ("zh", "j"), ("kh", "k"),
    ("gh", "k"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("dj", "j"), ("q", "k"), ("g", "k"), ("c", "k"),
    ("x", "ks"), ("z", "s"), ("v", "f"),
)  # fmt: skip


@lru_cache(maxsize=20_000)
def fold_name(name: str) -> str:
    """Words in small plain letters: no accents, dots, apostrophes or articles; "St." is "saint", a base an airport.

    Other scripts stay: `sound_name` is where they meet. Empty for a name without a letter or digit.
    """
    words = plain_words(name)
    kept = [_WRITTEN_OUT.get(word, word) for word in words if word not in _ARTICLES] or words
    return _AIRPORT.sub(" airport", _ARABIC_ARTICLE.sub("", " ".join(kept)))


@lru_cache(maxsize=20_000)
def sound_name(name: str) -> str:
    """Consonants by sound, in Latin letters: Jufra, Jafra, Al-Jufrah and الجفرة have one; spaces do not count.

    Empty where fewer than two sounds are left, too few to tell names apart.
    """
    plain = re.sub(r" airport$", " 1", _romanise(name))
    sound = _DOUBLED.sub(r"\1", "".join(_sound_word(word) for word in plain.split()))  # "ez-Zor" is "Ezzor"
    return sound if len(sound) > 1 else ""


def spell_name(name: str) -> str:
    """The letters of a name in Latin, without spaces, to tell apart spellings that sound alike."""
    return _romanise(name).replace(" ", "")


def plain_words(name: str) -> list[str]:
    """The words of a name in small letters, without accents, dots and apostrophes."""
    plain = unicodedata.normalize("NFKD", name[:200].casefold().translate(_LIGATURES))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = re.sub(r"(?<=\w)\.(?=\w)|['’`ʿʾ‘ʻʼ′]", "", plain)
    return re.findall(r"[^\W_]+", plain)


def _romanise(name: str) -> str:
    return fold_name(name).translate(_ARABIC).translate(_CYRILLIC)


def _sound_word(word: str) -> str:
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    first = "a" if word[:1] in tuple("aeiouyw") else word[:1]
    bones = first + re.sub(r"[aeiouyhw]", "", word[1:])
    return _DOUBLED.sub(r"\1", bones)
