"""The start: no table. Answers and ticks are in the visitor's own cookie, so nothing is stored yet."""

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Nothing to make."""


def downgrade() -> None:
    """Nothing to take away."""
