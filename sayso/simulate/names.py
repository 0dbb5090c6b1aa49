"""Names of people, places and outlets that are nowhere: put together from syllables, and their odd spellings."""

from __future__ import annotations

from functools import lru_cache
from random import Random


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_STARTS = _listed(
    "Ba Be Bra Da Do Dra Fa Fe Ga Go Gra Ha He Ja Ka Ke Ko Kra La Le Ma Me Mo Na Ne Or Pa Po Ra Re Sa Se "
    "Sta Ta Te Tra U Va Ve Vo Za Ze"
)
_MIDDLES = _listed("l m n r s v z k d t b g rm rn ls nd nt rk st ld mb rv sk lm")
_ENDS = _listed("a an ar at e el en es in ir is o ok on or os u um un ura ava ine eth ost ovo amba enna iska orra")
_GIVEN = _listed(
    "Ada Adel Anton Bela Boris Cass Dana Daniel Edda Emil Erik Fadel Greta Hanna Ilka Ines Ivo Jana Joran "
    "Jorin Karim Lena Lia Lukas Marek Mira Nadia Nils Oskar Pavel Petra Rafel Rosa Ruta Samir Selim Tarik "
    "Una Vera Yara Zoran"
)
_PEOPLE_ENDS = _listed("ek el en ic in ko man ov ra rek ro sen ska tis un va")
#: Pairs of letters that one spelling has for another's.
_SPELLINGS = (("k", "c"), ("v", "w"), ("u", "ou"), ("i", "y"), ("s", "ss"), ("e", "a"), ("o", "u"), ("z", "s"))


def invent_word(rng: Random) -> str:
    """A name of two or three syllables, such as "Korvat"."""
    middle = rng.choice(_MIDDLES)
    if rng.random() < 0.35:
        middle += rng.choice("aeiou") + rng.choice(_MIDDLES[:12])
    return rng.choice(_STARTS) + middle + rng.choice(_ENDS)


def invent_person(rng: Random) -> str:
    """A given name and a family name."""
    family = rng.choice(_STARTS) + rng.choice(_MIDDLES) + rng.choice(_PEOPLE_ENDS)
    return f"{rng.choice(_GIVEN)} {family}"


def respell(name: str, rng: Random) -> str:
    """Another spelling of a name; its first letter stays, as does a name in which nothing can be changed."""
    changes = [(one, other) for one, other in _SPELLINGS if one in name[1:]]
    if not changes:
        return name
    one, other = rng.choice(changes)
    at = name.rindex(one)
    return name[:at] + other + name[at + len(one) :]


@lru_cache(maxsize=4_000)
def slug(name: str) -> str:
    """A name as it stands in an address: small letters and hyphens."""
    return "-".join("".join(letter if letter.isalnum() else " " for letter in name.casefold()).split())
