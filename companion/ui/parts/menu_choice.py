"""Menu choice: one of several, shown as quiet words with an arrow; a click or a key opens the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from companion.ui.guarded import guarded
from companion.ui.parts.quiet_button import QuietButton
from companion.ui.program.language import translated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from companion.ui.looks.look import Look

_OPENS = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class MenuChoice(QuietButton):
    """What a box with a list does, without the box.

    Signals:
        chosen(str): the reader has chosen the value of this key.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, name: str, choices: Iterable[tuple[str, str]], parent: QWidget) -> None:
        """Offers `choices`, each a key and the words for it; `name` says what is chosen, ``"Order"``."""
        super().__init__(look, "", name, parent)
        self._name = name
        self.menu = QMenu(self)
        self.menu.setAccessibleName(name)
        self._group = QActionGroup(self)
        for key, words in choices:
            action = QAction(words, self)
            action.setCheckable(True)
            action.setData(key)
            self._group.addAction(action)
            self.menu.addAction(action)
        self._group.triggered.connect(self._choose)
        self.clicked.connect(self._open)
        self.choose(self.menu.actions()[0].data())

    @property
    def chosen_key(self) -> str:
        """The key of what is chosen."""
        return str(self._group.checkedAction().data())

    def choose(self, key: str) -> None:
        """Shows this as chosen; a key that is not offered is passed over, and nothing is told."""
        for action in self.menu.actions():
            if action.data() == key:
                action.setChecked(True)
                words = action.text().replace("&&", "&")
                self.say(f"{words} ▾", translated("{0}: {1}").format(self._name, words))

    def _choose(self, action: QAction) -> None:
        self.choose(action.data())
        self.chosen.emit(action.data())

    def _open(self) -> None:
        self.menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        self.menu.setActiveAction(self._group.checkedAction())

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENS:
            self._open()
        else:
            super().keyPressEvent(event)
