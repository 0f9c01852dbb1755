"""Push button: a framed button that Enter presses as well as Space, wherever it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from companion.ui.guarded import guarded

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget


class PushButton(QPushButton):
    """Enter presses it while it has the keyboard, and never from elsewhere in its dialog.

    Of Qt's own buttons Enter presses only one that may become the default of a dialog, which it then does
    as soon as anything else in that dialog has the keyboard.
    """

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.setAutoDefault(False)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
