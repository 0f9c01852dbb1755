"""Canvas: what mouse, wheel and keys do with the drawn timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QNativeGestureEvent
from PySide6.QtWidgets import QApplication, QToolTip

from companion.output.timeline.lanes import Crowd, anchor
from companion.ui.guarded import guarded
from companion.ui.pointed import Pointed
from companion.ui.timeline.drawing import Drawing
from companion.ui.timeline.words import counted_in, crowd_in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from companion.output.timeline.story import Story
    from companion.ui.looks.look import Look

_NOTCH = 120.0
_ZOOM_OF_NOTCH = 1.25
_ZOOM_OF_KEY = 1.6
_PAN_OF_NOTCH = 1 / 8
_NEAR = 60
"""Pixels to either side of the pointer."""
_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_ADDS = Qt.KeyboardModifier.ControlModifier
_QUIET = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


class Canvas(Drawing):
    """The timeline that is pointed at, clicked and walked through by keys.

    Signals:
        chosen(str, bool): the id of the event that was clicked or entered, and whether Ctrl was held.
        stepped_to(str): the keyboard is at this event now.
        crowd_stuck(str): no zoom can part the crowd that was clicked; the id of its first event.
        entry_pointed(Pointed | None): the event under the pointer or at the keyboard.
        menu_wanted(str, QPoint): what can be done with this event is asked for, at a global place.
    """

    chosen = Signal(str, bool)
    stepped_to = Signal(str)
    crowd_stuck = Signal(str)
    entry_pointed = Signal(object)
    menu_wanted = Signal(str, object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._cursor: int | None = None
        self._uses_keys = False
        self._is_stepping = False
        self._pointed: Pointed | None = None
        self._pressed_at: QPointF | None = None
        self._panned_from: float | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.settled.connect(self._arrive)

    def show_story(self, story: Story) -> None:
        """Draws another story; the keyboard stays at its event if that is still there."""
        before = self.cursor_event
        super().show_story(story)
        self._cursor = story.index(before) if before else None
        self._is_stepping = False
        self._point(None)
        self._show_cursor()

    # -- the event at the keyboard

    @property
    def cursor_event(self) -> str | None:
        """The id of the event at which the keyboard is."""
        return None if self._cursor is None else self.story.events[self._cursor].id

    def put_cursor(self, event: str) -> None:
        """Puts the keyboard at an event; nothing is said of it, and the view stays."""
        self._cursor = self.story.index(event)
        self._show_cursor()

    def step_on(self) -> None:
        """Goes to the next event by date."""
        self._step_to(self._nearest() if self._cursor is None else self._cursor + 1)

    def step_back(self) -> None:
        """Goes to the event before by date."""
        self._step_to(self._nearest() if self._cursor is None else self._cursor - 1)

    def step_to_first(self) -> None:
        """Goes to the first event."""
        self._step_to(0)

    def step_to_last(self) -> None:
        """Goes to the last event."""
        self._step_to(len(self.story) - 1)

    def _nearest(self) -> int:
        """The event in focus, or else the first in view."""
        focused = min(self.emphasis.focused, default=None)
        return focused if focused is not None else min(self.scene().visible, default=0)

    def _step_to(self, index: int) -> None:
        if not self.story.events:
            return
        self._cursor = max(0, min(index, len(self.story) - 1))
        self._uses_keys = self._is_stepping = True
        self._show_cursor()
        self.stepped_to.emit(self.story.events[self._cursor].id)
        self.bring_into_view(self._cursor)
        if not self.is_moving:
            self._arrive()

    def _arrive(self) -> None:
        """Points at the keyboard's event, once the view has come to rest."""
        if self._is_stepping and self._cursor is not None and self.hasFocus():
            self._point_at(self._cursor)
        self._is_stepping = False

    def _show_cursor(self) -> None:
        self.emphasise(cursor=self._cursor if self._uses_keys and self.hasFocus() else None)

    # -- zoom and pan

    def zoom_in(self) -> None:
        """Zooms in at the keyboard's event, or else in the middle."""
        self._zoom(_ZOOM_OF_KEY)

    def zoom_out(self) -> None:
        """Zooms out round the keyboard's event, or else the middle."""
        self._zoom(1 / _ZOOM_OF_KEY)

    def fit(self) -> None:
        """Shows the whole axis."""
        self._let_go()
        self.look_at(self.viewport.fitted(), softly=True)

    def look_closer(self, crowd: Crowd) -> None:
        """Zooms in on the events of a crowd, if that can part them."""
        view, events = self.viewport, self.story.events
        if view.is_closest or len({events[index].extent for index in crowd.members}) < 2:
            self.crowd_stuck.emit(events[crowd.members[0]].id)
            return
        layout = self.scene().layout
        places = [anchor(layout.box(index, self.story)) for index in crowd.members]
        first, last = layout.scale.day(min(places)), layout.scale.day(max(places))
        self.look_at(view.closer(first, last), softly=True)

    def _zoom(self, factor: float) -> None:
        view, x = self.viewport, self.viewport.width / 2
        if self._cursor is not None:
            mark = self.scene().mark(self._cursor)
            middle = (mark.left + mark.right) / 2
            x = middle if 0 <= middle <= view.width else x
        self._let_go()
        self.look_at(view.zoomed(factor, x), softly=True)

    # -- pointing

    def _point(self, pointed: Pointed | None) -> None:
        if pointed != self._pointed:
            self._pointed = pointed
            self.entry_pointed.emit(pointed)

    def _point_at(self, index: int, at: QPointF | None = None) -> None:
        """Points at an event: at the place of the pointer, or, without one, by the keyboard at all of it."""
        rect = self.scene().rect(index).toAlignedRect() & self.rect()
        if at is not None:  # of a long bar what is near, else its card would stand far from the pointer
            before = self._pointed
            if before and not before.by_keyboard and before.entries == (self.story.events[index].id,):
                return
            rect &= QRect(round(at.x()) - _NEAR, rect.top(), 2 * _NEAR, rect.height())
        where = QRect(self.mapToGlobal(rect.topLeft()), rect.size())
        self._point(Pointed((self.story.events[index].id,), where, by_keyboard=at is None))

    def _hover(self, point: QPointF) -> None:
        under = self.scene().at(point)
        self.setCursor(Qt.CursorShape.ArrowCursor if under is None else Qt.CursorShape.PointingHandCursor)
        if isinstance(under, int):
            self.emphasise(pointed=under, crowd=None)
            self._point_at(under, point)
        else:
            self.emphasise(pointed=None, crowd=under)
            self._point(None)

    def _let_go(self) -> None:
        """Nothing is pointed at any more."""
        self.emphasise(pointed=None, crowd=None)
        self._point(None)

    def _click(self, point: QPointF, *, adds: bool) -> None:
        under = self.scene().at(point)
        if isinstance(under, int):
            self._cursor = under
            self.chosen.emit(self.story.events[under].id, adds)
        elif under is not None:
            self._let_go()
            self.look_closer(under)

    # -- as Qt wants it

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._uses_keys = False
        self._show_cursor()
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._hover(event.position())
            return
        far = abs(event.position().x() - self._pressed_at.x()) >= QApplication.startDragDistance()
        if self._panned_from is None and far:
            self._panned_from = self.viewport.offset
            self._let_go()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._panned_from is not None:
            wanted = self._panned_from + self._pressed_at.x() - event.position().x()
            self.look_at(self.viewport.panned(wanted - self.viewport.offset))

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        is_click = self._pressed_at is not None and self._panned_from is None
        self._pressed_at = self._panned_from = None
        if is_click:
            self._click(event.position(), adds=bool(event.modifiers() & _ADDS))
        else:
            self._hover(event.position())

    @guarded
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None  # the first click has already done it

    @guarded
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        under = self._cursor if by_keyboard else self.scene().at(QPointF(event.pos()))
        if isinstance(under, int):
            self._let_go()
            corner = self.scene().rect(under).center().toPoint()
            at = self.mapToGlobal(corner) if by_keyboard else event.globalPos()
            self.menu_wanted.emit(self.story.events[under].id, at)

    @guarded
    def wheelEvent(self, event: QWheelEvent) -> None:
        across, down = event.angleDelta().x(), event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(across) > abs(down):
            notches = (across or down) / _NOTCH
            wanted = self.viewport.panned(-notches * self.viewport.width * _PAN_OF_NOTCH)
        else:
            wanted = self.viewport.zoomed(_ZOOM_OF_NOTCH ** (down / _NOTCH), event.position().x())
        self._let_go()
        self.look_at(wanted)
        event.accept()

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~_QUIET
        action = _KEYS.get(event.key())
        if action is not None and not held:
            action(self)
        elif event.key() in _CHOOSE and self.cursor_event is not None and not held & ~_ADDS:
            self.chosen.emit(self.cursor_event, bool(held & _ADDS))
        else:
            if event.key() == Qt.Key.Key_Escape:
                self._let_go()
            event.ignore()

    @guarded
    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _BY_KEYS and self.story.events:
            self._step_to(self._nearest() if self._cursor is None else self._cursor)

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._show_cursor()
        if self._pointed is not None and self._pointed.by_keyboard:
            self._point(None)

    @guarded
    def leaveEvent(self, event: QEvent) -> None:
        self.emphasise(pointed=None, crowd=None)
        if self._pointed is not None and not self._pointed.by_keyboard:
            self._point(None)

    @guarded
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._let_go()

    @guarded(otherwise=False)
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tooltip(event)
            return True
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        ):
            self._let_go()
            self.look_at(self.viewport.zoomed(1 + event.value(), event.position().x()))
            return True
        return super().event(event)

    def _show_tooltip(self, event: QHelpEvent) -> None:
        under = self.scene().at(QPointF(event.pos()))
        if not isinstance(under, Crowd):
            QToolTip.hideText()
            return
        first, last = self.story.events[under.members[0]], self.story.events[under.members[-1]]
        QToolTip.showText(
            event.globalPos(), crowd_in_words(first, last, counted_in(self.story)(len(under.members))), self
        )


_KEYS: dict[int, Callable[[Canvas], None]] = {
    Qt.Key.Key_Left: Canvas.step_back,
    Qt.Key.Key_Right: Canvas.step_on,
    Qt.Key.Key_Home: Canvas.step_to_first,
    Qt.Key.Key_End: Canvas.step_to_last,
    Qt.Key.Key_Plus: Canvas.zoom_in,
    Qt.Key.Key_Equal: Canvas.zoom_in,
    Qt.Key.Key_Minus: Canvas.zoom_out,
    Qt.Key.Key_Underscore: Canvas.zoom_out,
    Qt.Key.Key_0: Canvas.fit,
    Qt.Key.Key_F: Canvas.fit,
}
_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
