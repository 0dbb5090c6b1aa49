"""Account: one version of an event, made of claims that agree with each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.corroborate.conflict.saying import Clash, Saying
from sayso.model.account import Account
from sayso.model.identity import identify


def make_accounts(
    sayings: Sequence[Saying], clashes: Sequence[Clash], *, learnt: Mapping[str, int]
) -> tuple[Account, ...]:
    """The accounts of one event: claims that clash are apart, all others together as far as that goes.

    Claims that clash with nothing go with what their own voice says, else with the account of most claims.
    """
    against = _find_opponents(clashes)
    groups: list[list[Saying]] = []
    for saying in sorted(sayings, key=lambda s: (-len(against.get(s.node.id, ())), s.node.id)):
        fitting = [g for g in groups if not any(o.node.id in against.get(saying.node.id, ()) for o in g)]
        if fitting:
            max(fitting, key=lambda g: (_is_heard(saying, g), len(g))).append(saying)
        else:
            groups.append([saying])
    accounts = [_make_account(group, learnt=learnt) for group in groups]
    return tuple(sorted(accounts, key=lambda account: learnt[account.claims[0]]))


def _find_opponents(clashes: Sequence[Clash]) -> dict[str, set[str]]:
    against: dict[str, set[str]] = {}
    for clash in clashes:
        for one in clash.left:
            for other in clash.right:
                if one.node.id != other.node.id:
                    against.setdefault(one.node.id, set()).add(other.node.id)
                    against.setdefault(other.node.id, set()).add(one.node.id)
    return against


def _is_heard(saying: Saying, group: Sequence[Saying]) -> bool:
    return any(not saying.is_other_voice(other) for other in group)


def _make_account(group: Sequence[Saying], *, learnt: Mapping[str, int]) -> Account:
    claims = sorted((claim for saying in group for claim in saying.claims), key=lambda claim: learnt[claim])
    voices = dict.fromkeys(saying.voice.id for saying in group if saying.voice)
    return Account(id=identify("a", *sorted(claims)[:1], len(claims)), claims=tuple(claims), voices=tuple(voices))
