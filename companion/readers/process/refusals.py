"""Why a file could not be read that broke, held up or overfilled the process that read it."""

from __future__ import annotations

from companion.core.message import Message
from companion.readers.unreadable import UnreadableError


def broken_off(name: str) -> UnreadableError:
    """The process came to an end that nobody wished."""
    return UnreadableError(
        Message(
            "“{name}” could not be read: something in it broke the reading off. It may be damaged, or made "
            "to do harm; try to get it again.",
            name=name,
        )
    )


def too_long(name: str, seconds: float) -> UnreadableError:
    """The process was not ready within so many seconds."""
    return UnreadableError(
        Message(
            "“{name}” could not be read within {seconds} seconds. It may be damaged, or made to do harm; try "
            "to get it again.",
            name=name,
            seconds=round(seconds),
        )
    )


def too_much(name: str) -> UnreadableError:
    """The process wanted more memory than it is given."""
    return UnreadableError(
        Message(
            "“{name}” would take more memory than any book needs, so it was not opened. It may be damaged, "
            "or made to do harm; try to get it again.",
            name=name,
        )
    )


def not_begun(name: str, reason: str) -> UnreadableError:
    """The system has started no process."""
    return UnreadableError(
        Message(
            "“{name}” could not be read: the system starts no further program ({reason}). Close some, and "
            "try again.",
            name=name,
            reason=reason,
        )
    )
