"""A job object of Windows: a limit on memory and time, and no further process."""

from __future__ import annotations

import contextlib
import ctypes
from typing import Any

_EXTENDED_LIMITS, _SURFACE = 9, 4
_PROCESS_TIME, _ACTIVE, _PROCESS_MEMORY, _DIE_QUIETLY = 0x2, 0x8, 0x100, 0x400
_ALL_OF_THE_SURFACE = 0xFF
_TICKS = 10_000_000


class _Basic(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("active_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class _Extended(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("basic", _Basic),
        ("counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


def limit_itself(memory: int, seconds: int) -> None:
    """Puts this process into a job of its own: so many bytes and seconds, no child, no desktop."""
    with contextlib.suppress(OSError, AttributeError):
        _enter(ctypes.WinDLL("kernel32", use_last_error=True), memory, seconds)  # type: ignore[attr-defined,unused-ignore]


def _enter(kernel: Any, memory: int, seconds: int) -> None:
    kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = ctypes.c_void_p
    handle, number = ctypes.c_void_p, ctypes.c_uint32
    kernel.SetInformationJobObject.argtypes = (handle, ctypes.c_int, ctypes.c_void_p, number)
    kernel.AssignProcessToJobObject.argtypes = (handle, handle)
    limits = _Extended()
    limits.basic.flags = _PROCESS_TIME | _ACTIVE | _PROCESS_MEMORY | _DIE_QUIETLY
    limits.basic.process_time, limits.basic.active_processes = seconds * _TICKS, 1
    limits.process_memory = memory
    surface = ctypes.c_uint32(_ALL_OF_THE_SURFACE)
    job = kernel.CreateJobObjectW(None, None)
    kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
    kernel.SetInformationJobObject(job, _SURFACE, ctypes.byref(surface), ctypes.sizeof(surface))
    kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
