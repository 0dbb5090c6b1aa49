"""Repelled: who beats an attack off is not who attacks ("its troops beat off the assault").

The network takes the only party named beside an attack for its doer; the words between the two tell.
"""

import re

from sayso.read.labelling import Run, Runs
from sayso.read.words import Words

ATTACKS = ("attack", "strike", "clash", "seize")
_REPELS = (
    r"(?:repel(?:s|led|ling)?|repuls(?:e|es|ed|ing)|beat(?:s|en|ing)? (?:off|back)|foil(?:s|ed|ing)?"
    r"|thwart(?:s|ed|ing)?|fend(?:s|ed|ing)? off|ward(?:s|ed|ing)? off|withst(?:and|ood)"
    r"|(?:push|drive|drove|throw|threw|turn)(?:n|ed|s|ing)? back|stopp?(?:s|ed|ing)|fought off)"
)
_BY_SUBJECT = re.compile(
    rf"^ (?:(?:have|has|had|were|was|are|is|also|successfully|already) )*{_REPELS}"
    r"(?: (?:the|an?|all|this|that|several|two|three|rebel|enemy|new|large|their|its|another|[a-z]+['’]s))*$",
    re.IGNORECASE,
)
_BY_AGENT = re.compile(
    rf"^(?: [\w'’-]+){{0,6}} (?:was|were|been|being|is|are) (?:[a-z]+ly )?{_REPELS} by$", re.IGNORECASE
)


def part_repellers(type_: str, roles: Runs, trigger: int, words: Words) -> Runs:
    """The roles of an attack, with who repelled it as who was attacked, and no longer as who attacks."""
    actors = roles.get("actor", ())
    if type_ not in ATTACKS or not actors:
        return roles
    repellers = tuple(run for run in actors if _repels(run, trigger, words))
    if not repellers:
        return roles
    others = tuple(run for run in actors if run not in repellers)
    suffer = roles.get("recipient", ()) or repellers
    return {**roles, "actor": others, "recipient": suffer}


def _repels(run: Run, trigger: int, words: Words) -> bool:
    start, end = run
    if end <= trigger:
        return bool(_BY_SUBJECT.match(words.text[words.spans[end - 1, 1] : words.spans[trigger, 0]].rstrip()))
    if start > trigger:
        return bool(_BY_AGENT.match(words.text[words.spans[trigger, 1] : words.spans[start, 0]].rstrip()))
    return False
