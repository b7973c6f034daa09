"""The command ``doctor``: what is wrong with a deployment, and what to do. One concern a file.

Checks are pure: facts in, findings out. What gathers the facts stands beside them and decides nothing. It repairs
nothing, and what it cannot see it says.
"""
