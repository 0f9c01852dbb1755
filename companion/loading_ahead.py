"""Loading ahead: a thread loads Qt's libraries, while Python is busy with what comes before."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from importlib.util import find_spec
from threading import Thread

_BINDINGS = ("QtCore", "QtGui", "QtWidgets", "QtSvg")
"""Modules of PySide6 that the window begins with, each after those that it needs."""

_FONTS = "libfontconfig.so.1"
"""What knows the fonts of a Linux system; Qt would wait for it when it is first asked for a font."""


def begin() -> None:
    """Begins to load, where that is known to be of use and to do no harm: on Linux.

    Call it where Python has a while to do without a library of its own, for it would have to wait for each
    that is being loaded. Whatever cannot be loaded here is met again where it is used, and told of there.
    """
    if sys.platform.startswith("linux"):
        Thread(target=_load).start()


def _load() -> None:
    if sys.platform == "win32":  # which knows none of this
        return
    with contextlib.suppress(OSError, AttributeError, ImportError, ValueError):
        load = ctypes.CDLL(None).dlopen  # called so, and not as a new CDLL, it lets Python go on meanwhile
        load.argtypes, load.restype = (ctypes.c_char_p, ctypes.c_int), ctypes.c_void_p
        for path in _bindings():
            load(os.fsencode(path), sys.getdlopenflags())
        ctypes.CDLL(_FONTS).FcInit()


def _bindings() -> list[str]:
    package = find_spec("PySide6")
    folder = next(iter(package.submodule_search_locations or ()), "") if package is not None else ""
    there = [name for name in os.listdir(folder) if name.endswith(".so")] if folder else []
    return [os.path.join(folder, file) for name in _BINDINGS for file in there if file.startswith(f"{name}.")]
