"""What tests ask of an ending: the clean file, and the codes of what was found."""

from safety.photos import Options, Outcome, clean_bytes


def cleaned(file: bytes, options: Options | None = None) -> bytes:
    """The clean file, which must exist."""
    outcome = clean_bytes(file, options=options)
    assert outcome.content is not None, outcome.refusal
    return outcome.content


def codes(outcome: Outcome) -> list[str]:
    """Codes of the findings."""
    return [finding.code for finding in outcome.findings]
