from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from companion.output import writing
from companion.output.writing import write_new, write_whole

if TYPE_CHECKING:
    from pathlib import Path

no_links = pytest.mark.skipif(sys.platform == "win32", reason="links and modes are another matter there")


def test_a_file_is_written_and_written_over(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert os.listdir(tmp_path) == ["page.html"]


def test_a_name_as_long_as_a_name_can_be_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("書" * 84 + ".md")
    write_whole(path, b"one")
    assert path.read_bytes() == b"one"


def test_what_is_there_already_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    write_new(path, b"one")
    with pytest.raises(FileExistsError):
        write_new(path, b"two")
    assert path.read_bytes() == b"one"
    assert os.listdir(tmp_path) == ["new.yaml"]


@no_links
def test_a_disk_without_second_names_writes_over_nothing_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(writing.os, "link", unknown)
    path = tmp_path / "new.yaml"
    write_new(path, b"one")
    with pytest.raises(FileExistsError):
        write_new(path, b"two")
    assert path.read_bytes() == b"one"
    assert os.listdir(tmp_path) == ["new.yaml"]


def test_what_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["page.html"]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"directory|denied"):
        write_whole(tmp_path, b"x")


@no_links
def test_a_link_is_followed_and_the_mode_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@no_links
def test_a_device_is_written_to_and_stays_one() -> None:
    from pathlib import Path

    write_whole(Path(os.devnull), b"x")
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)
