"""Permissions and disks, by made-up tables of mounts, and the real places of this machine."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from safety.config import MEBIBYTE, Config
from safety.web.doctor import folders
from safety.web.doctor.finding import Grade
from safety.web.doctor.folders import FOLDER, SETTINGS, Kept, Places

MOUNTS = """\
tmpfs /tmp tmpfs rw 0 0
server:/export /srv/shared nfs4 rw 0 0
someone@host:/x /srv/far fuse.sshfs rw 0 0
/dev/vdb1 /srv/a\\040place xfs rw 0 0
overlay /box overlay rw 0 0
/dev/vda1 / ext4 rw 0 0
"""
CLOSED = Kept(FOLDER, "/srv/site", 0o40700)
OPEN = Kept(FOLDER, "/srv/site", 0o40755)
GOOD = Places("/srv/site", (CLOSED,), MOUNTS, 50_000 * MEBIBYTE, True, "/tmp", 0o41777)  # noqa: S108  # made up


def test_good_places_are_fine() -> None:
    """A closed folder on a local disk with room is fine."""
    assert {one.grade for one in folders.check(GOOD)} == {Grade.FINE}


@pytest.mark.parametrize(
    ("kept", "grades"),
    [
        ((OPEN,), [Grade.LOOK]),
        ((OPEN, Kept("the database", "/srv/site/x.db", 0o100644)), [Grade.LOOK, Grade.LOOK]),
        ((CLOSED, Kept("the database", "/srv/site/x.db", 0o100644)), [Grade.FINE]),
        ((OPEN, Kept("the secret", "/srv/site/secret", 0o100604, True)), [Grade.LOOK, Grade.WRONG]),
        ((CLOSED, Kept("the secret", "/srv/site/secret", 0o100644, True)), [Grade.FINE]),
        ((CLOSED, Kept(SETTINGS, "/srv/.env", 0o100644, True)), [Grade.WRONG]),
        ((CLOSED, Kept(SETTINGS, "/srv/.env", 0o100600, True)), [Grade.FINE]),
    ],
)
def test_what_others_can_read_is_said(kept: tuple[Kept, ...], grades: list[Grade]) -> None:
    """A secret that others can read is a fault; what is sealed is worth a look; a closed folder covers all."""
    assert [one.grade for one in folders.permissions(kept)] == grades


@pytest.mark.parametrize(
    ("path", "kind", "grade"),
    [
        ("/srv/site", "ext4", Grade.FINE),
        ("/srv/shared/site", "nfs4", Grade.WRONG),
        ("/srv/far/site", "fuse.sshfs", Grade.WRONG),
        ("/srv/a place/site", "xfs", Grade.FINE),
        ("/srv/sharedless", "ext4", Grade.FINE),
        ("/tmp/site", "tmpfs", Grade.WRONG),  # noqa: S108  # made up
        ("/box/site", "overlay", Grade.WRONG),
    ],
)
def test_the_disk_is_judged_by_its_kind(path: str, kind: str, grade: Grade) -> None:
    """The longest place in the table counts; a network, memory and a container's own layer lose what is kept."""
    assert folders.file_system(MOUNTS, path) == kind
    assert folders.disk(replace(GOOD, instance=path)).grade is grade


def test_a_system_without_a_table_is_not_guessed() -> None:
    """Where the system does not say, neither does the doctor."""
    assert folders.disk(replace(GOOD, mounts="")).grade is Grade.LOOK


@pytest.mark.parametrize(
    ("free_bytes", "grade"),
    [(5, Grade.WRONG), (500 * MEBIBYTE, Grade.LOOK), (5000 * MEBIBYTE, Grade.FINE)],
)
def test_a_disk_that_is_nearly_full_is_said(free_bytes: int, grade: Grade) -> None:
    """Before it is full."""
    assert folders.space(free_bytes).grade is grade


@pytest.mark.parametrize(("mode", "grade"), [(0o40777, Grade.WRONG), (0o41777, Grade.FINE), (0o40700, Grade.FINE)])
def test_a_folder_that_everybody_may_empty_is_said(mode: int, grade: Grade) -> None:
    """Without the sticky bit others delete and replace temporary files."""
    assert folders.temporary(replace(GOOD, temporary_mode=mode)).grade is grade
    assert folders.temporary(replace(GOOD, temporary="")).grade is Grade.FINE


def test_real_places_are_read(tmp_path: Path) -> None:
    """The modes of the files that are there, and room on their disk."""
    (tmp_path / "secret").write_text("x", encoding="ascii")
    (tmp_path / "secret").chmod(0o604)
    tmp_path.chmod(0o755)
    places = folders.gather(Config(secret="x", instance=tmp_path, database_url="sqlite:///x"))
    assert [one.grade for one in folders.permissions(places.kept) if "secret" in one.says] == [Grade.WRONG]
    assert places.free_bytes > 0
    assert places.has_sqlite
