"""Keys: short texts that reports share if one may derive from the other, so that no pair need be tried in vain.

Text keys are a fixed fraction of all runs of four words, chosen by their hash (FracMinHash, as sourmash has it):
a run that two texts share is a key of both or of neither, but for short texts, which have more of them. Outlet keys
are an outlet's name with a name of the text, or with a day: owned by the outlet's own report, cited by one that
credits the outlet; `named` are all names, any of which may be an outlet's. Fact keys are a number with a name of its
sentence, by which a translation is found. Address keys are an outlet with its address, without the marks of
versions. Sound keys are a number with a name as it sounds, of one sentence, or two names side by side: a report in
letters that our readers may not read owns those of all its words, one in letters with capitals names those of its
names, so that a translation is found across alphabets. All are pure functions of one report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.corroborate.lineage.calling import script_of_name
from sayso.corroborate.lineage.counting import is_small
from sayso.corroborate.lineage.outlet import fold_outlet, key_calling, same_outlet
from sayso.corroborate.lineage.sketch import hash_word
from sayso.corroborate.lineage.text import Text, prepare_text
from sayso.corroborate.lineage.version import says_version, stem_address
from sayso.model.lineage import Credit
from sayso.model.resolution import Resolution
from sayso.model.values.letter import Script

# One run of eight; of texts of fewer than 128 runs one of four, of two, or every one, so that there are 16 keys or so.
# Measured on 1,275 news texts of three public sets: of pairs that share a tenth to a fifth of the shorter one's runs
# 95 of 100 have a key in common and 89 two, of those that share more all. As many bands of MinHash find 3 and 18.
_ONE_OF, _ENOUGH_RUNS = 8, 16
_MOST_NAMES = _MOST_FACTS = 12
_MOST_SOUNDS, _MOST_SOUNDS_OWNED = 12, 64  # without capitals any word of a sentence may be its name
_FEWEST_CONSONANTS = 3
_DAYS_BACK = 2
# A name that is an outlet's by its last word ("Northgate Wire"), and any name at all.
_OUTLET_NAME = re.compile(
    r"\b(?:[A-Z][\w’'-]+ ){1,3}(?:Wire|Agency|Press|News|Post|Times|Gazette|Herald|Radio|TV|Television|Journal|"
    r"Tribune|Observer|Monitor|Daily|Weekly|Courier|Chronicle|Online|Network|Channel|Standard|Mail|Guardian|"
    r"Telegraph|Mirror|Echo|Today|Service|Bulletin|Review|Voice)\b"
)
_UPPER = r"[A-ZÀ-ÖØ-Þ]"
_NAME = re.compile(rf"\b{_UPPER}[\w-]+(?: (?:(?:of|the|de|du|da|do|la|al|el) )?(?:{_UPPER}|\d)[\w-]*){{0,3}}")


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one report. `owned` and `cited` are outlet keys, of its own outlet and of those that it credits.

    `named` are all names in it, any of which may be an outlet's.
    """

    text: frozenset[str]
    facts: frozenset[str]
    owned: frozenset[str]
    cited: frozenset[str]
    named: frozenset[str]
    address: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """Every key: what a record keeps, to be joined on."""
        return self.text | self.facts | self.owned | self.cited | self.named | self.address


def report_keys(resolution: Resolution) -> frozenset[str]:
    """The keys of a report: two reports of which one may derive from the other share one at least.

    The same on every machine. Empty for a report that is not held. Of 200 words: about 25 text keys and 50 others.
    """
    if not resolution.report.held:
        return frozenset()
    return find_keys(prepare_text(resolution.report), resolution.credits).all


def find_keys(text: Text, given: Sequence[Credit]) -> Keys:
    """The keys of a held report and of the credits that were read in it, by their kinds."""
    marks = _marks(text)
    outlet = text.report.outlet
    owned = _outlet_keys([outlet] if outlet else [], ["", *marks, *_days(text, back=0)])
    cited = _outlet_keys(_cited(text, given), ["", *marks, *_days(text, back=_DAYS_BACK)])
    address = stem_address(text.report)
    return Keys(
        _text_keys(text),
        _fact_keys(text),
        owned | _owned_sounds(text),
        cited,
        _name_keys(text) | _named_sounds(text, given),
        frozenset(f"v:{form}|{address}" for form in fold_outlet(outlet or "") if address),
    )


def _text_keys(text: Text) -> frozenset[str]:
    one_of = _ONE_OF
    while one_of > 1 and len(text.hashes) < one_of * _ENOUGH_RUNS:
        one_of //= 2
    chosen = text.hashes[text.hashes % one_of == 0].tolist()
    return frozenset(f"t:{run:016x}" for run in chosen)


def _fact_keys(text: Text) -> frozenset[str]:
    pairs = {
        f"{number}|{name}"
        for facts in text.facts
        for number in facts
        if number[:1].isdigit()
        for name in facts - text.numbers
    }
    chosen = sorted(pairs, key=hash_word)[:_MOST_FACTS]
    return frozenset(f"f:{pair}" for pair in chosen)


def _owned_sounds(text: Text) -> frozenset[str]:
    """What a report in other than Latin letters is found by: its sounds with its numbers, and its outlet's name."""
    outlet = text.report.outlet or ""
    called = key_calling(outlet) if script_of_name(outlet) is not Script.LATIN else frozenset[str]()
    sounds = _choose_sounds(text, _MOST_SOUNDS_OWNED) if text.script is not Script.LATIN else frozenset[str]()
    return sounds | frozenset(f"o:{form}|" for form in called)


def _named_sounds(text: Text, given: Sequence[Credit]) -> frozenset[str]:
    """What a report in letters with capitals finds one in other letters by: the same of its names and credits."""
    if text.script in (Script.ARABIC, Script.OTHER):
        return frozenset()
    called = frozenset[str]().union(*(key_calling(name) for name in _cited(text, given)))
    return _choose_sounds(text, _MOST_SOUNDS) | frozenset(f"o:{form}|" for form in called)


def _choose_sounds(text: Text, most: int) -> frozenset[str]:
    """Numbers with the sounds of their sentence, and two names side by side; of each those of the least digest."""
    found: dict[str, bool] = {}
    for sentence in text.soundings:
        keys = sentence.keys if text.script is Script.ARABIC else {key for _, key in sentence.names}
        for number in sentence.numbers:
            sounds = {f"{number}|{key}" for key in keys if len(key) >= _FEWEST_CONSONANTS}
            pairs = {f"{number}|{other}" for other in sentence.numbers if float(number) < float(other)}
            found |= dict.fromkeys(sounds | pairs, is_small(number))
    numbered = sorted(found, key=lambda key: (found[key], hash_word(key)))[:most]
    beside = {pair for sentence in text.soundings for pair in sentence.pairs}
    return frozenset(f"s:{key}" for key in (*numbered, *sorted(beside, key=hash_word)[:most]))


def _cited(text: Text, given: Sequence[Credit]) -> set[str]:
    """Outlets that the report names; its own if it says that it puts an earlier report right."""
    names = {credit.outlet.text for credit in given}
    names |= {match.group() for match in _OUTLET_NAME.finditer(text.report.text)}
    others = {name for name in names if not same_outlet(name, text.report.outlet)}
    return others | ({text.report.outlet} if text.report.outlet and says_version(text) else set())


def _outlet_keys(outlets: Iterable[str], marks: Iterable[str]) -> frozenset[str]:
    forms = {form.removeprefix("the ") for outlet in outlets for form in fold_outlet(outlet)}
    return frozenset(f"o:{form}|{mark}" for form in forms for mark in marks)


def _name_keys(text: Text) -> frozenset[str]:
    """All names, with and without their first word ("Monday Northgate Wire")."""
    names = {match.group().casefold() for match in _NAME.finditer(text.report.text)}
    names |= {name.split(" ", 1)[1] for name in names if " " in name}
    return frozenset(f"o:{name.removeprefix('the ')}|" for name in names)


def _marks(text: Text) -> list[str]:
    """Names of the text; where they are many those of the least digest, so that two texts choose alike."""
    return sorted(text.names, key=hash_word)[:_MOST_NAMES]


def _days(text: Text, *, back: int) -> list[str]:
    """The day of telling and as many before it; none for a date that is no day."""
    first, last = text.days
    if first != last:
        return []
    return [date.fromordinal(first - step).isoformat() for step in range(back + 1)]
