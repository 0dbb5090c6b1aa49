"""The walk of the main job: a report's words in, what the user sees out, with nothing between them faked."""

import pathlib

import pytest

from tests.reading import ReadCase

CASES = sorted((pathlib.Path(__file__).parent / "golden" / "walk").glob("*.yaml"))


class Walk(ReadCase):
    def __init__(self, case, folder):
        super().__init__(case, folder)
        self.page = " ".join(self.say("brief", self.case["asked"]).split())

    def claim(self, wanted):
        told = [row for row in self.all("claim") if _tells(row, wanted["words"]) and row["stance"] == wanted["stance"]]
        assert told, f"nobody is recorded as {wanted['stance']}: {wanted['words']}"
        return told


@pytest.fixture(scope="module", params=CASES, ids=lambda case: case.stem)
def walk(request, tmp_path_factory):
    return Walk(request.param, tmp_path_factory.mktemp("walk"))


def test_every_claim_has_its_words_its_stance_and_its_chain(walk):
    for wanted in walk.case["claims"]:
        chains = [_chain(claim) for claim in walk.claim(wanted)]
        assert any(_is_chain(chain, wanted["chain"]) for chain in chains), (wanted["words"], chains)


def test_a_day_is_resolved_where_the_page_gives_its_date_and_left_open_where_not(walk):
    for wanted in (claim for claim in walk.case["claims"] if "when" in claim):
        days = {(claim["when"] or {}).get("edtf") for claim in walk.claim(wanted)}
        assert days == {str(wanted["when"]) if wanted["when"] else None}, wanted["words"]


def test_about_widens_a_count(walk):
    for wanted in (claim for claim in walk.case["claims"] if "count" in claim):
        counts = [[q["low"], q["best"], q["high"]] for claim in walk.claim(wanted) for q in claim["quantities"]]
        assert wanted["count"] in counts


def test_conflicts_set_the_right_words_against_each_other(walk):
    claims = {row["id"]: row for row in walk.all("claim")}
    found = [
        (conflict["on"], [[claims[claim]["evidence"]["text"] for claim in side] for side in conflict["between"]])
        for event in walk.all("event")
        for conflict in event["conflicts"]
    ]
    for wanted in walk.case["sides"]:
        assert any(on == wanted["on"] and _are_sides(sides, wanted["between"]) for on, sides in found), found


def test_who_holds_it_from_when_and_how_it_stands(walk):
    wanted = walk.case["holding"]
    held = [
        {"from": row["from"], "to": row["to"], "status": row["status"]}
        for row in walk.all("holding")
        if wanted["place"] in row["place_names"] and any(wanted["holder"] in name for name in row["holder_names"])
    ]
    assert held == [{"from": str(wanted["from"]), "to": wanted["to"], "status": wanted["status"]}]


def test_the_brief_shows_the_words_of_every_claim_and_what_is_missing(walk):
    for wanted in walk.case["claims"]:
        assert wanted["words"] in walk.page
    for sentence in walk.case["missing"]:
        assert sentence in walk.page


def test_the_brief_never_shows_page_furniture_or_a_plan_as_a_fact(walk):
    for words in walk.case["never"]:
        assert words not in walk.page


def _tells(claim, words):
    return words in claim["evidence"]["text"]


def _chain(claim):
    return [[link["source"]["text"], *link["source"]["names"]] for link in claim["chain"]]


def _is_chain(found, wanted):
    """Whether every link goes by the wanted name, letter case aside: "The army" may be "the army" elsewhere."""
    return len(found) == len(wanted) and all(
        any(name.casefold() in given.casefold() for given in link) for name, link in zip(wanted, found, strict=True)
    )


def _are_sides(sides, wanted):
    return any(
        all(any(words in text for text in side) for words, side in zip(order, sides, strict=True))
        for order in (wanted, wanted[::-1])
    )
