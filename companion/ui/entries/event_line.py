"""Event line: the events of one entry as dots and bars over their dates, in the entry's own card."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFontMetricsF, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from companion.output.timeline.boxes import DOT, boxes_of, room_before
from companion.output.timeline.scale import LEFT, RIGHT, Scale, axis_of
from companion.output.timeline.story import Dated, Story
from companion.output.timeline.ticks import ticks
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.lettering import SMALL, lettered
from companion.ui.parts.plain import plain_tooltip
from companion.ui.program.language import date_in_words, spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from companion.core.entries import Event
    from companion.output.timeline.lanes import Box
    from companion.ui.looks.look import Look

_LANE = 16
_SIZE = 8.0
_NEAR = 8.0
"""A dot is under the pointer when it is no further away than so many pixels."""

_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class EventLine(QWidget):
    """Pointing at an event names it below the line; a click, or Enter after the arrow keys, chooses it.

    A screen reader hears all of them as the description, and each one at which the keys are as the name.

    Signals:
        chosen(str): the id of the event that is wanted.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("event_line")
        self._look = look
        self._story = Story()
        self._boxes: list[Box] = []
        self._scale: Scale | None = None
        self._scale_width = 0
        self._heading = ""
        self._at: int | None = None
        self._pointed: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_events(self, heading: str, events: Sequence[Event]) -> None:
        """Draws the events, in the order of their dates, of the entry that is called `heading`."""
        dated = (Dated(event.id, " ".join(event.title.split()), event.date) for event in events)
        story = Story(tuple(dated))
        if story == self._story and heading == self._heading:
            return
        self._heading, self._story = heading, story
        self._at = self._pointed = self._scale = None
        self.setVisible(bool(events))
        self._tell()
        self.update()

    @property
    def words(self) -> str:
        """What stands below the line: the event that is pointed at or at the keys, or a lone one."""
        index = 0 if len(self._story) == 1 else self._current
        return "" if index is None else self._in_words(index)

    @property
    def _current(self) -> int | None:
        """The event under the pointer, or else at the keys."""
        return self._pointed if self._pointed is not None else self._at if self.hasFocus() else None

    def _in_words(self, index: int) -> str:
        event = self._story.events[index]
        return " · ".join(part for part in (date_in_words(event.date), event.title) if part)

    def _tell(self) -> None:
        all_of_them = "; ".join(self._in_words(index) for index in range(len(self._story)))
        name = self.tr("Events of {0}").format(self._heading)
        here = self._in_words(self._at) if self._at is not None and self._at < len(self._story) else ""
        self.setAccessibleName(f"{name}: {here}" if here else name)
        self.setAccessibleDescription(all_of_them)

    # -- where they stand

    def _laid_out(self) -> list[Box]:
        if self._scale is None or self._scale_width != self.width():
            self._scale_width = self.width()
            room = self.width() + RIGHT - LEFT  # no label stands right of the last event
            story = self._story
            axis = axis_of(story.extents(), story.finest_unit(), room, room_before(story))
            self._scale = Scale(axis, axis.fitting(room))
            self._boxes = boxes_of(story.events, self._scale, [0.0] * len(story))
        return self._boxes

    def _mark(self, box: Box) -> QRectF:
        left, right = max(1.0, box.left), min(self.width() - 1.0, box.right)
        if box.right - box.left <= DOT:
            left = min(max(1.0, (box.left + box.right - _SIZE) / 2), self.width() - _SIZE - 1)
            right = left + _SIZE
        return QRectF(left, (_LANE - _SIZE) / 2, max(_SIZE, right - left), _SIZE)

    def mark_of(self, event: str) -> QRectF:
        """Where the mark of an event is drawn; empty for one that is not there."""
        index = self._story.index(event)
        return QRectF() if index is None else self._mark(self._laid_out()[index])

    def _under(self, point: QPointF) -> int | None:
        """The event whose mark is nearest to the pointer, the shortest of several."""
        found = [
            (away, mark.width(), index)
            for index, mark in enumerate(map(self._mark, self._laid_out()))
            if (away := max(mark.left() - point.x(), point.x() - mark.right(), 0.0)) <= _NEAR
        ]
        return min(found)[2] if found and point.y() <= _LANE + 4 else None

    def _step_to(self, index: int) -> None:
        self._at = max(0, min(index, len(self._story) - 1)) if len(self._story) else None
        self._tell()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self.update()

    # -- how it is drawn

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        boxes, middle = self._laid_out(), _LANE / 2
        painter.setPen(QPen(self._look[Role.LINE], 1))
        for left, right in pairwise(self._line()):
            painter.drawLine(QPointF(left + 3, middle), QPointF(right - 3, middle))
        current = self._current
        for index in sorted(
            range(len(boxes)), key=lambda number: (number == current, -_length(boxes[number]))
        ):
            mark = self._mark(boxes[index])
            painter.setPen(QPen(self._look[Role.PAPER], 1.5))
            painter.setBrush(self._look[Role.EVENT])
            if index == current:
                painter.setPen(QPen(self._look[Role.ACCENT], 2))
                mark = mark.adjusted(-1.5, -1.5, 1.5, 1.5)
            painter.drawRoundedRect(mark, mark.height() / 2, mark.height() / 2)
        self._write(painter)
        if self.hasFocus():
            painter.setPen(QPen(self._look[Role.ACCENT], 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _line(self) -> list[float]:
        """The ends of the line and, between them, where time that is left out parts it."""
        return [-3.0, *(self._scale.breaks() if self._scale else ()), self.width() + 3.0]

    def _write(self, painter: QPainter) -> None:
        """Below the line the event that is pointed at, or else the years."""
        font = lettered(self.font(), size=SMALL, figures=True)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        baseline = _LANE + metrics.ascent()
        if words := self.words:
            painter.setPen(self._look[Role.INK])
            shown = metrics.elidedText(words[:500], Qt.TextElideMode.ElideRight, self.width() - 8)
            painter.drawText(QPointF(4, baseline), shown)
        elif self._scale is not None:
            painter.setPen(self._look[Role.DIM])
            for tick in ticks(self._scale, 0.0, float(self.width()), metrics.horizontalAdvance, spoken()):
                painter.drawText(QPointF(tick.x, baseline), tick.label)

    @guarded(otherwise=QSize())
    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(lettered(self.font(), size=SMALL, figures=True))
        return QSize(200, _LANE + round(metrics.height()) + 3)

    # -- pointer and keys

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._under(event.position()))

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self._under(event.position())
        if event.button() == Qt.MouseButton.LeftButton and index is not None:
            self._at = index
            self.chosen.emit(self._story.events[index].id)

    def _point(self, index: int | None) -> None:
        if index != self._pointed:
            self._pointed = index
            self.setCursor(Qt.CursorShape.ArrowCursor if index is None else Qt.CursorShape.PointingHandCursor)
            self.update()

    @guarded
    def leaveEvent(self, event: QEvent) -> None:
        self._point(None)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = -1 if self._at is None else self._at
        match event.key():
            case Qt.Key.Key_Right:
                self._step_to(at + 1)
            case Qt.Key.Key_Left:
                self._step_to(at - 1)
            case Qt.Key.Key_Home:
                self._step_to(0)
            case Qt.Key.Key_End:
                self._step_to(len(self._story) - 1)
            case key if key in _CHOOSE and at >= 0:
                self.chosen.emit(self._story.events[at].id)
            case _:
                event.ignore()

    @guarded
    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._at is None:
            self._step_to(0)
        self.update()

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._scale = None

    @guarded(otherwise=False)
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), plain_tooltip(self.words), self)
            return True
        return super().event(event)


def _length(box: Box) -> float:
    return box.right - box.left
