"""Hearing: what many marks say is got ready bit by bit while nobody asks, for the first filter."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from companion.ui.bookmarks.mark_order import hear

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.ui.bookmarks.placed_marks import Placed

_SLICE = 0.005
"""Seconds that are taken at a time."""
_BETWEEN_MS = 20
_AT_ONCE = 50


class Hearing(QObject):
    """Goes through the marks of a text in slices; other marks begin it anew."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left: Iterator[Placed] = iter(())
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(_BETWEEN_MS)
        self._next.timeout.connect(self._go_on)

    @property
    def is_done(self) -> bool:
        """Whether there is nothing left to be got ready."""
        return not self._next.isActive()

    def begin(self, placed: Sequence[Placed]) -> None:
        """Gets these marks ready."""
        self._left = iter(placed)
        self._next.start()

    def _go_on(self) -> None:
        until = time.monotonic() + _SLICE
        while time.monotonic() < until:
            for _ in range(_AT_ONCE):
                one = next(self._left, None)
                if one is None:
                    return
                hear(one.bookmark)
        self._next.start()
