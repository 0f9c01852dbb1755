"""Entry view: the rows of a list of entries, of which those in focus are open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QStyle

from companion.ui.entries.entry_delegate import EntryDelegate
from companion.ui.entries.entry_detail import EntryDetail
from companion.ui.entries.entry_rows import EntryRows
from companion.ui.guarded import guarded
from companion.ui.parts.row_view import RowView

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QFocusEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading

    Index = QModelIndex | QPersistentModelIndex

_BESIDE, _ABOVE = 12, 4
"""Pixels of the row that are left free round an open entry."""


class EntryView(RowView):
    """The list; an open entry is a widget that stands on its row, which is as high as it needs."""

    _details: list[EntryDetail] = []  # noqa: RUF012 (Qt lays a view out before it is made)

    def __init__(self, reading: Reading, look: Look, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._reading, self._look = reading, look
        self.rows = EntryRows(self)
        self.setModel(self.rows)
        self.setItemDelegate(EntryDelegate(look, self.rows, self))
        self._details: list[EntryDetail] = []
        self._heights: dict[int, int] = {}
        self._held: tuple[str, int] | None = None
        self.verticalScrollBar().valueChanged.connect(self._place)
        self.rows.modelReset.connect(self.refit)  # Qt leaves each row as high as the one that stood there
        look.changed.connect(self.refit)
        reading.mending.edit_wanted.connect(self._edit)
        self.menu_wanted.connect(self._open_menu)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._keep_in_view)

    @property
    def open_entries(self) -> list[str]:
        """The ids of the entries that stand open in the list now."""
        return [detail.entry_id for detail in self._details if not detail.isHidden()]

    def detail_of(self, entry: str) -> EntryDetail | None:
        """The open entry of that id."""
        return next((detail for detail in self._details if detail.entry_id == entry), None)

    def open_entries_in_focus(self) -> None:
        """Opens the entries of the focus and closes all others."""
        entries = [self._reading.companion.entry(entry) for entry in self._reading.focus]
        wanted = [entry for entry in entries if entry and self.rows.row_of(entry.id) >= 0]
        had_focus = any(
            detail.isAncestorOf(self.focusWidget()) for detail in self._details if self.focusWidget()
        )
        for detail in self._details[len(wanted) :]:
            detail.hide()
            detail.deleteLater()
        del self._details[len(wanted) :]
        while len(self._details) < len(wanted):
            detail = EntryDetail(self._reading, self._look, self.viewport())
            detail.resized.connect(self.refit)
            detail.bench.opened.connect(self._show_edited)
            self._details.append(detail)
        for detail, entry in zip(self._details, wanted, strict=True):
            detail.show_entry(entry)
        if had_focus and not wanted:
            self.setFocus()
        self.refit()

    def _edit(self, entry: str) -> None:
        detail = self.detail_of(entry)
        if detail is not None:
            detail.bench.edit()

    def _open_menu(self, row: int, at: QPoint) -> None:
        from companion.ui.bench.entry_menu import open_entry_menu

        open_entry_menu(self._reading, self.rows.entry(row).id, self, at)

    def finish_editing(self) -> bool:
        """Takes what was changed in an open editor, and closes it; False where none is open."""
        editors = [one.bench.editor for one in self._details if one.bench.is_editing]
        for editor in editors:
            if editor is not None:
                editor.finish()
        return bool(editors)

    def _show_edited(self, is_open: bool) -> None:
        """As much of an entry is brought into view as there is room for, when its editor opens."""
        edited = [self.rows.row_of(one.entry_id) for one in self._details if one.bench.is_editing]
        if is_open and edited and edited[-1] >= 0:
            self.refit()
            self.show_row(edited[-1])

    def refit(self) -> None:
        """Gives the rows of open entries the height these need, all others the usual one.

        The row that the reader looks at stays where it is, whatever opens or closes above it.
        """
        still = self._row_looked_at()
        before = self.rowViewportPosition(still)
        width = self.viewport().width() - 2 * _BESIDE + self.bar_width
        heights = {
            self.rows.row_of(detail.entry_id): detail.height_for(width) + 2 * _ABOVE
            for detail in self._details
            if self.rows.row_of(detail.entry_id) >= 0
        }
        header = self.verticalHeader()
        for row in self._heights.keys() - heights.keys():
            if row < header.count():
                header.resizeSection(row, header.defaultSectionSize())
        for row, height in heights.items():
            if header.sectionSize(row) != height:
                header.resizeSection(row, height)
        self._heights = heights
        self.updateGeometries()
        moved = self.rowViewportPosition(still) - before
        if moved:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)

    def _keep_in_view(self, _: QWidget | None, focused: QWidget | None) -> None:
        """What has the keyboard in an open entry is brought into view, scrolling no further than needed."""
        if focused is None or not any(detail.isAncestorOf(focused) for detail in self._details):
            return
        top = focused.mapTo(self.viewport(), QPoint(0, 0)).y()
        below = top + focused.height() + _ABOVE - self.viewport().height()
        if top < 0 or below > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + (top - _ABOVE if top < 0 else min(below, top)))

    def hold(self) -> None:
        """The rows are about to be others: notes where the first one in view stands."""
        row = self.rowAt(0)
        self._held = (self.rows.entry(row).id, self.rowViewportPosition(row)) if row >= 0 else None

    def let_go(self) -> None:
        """Puts the row that was held where it was, if it is still there."""
        row = self.rows.row_of(self._held[0]) if self._held else -1
        if self._held and row >= 0:
            moved = self.rowViewportPosition(row) - self._held[1]
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)
        self._held = None

    def _row_looked_at(self) -> int:
        """The row of the entry in focus, if it is seen; else the first row that is."""
        for entry in reversed(self._reading.focus):
            row = self.rows.row_of(entry)
            if row >= 0 and 0 <= self.rowViewportPosition(row) < self.viewport().height():
                return row
        return max(0, self.rowAt(0))

    def _place(self) -> None:
        """Puts each open entry on its row."""
        for detail in self._details:
            row = self.rows.row_of(detail.entry_id)
            detail.setVisible(row >= 0)
            if row >= 0:
                place = self.visualRect(self.rows.index(row, 0))
                inside = place.adjusted(_BESIDE, _ABOVE, self.bar_width - _BESIDE, -_ABOVE)
                detail.setGeometry(QStyle.visualRect(self.layoutDirection(), place, inside))
                detail.set_current(self.hasFocus() and self.currentIndex().row() == row)

    @guarded
    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place()

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.refit()

    @guarded
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._place()

    @guarded
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._place()

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._place()
