"""Who may keep an answer, and how little is sent to somebody who has it already."""

from __future__ import annotations

import gzip

import brotli
import pytest
from flask.testing import FlaskClient

from tests import policy
from tests.conftest import CheckingClient
from tests.site.table import VISITS, Visit

PUBLIC = [
    visit
    for visit in VISITS
    if visit.form is None and visit.status == 200 and not visit.in_check
    and not (policy.is_private(visit.path) or visit.path.startswith(("/healthz", "/.well-known")))
]  # fmt: skip
ACCEPTED = ["identity", "gzip", "br", "gzip, deflate, br, zstd"]


@pytest.mark.parametrize("visit", PUBLIC, ids=str)
@pytest.mark.parametrize("accepted", ACCEPTED)
def test_a_page_that_did_not_change_is_not_sent_again(client: CheckingClient, visit: Visit, accepted: str) -> None:
    """Whatever compression a browser takes, its validator saves the page the second time."""
    headers = {"Accept-Encoding": accepted}
    first = client.get(visit.path, headers=headers)
    assert first.headers["Cache-Control"] == "no-cache"
    again = client.get(visit.path, headers={**headers, "If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_an_old_validator_gets_the_page(client: CheckingClient) -> None:
    """A page that changed is sent."""
    assert client.get("/about", headers={"If-None-Match": '"old"'}).status_code == 200


@pytest.mark.parametrize("path", policy.TOOLS)
def test_a_policy_that_names_the_host_is_part_of_the_page(stranger: FlaskClient, path: str) -> None:
    """The validator of one host is not that of another, so no browser puts a page and a foreign policy together."""
    here, there = (stranger.get(path, base_url=f"http://{host}") for host in ("localhost", "127.0.0.1"))
    assert here.headers["Content-Security-Policy"] != there.headers["Content-Security-Policy"]
    assert here.headers["ETag"] != there.headers["ETag"]
    again = stranger.get(path, base_url="http://127.0.0.1", headers={"If-None-Match": here.headers["ETag"]})
    assert again.status_code == 200
    same = stranger.get(path, headers={"If-None-Match": here.headers["ETag"]})
    assert same.status_code == 304
    assert same.headers["Content-Security-Policy"] == here.headers["Content-Security-Policy"]


@pytest.mark.parametrize(("accepted", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_pages_are_compressed(client: CheckingClient, accepted: str, unpack: object) -> None:
    """The bytes differ and the page is the same; a cache keeps the forms apart."""
    plain = client.get("/help/services")
    packed = client.get("/help/services", headers={"Accept-Encoding": accepted})
    assert packed.headers["Content-Encoding"] == accepted
    assert unpack(packed.data) == plain.data  # type: ignore[operator]  # one of two functions
    assert len(packed.data) * 3 < len(plain.data)
    assert "Accept-Encoding" in plain.headers["Vary"]
    assert plain.headers["ETag"] != packed.headers["ETag"]


@pytest.mark.parametrize("visit", [visit for visit in VISITS if visit not in PUBLIC], ids=str)
def test_everything_else_is_kept_nowhere(client: CheckingClient, visit: Visit) -> None:
    """Answers to what somebody sent, pages of a check, errors and leaving are in no cache."""
    response = visit.go(client)
    assert response.headers["Cache-Control"] == "no-store"
    assert "ETag" not in response.headers


def test_a_public_page_is_the_same_for_everybody(client: CheckingClient, app: object) -> None:
    """Nothing of a visitor is on a page that caches may share."""
    from tests.journeys import start_check

    before = client.get("/").data
    start_check(client)
    assert client.get("/").data == before
    assert "Cookie" not in client.get("/").headers.get("Vary", "")
