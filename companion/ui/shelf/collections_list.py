"""Collections list: the collections of the shelf at its side, and a line to name a new one or another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QMenu, QStyledItemDelegate, QVBoxLayout, QWidget

from companion.core.direction import isolated
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.field import Field
from companion.ui.parts.lettering import SMALL, lettered, mirrored
from companion.ui.parts.paragraph import Plain
from companion.ui.parts.row_ground import paint_row_ground
from companion.ui.parts.row_view import RowView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from companion.ui.looks.look import Look

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_INSET = 10

ALL, MISSING = "", "\0missing"
"""Chosen instead of a collection's name: all readings, or those whose files are missing."""


class Group(NamedTuple):
    """Some readings: the key by which they are chosen, their name, and how many they are."""

    key: str
    name: str
    size: int


class CollectionsList(QWidget):
    """All readings, and each collection, with the number of readings in it.

    Signals:
        chosen(str): a collection's name, ALL or MISSING.
        named(str, str): the collection of the first name is to have the second; a new one has none before.
        dissolved(str): a collection is not wanted any more.
    """

    chosen = Signal(str)
    named = Signal(str, str)
    dissolved = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shelf_collections")
        self._renamed = ""
        self._title = Plain(look, self)
        self._title.setText(self.tr("Collections"))
        self.rows = _Rows(self)
        self.view = _View(self.tr("Collections"), self)
        self.view.setModel(self.rows)
        self.view.setItemDelegate(_Delegate(look, self.rows, self.view))
        self.field = Field(look, self.tr("New collection"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        inset = QVBoxLayout()
        inset.setContentsMargins(_INSET, 0, _INSET, 0)
        inset.addWidget(self._title)
        column.addLayout(inset)
        column.addWidget(self.view, 1)
        beside = QVBoxLayout()
        beside.setContentsMargins(_INSET - 4, 0, _INSET, 0)
        beside.addWidget(self.field)
        column.addLayout(beside)
        self.view.chosen.connect(self._choose)
        self.view.rename_wanted.connect(self.rename)
        self.view.removal_wanted.connect(self._dissolve)
        self.view.menu_wanted.connect(self._open_menu)
        self.field.returnPressed.connect(self._name)
        self.field.escaped.connect(self._leave_field)
        self._title.setFont(lettered(self.font(), size=SMALL, bold=True))

    @property
    def key(self) -> str:
        """What is chosen: a collection's name, ALL or MISSING."""
        return self.rows.chosen

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Shows these; where the chosen one is not among them, all readings are chosen."""
        self.rows.show_groups(groups)

    def choose(self, key: str) -> None:
        """Chooses one of them."""
        self.rows.choose(key)
        self.chosen.emit(key)

    def ask_for_name(self) -> None:
        """Takes the keyboard to the line in which a new collection is named."""
        self._begin("", self.tr("New collection"))

    def rename(self) -> None:
        """Takes the keyboard to that line, in which the collection with the keyboard has its name."""
        group = self._current()
        if group is not None and group.key not in (ALL, MISSING):
            self._begin(group.key, self.tr("Another name for %1").replace("%1", group.name))

    def _begin(self, renamed: str, prompt: str) -> None:
        self._renamed = renamed
        self.field.setText(renamed)
        self.field.selectAll()
        self.field.setPlaceholderText(prompt)
        self.field.setAccessibleName(prompt)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self) -> None:
        words = " ".join(self.field.text().split())[:80]
        if words:
            self.named.emit(self._renamed, words)
        self._leave_field()

    def _leave_field(self) -> None:
        self._begin("", self.tr("New collection"))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _current(self) -> Group | None:
        row = self.view.currentIndex().row()
        return self.rows.groups[row] if 0 <= row < len(self.rows.groups) else None

    def _choose(self, row: int, _: bool) -> None:
        self.choose(self.rows.groups[row].key)

    def _dissolve(self) -> None:
        group = self._current()
        if group is not None and group.key not in (ALL, MISSING):
            self.dissolved.emit(group.key)

    def _open_menu(self, place: QPoint) -> None:
        group = self._current()
        if group is None or group.key in (ALL, MISSING):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(group.name)
        menu.addAction(self.tr("Rename"), self.rename).setShortcut("F2")
        menu.addAction(self.tr("Dissolve this collection"), self._dissolve).setShortcut("Del")
        menu.popup(place)


class _Rows(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.groups: list[Group] = []
        self.chosen = ALL

    def show_groups(self, groups: Sequence[Group]) -> None:
        if list(groups) != self.groups:
            self.beginResetModel()
            self.groups = list(groups)
            if self.chosen not in {group.key for group in groups}:
                self.chosen = ALL
            self.endResetModel()

    def choose(self, key: str) -> None:
        self.chosen = key
        if self.groups:
            self.dataChanged.emit(self.index(0), self.index(len(self.groups) - 1))

    @guarded(otherwise=0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.groups)

    @guarded
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.groups):
            return None
        group = self.groups[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return group.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = f"{group.name}, {group.size}"
            return self.tr("%1, chosen").replace("%1", words) if group.key == self.chosen else words
        return None


class _View(RowView):
    """Signals:
    rename_wanted(): F2 was pressed on a row.
    removal_wanted(): Delete was pressed on a row.
    menu_wanted(QPoint): what can be done with a row, in global coordinates.
    """

    rename_wanted = Signal()
    removal_wanted = Signal()
    menu_wanted = Signal(object)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.rename_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)

    @guarded
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if event.reason() is event.Reason.Keyboard:
            index = self.currentIndex()
        if index.isValid():
            self.make_current(index.row())
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.visualRect(index).center()))


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look, rows: _Rows, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._rows = look, rows

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        group = self._rows.groups[index.row()]
        is_chosen = group.key == self._rows.chosen
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        inside = option.rect.adjusted(2, 1, -2, -1)
        paint_row_ground(painter, inside.toRectF(), option, self._look, is_chosen=is_chosen)
        count = str(group.size)
        painter.setFont(lettered(option.font, size=SMALL, figures=True))
        width = painter.fontMetrics().horizontalAdvance(count) + 2
        painter.setPen(self._look[Role.INK if is_chosen else Role.DIM])
        aside = QRect(inside.right() - _INSET + 2 - width, inside.top(), width, inside.height())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(mirrored(aside, option), Qt.AlignmentFlag.AlignRight | middle, count)
        painter.setFont(lettered(option.font, bold=is_chosen))
        painter.setPen(self._look[Role.INK])
        left = inside.left() + _INSET - 2
        room = QRect(left, inside.top(), aside.left() - left - 6, inside.height())
        cut = painter.fontMetrics().elidedText(group.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(mirrored(room, option), Qt.AlignmentFlag.AlignLeft | middle, isolated(cut))
        painter.restore()
