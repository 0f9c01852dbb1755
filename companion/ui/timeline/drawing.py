"""Drawing: the timeline as a widget that is looked at: its story, its view, what stands out in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from companion.output.timeline.boxes import boxes_of
from companion.output.timeline.scale import Axis
from companion.output.timeline.story import Story
from companion.ui.guarded import guarded
from companion.ui.program.language import spoken
from companion.ui.timeline.layout import Layout, rows_of
from companion.ui.timeline.painting import Painting
from companion.ui.timeline.scene import Emphasis, Scene
from companion.ui.timeline.tones import Letters, tones_of
from companion.ui.timeline.viewport import Viewport
from companion.ui.timeline.words import counted_in, label_of

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent

    from companion.ui.looks.look import Look
    from companion.ui.timeline.layout import Rows

_SOFTLY = 150
"""Milliseconds in which the view moves to what was asked for."""

_STEP = 50
"""The axis is made anew when the width changed by so many pixels."""

_ENOUGH = 48.0
"""A bar of which so many pixels are in view is in view."""


class Drawing(QWidget):
    """Draws a story, and moves the view; nothing is laid out anew but for another zoom, size or story.

    Signals:
        view_changed(): zoomed or panned.
        settled(): the view has come to rest after it moved softly.
    """

    view_changed = Signal()
    settled = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as time runs, whichever way words do
        self._look = look
        self._tones = tones_of(look, self.palette().window().color())
        self._letters = Letters(self.font())
        self._story = Story()
        self._emphasis = Emphasis()
        self._labels: list[str] = []
        self._label_widths: list[float] = []
        self._axis_width = 0
        self._viewport = Viewport(Axis(0.0, 1.0), 1.0)
        self._layout: Layout | None = None
        self._home: Layout | None = None
        self._scene: Scene | None = None
        self._way = (self._viewport, self._viewport)
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(_SOFTLY)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.valueChanged.connect(self._follow_motion)
        self._motion.finished.connect(self.settled)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._recolour)

    # -- what is drawn

    @property
    def story(self) -> Story:
        """The events that are drawn."""
        return self._story

    @property
    def viewport(self) -> Viewport:
        """The part of the axis that is in view, or will be when the view has come to rest."""
        return self._way[1] if self.is_moving else self._viewport

    @property
    def emphasis(self) -> Emphasis:
        """What stands out."""
        return self._emphasis

    @property
    def is_moving(self) -> bool:
        """Whether the view is on its way."""
        return self._motion.state() == QVariantAnimation.State.Running

    def show_story(self, story: Story) -> None:
        """Draws another story: all of it, or the time that was in view if there was a story before."""
        self._motion.stop()
        if not (self._story.events and story.events):
            self._viewport = Viewport(Axis(0.0, 1.0), 1.0)
        self._story = story
        self._emphasis = Emphasis()
        self._axis_width = 0
        self._measure()

    def emphasise(self, **changes: Any) -> None:
        """Makes other events stand out; see `Emphasis`."""
        emphasis = replace(self._emphasis, **changes)
        if emphasis != self._emphasis:
            self._emphasis = emphasis
            self._scene = None
            self.update()

    def scene(self) -> Scene:
        """What is shown now, and where."""
        if self._scene is None:
            view = self._viewport
            marks = self._story.ticks(view.scale, view.left, view.right, self._letters.tick_width, spoken())
            layout = self._laid_out()
            self._scene = Scene(self._story, view, layout, marks, self._labels, self._letters, self._emphasis)
        return self._scene

    # -- moving the view

    def look_at(self, viewport: Viewport, *, softly: bool = False) -> None:
        """Shows another part of the axis; softly if the reader's system lets things move."""
        self._motion.stop()
        if viewport == self._viewport:
            self.settled.emit()
            return
        if softly and self.isVisible() and motion_is_wanted(self):
            self._way = (self._viewport, viewport)
            self._motion.start()
        else:
            self._move_to(viewport)
            self.settled.emit()

    def bring_into_view(self, index: int) -> None:
        """Shows an event, moving the view no further than needed; not at all when it is in view."""
        view = self.viewport
        [box] = boxes_of([self._story.events[index]], view.scale, [0.0])
        in_view = min(box.right, view.right) - max(box.left, view.left)
        if in_view < min(box.right - box.left, _ENOUGH):
            self.look_at(view.showing(box.left, box.right), softly=True)

    def _follow_motion(self, share: float) -> None:
        self._move_to(self._way[0].between(self._way[1], share))

    def _move_to(self, viewport: Viewport) -> None:
        self._viewport = viewport
        self._scene = None
        self.update()
        self.view_changed.emit()

    # -- laying out

    def _laid_out(self) -> Layout:
        """The layout of the present view; made anew when it does not serve it any more."""
        rows = rows_of(self.height(), self._letters.line)
        if self._layout is None or self._layout.rows != rows or not self._layout.covers(self._viewport):
            if self._viewport.shows_all:
                home = None
            else:
                home = self._home = self._laid_out_at_home(rows)
            self._layout = self._layout_of(self._viewport, rows, home)
        return self._layout

    def _laid_out_at_home(self, rows: Rows) -> Layout:
        """The layout of the whole axis; at every other zoom the events keep to its lanes."""
        fitted = self._viewport.fitted()
        if self._home is None or self._home.rows != rows or not self._home.covers(fitted):
            return self._layout_of(fitted, rows, None)
        return self._home

    def _layout_of(self, viewport: Viewport, rows: Rows, home: Layout | None) -> Layout:
        return Layout(self._story, viewport, rows, self._label_widths, self._letters.crowd_width, home)

    def _measure(self) -> None:
        """Takes the sizes of letters and labels, and with them the layout, anew."""
        self._letters = Letters(self.font(), counted_in(self._story))
        self._labels = [label_of(event) for event in self._story.events]
        self._label_widths = [self._letters.label_width(label) for label in self._labels]
        self._fit_axis()

    def _fit_axis(self) -> None:
        """Makes the axis and the view anew for the present width; what was in the middle stays there."""
        axis, width = self._viewport.axis, max(1, self.width())
        if abs(width - self._axis_width) >= _STEP:
            self._axis_width = width
            axis = self._story.axis(width)
        self._motion.stop()
        self._layout = None
        self._move_to(self._viewport.resized(axis, width))

    def _recolour(self) -> None:
        self._tones = tones_of(self._look, self.palette().window().color())
        self.update()

    # -- as Qt wants it

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._tones.ground)
        Painting(painter, self.scene(), self._tones).draw()

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_axis()

    @guarded
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()
        elif event.type() == QEvent.Type.PaletteChange:
            self._recolour()

    @guarded
    def hideEvent(self, event: QHideEvent) -> None:
        if self.is_moving:
            self.look_at(self._way[1])

    @guarded(otherwise=QSize())
    def sizeHint(self) -> QSize:
        return QSize(900, 160)

    @guarded(otherwise=QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(200, 96)


def motion_is_wanted(widget: QWidget) -> bool:
    """Whether the system lets things move; where it asks for less motion, nothing does."""
    return widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) > 0
