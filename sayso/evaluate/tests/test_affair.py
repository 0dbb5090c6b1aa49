"""Gold is read as it is written, and a fault in it says where it is and what to do."""

import pytest

from sayso.errors import MissingInput, UnusableInput
from sayso.evaluate import find_affairs, load_affair
from sayso.model.conflict import ConflictOn
from sayso.model.values.stance import Role


def test_header_of_a_report_is_not_its_text(marrow):
    bell = next(report for report in marrow.reports if report.name == "marrow-bell")
    assert bell.outlet == "The Bell"
    assert bell.published == "2031-03-05"
    assert bell.text.startswith("The bridge at Marrow was handed over")


def test_a_file_without_header_is_all_text(copied):
    folder = copied()
    (folder / "reports" / "note.txt").write_text("Words: and a colon.\n\nMore words.", encoding="utf-8")
    note = next(report for report in load_affair(folder).reports if report.name == "note")
    assert note.text == "Words: and a colon.\n\nMore words."


def test_dates_stay_as_partial_as_they_are_written(marrow):
    assert [holding.start for holding in marrow.holdings] == ["2031-03-03", "2029"]


def test_roles_and_conflicts_are_words_of_the_model(marrow):
    assert marrow.claims[0].roles[0] == (Role.ACTOR, "Riders of the Hill League")
    assert marrow.events[2].conflicts == ()
    assert marrow.events[1].conflicts[0].on is ConflictOn.NUMBER


def test_a_role_may_have_several_fillers(copied):
    folder = copied('{actor: "Drones", object', '{actor: ["Drones", "the toll house"], object')
    strike = next(claim for claim in load_affair(folder).claims if claim.id == "w4")
    assert [words for role, words in strike.roles if role is Role.ACTOR] == ["Drones", "the toll house"]


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        ("report: marrow-wire", "report: marrow-wird", "claim w1 is of the report 'marrow-wird'; there is no"),
        ("type: seize", "type: sieze", "claim w1 has the type 'sieze'; choose one of hold, seize"),
        ("stance: asserted", "stance: sure", "claim w1 has the stance 'sure'; choose one of asserted"),
        ("stance: asserted, ", "", "claim w1 has no stance; give it one"),
        ("{actor: ", "{doer: ", "claim w1 has the role 'doer'; choose one of actor"),
        (
            '"five guards had',
            '"six guards had',
            "claim w2 has the evidence 'six guards had been killed', which does not",
        ),
        ("id: w2", "id: w1", "claim w1 stands there twice; give one of them another id"),
        ("number: {best: 5", "number: {most: 5", "claim w2 has the number"),
        ("[w1, w3, p1, b1]", "[w1, w9, p1, b1]", "event bridge names the claim 'w9'; add that claim or take it out"),
        ("[[w1, p1], [b1]]", "[[w1, p1], [b9]]", "event bridge names the claim 'b9'"),
        ('{"on": number', "{on: number", 'event guards-killed has a conflict without "on"; write the word on in'),
        ('{"on": number', '{"on": count', "event guards-killed has the conflict \"on\" 'count'; choose one of holder"),
        ("of: marrow-wire", "of: marrow-wird", "lineage names the report 'marrow-wird'"),
        ("relation: copy", "relation: clone", "lineage of marrow-post has the relation 'clone'"),
        ("claims: [w1, w3, p1, b1]", "claims: bridge", "event bridge has the claims 'bridge'; write a list, [bridge]"),
        ("claims: [w1, w3, p1, b1]", "claims: []", "event bridge has no claims; name those that are about it"),
        (
            "[[w1, p1, b1], [w3]]",
            "[[w1, p1, b1]]",
            "event bridge has a conflict on occurrence with fewer than two sides",
        ),
        ('roles: {object: "the bridge"}', 'roles: "the bridge"', "claim w3 has the roles 'the bridge'; write {actor"),
        ("status: disputed", "status: unclear", "holding of the bridge at Marrow has the status 'unclear'"),
        ("claims:", "claims: [a]\nmore:", "entry 1 of claims is no mapping"),
        ("claims:", "claims: [", "is no YAML in UTF-8"),
    ],
)
def test_a_fault_names_the_file_the_claim_and_the_way_out(copied, before, after, complaint):
    folder = copied(before, after)
    with pytest.raises(UnusableInput) as raised:
        load_affair(folder)
    assert str(raised.value).startswith(f"{folder}/gold.yaml: ")
    assert complaint in str(raised.value)


def test_a_folder_without_gold_is_missing(tmp_path):
    with pytest.raises(MissingInput, match="an affair needs reports"):
        load_affair(tmp_path)
    with pytest.raises(MissingInput, match="no affair here"):
        find_affairs(tmp_path)


def test_affairs_are_found_at_any_depth_and_in_their_own_folder(golden):
    assert [folder.name for folder in find_affairs(golden)] == ["marrow-bridge"]
    assert find_affairs(golden / "marrow-bridge") == (golden / "marrow-bridge",)
