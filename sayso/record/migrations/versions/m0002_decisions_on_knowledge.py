"""Decisions may be about knowledge instead of a report's words; what is derived notes what it follows from."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Gives decisions a known thing to be about, and derivations the knowledge and release they follow from."""
    with op.batch_alter_table("decisions") as decisions:  # SQLite makes the table anew, and its guards with it
        decisions.alter_column("report", existing_type=sa.Text(), nullable=True)
        decisions.add_column(sa.Column("known", sa.Text()))
        decisions.create_index("ix_decisions_known", ["known"])
    op.add_column("derivations", sa.Column("basis", sa.Text()))
    if op.get_bind().dialect.name == "sqlite":
        _guard("decisions")


def _guard(table: str) -> None:
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_refuse_{act.lower()} BEFORE {act} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed; add a new one'); END"
        )
