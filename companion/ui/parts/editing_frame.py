"""Editing frame: the keys by which something that is edited in its place is done with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame

from companion.ui.guarded import guarded
from companion.ui.parts.field import asks_for_escape

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class EditingFrame(QFrame):
    """Esc and Ctrl+Enter finish; Enter alone goes no further, and no shortcut of the window takes Esc."""

    def finish(self) -> None:
        """Takes what was changed, and closes; each editor has its own way."""
        raise NotImplementedError

    @guarded(otherwise=False)
    def event(self, event: QEvent) -> bool:
        if asks_for_escape(event):
            event.accept()  # before the window's Esc, which lets go of the focus
            return True
        return super().event(event)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.finish()
        else:
            super().keyPressEvent(event)
