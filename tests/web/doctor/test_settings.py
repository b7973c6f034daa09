"""The settings, good and bad."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

import pytest

from safety.config import Config
from safety.web.doctor import settings
from safety.web.doctor.finding import Finding, Grade

RANDOM = "kX9-2mQ7vLp4Zt8RwYb3Nc6HdJf5GsA1eUi0oTyPzWq"
GOOD: dict[str, Any] = {
    "secret": RANDOM,
    "production": True,
    "hosts": ("site.org", "www.site.org"),
    "proxies": 1,
    "operator": "The library of a town",
    "operator_contact": "mailto:help@site.org",
}


def found(**changed: Any) -> list[Finding]:
    """What is found on a good configuration with something changed."""
    kept, in_container = changed.pop("kept", ""), changed.pop("in_container", False)
    return list(settings.check(Config(**(GOOD | changed)), kept, in_container=in_container))


def test_good_settings_are_fine() -> None:
    """Nothing is said against a good configuration."""
    assert {one.grade for one in found()} == {Grade.FINE}


@pytest.mark.parametrize(
    ("check", "grade", "changed"),
    [
        ("environment", Grade.WRONG, {"production": False}),
        ("secret", Grade.WRONG, {"kept": RANDOM}),
        ("secret", Grade.WRONG, {"secret": "a" * 40}),
        ("secret", Grade.WRONG, {"secret": "0123456789abcdef" * 3}),
        ("secret", Grade.WRONG, {"secret": "please-change-me-" + RANDOM}),
        ("secret", Grade.WRONG, {"secret": "abababababababcdcdcdcdcdcdefefefefef"}),
        ("host names", Grade.WRONG, {"hosts": ()}),
        ("host names", Grade.WRONG, {"hosts": ("*.site.org",)}),
        ("host names", Grade.WRONG, {"hosts": ("site.org:443",)}),
        ("host names", Grade.WRONG, {"hosts": ("https://site.org",)}),
        ("host names", Grade.LOOK, {"hosts": ("127.0.0.1",)}),
        ("host names", Grade.LOOK, {"hosts": ("192.0.2.7",)}),
        ("proxies", Grade.LOOK, {"proxies": 0}),
        ("proxies", Grade.LOOK, {"proxies": 4}),
        ("listening", Grade.LOOK, {"host": "0.0.0.0"}),  # noqa: S104  # the very thing to be found
        ("listening", Grade.FINE, {"host": "0.0.0.0", "in_container": True}),  # noqa: S104  # where it has to be so
        ("leaving", Grade.WRONG, {"leave_to": "https://www.site.org/"}),
        ("leaving", Grade.FINE, {"leave_to": ""}),
        ("other hosts", Grade.LOOK, {"leak_service": "https://api.service.org"}),
        ("operator", Grade.WRONG, {"operator": ""}),
        ("operator", Grade.WRONG, {"operator_contact": "mailto:you@example.org"}),
    ],
)
def test_each_fault_is_found(check: str, grade: Grade, changed: dict[str, Any]) -> None:
    """Each fault alone is said under its own name, and nothing else is."""
    odd = [one for one in found(**changed) if one.check == check and one.grade is grade]
    assert odd
    assert all(one.do for one in odd if grade is not Grade.FINE)
    assert {one.grade for one in found(**changed) if one.check != check} == {Grade.FINE}


@pytest.mark.parametrize(
    "make", [secrets.token_urlsafe, secrets.token_hex, lambda count: secrets.token_hex(count // 2)]
)
def test_random_secrets_are_long_enough(make: Callable[[int], str]) -> None:
    """What the usual commands make is never called weak, and never shown."""
    for _ in range(200):
        one = settings.secret(Config(secret=make(32)), "")
        assert settings.entropy_bits(make(32)) > settings.MIN_BITS
        assert one.grade is Grade.FINE


def test_no_secret_is_ever_said() -> None:
    """Good or bad, the secret and the one for trying out are in no finding."""
    for changed in ({}, {"kept": RANDOM}, {"secret": "change" * 8}):
        config = {**GOOD, **changed}
        said = " ".join(f"{one.says} {one.do}" for one in found(**changed))
        assert config["secret"] not in said
        assert RANDOM not in said
