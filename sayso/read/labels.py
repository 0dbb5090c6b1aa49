"""What the network tells apart, in the order of its outputs: changing an order makes the shipped weights wrong."""

TYPES = (
    "accuse", "agree", "attack", "besiege", "clash", "deploy", "destroy", "detain", "displace", "hand_over", "hold",
    "injure", "kill", "mobilize", "negotiate", "present", "refuse", "request", "seize", "silence", "statement",
    "strike", "supply", "support", "threaten", "withdraw",
)  # fmt: skip
STANCES = ("asserted", "denied", "possible", "planned", "requested", "questioned", "judged")
OWN, SPOKEN, UNDERSTOOD = 0, 1, 2  # voices: the outlet's; a speaker with words here; a speaker named before
RULED, POLNEAR = 0, 1  # conventions of attribution: the ruled corpus's, and PolNeAR's (attitudes count, nothing nests)

# Words on either side of an anchor that a pair head reads.
CUE_REACH = 96  # 98.5 % of PolNeAR's attributions lie within
CLAIM_REACH = 64  # 99.8 % of the ruled corpus's speakers, nearly all of its contents and roles

SPEECH = ("source", "cue", "content")
ROLES = ("actor", "recipient", "object", "place", "origin", "destination")
TIMES = ("when", "number")
MANNER = ("manner",)
CHANNEL = ("channel",)
ANTECEDENT = ("antecedent",)  # of a speaker who has a pronoun, a short form or no words here
CUE_LAYERS = (SPEECH, CHANNEL, ANTECEDENT)  # of an attribution, anchored at the first word of its cue
CLAIM_LAYERS = (
    SPEECH,
    ROLES,
    TIMES,
    MANNER,
    ANTECEDENT,
)  # of a claim, anchored at its trigger, or a statement's first word


def label_count(layer: tuple[str, ...]) -> int:
    """Outside, then a beginning and an inside for each name."""
    return 1 + 2 * len(layer)
