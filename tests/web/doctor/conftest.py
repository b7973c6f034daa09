"""One site in production for all tests of the doctor in a process."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from safety.config import Config
from tests.conftest import make_app
from tests.web.doctor import between
from tests.web.doctor.test_settings import RANDOM

SETTINGS = {
    "UNSHARED_ENV": "production",
    "SECRET_KEY": RANDOM,
    "HOSTS": f"{between.HERE},site.org",
    "PROXIES": "1",
    "OPERATOR": "The library of a town",
    "OPERATOR_CONTACT": "mailto:help@site.org",
}


@pytest.fixture(scope="session")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site, closed to others."""
    folder = tmp_path_factory.mktemp("doctor") / "instance"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture(scope="session")
def own(instance: Path) -> Flask:
    """What `flask --app app` makes of the settings of that site."""
    return make_app(Config.read(SETTINGS | {"INSTANCE": str(instance)}))
