"""What lists and searches need: counts, conflicts, entities and their spellings, and tables of words."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables and columns; what is derived is marked stale, so that they are filled."""
    _widen_reports_and_claims()
    _widen_events()
    _tell_events_apart()
    _name_entities()
    if op.get_bind().dialect.name == "sqlite":
        _keep_words("report_words", "title, words")
        _keep_words("claim_words", "words, names")
        _keep_words("event_words", "words, names")
    _mark_stale()


def _widen_reports_and_claims() -> None:
    _add("resolutions", _count("claims"), _count("latest"))
    op.create_index(
        "resolutions_shelf", "resolutions", ["latest", "outlet", "language", "told_first", "told_last", "report"]
    )
    op.create_index("ix_resolutions_outlet", "resolutions", ["outlet", "latest"])
    _add(
        "claims",
        sa.Column("words", sa.Text()),
        sa.Column("speaker", sa.Text()),
        sa.Column("confidence", sa.Float(), nullable=False, server_default="1"),
        sa.Column("told_first", sa.Date()),
        sa.Column("told_last", sa.Date()),
        _count("latest"),
    )
    happened_and_told = ["happened_first", "happened_last", "told_first", "told_last"]
    op.create_index("claims_shelf", "claims", ["latest", "type", "stance", *happened_and_told, "id"])
    op.create_index("ix_claims_speaker", "claims", ["speaker"])
    op.create_index("ix_voices_name", "voices", ["name"])
    op.create_index("ix_unheld_id", "unheld", ["id"])


def _widen_events() -> None:
    _add(
        "events",
        sa.Column("object_name", sa.Text()),
        sa.Column("place_name", sa.Text()),
        sa.Column("recipient_name", sa.Text()),
        sa.Column("actor_name", sa.Text()),
        sa.Column("quoted", sa.Text()),
        _count("claims"),
        _count("reports"),
        _count("voices"),
        sa.Column("at_least", sa.Integer()),
        _count("conflicts"),
        sa.Column("told_first", sa.Date()),
        sa.Column("told_last", sa.Date()),
        _count("latest"),
    )
    happened_and_told = ["happened_first", "happened_last", "told_first", "told_last"]
    op.create_index(
        "events_shelf", "events", ["latest", "type", "place", "conflicts", "voices", "at_least", *happened_and_told]
    )
    op.create_index("events_happened", "events", ["happened_last", "latest"])
    disputed = sa.text("conflicts > 0")
    op.create_index("events_disputed", "events", ["latest"], sqlite_where=disputed, postgresql_where=disputed)
    _add(
        "event_claims",
        sa.Column("is_contested", sa.Boolean(), nullable=False, server_default="0"),
        sa.Column("doubt", sa.Float(), nullable=False, server_default="0"),
    )
    op.create_index("event_claims_doubt", "event_claims", ["doubt", "claim", "event"])


def _tell_events_apart() -> None:
    op.create_table(
        "event_stances",
        sa.Column("event", sa.Integer(), sa.ForeignKey("events.position"), primary_key=True),
        sa.Column("stance", sa.Text(), primary_key=True),
        sa.Column("voices", sa.Integer(), nullable=False),
    )
    op.create_table(
        "conflicts",
        sa.Column("event", sa.Integer(), sa.ForeignKey("events.position"), primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("one", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
    )
    op.create_table(
        "event_entities",
        sa.Column("event", sa.Integer(), sa.ForeignKey("events.position"), primary_key=True),
        sa.Column("part", sa.Text(), primary_key=True),
        sa.Column("entity", sa.Text(), primary_key=True),
    )
    op.create_index("event_entities_by_entity", "event_entities", ["entity", "part", "event"])
    op.create_table(
        "holding_events",
        sa.Column("holding", sa.Integer(), sa.ForeignKey("holdings.position"), primary_key=True),
        sa.Column("event", sa.Text(), primary_key=True),
    )
    op.create_index("ix_holding_events_event", "holding_events", ["event"])


def _name_entities() -> None:
    op.create_table(
        "entities",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("country", sa.Text()),
        sa.Column("location", sa.Text()),
    )
    op.create_table(
        "entity_names",
        sa.Column("entity", sa.Text(), sa.ForeignKey("entities.id"), primary_key=True),
        sa.Column("folded", sa.Text(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
    )
    op.create_index("ix_entity_names_folded", "entity_names", ["folded"])
    op.create_table(
        "entity_counts",
        sa.Column("as_what", sa.Text(), primary_key=True),
        sa.Column("entity", sa.Text(), sa.ForeignKey("entities.id"), primary_key=True),
        sa.Column("events", sa.Integer(), nullable=False),
        sa.Column("disputed", sa.Integer(), nullable=False),
        sa.Column("told_last", sa.Date()),
    )
    op.create_index("entity_counts_order", "entity_counts", ["as_what", "events"])


def _keep_words(table: str, columns: str) -> None:
    op.execute(f"CREATE VIRTUAL TABLE {table} USING fts5({columns}, content='', tokenize='unicode61')")


def _mark_stale() -> None:
    """A record from which something was derived is derived anew; one that is new has nothing to fill."""
    op.execute(
        "INSERT INTO audit (what, subject, done_by, recorded) "
        "SELECT 'marked stale', 'lists and search need rows of their own', 'sayso', CURRENT_TIMESTAMP "
        "WHERE EXISTS (SELECT 1 FROM derivations)"
    )


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False, server_default="0")


def _add(table: str, *columns: sa.Column[Any]) -> None:
    for column in columns:
        op.add_column(table, column)
