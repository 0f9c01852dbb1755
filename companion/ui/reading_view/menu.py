"""Menu: what can be done with the selected words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from companion.ui.bench.word_menu import WordMenu
from companion.ui.parts.key_of import key_of

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from companion.ui.reading_view.view import ReadingView


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
