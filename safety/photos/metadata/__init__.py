"""Readers of what files say about themselves, and the colour profile and orientation that are written anew."""
