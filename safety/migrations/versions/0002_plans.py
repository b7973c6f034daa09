"""Kept checks: a look-up value, what is sealed, the day of last use; and the day of the last tidying. No more."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "plans",
        sa.Column("id", sa.LargeBinary(32), primary_key=True),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("last_used", sa.Date, nullable=False),
        # SQLite's own row numbers would tell in which order checks were kept.
        sqlite_with_rowid=False,
    )
    op.create_index("plans_last_used", "plans", ["last_used"])
    op.create_table(
        "tidied", sa.Column("what", sa.String(20), primary_key=True), sa.Column("day", sa.Date, nullable=False)
    )


def downgrade() -> None:
    """Takes the tables away, with all that is kept."""
    op.drop_table("tidied")
    op.drop_table("plans")
