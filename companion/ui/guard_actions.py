"""Guard actions: the switch of the spoiler guard, the way to set the furthest place, and their sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from companion.ui.entries.entry_words import as_far_as_read, place_in_words
from companion.ui.parts.quiet_button import SmallButton
from companion.ui.program.language import translated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.ui.actions import Actions
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading

GUARD, READ_TO_HERE = "guard", "read_to_here"


class GuardActions(QObject):
    """Ties the two actions to the verbs of the reading."""

    def __init__(self, reading: Reading, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._reading, self._actions = reading, actions
        actions[GUARD].triggered.connect(reading.guard)
        actions[READ_TO_HERE].triggered.connect(reading.read_to_here)
        reading.horizon_changed.connect(self._follow)
        reading.document_changed.connect(self._follow)
        self._follow()

    def _follow(self, _: object = None) -> None:
        self._actions[GUARD].setChecked(self._reading.is_guarded)
        for name in (GUARD, READ_TO_HERE):
            self._actions[name].setEnabled(bool(self._reading.document.text))


class GuardSign(SmallButton):
    """Says up to which paragraph the companion is shown, while it is guarded; a click opens what to do."""

    def __init__(self, reading: Reading, look: Look, actions: Actions, parent: QWidget) -> None:
        super().__init__(look, "", as_far_as_read(), parent)
        self.setObjectName("guard_sign")
        self._reading = reading
        self._menu = QMenu(self)
        self._menu.addAction(actions[GUARD])
        self._menu.addAction(actions[READ_TO_HERE])
        self.clicked.connect(self._open_menu)
        reading.horizon_changed.connect(self._follow)
        reading.document_changed.connect(self._follow)
        self._follow()

    def _follow(self, _: object = None) -> None:
        reading = self._reading
        if reading.is_guarded:
            place = place_in_words(reading.document, max(0, reading.horizon - 1))
            words = translated("guarded to {place}").format(place=place)
            self.say(words, f"{words}. {as_far_as_read()}")
            self.setToolTip(as_far_as_read())
            self._menu.setAccessibleName(words)
        self.setVisible(reading.is_guarded)

    def _open_menu(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
