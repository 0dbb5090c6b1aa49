"""Senses: which words of reports on conflict mean the same, or next to nothing.

General English only; no names. Lists are short on purpose: a word stands here because two tellings of
one happening use it for the other ("handed over" in the original, "delivered" in a translation).
"""

from __future__ import annotations

import re

#: Words that carry nothing of a happening.
WEAK = frozenset(
    re.findall(
        r"\w+",
        """a an the of and in on at to for by from with without into onto over under up down out off as than then that
    this these those it its he him his she her they them their we us our you your i me my who whom whose which what
    when where why how is are was were be been being am has have had having do does did doing will would shall should
    can could may might must not no nor or but if so very more most some any all both each other another such own same
    also too only just there here again still yet now already after before during while until since about around near
    said says say told tell tells according announced reported report reports added stated called s t
    one ones mr mrs ms col gen al el ll d""",
    )
)

IRREGULAR = {
    **dict.fromkeys(["took", "taken", "takes", "taking"], "take"),
    **dict.fromkeys(["retook", "retaken", "retaking", "retake"], "retake"),
    **dict.fromkeys(["held", "holds", "holding"], "hold"),
    **dict.fromkeys(["fled", "flees", "fleeing"], "flee"),
    **dict.fromkeys(["fell", "fallen", "falls"], "fall"),
    **dict.fromkeys(["left", "leaves", "leaving"], "leave"),
    **dict.fromkeys(["lost", "loses", "losing"], "lose"),
    **dict.fromkeys(["fought", "fights"], "fight"),
    **dict.fromkeys(["burnt", "burned", "burning", "burns"], "burn"),
    **dict.fromkeys(["brought", "brings"], "bring"),
    **dict.fromkeys(["drove", "driven", "driving"], "drive"),
    **dict.fromkeys(["shot", "shoots"], "shoot"),
    **dict.fromkeys(["gave", "given", "gives", "giving"], "give"),
    **dict.fromkeys(["went", "gone", "goes", "going"], "go"),
    **dict.fromkeys(["came", "comes", "coming"], "come"),
    **dict.fromkeys(["withdrew", "withdrawn", "withdrawal", "withdraws"], "withdraw"),
    **dict.fromkeys(["blew", "blown"], "blow"),
    **dict.fromkeys(["died", "dies", "dying", "dead", "death", "deaths"], "die"),
    **dict.fromkeys(["men", "man"], "man"),
    **dict.fromkeys(["women", "woman"], "woman"),
    **dict.fromkeys(["children", "child"], "child"),
    **dict.fromkeys(["people", "persons", "person"], "person"),
    **dict.fromkeys(["lay", "lain", "lying", "lie", "lies"], "lie"),
    **dict.fromkeys(["sent", "sends", "sending"], "send"),
    **dict.fromkeys(["spent", "spends"], "spend"),
    **dict.fromkeys(["wore", "worn"], "wear"),
    **dict.fromkeys(["broke", "broken", "breaks"], "break"),
    **dict.fromkeys(["bought", "buys"], "buy"),
    **dict.fromkeys(["sold", "sells", "selling"], "sell"),
    **dict.fromkeys(["paid", "pays"], "pay"),
    **dict.fromkeys(["kept", "keeps"], "keep"),
    **dict.fromkeys(["met", "meets"], "meet"),
    **dict.fromkeys(["ran", "runs", "running"], "run"),
    **dict.fromkeys(["seen", "saw", "sees", "seeing"], "see"),
    **dict.fromkeys(["stood", "stands"], "stand"),
    **dict.fromkeys(["thought", "thinks"], "think"),
    **dict.fromkeys(["known", "knew", "knows"], "know"),
    **dict.fromkeys(["wives", "wife"], "wife"),
    **dict.fromkeys(["lorries", "lorry"], "lorry"),
    **dict.fromkeys(["families", "family"], "family"),
    **dict.fromkeys(["talks", "talk"], "talk"),
}

#: Groups of words with one meaning in reports on conflict; the first names the group.
GROUPS = (
    "seize take capture captured seized taken retake recapture recaptured retook regain conquer overrun "
    "conquest fall occupy liberate",
    "fight battle combat clash skirmish firefight fighting",
    "fierce heavy violent intense bitter",
    "deliver hand surrender",
    "kill die martyr fatality execute slay casualty corpse body bodies lives",
    "wound wounded hurt injure injured",
    "prisoner captive detainee detain captivity",
    "soldier troop troops soldiers garrison serviceman",
    "fighter fighters militant gunman combatant",
    "withdraw pull retreat leave depart withdrawal departure flee evacuate",
    "plane aircraft jet airplane planes jets",
    "lorry truck lorries trucks",
    "picture photo photograph image pictures photos photographs images",
    "elder sheikh notable elders sheikhs",
    "settlement town city village",
    "base airbase",
    "strike bomb shell bombard bombed shelled shelling bombing bombardment airstrike raid",
    "agreement understanding deal accord contract pact",
    "ceasefire truce armistice",
    "house home",
    "aid relief",
    "inspect examine measure",
    "pier quay dock wharf",
    "lease rent let rented leased lease",
    "sailor marine",
    "ship vessel warship boat launch",
    "road route passage",
    "airport airfield",
    "deny denied denies reject dismiss",
    "rebel insurgent terrorist rebels insurgents terrorists",
    "resident inhabitant villager",
    "arrive reach enter arrival entered entry",
    "arm weapon arms weapons",
    "supply provide deliver equip",
    "use usage",
    "hold control possession controlled",
    "talk negotiation negotiate",
    "worth value",
    "stay remain",
    "rifle gun",
    "save rescue",
    "burn fire",
    "ask request demand urge appeal call",
)
