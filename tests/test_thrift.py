"""What keeps the window's process small."""

from __future__ import annotations

import subprocess
import sys
from hashlib import blake2b, sha256
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def told_by(program: str) -> str:
    """What a program says that runs in a process of its own."""
    command = [sys.executable, "-c", program]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def test_no_sources_are_read() -> None:
    program = """
from companion import thrift
thrift.import_plainly()
import PySide6.QtCore, linecache
from pathlib import Path
from companion.core import dates
from companion.ui import offsets
from html import entities
print(*{Path(name).stem for name in linecache.cache} & {"dates", "offsets", "entities"})
"""
    assert told_by(program) == ""


def test_imports_are_not_looked_at_and_all_of_a_module_can_still_be_had() -> None:
    program = """
from companion import thrift
thrift.import_plainly()
from PySide6.QtCore import *
from shibokensupport import feature
asked = []
feature.feature_import = lambda *given: asked.append(given)
from html import entities
print(len(asked), QMimeData.__name__)
"""
    assert told_by(program) == "0 QMimeData"


def test_what_is_not_used_is_sought_late_at_the_start_and_then_now_and_then() -> None:
    program = """
import gc
from companion import thrift
thrift.collect_seldom()
at_start = gc.get_threshold()[0]
kept = [[] for _ in range(2 * at_start)]
print(at_start > gc.get_threshold()[0] > 700, len(gc.callbacks))
"""
    assert told_by(program) == "True 0"


def test_digests_are_the_same_without_openssl() -> None:
    program = """
import sys
from companion import thrift
thrift.digest_without_openssl()
import hashlib
digests = [digest(b"words").hexdigest()[:12] for digest in (hashlib.sha256, hashlib.blake2b)]
print(*digests, sys.modules["_hashlib"])
"""
    assert (
        told_by(program) == f"{sha256(b'words').hexdigest()[:12]} {blake2b(b'words').hexdigest()[:12]} None"
    )


def test_nothing_has_loaded_digests_before() -> None:
    assert told_by("import companion.app, sys; print('hashlib' in sys.modules)") == "False"


@pytest.mark.parametrize("way", ["import hashlib", "thrift.find_spec = lambda name: None"])
def test_where_digests_are_loaded_or_lacking_openssl_stays(way: str) -> None:
    program = f"""
import sys
from companion import thrift
{way}
thrift.digest_without_openssl()
print("told to do without" if sys.modules.get("_hashlib", "nothing") is None else "well")
"""
    assert told_by(program) == "well"


def test_without_pyside_nothing_happens() -> None:
    program = """
import sys
sys.modules["PySide6"] = None
from companion import thrift
thrift.import_plainly()
print("well")
"""
    assert told_by(program) == "well"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is nothing to choose")
def test_memory_is_given_back() -> None:
    program = """
from companion import thrift
thrift.give_back_memory()
import ctypes, sys
libc = ctypes.CDLL(None)
if not hasattr(libc, "mallinfo2"):
    print("well")
    sys.exit()
fields = [(name, ctypes.c_size_t) for name in "arena ordblks smblks hblks hblkhd a b c d e".split()]
libc.mallinfo2.restype = type("Info", (ctypes.Structure,), {"_fields_": fields})
first = bytearray(8 << 20)
del first  # after this, glibc by itself would put what is no larger than it on its heap
second = bytearray(4 << 20)
print("well" if libc.mallinfo2().hblkhd >= 4 << 20 else "kept")
"""
    assert told_by(program) == "well"


def test_another_library_or_system_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    from companion import thrift

    monkeypatch.setattr(thrift.ctypes, "CDLL", lambda _: object())
    thrift.give_back_memory()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.delattr(thrift.ctypes, "CDLL")
    thrift.give_back_memory()
