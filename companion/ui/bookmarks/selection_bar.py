"""Selection bar: what can be done with words that were just selected by mouse, near their end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from companion.core.notes import Colour
from companion.ui.bookmarks.bookmark_words import colour_in_words
from companion.ui.bookmarks.ribbon import highlight_colours
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.lettering import SMALL, lettered
from companion.ui.parts.quiet_button import SmallButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from companion.ui.looks.look import Look

_GAP, _BESIDE = 6, 8
_FIELD = 20
"""Pixels between the words and the bar."""


class HighlightButton(SmallButton):
    """A field in the colour of a highlight, with its letter."""

    def __init__(self, look: Look, colour: Colour, parent: QWidget) -> None:
        super().__init__(look, colour.letter, "", parent, colour.value)
        self.colour = colour
        self.say(colour.letter, self.tr("Highlight {0}").format(colour_in_words(colour)))
        self.setToolTip(self.accessibleName())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @guarded(otherwise=QSize())
    def sizeHint(self) -> QSize:
        return QSize(_FIELD + 4, super().sizeHint().height())

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = highlight_colours(self._look, self.colour)
        box = QRectF(2, (self.height() - _FIELD) / 2, _FIELD, _FIELD)
        painter.setPen(QPen(self._look[Role.INK] if self.underMouse() else colours.edge, 1.3))
        painter.setBrush(colours.ground)
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(lettered(self.font(), size=SMALL, bold=True))
        painter.setPen(self._look[Role.INK])
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.colour.letter)


class SelectionBar(QWidget):
    """Takes no keyboard: by keyboard the menu key and the keys of the same actions do that.

    Signals:
        bookmark_wanted(): the words are to be marked.
        highlight_wanted(Colour): the words are to be highlighted, or no more.
        underline_wanted(): the words are to be underlined, or no more.
        note_wanted(): something is to be written to the words.
        copy_wanted(): the words are to be copied.
        find_wanted(): the words are to be found elsewhere in the text.
        entry_wanted(): the words are to become an entry, or a name or passage of one.
    """

    bookmark_wanted = Signal()
    highlight_wanted = Signal(object)
    underline_wanted = Signal()
    note_wanted = Signal()
    copy_wanted = Signal()
    find_wanted = Signal()
    entry_wanted = Signal()

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("selection_bar")
        self.setAccessibleName(self.tr("Selected words"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._look, self._over = look, over
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(0)
        self.colours = [HighlightButton(look, colour, self) for colour in Colour]
        for field in self.colours:
            field.clicked.connect(self._highlight)
            row.addWidget(field)
        self.buttons = {
            "underline": SmallButton(look, self.tr("Underline"), "", self),
            "note": SmallButton(look, self.tr("Note"), self.tr("Write to these words"), self),
            "bookmark": SmallButton(look, self.tr("Bookmark"), "", self),
            "copy": SmallButton(look, self.tr("Copy"), "", self),
            "find": SmallButton(look, self.tr("Find"), self.tr("Find these words"), self),
            "entry": SmallButton(look, self.tr("Entry…"), self.tr("Make an entry of these words"), self),
        }
        wanted = (
            self.underline_wanted,
            self.note_wanted,
            self.bookmark_wanted,
            self.copy_wanted,
            self.find_wanted,
            self.entry_wanted,
        )
        for button, signal in zip(self.buttons.values(), wanted, strict=True):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(signal)
            button.clicked.connect(self.hide)
            row.addWidget(button)
        look.changed.connect(self.hide)
        self.hide()

    def offer(self, words: Sequence[QRectF]) -> None:
        """Shows the bar below the last of the lines that are selected, given in the view's coordinates."""
        if not words:
            self.hide()
            return
        size, room = self.sizeHint(), self._over.rect()
        last = words[-1]
        most = room.width() - size.width() - _BESIDE
        x = max(0, min(max(_BESIDE, round(last.right()) - size.width() // 2), most))
        y = round(last.bottom()) + _GAP
        if y + size.height() > room.height():
            y = max(0, round(words[0].top()) - _GAP - size.height())
        self.setGeometry(x, y, size.width(), size.height())
        self.show()
        self.raise_()

    def _highlight(self) -> None:
        field = self.sender()
        if isinstance(field, HighlightButton):
            self.hide()
            self.highlight_wanted.emit(field.colour)

    @guarded(otherwise=QSize())
    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # not the text's

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look[Role.DIM], 1))
        painter.setBrush(self._look[Role.PANEL])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
