"""The way to help when a picture is out, or somebody threatens."""
