"""Entry card: a small card beside what the reader points at, saying who or what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QCursor, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from companion.ui.entries.card_page import CardPage
from companion.ui.guarded import guarded
from companion.ui.parts.card_ground import SHADOW, paint_card

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QHideEvent, QMouseEvent, QPaintEvent, QShowEvent, QWheelEvent

    from companion.ui.looks.look import Look
    from companion.ui.pointed import Pointed
    from companion.ui.reading import Reading

_PATIENCE = 350
"""Milliseconds for which the pointer rests on a name before the card opens."""
_GRACE = 250
"""Milliseconds in which the pointer may leave the name and reach the card."""
_WIDTH = 328
_GAP = 5
_ELSEWHERE = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.Wheel)
"""What closes the card when it happens outside of it."""


class EntryCard(QFrame):
    """A child of the window above all else in it; it never takes the keyboard unless it is asked to.

    The view that is pointed at calls `point`, through the window. With the keyboard Alt+Down goes into the
    card; so does pointing a second time at a name that may mean several. Esc, scrolling and clicking
    elsewhere close it.
    """

    def __init__(self, reading: Reading, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("entry_card")
        self._window, self._reading, self._look = window, reading, look
        self._pointed: Pointed | None = None
        self._came_from: QWidget | None = None
        self._is_being_shown = False
        self._page = CardPage(reading, look, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(SHADOW + 9, SHADOW + 10, SHADOW + 9, SHADOW + 7)
        column.addWidget(self._page)
        self._opening, self._closing = self._timer(_PATIENCE), self._timer(_GRACE)
        self._opening.timeout.connect(self._open)
        self._closing.timeout.connect(self._close_unless_under_pointer)
        self._page.followed.connect(self.dismiss)
        for fact in (reading.document_changed, reading.place_changed, reading.entry_focused):
            fact.connect(self.dismiss)
        reading.companion_changed.connect(self._renew)
        look.changed.connect(self.update)
        self.hide()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer

    # -- what the window calls

    def point(self, pointed: Pointed | None) -> None:
        """The reader points at something, or at nothing any more."""
        if pointed is None:
            self._opening.stop()
            if self._has_keyboard():
                return
            if self._pointed is not None and self._pointed.by_keyboard:
                self.dismiss()
            elif self.isVisible():
                self._closing.start()
            return
        self._closing.stop()
        if self.isVisible() and pointed == self._pointed:
            if pointed.by_keyboard and pointed.ambiguous:
                self.enter()
            return
        self._pointed = pointed
        if pointed.by_keyboard:
            self._open()
        else:
            self._opening.start()

    def enter(self) -> None:
        """Gives the keyboard to the card's first button, if it has one."""
        first = self._page.first_button()
        if self.isVisible() and first is not None:
            self._came_from = QApplication.focusWidget()
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def dismiss(self) -> None:
        """Closes the card at once."""
        self._opening.stop()
        self._closing.stop()
        self._pointed = None
        if self.isHidden() or self._is_being_shown:
            return
        had_focus = self._has_keyboard()
        self.hide()
        if had_focus and self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self._came_from = None

    # -- opening and closing

    def _open(self) -> None:
        self._opening.stop()
        if not self._fill():
            return
        self._is_being_shown = True
        self.show()
        self._is_being_shown = False
        if self._pointed is None:  # Qt laid out the window meanwhile, and hides nothing that it is showing
            self.hide()
        else:
            self.raise_()
            _announce(self, self.accessibleName())

    def _fill(self) -> bool:
        """Says what is pointed at, and stands beside it; dismissed when the companion does not know it."""
        pointed, companion = self._pointed, self._reading.companion
        entries = [companion.entry(entry) for entry in pointed.entries] if pointed else []
        known = [entry for entry in entries if entry]
        if pointed is None or not known:
            self.dismiss()
            return False
        self._page.show_entries(known, ambiguous=pointed.ambiguous)
        self.setAccessibleName(self._page.words())
        self._place(pointed.where)
        return True

    def _renew(self) -> None:
        """The companion is another; the card stays as long as its entries are there."""
        known = self._pointed and all(map(self._reading.companion.entry, self._pointed.entries))
        if not known:
            self.dismiss()
        elif self.isVisible() and not self._has_keyboard():
            self._fill()

    def _place(self, where: QRect) -> None:
        """Stands below the name, or above it where there is more room, and within the window."""
        window = self._window
        name = QRect(window.mapFromGlobal(where.topLeft()), where.size())
        width = min(_WIDTH + 2 * SHADOW, window.width())
        layout = self.layout()
        if layout is None:
            return
        layout.invalidate()
        height = layout.totalHeightForWidth(width)
        below = name.bottom() + _GAP - SHADOW
        above = name.top() - _GAP - height + SHADOW
        fits_below = below + height - SHADOW <= window.height()
        top = below if fits_below or name.center().y() < window.height() / 2 else above
        left = min(name.left() - SHADOW - 14, window.width() - width + SHADOW - 8)
        self.setGeometry(max(8 - SHADOW, left), max(8 - SHADOW, top), width, height)

    def _close_unless_under_pointer(self) -> None:
        if not self._holds(QCursor.pos()):
            self.dismiss()

    def _holds(self, point: QPoint) -> bool:
        inside = self.rect().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        return self.isVisible() and inside.contains(self.mapFromGlobal(point))

    def _is_outside(self, watched: QObject) -> bool:
        return isinstance(watched, QWidget) and watched is not self and not self.isAncestorOf(watched)

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    # -- overrides of Qt

    @guarded(otherwise=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the card is open: Esc and Alt+Down are its own, a click or a scroll elsewhere closes it."""
        kind = event.type()
        if kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) and isinstance(event, QKeyEvent):
            return self._take_key(event)
        if kind in _ELSEWHERE and self._is_outside(watched):
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
        if not self._has_keyboard() and not (self._pointed and self._pointed.by_keyboard):
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
