"""Incidents of MUC-4, and what our claims say of them; all reports invented."""

from benchmarks.outside.incident import (
    CLAIMED,
    FACT,
    POSSIBLE,
    SUSPECTED,
    SUSPECTED_BY_AUTHORITIES,
    name_confidence,
    name_stage,
    sentence_case,
)
from benchmarks.outside.muc import score_muc
from benchmarks.outside.template import Incident, Suspect, read_key
from sayso.model.claim import Claim, Link, Mention, RoleFiller
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import ClaimType, Role, Stance

BRIGADE = Suspect(("Red Cedar Brigade", "RCB"), (FACT,))
INCIDENT = Incident(
    document="TST9-MUC4-0001",
    type=("BOMBING",),
    stage=("ACCOMPLISHED",),
    places=("ORLANDA",),
    people=("two men",),
    targets=("Orlanda power station",),
    suspects=(BRIGADE,),
)
KEY = """\
0.  MESSAGE: ID                     TST9-MUC4-0001
1.  MESSAGE: TEMPLATE               1
2.  INCIDENT: DATE                  - 04 FEB 90
3.  INCIDENT: LOCATION              VESTANIA: ORLANDA (CITY)
4.  INCIDENT: TYPE                  BOMBING / ATTACK
5.  INCIDENT: STAGE OF EXECUTION    ACCOMPLISHED
9.  PERP: INDIVIDUAL ID             "TWO MEN" / "MEN"
10. PERP: ORGANIZATION ID           "RED CEDAR BRIGADE" / "RCB"
                                    "ARMY"
11. PERP: ORGANIZATION CONFIDENCE   REPORTED AS FACT / POSSIBLE: "RED CEDAR BRIGADE" / "RCB"
                                    ? SUSPECTED OR ACCUSED: "ARMY"
12. PHYS TGT: ID                    "\\"ORLANDA\\" POWER STATION"
16. PHYS TGT: EFFECT OF INCIDENT    DESTROYED: "\\"ORLANDA\\" POWER STATION"

0.  MESSAGE: ID                     TST9-MUC4-0001
1.  MESSAGE: TEMPLATE               2 (OPTIONAL)
4.  INCIDENT: TYPE                  ATTACK
5.  INCIDENT: STAGE OF EXECUTION    ACCOMPLISHED

0.  MESSAGE: ID                     TST9-MUC4-0002
1.  MESSAGE: TEMPLATE               *
4.  INCIDENT: TYPE                  *
"""


def _claim(
    text: str,
    type_: ClaimType = ClaimType.STRIKE,
    *,
    stance: Stance = Stance.ASSERTED,
    actor: str = "",
    speaker: str = "",
    cue: str = "said",
) -> Claim:
    roles = (RoleFiller(Role.ACTOR, Mention(actor)),) if actor else ()
    chain = (Link(Mention(speaker), Span(0, len(cue), cue)),) if speaker else ()
    evidence = Evidence((Span(0, len(text), text),))
    return Claim("c", "r", "v", type_, stance, evidence, roles=roles, chain=chain)


def _confidence(claim: Claim) -> str | None:
    return name_confidence(INCIDENT, BRIGADE, [claim])


def test_a_key_is_read_without_optional_templates_and_those_of_no_incident() -> None:
    (incident,) = read_key(KEY.splitlines())
    assert incident.type == ("BOMBING", "ATTACK")
    assert incident.places == ("ORLANDA",)
    assert incident.targets == ('"ORLANDA" POWER STATION',)
    assert incident.suspects == (
        Suspect(("RED CEDAR BRIGADE", "RCB"), ("REPORTED AS FACT", "POSSIBLE")),
        Suspect(("ARMY",), ("SUSPECTED OR ACCUSED",)),
    )


def test_the_claim_that_shares_most_words_gives_the_stage() -> None:
    near = _claim("Two men bombed the Orlanda power station")
    far = _claim("a bomb threat to a school in Orlanda", ClaimType.THREATEN)
    assert name_stage(INCIDENT, [far, near]) == "ACCOMPLISHED"


def test_tries_and_plans_are_told_from_deeds() -> None:
    tried = _claim("Two men tried to blow up the Orlanda power station")
    planned = _claim("Two men will bomb the Orlanda power station", stance=Stance.PLANNED)
    assert name_stage(INCIDENT, [tried]) == "ATTEMPTED"
    assert name_stage(INCIDENT, [planned]) == "THREATENED"


def test_without_a_claim_of_a_type_that_fits_there_is_no_stage() -> None:
    assert name_stage(INCIDENT, [_claim("Orlanda power station", ClaimType.AGREE)]) is None
    assert name_stage(INCIDENT, [_claim("a market was shelled")]) is None


def test_confidence_follows_speaker_type_and_stance() -> None:
    deed = "the Red Cedar Brigade bombed the station"
    assert _confidence(_claim(deed, actor="the Red Cedar Brigade")) == FACT
    assert _confidence(_claim("we bombed the station", speaker="the RCB")) == CLAIMED
    assert _confidence(_claim(deed, speaker="police", stance=Stance.POSSIBLE)) == SUSPECTED_BY_AUTHORITIES
    assert _confidence(_claim(deed, ClaimType.ACCUSE, speaker="a widow", cue="accused")) == SUSPECTED
    assert _confidence(_claim("a station was bombed", speaker="the RCB", stance=Stance.PLANNED)) == POSSIBLE
    assert _confidence(_claim("a station was bombed")) is None


def test_alternatives_of_gold_are_equally_right_and_no_claim_is_counted_apart() -> None:
    incident = Incident("d", ("BOMBING",), ("ATTEMPTED", "THREATENED"), (), (), ("bridge",), ())
    planned = _claim("they will bomb the bridge", stance=Stance.PLANNED)
    stage, _ = score_muc("x", [incident, incident], {"d": [planned]})
    assert stage.confusion.sum() == stage.confusion[0, 2, 2] == 2
    nothing, _ = score_muc("x", [incident], {"d": []})
    assert nothing.confusion[0, 1, -1] == 1


def test_a_text_in_capitals_keeps_its_length() -> None:
    text = 'ORLANDA, 4 FEB -- [TEXT] TWO MEN FLED. "NOBODY FELL."\n\n   POLICE CAME.'
    assert sentence_case(text) == 'Orlanda, 4 feb -- [text] Two men fled. "nobody fell."\n\n   Police came.'
