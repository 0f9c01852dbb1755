"""A filter in the kernel of Linux: from now on only the few calls that a computation needs are done."""

from __future__ import annotations

import ctypes
import platform
import struct
import sys

_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050001, 0x80000000
"""Done; not done, with EPERM as the error; the end of the process."""
_LOAD, _EQUALS, _HAS_BIT, _RETURN = 0x20, 0x15, 0x45, 0x06
_NUMBER, _ARCHITECTURE, _THIRD_ARGUMENT = 0, 4, 32
"""Where these stand in what the filter is shown, struct seccomp_data; of the argument the lower half."""
_EXECUTABLE = 4


_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
"""What the kernel calls the processors whose numbers of calls are known here, in the order of those below."""

_CALLS = {
    "read": (0, 63),
    "write": (1, 64),
    "close": (3, 57),
    "fstat": (5, 80),
    "lseek": (8, 62),
    "munmap": (11, 215),
    "brk": (12, 214),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "sched_yield": (24, 124),
    "mremap": (25, 216),
    "madvise": (28, 233),
    "nanosleep": (35, 101),
    "getpid": (39, 172),
    "exit": (60, 93),
    "getrusage": (98, 165),
    "sigaltstack": (131, 132),
    "gettid": (186, 178),
    "futex": (202, 98),
    "sched_getaffinity": (204, 123),
    "restart_syscall": (219, 128),
    "clock_gettime": (228, 113),
    "clock_nanosleep": (230, 115),
    "exit_group": (231, 94),
    "getrandom": (318, 278),
}
"""What a computation needs, with the numbers that the kernel has for it."""

_MAPPING = {"mmap": (9, 222), "mprotect": (10, 226)}
"""What gives memory its rights, named by the third argument."""


class _Program(ctypes.Structure):
    """struct sock_fprog."""

    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def close_the_kernel() -> bool:
    """Has the kernel refuse this process everything but computing and the pipes it has; whether it does.

    Memory cannot be made executable any more, so that nothing new can be run. Nothing can take it back, and
    whoever is started by this process would be bound as well. Source: seccomp(2).
    """
    machine = platform.machine()
    if sys.platform != "linux" or sys.maxsize < 2**32 or machine not in _ARCHITECTURES:
        return False
    steps = _filter(machine)
    program = _Program(len(steps) // 8, steps)
    try:
        control = ctypes.CDLL(None).prctl
    except (OSError, AttributeError):
        return False
    zero = ctypes.c_ulong(0)
    if control(_NO_NEW_PRIVILEGES, ctypes.c_ulong(1), zero, zero, zero):
        return False
    return not control(_SET_SECCOMP, ctypes.c_ulong(_FILTER), ctypes.byref(program), zero, zero)


def _filter(machine: str) -> bytes:
    """The program as struct sock_filter: what to do, how far to jump if so and if not, a number.

    Calls made in the manner of another processor end the process, since their numbers mean other things.
    """
    column = list(_ARCHITECTURES).index(machine)
    calls = [numbers[column] for numbers in _CALLS.values()]
    mapping = [numbers[column] for numbers in _MAPPING.values()]
    steps = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUALS, 1, 0, _ARCHITECTURES[machine]),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
        *((_EQUALS, len(calls) + 5 - place, 0, call) for place, call in enumerate(calls)),
        *((_EQUALS, len(mapping) - place, 0, call) for place, call in enumerate(mapping)),
        (_RETURN, 0, 0, _REFUSE),
        (_LOAD, 0, 0, _THIRD_ARGUMENT),
        (_HAS_BIT, 0, 1, _EXECUTABLE),
        (_RETURN, 0, 0, _REFUSE),
        (_RETURN, 0, 0, _ALLOW),
    ]
    return b"".join(struct.pack("=HBBI", *step) for step in steps)
