"""The case file: on the device only."""
