"""Search panel: all places of some words in the whole text, as one types, with the words round each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout

from companion.core.document import Span
from companion.ui.entries.entry_words import figures, place_in_words
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.field import Field, asks_for_escape
from companion.ui.parts.panel import Panel
from companion.ui.parts.paragraph import Paragraph
from companion.ui.parts.stepper import Stepper
from companion.ui.passages.excerpt_rows import ExcerptRow, ExcerptView

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading

_COALESCE = 60
"""Milliseconds in which the reader may type on before the text is searched."""


class SearchPanel(Panel):
    """Enter goes to the next hit, Shift+Enter to the one before; Esc ends the search.

    It leaves the reader at the hit to which she went; from there “Back” leads to where she was.

    Signals:
        closed(): the reader has done with it.
    """

    closed = Signal()
    can_be_cut = True

    def __init__(self, reading: Reading, look: Look, parent: QWidget) -> None:
        super().__init__(reading, look, parent, "search_panel")
        self.entitle(self.tr("Search"))
        self._stepper = Stepper(look, self.tr("Previous hit"), self.tr("Next hit"), self)
        self.header = self._stepper
        self.field = Field(look, self.tr("Search this text"), self)
        self._message = Paragraph(look, self.content, Role.DIM)
        self.view = ExcerptView(look, self.tr("Hits"), self.content, Role.SEARCH)
        self._was_called = False
        self._shown_query = ""
        self._arrange_field()
        self.field.takes_escape = False
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_COALESCE)
        self._connect()
        self._show_hits()

    def _arrange_field(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 18, 6)
        row.addWidget(self.field)
        self.outside.insertLayout(0, row)
        self._message.setContentsMargins(18, 4, 18, 8)
        self.inside.addWidget(self._message)
        self.inside.addWidget(self.view, 1)
        self.inside.addStretch(0)

    def _connect(self) -> None:
        reading = self.reading
        self.field.textEdited.connect(self._typed)
        self.field.textChanged.connect(self._cleared)
        self.field.escaped.connect(self.close_search)
        self.field.left_down.connect(self._enter_list)
        self._typing.timeout.connect(self._search)
        self._stepper.next_wanted.connect(self._next)
        self._stepper.previous_wanted.connect(self._previous)
        self.view.chosen.connect(self._go)
        reading.search_changed.connect(self._show_hits)
        reading.hit_changed.connect(self._show_hit)

    # -- what the window calls

    def focus_field(self, initial: str = "") -> None:
        """Puts the cursor into the field, with `initial` in it unless that is blank, all of it selected."""
        if initial.strip():
            self.field.setText(" ".join(initial.split()))
            self._search()
        self.reading.expect_search()
        self._was_called = self.field.takes_escape = True
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_search(self) -> None:
        """Ends the search; the reader stays where she is."""
        self._typing.stop()
        self._was_called = self.field.takes_escape = False
        self.field.clear()
        self.reading.search("")
        self.closed.emit()

    # -- searching

    def _typed(self) -> None:
        self.reading.expect_search()
        self._typing.start()

    @property
    def _has_something_to_close(self) -> bool:
        return bool(self._was_called or self.field.text() or self.reading.query)

    def _cleared(self, words: str) -> None:
        self.field.takes_escape = self._has_something_to_close
        if not words:
            self._typing.stop()
            self.reading.search("")

    def _search(self) -> None:
        self._typing.stop()
        self.reading.search(self.field.text())

    def _next(self) -> None:
        self._search()
        self.reading.next_hit()

    def _previous(self) -> None:
        self._search()
        self.reading.previous_hit()

    def _go(self, row: int) -> None:
        self.reading.go_to_hit(row)

    def _enter_list(self) -> None:
        if len(self.reading.hits):
            self.view.setFocus(Qt.FocusReason.TabFocusReason)

    # -- showing

    def _show_hits(self) -> None:
        reading = self.reading
        if self.field.text() != reading.query and not self._typing.isActive():
            self.field.setText(reading.query)
        is_same = self._shown_query == reading.query  # only more of the text was read meanwhile
        before = self.view.verticalScrollBar().value()
        self.view.rows.show_rows(len(reading.hits), self._row)
        self.view.verticalScrollBar().setValue(before if is_same else 0)
        self._shown_query = reading.query
        self._message.say(self._words())
        self.view.setVisible(bool(len(reading.hits)))
        self._show_hit(reading.hit_index, scrolls=not is_same)

    def _words(self) -> str:
        count = len(self.reading.hits)
        if not self.reading.query:
            return self.tr("Type words to find every place in the text where they stand.")
        if not count and self.reading.is_guarded:
            return self.tr("“{0}” does not stand in what you have read.").format(self.reading.query)
        if not count:
            return self.tr("“{0}” does not stand in this text.").format(self.reading.query)
        if not self.reading.hits.complete:
            return self.tr("These are the first {0} places; there are more.").format(figures(count))
        return ""

    def _row(self, number: int) -> ExcerptRow:
        document, hit = self.reading.document, self.reading.hits[number]
        block = document.block_at(hit.start)
        around = block.span if block else document.span
        whole = Span(min(around.start, hit.start), max(around.end, hit.end))
        return ExcerptRow(document.text, whole, (hit,), place_in_words(document, hit.start))

    def _show_hit(self, index: int, *, scrolls: bool = True) -> None:
        self._stepper.count(index, len(self.reading.hits))
        self.view.rows.set_current(index)
        self.view.make_current(index)
        if index >= 0 and scrolls:
            self.view.show_row(index)

    @property
    def count_words(self) -> str:
        """Which hit the reader is at, of how many, as it is shown."""
        return self._stepper.words

    @guarded(otherwise=False)
    def event(self, event: QEvent) -> bool:
        if asks_for_escape(event) and self._has_something_to_close:
            event.accept()  # before the window's Esc, which lets go of the focus
            return True
        return super().event(event)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._has_something_to_close:
            self.close_search()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._previous()
            else:
                self._next()
        else:
            super().keyPressEvent(event)
