"""A copy of the site says what it needs, and starts with nothing on a fresh checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from safety.config import DEFAULT_LEAVE_TO, Config, ConfigError

SECRET = "0123456789abcdef0123456789abcdef"
PRODUCTION = {"UNSHARED_ENV": "production", "SECRET_KEY": SECRET, "HOSTS": "example.org, www.example.org"}


def read(tmp_path: Path, **settings: str) -> Config:
    """The configuration with a folder of its own."""
    return Config.read({"INSTANCE": str(tmp_path / "instance"), **settings})


def test_a_fresh_checkout_needs_no_setting(tmp_path: Path) -> None:
    """Everything has a default: this machine only, port 8000, SQLite in the instance folder."""
    config = read(tmp_path)
    assert (config.host, config.port, config.production) == ("127.0.0.1", 8000, False)
    assert config.database_url == f"sqlite:///{tmp_path / 'instance' / 'unshared.db'}"
    assert config.leave_to == DEFAULT_LEAVE_TO


def test_the_secret_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    """The second start finds the secret of the first; no other user of the machine can read it."""
    first, second = read(tmp_path), read(tmp_path)
    assert first.secret == second.secret
    assert len(first.secret) >= 32
    assert (tmp_path / "instance" / "secret").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "instance").stat().st_mode & 0o777 == 0o700


def test_two_checkouts_have_two_secrets(tmp_path: Path) -> None:
    """Nobody can read another copy's cookies."""
    assert read(tmp_path / "one").secret != read(tmp_path / "two").secret


def test_production_never_makes_a_secret(tmp_path: Path) -> None:
    """Without SECRET_KEY production does not start, says how to make one, and writes none."""
    settings = {name: value for name, value in PRODUCTION.items() if name != "SECRET_KEY"}
    with pytest.raises(ConfigError, match=r"SECRET_KEY is not set\. Write .*token_urlsafe"):
        read(tmp_path, **settings)
    assert not (tmp_path / "instance" / "secret").exists()


def test_production_never_guesses_its_host(tmp_path: Path) -> None:
    """Without HOSTS production does not start and says what to write."""
    settings = {name: value for name, value in PRODUCTION.items() if name != "HOSTS"}
    with pytest.raises(ConfigError, match=r"HOSTS is not set\. Write .*HOSTS=example\.org"):
        read(tmp_path, **settings)


def test_production_with_both_starts(tmp_path: Path) -> None:
    """The names are taken as written, spaces and capitals aside."""
    config = read(tmp_path, **PRODUCTION | {"HOSTS": " Example.org ,www.example.org,"})
    assert config.production
    assert config.hosts == ("example.org", "www.example.org")


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("SECRET_KEY", "0123456", "SECRET_KEY is too short"),
        ("PORT", "eighty", "PORT is not a number"),
        ("PORT", "65536", "PORT is not a number"),
        ("PORT", "-1", "PORT is not a number"),
        ("PORT", "80.5", "PORT is not a number"),
        ("PROXIES", "one", "PROXIES is not a number"),
        ("LEAVE_TO", "http://plain.example/", "LEAVE_TO is not an https address"),
        ("LEAVE_TO", "javascript:alert(1)", "LEAVE_TO is not an https address"),
        ("OPERATOR_CONTACT", "someone@example.org", "OPERATOR_CONTACT must begin with https:// or mailto:"),
        ("OPERATOR_CONTACT", "javascript:alert(1)", "OPERATOR_CONTACT must begin with https:// or mailto:"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, name: str, value: str, says: str) -> None:
    """The message names the setting and what to write, and does not repeat the value."""
    with pytest.raises(ConfigError, match=says) as caught:
        read(tmp_path, **{name: value})
    assert value not in str(caught.value).replace(name, "")


def test_a_damaged_secret_file_is_said(tmp_path: Path) -> None:
    """A secret that was cut is not used."""
    (tmp_path / "instance").mkdir()
    (tmp_path / "instance" / "secret").write_text("cut", encoding="ascii")
    with pytest.raises(ConfigError, match="damaged"):
        read(tmp_path)


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000", "192.168.1.20"])
def test_without_hosts_local_names_and_addresses_are_answered(tmp_path: Path, host: str) -> None:
    """A laptop and a class network work without a setting."""
    assert read(tmp_path).allows_host(host)


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.x", "", "127.0.0.1@x"])
def test_without_hosts_no_other_name_is_answered(tmp_path: Path, host: str) -> None:
    """A name that somebody points at this machine is refused."""
    assert not read(tmp_path).allows_host(host)


def test_with_hosts_only_they_are_answered(tmp_path: Path) -> None:
    """Production answers to its names, not to its address."""
    config = read(tmp_path, **PRODUCTION)
    assert config.allows_host("www.example.org:443", "https")
    assert config.allows_host("www.example.org:80", "http")
    assert not config.allows_host("www.example.org:80", "https")
    assert not config.allows_host("www.example.org:443", "http")
    assert not config.allows_host("127.0.0.1")
    assert not config.allows_host("localhost")


def test_no_page_asks_anybody_unless_it_is_switched_on(tmp_path: Path) -> None:
    """The service for stolen passwords is empty by default."""
    assert read(tmp_path).leak_service == ""
    service = "https://api.pwnedpasswords.com"
    assert read(tmp_path, LEAK_SERVICE=f"{service}/").leak_service == service


@pytest.mark.parametrize(
    "address",
    [
        "http://api.example.org",
        "https://example.org/range",
        "example.org",
        "https://example.org?x",
        "javascript:alert(1)",
    ],
)
def test_a_service_without_https_is_refused(tmp_path: Path, address: str) -> None:
    """And whatever is not the address of a host."""
    with pytest.raises(ConfigError, match="LEAK_SERVICE"):
        read(tmp_path, LEAK_SERVICE=address)


def test_a_class_network_listens_everywhere_and_believes_no_proxy(tmp_path: Path) -> None:
    """With --lan what is set for the open internet does not count."""
    settings = {"INSTANCE": str(tmp_path), "HOST": "127.0.0.1", "HOSTS": "example.org", "PROXIES": "2"}
    config = Config.read(settings | {"LEAVE_TO": "https://example.org"}, lan=True)
    assert config.host == "0.0.0.0"  # noqa: S104  # that is what the class needs
    assert (config.lan, config.hosts, config.proxies, config.leave_to) == (True, (), 0, "")
    assert config.allows_host("192.168.1.20:8000")


def test_a_class_network_is_never_production(tmp_path: Path) -> None:
    """Plain http on all addresses is not what a public site is started with."""
    with pytest.raises(ConfigError, match="--lan serves plain http"):
        Config.read(PRODUCTION | {"INSTANCE": str(tmp_path)}, lan=True)


def test_nothing_else_is_a_class_network(tmp_path: Path) -> None:
    """It is asked for at the start, by no setting."""
    assert not read(tmp_path, LAN="1").lan


@pytest.mark.parametrize("name", ["SECRET_KEY", "DATABASE_URL"])
def test_what_is_secret_may_stand_in_a_file(tmp_path: Path, name: str) -> None:
    """As systemd and Docker hand secrets over; the line's end is no part of it."""
    path = tmp_path / "handed-over"
    path.write_text(f"{SECRET}\n", encoding="utf-8")
    config = read(tmp_path, **{f"{name}_FILE": str(path)})
    assert SECRET in (config.secret, config.database_url)


@pytest.mark.parametrize(("content", "said"), [(None, "cannot be read"), (" \n", "is empty")])
def test_a_file_that_holds_no_secret_starts_nothing(tmp_path: Path, content: str | None, said: str) -> None:
    """Rather no start than one with a secret of its own making."""
    path = tmp_path / "handed-over"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError, match=said):
        read(tmp_path, SECRET_KEY_FILE=str(path))


def test_a_secret_is_written_in_one_place(tmp_path: Path) -> None:
    """Of two nobody would know which one counts."""
    with pytest.raises(ConfigError, match="Both SECRET_KEY and SECRET_KEY_FILE"):
        read(tmp_path, SECRET_KEY=SECRET, SECRET_KEY_FILE="/nowhere")


def test_several_workers_need_a_database_for_several(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One may serve with SQLite; more say what to write."""
    monkeypatch.setattr("sys.platform", "linux")
    assert read(tmp_path, WORKERS="1").workers == 1
    assert read(tmp_path, WORKERS="2", DATABASE_URL="postgresql:///unshared").workers == 2
    with pytest.raises(ConfigError, match=r"WORKERS=2 needs PostgreSQL.*DATABASE_URL"):
        read(tmp_path, WORKERS="2")


def test_workers_that_cannot_be_had_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More than the memory for bodies is shared among, or a system that cannot."""
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(ConfigError, match="WORKERS is more than 7"):
        read(tmp_path, WORKERS="8", DATABASE_URL="postgresql:///unshared")
    monkeypatch.setattr("sys.platform", "win32")
    with pytest.raises(ConfigError, match="WORKERS needs Linux"):
        read(tmp_path, WORKERS="1")
