"""Abuse that must not work; each case is listed in docs/security.md."""
