"""What is kept: the database of either kind, its faults, and backups."""
