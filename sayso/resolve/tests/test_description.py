import pytest

from sayso.resolve.description import Sort, describe


@pytest.mark.parametrize(
    ("words", "sort", "name"),
    [
        ("A Front commander who calls himself Rook", Sort.PERSON, "Rook"),
        ("Commander Ida Korr of the border guard", Sort.PERSON, "Ida Korr"),
        ("a man named Sten Orrin", Sort.PERSON, "Sten Orrin"),
        ("a rebel fighter who gave his name as Abu Karr", Sort.PERSON, "Abu Karr"),
        ("the district commander, known as Heron", Sort.PERSON, "Heron"),
        ("A faction that calls itself “Sons of the Marsh”", Sort.GROUP, "Sons of the Marsh"),
        ("a group called the Masked Men", Sort.GROUP, "Masked Men"),
        ("the group Plumbline", Sort.GROUP, "Plumbline"),
        ("The channel Lowen Overheard", Sort.OUTLET, "Lowen Overheard"),
    ],
)
def test_name_within_a_description_is_its_name(words: str, sort: Sort, name: str) -> None:
    found = describe(words)
    assert (found.sort, found.name) == (sort, name)


def test_name_of_a_coalition_is_not_that_of_its_spokesman() -> None:
    assert describe("a spokesman for the coalition known as the CSP").sort is Sort.PEOPLE


def test_post_on_a_channel_is_not_the_channel() -> None:
    assert describe("a post on the messaging channel Northern Crow").sort is Sort.DOCUMENT


def test_an_age_behind_a_name_shows_a_person() -> None:
    found = describe("Mira Holt, 34, a seamstress")
    assert (found.sort, found.name) == (Sort.PERSON, "Mira Holt")


def test_a_name_of_somewhere_is_a_persons() -> None:
    found = describe("Jon Vail of the Lowen Society")
    assert (found.sort, found.name, found.owner) == (Sort.PERSON, "Jon Vail", "Lowen Society")


def test_a_minister_of_a_ministry_is_no_body() -> None:
    assert describe("Defence Minister Sten Orrin").sort is Sort.PERSON
    assert describe("Police Service").sort is Sort.GROUP


def test_a_witness_is_one() -> None:
    assert not describe("the witness").plural
    assert describe("the witnesses").plural
