"""Kept sources: what PySide6 would compile anew at every start lies where Python keeps it compiled."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from contextlib import suppress
from importlib.util import find_spec, module_from_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BINDER, _SUPPORT = "shiboken6", "shibokensupport"
_SOURCES, _SEAL = "files.dir", "seal"
"""The folder that shiboken6 looks for beside itself, and a checksum of what is in it."""
_MOST = 3
"""Of so many versions of shiboken6 the sources are kept."""


def bring_in(folder: Path) -> None:
    """Imports shiboken6 with its Python sources from `folder`, if they lie there; else nothing happens.

    It has 13 of them within its library and compiles them whenever it is imported, which is a twentieth of
    the time to the first page. Where they lie in ``files.dir`` beside it, as they do once its own switch
    SBK_EMBED has put them there, it imports them like any others. Here they lie in a folder of ours.
    """
    spec = None if _BINDER in sys.modules else find_spec(_BINDER)
    if spec is None or spec.loader is None or spec.origin is None:
        return
    place = _place(folder, spec.origin)
    if place is None or not _is_sound(place):
        return
    module = sys.modules[_BINDER] = module_from_spec(spec)
    module.__file__ = str(place / "__init__.py")
    try:
        spec.loader.exec_module(module)
    finally:
        module.__file__ = spec.origin


def lay_out(folder: Path) -> None:
    """Puts the sources that shiboken6 was imported with into `folder`, for the next start.

    Nothing happens where they lie there or cannot be written, or Python is not to keep what it compiles.
    """
    origin = getattr(sys.modules.get(_BINDER), "__file__", None)
    packed = getattr(getattr(sys.modules.get(_SUPPORT), "__loader__", None), "zfile", None)
    if origin is None or packed is None or sys.dont_write_bytecode:
        return
    place, fresh = _place(folder, origin), folder / f"{os.getpid()}.tmp"
    if place is None or _is_sound(place):
        return
    with suppress(OSError):
        packed.extractall(fresh / _SOURCES, [name for name in packed.namelist() if name.endswith(".py")])
        (fresh / _SEAL).write_bytes(_checksum(fresh))
        fresh.chmod(0o700)
        shutil.rmtree(place, ignore_errors=True)  # what is damaged
        fresh.replace(place)
    with suppress(OSError):
        for old in sorted(folder.iterdir(), key=os.path.getmtime)[:-_MOST]:
            shutil.rmtree(old, ignore_errors=True)


def _place(folder: Path, origin: str) -> Path | None:
    """The place for the sources of that shiboken6, another for any other; None where it has no files."""
    try:
        with os.scandir(os.path.dirname(origin)) as found:
            told = sorted(
                (one.name, one.stat().st_size, one.stat().st_mtime_ns) for one in found if one.is_file()
            )
    except OSError:
        return None
    return folder / hashlib.blake2b(repr(told).encode(), digest_size=16).hexdigest()


def _is_sound(place: Path) -> bool:
    """Whether nobody else can have put something there, and nothing is damaged."""
    try:
        found = place.stat()
        is_own = sys.platform == "win32" or (found.st_uid == os.getuid() and not found.st_mode & 0o022)
        return is_own and (place / _SEAL).read_bytes() == _checksum(place)
    except OSError:
        return False


def _checksum(place: Path) -> bytes:
    """A checksum of all the sources, by their names."""
    checksum = hashlib.blake2b()
    for path in sorted(_sources_in(str(place / _SOURCES))):
        with open(path, "rb") as file:
            source = file.read()
        checksum.update(f"{path[len(str(place)) :]} {len(source)}\n".encode())
        checksum.update(source)
    return checksum.digest()


def _sources_in(folder: str) -> Iterator[str]:
    """The files in a folder and below, but for what Python has compiled there."""
    with os.scandir(folder) as found:
        for one in found:
            if not one.is_dir():
                yield one.path
            elif one.name != "__pycache__":
                yield from _sources_in(one.path)
