"""Where a copy of a picture can still be: questions, a drawn map, an ordered list to clear."""
