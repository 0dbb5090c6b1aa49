"""Conflict: accounts of one event that cannot both be so.

Only what is said of what happened can conflict: a plan, a demand, a question or an opinion never does.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.corroborate.conflict.holder import find_holder_clashes
from sayso.corroborate.conflict.manner import find_manner_clashes
from sayso.corroborate.conflict.motive import find_motive_clashes
from sayso.corroborate.conflict.number import find_number_clashes
from sayso.corroborate.conflict.occurrence import find_occurrence_clashes
from sayso.corroborate.conflict.responsibility import find_responsibility_clashes
from sayso.corroborate.conflict.saying import Clash, Saying, are_several
from sayso.corroborate.conflict.time import find_time_clashes
from sayso.corroborate.side import Sides
from sayso.model.account import Account
from sayso.model.conflict import Conflict, ConflictOn


def find_clashes(sayings: Sequence[Saying], sides: Sides) -> list[Clash]:
    """All clashes of one event.

    A denial is heard once: who denies that his side did it is not heard again on whether it happened, and who holds
    it is not asked of a taking that is itself denied. Where one voice alone is heard, nothing is asked: nobody
    clashes with himself.
    """
    if not are_several(sayings):
        return []
    responsibility = find_responsibility_clashes(sayings, sides)
    manner = find_manner_clashes(sayings, settled=_names(responsibility, only_denied=True))
    motive = find_motive_clashes(sayings, sides, told=[*responsibility, *manner])
    settled = _names(responsibility) | _names([*manner, *motive], only_denied=True)
    occurrence = find_occurrence_clashes(sayings, sides, settled=settled)
    denied = {s.node.id for clash in occurrence for s in clash.left}
    holder = find_holder_clashes(sayings, sides, denied=denied)
    counted = [*find_number_clashes(sayings), *find_time_clashes(sayings)]
    return [*responsibility, *occurrence, *holder, *manner, *counted, *motive]


def _names(clashes: Sequence[Clash], *, only_denied: bool = False) -> frozenset[str]:
    return frozenset(
        s.node.id for clash in clashes for s in (*clash.left, *clash.right) if s.is_denied or not only_denied
    )


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
