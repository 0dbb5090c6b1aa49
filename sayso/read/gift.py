"""Who gets what is given: "gave the envoys the base", "the base was handed over to the envoys".

The network may take the two noun phrases of the first for one object: the article of the second tells them apart. It
may take whom "to" leads to for who gives, or for what is given.
"""

from sayso.read.labelling import Run, Runs
from sayso.read.words import Words

GIVING = ("hand_over", "supply")
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "its", "their"))


def split_gift(type_: str, roles: Runs, words: Words) -> Runs:
    """The roles, with an object of two noun phrases as recipient and object.

    Where a recipient stands elsewhere ("handing Harb the base to the envoys") the first phrase is who gives.
    """
    if type_ not in GIVING:
        return roles
    parts = [_split(run, words) for run in roles.get("object", ())]
    firsts = tuple(first for first, _ in parts if first)
    if not firsts:
        return roles
    role = "actor" if roles.get("recipient") else "recipient"
    return {**roles, "object": tuple(rest for _, rest in parts), role: (*roles.get(role, ()), *firsts)}


def turn_to_receivers(type_: str, roles: Runs, word: int, words: Words) -> Runs:
    """The roles; without a recipient, whom "to" leads to behind the act (its trigger's `word`) is one."""
    if type_ not in GIVING or roles.get("recipient"):
        return roles
    led_to = {
        run
        for role in ("actor", "object")
        for run in roles.get(role, ())
        if run[0] > word and words.lower[run[0] - 1] == "to"
    }
    if not led_to:
        return roles
    others = {role: tuple(run for run in runs if run not in led_to) for role, runs in roles.items()}
    return {**{role: runs for role, runs in others.items() if runs}, "recipient": tuple(sorted(led_to))}


def _split(run: Run, words: Words) -> tuple[Run | None, Run]:
    """The name before a second article, and what follows; a phrase with one article or none stays whole."""
    start, end = run
    for at in range(start + 1, end - 1):
        if words.lower[at] in _ARTICLES:
            name = words.strings[at - 1]
            is_name = name[0].isupper() and all(w[0].isupper() or w in ("the", "-") for w in words.strings[start:at])
            return ((start, at), (at, end)) if is_name else (None, run)
    return None, run
