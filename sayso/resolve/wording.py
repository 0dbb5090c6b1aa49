"""Wording: the words by which English reports mark who somebody is; closed lists, each with its use."""

from __future__ import annotations

import re
from functools import lru_cache


def list_words(words: str) -> list[str]:
    """The words of a list written as running text, so that long lists stay readable."""
    return words.split()


def _set(words: str) -> frozenset[str]:
    return frozenset(list_words(words))


SINGULAR_PRONOUNS = _set("he she him her his hers himself herself i me my mine myself")
FEMALE_PRONOUNS = _set("she her hers herself")
NEUTER_PRONOUNS = _set("it its itself")
PLURAL_PRONOUNS = _set("they them their theirs themselves")
OWN_PRONOUNS = _set("i me my mine myself we us our ours ourselves")
DEMONSTRATIVES = _set("this that these those which who there here whose")
PRONOUNS = SINGULAR_PRONOUNS | NEUTER_PRONOUNS | PLURAL_PRONOUNS | OWN_PRONOUNS

#: Words before a name that are no part of it. "spokesman" and the like also say what the person is.
RANKS = _set(
    "colonel col general gen major maj captain capt lieutenant lt sergeant sgt brigadier brig corporal admiral adm"
    " rear vice marshal field commodore commander brigadier-general lieutenant-colonel commandant private inspector"
    " vice-admiral lieutenant-general major-general général comandante commandante"
)
HONORIFICS = _set("mr mrs ms miss dr prof professor sir sheikh shaykh imam father sister haji hajji engineer madame")
OFFICES = _set(
    "spokesman spokeswoman spokesperson spokesmen minister president premier chancellor king emir prince governor"
    " mayor secretary deputy head leader chief director ambassador envoy editor chairman chairwoman chairperson chair"
    " analyst expert researcher adviser advisor official officer commander representative coordinator senator mp"
    " lawmaker politician activist lawyer judge prosecutor doctor surgeon nurse teacher journalist reporter"
    " correspondent professor lecturer scientist diplomat attaché attache undersecretary commissioner administrator"
    " sub-prefect prefect chieftain elder member negotiator veteran counsel bishop archbishop pastor priest imam"
    " shopkeeper farmer driver guard fighter soldier sergeant colonel general major captain lieutenant engineer"
    " historian economist columnist author president-elect delegate registrar superintendent manager warden ranger"
)
KIN = _set(
    "brother sister mother father son daughter wife husband cousin uncle aunt neighbour neighbor friend nephew comrade"
)
# What people are by trade or task, one by one; their plurals are made of these.
_CALLINGS = _set(
    "master treasurer operator agent owner cook coach gendarme broker photographer blogger councillor councilor"
    " volunteer adjutant participant headman pharmacist counsellor counselor catechist ombudsman ombudswoman tracker"
    " dealer baker boss miner quartermaster interpreter translator vice-president returnee statistician consul"
    " passenger supplier beekeeper tailor foreman counterpart stationmaster vicar stringer deacon investigator auditor"
    " secretary-general drafter controller advocate magistrate manufacturer carpenter headmistress headmaster"
    " hotelkeeper curator meteorologist geologist purser muleteer contractor paramedic sentry goatherd gatekeeper"
    " technician cleric producer assistant player caretaker caterer dispatcher attorney attorney-general surveyor"
    " constable jockey pathologist inspector inspector-general director-general staffer founder trainer workman"
    " schoolteacher schoolmaster schoolmistress dentist organiser organizer cacique starosta ataman nakhoda referee"
    " umpire cleaner spectator opponent guide consultant logistician seminarian geographer typist agronomist herdsman"
    " gardener missionary rector archaeologist butcher electrician midwife abbot rabbi mullah mufti smuggler"
    " steward stewardess waiter waitress singer actor writer poet painter sculptor photographer printer bookseller"
)
#: Heads of descriptions of people whom a report leaves unnamed.
PERSON_NOUNS = (
    OFFICES
    | KIN
    | frozenset(f"{word}s" for word in OFFICES | KIN if not word.endswith(("s", "man", "woman", "general", "y")))
    | RANKS
    | _set(
        "man woman boy girl resident residents witness witnesses source sources worker workers official officials"
        " soldier soldiers fighter fighters officer officers elder elders sheikh sheikhs diplomat diplomats analyst"
        " analysts observer observers activist activists people inhabitants inhabitant villager villagers survivor"
        " survivors captive merchant trader engineer engineers medic medics doctors nurses teachers relatives relative"
        " mourners fishermen fisherman farmers refugees refugee migrants members visitor passer-by pilot pilots welder"
        " preacher widow student students pupil shepherd shepherds herder herders expert experts politicians ministers"
        " diplomats commanders leaders notables parents families family neighbours spectators functionaries functionary"
        " deputies aide aides insider insiders informant caller person persons spotter patient patients one two three"
        " another others some both none other mayor employee guards policeman policemen insurgent customer clerk"
        " colleague comrade orderly porter mechanic porter boatman skipper sailor crew dockers tribesman tribesmen"
        " militiaman militiamen prisoner prisoners detainee detainees interlocutor secretary critics supporters"
        " opponents authorities women boys girls children lady ladies gentleman gentlemen guys lads accused defendant"
        " grandmother grandfather bride eyewitness eyewitnesses successor deserter defector hostage rebel nun monk"
    )
    | _CALLINGS
    | frozenset(f"{word}s" for word in _CALLINGS if not word.endswith(("s", "man", "woman", "general")))
)
#: Heads of named parties and bodies.
GROUP_HEADS = _set(
    "army front council government ministry force forces guard guards brigade brigades battalion party movement"
    " coalition alliance union league authority command committee commission agency office bureau mission command"
    " parliament assembly congress senate house militia group organisation organization corps division regiment"
    " company companies bank court police service services bloc block staff presidency embassy junta administration"
    " cooperative federation state cross crescent nations defence defense society institute university monitor"
    " observatory foundation network clans tribe tribes clan faction rebels regime opposition leadership board panel"
    " syndicate chamber directorate department cabinet garrison navy fund ngo charity wing community secretariat"
    " delegation headquarters municipality mosque church hospital centre center school unit squadron troops fighters"
    " association team prosecution corporation tribunal legislature inspectorate firm collective parties groups"
    " factions governments agencies ministries unions committees teams churches legion legions vanguard phalange"
    " phalanges contingent platoon squad squads"
)
PLACE_HEADS = _set(
    "base airbase airport airfield airstrip town city village camp port harbour harbor field oilfield province region"
    " district area valley mountain hill hills ridge river bridge road crossing border capital island islands"
    " neighbourhood neighborhood quarter suburb gate station plant dam refinery barracks checkpoint headquarters"
    " country coast desert plain hospital school mosque square market prison depot pier quay terminal runway complex"
    " outpost locality governorate county state peninsula strait lake pass junction crossroads stronghold enclave"
    " compound embassy palace ministry building fortress garrison territory site place enclosure"
    " weir reservoir waterworks canal tunnel fort citadel castle substation shipyard wharf jetty lighthouse"
    " north south east west north-west north-east south-west south-east northwest northeast southwest southeast"
)
OUTLET_HEADS = _set(
    "agency press times post news newspaper wire radio tv television channel channels network website site herald"
    " gazette courier telegraph tribune journal chronicle daily weekly review observer broadcasting media mail"
    " guardian magazine paper today online service messenger standard star mirror voice bulletin argus ledger sun"
    " independent globe monitor echo correspondent info media"
)
#: Generic words for outlets: "the agency", "the newspaper", "this newspaper".
OUTLET_NOUNS = _set("agency newspaper paper channel website site station magazine network daily weekly broadcaster")
IMAGE_NOUNS = _set(
    "image images picture pictures photo photos photograph photographs video videos footage imagery map maps film clip"
)
DOCUMENT_NOUNS = _set(
    "report reports statement communique communiqué document documents letter letters study copy post posts paper"
    " papers record records list lists note notes file files text memo leaflet order contract message messages tweet"
    " account accounts book log logs notice bulletin release survey dossier poll figures data register inventory annex"
    " indictment memorandum article petition telegram decree agreement accord treaty recording census assessment"
    " caption circular announcement"
)
#: Nouns for those who belong to a party: "fighters of the Front" are the Front.
MEMBERS = _set(
    "fighters fighter men forces force troops troop soldiers soldier elements members member units unit militants"
    " gunmen rebels guards heroes lions sons officers fleet aircraft planes jets drones warplanes gunners artillery"
    " guns missiles convoys convoy columns column battalions brigades militia militias police policemen commandos"
    " mercenaries partisans volunteers supporters followers loyalists contingent detachment garrison terrorists"
    " gangs authorities officials pilots army navy patrols patrol navy helicopters tanks marines ships warships"
)
#: An organ of a state -> the plain word under which its names are compared.
ORGANS = {
    "army": "army",
    "military": "army",
    "armed forces": "army",
    "security forces": "army",
    "general staff": "general staff",
    "army staff": "general staff",
    "army command": "general staff",
    "air force": "air force",
    "navy": "navy",
    "government": "government",
    "authorities": "government",
    "cabinet": "government",
    "junta": "government",
    "presidency": "presidency",
    "parliament": "parliament",
    "defence ministry": "defence ministry",
    "defense ministry": "defence ministry",
    "ministry of defence": "defence ministry",
    "ministry of defense": "defence ministry",
    "foreign ministry": "foreign ministry",
    "ministry of foreign affairs": "foreign ministry",
    "interior ministry": "interior ministry",
    "ministry of the interior": "interior ministry",
    "ministry of interior": "interior ministry",
    "state television": "state media",
    "state tv": "state media",
    "state radio": "state media",
    "state media": "state media",
    "government radio": "state media",
    "radio of the government": "state media",
    "police": "police",
    "gendarmerie": "gendarmerie",
    "coast guard": "coast guard",
    "coastguard": "coast guard",
    "opposition": "opposition",
    "embassy": "embassy",
}
#: Organs that speak for the state as a whole; parliament, police and opposition have voices of their own.
STATE_ORGANS = frozenset(
    {"army", "general staff", "air force", "navy", "government", "presidency", "defence ministry", "foreign ministry"}
    | {"interior ministry", "state media", "embassy", "coast guard"}
)
FEMALE = _set(
    "spokeswoman chairwoman woman mother sister wife daughter aunt widow girl she nurse ms mrs madame queen actress"
    " policewoman congresswoman businesswoman grandmother niece"
)
MALE = _set(
    "spokesman chairman man father brother husband son uncle boy sheikh imam mr sir king prince policeman fisherman"
    " gunman grandfather nephew priest businessman"
)
_TOKEN = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


def words_of(text: str) -> list[str]:
    """Lower-case words, hyphens and apostrophes kept, possessive endings dropped."""
    return list(_split(text))


@lru_cache(maxsize=50_000)
def _split(text: str) -> tuple[str, ...]:
    words = _TOKEN.findall(text.casefold())
    return tuple(_OWNS.sub("", word) if "'" in word or "’" in word else word for word in words)


_OWNS = re.compile(r"['’]s?$")
