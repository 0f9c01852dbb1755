"""Found pane: what was found in all readings, where the shelf shows the readings themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.ui.guarded import guarded
from companion.ui.parts.row_view import RowView
from companion.ui.shelf.hit_rows import HitDelegate, HitRows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.shelf.hits import Hit
    from companion.ui.looks.look import Look


class FoundPane(QWidget):
    """The hits, one below the other.

    Signals:
        hit_wanted(Hit): the reading is to be opened where something was found.
    """

    hit_wanted = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.hits = HitRows(self)
        self.view = RowView(self.tr("What was found in all readings"), self)
        self.view.setModel(self.hits)
        self._delegate = HitDelegate(look, self.hits, self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.set_row_height(self._delegate.row_height(self.font()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.view.chosen.connect(self._choose)

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Shows what was found."""
        self.hits.show_hits(hits)

    def open_first(self) -> None:
        """Has the first hit opened, if there is one."""
        if self.hits.rows:
            self._choose(0, False)

    def take_keyboard(self) -> None:
        """Goes down into the list."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def words(self, query: str) -> str:
        """What there is to say of what was found for these words; nothing where the hits say it."""
        if not query:
            return self.tr(
                "All readings that were opened once are searched, with their entries and your notes."
            )
        return "" if self.hits.rows else self.tr("No reading has these words together.")

    def _choose(self, row: int, _: bool) -> None:
        self.hit_wanted.emit(self.hits.rows[row][0])

    @guarded
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.view.set_row_height(self._delegate.row_height(self.font()))
