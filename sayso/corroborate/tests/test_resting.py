"""Every event and holding names the entries and known places that it rests on. All of it is invented."""

from sayso.corroborate.resting import rest_on_knowledge
from sayso.model.claim import Claim, Link, Mention, RoleFiller
from sayso.model.corroboration import Corroboration
from sayso.model.entity import Affiliation, Entity, EntityKind
from sayso.model.event import Event
from sayso.model.holding import Holding, HoldingStatus
from sayso.model.knowledge import Entry, EntryType, Knowledge, identify_entry
from sayso.model.place import KnownPlace, Location, PlaceKind
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.model.resting import rows_resting_on
from sayso.model.snapshot import Snapshot
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import ClaimType, Role, Stance


def entry(key: str, of: str | None = None) -> Entry:
    ties = (Affiliation(identify_entry(of), "decree 3"),) if of else ()
    return Entry(key, EntryType.ARMED_GROUP, (key.title(),), "decree 3", ties)


COLUMN, ASSEMBLY, OTHER = entry("column", of="assembly"), entry("assembly"), entry("other")
KNOWN = Knowledge({each.id: each for each in (COLUMN, ASSEMBLY, OTHER)})
PLACE = KnownPlace("sites:tar", "Tar", PlaceKind.SETTLEMENT, "XA", 1.0, 2.0, 500, "the map of 2019")
TAR = Entity("tar", EntityKind.PLACE, ("Tar",), location=Location(PLACE, 0.9, 1, 1))
KELL = Entity("kell", EntityKind.PERSON, ("Odo Kell",), (Affiliation(COLUMN.id, "its spokesman"),))
CLAIM = Claim(
    "c1",
    "r1",
    "v",
    ClaimType.SEIZE,
    Stance.ASSERTED,
    Evidence((Span(0, 3, "Tar"),)),
    roles=(RoleFiller(Role.OBJECT, Mention("Tar", entity="tar")),),
    chain=(Link(Mention("Odo Kell", entity="kell")),),
)
RESOLVED = (Resolution(Report("r1", "a.txt", "Tar fell."), claims=(CLAIM,), entities=(TAR, KELL)),)
EVENT = Event("v1", ClaimType.SEIZE, "tar", ("Tar",), None, ("c1",), ())
HELD = Holding("tar", ("Tar",), "kell", ("Kell",), None, None, HoldingStatus.CLAIMED, None, ("v1",), 1, ("c1",))
RESTED = rest_on_knowledge(Corroboration(events=(EVENT,), holdings=(HELD,)), RESOLVED, KNOWN)


def test_an_event_rests_on_its_place_and_on_all_that_its_speaker_speaks_for_in_the_end() -> None:
    assert RESTED.events[0].knowledge == tuple(sorted([COLUMN.id, ASSEMBLY.id, PLACE.id]))


def test_a_holding_rests_on_what_its_events_rest_on() -> None:
    assert RESTED.holdings[0].knowledge == RESTED.events[0].knowledge


def test_without_knowledge_nothing_rests_on_any() -> None:
    bare = (Resolution(Report("r1", "a.txt", "Tar fell."), claims=(CLAIM,)),)
    assert rest_on_knowledge(Corroboration(events=(EVENT,)), bare, Knowledge()).events[0].knowledge == ()


def test_an_edit_of_an_entry_names_the_rows_that_rest_on_it_and_no_others() -> None:
    snapshot = Snapshot(RESOLVED, RESTED)
    assert [event.id for event in rows_resting_on(snapshot, [ASSEMBLY.id]).events] == ["v1"]
    assert rows_resting_on(snapshot, [PLACE.id]).claims == (CLAIM,)
    assert len(rows_resting_on(snapshot, [PLACE.id]).holdings) == 1
    nothing = rows_resting_on(snapshot, [OTHER.id])
    assert (nothing.claims, nothing.events, nothing.holdings) == ((), (), ())
