"""Short checks for one occasion, made of the check's own items."""
