"""The description of the service is true: cases made from it, good and bad, get the answers it names."""

from __future__ import annotations

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.generation import GenerationMode

from safety.photos import openapi
from safety.photos.accepted import accepted_types
from tests.photos import samples

EXAMPLES = 40
PHOTOS = (
    samples.jpeg(),
    samples.after_start(samples.segment(0xE1, b"Exif\0\0" + samples.exif(6))),
    samples.png(),
    samples.webp(),
    samples.jpeg()[:200],
    b"%PDF-1.7",
    b"",
)
for media_type in [*accepted_types(), "application/octet-stream"]:
    schemathesis.openapi.media_type(media_type, st.sampled_from(PHOTOS))


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize("path", openapi.document()["paths"])
def test_every_answer_is_as_described(app: Flask, path: str, mode: GenerationMode) -> None:
    """Status, content type, headers and values are those of the document, and nothing makes the server fail."""
    described = schemathesis.openapi.from_wsgi("/api/openapi.json", app)
    # A file is a valid field whatever it holds; what it holds may be refused.
    described.config.checks.positive_data_acceptance.expected_statuses = ["200", "415", "422"]
    statuses = set()

    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(case=described[path]["POST"].as_strategy(generation_mode=mode))
    def ask(case: schemathesis.Case) -> None:
        statuses.add(case.call_and_validate().status_code)

    ask()
    assert statuses >= ({200, 415, 422} if mode is GenerationMode.POSITIVE else {400})
