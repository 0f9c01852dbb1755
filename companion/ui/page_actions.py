"""Page actions: the size of the type, and which names are marked in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from companion.core.entries import Kind
from companion.ui.looks.type_setting import TypeSetting

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.ui.actions import Actions
    from companion.ui.looks.look import Look

_MARKS = {"mark_terms": Kind.TERM, "mark_people": Kind.PERSON, "mark_events": Kind.EVENT}
_FIRST = "first_in_section"


class PageActions(QObject):
    """Ties the actions to the look of the page, and shows by their ticks what is marked."""

    def __init__(self, look: Look, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._actions = look, actions
        actions["zoom_in"].triggered.connect(self._larger)
        actions["zoom_out"].triggered.connect(self._smaller)
        actions["zoom_usual"].triggered.connect(self._usual)
        actions[_FIRST].triggered.connect(look.set_first_in_section)
        for name in _MARKS:
            actions[name].triggered.connect(self._mark)
        look.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        marks = self._look.marks
        for name, kind in _MARKS.items():
            self._actions[name].setChecked(kind in marks.kinds)
        self._actions[_FIRST].setChecked(marks.first_in_section)

    def _mark(self) -> None:
        self._look.set_marked_kinds(kind for name, kind in _MARKS.items() if self._actions[name].isChecked())

    def _larger(self) -> None:
        self._look.set_size(self._look.type.size + 1)

    def _smaller(self) -> None:
        self._look.set_size(self._look.type.size - 1)

    def _usual(self) -> None:
        self._look.set_size(TypeSetting().size)
