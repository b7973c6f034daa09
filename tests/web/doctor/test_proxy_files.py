"""The settings of proxies: those of the project are fine, and each line that breaks a promise is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from safety.config import MEBIBYTE, ROOT
from safety.web.doctor import proxy_files
from safety.web.doctor.finding import Finding, Grade

OURS = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
CADDY = (ROOT / "deploy" / "Caddyfile").read_text(encoding="utf-8")
UPLOAD = 32 * MEBIBYTE


def nginx(*texts: str) -> list[Finding]:
    """What is found in nginx's files."""
    return list(proxy_files.check(dict(enumerate_names(texts)), {}, UPLOAD))


def enumerate_names(texts: tuple[str, ...]) -> list[tuple[str, str]]:
    """A name for each text."""
    return [(f"{number}.conf", text) for number, text in enumerate(texts)]


def test_our_own_files_are_fine() -> None:
    """What the guides tell people to use keeps every promise that can be read from it."""
    found = list(proxy_files.check({"nginx": OURS}, {"Caddyfile": CADDY}, UPLOAD))
    assert {one.grade for one in found} == {Grade.FINE}
    assert {one.check for one in found} == {"nginx", "caddy"}


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        ("access_log off;", "access_log /var/log/nginx/a.log;", "who asked for what"),
        ("access_log off;", "", "when nothing is said"),
        ("error_log stderr emerg;", "error_log /var/log/nginx/error.log;", "error log"),
        ("proxy_request_buffering off;", "", "written to the proxy's disk first"),
        ("proxy_request_buffering off;", "# proxy_request_buffering off;", "written to the proxy's disk first"),
        ("proxy_max_temp_file_size 0;", "", "large answer"),
        ("proxy_buffer_size 16k;", "proxy_buffer_size 4k;", "502"),
        ("client_max_body_size 40m;", "", "refuses photos"),
        ("client_max_body_size 40m;", "client_max_body_size 10m;", "refuses photos"),
        ("proxy_set_header Host $http_host;", "", "host name"),
    ],
)
def test_each_line_that_breaks_a_promise_is_found(before: str, after: str, word: str) -> None:
    """One line taken out or changed is one fault, with the line to write."""
    assert before in OURS
    faults = [one for one in nginx(OURS.replace(before, after)) if one.grade is not Grade.FINE]
    assert [one.grade for one in faults] == [Grade.WRONG]
    assert word in faults[0].says
    assert before.split()[0] in faults[0].do


def test_two_places_that_differ_are_for_a_person() -> None:
    """Debian's own file keeps a log for other sites: which one counts is not guessed."""
    found = nginx("http { access_log /var/log/nginx/access.log; }", OURS)
    assert [one.grade for one in found if one.grade is not Grade.FINE] == [Grade.LOOK]


def test_a_proxy_that_passes_nothing_on_is_none() -> None:
    """An nginx that serves only files says nothing of this site: then nothing can be seen."""
    assert nginx("server { access_log /x; root /srv; }") == [proxy_files.UNSEEN]
    assert nginx() == [proxy_files.UNSEEN]


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("site.org {\n\treverse_proxy 127.0.0.1:8000\n\tlog {\n\t\toutput stderr\n\t}\n}\n", Grade.WRONG),
        ("site.org {\n\tlog\n\treverse_proxy 127.0.0.1:8000\n}\n", Grade.WRONG),
        ("{\n\tlog {\n\t\tlevel ERROR\n\t}\n}\nsite.org {\n\treverse_proxy 127.0.0.1:8000\n}\n", Grade.FINE),
        ("site.org {\n\t# log\n\treverse_proxy {$UPSTREAM:127.0.0.1:8000}\n}\n", Grade.FINE),
    ],
)
def test_a_log_of_caddy_is_found(text: str, grade: Grade) -> None:
    """In the block of a site it notes every visitor; in the block for everything it sets another log."""
    assert [one.grade for one in proxy_files.check({}, {"Caddyfile": text}, UPLOAD)] == [grade]


def test_caddy_that_collects_is_said() -> None:
    """What is collected in memory is no fault, and worth a look."""
    text = "site.org {\n\treverse_proxy x:1 {\n\t\trequest_buffers 4k\n\t}\n}\n"
    assert [one.grade for one in proxy_files.check({}, {"C": text}, UPLOAD)] == [Grade.FINE, Grade.LOOK]


def test_files_are_read_where_they_lie(tmp_path: Path) -> None:
    """Every file of the parts, folders left out; no folder at all is no file."""
    (tmp_path / "conf.d").mkdir()
    (tmp_path / "conf.d" / "a.conf").write_text("a", encoding="utf-8")
    (tmp_path / "nginx.conf").write_text("b", encoding="utf-8")
    found = proxy_files.gather(tmp_path, proxy_files.NGINX_PARTS)
    assert sorted(found.values()) == ["a", "b"]
    assert proxy_files.gather(tmp_path / "none", proxy_files.CADDY_PARTS) == {}
