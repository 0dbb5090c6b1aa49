"""Speaker: what the words for a source say about it: nobody, unnamed, several, images, an outlet."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.corroborate.lineage.outlet import same_outlet
from sayso.corroborate.voice.naming import head_word
from sayso.corroborate.voice.principal import find_principal
from sayso.corroborate.wording import stems
from sayso.model.claim import Mention

#: Cues without a source: nobody speaks.
_NOBODY = re.compile(
    r"(?:the |some |many |several |recent |media |press |news |these |other |unconfirmed |persistent )*"
    r"(?:reports?|rumou?rs?|hearsay|talk|word)|it",
    re.I,
)
#: Sources so vague that a report which credits another has them from there.
_VAGUE = re.compile(
    r"(?:the |several |some |many |various |a number of |different |multiple )*"
    r"(?:sources?|agencies|media|outlets|newspapers)",
    re.I,
)
_SOME_OUTLET = re.compile(
    r"(?:the|that) (?:\w+ )?(?:newspaper|paper|daily|weekly|agency|wire|broadcaster|station|channel|network|website|"
    r"portal|magazine|outlet)",
    re.I,
)
# Definite words for somebody who was brought in before, whoever that is.
_GENERIC = re.compile(r"the (?:man|woman|person|source|sources|speaker|caller|couple|two|three|men|women|people)", re.I)
_UNNAMED = re.compile(
    r"^(?:an?|another|one|two|three|four|five|six|several|some|many|other|his|her|their|local|military|security|"
    r"medical|diplomatic|western|foreign|senior|both|more)\b",
    re.I,
)
_PERSON_WORDS = stems(
    "resident official source nurse doctor teacher farmer officer captain sergeant commander witness diplomat "
    "neighbour brother sister cousin mother father worker shopkeeper engineer elder villager member deputy adviser "
    "expert analyst refugee mourner fisherman activist researcher preacher priest driver merchant visitor "
    "policeman spotter gunner wife husband man woman people soldier fighter survivor student observer observers "
    "person comrade "
    "captive manager"
)
_IMAGES = re.compile(
    r"\b(?:images?|imagery|pictures?|photos?|photographs?|videos?|footage|recordings?|files?|satellite|clips?)\b", re.I
)
_SATELLITE = re.compile(r"\bsatellite\b", re.I)
_THIRD = re.compile(
    r"\b(?:institute|radio|television|agency|group|organi[sz]ation|university|club|monitor|newspaper|channel|court|panel|"
    r"mission|observatory|company|network|activists?|reporter|journalist|photographer)\b|\bU\.?N\.?\b"
    r"|\bUnited Nations\b",
    re.I,
)
_AGENCY = re.compile(r"\b(?:agency|agencies|wire|wires|press)\b", re.I)
_SPOKESMAN = re.compile(
    r"\b(?:spokes(?:man|woman|person)|press office|media office|press service|information office)\b", re.I
)
_STAFF = (
    r"(?:reporters?|journalists?|correspondents?|photographers?|camera(?:man|men)|crew|team|stringers?|editors?|"
    r"admins?)"
)
_OWN_STAFF = re.compile(
    rf"(?:(?:one|two|three|some|several) of )?our (?:[\w-]+ )*"
    rf"(?:{_STAFF}|administrators?|colleagues?|staff|members?)|we|i|"
    rf"(?:an? |the )?(?:{_STAFF} (?:of|for|from|at) )?this "
    rf"(?:newspaper|paper|agency|channel|website|magazine|station|{_STAFF})",
    re.I,
)
_EMPLOYED = re.compile(
    rf"(?:an?|one|two|the|its|another) (?P<outlet>(?-i:[A-Z])[\w’' -]+?) {_STAFF}|"
    rf"(?:an?|one|two|the|another) {_STAFF} (?:of|for|from|with|at) (?P<of>(?-i:the |The )?(?-i:[A-Z]).+)",
    re.I,
)
# What is no person: a body or an office that needs no name, for there is one of it.
_BODY = re.compile(
    r"\b(?:ministry|council|army|service|office|police|embassy|consulate|government|movement|union|party|committee|"
    r"commission|mission|court|tribunal|agency|organi[sz]ation|coalition|alliance|front|command|staff|guard|brigade|"
    r"battalion|municipality|presidency|parliament|assembly|administration|authority|authorities|militia|federation|"
    r"league|company|junta|cabinet|secretariat|directorate|department|bureau|hospital|institute|observatory|church|"
    r"university|bank|navy|air force|coast guard|gendarmerie|prosecution|mayor|governor|president|prime minister|"
    r"defen[cs]e|red cross|red crescent|clinic|ambassador|king|queen|prefect|director|warden)\b",
    re.I,
)
# The heads of names of bodies that take part, when they publish themselves; who watches or reports takes none.
_ACTING = frozenset(
    re.findall(
        r"\w+",
        "ministry presidency command office army staff government council front movement party guard forces brigade "
        "battalion municipality embassy directorate department parliament league alliance coalition navy police "
        "cabinet junta militia committee administration headquarters division corps regiment fleet governorate "
        "province secretariat authority bureau company corporation operator refinery hospital society union "
        "federation association diocese university brigades volunteers rebels resistance",
    )
)
_ARMED = re.compile(r"\b(?:task force|forces|command|army|brigade|battalion|division|corps|regiment|fleet)\b", re.I)
_WATCHING = re.compile(
    r"\b(?:U\.?N|United Nations|mission|monitor\w*|observatory|observers|institute|agency|network|radio|television|"
    r"post|times|herald|gazette|mirror|voice|journal|tribune|today|online|live|digest|weekly|daily|"
    r"news|press|watch|tribunal|court|wire|journalists?|rights)\b",
    re.I,
)
# "Noss & Daughters": a name of several words that is no sentence's first word alone.
_PROPER = re.compile(r"(?:[Tt]he )?[A-Z][\w’'-]+(?: (?:&|and|of|the|for|de|du|la|[A-Z][\w’'-]+))* [A-Z][\w’'-]+")
_DEFINITE = re.compile(r"(?:the|its|his|her|their)\b|.+['’]s?\s", re.I)
_NUMBERS = dict(
    zip(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), range(1, 11), strict=True)
)
_ONE_OF = re.compile(r"(?:one|two|three|some|another|several) of\b", re.I)
_COLLECTIVE = re.compile(
    r"(?:(?:officials|representatives|commanders|negotiators|sources|leaders) (?:on|of|from|in) )?"
    r"(?:(?:both|the two|the three|all|all the|the warring|the rival|the opposing)(?: warring| rival| opposing)? "
    r"(?:sides|parties|camps|factions|governments|armies)|each side|the (?:rivals|belligerents))",
    re.I,
)
_OTHER_ONE = re.compile(r"^(?:another|an?other|a second|a third|the other)\b", re.I)


def is_nobody(mention: Mention) -> bool:
    """Whether the words name no source at all ("reports", "the reports")."""
    return bool(_NOBODY.fullmatch(mention.text.strip()))


def is_vague(mention: Mention) -> bool:
    """Whether the words say only that there are sources ("several sources", "the agencies", "the paper")."""
    text = mention.text.strip()
    return _is_vague(text) or (mention.entity is None and bool(_SOME_OUTLET.fullmatch(text)))


def _is_vague(text: str) -> bool:
    return bool(_VAGUE.fullmatch(text))


def is_images(mention: Mention) -> bool:
    """Whether images, a video or files speak."""
    return bool(_IMAGES.search(mention.text))


def is_released(mention: Mention) -> bool:
    """Whether the words are of images that speak for who releases them; a satellite's speak for themselves."""
    return is_images(mention) and not _SATELLITE.search(mention.text)


def is_third(mention: Mention) -> bool:
    """Whether whoever shows images is no party: unnamed, a person, or a body that observes."""
    if _THIRD.search(mention.text) or (is_unnamed(mention) and not is_body(mention)):
        return True
    return len(mention.text.split()) == 2 and mention.text.istitle()


def is_agencies(mention: Mention) -> bool:
    """Whether "the agencies" speak, without a name."""
    return is_vague(mention) and is_agency(mention.text)


def is_agency(outlet: str) -> bool:
    """Whether an outlet is a news agency by its name."""
    return bool(_AGENCY.search(outlet))


def is_unnamed(mention: Mention) -> bool:
    """Whether the source keeps its name to itself: words for a person, no name of one, no office that speaks."""
    if mention.entity is None:
        return True
    if _SPOKESMAN.search(mention.text):
        return False
    return (
        bool(_UNNAMED.match(mention.text))
        and bool(stems(mention.text) & _PERSON_WORDS)
        and not _has_person_name(mention)
    )


def is_generic(mention: Mention) -> bool:
    """Whether the words only point back to an unnamed source ("the man")."""
    return bool(_GENERIC.fullmatch(mention.text.strip()))


def is_body(mention: Mention) -> bool:
    """Whether words without an entity name a body or an office that there is one of ("the prison service")."""
    return mention.entity is None and _is_body(mention.text)


@lru_cache(maxsize=20_000)
def _is_body(words: str) -> bool:
    text = words.strip()
    if _is_vague(text) or _SOME_OUTLET.fullmatch(text) or _IMAGES.search(words) or _UNNAMED.match(text):
        return False
    if stems(head_word(text) or "") & _PERSON_WORDS:
        return False
    is_definite = bool(_DEFINITE.match(text)) or text[:1].isupper()
    return bool(_PROPER.fullmatch(text)) or (is_definite and bool(_BODY.search(text)))


def is_definite(mention: Mention) -> bool:
    """Whether an unnamed source is one whom the reader knows already ("the mediator", "Kidal's mayor")."""
    return mention.entity is None and bool(_DEFINITE.match(mention.text)) and not is_images(mention)


@lru_cache(maxsize=20_000)
def is_party_outlet(outlet: str | None) -> bool:
    """Whether who publishes is a body that acts: a ministry, a command, a front; no paper, no monitor."""
    body = find_principal(outlet) or outlet if outlet else None
    if body is None or _WATCHING.search(body):
        return False
    return head_word(body) in _ACTING or bool(_ARMED.search(body))


def is_collective(mention: Mention) -> bool:
    """Whether the words mean all who are heard for themselves ("both sides")."""
    return bool(_COLLECTIVE.fullmatch(mention.text.strip()))


def is_staff(mention: Mention, outlet: str | None) -> bool:
    """Whether somebody of the outlet that carries the report speaks ("our correspondent", "this newspaper")."""
    if any(_OWN_STAFF.fullmatch(form.strip()) for form in (mention.text, *mention.names)):
        return True
    employer = find_employer(mention)
    return employer is not None and same_outlet(employer, outlet)


def find_employer(mention: Mention) -> str | None:
    """The outlet whose unnamed reporter speaks ("a Signal Press photographer"), None where the words name none."""
    match = _EMPLOYED.fullmatch(mention.text.strip())
    return match["outlet"] or match["of"] if match else None


def are_other_numbers(left: Mention, right: Mention) -> bool:
    """Whether the words count other numbers of persons ("two officials", "a farmer")."""
    one, other = _count_persons(left), _count_persons(right)
    return one is not None and other is not None and one != other


def _count_persons(mention: Mention) -> int | None:
    """How many unnamed persons speak together ("two officials"); None where the words do not count them.

    "One of the two officials" counts neither one nor two: what one of them says, they say.
    """
    if any(_ONE_OF.match(form) for form in (mention.text, *mention.names)):
        return None
    first = mention.text.strip().split(" ", 1)[0].casefold()
    return 1 if first in ("a", "an", "another") else _NUMBERS.get(first)


def description(mention: Mention) -> frozenset[str]:
    """The words that describe an unnamed source, without those that count it; for a mere "one", what it is one of."""
    bag = stems(mention.text) - stems(" ".join(_NUMBERS))
    return bag or stems(" ".join(mention.names)) or stems(mention.text)


def is_nameless(mention: Mention) -> bool:
    """Whether an unnamed source has no proper name in its words either ("a colonel")."""
    return is_unnamed(mention) and not re.search(r"(?<=\w )[A-Z]", mention.text)


def is_another(mention: Mention) -> bool:
    """Whether the words tell this one apart from one before ("Another resident")."""
    return bool(_OTHER_ONE.match(mention.text))


def are_other_sorts(left: Mention, right: Mention) -> bool:
    """Whether the words are of two sorts of persons ("a farmer", "a driver")."""
    one, other = (stems(mention.text) & _PERSON_WORDS for mention in (left, right))
    return bool(one and other) and not one & other


def head_words(mention: Mention) -> frozenset[str]:
    """The words that say what an unnamed source is ("nurse"); all its words if none is known."""
    bag = stems(" ".join([mention.text, *mention.names]))
    return bag & _PERSON_WORDS or bag


def _has_person_name(mention: Mention) -> bool:
    """Whether a form has two capitalised words after its first ("a nurse, Mira Halen")."""
    return any(re.search(r",\s*(?:[A-Z][\w'’-]+ ?){2,}", name) for name in (mention.text, *mention.names))
