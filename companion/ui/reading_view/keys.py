"""Keys: what the keyboard does in the text: scrolling, selecting, following names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from companion.ui.reading_view.caret import Step

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from companion.ui.reading_view.view import ReadingView

_Key = Qt.Key
_Modifier = Qt.KeyboardModifier
_Standard = QKeySequence.StandardKey

_SELECT = {
    _Standard.SelectNextChar: (Step.CHARACTER, True),
    _Standard.SelectPreviousChar: (Step.CHARACTER, False),
    _Standard.SelectNextWord: (Step.WORD, True),
    _Standard.SelectPreviousWord: (Step.WORD, False),
    _Standard.SelectNextLine: (Step.LINE, True),
    _Standard.SelectPreviousLine: (Step.LINE, False),
    _Standard.SelectNextPage: (Step.PAGE, True),
    _Standard.SelectPreviousPage: (Step.PAGE, False),
    _Standard.SelectStartOfLine: (Step.LINE_END, False),
    _Standard.SelectEndOfLine: (Step.LINE_END, True),
    _Standard.SelectStartOfBlock: (Step.BLOCK, False),
    _Standard.SelectEndOfBlock: (Step.BLOCK, True),
    _Standard.SelectStartOfDocument: (Step.TEXT, False),
    _Standard.SelectEndOfDocument: (Step.TEXT, True),
}
_BLOCK_KEYS = {_Key.Key_Up: False, _Key.Key_Down: True}
"""With Ctrl and Shift: by blocks, where the system has no keys of its own for it."""


class Keys:
    """Turns key presses into verbs of the view."""

    def __init__(self, view: ReadingView) -> None:
        self._view = view

    def press(self, event: QKeyEvent) -> bool:
        """Does what the key stands for; False when it stands for nothing here."""
        if not self._view.flow.document.blocks:
            return False
        if not self._view.flow.is_whole:
            return self._scroll(event)
        return self._select(event) or self._scroll(event) or self._follow(event)

    def _select(self, event: QKeyEvent) -> bool:
        view = self._view
        if event.matches(_Standard.Copy):
            view.copy()
            return True
        if event.matches(_Standard.SelectAll):
            view.selecting.select_all()
            return True
        found = next((step for key, step in _SELECT.items() if event.matches(key)), None)
        if found is None and event.modifiers() == _Modifier.ControlModifier | _Modifier.ShiftModifier:
            forward = _BLOCK_KEYS.get(_Key(event.key()))
            found = None if forward is None else (Step.BLOCK, forward)
        if found is None:
            return False
        view.select_by_keyboard(*found)
        return True

    def _scroll(self, event: QKeyEvent) -> bool:
        view, key, modifiers = self._view, event.key(), event.modifiers() & ~_Modifier.KeypadModifier
        line = view.flow.page.line_height if view.flow.page else 1.0
        screen = max(line, view.flow.height - 2 * line)
        shifted = modifiers == _Modifier.ShiftModifier
        if key == _Key.Key_Space and (shifted or not modifiers):
            view.scroll_softly(-screen if shifted else screen)
        elif key in (_Key.Key_Home, _Key.Key_End) and modifiers in (
            _Modifier.NoModifier,
            _Modifier.ControlModifier,
        ):
            view.jump_to(0 if key == _Key.Key_Home else len(view.flow.document.text))
        elif modifiers:
            return False
        elif key in (_Key.Key_Down, _Key.Key_Up):
            view.scroll_softly(line if key == _Key.Key_Down else -line)
        elif key in (_Key.Key_PageDown, _Key.Key_PageUp):
            view.scroll_softly(screen if key == _Key.Key_PageDown else -screen)
        else:
            return False
        return True

    def _follow(self, event: QKeyEvent) -> bool:
        view = self._view
        if event.key() in (_Key.Key_Return, _Key.Key_Enter) and view.walking.span:
            add = bool(event.modifiers() & _Modifier.ControlModifier)
            return view.follow(view.walking.span.start, add=add)
        return event.key() == _Key.Key_Escape and view.let_go()
