"""Going actions: back and forward, passage to passage, section to section, to the start and the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from companion.core.document import Span

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.ui.actions import Actions
    from companion.ui.reading import Reading


class GoingActions(QObject):
    """Ties the actions to the verbs of the reading; those that lead nowhere cannot be chosen."""

    def __init__(self, reading: Reading, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._reading, self._actions = reading, actions
        for name, verb in {
            "back": reading.back,
            "forward": reading.forward,
            "next_passage": reading.next_passage,
            "previous_passage": reading.previous_passage,
            "release": reading.release,
            "next_section": self._next_section,
            "previous_section": self._previous_section,
            "start": self._go_to_start,
            "end": self._go_to_end,
        }.items():
            actions[name].triggered.connect(verb)
        reading.history_changed.connect(self._follow_history)
        reading.entry_focused.connect(self._follow_focus)
        self._follow_history()
        self._follow_focus()

    def _follow_history(self) -> None:
        self._actions["back"].setEnabled(self._reading.can_go_back)
        self._actions["forward"].setEnabled(self._reading.can_go_forward)

    def _follow_focus(self, _: object = None) -> None:
        for name in ("next_passage", "previous_passage"):
            self._actions[name].setEnabled(bool(self._reading.passages))
        self._actions["release"].setEnabled(bool(self._reading.focus))

    def _next_section(self) -> None:
        place = self._reading.place.start
        later = [section.start for section in self._reading.document.sections if section.start > place]
        if later:
            self._reading.jump_to_place(min(later))

    def _previous_section(self) -> None:
        place = self._reading.place.start
        earlier = [section.start for section in self._reading.document.sections if section.start < place]
        self._reading.jump_to_place(max(earlier, default=0))

    def _go_to_start(self) -> None:
        self._reading.jump_to_place(0)

    def _go_to_end(self) -> None:
        end = len(self._reading.document.text)
        self._reading.go_to(Span(end, end))
