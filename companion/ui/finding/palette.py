"""Palette: one field and a list over the window; what is typed finds where to go or what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout

from companion.ui.finding.goal_rows import GoalDelegate, GoalRows, said
from companion.ui.finding.goals import row_of_reader
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.card_ground import CardShadow, paint_card
from companion.ui.parts.field import Field
from companion.ui.parts.paragraph import Paragraph
from companion.ui.parts.row_view import RowView

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from companion.ui.finding.goals import Goals
    from companion.ui.looks.look import Look

_WIDTH, _FROM_TOP, _MARGIN = 620, 72, 16
_MOST_ROWS = 10
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_STAYING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Why the keyboard may leave the field while the palette stays."""


class Palette(QFrame):
    """A child of the window above all else in it. The keyboard stays in the field: Up, Down and Tab move
    through the list, Enter follows, Esc closes and gives the keyboard back to where it was."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self._look, self._window = look, window
        self._goals: Goals | None = None
        self._came_from: QWidget | None = None
        self.field = _Line(look, self.tr("Find"), self)
        self.rows = GoalRows(self)
        self.view = RowView(self.tr("What was found"), self)
        self.view.setModel(self.rows)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._delegate = GoalDelegate(look, self.rows, self.view)
        self.view.setItemDelegate(self._delegate)
        self._message = Paragraph(look, self, Role.DIM)
        self._shadow = CardShadow(look, self)
        self._arrange()
        self.field.textChanged.connect(self._find)
        self.field.moved.connect(self._move)
        self.field.paged.connect(self._page)
        self.field.returnPressed.connect(self._follow)
        self.field.escaped.connect(self.dismiss)
        self.field.left.connect(self._left)
        self.view.chosen.connect(self._follow_row)
        look.changed.connect(self.update)
        self.hide()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 8)
        column.setSpacing(6)
        self.field.setContentsMargins(0, 0, 0, 0)
        inset = QVBoxLayout()
        inset.setContentsMargins(18, 0, 18, 0)
        inset.addWidget(self.field)
        column.addLayout(inset)
        column.addWidget(self.view)
        self._message.setContentsMargins(20, 6, 20, 8)
        column.addWidget(self._message)

    # -- opening and closing

    def ask(self, goals: Goals) -> None:
        """Opens for these goals, with an empty field; asked again for the same ones, it closes."""
        if self.isVisible() and goals is self._goals:
            self.dismiss()
            return
        if not self.isVisible():
            self._came_from = QApplication.focusWidget()
            self._window.installEventFilter(self)
        self._goals = goals
        self.setAccessibleName(goals.prompt)
        self.field.setPlaceholderText(goals.prompt)
        self.field.setAccessibleName(goals.prompt)
        self.view.set_row_height(self._delegate.row_height(goals.lines))
        self.field.clear()
        self._find()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Closes, and gives the keyboard back."""
        if self.isHidden():
            return
        came_from, self._came_from = self._came_from, None
        had_keyboard = self.field.hasFocus()
        self._close()
        if had_keyboard and came_from is not None and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _left(self) -> None:
        self._came_from = None
        self._close()

    def _close(self) -> None:
        self._window.removeEventFilter(self)
        self._goals = None
        self.hide()

    # -- finding and following

    def _find(self) -> None:
        if self._goals is None:
            return
        typed = self.field.text()
        found = self._goals.find(typed)
        self.rows.show_goals(found)
        self._message.say("" if found else self._goals.nothing(typed))
        self.view.setVisible(bool(found))
        self._stand()
        self._choose(row_of_reader(found))

    def _choose(self, row: int) -> None:
        if not self.rows.goals:
            self._announce(self._message.text())
            return
        row = min(max(row, 0), len(self.rows.goals) - 1)
        self.view.make_current(row)
        self.view.show_row(row)
        self.view.viewport().update()
        self._announce(said(self.rows.goals[row]))

    def _announce(self, words: str) -> None:
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))

    def _move(self, by: int) -> None:
        count = max(1, len(self.rows.goals))
        self._choose((self.view.currentIndex().row() + by) % count)

    def _page(self, by: int) -> None:
        self._choose(self.view.currentIndex().row() + by * (_MOST_ROWS - 1))

    def _follow(self) -> None:
        self._follow_row(self.view.currentIndex().row())

    def _follow_row(self, row: int) -> None:
        """Does what stands in a row; the palette is gone by then, so that the keyboard may go elsewhere."""
        goals = self._goals
        if goals is None or not 0 <= row < len(self.rows.goals) or not self.rows.goals[row].open:
            return
        goal = self.rows.goals[row]
        self.dismiss()
        goals.follow(goal)

    # -- where it stands

    def _stand(self) -> None:
        """In the middle near the top, as high as what it lists, and within the window."""
        window, layout = self._window, self.layout()
        if layout is None:
            return
        width = min(_WIDTH, window.width() - 2 * _MARGIN)
        top = max(0, min(_FROM_TOP, window.height() // 8))
        row = self.view.verticalHeader().defaultSectionSize()
        around = self.field.height() + 10 + 8 + 6
        room = max(1, (window.height() - top - around - _MARGIN) // row)
        shown = min(len(self.rows.goals), _MOST_ROWS, room)
        self.view.setFixedHeight(max(1, shown) * row)
        layout.invalidate()
        height = around + shown * row if shown else layout.totalHeightForWidth(width)
        self.setGeometry((window.width() - width) // 2, top, width, height)

    @guarded(otherwise=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._stand()
        return False

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # what is done here is not done in the window below

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_card(self, self._look)


class _Line(Field):
    """The palette's field, which keeps the keyboard while its keys move through the list.

    Signals:
        moved(int): one row on (1) or back (-1).
        paged(int): a page on (1) or back (-1).
        left(): the keyboard went elsewhere.
    """

    moved = Signal(int)
    paged = Signal(int)
    left = Signal()

    @guarded(otherwise=False)
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.moved.emit(step)
                return True
        return super().event(event)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.paged.emit(1 if event.key() == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYING:
            self.left.emit()
