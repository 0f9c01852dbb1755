"""The jail: a process gives up, for good, all that it does not need to compute with what it was given."""

from __future__ import annotations

import contextlib
import sys
from typing import Any

from companion.readers.process.seccomp import close_the_kernel

MOST_MEMORY = 1536 * 1024 * 1024
"""Bytes of addresses. A text of the largest size takes 1.2 GB; a book of usual size a tenth of it."""

MOST_SECONDS = 300
"""Seconds of the processor. The window's patience ends before; this is for when there is no window left."""

_REFUSED = (
    "open",
    "os.",
    "socket.",
    "subprocess.",
    "shutil.",
    "ctypes.dlopen",
    "exec",
    "compile",
    "marshal.loads",
    "pickle.find_class",
    "webbrowser.open",
    "urllib.Request",
    "ftplib.connect",
    "glob.glob",
    "winreg.",
    "_winapi.",
    "msvcrt.",
)


def shut_in() -> None:
    """Takes from this process all files, networks, other processes and most of the memory; for good.

    Every system gets what it knows: limits for each process and a filter in the kernel (Linux), limits alone
    (macOS), a job object (Windows). Everywhere Python itself refuses, and nothing can be imported any more.
    What is needed has to be imported before.
    """
    if sys.platform == "win32":
        from companion.readers.process.windows_job import limit_itself

        limit_itself(MOST_MEMORY, MOST_SECONDS)
    else:
        _limit()
        close_the_kernel()
    sys.meta_path.clear()
    sys.addaudithook(_refuse)


def _limit() -> None:
    """setrlimit(2): no files, no processes, nothing written to the disk, no image of the memory there."""
    if sys.platform == "win32":  # it knows none of these
        return
    import resource

    limits = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NPROC: 0,
        resource.RLIMIT_CPU: MOST_SECONDS,
        resource.RLIMIT_AS: MOST_MEMORY,
        resource.RLIMIT_NOFILE: 0,
    }
    for what, most in limits.items():
        with contextlib.suppress(OSError, ValueError):  # macOS knows no limit of addresses
            resource.setrlimit(what, (most, most))


def _refuse(event: str, _: tuple[Any, ...]) -> None:
    """Python's own watchman (PEP 578); the system has refused it already, where it can."""
    if event.startswith(_REFUSED):
        raise PermissionError(event)
