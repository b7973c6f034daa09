"""What every page shares: one concern a file, put together by ``create_app``."""
