"""Pages to read: with a child at one screen, by a teen alone, and in few and short words."""
