"""Thrift: the window's process neither reads nor keeps in memory what it has no use for."""

from __future__ import annotations

import builtins
import contextlib
import ctypes
import gc
import sys
from importlib.util import find_spec

_ARENA_MAX, _MMAP_THRESHOLD, _TRIM_THRESHOLD = -8, -3, -1
"""Numbers of what glibc can be told about its memory, from its malloc.h."""
_LARGE = 1 << 20
_ARENAS = 1
_AT_START, _NEW_OBJECTS, _GENERATIONS = 150_000, 10_000, 20

_OPENSSL = "_hashlib"
_OWN_DIGESTS = frozenset({"_blake2", "_md5", "_sha1", "_sha3"})
"""Modules of Python, besides those for SHA-2; some systems build Python without them."""

_PLAIN = "__orig_import__"
"""Where PySide6 keeps what it takes the place of."""


def give_back_memory() -> None:
    """Has the C library give memory back to the system as soon as it is free, where that can be chosen.

    glibc puts the memory of each thread into an arena of its own and, once something large was freed, keeps
    room for the next of that size for good: opening a book would leave some 15 MB that nothing uses. Call it
    before there are threads.
    """
    if not sys.platform.startswith("linux"):
        return
    with contextlib.suppress(OSError, AttributeError):  # another C library
        choose = ctypes.CDLL(None).mallopt
        for what, value in (
            (_ARENA_MAX, _ARENAS), (_MMAP_THRESHOLD, _LARGE), (_TRIM_THRESHOLD, _LARGE),
        ):  # fmt: skip
            choose(what, value)


def digest_without_openssl() -> None:
    """Has `hashlib` make do with Python's own digests where they are complete.

    OpenSSL's take 4 MB and 2 ms to load, which digests of a few megabytes do not make up for. Call it before
    anything imports `hashlib`.
    """
    own = _OWN_DIGESTS | ({"_sha2"} if sys.version_info >= (3, 12) else {"_sha256", "_sha512"})
    if "hashlib" not in sys.modules and all(find_spec(name) is not None for name in own):
        sys.modules[_OPENSSL] = None  # type: ignore[assignment]  # which is how Python marks what is not there


def collect_seldom() -> None:
    """Has Python look for what is no longer used less often than it would by itself, after 700 new objects.

    A text with its companion is some hundred thousand of them, which are nearly all there to stay, as is all
    that is loaded and made at the start: it is looked at once, when the first page is there.
    """
    gc.set_threshold(_AT_START, _GENERATIONS, _GENERATIONS)
    gc.callbacks.append(_started)


def _started(phase: str, _: dict[str, int]) -> None:
    if phase == "stop":
        gc.callbacks.remove(_started)
        gc.set_threshold(_NEW_OBJECTS, _GENERATIONS, _GENERATIONS)


def import_plainly() -> None:
    """Has Python import modules as it does by itself, where PySide6 puts a function of its own before that.

    That function looks at every import for PySide6's ``__feature__``, and reads the source of every module to
    know whether that concerns it; all that was read stays in memory (`shibokensupport.feature`, PYSIDE-2029).
    Nothing here or in the libraries uses it. Call it before any of Qt's modules is imported.
    """
    with contextlib.suppress(ImportError):
        import PySide6  # noqa: F401  (it brings the function)
    plain = getattr(builtins, _PLAIN, None)
    if plain is not None:
        builtins.__import__ = plain
