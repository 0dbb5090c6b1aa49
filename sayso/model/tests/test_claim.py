"""What makes a claim that claim."""

from sayso.model.claim import Claim, Link, Mention, RoleFiller, identify_claim
from sayso.model.report import identify_report
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import ClaimType, Role, Stance

TEXT = "The army left Goma, a spokesman said."
EVIDENCE = Evidence((Span.of(TEXT, 0, 18),))
LEFT = Span.of(TEXT, 9, 13)
SPOKESMAN = Span.of(TEXT, 20, 31)


def claim(**changes):
    return Claim("c1", "r1", "v1", ClaimType.WITHDRAW, Stance.ASSERTED, EVIDENCE, **changes)


def test_the_same_words_read_twice_are_one_claim():
    one, two = (
        identify_claim("r1", "v1", ClaimType.WITHDRAW, trigger=LEFT, evidence=EVIDENCE, speaker=SPOKESMAN) for _ in "ab"
    )
    assert one == two


def test_a_claim_differs_by_report_version_type_trigger_and_speaker():
    same = {"trigger": LEFT, "evidence": EVIDENCE, "speaker": SPOKESMAN}
    found = {
        identify_claim("r1", "v1", ClaimType.WITHDRAW, **same),
        identify_claim("r1", "v2", ClaimType.WITHDRAW, **same),
        identify_claim("r2", "v1", ClaimType.WITHDRAW, **same),
        identify_claim("r1", "v1", ClaimType.DEPLOY, **same),
        identify_claim("r1", "v1", ClaimType.WITHDRAW, **{**same, "trigger": SPOKESMAN}),
        identify_claim("r1", "v1", ClaimType.WITHDRAW, **{**same, "speaker": None}),
    }
    assert len(found) == 6


def test_two_outlets_that_print_the_same_words_are_two_reports():
    assert identify_report(url=None, outlet="Post", text=TEXT) != identify_report(url=None, outlet="Times", text=TEXT)


def test_an_address_is_a_report_whatever_its_text():
    one = identify_report(url="https://post.example/1", outlet="Post", text=TEXT)
    assert one == identify_report(url="https://post.example/1", outlet="Post", text="Corrected: " + TEXT)


def test_the_first_role_wanted_is_the_one_found():
    army, goma = Mention("The army"), Mention("Goma")
    made = claim(roles=(RoleFiller(Role.ACTOR, army), RoleFiller(Role.ORIGIN, goma)))
    assert made.role(Role.PLACE, Role.ORIGIN, Role.ACTOR) is goma
    assert made.role(Role.RECIPIENT) is None


def test_the_outlet_alone_is_its_own_voice():
    assert claim(chain=(Link(Mention("Sahel Post")),)).is_own_voice
    assert not claim(said_in="t1", chain=(Link(Mention("a spokesman")), Link(Mention("Sahel Post")))).is_own_voice
