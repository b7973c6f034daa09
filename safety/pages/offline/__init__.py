"""Keeping the tools on a device that asked for it: the page `/offline`, the worker, neutral names and icons."""
