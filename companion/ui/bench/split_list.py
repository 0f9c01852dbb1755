"""Split list: the mentions of one entry, each to be ticked; those that are ticked become a new entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from companion.core.direction import isolated
from companion.core.lookup import plain
from companion.ui.entries.entry_words import figures, place_in_words
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.field import Field
from companion.ui.parts.lettering import ROW, SMALL, lettered, mirrored
from companion.ui.parts.paragraph import Paragraph
from companion.ui.parts.quiet_button import SmallButton
from companion.ui.parts.row_ground import paint_row_ground
from companion.ui.parts.row_view import RowView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.core.document import Document, Span
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_BEFORE, _AFTER = 24, 50
"""Code points round a mention that are shown with it."""
_ROWS = 7
_BOX = 14


class MentionRows(QAbstractListModel):
    """The mentions with some words round them, and which of them are ticked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._all: list[Span] = []
        self._shown: list[Span] = []
        self._sought = ""
        self.ticked: set[Span] = set()

    def show_mentions(self, document: Document, spans: Sequence[Span]) -> None:
        """Lists these; what was ticked stays so as far as it is still there."""
        self._document, self._all = document, list(spans)
        self.ticked &= {*spans}
        self._fill()

    def filter(self, sought: str) -> None:
        """Lists only mentions that have these words in or beside them."""
        self._sought = plain(sought)
        self._fill()

    def _fill(self) -> None:
        self.beginResetModel()
        self._shown = [
            span for span in self._all if not self._sought or self._sought in plain(self.words(span))
        ]
        self.endResetModel()

    def words(self, span: Span) -> str:
        """A mention and what stands round it, on one line."""
        document = self._document
        if document is None:
            return ""
        block = document.blocks[document.block_index(span.start)] if document.blocks else None
        first, last = (block.start, block.end) if block else (0, len(document.text))
        start, end = max(first, span.start - _BEFORE), min(last, span.end + _AFTER)
        before, after = document.text[start : span.start], document.text[span.end : end]
        if start > first:
            before = before.partition(" ")[2]
        return " ".join(f"{before}{document.text[span.start : span.end]}{after}".split())

    def place(self, span: Span) -> str:
        """Where a mention stands: its paragraph."""
        return place_in_words(self._document, span.start) if self._document else ""

    def mention(self, row: int) -> Span:
        """The mention in a row."""
        return self._shown[row]

    def tick(self, row: int) -> None:
        """Ticks a row, or takes the tick away."""
        self.ticked ^= {self._shown[row]}
        self.dataChanged.emit(self.index(row), self.index(row))

    def tick_all(self) -> None:
        """Ticks all that are listed; where they are already, takes the ticks away."""
        shown = {*self._shown}
        self.ticked = self.ticked - shown if shown <= self.ticked else self.ticked | shown
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    @guarded(otherwise=0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @guarded
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        return None  # a screen reader need not hear the number of each row

    @guarded
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._shown):
            return None
        span = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.words(span)
            case Qt.ItemDataRole.AccessibleTextRole:
                ticked = self.tr("chosen") if span in self.ticked else self.tr("not chosen")
                return f"{self.place(span)}: {self.words(span)}, {ticked}"
        return None


class _MentionDelegate(QStyledItemDelegate):
    """A box, ticked or not, the words, and the paragraph at the end of the row."""

    def __init__(self, look: Look, rows: MentionRows, view: RowView) -> None:
        super().__init__(view)
        self._look, self._rows, self._view = look, rows, view

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        span = self._rows.mention(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row_ground(painter, option.rect.adjusted(0, 1, 0, -1).toRectF(), option, self._look, 0.6)
        top = option.rect.top() + (option.rect.height() - _BOX) // 2
        box = mirrored(QRect(option.rect.left() + 6, top, _BOX, _BOX), option)
        painter.setPen(self._look[Role.INK])
        painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if span in self._rows.ticked:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "✓")
        inside = option.rect.adjusted(6 + _BOX + 8, 0, -8, 0)
        place = self._rows.place(span)
        painter.setFont(lettered(self._view.font(), size=SMALL, figures=True))
        painter.setPen(self._look[Role.DIM])
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(mirrored(inside, option), flags | Qt.AlignmentFlag.AlignRight, place)
        inside.setRight(inside.right() - painter.fontMetrics().horizontalAdvance(place) - 8)
        painter.setPen(self._look[Role.INK])
        metrics = painter.fontMetrics()
        words = metrics.elidedText(self._rows.words(span), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(mirrored(inside, option), flags, isolated(words))
        painter.restore()

    @guarded(otherwise=QSize())
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, max(ROW, self._view.fontMetrics().height() + 10))


class SplitList(QWidget):
    """A name for the new entry, a filter, and the mentions.

    Signals:
        done(): the mentions were parted, or the reader thought better of it.
    """

    done = Signal()

    def __init__(self, reading: Reading, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("split_list")
        self._reading = reading
        self._entry_id = ""
        self.name = Field(look, self.tr("Name of the new entry"), self)
        self.filter_field = Field(look, self.tr("Filter the mentions by words"), self)
        self.rows = MentionRows(self)
        self.view = RowView(self.tr("Mentions"), self)
        self.view.setModel(self.rows)
        self.view.setItemDelegate(_MentionDelegate(look, self.rows, self.view))
        self.view.setFixedHeight(self.view.verticalHeader().defaultSectionSize() * _ROWS)
        self._count = Paragraph(look, self, Role.DIM, 2)
        self.all = SmallButton(look, self.tr("Choose all"), self.tr("Choose all that are listed"), self)
        self.go = SmallButton(look, self.tr("Make a new entry"), "", self)
        self.cancel = SmallButton(look, self.tr("Leave it"), "", self)
        for part in (self.name, self.filter_field, self.all, self.go):
            part.setToolTip(part.accessibleName())
        self._arrange()
        self.filter_field.textChanged.connect(self.rows.filter)
        self.view.chosen.connect(self._tick)
        self.all.clicked.connect(self._tick_all)
        self.name.textChanged.connect(self._say_count)
        self.name.returnPressed.connect(self._part)
        self.go.clicked.connect(self._part)
        self.cancel.clicked.connect(self.done)
        self.name.escaped.connect(self.done)
        self.filter_field.escaped.connect(self.done)

    def _arrange(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(2)
        for button in (self.all, self.go):
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(5)
        for part in (self.name, self.filter_field, self.view, self._count):
            column.addWidget(part)
        column.addLayout(below)

    def show_entry(self, entry_id: str) -> None:
        """Lists the mentions of an entry, with none ticked if it is another than before."""
        if entry_id != self._entry_id:
            self._entry_id = entry_id
            self.rows.ticked = set()
            self.name.clear()
            self.filter_field.clear()
        spans = [one.span for one in self._reading.companion.links.of(entry_id)]
        self.rows.show_mentions(self._reading.document, spans)
        self._say_count()

    def begin(self) -> None:
        """Takes the keyboard."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tick(self, row: int, _: bool) -> None:
        self.rows.tick(row)
        self._say_count()

    def _tick_all(self) -> None:
        self.rows.tick_all()
        self._say_count()

    def _say_count(self, _: str = "") -> None:
        count = len(self.rows.ticked)
        if count == 1:
            self._count.say(self.tr("1 mention is chosen."))
        else:
            self._count.say(self.tr("%1 mentions are chosen.").replace("%1", figures(count)))
        self.go.setEnabled(bool(count and plain(self.name.text())))

    def _part(self) -> None:
        if self.rows.ticked and plain(self.name.text()):
            spans, name = sorted(self.rows.ticked), " ".join(self.name.text().split())
            self.rows.ticked = set()
            self.done.emit()
            self._reading.mending.split(self._entry_id, spans, name)
