"""Conflict: accounts of one event that cannot both be so.

Only what is said of what happened can conflict: a plan, a demand, a question or an opinion never does.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.corroborate.conflict.manner import find_manner_clashes
from sayso.corroborate.conflict.number import find_number_clashes
from sayso.corroborate.conflict.occurrence import find_holder_clashes, find_occurrence_clashes
from sayso.corroborate.conflict.responsibility import find_responsibility_clashes, find_time_clashes
from sayso.corroborate.conflict.saying import Clash, Saying
from sayso.corroborate.side import Sides
from sayso.model.account import Account
from sayso.model.conflict import Conflict, ConflictOn


def find_clashes(sayings: Sequence[Saying], sides: Sides) -> list[Clash]:
    """All clashes of one event; who holds it is not asked again where the happening itself is denied."""
    occurrence = find_occurrence_clashes(sayings, sides)
    clashes = [*occurrence, *find_manner_clashes(sayings), *find_number_clashes(sayings), *find_time_clashes(sayings)]
    clashes += find_responsibility_clashes(sayings, sides)
    denied = {s.node.id for clash in occurrence for s in (*clash.left, *clash.right)}
    clashes += [
        clash
        for clash in find_holder_clashes(sayings, sides)
        if not {s.node.id for s in (*clash.left, *clash.right)} <= denied
    ]
    return clashes


def make_conflicts(clashes: Sequence[Clash], accounts: Sequence[Account]) -> tuple[Conflict, ...]:
    """The clashes as conflicts between accounts."""
    return tuple(
        Conflict(
            on=clash.on,
            accounts=(_account_of(clash.left, accounts), _account_of(clash.right, accounts)),
            between=(_claims(clash.left), _claims(clash.right)),
            values=clash.values,
            because=clash.because,
        )
        for clash in sorted(clashes, key=lambda c: (list(ConflictOn).index(c.on), _claims(c.left), _claims(c.right)))
    )


def _claims(sayings: Sequence[Saying]) -> tuple[str, ...]:
    return tuple(sorted(claim for saying in sayings for claim in saying.claims))


def _account_of(side: Sequence[Saying], accounts: Sequence[Account]) -> str:
    """The account that holds most claims of a side."""
    claims = set(_claims(side))
    return max(accounts, key=lambda account: (len(claims & set(account.claims)), account.id)).id
