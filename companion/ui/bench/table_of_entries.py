"""Table of entries: how the rows of the bench look and are moved through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from companion.ui.bench.entry_table import Column, EntryTable
from companion.ui.guarded import guarded

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

_LINES = """
QHeaderView::section { background: palette(window); border: none; border-bottom: 1px solid palette(mid);
  padding: 3px 6px; }
QTableView { background: transparent; outline: none; }
QTableView::item { padding: 0 6px; border: none; }
QTableView::item:selected { background: palette(midlight); color: palette(text);
  border-bottom: 1px solid palette(accent); }
"""
"""What a palette cannot say: flat headings, and chosen rows as in the lists of the window."""
_WIDTHS = {
    Column.KIND: 236,
    **{Column.PASSAGES: 76, Column.ORIGIN: 130, Column.SURE: 60},
}
"""Pixels; names share what is left, so that no row is longer than the table is wide."""
_LEAST_NAMES = 300
"""Pixels that are left to the names; where there are fewer, where an entry comes from is not told."""


class TableOfEntries(QTableView):
    """Whole rows are chosen, many of them with Shift and Ctrl; a click on a heading sorts."""

    _widths: dict[Column, int] = {}  # noqa: RUF012 (Qt lays a view out before it is made)

    def __init__(self, rows: EntryTable, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("entry_table")
        self.setAccessibleName(self.tr("Entries"))
        self.setModel(rows)
        self.setSortingEnabled(True)
        self.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
        self._set_up_rows()
        self._set_up_headings()
        self.setStyleSheet(_LINES)
        self.verticalScrollBar().setAccessibleName(self.tr("Place in the table"))
        self.horizontalScrollBar().setAccessibleName(self.tr("Place in the row"))

    def _set_up_rows(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        header = self.verticalHeader()
        header.hide()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultSectionSize(max(28, self.fontMetrics().height() + 10))

    def _set_up_headings(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (Column.NAME, Column.NAMES):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        size = max(1.0, self.fontMetrics().height() / 17)
        self._widths = {column: round(width * size) for column, width in _WIDTHS.items()}
        for column, width in self._widths.items():
            header.resizeSection(column, width)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        for_names = event.size().width() - sum(self._widths.values())
        self.setColumnHidden(Column.ORIGIN, for_names < _LEAST_NAMES)
        super().resizeEvent(event)
