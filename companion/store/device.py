"""Device: this machine has a name of its own among all that keep notes in one folder."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.store import atomic

if TYPE_CHECKING:
    from pathlib import Path

_NAME = re.compile("[0-9a-f]{12}")


def device_in(folder: Path) -> str:
    """The name of this device: twelve hexadecimal digits, made up once and kept in the file ``device``.

    `folder` belongs to this machine alone; what is in a synchronised folder would be the same on all. Where
    nothing can be written there the name lasts as long as the program runs: who asks keeps it.
    """
    path = folder / "device"
    try:
        if _NAME.fullmatch(known := path.read_text("ascii").strip()):
            return known
    except (OSError, ValueError):
        pass
    import uuid  # once in a device's life

    name = uuid.uuid4().hex[:12]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        atomic.write(path, f"{name}\n".encode())
    except OSError:
        pass
    return name
