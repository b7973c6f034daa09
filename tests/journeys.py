"""Ways through the site that several tests walk, as a visitor without JavaScript would."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from functools import cache

from flask.testing import FlaskClient
from PIL import Image
from werkzeug.test import TestResponse

ADULT: Mapping[str, Sequence[str]] = {
    "who": ["adult"],
    "phone": ["iphone"],
    "apps": ["whatsapp", "icloud"],
    "device": ["partner"],
    "careful": ["yes"],
    "intimate": ["yes"],
}
TEEN: Mapping[str, Sequence[str]] = {
    "who": ["teen"],
    "phone": ["android"],
    "apps": ["snapchat"],
    "device": ["nobody"],
    "careful": ["no"],
}
ITEM = re.compile(r'class="tick" name="mark" value="([a-z0-9-]+) ')


def answer(client: FlaskClient, question: str, choices: Sequence[str], go: str = "next") -> TestResponse:
    """Sends the answer to one question, as the form does."""
    return client.post("/check", data={"question": question, "choice": list(choices), "go": go})


def start_check(client: FlaskClient, answers: Mapping[str, Sequence[str]] = ADULT) -> None:
    """Answers every question of a check."""
    for question, choices in answers.items():
        assert answer(client, question, choices).status_code == 303


def items(client: FlaskClient) -> list[str]:
    """The ids of the items in the plan, in order."""
    return ITEM.findall(client.get("/check/plan").text)


@cache
def photo(size: int = 64, owner: str = "Canary Camera") -> bytes:
    """A JPEG of noise that names the device and a person; 1600 is about 8 MB."""
    picture = Image.merge("RGB", [Image.effect_noise((size, size), 120) for _ in "rgb"])
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x013B] = owner, owner, owner
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=100, subsampling=0, exif=exif)
    return out.getvalue()
