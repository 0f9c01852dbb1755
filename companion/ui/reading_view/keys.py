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


class Keys:
    """Turns key presses into verbs of the view."""

    def __init__(self, view: ReadingView) -> None:
        self._view = view

    def press(self, event: QKeyEvent) -> bool:
        """Does what the key stands for; False when it stands for nothing here."""
        if not self._view.flow.document.blocks:
            return False
        return self._select(event) or self._scroll(event) or self._follow(event)

    def _select(self, event: QKeyEvent) -> bool:
        view = self._view
        if event.matches(_Standard.Copy):
            view.copy()
            return True
        if event.matches(_Standard.SelectAll):
            view.selecting.select_all()
            return True
        for key, (step, forward) in _SELECT.items():
            if event.matches(key):
                if view.selecting.span.end == view.selecting.span.start and self._caret_is_out_of_sight():
                    view.selecting.clear(at=view.reading.place.start)
                view.selecting.step(step, forward)
                view.show_caret()
                return True
        return False

    def _caret_is_out_of_sight(self) -> bool:
        place, caret = self._view.reading.place, self._view.selecting.caret
        return not place.start <= caret <= place.end

    def _scroll(self, event: QKeyEvent) -> bool:
        view, key = self._view, event.key()
        line = view.look.type.size * view.look.type.line_height
        screen = max(line, view.flow.height - 2 * line)
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        match key:
            case _Key.Key_Down:
                view.scroll_by(line)
            case _Key.Key_Up:
                view.scroll_by(-line)
            case _Key.Key_Space:
                view.scroll_softly(-screen if shifted else screen)
            case _Key.Key_PageDown:
                view.scroll_softly(screen)
            case _Key.Key_PageUp:
                view.scroll_softly(-screen)
            case _Key.Key_Home:
                view.reading.jump_to_place(0)
            case _Key.Key_End:
                view.reading.jump_to_place(len(view.flow.document.text))
            case _:
                return False
        return True

    def _follow(self, event: QKeyEvent) -> bool:
        view = self._view
        if event.key() in (_Key.Key_Return, _Key.Key_Enter) and view.link_walk.span:
            add = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            return view.follow(view.link_walk.span.start, add=add)
        if event.key() == _Key.Key_Escape:
            if view.leave_links():
                return True
            if view.selecting.span.end > view.selecting.span.start:
                view.selecting.clear()
                return True
        return False
