"""Key of: the keys that the reader has for an action of the window, told by its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from companion.core.direction import isolated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def action_of(part: QWidget, name: str) -> QAction | None:
    """The action of that name in the window that `part` belongs to; None where it stands by itself."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    holder: QWidget | None = part
    while holder is not None:
        found = holder.findChild(QAction, name, direct)
        if isinstance(found, QAction):
            return found
        holder = holder.parentWidget()
    return None


def key_of(part: QWidget, name: str) -> QKeySequence:
    """The first keys of that action; empty where it has none."""
    action = action_of(part, name)
    return action.shortcut() if action is not None else QKeySequence()


def key_in_words(part: QWidget, name: str) -> str:
    """The same as this system writes it, to stand in a sentence: ``"Ctrl+D"``."""
    return isolated(key_of(part, name).toString(QKeySequence.SequenceFormat.NativeText))
