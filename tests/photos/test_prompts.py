"""AI prompts are told from other texts by the settings that programs write beside them."""

import pytest

from safety.photos import inspect_bytes
from safety.photos.metadata.prompts import is_prompt
from tests.photos import samples

SETTINGS = "a cat on a roof\nNegative prompt: dog\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 5"
GRAPH = '{"3": {"inputs": {"seed": 5}, "class_type": "KSampler"}}'


@pytest.mark.parametrize(
    "text", [SETTINGS, GRAPH, '{"last_node_id": 9, "nodes": []}', '{"prompt": "a cat", "seed": 5, "steps": 28}']
)
def test_prompts_are_known(text: str) -> None:
    """Of four programs."""
    assert is_prompt(text)


@pytest.mark.parametrize("text", ["", "a cat on a roof", "Steps: 20 to the lake", "the seed and the prompt", "{}"])
def test_other_texts_are_not_prompts(text: str) -> None:
    """Words alone are no mark."""
    assert not is_prompt(text)


def comment(text: str) -> bytes:
    """A JPEG with a user comment as AUTOMATIC1111 writes it."""
    raw = b"UNICODE\0" + text.encode("utf-16-be")
    block = samples._ExifWriter("<").write([(0x010F, 2, b"A\0")], [(0x9286, 7, raw)], [(0, 7, b"\2")], b"x")
    return samples.after_start(samples.segment(0xE1, b"Exif\0\0" + block))


@pytest.mark.parametrize(
    "file",
    [
        comment(SETTINGS),
        samples.after_header(samples.chunk(b"tEXt", b"Comment\0" + GRAPH.encode())),
        samples.after_header(samples.chunk(b"tEXt", b"parameters\0a cat")),
        samples.after_start(
            samples.segment(0xE1, samples.XMP_MARK + b"<dc:description>" + SETTINGS.encode() + b"</dc:description>")
        ),
    ],
    ids=["exif", "png", "png by keyword", "xmp"],
)
def test_prompts_are_told_in_every_block(file: bytes) -> None:
    """As a prompt, and not as a comment."""
    codes = {finding.code for finding in inspect_bytes(file).findings}
    assert "ai-prompt" in codes
    assert not codes & {"comment", "caption"}
