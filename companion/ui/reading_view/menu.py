"""Menu: what can be done with the selected words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu

from companion.core.document import Span
from companion.ui.bench.word_menu import WordMenu
from companion.ui.bookmarks.mark_menu import add_marks
from companion.ui.parts.key_of import key_of

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from companion.ui.reading_view.view import ReadingView


def open_text_menu(view: ReadingView, event: QContextMenuEvent) -> None:
    """The menu where the pointer is, or by its key where the keyboard is."""
    if event.reason() == QContextMenuEvent.Reason.Keyboard:
        TextMenu(view, _offset_of_keyboard(view)).popup(_place_of_caret(view))
    else:
        TextMenu(view, view.sight.offset_over(event.pos().toPointF())).popup(event.globalPos())


def open_mend_menu(view: ReadingView) -> None:
    """Offers to mend what is named where the keyboard is, or to make something of the selected words."""
    MendMenu(view, _offset_of_keyboard(view)).open_at(_place_of_caret(view))


def _offset_of_keyboard(view: ReadingView) -> int:
    """Where the keyboard is: on a name, or at the caret."""
    name = view.walking.span
    return name.start if name is not None else view.selecting.caret


def _place_of_caret(view: ReadingView) -> QPoint:
    """Where a menu opens by keyboard, in global coordinates."""
    caret = view.selecting.caret
    seen = view.rects_of(Span(caret - 1, caret + 1)) or view.rects_of(view.reading.place)
    corner = seen[-1].bottomLeft() if seen else QPointF()
    return view.viewport().mapToGlobal(corner.toPoint())


class TextMenu(QMenu):
    """The context menu of the text, at `offset`; None where no letter is."""

    def __init__(self, view: ReadingView, offset: int | None = None) -> None:
        super().__init__(view)
        self._view = view
        self.setObjectName("text_menu")
        self.setAccessibleName(self.tr("Selected words"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        has_selection = not view.selecting.is_empty
        copy = self.addAction(self.tr("Copy"), view.copy)
        copy.setShortcut(key_of(view, "copy"))
        copy.setEnabled(has_selection)
        find = self.addAction(self.tr("Find these words"), view.find_selected)
        find.setEnabled(has_selection)
        bookmark = self.addAction(self.tr("Bookmark these words"), view.bookmark)
        bookmark.setShortcut(key_of(view, "bookmark"))
        bookmark.setEnabled(has_selection)
        if has_selection:
            add_marks(view, self)
        self.addSeparator()
        everything = self.addAction(self.tr("Select all"), view.selecting.select_all)
        everything.setShortcut(key_of(view, "select_all"))
        everything.setEnabled(bool(view.flow.document.blocks))
        WordMenu(view.reading, self, offset, view.selecting.span if has_selection else None).fill()


class MendMenu(QMenu):
    """By keyboard: what can be mended at `offset`, or made of the selected words."""

    def __init__(self, view: ReadingView, offset: int) -> None:
        super().__init__(view)
        self.setObjectName("mend_menu")
        self.setAccessibleName(self.tr("Mend what is named here"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        selected = None if view.selecting.is_empty else view.selecting.span
        WordMenu(view.reading, self, offset, selected).fill()

    def open_at(self, place: QPoint) -> None:
        """Opens with its first row chosen; where there is nothing to be mended it does not."""
        rows = [action for action in self.actions() if not action.isSeparator()]
        if not rows:
            self.deleteLater()
            return
        self.popup(place)
        self.setActiveAction(rows[0])
