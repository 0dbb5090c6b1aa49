"""What is withheld: the words that are covered where they are shown."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the table; it stays empty until something is withheld."""
    op.create_table("covered", sa.Column("words", sa.Text(), primary_key=True))
