"""Words for talks with children and teens, and scenes to practise."""
