"""Whether a text is what a program was told to draw: an AI prompt with its settings.

By the ways of the common programs (AUTOMATIC1111 and its kin, ComfyUI, InvokeAI, NovelAI), which write it
into comments; a bare prompt cannot be told from any other text.
"""

from typing import Final

# All marks of one row have to be there, in lower case.
_MARKS: Final = (
    ("steps: ", "sampler: "),
    ("steps: ", "cfg scale: "),
    ('"class_type"', '"inputs"'),
    ('"last_node_id"', '"nodes"'),
    ('"prompt"', '"seed"'),
    ('"positive_prompt"',),
)


def is_prompt(text: str) -> bool:
    """True when the text has the marks of a prompt with its settings."""
    lower = text.lower()
    return any(all(mark in lower for mark in row) for row in _MARKS)
