from sayso.model.claim import Link, Mention
from sayso.model.knowledge import Entry, EntryType, Knowledge
from sayso.model.place import UNCHECKED
from sayso.resolve import resolve
from sayso.resolve.tests.build import chain_names, claim, read, report, resolve_one


def test_own_voice_has_the_outlet_alone() -> None:
    where = report("The fort has fallen.")
    (found,) = resolve_one(where, claim(where, "The fort has fallen")).claims
    assert chain_names(found) == ["The Lowen Gazette"]
    assert found.is_own_voice


def test_own_correspondent_speaks_as_the_outlet() -> None:
    where = report("Our correspondent found the gate open.")
    (found,) = resolve_one(where, claim(where, "the gate open", by=["Our correspondent"])).claims
    assert chain_names(found) == ["The Lowen Gazette"]
    assert found.said_in is None


def test_chain_already_complete_is_kept() -> None:
    where = report("Dray told Torva Press that the fort had fallen.")
    given = claim(where, "the fort had fallen")
    links = tuple(Link(Mention(name)) for name in ("Ansel Dray", "Torva Press", "The Lowen Gazette"))
    kept = type(given)(**{field: getattr(given, field) for field in given.__dataclass_fields__} | {"chain": links})
    (found,) = resolve_one(where, kept).claims
    assert [link.source.text for link in found.chain] == ["Ansel Dray", "Torva Press", "The Lowen Gazette"]


def test_unnamed_source_keeps_its_words_and_no_entity() -> None:
    where = report("Military sources said the fort had fallen.")
    (found,) = resolve_one(where, claim(where, "the fort had fallen", by=["Military sources"])).claims
    assert found.chain[0].source.entity is None
    assert found.chain[0].source.text == "Military sources"


def test_named_source_has_an_entity_with_its_fullest_name_first() -> None:
    where = report("Analyst Mira Holt said the fort would fall. Holt added that the road was lost.")
    first = claim(where, "the fort would fall", by=["Mira Holt"])
    second = claim(where, "the road was lost", by=["Holt added"[:4]])
    one, other = resolve_one(where, first, second).claims
    assert one.chain[0].source.entity == other.chain[0].source.entity
    assert other.chain[0].source.names[0] == "Mira Holt"


def test_report_without_outlet_ends_with_the_last_speaker_named() -> None:
    where = report("Analyst Mira Holt said the fort would fall.", outlet=None)
    (found,) = resolve_one(where, claim(where, "the fort would fall", by=["Analyst Mira Holt"])).claims
    assert chain_names(found) == ["Mira Holt"]


def test_she_does_not_stand_for_a_spokesman() -> None:
    where = report(
        "A nurse, Ida Korr, said the ward was full. The army's spokesman, Sten Orrin, said it was not."
        " She said nobody slept."
    )
    claims = (
        claim(where, "the ward was full", by=["A nurse, Ida Korr"]),
        claim(where, "it was not", by=["The army's spokesman, Sten Orrin"]),
        claim(where, "nobody slept", by=["She"]),
    )
    assert chain_names(resolve_one(where, *claims).claims[2])[0] == "Ida Korr"


def test_cue_without_a_source_names_nobody() -> None:
    where = report("The fort has reportedly fallen.")
    given = claim(where, "The fort has", by=["reportedly"])
    cue = given.chain[0].source
    assert cue.start is not None
    unsourced = type(given)(
        **{field: getattr(given, field) for field in given.__dataclass_fields__}
        | {"chain": (Link(Mention(""), cue=given.evidence.spans[0]),)}
    )
    (found,) = resolve_one(where, unsourced).claims
    assert found.chain[0].source.entity is None
    assert not found.chain[0].source.names


def test_empty_input_gives_empty_output() -> None:
    assert resolve([], knowledge=Knowledge()) == ()


def test_resolving_twice_gives_the_same() -> None:
    where = report("Analyst Mira Holt said the fort would fall.")
    reading = read(where, claim(where, "the fort would fall", by=["Mira Holt"]))
    assert resolve([reading], knowledge=Knowledge()) == resolve([reading], knowledge=Knowledge())


def test_the_agency_is_the_one_that_knowledge_has_as_one() -> None:
    where = report("Keddah and the Lowen Courier sent people. The fort has fallen, the agency said.")
    entries = [
        Entry("keddah", EntryType.OUTLET, ("Keddah",), UNCHECKED, is_agency=True),
        Entry("courier", EntryType.OUTLET, ("Lowen Courier",), UNCHECKED),
    ]
    knowledge = Knowledge({entry.id: entry for entry in entries}, digest="agencies")
    reading = read(where, claim(where, "The fort has fallen", by=["the agency"]))
    (found,) = resolve([reading], knowledge=knowledge)[0].claims
    assert chain_names(found)[0] == "Keddah"


def test_day_on_which_images_were_taken_is_no_part_of_who_took_them() -> None:
    where = report("Satellite images taken by Tarn Earth on 14 April 2034 show three hangars.")
    by = "Satellite images taken by Tarn Earth on 14 April 2034"
    (found,) = resolve_one(where, claim(where, "three hangars", by=[by])).claims
    assert chain_names(found)[1:] == ["Tarn Earth", "The Lowen Gazette"]
