"""Which kind of file system a folder is on."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.shell.watching import file_system

MOUNTS = r"""22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /mnt/c rw - 9p drives rw
31 22 0:41 / /srv/my\040news rw shared:2 master:1 - nfs4 host:/news rw
32 22 0:42 / /twice rw - nfs4 host:/below rw
33 32 0:43 / /twice rw - tmpfs tmpfs rw"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/somewhere/content", "ext4"),
        ("/mnt/c", "9p"),
        ("/mnt/c/project/content", "9p"),
        ("/mnt/cd/content", "ext4"),
        ("/srv/my news/content", "nfs4"),
        ("/twice/content", "tmpfs"),
    ],
)
def test_the_innermost_mount_counts(path: str, kind: str) -> None:
    assert file_system(Path(path), MOUNTS) == kind


def test_what_is_not_mounted_is_unknown() -> None:
    assert file_system(Path("/somewhere"), "") == ""
