"""First paint: tells once that a window has been painted, for what would otherwise hold that up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from companion.ui.guarded import guarded

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow


class FirstPaint(QObject):
    """Waits until a window that is about to be shown has been painted, but not for ever.

    Signals:
        done(): it is painted, or was not for as long as one would wait.
    """

    done = Signal()

    def __init__(self, window: QWindow, milliseconds: int, parent: QObject) -> None:
        """Waits at most so long: a window may be shown minimised, or on a screen that is locked."""
        super().__init__(parent)
        self._window = window
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tell)
        self._timer.start(milliseconds)
        window.installEventFilter(self)

    def _tell(self) -> None:
        self._window.removeEventFilter(self)
        self.done.emit()

    # -- overrides of Qt

    @guarded(otherwise=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Expose:
            self._timer.start(0)  # it is painted now, while the event is handled, and told of after that
        return False
