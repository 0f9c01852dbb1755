"""Mark editor: label, kind, colour, note and tags of one mark, changed where it stands."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from companion.core.notes import Colour, Mark, MarkKind
from companion.ui.bookmarks.bookmark_words import bookmark_title, colour_in_words, kind_of_mark
from companion.ui.bookmarks.ribbon import HEIGHT, WIDTH, draw_sign
from companion.ui.bookmarks.tag_field import TagField
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.controls import Choice
from companion.ui.parts.editing_frame import EditingFrame
from companion.ui.parts.field import Field
from companion.ui.parts.quiet_button import QuietButton, SmallButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from companion.ui.looks.look import Look

_LINES = 4
"""Lines of a note that are seen at once."""

_PAUSE_MS = 1000
"""When nothing was typed for so long, what stands in the fields is kept."""


class ColourButton(QuietButton):
    """The sign of a mark in a colour to choose; the chosen one has a frame."""

    def __init__(self, look: Look, colour: Colour, parent: QWidget) -> None:
        super().__init__(look, colour.letter, colour_in_words(colour), parent, colour.value)
        self.colour = colour
        self.kind = MarkKind.BOOKMARK
        self.setCheckable(True)
        self.setToolTip(colour_in_words(colour))

    def show_kind(self, kind: MarkKind) -> None:
        """Shows the sign of a mark of that kind."""
        self.kind = kind
        self.update()

    @guarded(otherwise=QSize())
    def sizeHint(self) -> QSize:
        return QSize(WIDTH + 14, HEIGHT + 9)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.hasFocus() or self.underMouse():
            role = Role.ACCENT if self.hasFocus() else Role.INK if self.isChecked() else Role.LINE
            painter.setPen(QPen(self._look[role], 2 if self.hasFocus() else 1.3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside, 6, 6)
        corner = QPointF((self.width() - WIDTH) / 2, (self.height() - HEIGHT) / 2)
        draw_sign(painter, corner, self.kind, self.colour, self._look, self.font())


class BookmarkEditor(EditingFrame):
    """Enter in the label, Ctrl+Enter in the note and Esc are done; nothing that was typed is lost by any key.

    Signals:
        changed(Mark): the reader has changed it so.
        typed(Mark): so far she has come, and pauses.
        remove_wanted(): the bookmark is to go.
        reached(QRect): the keyboard came to this part of the editor.
        left(): the editor is done with.
    """

    changed = Signal(object)
    typed = Signal(object)
    remove_wanted = Signal()
    reached = Signal(object)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget, tags: Sequence[str] = ()) -> None:
        super().__init__(parent)
        self.setObjectName("bookmark_editor")
        self.setAccessibleName(self.tr("Mark"))
        self._look = look
        self._bookmark: Mark | None = None
        self.label = Field(look, self.tr("Label"), self)
        self.label.takes_escape = False
        self.note = QPlainTextEdit(self)
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("Note"))
        self.note.setTabChangesFocus(True)
        self.note.setFrameShape(QFrame.Shape.NoFrame)
        self.note.setFixedHeight(self.note.fontMetrics().lineSpacing() * _LINES + 10)
        self.note.verticalScrollBar().setAccessibleName(self.tr("Place in the note"))
        self.note.horizontalScrollBar().setAccessibleName(self.tr("Place in the line"))
        self.tags = TagField(look, tags, self)
        self.colours = [ColourButton(look, colour, self) for colour in Colour]
        self.kinds = Choice(look, self)
        self.kinds.setAccessibleName(self.tr("Kind"))
        self.kinds.view().setAccessibleName(self.tr("Kind"))
        for kind in MarkKind:
            self.kinds.addItem(kind_of_mark(kind), kind)
        self.kinds.activated.connect(self._show_kind)
        self.done = SmallButton(look, self.tr("Done"), "", self)
        self.remove = SmallButton(look, self.tr("Remove"), self.tr("Remove this mark"), self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._keep_typed)
        self._has_told = False
        self._arrange()
        self.label.textEdited.connect(self._wait_for_pause)
        self.tags.textEdited.connect(self._wait_for_pause)
        self.tags.returnPressed.connect(self.finish)
        self.note.textChanged.connect(self._wait_for_pause)
        self.label.returnPressed.connect(self.finish)
        self.done.clicked.connect(self.finish)
        self.remove.clicked.connect(self.remove_wanted)
        if isinstance(application := QApplication.instance(), QApplication):
            application.focusChanged.connect(self._follow_keyboard)

    def _arrange(self) -> None:
        group = QButtonGroup(self)
        below = QHBoxLayout()
        below.setSpacing(2)
        for button in self.colours:
            group.addButton(button)
            below.addWidget(button)
        below.addSpacing(6)
        below.addWidget(self.kinds, 1)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self.remove)
        last.addWidget(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 6)
        column.setSpacing(6)
        for part in (self.label, self.note, self.tags):
            column.addWidget(part)
        column.addLayout(below)
        column.addLayout(last)
        order = [self.label, self.note, self.tags, *self.colours, self.kinds, self.remove, self.done]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    @property
    def bookmark_id(self) -> str:
        """The id of the bookmark that is edited; empty for none."""
        return self._bookmark.id if self._bookmark else ""

    def edit(self, bookmark: Mark) -> None:
        """Shows a bookmark to be changed."""
        self._bookmark = bookmark
        self.label.setPlaceholderText(bookmark_title(replace(bookmark, label=""))[:80])
        self.label.setText(bookmark.label)
        self.note.setPlainText(bookmark.note)
        self.tags.show_tags(bookmark.tags)
        self.kinds.setCurrentIndex(self.kinds.findData(bookmark.kind))
        self.kinds.setVisible(bookmark.anchor is not None)  # a note on an entry is nothing else
        for button in self.colours:
            button.setChecked(button.colour is bookmark.colour)
            button.show_kind(bookmark.kind)
        self._pause.stop()

    def apply(self) -> None:
        """Tells what has been changed so far."""
        before = self._bookmark
        if before is None:
            return
        self._pause.stop()
        after = self._changed(before)
        if after != before:
            self._bookmark, self._has_told = after, False
            self.changed.emit(after)
        elif self._has_told:  # and then typed back
            self._has_told = False
            self.typed.emit(after)

    def _changed(self, before: Mark) -> Mark:
        """The bookmark as it is in the fields now."""
        colour = next((button.colour for button in self.colours if button.isChecked()), before.colour)
        label, note = self.label.text().strip(), self.note.toPlainText().strip()
        kind = MarkKind(self.kinds.currentData()) if before.anchor is not None else before.kind
        return replace(before, label=label, note=note, colour=colour, kind=kind, tags=self.tags.tags)

    def _show_kind(self, _: int) -> None:
        for button in self.colours:
            button.show_kind(MarkKind(self.kinds.currentData()))

    def _wait_for_pause(self, _: object = None) -> None:
        self._pause.start()

    def _keep_typed(self) -> None:
        """Tells what is typed so far: the program may be killed while the reader thinks."""
        if self._bookmark is not None:
            self._has_told = True
            self.typed.emit(self._changed(self._bookmark))

    def _follow_keyboard(self, old: QWidget | None, new: QWidget | None) -> None:
        """Keeps what was typed as soon as the keyboard goes elsewhere: the program may end without a word."""
        if new is not None and self.isAncestorOf(new):
            self.reached.emit(new.geometry())
        if old is not None and self.isAncestorOf(old) and not (new is not None and self.isAncestorOf(new)):
            self.apply()

    def finish(self) -> None:
        """Takes what was changed, and closes."""
        self.apply()
        self.leave()

    def leave(self) -> None:
        """Closes without taking what was typed last: the bookmark goes, or is taken already."""
        before, self._bookmark = self._bookmark, None
        self._pause.stop()
        if before is not None:
            self.left.emit()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look[Role.LINE], 1))
        painter.setBrush(self._look[Role.PAPER])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
