"""How a test knows that a tool is there."""

# The last thing to come: all that the page asks for by itself has been asked for.
READY = "#proof:not([hidden])"
