"""Afterwards: what can wait until the page is painted is made then, part by part between other events."""

from __future__ import annotations

from collections import deque
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from companion.ui.guarded import guarded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QWindow

_SLICE = 0.012
"""Seconds after which other events have their turn; a single part may take longer."""
_HAND = frozenset(
    {
        *(QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel),
        *(QEvent.Type.TouchBegin, QEvent.Type.TabletPress, QEvent.Type.DragEnter),
    }
)
"""What somebody does to a window."""


class Part(NamedTuple):
    """An attribute of its owner that is made when somebody asks for it."""

    owner: object
    name: str


class Afterwards(QObject):
    """Asks for one part after the other; for all the rest at once when a hand is at the window.

    Whatever is done to the window by keys or pointer so finds it complete.

    Signals:
        finished(): everything is made.
    """

    finished = Signal()

    def __init__(self, parts: Iterable[Part], parent: QObject) -> None:
        super().__init__(parent)
        self._parts = deque(parts)
        self._window: QWindow | None = None
        self.is_finished = self._is_begun = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def watch(self, window: QWindow) -> None:
        """Completes everything as soon as somebody uses this window."""
        self._window = window
        window.installEventFilter(self)

    def begin(self, milliseconds: int = 0) -> None:
        """Goes on part by part, whenever nothing else is to be done, after so long; a later call counts."""
        if not self.is_finished and not self._is_begun:
            self._timer.start(milliseconds)

    def complete(self) -> None:
        """Makes all that is left, at once."""
        while not self.is_finished:
            self._make_next()

    def leave(self) -> None:
        """Makes nothing more; what is not made will not be wanted."""
        if not self.is_finished:
            self._end()

    def _go_on(self) -> None:
        self._is_begun = True
        self._timer.setInterval(0)
        until = perf_counter() + _SLICE
        while not self.is_finished and perf_counter() < until:
            self._make_next()

    def _make_next(self) -> None:
        """One that cannot be made is told of as any error is, and does not hold up the others."""
        if self._parts:
            getattr(*self._parts.popleft())
        else:
            self._end()
            self.finished.emit()

    def _end(self) -> None:
        self.is_finished = True
        self._parts.clear()
        self._timer.stop()
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window = None

    # -- overrides of Qt

    @guarded(otherwise=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _HAND:
            self.complete()
        return False
