from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from companion.store.lock import BusyError, locked

if TYPE_CHECKING:
    from pathlib import Path


def test_one_at_a_time_holds_a_lock(tmp_path: Path) -> None:
    with locked(tmp_path / "lock", 1), pytest.raises(BusyError), locked(tmp_path / "lock", 0.02):
        pass
    with locked(tmp_path / "lock", 0.02):
        pass


def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path; from companion.store.lock import locked\n"
        "with locked(Path(sys.argv[1]), 1): os._exit(3)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path / "lock")], check=False)
    assert done.returncode == 3
    with locked(tmp_path / "lock", 0.02):
        pass


def test_a_lock_that_cannot_be_made_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="not"), locked(tmp_path / "no" / "lock", 0):
        pass
