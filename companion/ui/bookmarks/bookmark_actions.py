"""Bookmark actions: what the keys for bookmarks do, and when they can be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.ui.actions import Actions
    from companion.ui.reading import Reading


class BookmarkActions(QObject):
    """Ties the actions to the verbs of the reading."""

    def __init__(self, reading: Reading, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._reading, self._actions = reading, actions
        stack = reading.marginalia.undo_stack
        for name, verb in {
            "next_bookmark": reading.next_bookmark,
            "previous_bookmark": reading.previous_bookmark,
            "undo": stack.undo,
            "redo": stack.redo,
        }.items():
            actions[name].triggered.connect(verb)
        stack.canUndoChanged.connect(actions["undo"].setEnabled)
        stack.canRedoChanged.connect(actions["redo"].setEnabled)
        stack.undoTextChanged.connect(self._say_undo)
        stack.redoTextChanged.connect(self._say_redo)
        actions["undo"].setEnabled(stack.canUndo())
        actions["redo"].setEnabled(stack.canRedo())
        reading.bookmarks_changed.connect(self._follow)
        reading.document_changed.connect(self._follow)
        self._say_undo(stack.undoText())
        self._say_redo(stack.redoText())
        self._follow()

    def _say_undo(self, step: str) -> None:
        """Tells in the menu what would be taken back."""
        words = self.tr("&Undo: {step}").format(step=step) if step else self.tr("&Undo")
        self._actions["undo"].setText(words)

    def _say_redo(self, step: str) -> None:
        words = self.tr("&Redo: {step}").format(step=step) if step else self.tr("&Redo")
        self._actions["redo"].setText(words)

    def _follow(self, _: object = None) -> None:
        has_places = any(placed.span is not None for placed in self._reading.marginalia.placed)
        self._actions["next_bookmark"].setEnabled(has_places)
        self._actions["previous_bookmark"].setEnabled(has_places)
        self._actions["bookmark"].setEnabled(bool(self._reading.document.text))
