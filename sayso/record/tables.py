"""Tables: what the record keeps, in four groups.

What came in (captures, texts, reports, versions), what a machine read (readings), what persons
decided (decisions, never changed), and what is derived from these for now (resolutions, claims,
events, voices, holdings, lineage, unheld, and what lists and searches need of them; renewed where
something changed, `derivations` says when). Beside them `names`, so that identifiers keep pointing,
`audit`, and what resolving left for the next time (`…_memory`), without which the rows are the same.
`position` follows from what a derived row holds (`order.py`).

A column of its own is there to be searched; `payload` is the whole record in the codec's JSON.
`recorded` is when this record took a row in, in UTC. Dates that reports tell are EDTF text, with
the first and last day that they allow beside them (null: open or not known). `latest` is larger the
later a row was told, and another for each row: an index on it gives the latest first.

A change here needs a migration: `tests/test_migration.py` holds both equal.
"""

from __future__ import annotations

from sqlalchemy import (
    DDL,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    event,
    text,
)

from sayso.record.columns import UtcTime

#: The revision of the last migration: a record at this one is opened without asking Alembic.
REVISION = "0008"

metadata = MetaData()

captures = Table(
    "captures",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("address", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("final_address", Text, nullable=False),
    Column("acquired", UtcTime, nullable=False),  # first; the same bytes are kept once
    Column("seen", UtcTime, nullable=False),  # last that these bytes took the place of others
    Column("media_type", Text, nullable=False),
    Column("headers", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("recorded", UtcTime, nullable=False),
    UniqueConstraint("address", "sha256", name="captures_once"),
)

set_aside = Table(
    "set_aside",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("address", Text, nullable=False, index=True),
    Column("sha256", Text),
    Column("reason", Text, nullable=False),
    Column("recorded", UtcTime, nullable=False),
)

texts = Table(
    "texts",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("text", Text, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("recorded", UtcTime, nullable=False),
)

versions = Table(
    "versions",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("report", Text, ForeignKey("reports.id"), nullable=False, index=True),
    Column("digest", Text, ForeignKey("texts.digest"), nullable=False),
    Column("address", Text, nullable=False),
    Column("outlet", Text),
    Column("title", Text),
    Column("url", Text),
    Column("published", Text),
    Column("language", Text),
    Column("payload", Text, nullable=False),  # the report without its text
    Column("recorded", UtcTime, nullable=False),
)

extractions = Table(
    "extractions",
    metadata,
    Column("capture", Integer, ForeignKey("captures.sequence"), primary_key=True),
    Column("version", Integer, ForeignKey("versions.sequence"), primary_key=True),
)

readings = Table(
    "readings",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("report", Text, ForeignKey("reports.id"), nullable=False),
    Column("version", Text, ForeignKey("texts.digest"), nullable=False),
    Column("reader_name", Text, nullable=False),
    Column("reader_version", Text, nullable=False),
    Column("reader_digest", Text, nullable=False),
    Column("is_current", Boolean, nullable=False),
    Column("payload", Text, nullable=False),
    Column("recorded", UtcTime, nullable=False),
    UniqueConstraint(
        "report", "version", "reader_name", "reader_version", "reader_digest", name="readings_once_by_a_reader"
    ),
    Index(
        "readings_one_current",
        "report",
        "version",
        unique=True,
        sqlite_where=text("is_current"),
    ),
)

decisions = Table(
    "decisions",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False, index=True),
    Column("report", Text, index=True),  # may come before its report does; null: about knowledge
    Column("version", Text),
    Column("span_start", Integer),
    Column("span_end", Integer),
    Column("field", Text),
    Column("value", Text, nullable=False),
    Column("decided_by", Text, nullable=False),
    Column("decided", UtcTime, nullable=False),
    Column("because", Text, nullable=False),
    Column("recorded", UtcTime, nullable=False),
    Column("known", Text, index=True),  # the known thing that it is about; null: about a report's words
)

audit = Table(
    "audit",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("what", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("done_by", Text, nullable=False),
    Column("recorded", UtcTime, nullable=False),
)

erasures = Table(
    "erasures",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("report", Text, nullable=False, index=True),
    Column("digests", Text, nullable=False),  # of the bytes and of the clean texts that are gone
    Column("erased_by", Text, nullable=False),
    Column("because", Text, nullable=False),
    Column("recorded", UtcTime, nullable=False),
)

derivations = Table(
    "derivations",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("as_of", Integer, nullable=False),  # the last row of `audit` that was taken into account
    Column("fingerprint", Text, nullable=False),
    Column("recorded", UtcTime, nullable=False),
    Column("basis", Text),  # the knowledge and the release of Sayso that it follows from; null: not noted
    Column("made", Text),  # by which rules rows were renewed; null: all of them were put in place of what was
)

names = Table(
    "names",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("claims", Text, nullable=False),  # those it last had, the first-learnt first
    Column("points_to", Text, index=True),
    Column("gone", UtcTime),
    Column("recorded", UtcTime, nullable=False),
)

former_claims = Table(
    "former_claims",  # of names that are gone: by these it is found where they point
    metadata,
    Column("claim", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    sqlite_with_rowid=False,
)

resolutions = Table(
    "resolutions",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("report", Text, nullable=False, index=True),
    Column("version", Text, ForeignKey("texts.digest"), nullable=False),
    Column("outlet", Text),
    Column("title", Text),
    Column("language", Text),
    Column("told", Text),
    Column("told_first", Date),
    Column("told_last", Date),
    Column("payload", Text, nullable=False),  # without the report's text and without claims
    Column("claims", Integer, nullable=False, server_default="0"),
    Column("latest", Integer, nullable=False, server_default="0"),
    Column("digest", Text),  # of the resolution: another one has other rows
    Index("resolutions_digest", "report", "digest"),
    Index("resolutions_shelf", "latest", "outlet", "language", "told_first", "told_last", "report"),
    Index("ix_resolutions_outlet", "outlet", "latest"),
)

claims = Table(
    "claims",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("resolution", Integer, ForeignKey("resolutions.position"), nullable=False, index=True),
    Column("id", Text, nullable=False, index=True),  # two outlets that print one text share identifiers
    Column("report", Text, nullable=False, index=True),
    Column("type", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("happened", Text),
    Column("happened_first", Date),
    Column("happened_last", Date),
    Column("decided", Text),
    Column("payload", Text, nullable=False),
    Column("words", Text),  # its evidence
    Column("speaker", Text, index=True),  # the nearest, by its fullest name
    Column("confidence", Float, nullable=False, server_default="1"),
    Column("told_first", Date),  # of its report
    Column("told_last", Date),
    Column("latest", Integer, nullable=False, server_default="0"),
    Index("claims_of_report", "report", "type", "stance", "id", "happened_first", "happened_last"),
    Index(
        "claims_shelf", "latest", "type", "stance", "happened_first", "happened_last", "told_first", "told_last", "id"
    ),
)

claim_entities = Table(
    "claim_entities",
    metadata,
    Column("claim", Integer, ForeignKey("claims.position"), primary_key=True),
    Column("part", Text, primary_key=True),  # a role, `speaker` (the nearest) or `chain` (who passed it on)
    Column("entity", Text, primary_key=True, index=True),
)

namings = Table(
    "namings",  # which report gives an entity which name: what it is called follows from all of these
    metadata,
    Column("entity", Text, primary_key=True),
    Column("how", Integer, primary_key=True),  # `row/naming.py`
    Column("name", Text, primary_key=True),
    Column("position", Integer, primary_key=True, index=True),  # the report's number and the place in it, as claims
    sqlite_with_rowid=False,
)

events = Table(
    "events",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("id", Text, nullable=False, index=True),
    Column("type", Text, nullable=False),
    Column("place", Text, index=True),
    Column("happened", Text),
    Column("happened_first", Date),
    Column("happened_last", Date),
    Column("payload", Text, nullable=False),
    Column("object_name", Text),  # the names of its title
    Column("place_name", Text),
    Column("recipient_name", Text),
    Column("actor_name", Text),
    Column("quoted", Text),  # the claim whose words stand for it in a list
    Column("claims", Integer, nullable=False, server_default="0"),  # as they stand in reports, copies too
    Column("reports", Integer, nullable=False, server_default="0"),
    Column("voices", Integer, nullable=False, server_default="0"),
    Column("at_least", Integer),  # set: a voice is withheld, few are heard, and `voices` is no count
    Column("conflicts", Integer, nullable=False, server_default="0"),
    Column("told_first", Date),
    Column("told_last", Date),
    Column("latest", Integer, nullable=False, server_default="0"),
    Index(
        "events_shelf",
        "latest",
        "type",
        "place",
        "conflicts",
        "voices",
        "at_least",
        "happened_first",
        "happened_last",
        "told_first",
        "told_last",
    ),
    Index("events_happened", "happened_last", "latest"),
    Index("events_disputed", "latest", sqlite_where=text("conflicts > 0")),
)

event_claims = Table(
    "event_claims",
    metadata,
    Column("event", Integer, ForeignKey("events.position"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("claim", Text, nullable=False, index=True),
    Column("is_contested", Boolean, nullable=False, server_default="0"),  # set against others in a conflict
    Column("doubt", Float, nullable=False, server_default="0"),  # how much a second look at it is worth
    Column("is_disputed", Boolean, nullable=False, server_default="0"),  # the event; here, since its row is wide
    Column("is_alone", Boolean, nullable=False, server_default="0"),  # the event has one voice
    Index("event_claims_doubt", "doubt", "claim", "event"),
    Index("event_claims_standing", "claim", "is_disputed", "is_alone"),
)

voices = Table(
    "voices",
    metadata,
    Column("event", Integer, ForeignKey("events.position"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("id", Text, nullable=False, index=True),
    Column("name", Text, nullable=False, index=True),
    Column("speaks_for", Text, index=True),
    Column("interest", Text, nullable=False),
)

event_stances = Table(
    "event_stances",
    metadata,
    Column("event", Integer, ForeignKey("events.position"), primary_key=True),
    Column("stance", Text, primary_key=True),
    Column("voices", Integer, nullable=False),
)

conflicts = Table(
    "conflicts",
    metadata,
    Column("event", Integer, ForeignKey("events.position"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("about", Text, nullable=False),  # holder, responsibility, occurrence, manner, number, time or motive
    Column("one", Text, nullable=False),  # the words or values that clash
    Column("other", Text, nullable=False),
)

event_entities = Table(
    "event_entities",
    metadata,
    Column("event", Integer, ForeignKey("events.position"), primary_key=True),
    Column("part", Text, primary_key=True),  # as in its claims; `at`: the event's place; `spoken_for`: by a voice
    Column("entity", Text, primary_key=True),
    Index("event_entities_by_entity", "entity", "part", "event"),
)

holdings = Table(
    "holdings",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("place", Text, nullable=False, index=True),
    Column("holder", Text, nullable=False, index=True),
    Column("held_from", Text),
    Column("held_to", Text),
    Column("status", Text, nullable=False),
    Column("last_said", Text),
    Column("payload", Text, nullable=False),
)

lineage = Table(
    "lineage",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("report", Text, nullable=False, index=True),
    Column("derives_from", Text, nullable=False, index=True),
    Column("relation", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("evidence", Text, nullable=False),
)

unheld = Table(
    "unheld",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("id", Text, nullable=False, index=True),
    Column("outlet", Text),
    Column("payload", Text, nullable=False),
)

holding_events = Table(
    "holding_events",
    metadata,
    Column("holding", Integer, ForeignKey("holdings.position"), primary_key=True),
    Column("event", Text, primary_key=True, index=True),
)

entities = Table(
    "entities",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("country", Text),  # of a place that was put on the map
    Column("location", Text),  # in the codec's JSON
)

entity_names = Table(
    "entity_names",
    metadata,
    Column("entity", Text, ForeignKey("entities.id"), primary_key=True),
    Column("folded", Text, primary_key=True, index=True),  # letters and digits alone, without case and marks
    Column("name", Text, nullable=False),
)

entity_counts = Table(
    "entity_counts",
    metadata,
    Column("as_what", Text, primary_key=True),  # place, actor or source
    Column("entity", Text, ForeignKey("entities.id"), primary_key=True, index=True),
    Column("events", Integer, nullable=False),
    Column("disputed", Integer, nullable=False),
    Column("told_last", Date),
    Index("entity_counts_order", "as_what", "events"),
)

covered = Table(
    "covered",  # words of what is withheld, as the whole record has them: covered wherever they are shown
    metadata,
    Column("words", Text, primary_key=True),
)

report_memory = Table(
    "report_memory",  # what resolving left for the next time: `model/memory.py`
    metadata,
    Column("report", Text, primary_key=True),
    Column("made_of", Text, nullable=False),
    Column("apart", Text, nullable=False),
    Column("outlets", Text, nullable=False),
    Column("brought", Text, nullable=False),
    Column("named", Text, nullable=False),
    Column("written", Text, nullable=False),
    Column("resolution", Text, nullable=False),  # the digest of what came out
    Column("seal", Text, nullable=False),  # of the row: one that is damaged is not used
)

place_memory = Table(
    "place_memory",
    metadata,
    Column("entity", Text, primary_key=True),
    Column("made_of", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("seal", Text, nullable=False),
)

common_memory = Table(
    "common_memory",  # of all reports together: lists of outlets by name, and what names were joined of
    metadata,
    Column("name", Text, primary_key=True),
    Column("payload", Text, nullable=False),
    Column("seal", Text, nullable=False),
)

#: Derived for now, in the order in which they are filled; emptied the other way round.
DERIVED = (
    resolutions,
    claims,
    claim_entities,
    namings,
    events,
    event_claims,
    event_stances,
    event_entities,
    conflicts,
    voices,
    holdings,
    holding_events,
    lineage,
    unheld,
    entities,
    entity_names,
    entity_counts,
    covered,
)

#: Tables of words, for searching: each row's number is the `latest` of what it stands for. They keep no words, only
#: where these stand; what is searched for is folded as they were (`words.py`).
WORDS = {"report_words": ("title", "words"), "claim_words": ("words", "names"), "event_words": ("words", "names")}

#: Rows here are never changed and never taken away, not even by hand: the file itself refuses.
APPEND_ONLY = (decisions, audit)

for _table in APPEND_ONLY:
    for _act in ("UPDATE", "DELETE"):
        _guard = (
            f"CREATE TRIGGER {_table.name}_refuse_{_act.lower()} BEFORE {_act} ON {_table.name} "
            f"BEGIN SELECT RAISE(ABORT, 'rows of {_table.name} are never changed; add a new one'); END"
        )
        event.listen(_table, "after_create", DDL(_guard).execute_if(dialect="sqlite"))  # type: ignore[no-untyped-call]

for _name, _columns in WORDS.items():
    _words = f"CREATE VIRTUAL TABLE {_name} USING fts5({', '.join(_columns)}, content='', tokenize='unicode61')"
    event.listen(metadata, "after_create", DDL(_words).execute_if(dialect="sqlite"))  # type: ignore[no-untyped-call]
