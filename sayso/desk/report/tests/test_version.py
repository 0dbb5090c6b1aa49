"""What a later version of a report claims otherwise. The reports are invented."""

from sayso.desk.report.version import compare_versions, view_versions
from sayso.model.claim import Claim
from sayso.model.reading import ReaderIdentity, Reading
from sayso.model.report import Report
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import ClaimType, Stance
from sayso.record import KeptVersion

READER = ReaderIdentity("native", "1", "aa")


def version(text, *told, is_read=True):
    claims = tuple(claim(text, words) for words in told)
    report = Report("r1", "a.txt", text)
    return KeptVersion(report, reading=Reading("r1", report.version, READER, claims=claims) if is_read else None)


def claim(text, words):
    type_ = ClaimType.KILL if "killed" in words else ClaimType.SEIZE
    evidence = Evidence((Span.of(text, text.index(words), text.index(words) + len(words)),))
    return Claim(words, "r1", "v", type_, Stance.ASSERTED, evidence)


def words(claims):
    return [claim.evidence.text for claim in claims]


BEFORE = version(
    "Rebels took the base. It said 12 soldiers were killed.", "Rebels took the base", "12 soldiers were killed"
)


def test_a_number_that_changed_is_neither_added_nor_withdrawn():
    after = version(
        "Rebels took the base. It said two soldiers were killed.", "Rebels took the base", "two soldiers were killed"
    )
    change = compare_versions(BEFORE, after)
    assert [(pair.before.id, pair.after.id) for pair in change.recounted] == [
        ("12 soldiers were killed", "two soldiers were killed")
    ]
    assert (change.added, change.withdrawn) == ((), ())


def test_what_is_gone_is_withdrawn_and_what_is_new_is_added():
    after = version(
        "It said 12 soldiers were killed. The army took the town.", "12 soldiers were killed", "The army took the town"
    )
    change = compare_versions(BEFORE, after)
    assert words(change.withdrawn) == ["Rebels took the base"]
    assert words(change.added) == ["The army took the town"]


def test_words_that_a_reader_did_not_find_again_are_not_withdrawn():
    after = version("Rebels took the base. It said 12 soldiers were killed. More soon.")
    assert not compare_versions(BEFORE, after)


def test_of_a_version_that_nobody_read_nothing_is_said():
    assert compare_versions(BEFORE, version("Other words.", is_read=False)) is None


def test_versions_are_numbered_as_learnt_and_the_one_that_stands_is_marked():
    after = version("Other words.")
    views = view_versions((BEFORE, after), after.report.version)
    assert [(view.number, view.is_current, view.change is None) for view in views] == [
        (1, False, True),
        (2, True, False),
    ]
