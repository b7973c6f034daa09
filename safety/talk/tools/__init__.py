"""Tools for a talk: all of them work on the device, or on paper."""
