"""Mark menu: how selected words are marked, for the menu of the text: the window's own actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.parts.key_of import action_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

_NAMES = ("copy_cited", "highlight_a", "highlight_b", "highlight_c", "highlight_d", "underline", "note")


def add_marks(view: QWidget, menu: QMenu) -> None:
    """Adds what marks the selected words, as far as the window of `view` has it."""
    found = [action for action in (action_of(view, name) for name in _NAMES) if action is not None]
    if found:
        menu.addSeparator()
        menu.addActions(found)
