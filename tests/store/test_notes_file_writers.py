from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from kill_writers import IDENTITY, after

from companion.store.notes_file import NotesFile

WRITERS = Path(__file__).with_name("kill_writers.py")
KILLS = int(os.environ.get("COMPANION_KILLS", "100"))


def started(*arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-W", "error", str(WRITERS), *map(str, arguments)], stdout=subprocess.PIPE, text=True
    )


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the writers are forked")
@pytest.mark.parametrize("device", [(), ("a" * 12,)], ids=["whole", "journal"])
def test_a_writer_killed_at_any_moment_loses_nothing_that_it_acknowledged(
    device: tuple[str, ...], tmp_path: Path
) -> None:
    with started("kill", tmp_path, KILLS, 1, *device) as writers:
        told, _ = writers.communicate()
    figures = json.loads(told)
    assert (figures["kills"], figures["lost"], figures["unreadable"]) == (KILLS, 0, 0), figures
    assert figures["acknowledged"] > KILLS // 4, "it was killed while it wrote"


@pytest.mark.parametrize("devices", [((), ()), (("a" * 12,), ("a" * 12,)), (("a" * 12,), ("b" * 12,))])
def test_two_programs_that_write_at_the_same_time_lose_nothing(
    devices: tuple[tuple[str, ...], tuple[str, ...]], tmp_path: Path
) -> None:
    names = zip(("left", "right"), devices, strict=True)
    both = [started("write", tmp_path, name, 100, *device) for name, device in names]
    for writer in both:
        with writer:
            writer.communicate()
        assert writer.returncode == 0
    loaded = NotesFile(tmp_path, IDENTITY).load()
    assert loaded.remarks == ()
    assert set(loaded.notes.by_id) == {name + number for name in ("left", "right") for number in after(100)}
    assert len(list(tmp_path.glob("*-01234567.notes.json"))) == 1
