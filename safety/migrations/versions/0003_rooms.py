"""Rooms: what is sealed under a room's code, the hour it ends, and sealed answers. No person, no address, no time."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "rooms",
        sa.Column("id", sa.LargeBinary(16), primary_key=True),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("ends", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    # Without row numbers SQLite keeps the answers in the order of their keys, which are random, not as they came.
    op.create_table(
        "room_answers",
        sa.Column("room", sa.LargeBinary(16), primary_key=True),
        sa.Column("question", sa.LargeBinary(16), primary_key=True),
        sa.Column("slot", sa.LargeBinary(16), primary_key=True),
        sa.Column("choice", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Takes the tables away, with all rooms."""
    op.drop_table("room_answers")
    op.drop_table("rooms")
