"""Painting: draws a scene of the timeline: the axis, what is being read, the events, the crowds."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from companion.core.entries import Kind
from companion.output.timeline.boxes import DOT
from companion.output.timeline.lanes import CROWDED
from companion.ui.timeline.marks import Brushing, cut, draw_mark, draw_square

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.output.timeline.lanes import Crowd
    from companion.ui.timeline.scene import Scene
    from companion.ui.timeline.tones import Tones

_STRONG, _PLAIN, _PALE = 6.0, 5.0, 4.5
"""Half the height of a mark, in pixels: of the focus, without a focus, and beside the focus."""

_TEXT = (
    Qt.AlignmentFlag.AlignLeft
    | Qt.AlignmentFlag.AlignVCenter
    | Qt.AlignmentFlag.AlignAbsolute
    | Qt.TextFlag.TextSingleLine
    | Qt.TextFlag.TextDontClip
)
_TOP = 8.0
_TICK = 4.0
_ROUND = 6.0
_BEYOND = 40.0
_BAND = 8.0
_END = 28.0
_BANDS_JOIN = 48.0
_CLEAR = 2.0
"""Pixels that a line of the grid keeps from the words of a label, left and right."""


class Painting:
    """One painting of a scene."""

    def __init__(self, painter: QPainter, scene: Scene, tones: Tones) -> None:
        self._painter = painter
        self._scene = scene
        self._tones = tones
        self._rows = scene.layout.rows
        self._width = scene.viewport.width
        self._offset = scene.viewport.offset
        breaks = scene.viewport.scale.breaks()
        self._breaks = [x - self._offset for x in breaks if scene.viewport.left < x < scene.viewport.right]

    def draw(self) -> None:
        """Draws everything, from the ground up."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_bands()
        self._draw_lines()
        self._draw_axis()
        self._draw_labels_of_axis()
        hidden = list(self._scene.raised.values())
        strong = self._scene.emphasis.strong or frozenset()
        for crowd, rect in self._scene.crowds:
            self._draw_crowd(crowd, rect)
        for index in sorted(self._scene.visible, key=strong.__contains__):
            if index not in self._scene.raised:
                self._draw_event(index, hidden)
        for index, label in self._scene.raised.items():
            self._draw_raised(index, label)

    # -- the ground

    def _draw_bands(self) -> None:
        """The time of what is on the screen now, softly."""
        bands: list[list[float]] = []
        for mark in sorted(self._scene.mark(index) for index in self._scene.emphasis.on_screen):
            left, right = mark.left - _BAND, mark.right + _BAND
            if bands and left - bands[-1][1] < _BANDS_JOIN:
                bands[-1][1] = max(bands[-1][1], right)
            else:
                bands.append([left, right])
        for left, right in bands:
            left, right = max(left, -1.0), min(right, self._width + 1)
            if left < right:
                band = QRectF(left, _TOP, right - left, self._rows.axis - _TOP)
                self._painter.fillRect(band, self._tones.passage)

    def _draw_lines(self) -> None:
        """A line at each tick; only a short one within a greater unit, when one begins in view."""
        axis = _crisp(self._rows.axis)
        self._painter.setPen(QPen(self._tones.line, 1))
        lines = [
            (_crisp(tick.line - self._offset), tick) for tick in self._scene.ticks if tick.line is not None
        ]
        is_fine = any(tick.is_major for _, tick in lines)
        for x, tick in lines:
            top = _TOP if tick.is_major or not is_fine else axis - _TICK
            for first, last in self._free_of_labels(x, top, axis):
                self._painter.drawLine(QLineF(x, first, x, last))

    def _free_of_labels(self, x: float, top: float, bottom: float) -> Iterator[tuple[float, float]]:
        """From where to where a line at `x` can be drawn so that it runs through no words."""
        words = (rect for rect in self._labels if rect.left() - _CLEAR < x < rect.right() + _CLEAR)
        for first, last in sorted((rect.top(), rect.bottom()) for rect in words):
            if first > top:
                yield top, min(first, bottom)
            top = max(top, last)
        if top < bottom:
            yield top, bottom

    @cached_property
    def _labels(self) -> list[QRectF]:
        scene = self._scene
        labels = (scene.raised.get(index) or scene.label(index) for index in scene.visible)
        return [label for label in labels if label is not None]

    def _draw_axis(self) -> None:
        painter, axis = self._painter, _crisp(self._rows.axis)
        painter.setPen(QPen(self._tones.axis, 1))
        scale = self._scene.viewport.scale
        first = max(0.0, scale.x(scale.axis.start) - self._offset)
        last = min(self._width, scale.width - self._offset - _END)
        for x in self._breaks:
            painter.drawLine(QLineF(first, axis, x - 6, axis))
            self._draw_break(x, axis)
            first = x + 6
        painter.drawLine(QLineF(first, axis, last, axis))

    def _draw_labels_of_axis(self) -> None:
        painter = self._painter
        painter.setFont(self._scene.letters.tick)
        height = self._rows.lane_height - 4
        for tick in self._scene.ticks:
            painter.setPen(self._tones.ink if tick.is_major else self._tones.dim)
            room = QRectF(tick.x - self._offset, self._rows.axis + 3, 200, height)
            painter.drawText(room, _TEXT, tick.label)

    def _draw_break(self, x: float, axis: float) -> None:
        """A small zigzag: time is left out here."""
        points = ((-6, 0), (-2.5, -6), (2.5, 6), (6, 0))
        self._painter.drawPolyline([QPointF(x + dx, axis + dy) for dx, dy in points])

    # -- the events

    def _brushing(self, index: int) -> Brushing:
        emphasis, tones = self._scene.emphasis, self._tones
        plain, receding = tones.marks[self._scene.story.kind(index)]
        if emphasis.strong is None:
            return Brushing(plain, tones.ground, _PLAIN)
        if self._is_strong(index):
            return Brushing(tones.accent, tones.ground, _STRONG)
        return Brushing(receding, tones.ground, _PALE)

    def _is_strong(self, index: int) -> bool:
        emphasis = self._scene.emphasis
        return index in emphasis.focused or (emphasis.strong is not None and index in emphasis.strong)

    def _draw_event(self, index: int, hidden: list[QRectF]) -> None:
        label = self._scene.label(index)
        mark, middle = self._scene.mark(index), self._scene.middle(index)
        if any(over.contains((mark.left + mark.right) / 2, middle) for over in hidden):
            return
        self._draw_mark(index)
        if label is None or any(map(label.intersects, hidden)):
            return
        if label.left() < mark.right and label.right() > mark.left:
            self._cut_bar_for(index, label)
        self._draw_label(index, label)

    def _cut_bar_for(self, index: int, label: QRectF) -> None:
        scene = self._scene
        wide = scene.letters.width(scene.labels[index], strong=self._is_strong(index))
        room = label.adjusted(-7, 4, 0, -4)
        room.setWidth(min(wide, label.width()) + 14)
        self._painter.fillRect(room, self._tones.ground)

    def _draw_mark(self, index: int) -> None:
        scene, brushing = self._scene, self._brushing(index)
        mark, y = scene.mark(index), scene.middle(index)
        shown, is_bar = mark, mark.right - mark.left > 2 * brushing.radius + 3
        if mark.right - mark.left > self._width:  # millions of pixels, at a high zoom
            shown = mark._replace(left=max(mark.left, -_BEYOND), right=min(mark.right, self._width + _BEYOND))
        if scene.story.kind(index) is Kind.TERM:
            draw_square(self._painter, shown, y, brushing)
        else:
            draw_mark(self._painter, shown, y, scene.story.events[index].date, brushing)
        if index in scene.emphasis.marked:
            self._draw_pennant(mark.left if is_bar else (mark.left + mark.right) / 2, y - brushing.radius)
        if self._breaks and scene.layout.spot(index).lane != CROWDED:
            cut(self._painter, self._breaks, mark, y, brushing)

    def _draw_pennant(self, x: float, y: float) -> None:
        """A small flag over an event: the reader marked something that tells of it."""
        painter = self._painter
        painter.setPen(QPen(self._tones.ink, 1.2))
        painter.drawLine(QLineF(x, y + 2, x, y - 5))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._tones.ink)
        painter.drawPolygon([QPointF(x, y - 6), QPointF(x + 5.5, y - 3.5), QPointF(x, y - 1)])

    def _draw_label(self, index: int, label: QRectF) -> None:
        scene, painter = self._scene, self._painter
        strong = self._is_strong(index)
        letters = scene.letters
        receding = scene.emphasis.strong is not None and not strong
        is_raised = index in scene.raised
        painter.setFont(letters.strong if strong else letters.label)
        painter.setPen(self._tones.dim if receding and not is_raised else self._tones.ink)
        words = letters.shortened(scene.labels[index], label.width(), strong=strong)
        # On the baseline: what is cut holds signs of direction, which a taller font lends, and would sink.
        metrics = letters.strong_metrics if strong else letters.label_metrics
        baseline = round(label.center().y() + (metrics.ascent() - metrics.descent()) / 2)
        left = label.left()
        if label.right() <= scene.mark(index).left:  # a title before its mark ends at it
            left = max(left, label.right() - metrics.horizontalAdvance(words))
        painter.drawText(QPointF(left, baseline), words)

    def _draw_raised(self, index: int, label: QRectF) -> None:
        """An event that is in focus, pointed at, or at the keyboard: its whole label, over all others."""
        scene, painter, tones = self._scene, self._painter, self._tones
        emphasis = scene.emphasis
        is_focused = index in emphasis.focused
        ground = label.adjusted(-3, 0, 4, 0)
        self._draw_mark(index)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(
            tones.focus if is_focused else tones.chip if index == emphasis.pointed else tones.ground
        )
        painter.drawRoundedRect(ground, _ROUND, _ROUND)
        if is_focused:
            self._draw_halo(index)
            y = _crisp(ground.bottom()) - 1.5
            painter.setPen(QPen(tones.accent, 2))
            painter.drawLine(QLineF(label.left(), y, label.right() - 2, y))
        self._draw_label(index, label)
        if index == emphasis.cursor:
            painter.setPen(QPen(tones.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(scene.rect(index).adjusted(0, 0, 4, 0), _ROUND, _ROUND)

    def _draw_halo(self, index: int) -> None:
        """A ring round the dot in focus."""
        mark, y = self._scene.mark(index), self._scene.middle(index)
        if mark.right - mark.left > DOT + 1:
            return
        self._painter.setPen(QPen(self._tones.accent, 1.5))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawEllipse(QPointF((mark.left + mark.right) / 2, y), 8.5, 8.5)

    def _draw_crowd(self, crowd: Crowd, rect: QRectF) -> None:
        """The number of events that have no room, or a single one as a dot."""
        scene, painter, tones = self._scene, self._painter, self._tones
        if len(crowd.members) == 1:
            if crowd.members[0] not in scene.raised:
                self._draw_mark(crowd.members[0])
            return
        strong = any(map(self._is_strong, crowd.members))
        receding = scene.emphasis.strong is not None and not strong
        painter.setPen(QPen(tones.accent, 1.5) if crowd is scene.emphasis.crowd else Qt.PenStyle.NoPen)
        painter.setBrush(tones.chip)
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        plain, pale = tones.marks[scene.story.kind(crowd.members[0])]
        colour = tones.accent if strong else pale if receding else plain
        self._draw_heap(rect.left() + 11, rect.center().y(), colour)
        painter.setFont(scene.letters.tick)
        painter.setPen(tones.ink)
        painter.drawText(rect.adjusted(20, 0, 0, 0), _TEXT, scene.letters.counted(len(crowd.members)))

    def _draw_heap(self, x: float, y: float, colour: QColor) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        for dx, dy in ((-3, 2), (3, 2), (0, -3)):
            self._painter.drawEllipse(QPointF(x + dx, y + dy), 2.4, 2.4)


def _crisp(x: float) -> float:
    """The middle of a pixel, on which a hairline is sharp."""
    return round(x - 0.5) + 0.5
