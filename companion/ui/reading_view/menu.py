"""Menu: what can be done with what is named at one place of the text, and with the selected words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu

from companion.core.document import Span
from companion.core.message import Message
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
    """The context menu of the text, at `offset`; None where no letter is.

    First comes what is named there, then the selected words, then what can be done everywhere.
    """

    def __init__(self, view: ReadingView, offset: int | None = None) -> None:
        super().__init__(view)
        self._view, self._offset = view, offset
        self.setObjectName("text_menu")
        self.setAccessibleName(self.tr("At this place"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        has_selection = not view.selecting.is_empty
        words = WordMenu(view.reading, self, offset, view.selecting.span if has_selection else None)
        if has_selection:
            self._add_selected()
        elif words.name:
            self.addAction(self.tr("All passages of {0}").format(words.name), self._follow)
        words.fill()
        self.addSeparator()
        if offset is not None and not has_selection:
            self.addAction(self.tr("Bookmark this line"), self._bookmark_line)
        everything = self.addAction(self.tr("Select all"), view.selecting.select_all)
        everything.setShortcut(key_of(view, "select_all"))
        everything.setEnabled(bool(view.flow.document.blocks))

    def _add_selected(self) -> None:
        """Adds what can be done with the selected words."""
        view = self._view
        self.addAction(self.tr("Copy"), view.copy).setShortcut(key_of(view, "copy"))
        self.addAction(self.tr("Find these words"), view.find_selected)
        bookmark = self.addAction(self.tr("Bookmark these words"), view.bookmark)
        bookmark.setShortcut(key_of(view, "bookmark"))
        add_marks(view, self)

    def _follow(self) -> None:
        if self._offset is not None:
            self._view.follow(self._offset, add=False)

    def _bookmark_line(self) -> None:
        if self._offset is not None:
            self._view.reading.toggle_bookmark(Span(self._offset, self._offset))


class MendMenu(QMenu):
    """By keyboard: what can be mended at `offset`, or made of the selected words."""

    def __init__(self, view: ReadingView, offset: int) -> None:
        super().__init__(view)
        self._reading = view.reading
        self.setObjectName("mend_menu")
        self.setAccessibleName(self.tr("Mend what is named here"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        selected = None if view.selecting.is_empty else view.selecting.span
        WordMenu(view.reading, self, offset, selected).fill()

    def open_at(self, place: QPoint) -> None:
        """Opens with its first row chosen; where there is nothing to be mended it says so."""
        rows = [action for action in self.actions() if not action.isSeparator()]
        if not rows:
            self._reading.mending.refused.emit(
                Message("Nothing is named here. Go to a name with Tab, or select words, and ask again.")
            )
            self.deleteLater()
            return
        self.popup(place)
        self.setActiveAction(rows[0])
