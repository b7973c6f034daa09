"""A check that is kept longer: six words, what is stored under them, and a file to carry."""
