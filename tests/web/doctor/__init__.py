"""The doctor: each check with a fine and a broken case, and the whole command."""
