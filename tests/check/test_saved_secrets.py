"""A check that is kept: somebody with the database, with the log or with what was sent learns nothing of it."""

from __future__ import annotations

import io
import logging
import re

import pytest
from flask import Flask
from sqlalchemy import text

from safety.check.saved.sealing import LIGHT, keys, master
from safety.config import Config
from safety.library import six_words as words
from tests.check.test_saved import SHOWN, do, kept, renewed, stored, tick
from tests.conftest import visitor
from tests.journeys import items, start_check

# Long, and in nothing else that the site writes: three letters stand by chance in any encrypted bytes.
RARE = ("wackiness", "washbasin", "wolverine", "wrongdoer", "yearbook", "zeppelin", "zigzagged", "zookeeper")


@pytest.fixture
def site(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Flask:
    """The site of all tests, with nothing kept, where the words that are drawn can be told from all others."""
    with app.extensions["database"].begin() as connection:
        connection.execute(text("DELETE FROM plans"))
    assert set(RARE) <= set(words.drawn_from())
    monkeypatch.setattr(words, "drawn_from", lambda: RARE)
    return app


@pytest.mark.promise("kept-check-sealed")
def test_a_stolen_database_reveals_nothing(site: Flask, config: Config) -> None:
    """Two kept checks with the same answers: other bytes, same length, no item, answer, word or key in any file."""
    sixes = []
    for _ in "ab":
        client = visitor(site)
        start_check(client)
        tick(client, *items(client)[:3])
        sixes.append(kept(client))
    (id_a, sealed_a), (id_b, sealed_b) = stored(site)
    assert len(sealed_a) == len(sealed_b)
    assert not {sealed_a[at : at + 8] for at in range(0, len(sealed_a), 8)} & {
        sealed_b[at : at + 8] for at in range(0, len(sealed_b), 8)
    }
    stolen = b"".join(path.read_bytes() for path in config.instance.glob("unshared.db*"))
    assert id_a in stolen
    secret = config.secret.encode()
    readable = {word for words_ in sixes for word in words_} | {"two-factor", "whatsapp", "icloud", *items(client)}
    assert [word for word in readable if word.encode() in stolen.lower()] == []
    assert secret not in stolen
    # Whoever has the words as well, and not the secret of the site, finds nothing.
    for salt in (b"", bytes(32), secret, b"unshared six words 1"):
        made = keys(master(sixes[0], salt, LIGHT))
        assert made.id not in (id_a, id_b)
        assert made.key not in stolen


@pytest.mark.promise("kept-check-sealed")
def test_with_another_secret_the_same_database_opens_nothing(site: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """The words open it on this site alone."""
    client = visitor(site)
    start_check(client)
    six = kept(client)
    with monkeypatch.context() as changed:
        changed.setitem(site.extensions, "derive", lambda purpose: bytes(32))
        assert do(visitor(site), "open", words=" ".join(six)).status_code == 422
    assert do(visitor(site), "open", words=" ".join(six)).status_code == 303


@pytest.mark.promise("six-words-nowhere")
def test_the_words_are_nowhere(
    site: Flask, config: Config, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """Six words through every door: in no log, header, address, cookie, table or file; the log has names of events."""
    logging.getLogger("unshared").setLevel(logging.DEBUG)
    with caplog.at_level(logging.DEBUG):
        here, there = visitor(site), visitor(site)
        start_check(here)
        answers = [do(here, "keep")]
        six = SHOWN.findall(answers[0].text)
        typed = " ".join(six)
        answers += [do(there, "open", words=typed), do(there, "open", words=typed[:-1]), do(there, "file")]
        carried = SHOWN.findall(answers[-1].text)
        file = do(there, "download", words=" ".join(carried))
        answers += [file, do(here, "bring", words=" ".join(carried), file=(io.BytesIO(file.data), "list.dat"))]
        fresh, form = renewed(here)
        answers += [do(here, "rename", **form), there.get("/check/plan")]
        answers += [do(visitor(site), "open", words="zoom " + " ".join(six[1:]))]
    out, err = capfd.readouterr()
    written = caplog.text + out + err + "".join(str(one.headers) + one.request.url for one in answers)
    files = b"".join(path.read_bytes() for path in config.instance.iterdir() if path.is_file())
    for word in {*six, *carried, *fresh}:
        assert not re.search(rf"\b{word}\b", written), word
        assert not re.search(rf"\b{word}\b".encode(), files), word
    events = [record.getMessage() for record in caplog.records if record.name == "unshared"]
    assert {"check-kept", "check-opened", "check-words-changed", "check-carried", "check-brought"} <= set(events)
    assert all(answer_.headers["Cache-Control"] == "no-store" for answer_ in answers)
