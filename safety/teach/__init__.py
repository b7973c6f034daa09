"""Workshops for schools."""
