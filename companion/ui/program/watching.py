"""Watching: the files of the open text are watched: which of them was written anew, and which has gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from PySide6.QtCore import QObject

_SETTLED_MS = 150
"""Editors write a file in several steps; it is looked at when nothing has changed for so long."""

Stamp = tuple[int, int, int]
"""What changes when a file is written: its time, its size and which file it is."""


class Watching:
    """Watches files, and their folders for files being replaced or newly written.

    `settled` is called when something has changed in them, and nothing more for a moment.
    """

    def __init__(self, settled: Callable[[], None], parent: QObject) -> None:
        self._watcher = QFileSystemWatcher(parent)
        self._watcher.fileChanged.connect(self._something_changed)
        self._watcher.directoryChanged.connect(self._something_changed)
        self._settled = QTimer(parent)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(settled)

    def watch(self, paths: Iterable[Path | None]) -> None:
        """Watches these files from now on, and no others; one that is not there yet by its folder."""
        wanted: set[str] = set()
        for path in paths:
            if path is not None and path.parent.is_dir():
                wanted.add(str(path.parent))
                if path.exists():
                    wanted.add(str(path))
        present = {*self._watcher.files(), *self._watcher.directories()}
        if gone := present - wanted:
            self._watcher.removePaths(list(gone))
        if new := wanted - present:
            self._watcher.addPaths(list(new))

    def _something_changed(self, _: str) -> None:
        self._settled.start()


def stamp(path: Path) -> Stamp | None:
    """How a file stands now, to be compared with how it stood before; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_mtime_ns, status.st_size, status.st_ino)
