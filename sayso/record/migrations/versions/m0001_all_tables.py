"""All tables of the first Sayso."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables, and the guards of those that only grow."""
    _keep_what_came_in()
    _keep_what_was_read_and_decided()
    _keep_what_was_done()
    _derive_reports_and_claims()
    _derive_events()
    _derive_holdings_and_lineage()
    if op.get_bind().dialect.name == "sqlite":
        _guard("decisions")
        _guard("audit")


def _keep_what_came_in() -> None:
    op.create_table(
        "captures",
        sa.Column("sequence", sa.Integer(), primary_key=True),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("final_address", sa.Text(), nullable=False),
        sa.Column("acquired", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("headers", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("recorded", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("address", "sha256", name="captures_once"),
    )
    op.create_table(
        "set_aside",
        sa.Column("sequence", sa.Integer(), primary_key=True),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text()),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("recorded", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_set_aside_address", "set_aside", ["address"])
    op.create_table(
        "texts",
        sa.Column("digest", sa.Text(), primary_key=True),
        sa.Column("text", sa.Text(), nullable=False),
    )
    op.create_table(
        "reports",
        sa.Column("sequence", sa.Integer(), primary_key=True),
        sa.Column("id", sa.Text(), nullable=False, unique=True),
        sa.Column("recorded", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "versions",
        sa.Column("sequence", sa.Integer(), primary_key=True),
        sa.Column("report", sa.Text(), sa.ForeignKey("reports.id"), nullable=False),
        sa.Column("digest", sa.Text(), sa.ForeignKey("texts.digest"), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("published", sa.Text()),
        sa.Column("language", sa.Text()),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("recorded", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_versions_report", "versions", ["report"])
    op.create_table(
        "extractions",
        sa.Column("capture", sa.Integer(), sa.ForeignKey("captures.sequence"), primary_key=True),
        sa.Column("version", sa.Integer(), sa.ForeignKey("versions.sequence"), primary_key=True),
    )


def _keep_what_was_read_and_decided() -> None:
    op.create_table(
        "readings",
        sa.Column("sequence", sa.Integer(), primary_key=True),
        sa.Column("report", sa.Text(), sa.ForeignKey("reports.id"), nullable=False),
        sa.Column("version", sa.Text(), sa.ForeignKey("texts.digest"), nullable=False),
        sa.Column("reader_name", sa.Text(), nullable=False),
        sa.Column("reader_version", sa.Text(), nullable=False),
        sa.Column("reader_digest", sa.Text(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("recorded", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint(
            "report", "version", "reader_name", "reader_version", "reader_digest", name="readings_once_by_a_reader"
        ),
    )
    op.create_index(
        "readings_one_current",
        "readings",
        ["report", "version"],
        unique=True,
        sqlite_where=sa.text("is_current"),
        postgresql_where=sa.text("is_current"),
    )
    op.create_table(
        "decisions",
        sa.Column("sequence", sa.Integer(), primary_key=True),
        sa.Column("id", sa.Text(), nullable=False, unique=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("version", sa.Text()),
        sa.Column("span_start", sa.Integer()),
        sa.Column("span_end", sa.Integer()),
        sa.Column("field", sa.Text()),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("decided", sa.DateTime(timezone=True), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("recorded", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_decisions_report", "decisions", ["report"])


def _keep_what_was_done() -> None:
    op.create_table(
        "audit",
        sa.Column("sequence", sa.Integer(), primary_key=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("done_by", sa.Text(), nullable=False),
        sa.Column("recorded", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "derivations",
        sa.Column("sequence", sa.Integer(), primary_key=True),
        sa.Column("as_of", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("recorded", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "names",
        sa.Column("kind", sa.Text(), primary_key=True),
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("claims", sa.Text(), nullable=False),
        sa.Column("points_to", sa.Text()),
        sa.Column("gone", sa.DateTime(timezone=True)),
        sa.Column("recorded", sa.DateTime(timezone=True), nullable=False),
    )


def _derive_reports_and_claims() -> None:
    op.create_table(
        "resolutions",
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), sa.ForeignKey("texts.digest"), nullable=False),
        sa.Column("outlet", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.Column("language", sa.Text()),
        sa.Column("told", sa.Text()),
        sa.Column("told_first", sa.Date()),
        sa.Column("told_last", sa.Date()),
        sa.Column("payload", sa.Text(), nullable=False),
    )
    op.create_index("ix_resolutions_report", "resolutions", ["report"])
    op.create_table(
        "claims",
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("resolution", sa.Integer(), sa.ForeignKey("resolutions.position"), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("happened", sa.Text()),
        sa.Column("happened_first", sa.Date()),
        sa.Column("happened_last", sa.Date()),
        sa.Column("decided", sa.Text()),
        sa.Column("payload", sa.Text(), nullable=False),
    )
    op.create_index("ix_claims_id", "claims", ["id"])
    op.create_index("ix_claims_report", "claims", ["report"])
    op.create_table(
        "claim_entities",
        sa.Column("claim", sa.Integer(), sa.ForeignKey("claims.position"), primary_key=True),
        sa.Column("part", sa.Text(), primary_key=True),
        sa.Column("entity", sa.Text(), primary_key=True),
    )
    op.create_index("ix_claim_entities_entity", "claim_entities", ["entity"])


def _derive_events() -> None:
    op.create_table(
        "events",
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("place", sa.Text()),
        sa.Column("happened", sa.Text()),
        sa.Column("happened_first", sa.Date()),
        sa.Column("happened_last", sa.Date()),
        sa.Column("payload", sa.Text(), nullable=False),
    )
    op.create_index("ix_events_id", "events", ["id"])
    op.create_index("ix_events_place", "events", ["place"])
    op.create_table(
        "event_claims",
        sa.Column("event", sa.Integer(), sa.ForeignKey("events.position"), primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("claim", sa.Text(), nullable=False),
    )
    op.create_index("ix_event_claims_claim", "event_claims", ["claim"])
    op.create_table(
        "voices",
        sa.Column("event", sa.Integer(), sa.ForeignKey("events.position"), primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("speaks_for", sa.Text()),
        sa.Column("interest", sa.Text(), nullable=False),
    )
    op.create_index("ix_voices_id", "voices", ["id"])
    op.create_index("ix_voices_speaks_for", "voices", ["speaks_for"])


def _derive_holdings_and_lineage() -> None:
    op.create_table(
        "holdings",
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("held_from", sa.Text()),
        sa.Column("held_to", sa.Text()),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("last_said", sa.Text()),
        sa.Column("payload", sa.Text(), nullable=False),
    )
    op.create_index("ix_holdings_holder", "holdings", ["holder"])
    op.create_index("ix_holdings_place", "holdings", ["place"])
    op.create_table(
        "lineage",
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("derives_from", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
    )
    op.create_index("ix_lineage_derives_from", "lineage", ["derives_from"])
    op.create_index("ix_lineage_report", "lineage", ["report"])
    op.create_table(
        "unheld",
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text()),
        sa.Column("payload", sa.Text(), nullable=False),
    )


def _guard(table: str) -> None:
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_refuse_{act.lower()} BEFORE {act} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed; add a new one'); END"
        )
