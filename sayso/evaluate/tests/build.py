"""One row, or an affair of one report, in one line."""

from sayso.evaluate.gold import GoldAffair, GoldClaim, GoldReport
from sayso.model.values.stance import ClaimType, Role, Stance

TEXT = "Rebels took the fort on Monday, the mayor said. Soldiers left the fort, the mayor said."


def gold(evidence="Rebels took the fort", *, roles=(), **more):
    """A gold claim of the report `day`: `seize`, asserted by the mayor."""
    fields = {
        "id": "g1",
        "report": "day",
        "type": "seize",
        "stance": "asserted",
        "said_by": ("the mayor", "Day"),
    } | more
    fields["type"], fields["stance"] = ClaimType(fields["type"]), Stance(fields["stance"])
    return GoldClaim(evidence=evidence, roles=tuple((Role(role), words) for role, words in roles), **fields)


def affair(*claims, text=TEXT, **more):
    """An affair of one report, `day`."""
    return GoldAffair("fort", (GoldReport("day", text),), claims, **more)


def report(text=TEXT, **more):
    """The row of that report."""
    return {"kind": "report", "id": "r1", "address": "in/day.txt", "held": True, "published": None, "text": text} | more


def claim(evidence="Rebels took the fort", *, text=TEXT, by="the mayor", **more):
    """A claim row whose evidence stands in `text`; `by` None: the outlet's own voice."""
    start = text.index(evidence)
    chain = [{"source": {"text": speaker}} for speaker in ([by] if by else []) + ["Day"]]
    row = {"kind": "claim", "id": "c1", "report": "r1", "type": "seize", "stance": "asserted"}
    row |= {"said_in": "t1" if by else None, "evidence": {"spans": [[start, start + len(evidence)]]}, "chain": chain}
    return row | {"roles": [], "when": None, "quantities": [], "manner": None} | more
