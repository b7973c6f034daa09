"""The checksums on /privacy are those of what is served, and the command tells a changed file from a true one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256

import pytest
from flask import Flask

from safety.config import ROOT, Config
from safety.web import checksums
from safety.web.checksums import Answer
from safety.web.release import Release
from tests.conftest import CheckingClient
from tests.serving import serve

SITE = "http://localhost"
ENGINE = "js/photos/engine.js"
Change = Callable[[str, Answer], Answer]


def asking(client: CheckingClient, change: Change = lambda path, answer: answer) -> checksums.Get:
    """Asks the site of the tests, and changes what it says."""

    def get(address: str) -> Answer:
        path = address.removeprefix(SITE)
        with closing(client.get(path)) as response:
            headers = dict(response.headers)
            return change(path, Answer(response.status_code, headers, response.get_data()))

    return get


def found(client: CheckingClient, change: Change) -> dict[str, str]:
    """What is not the same, when the site says something else."""
    compared = checksums.compare(SITE, Release(), asking(client, change))
    return {name: finding for name, finding in compared if finding != checksums.SAME}


def test_privacy_lists_what_the_photo_page_runs(app: Flask, client: CheckingClient) -> None:
    """Each script that its policy allows, with the checksum of what is served at that address."""
    policy = client.get("/photos").headers["Content-Security-Policy"]
    shown = client.get("/privacy").text
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    allowed = [*rules["script-src"].split(), *rules["worker-src"].split()]
    assert len(allowed) == len(checksums.of_scripts(Release())) > 20
    for address in allowed:
        path = address.removeprefix("localhost")
        with closing(client.get(path)) as response:
            assert f'<a href="{path}">' in shown
            assert sha256(response.data).hexdigest() in shown


def test_the_site_is_the_same_as_its_own_copy(client: CheckingClient, capsys: pytest.CaptureFixture[str]) -> None:
    """A line for the policy and each script, all of them the same, and only addresses of these are asked for."""
    asked: list[str] = []

    def note(path: str, answer: Answer) -> Answer:
        asked.append(path)
        return answer

    assert checksums.run([SITE + "/"], asking(client, note)) == 0
    release = Release()
    assert asked == ["/photos", *(release.address(name) for name in checksums.of_scripts(release))]
    *lines, _, last = capsys.readouterr().out.splitlines()
    assert {line.split()[0] for line in lines} == {"same"}
    assert len(lines) == len(asked)
    assert last == "Everything that runs on /photos is the same as in this copy."


def test_a_changed_script_is_seen(client: CheckingClient, capsys: pytest.CaptureFixture[str]) -> None:
    """By one byte; the rest stays the same, and the exit status says it."""

    def change(path: str, answer: Answer) -> Answer:
        return Answer(200, answer.headers, answer.content + b" ") if path.endswith(ENGINE) else answer

    assert found(client, change) == {ENGINE: checksums.DIFFERENT}
    assert checksums.run([SITE], asking(client, change)) == 1
    assert f"different  {ENGINE}" in capsys.readouterr().out


@pytest.mark.parametrize("status", [404, 302, 500])
def test_a_missing_script_is_seen(client: CheckingClient, status: int) -> None:
    """Not there, or somewhere else."""

    def change(path: str, answer: Answer) -> Answer:
        return Answer(status, {}, b"") if path.endswith(ENGINE) else answer

    assert found(client, change) == {ENGINE: checksums.MISSING}


def test_an_open_policy_is_seen(client: CheckingClient) -> None:
    """The same scripts under a policy that lets them connect are not the same page."""

    def change(path: str, answer: Answer) -> Answer:
        policy = answer.headers.get(checksums.POLICY, "").replace("connect-src 'none'", "connect-src *")
        return Answer(200, {checksums.POLICY: policy}, answer.content)

    assert found(client, change) == {"Content-Security-Policy of /photos": checksums.DIFFERENT}


def test_a_release_of_another_name_with_the_same_scripts_is_the_same(client: CheckingClient) -> None:
    """The name changes with every file of the site, also those that do not run."""
    theirs, ours = "0123456789ab", Release().name
    changed = asking(client)

    def get(address: str) -> Answer:
        answer = changed(address.replace(theirs, ours))
        headers = {name: value.replace(ours, theirs) for name, value in answer.headers.items()}
        content = (
            answer.content.replace(ours.encode(), theirs.encode()) if address.endswith("/photos") else answer.content
        )
        return Answer(answer.status, headers, content)

    assert {finding for _, finding in checksums.compare(SITE, Release(), get)} == {checksums.SAME}


@pytest.mark.parametrize(
    "arguments",
    [[], ["a", "b"], ["example.org"], ["ftp://example.org"], ["file:///etc/passwd"], ["https://"], [f"{SITE}/photos"]],
)
def test_wrong_usage_asks_nobody(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The status is 64, and the usage is shown."""

    def get(address: str) -> Answer:
        raise AssertionError(address)

    assert checksums.run(arguments, get) == 64
    assert capsys.readouterr().err.startswith("Usage: python -m safety.web.checksums https://")


def test_a_site_that_does_not_answer_is_not_called_different(capsys: pytest.CaptureFixture[str]) -> None:
    """It has a status of its own."""

    def get(address: str) -> Answer:
        raise OSError("nobody there")

    assert checksums.run([SITE], get) == 2
    assert "could not be asked: nobody there" in capsys.readouterr().err


def test_the_command_works_in_a_bare_copy(app: Flask, config: Config, network: None) -> None:
    """With the standard library alone it asks the real server, over the network, and finds everything the same."""
    with serve(app, config) as site:
        address = f"http://127.0.0.1:{site.port}"
        command = [sys.executable, "-S", "-E", "-m", "safety.web.checksums", address]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr == ""
    assert done.returncode == 0


def test_an_address_that_leads_elsewhere_is_not_followed(app: Flask, config: Config, network: None) -> None:
    """Its own status is the answer, and nothing is asked of where it leads."""
    with serve(app, config) as site:
        answer = checksums.get_over_network(f"http://127.0.0.1:{site.port}/leave")
    assert (answer.status, answer.content) == (303, b"")


def test_what_is_no_web_server_is_told_as_an_error(network: None) -> None:
    """A port on which nobody speaks HTTP."""
    with pytest.raises(OSError, match=r"."):
        checksums.get_over_network("http://127.0.0.1:9/photos")
