"""Pages of the site itself: start, privacy, sources, leaving."""
