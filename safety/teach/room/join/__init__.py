"""The pupil's side of a room, and the wall."""
