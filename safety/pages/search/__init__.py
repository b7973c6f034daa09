"""Search over all texts: on the device from a small index, without JavaScript by a post."""
