"""Unit: what a count counts, under the word that counts are compared by, and whether civilians or combatants."""

from __future__ import annotations

import re

#: The noun that is counted -> the unit.
UNITS: dict[str, str] = {
    noun: unit
    for unit, nouns in {
        "soldier": "soldier soldiers troop troops conscript conscripts serviceman servicemen infantryman infantrymen"
        " paratrooper paratroopers marine marines officer officers sergeant sergeants reservist reservists",
        "person": "person persons people man men woman women civilian civilians resident residents inhabitant"
        " inhabitants fighter fighters militant militants rebel rebels terrorist terrorists gunman gunmen guard guards"
        " prisoner prisoners captive captives hostage hostages mercenary mercenaries militiaman militiamen policeman"
        " policemen worker workers body bodies martyr martyrs dead wounded injured victim victims refugee refugees"
        " farmer farmers villager villagers passenger passengers member members sailor sailors citizen citizens"
        " elder elders shepherd shepherds patient patients volunteer volunteers other others detainee detainees"
        " insurgent insurgents commander commanders driver drivers pilot pilots peacekeeper peacekeepers gendarme"
        " gendarmes student students teacher teachers doctor doctors nurse nurses journalist journalists medic medics"
        " migrant migrants evacuee evacuees protester protesters demonstrator demonstrators herder herders fisherman"
        " fishermen aid-worker staff crew crewman crewmen casualty casualties fatality fatalities death deaths corpse"
        " corpses lawyer lawyers official officials leader leaders follower followers miner miners priest priests"
        " monk monks combatant combatants partisan partisans jihadist jihadists commando commandos monitor monitors"
        " observer observers adviser advisers advisor advisors instructor instructors engineer engineers inmate inmates"
        " convict convicts believer believers worshipper worshippers souls adult adults foreigner foreigners",
        "child": "child children girl girls boy boys pupil pupils infant infants minor minors baby babies newborn"
        " newborns toddler toddlers",
        "family": "family families household households",
        "vehicle": "vehicle vehicles lorry lorries truck trucks car cars pickup pickups pick-up pick-ups tank tanks"
        " bus buses ambulance ambulances jeep jeeps armoured armored trailer trailers technicals humvees humvee"
        " carrier carriers minibus minibuses motorcycle motorcycles motorbike motorbikes bulldozer bulldozers",
        "aircraft": "aircraft plane planes aeroplane aeroplanes airplane airplanes jet jets helicopter helicopters"
        " warplane warplanes airliner bomber bombers gunship gunships mig migs sukhoi sukhois airframe airframes",
        "drone": "drone drones uav uavs quadcopter quadcopters",
        "ship": "ship ships vessel vessels warship warships frigate frigates tanker tankers freighter freighters"
        " destroyer destroyers corvette corvettes trawler trawlers",
        "boat": "boat boats launch launches dinghy dinghies dhow dhows canoe canoes pirogue pirogues",
        "gun": "gun guns cannon cannons howitzer howitzers mortar mortars launcher launchers",
        "weapon": "weapon weapons rifle rifles firearm firearms kalashnikov kalashnikovs pistol pistols arms",
        "missile": "missile missiles rocket rockets",
        "shell": "shell shells mine mines bomb bombs munition munitions round rounds",
        "building": "building buildings house houses home homes",
        "tonne": "tonne tonnes ton tons",
        "barrel": "barrel barrels",
        "dollar": "dollar dollars usd",
        "euro": "euro euros",
        "pound": "pound pounds",
        "rouble": "rouble roubles ruble rubles",
        "rupee": "rupee rupees",
        "crown": "crown crowns",
        "birr": "birr",
        "km": "km kilometre kilometres kilometer kilometers",
        "metre": "metre metres meter meters",
        "mile": "mile miles",
        "hectare": "hectare hectares",
        "pallet": "pallet pallets",
        "meal": "meal meals",
        "piece": "piece pieces",
        "day": "day days",
        "year": "year years",
        "hour": "hour hours",
        "month": "month months",
        "week": "week weeks",
        "minute": "minute minutes",
    }.items()
    for noun in nouns.split()
}
#: Units that count people one by one: a report may call them soldiers, another men.
PEOPLE = frozenset({"person", "soldier", "child"})
_PER_CENT = re.compile(r"^(?: per ?cent\b|-per-cent\b)")
_SYMBOLS = {"$": "dollar", "€": "euro", "£": "pound"}
_CIVILIAN = re.compile(
    r"\b(?:civilians?|women|woman|children|child|famil(?:y|ies)|residents?|villagers?|farmers?|shepherds?|pupils?"
    r"|students?|passengers?|patients?|refugees?|aid workers?|doctors?|nurses?|teachers?|journalists?)\b",
    re.IGNORECASE,
)
_COMBATANT = re.compile(
    r"\b(?:soldiers?|troops|fighters?|militants?|rebels?|terrorists?|gunm[ae]n|mercenar(?:y|ies)|insurgents?"
    r"|militiam[ae]n|conscripts?|servicem[ae]n|jihadists?|commandos?)\b",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"[,.;:()“”\"]|\b(?:of|in|on|at|from|with|who|which|that|and|or|to|by|were|was|had|have|is|are|as)\b"
)


def parse_unit(words: str, *, start: int = 0, end: int = 0) -> str | None:
    """The unit of normalised words whose number stands from `start` to `end`; None for a noun that is not listed.

    The last listed noun before the phrase ends counts ("12 police officers"), else the first one
    behind the number, else any ("lorries, 30 of them").
    """
    symbol = _SYMBOLS.get(words[start - 1 : start])
    if symbol or _PER_CENT.match(words[end:]):
        return symbol or "per cent"
    tail = re.sub(r"^\s*of (?:its|the|their|his|our|them)?", "", words[end:])
    stop = _STOP.search(tail)
    near = tail[: stop.start()] if stop else tail
    for stretch in (near, tail, words):
        found = [UNITS[word] for word in re.findall(r"[a-z-]+", stretch) if word in UNITS]
        if found:
            return found[-1] if stretch is near else found[0]
    return None


def parse_status(words: str) -> str | None:
    """`civilian` or `combatant` where the words name one of them alone, else None."""
    civilian, combatant = _CIVILIAN.search(words), _COMBATANT.search(words)
    if civilian and not combatant:
        return "civilian"
    return "combatant" if combatant and not civilian else None


def is_same_unit(one: str | None, other: str | None) -> bool:
    """Whether two units can be one: the same, both people, or one of them not said."""
    return one is None or other is None or one == other or (one in PEOPLE and other in PEOPLE)
