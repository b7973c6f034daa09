"""What a room counts: before and after by coins, totals to keep, a page to print, several classes together.

The room hands its frozen results over as a ``results.Results`` and takes ``randomised.CHOICES`` on the wire.
"""
