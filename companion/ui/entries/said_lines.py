"""Said lines: what a found entry says, line by line; each opens the sentence of the text that it is from."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from companion.ui.entries.entry_words import place_in_words
from companion.ui.entries.sayings import Tone, framed, source_of
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.lettering import lettered
from companion.ui.parts.plain import plain_tooltip
from companion.ui.parts.set_words import SetWords
from companion.ui.passages.excerpt import Excerpt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

    from companion.core.document import Document
    from companion.ui.entries.sayings import Saying
    from companion.ui.looks.look import Look

_INSET = 5
"""Pixels between the edge of a line and its words, in which the ring of the keyboard stands."""
_APART = 3
"""Pixels more between what is brief and the rest."""
_QUOTE = 1.05
_BETWEEN = "\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}"


class SaidLine(QAbstractButton):
    """Words with the number of a paragraph behind them; the whole line is to be clicked.

    Under the pointer and at the keyboard the number is in the accent and underlined, and the tooltip is the
    sentence, unless the words are that already.
    """

    def __init__(self, saying: Saying, document: Document, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.saying = saying
        self.place = place_in_words(document, saying.evidence.start)
        self._said = framed(saying)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        where = self.tr("Go to the sentence in {0}").format(self.place)
        self.setToolTip(plain_tooltip(source_of(saying, document) or where))
        self.setAccessibleName(self._said)
        self.setAccessibleDescription(where)
        look.changed.connect(self.updateGeometry)

    @property
    def words(self) -> str:
        """What is said, and where that comes from."""
        return f"{self._said}{_BETWEEN}{self.place}"

    def _font(self) -> QFont:
        if self.saying.tone is not Tone.QUOTED:
            return self.font()
        font = QFont(self._look.text_font())
        font.setPixelSize(lettered(self.font(), size=_QUOTE).pixelSize())
        return font

    def _set(self, width: int) -> SetWords:
        return SetWords(Excerpt(self.words), self._font(), width - 2 * _INSET)

    def _tail(self) -> tuple[int, QTextCharFormat]:
        """How the number of the paragraph looks."""
        look = QTextCharFormat()
        is_chosen = self.underMouse() or self.hasFocus()
        look.setForeground(QColor(self._look[Role.ACCENT if is_chosen else Role.DIM]))
        if is_chosen:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        return len(self._said) + len(_BETWEEN), look

    @guarded(otherwise=True)
    def hasHeightForWidth(self) -> bool:
        return True

    @guarded(otherwise=0)
    def heightForWidth(self, width: int) -> int:
        return ceil(self._set(width).height)

    @guarded(otherwise=QSize())
    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    @guarded(otherwise=QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.fontMetrics().height())

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look[Role.DIM if self.saying.tone is Tone.BRIEF else Role.INK])
        self._set(self.width()).draw(painter, QPointF(_INSET, 0), self._tail())
        if self.hasFocus():
            painter.setPen(QPen(self._look[Role.ACCENT], 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @guarded
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            QToolTip.showText(self.mapToGlobal(QPoint(_INSET, self.height())), self.toolTip(), self)

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        QToolTip.hideText()


class SaidLines(QWidget):
    """The lines one below the other; hidden while nothing is said.

    Signals:
        sentence_wanted(Span): the reader wants to see the sentence that a line is from.
    """

    sentence_wanted = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("said_lines")
        self._look = look
        self.lines: list[SaidLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self.hide()

    def show_sayings(self, said: Sequence[Saying], document: Document) -> None:
        """Shows these lines; the same ones stay as they are, and the keyboard at them."""
        if [line.saying for line in self.lines] != list(said):
            had_focus = next((number for number, line in enumerate(self.lines) if line.hasFocus()), None)
            self._forget()
            self.lines = [SaidLine(saying, document, self._look, self) for saying in said]
            for line, before in zip(self.lines, [None, *self.lines], strict=False):
                line.clicked.connect(self._go)
                if before is not None and before.saying.tone is not line.saying.tone:
                    self._column.addSpacing(_APART)
                self._column.addWidget(line)
                line.show()  # at once: the height is asked for before the layout gets to it
            if had_focus is not None and self.lines:
                self.lines[min(had_focus, len(self.lines) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        self.setVisible(bool(said))
        self._column.invalidate()
        self.updateGeometry()

    def _forget(self) -> None:
        while self._column.count():
            self._column.takeAt(0)
        for line in self.lines:
            line.hide()
            line.deleteLater()

    def _go(self) -> None:
        line = self.sender()
        if isinstance(line, SaidLine):
            self.sentence_wanted.emit(line.saying.evidence)
