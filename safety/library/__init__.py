"""Content as records: reads ``content/`` once, checks it whole, and gives frozen dataclasses.

It does not judge whether a fact is true; it makes sure that every fact says where it is from.
"""
