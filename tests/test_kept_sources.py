"""The sources that PySide6 would compile anew at every start."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

START = """
import sys
from pathlib import Path
from companion import kept_sources
folder = Path({folder!r})
kept_sources.bring_in(folder)
import shiboken6, PySide6.QtCore
from shibokensupport.signature import loader
folders = [Path(module.__file__).parent.parent for module in (shiboken6, PySide6)]
print(str(folder) in loader.__file__, folders[0] == folders[1])
try:
    PySide6.QtCore.QPoint().setX("far")
except TypeError as error:
    print("Supported signatures" in str(error))
kept_sources.lay_out(folder)
"""


def start(folder: Path, *, compiles: bool = True) -> str:
    """Starts a program; tells whether it took the sources from the folder."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, *([] if compiles else ["-B"]), "-c", START.format(folder=str(folder))]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert not done.stderr
    taken, is_itself, is_knowing = done.stdout.split()
    assert (is_itself, is_knowing) == ("True", "True")
    return taken


def test_they_are_taken_from_the_folder_once_they_lie_there(tmp_path: Path) -> None:
    folder = tmp_path / "cache" / "sources"
    assert [start(folder) for _ in range(3)] == ["False", "True", "True"]
    assert len(list(folder.iterdir())) == 1
    assert len(list(folder.rglob("*.pyc"))) > 10


def test_what_is_damaged_is_not_taken_and_made_anew(tmp_path: Path) -> None:
    start(tmp_path)
    (source,) = tmp_path.rglob("layout.py")
    source.write_bytes(b"")
    assert [start(tmp_path) for _ in range(2)] == ["False", "True"]


@pytest.mark.skipif(sys.platform == "win32", reason="there folders have no such modes")
def test_what_others_could_have_written_is_not_taken(tmp_path: Path) -> None:
    start(tmp_path)
    (place,) = tmp_path.iterdir()
    place.chmod(0o777)
    assert start(tmp_path) == "False"


def test_nothing_is_laid_out_where_nothing_is_to_be_compiled_or_written(tmp_path: Path) -> None:
    start(tmp_path / "sources", compiles=False)
    assert not (tmp_path / "sources").exists()
    (tmp_path / "file").touch()
    assert start(tmp_path / "file") == "False"


def test_of_old_versions_only_some_are_kept(tmp_path: Path) -> None:
    for name in "abcd":
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, (0, 0))
    start(tmp_path)
    assert len(list(tmp_path.iterdir())) == 3
    assert start(tmp_path) == "True"
