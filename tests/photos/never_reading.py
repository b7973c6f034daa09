"""A worker for the tests that hangs while it is imported, so that it never reads what it is sent."""

import time

time.sleep(60)


def work(content: bytes, arguments: tuple[str, ...]) -> bytes:
    """Never reached."""
    return content
