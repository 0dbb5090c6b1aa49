"""A title names whom claims name: never nobody, and a bare number as one. The claims are invented."""

from sayso.model.claim import Claim, Mention, RoleFiller
from sayso.model.event import Event
from sayso.model.title import is_nobody, title_of
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import ClaimType, Role, Stance


def claim(words: str, type_: ClaimType, **roles: str) -> Claim:
    span = Span(0, len(words), words)
    fillers = tuple(RoleFiller(Role(role), Mention(filler)) for role, filler in roles.items())
    return Claim("c1", "r1", "v1", type_, Stance.DENIED, Evidence((span,)), roles=fillers)


def test_nobody_is_no_doer_and_no_victim() -> None:
    told = claim("Nobody fired at any guard", ClaimType.ATTACK, actor="Nobody", recipient="any guard")
    title = title_of(Event("v1", ClaimType.ATTACK, None, (), None, ("c1",), ()), [told])
    assert (title.who, title.whom) == (None, None)
    assert is_nobody("no ship")
    assert not is_nobody("the Nomads")


def test_a_number_alone_is_whom_it_counts() -> None:
    told = claim("23 injured", ClaimType.INJURE, recipient="23")
    assert title_of(Event("v1", ClaimType.INJURE, None, (), None, ("c1",), ()), [told]).whom == "23"
