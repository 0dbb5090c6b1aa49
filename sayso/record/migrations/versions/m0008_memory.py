"""What resolving left for the next time: reports that did not change are not understood again."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables; they are empty, so that the next derivation understands all reports once.

    What is derived stands on no basis: it is derived anew, and fills the key tables of corroboration that are new too.
    """
    op.execute("UPDATE derivations SET basis = NULL")
    op.create_table(
        "report_memory",
        sa.Column("report", sa.Text(), primary_key=True),
        sa.Column("made_of", sa.Text(), nullable=False),
        sa.Column("apart", sa.Text(), nullable=False),
        sa.Column("outlets", sa.Text(), nullable=False),
        sa.Column("brought", sa.Text(), nullable=False),
        sa.Column("named", sa.Text(), nullable=False),
        sa.Column("written", sa.Text(), nullable=False),
        sa.Column("resolution", sa.Text(), nullable=False),
        sa.Column("seal", sa.Text(), nullable=False),
    )
    op.create_table(
        "place_memory",
        sa.Column("entity", sa.Text(), primary_key=True),
        sa.Column("made_of", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("seal", sa.Text(), nullable=False),
    )
    op.create_table(
        "common_memory",
        sa.Column("name", sa.Text(), primary_key=True),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("seal", sa.Text(), nullable=False),
    )
