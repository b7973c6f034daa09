"""The command line, python -m safety.photos: one concern a module."""
