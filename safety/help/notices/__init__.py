"""The notices that ask for removal."""
