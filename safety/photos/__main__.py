"""The command line: python -m safety.photos clean FILE… and inspect FILE…; `command` says what they do."""

import sys

from safety.photos.command_line.command import main, run

__all__ = ["main", "run"]

if __name__ == "__main__":
    sys.exit(run())
