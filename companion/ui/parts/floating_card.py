"""Floating card: what opens beside the thing that is pointed at, and closes when the reader turns away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QCursor, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from companion.ui.guarded import guarded
from companion.ui.parts.card_ground import CardShadow, paint_card

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QHideEvent, QMouseEvent, QPaintEvent, QShowEvent, QWheelEvent

    from companion.ui.looks.look import Look

_PATIENCE = 350
"""Milliseconds for which the pointer rests on something before the card opens."""
_GRACE = 250
"""Milliseconds in which the pointer may leave what it was on and reach the card."""
_GAP = 5
_EDGE = 8
"""Pixels: how near the card comes to the edges of the window."""
_ELSEWHERE = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.Wheel)
"""What closes the card when it happens outside of it."""
_STILL_THERE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Why the keyboard comes to something without the reader having turned to that."""


class Pointing(Protocol):
    """What a card is opened for: where it is, in global coordinates, and whether the keyboard is on it."""

    @property
    def where(self) -> QRect: ...

    @property
    def by_keyboard(self) -> bool: ...


class FloatingCard(QFrame):
    """A child of the window above all else in it; it never takes the keyboard unless it is asked to.

    Whoever is pointed at calls `point`, through the window. With the keyboard Alt+Down goes into the card.
    Esc, scrolling and clicking elsewhere close it. A card of some kind says in `fill` what it shows.
    """

    widest = 328
    """Pixels: how wide the card is."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._look = window, look
        self.pointed: Pointing | None = None
        self._came_from: QWidget | None = None
        self._is_being_shown = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(9, 10, 9, 7)
        self._shadow = CardShadow(look, self)
        self._opening, self._closing = self._timer(_PATIENCE), self._timer(_GRACE)
        self._opening.timeout.connect(self._open)
        self._closing.timeout.connect(self._close_unless_under_pointer)
        look.changed.connect(self.update)
        self.hide()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer

    # -- what each kind of card says for itself

    def fill(self) -> bool:
        """Shows what `pointed` is about, and says it as the accessible name; False when there is nothing."""
        raise NotImplementedError

    def first_stop(self) -> QWidget | None:
        """What gets the keyboard when the reader goes into the card."""
        raise NotImplementedError

    def is_insisted_on(self, pointed: Pointing) -> bool:
        """Whether being pointed at once more by keyboard goes into the card."""
        return False

    # -- what the window calls

    def point(self, pointed: Pointing | None) -> None:
        """The reader points at something, or at nothing any more."""
        if pointed is None:
            self._opening.stop()
            if self.has_keyboard():
                return
            if self.pointed is not None and self.pointed.by_keyboard:
                self.dismiss()
            elif self.isVisible():
                self._closing.start()
            return
        self._closing.stop()
        if self.isVisible() and pointed == self.pointed:
            if pointed.by_keyboard and self.is_insisted_on(pointed):
                self.enter()
            return
        self.pointed = pointed
        if pointed.by_keyboard:
            self._open()
        else:
            self._opening.start()

    def enter(self) -> None:
        """Gives the keyboard to the first thing in the card that can have it, if there is one."""
        first = self.first_stop()
        if self.isVisible() and first is not None:
            self._came_from = QApplication.focusWidget()
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def dismiss(self) -> None:
        """Closes the card at once."""
        self._opening.stop()
        self._closing.stop()
        self.pointed = None
        if self.isHidden() or self._is_being_shown:
            return
        had_focus = self.has_keyboard()
        self.hide()
        if had_focus and self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self._came_from = None

    def renew(self) -> None:
        """Says what it shows anew, and stands where that leaves it."""
        if self.fill():
            self._place()
        else:
            self.dismiss()

    # -- opening and closing

    def _open(self) -> None:
        self._opening.stop()
        is_menu_open = QApplication.activePopupWidget() is not None
        if is_menu_open or not self.fill():
            self.dismiss()
            return
        self._place()
        self._is_being_shown = True
        self.show()
        self._is_being_shown = False
        if self.pointed is None:  # Qt laid out the window meanwhile, and hides nothing that it is showing
            self.hide()
        else:
            self.raise_()
            _announce(self, self.accessibleName())

    def _place(self) -> None:
        """Stands below what is pointed at, or above it where there is more room, and within the window."""
        if self.pointed is None:
            return
        window, where = self._window, self.pointed.where
        name = QRect(window.mapFromGlobal(where.topLeft()), where.size())
        width = min(self.widest, window.width() - 2 * _EDGE)
        layout = self.layout()
        if layout is None:
            return
        layout.invalidate()
        is_set = layout.hasHeightForWidth()
        height = layout.totalHeightForWidth(width) if is_set else layout.totalSizeHint().height()
        below = name.bottom() + _GAP
        above = name.top() - _GAP - height
        fits_below = below + height <= window.height()
        top = below if fits_below or name.center().y() < window.height() / 2 else above
        left = min(name.left() - 14, window.width() - width - _EDGE)
        self.setGeometry(max(_EDGE, left), max(_EDGE, top), width, height)

    def _close_unless_under_pointer(self) -> None:
        if not self._holds(QCursor.pos()):
            self.dismiss()

    def _holds(self, point: QPoint) -> bool:
        return self.isVisible() and self.rect().contains(self.mapFromGlobal(point))

    def _is_outside(self, watched: QObject) -> bool:
        return isinstance(watched, QWidget) and watched is not self and not self.isAncestorOf(watched)

    def has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    # -- overrides of Qt

    @guarded(otherwise=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the card is open: Esc and Alt+Down are its own, whatever is done elsewhere closes it."""
        kind = event.type()
        if kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) and isinstance(event, QKeyEvent):
            return QApplication.activePopupWidget() is None and self._take_key(event)
        is_done = kind in _ELSEWHERE or (
            kind == QEvent.Type.FocusIn
            and isinstance(event, QFocusEvent)
            and event.reason() not in _STILL_THERE
        )
        if is_done and self._is_outside(watched):
            self.dismiss()
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        is_press = event.type() == QEvent.Type.KeyPress
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            if is_press:
                self.dismiss()
            return True
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.accept()
            if is_press:
                self.enter()
            return True
        return False

    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        QCoreApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there is one
        super().showEvent(event)

    @guarded
    def hideEvent(self, event: QHideEvent) -> None:
        QCoreApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]  # there is one
        super().hideEvent(event)

    @guarded
    def enterEvent(self, event: QEvent) -> None:
        self._closing.stop()

    @guarded
    def leaveEvent(self, event: QEvent) -> None:
        if not self.has_keyboard() and not (self.pointed and self.pointed.by_keyboard):
            self._closing.start()

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # what is done in the card is not done in the window below

    @guarded
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_card(self, self._look)


def _announce(card: QWidget, words: str) -> None:
    """Says the card aloud where a screen reader listens; Qt before 6.8 can only report a change of name."""
    try:
        from PySide6.QtGui import QAccessibleAnnouncementEvent
    except ImportError:
        QAccessible.updateAccessibility(QAccessibleEvent(card, QAccessible.Event.NameChanged))
        return
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(card, words))
