"""Rows of the contents: the sections of a document as a tree, and how one is drawn."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from companion.core.direction import isolated
from companion.core.document import Document
from companion.core.horizon import tells_ahead
from companion.ui.entries.entry_words import figures, place_in_words
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.lettering import ROW, lettered, mirrored
from companion.ui.parts.plain import plain_tooltip
from companion.ui.parts.row_ground import paint_row_ground

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QTreeView

    from companion.core.document import Section
    from companion.ui.looks.look import Look

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_NONE = -1


def parents_of(sections: tuple[Section, ...]) -> list[int]:
    """For each section the index of the one it is part of, -1 for none.

    A section belongs to the nearest one before it of a higher level. A single title over the whole text is
    no part of its own: its chapters stand beside it.
    """
    parents: list[int] = []
    open_: list[int] = []
    for index, section in enumerate(sections):
        while open_ and sections[open_[-1]].level >= section.level:
            open_.pop()
        parents.append(open_[-1] if open_ else _NONE)
        open_.append(index)
    if parents.count(_NONE) == 1:
        parents = [_NONE if parent == 0 else parent for parent in parents]
    return parents


class ContentsRows(QAbstractItemModel):
    """The sections of one document; an index carries the number of its section."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.horizon: int | None = None
        self._show(Document(""))

    def show_document(self, document: Document) -> None:
        """Shows the sections of another document."""
        self.beginResetModel()
        self._show(document)
        self.endResetModel()

    def set_horizon(self, horizon: int | None) -> None:
        """Shows no titles that stand beyond this offset; with None all of them."""
        if horizon != self.horizon:
            changed = self._hidden(self.horizon) ^ self._hidden(horizon)
            self.horizon = horizon
            together: dict[int, list[int]] = {}  # thousands told one by one would hold up the window
            for section in sorted(changed):
                together.setdefault(self._parents[section], []).append(section)
            for siblings in together.values():
                self.dataChanged.emit(self.index_of(siblings[0]), self.index_of(siblings[-1]))

    def _hidden(self, horizon: int | None) -> set[int]:
        sections = self.document.sections
        first = len(sections) if horizon is None else bisect_left(sections, horizon, key=_start)
        return set(range(first, len(sections)))

    def _show(self, document: Document) -> None:
        self.document = document
        self._parents = parents_of(document.sections)
        self._children: dict[int, list[int]] = {}
        self._rows: list[int] = []
        for index, parent in enumerate(self._parents):
            siblings = self._children.setdefault(parent, [])
            self._rows.append(len(siblings))
            siblings.append(index)

    @property
    def is_nested(self) -> bool:
        """Whether any section is part of another."""
        return any(parent != _NONE for parent in self._parents)

    def index_of(self, section: int) -> QModelIndex:
        """The index of the section of that number."""
        return self.createIndex(self._rows[section], 0, section)

    def section_of(self, index: Index) -> int:
        """The number of the section at an index, -1 for the root."""
        return index.internalId() if index.isValid() else _NONE

    def words(self, section: int) -> str:
        """A section's title; the number of its first paragraph when it has none.

        Beyond the horizon only its number among its like, unless the title says no more than that.
        """
        found = self.document.sections[section]
        if self.horizon is not None and tells_ahead(found, self.horizon):
            return self.tr("Section {number}").format(number=figures(self._rows[section] + 1))
        return found.title.strip() or place_in_words(self.document, found.start)

    @guarded(otherwise=_ROOT)
    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        children = self._children.get(self.section_of(parent), ())
        if column or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    @guarded(otherwise=_ROOT)
    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # Qt has two of this name
        parent = self._parents[self.section_of(index)] if index.isValid() else _NONE
        return QModelIndex() if parent == _NONE else self.index_of(parent)

    @guarded(otherwise=0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        return len(self._children.get(self.section_of(parent), ()))

    @guarded(otherwise=1)
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 1

    @guarded
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self.words(self.section_of(index))
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(self.words(self.section_of(index)))
        return None


def _start(section: Section) -> int:
    return section.start


class ContentsDelegate(QStyledItemDelegate):
    """Draws a title; the section that is read now semibold on a ground of its own."""

    def __init__(self, look: Look, view: QTreeView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self.current = _NONE

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        is_current = index.internalId() == self.current
        words = str(index.data() or "")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, is_current)
        painter.setFont(lettered(self._view.font(), bold=is_current))
        painter.setPen(self._look[Role.INK])
        inside = mirrored(option.rect.adjusted(8, 0, -18, 0), option)
        elided = painter.fontMetrics().elidedText(words[:500], Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, isolated(elided))
        painter.restore()

    @guarded(otherwise=QSize())
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, max(ROW + 2, self._view.fontMetrics().height() + 10))

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, is_current: bool) -> None:
        inside = QRectF(option.rect).adjusted(0, 1, 0, -1)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            inside.setLeft(10 - (self._view.width() - self._view.viewport().width()))
        else:
            inside.setRight(self._view.width() - 10)
        paint_row_ground(painter, inside, option, self._look, is_chosen=is_current)
