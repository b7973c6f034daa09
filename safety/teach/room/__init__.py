"""A room: pupils join with a code, without a name; closed choices; results from eight answers up; nothing remains."""
