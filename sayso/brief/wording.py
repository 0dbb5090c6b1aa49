"""The words in which the brief says what the record holds; the glossary's, put for people."""

from __future__ import annotations

from sayso.model.values.stance import ClaimType, Stance

#: What a date was counted from, by its basis.
DATED = {
    "words": "as the words say",
    "scene": "counted from another date of the text",
    "published": "counted from the day of publication",
    "dateline": "counted from the day in the dateline",
    "person": "counted from the day of publication that a person set",
    "text": "counted from the day that the text gives for itself",
    "link": "counted from the day in the report's address",
}

HAPPENED: dict[ClaimType, str] = {
    ClaimType.HOLD: "Held",
    ClaimType.SEIZE: "Taken",
    ClaimType.HAND_OVER: "Handed over",
    ClaimType.WITHDRAW: "Withdrawal",
    ClaimType.BESIEGE: "Siege",
    ClaimType.STRIKE: "Strike",
    ClaimType.CLASH: "Fighting",
    ClaimType.ATTACK: "Attack",
    ClaimType.DESTROY: "Destruction",
    ClaimType.KILL: "Killed",
    ClaimType.INJURE: "Injured",
    ClaimType.DISPLACE: "Displaced",
    ClaimType.DETAIN: "Detained",
    ClaimType.DEPLOY: "Arrival or move",
    ClaimType.PRESENT: "Present",
    ClaimType.MOBILIZE: "Preparation or gathering",
    ClaimType.SUPPLY: "Supply",
    ClaimType.SUPPORT: "Support",
    ClaimType.AGREE: "Agreement",
    ClaimType.NEGOTIATE: "Talks",
    ClaimType.REFUSE: "Refusal",
    ClaimType.REQUEST: "Demand",
    ClaimType.THREATEN: "Threat",
    ClaimType.ACCUSE: "Accusation",
    ClaimType.SILENCE: "Silence",
    ClaimType.STATEMENT: "Statement",
}

PUTS: dict[Stance, str] = {
    Stance.ASSERTED: "asserts",
    Stance.DENIED: "denies",
    Stance.POSSIBLE: "holds possible",
    Stance.PLANNED: "plans or announces",
    Stance.REQUESTED: "asks for",
    Stance.QUESTIONED: "asks whether",
    Stance.JUDGED: "judges",
}

PUT_BY: dict[Stance, str] = {
    Stance.DENIED: "denied by",
    Stance.POSSIBLE: "held possible by",
    Stance.PLANNED: "planned or announced by",
    Stance.REQUESTED: "asked for by",
    Stance.QUESTIONED: "questioned by",
    Stance.JUDGED: "judged by",
}


def plural(count: int, one: str, many: str | None = None) -> str:
    """`1 voice`, `3 voices`."""
    return f"{count} {one if count == 1 else many or one + 's'}"
