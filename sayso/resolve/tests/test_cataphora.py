from sayso.resolve.tests.build import chain_names, claim, report, resolve_one

LEAD = "The river post near Duma has fallen to gunmen of the Hill Front, {who} said on Sunday.\n\n{then}"


def hear_lead(who: str, then: str) -> str:
    where = report(LEAD.format(who=who, then=then))
    return chain_names(resolve_one(where, claim(where, "The river post near Duma has fallen", by=[who])).claims[0])[0]


def test_lead_is_the_speaker_whom_the_next_paragraph_quotes() -> None:
    assert hear_lead("the head of the post", "“We could not hold it,” Colonel Sten Orrin said.") == "Sten Orrin"


def test_lead_stays_unnamed_where_another_office_is_quoted() -> None:
    assert hear_lead("the head of the post", "“It is a lie,” Minister Ida Korr said.") == "the head of the post"


def test_lead_stays_unnamed_where_a_woman_cannot_be_the_man() -> None:
    assert hear_lead("a fisherman", "“The river was red,” Madame Ida Korr said.") == "a fisherman"


def test_several_speakers_are_not_one_named_later() -> None:
    assert hear_lead("two officers", "“We could not hold it,” Sten Orrin said.") == "two officers"
