"""What was erased by law or for harm: digests, who, when and why."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the table."""
    op.create_table(
        "erasures",
        sa.Column("sequence", sa.Integer(), primary_key=True),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("digests", sa.Text(), nullable=False),
        sa.Column("erased_by", sa.Text(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("recorded", sa.DateTime(), nullable=False),
    )
    op.create_index("ix_erasures_report", "erasures", ["report"])
