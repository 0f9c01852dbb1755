"""Event list: the timeline as plain rows by date, for screen readers and for who prefers a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from companion.core.companion import Companion
from companion.core.direction import isolated
from companion.core.document import Document
from companion.output.timeline.story import Story
from companion.ui.entries.entry_words import figures
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.lettering import ROW, SMALL, lettered, mirrored
from companion.ui.parts.plain import plain_tooltip
from companion.ui.parts.row_ground import paint_row_ground
from companion.ui.parts.row_view import RowView
from companion.ui.pointed import Pointed
from companion.ui.program.language import date_in_words
from companion.ui.timeline.words import event_in_words, events_by_date

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from companion.output.timeline.story import Dated
    from companion.ui.looks.look import Look

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_LEFT, _RIGHT = 18, 18
_LONGEST_DATE = 240


class EventRows(QAbstractListModel):
    """The events by date. `strong` are the ids of the focus's, None while nothing is in focus."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._companion = Companion(Document(""))
        self._story = Story()
        self.strong: frozenset[str] | None = None

    def show_story(self, story: Story, companion: Companion) -> None:
        """Lists another story."""
        self.beginResetModel()
        self._story, self._companion, self.strong = story, companion, None
        self.endResetModel()

    def set_strong(self, events: frozenset[str] | None) -> None:
        """Makes these events stand out."""
        if events != self.strong:
            self.strong = events
            if self.rowCount():
                self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def dated(self, row: int) -> Dated:
        """The event in a row."""
        return self._story.events[row]

    def row_of(self, event: str) -> int:
        """The row of an event; -1 when it is not listed."""
        row = self._story.index(event)
        return -1 if row is None else row

    def passages(self, row: int) -> int:
        """How many passages tell of the event in a row."""
        return len(self._companion.passages(self._story.events[row].id))

    def in_words(self, row: int) -> str:
        """The event in a row as a screen reader says it."""
        return event_in_words(self._story.events[row], self.passages(row))

    @guarded(otherwise=0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._story)

    @guarded
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._story):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._story.events[index.row()].title
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.in_words(index.row())
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(self.in_words(index.row()))
        return None


class _EventDelegate(QStyledItemDelegate):
    """Date, title, number of passages; semibold what belongs to the focus, dim what does not."""

    def __init__(self, look: Look, rows: EventRows, view: EventList) -> None:
        super().__init__(view)
        self._look, self._rows, self._view = look, rows, view

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.row()
        event, strong = self._rows.dated(row), self._rows.strong
        belongs = strong is not None and event.id in strong
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, in_focus=event.id in self._view.focused)
        inside = option.rect.adjusted(_LEFT, 0, self._view.bar_width - _RIGHT, 0)
        small = lettered(self._view.font(), size=SMALL, figures=True)
        number = figures(self._rows.passages(row)) if self._rows.passages(row) else ""
        self._write(painter, small, Role.DIM, mirrored(inside, option), number, Qt.AlignmentFlag.AlignRight)
        inside.setRight(inside.right() - QFontMetrics(small).horizontalAdvance(number) - 12)
        date = QRect(inside)
        date.setWidth(min(_LONGEST_DATE, inside.width() * 2 // 5))
        figured, said = lettered(self._view.font(), figures=True), date_in_words(event.date)
        self._write(painter, figured, Role.DIM, mirrored(date, option), said)
        inside.setLeft(date.right() + 12)
        ink = Role.INK if strong is None or belongs else Role.DIM
        title = lettered(self._view.font(), bold=belongs)
        self._write(painter, title, ink, mirrored(inside, option), event.title)
        painter.restore()

    def _write(
        self,
        painter: QPainter,
        font: QFont,
        role: Role,
        rect: QRect,
        words: str,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        painter.setFont(font)
        painter.setPen(self._look[role])
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(rect, flags, isolated(words))

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, in_focus: bool) -> None:
        inside = QRectF(mirrored(option.rect.adjusted(8, 1, self._view.bar_width - 8, -1), option))
        painter.setPen(Qt.PenStyle.NoPen)
        if in_focus:
            painter.setBrush(self._look[Role.PASSAGE])
            painter.drawRoundedRect(inside, 6, 6)
        paint_row_ground(painter, inside, option, self._look, 0.6)

    @guarded(otherwise=QSize())
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, max(ROW, self._view.fontMetrics().height() + 10))


class EventList(RowView):
    """The events by date, chosen and pointed at as in the drawing.

    Signals:
        entry_pointed(Pointed | None): the event under the pointer or at the keyboard.
    """

    entry_pointed = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(events_by_date(), parent)
        self.rows = EventRows(self)
        self.focused: frozenset[str] = frozenset()
        self._pointed: Pointed | None = None
        self.setModel(self.rows)
        self.setItemDelegate(_EventDelegate(look, self.rows, self))
        look.changed.connect(self.viewport().update)

    def show_focus(self, focus: tuple[str, ...], strong: frozenset[str] | None) -> None:
        """Makes the events of the focus stand out, and brings one that is in focus itself into view."""
        self.focused = frozenset(focus)
        self.rows.set_strong(strong)
        rows = [row for entry in focus if (row := self.rows.row_of(entry)) >= 0]
        if rows:
            self.make_current(rows[-1])
            self.show_row(rows[-1])
        self.viewport().update()

    def _point_at(self, row: int, *, by_keyboard: bool = False) -> None:
        pointed = None
        if 0 <= row < self.rows.rowCount():
            rect = self.visualRect(self.rows.index(row)) & self.viewport().rect()
            where = QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())
            pointed = Pointed((self.rows.dated(row).id,), where, by_keyboard=by_keyboard)
        if pointed != self._pointed:
            self._pointed = pointed
            self.entry_pointed.emit(pointed)

    @guarded
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus():
            self._point_at(current.row(), by_keyboard=True)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isprintable() and event.text().strip():
            event.ignore()  # a letter is a key of the panel; Qt would look for a row that begins with it
        else:
            super().keyPressEvent(event)

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point_at(self.indexAt(event.position().toPoint()).row())

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point_at(-1)

    @guarded(otherwise=False)
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == event.Type.Leave:
            self._point_at(-1)
        return super().viewportEvent(event)
