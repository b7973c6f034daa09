"""The personal privacy check: questions, the items that matter, and what has been done about them."""
