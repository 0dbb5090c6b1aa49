"""Rows that follow what changed: digests of reports as resolved, who names whom, claims of names that are gone."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the columns and tables; what is derived is marked stale, so that rows get positions from content."""
    op.add_column("resolutions", sa.Column("digest", sa.Text()))
    op.add_column("derivations", sa.Column("made", sa.Text()))
    op.create_table(
        "namings",
        sa.Column("entity", sa.Text(), primary_key=True),
        sa.Column("how", sa.Integer(), primary_key=True),
        sa.Column("name", sa.Text(), primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_namings_position", "namings", ["position"])
    op.create_table(
        "former_claims",
        sa.Column("claim", sa.Text(), primary_key=True),
        sa.Column("kind", sa.Text(), primary_key=True),
        sa.Column("id", sa.Text(), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_decisions_kind", "decisions", ["kind"])
    op.create_index("ix_names_points_to", "names", ["points_to"])
    op.create_index("resolutions_digest", "resolutions", ["report", "digest"])
    op.create_index("ix_claims_resolution", "claims", ["resolution"])
    op.create_index("ix_entity_counts_entity", "entity_counts", ["entity"])
    _find_former_claims()
    op.execute(
        "INSERT INTO audit (what, subject, done_by, recorded) "
        "SELECT 'marked stale', 'rows have positions from content', 'sayso', CURRENT_TIMESTAMP "
        "WHERE EXISTS (SELECT 1 FROM derivations)"
    )


def _find_former_claims() -> None:
    """The claims that names which are gone last had: they may come back, and the names then point to who has them."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "INSERT OR IGNORE INTO former_claims (claim, kind, id) "
            "SELECT value, names.kind, names.id FROM names, json_each(names.claims) WHERE gone IS NOT NULL"
        )
