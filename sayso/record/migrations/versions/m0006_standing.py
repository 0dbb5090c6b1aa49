"""Claims know whether their event is disputed, and whether one voice alone is heard on it."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the columns and indexes by which wide rows need not be opened; what is derived is marked stale."""
    for name in ("is_disputed", "is_alone"):
        op.add_column("event_claims", sa.Column(name, sa.Boolean(), nullable=False, server_default="0"))
    op.create_index("event_claims_standing", "event_claims", ["claim", "is_disputed", "is_alone"])
    op.create_index("claims_of_report", "claims", ["report", "type", "stance", "id", "happened_first", "happened_last"])
    op.execute(
        "INSERT INTO audit (what, subject, done_by, recorded) "
        "SELECT 'marked stale', 'claims know how their event stands', 'sayso', CURRENT_TIMESTAMP "
        "WHERE EXISTS (SELECT 1 FROM derivations)"
    )
