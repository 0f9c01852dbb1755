"""Mark view: the list of marks, in which one can be changed in its place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QMenu

from companion.core.notes import Colour
from companion.ui.bookmarks.bookmark_editor import BookmarkEditor
from companion.ui.bookmarks.bookmark_rows import BookmarkDelegate, BookmarkRows
from companion.ui.bookmarks.bookmark_words import colour_in_words
from companion.ui.bookmarks.citing import quotation_of
from companion.ui.guarded import guarded
from companion.ui.parts.row_view import RowView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QMimeData, QPoint, QRect
    from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from companion.core.document import Document
    from companion.core.notes import Mark
    from companion.ui.bookmarks.mark_order import Line
    from companion.ui.bookmarks.placed_marks import Placed
    from companion.ui.looks.look import Look

_MOST_FITTED = 300
"""In a longer list the heights of rows are found when they are seen: Qt takes 10 µs for each."""

_BESIDE, _ABOVE, _BELOW = 10, 3, 8
"""Pixels of the row that are left free round the editor, and under the part of it that is reached."""


class BookmarkView(RowView):
    """Click or Enter goes to a bookmark, F2 or a double click changes it, Del removes it.

    Signals:
        changed(Mark): a bookmark was changed so.
        typed(Mark): it is being changed, and is so now.
        remove_wanted(str): the bookmark of that id is to go.
        place_wanted(str): the mark of that id is to stand at the selected words from now on.
        sure_wanted(str): the mark of that id stands where it was meant to.
        copy_wanted(str): the words of that mark are to be copied with where they stand.
        room_wanted(int): so many pixels are lacking to show the editor; 0 when it is closed.
    """

    changed = Signal(object)
    typed = Signal(object)
    remove_wanted = Signal(str)
    place_wanted = Signal(str)
    sure_wanted = Signal(str)
    copy_wanted = Signal(str)
    room_wanted = Signal(int)

    _editor: BookmarkEditor | None = None  # Qt lays a view out before it is made
    _is_fitting = False

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._look = look
        self.known_tags: Sequence[str] = ()
        """The tags that are offered when one is typed."""
        self.can_place = False
        """Whether words are selected at which a mark can be put."""
        self._is_long = False
        self.rows = BookmarkRows(self)
        self.setModel(self.rows)
        self._delegate = BookmarkDelegate(look, self.rows, self)
        self.setItemDelegate(self._delegate)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)
        self._settled.timeout.connect(self._ask_for_room)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        look.changed.connect(self.refit)

    @property
    def editor(self) -> BookmarkEditor | None:
        """What a bookmark is being changed with; None when none is."""
        return self._editor

    def show_lines(
        self, document: Document, lines: Sequence[Line], chosen: str, is_shaky: Callable[[Mark], bool]
    ) -> None:
        """Shows these rows; what is being edited stays open as long as its mark is listed."""
        current = self.currentIndex().row()
        edited = self._editor.bookmark_id if self._editor else ""
        above = self.verticalScrollBar().value()
        self.rows.show_lines(document, lines, is_shaky)
        self._is_long = len(lines) > _MOST_FITTED
        self.rows.chosen = self.rows.row_of(chosen)
        if self._editor and self.rows.row_of(self._editor.bookmark_id) < 0:
            self._editor.leave()
        if (row := self.rows.row_of(edited)) >= 0:
            self.make_current(row)
        elif self.hasFocus() and self.rows.rowCount():
            self.make_current(min(max(0, current), self.rows.rowCount() - 1))
        self.refit()
        self.verticalScrollBar().setValue(above)

    def show_chosen(self, bookmark_id: str) -> None:
        """Shows a bookmark as the one that the reader is at."""
        row = self.rows.row_of(bookmark_id)
        self.rows.set_chosen(row)
        if row >= 0:
            self.make_current(row)
            self.show_row(row)

    # -- changing one

    def open_editor(self, row: int) -> None:
        """Opens the bookmark of a row to be changed."""
        self.finish_editing()
        if self.rows.at(row) is None:
            return
        editor = BookmarkEditor(self._look, self.viewport(), self.known_tags)
        editor.edit(self.rows.placed(row).bookmark)
        editor.changed.connect(self.changed)
        editor.typed.connect(self.typed)
        editor.reached.connect(self._show_reached)
        editor.left.connect(self._close_editor)
        editor.remove_wanted.connect(self._remove_edited)
        self._editor = editor
        self.refit()
        editor.show()
        self._settled.start()
        self.make_current(row)
        self.show_row(row)
        editor.label.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.label.selectAll()

    def finish_editing(self) -> None:
        """Takes what was changed in an open editor, and closes it."""
        if self._editor is not None:
            self._editor.finish()

    def _close_editor(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            had_focus = bool(editor.focusWidget() and editor.focusWidget().hasFocus())
            editor.hide()
            editor.deleteLater()
            if had_focus:
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.refit()
            self.room_wanted.emit(0)

    def _ask_for_room(self) -> None:
        """Once the list has the height that its first mark left it."""
        row = self.rows.row_of(self._editor.bookmark_id) if self._editor else -1
        lacking = self.rowHeight(row) - self.viewport().height()
        if row >= 0 and lacking > 0:
            self.room_wanted.emit(lacking)
            self.show_row(row)

    def _show_reached(self, part: QRect) -> None:
        """Scrolls as far as needed to show a part of the editor, where the list is lower than the editor."""
        if self._editor is not None:
            place = part.translated(self._editor.pos())
            below = place.bottom() + _BELOW - self.viewport().height()
            by = min(place.top() - _ABOVE, 0) or max(0, below)
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + by)

    def _remove_edited(self) -> None:
        if self._editor is not None:
            bookmark_id = self._editor.bookmark_id
            self._editor.leave()
            self.remove_wanted.emit(bookmark_id)

    def refit(self) -> None:
        """Gives each row the height it needs, and puts the editor on its row."""
        header = self.verticalHeader()
        edited = self.rows.row_of(self._editor.bookmark_id) if self._editor else -1
        self.set_row_height(self._delegate.height_of_lines(2))
        for row in self._rows_to_fit(edited):
            height = self._delegate.height_of(row)
            if row == edited and self._editor:
                height = self._editor.sizeHint().height() + 2 * _ABOVE
            if header.sectionSize(row) != height:
                header.resizeSection(row, height)
        self.updateGeometries()
        self._place()
        self.viewport().update()

    def _rows_to_fit(self, edited: int) -> list[int]:
        """The rows whose heights are looked at: of a long list only those that are seen."""
        count = self.rows.rowCount()
        if not self._is_long:
            return list(range(count))
        first = max(0, self.rowAt(0))
        last = min(count, first + self.viewport().height() // max(1, self._delegate.height_of_lines(1)) + 2)
        return sorted({*range(first, last), *([edited] if edited >= 0 else [])})

    def _scrolled(self, _: int) -> None:
        if self._is_long and not self._is_fitting:
            self._is_fitting = True
            self.refit()
            self._is_fitting = False
        self._place()

    def _place(self) -> None:
        if self._editor is None:
            return
        row = self.rows.row_of(self._editor.bookmark_id)
        if row >= 0:
            place = self.visualRect(self.rows.index(row, 0))
            self._editor.setGeometry(place.adjusted(_BESIDE, _ABOVE, self.bar_width - _BESIDE, -_ABOVE))

    def carried(self, row: int) -> QMimeData | None:
        placed = self.rows.at(row)
        return quotation_of(self.rows.document, placed) if placed is not None else None

    # -- the menu of one

    def _open_menu(self, row: int, at: QPoint) -> None:
        placed = self.rows.at(row)
        if placed is None:
            return
        bookmark = placed.bookmark
        self.make_current(row)
        menu = QMenu(self)
        menu.setObjectName("bookmark_menu")
        menu.setAccessibleName(self.tr("Mark"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if placed.span is not None or bookmark.about is not None:
            menu.addAction(self.tr("Go there")).setData("go")
        self._add_placing(menu, row, placed)
        edit = menu.addAction(self.tr("Edit"))
        edit.setData("edit")
        edit.setShortcut(QKeySequence(Qt.Key.Key_F2))
        colours = menu.addMenu(self.tr("Colour"))
        for colour in Colour:
            action = colours.addAction(colour_in_words(colour))
            action.setData(colour)
            action.setCheckable(True)
            action.setChecked(colour is bookmark.colour)
        menu.addAction(self.tr("Copy with where it stands")).setData("copy")
        menu.addSeparator()
        remove = menu.addAction(self.tr("Remove"))
        remove.setData("remove")
        remove.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        menu.triggered.connect(self._do)
        menu.popup(at)

    def _add_placing(self, menu: QMenu, row: int, placed: Placed) -> None:
        """What can be done with a mark that stands in a wrong place, perhaps, or in none."""
        if placed.bookmark.anchor is None:
            return
        if self.rows.is_shaky(row):
            menu.addAction(self.tr("It is right here")).setData("sure")
        if self.rows.is_shaky(row) or placed.span is None:
            here = menu.addAction(self.tr("Put it at the selected words"))
            here.setData("place")
            here.setEnabled(self.can_place)

    def _do(self, action: QAction) -> None:
        row, wish = self.currentIndex().row(), action.data()
        placed = self.rows.at(row)
        if placed is None:
            return
        bookmark = placed.bookmark
        match wish:
            case "sure":
                self.sure_wanted.emit(bookmark.id)
            case "place":
                self.place_wanted.emit(bookmark.id)
            case "copy":
                self.copy_wanted.emit(bookmark.id)
            case "go":
                self.chosen.emit(row, False)
            case "edit":
                self.open_editor(row)
            case "remove":
                self.remove_wanted.emit(bookmark.id)
            case _:
                self.changed.emit(replace(bookmark, colour=Colour(wish)))

    # -- overrides of Qt

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        placed = self.rows.at(row)
        if event.key() == Qt.Key.Key_F2 and placed is not None:
            self.open_editor(row)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and placed is not None:
            self.remove_wanted.emit(placed.bookmark.id)
        elif event.matches(QKeySequence.StandardKey.Copy) and placed is not None:
            self.copy_wanted.emit(placed.bookmark.id)
        else:
            super().keyPressEvent(event)

    @guarded
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.open_editor(self.indexAt(event.position().toPoint()).row())

    @guarded
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        row = self.currentIndex().row() if by_keyboard else self.indexAt(event.pos()).row()
        if row >= 0:
            corner = self.visualRect(self.rows.index(row, 0)).center()
            self._open_menu(row, self.viewport().mapToGlobal(corner) if by_keyboard else event.globalPos())

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @guarded
    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place()
