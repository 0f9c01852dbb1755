"""System errors: why a file could not be read or written, in words that can be translated."""

from __future__ import annotations

import errno

from companion.core.message import Message

_WHY = {
    errno.ENOENT: Message("the file or its folder is not there"),
    errno.EISDIR: Message("it is a folder"),
    errno.ENOTDIR: Message("a part of its path is no folder"),
    errno.EACCES: Message("this is not permitted"),
    errno.EPERM: Message("this is not permitted"),
    errno.ENAMETOOLONG: Message("its name is too long"),
    errno.ELOOP: Message("its links lead in a circle"),
    errno.ENOSPC: Message("the disk is full"),
    errno.EDQUOT: Message("the space that you may use on this disk is full"),
    errno.EFBIG: Message("the disk takes no file of this size"),
    errno.EROFS: Message("the disk can only be read"),
    errno.EIO: Message("the disk reports an error"),
}


def why(error: Exception) -> Message:
    """The reason for an `OSError` as a clause: "the disk is full"; else what the system or Python says."""
    said = Message("the system says ‘{words}’", words=getattr(error, "strerror", None) or str(error))
    return _WHY.get(getattr(error, "errno", None) or 0, said)
