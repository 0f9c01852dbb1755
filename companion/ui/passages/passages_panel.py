"""Passages panel: every passage of the focus with the words round the name; the way to the next."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from companion.ui.bookmarks.citing import quotation
from companion.ui.entries.entry_words import place_in_words
from companion.ui.looks.theme import Role
from companion.ui.parts.key_of import action_of
from companion.ui.parts.panel import Panel
from companion.ui.parts.paragraph import Paragraph
from companion.ui.parts.stepper import Stepper
from companion.ui.passages.excerpt_rows import ExcerptRow, ExcerptView

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData, QPoint
    from PySide6.QtWidgets import QWidget

    from companion.core.document import Span
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading


class PassagesPanel(Panel):
    """The passages of the one entry in focus, or those with both of two."""

    can_be_cut = True

    def __init__(self, reading: Reading, look: Look, parent: QWidget) -> None:
        super().__init__(reading, look, parent, "passages_panel")
        self.entitle(self.tr("Passages"))
        self._stepper = Stepper(look, self.tr("Previous passage"), self.tr("Next passage"), self)
        self.header = self._stepper
        self._both = Paragraph(look, self.content, Role.DIM, 3)
        self.view = ExcerptView(look, self.tr("Passages"), self.content)
        self._both.setContentsMargins(18, 0, 18, 4)
        self.inside.addWidget(self._both)
        self.inside.addWidget(self.view, 1)
        self.view.chosen.connect(self._go)
        self.view.verticalScrollBar().actionTriggered.connect(self._look_round)
        self.view.resized.connect(self._begin_near)
        self.view.quote = self._quote
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._open_menu)
        reading.bookmarks_changed.connect(self._repaint)
        self._stepper.previous_wanted.connect(reading.previous_passage)
        self._stepper.next_wanted.connect(reading.next_passage)
        reading.entry_focused.connect(self._show_focus)
        reading.passage_changed.connect(self._show_place)
        self._is_touched = False
        self._shown: tuple[object, tuple[str, ...]] = (None, ())
        self._show_focus(reading.focus)

    def _show_focus(self, focus: tuple[str, ...]) -> None:
        passages = self.reading.passages
        is_same = self._shown[0] is self.reading.document and self._shown[1] == focus
        before = self.view.verticalScrollBar().value()
        self.view.rows.show_rows(len(passages), self._row)
        self.view.verticalScrollBar().setValue(before if is_same else 0)
        self._shown = (self.reading.document, focus)
        self.say_empty("" if passages else self._why_empty(focus))
        names = self._names(focus)
        self._both.say(self.tr("with both {0} and {1}").format(*names) if len(names) > 1 else "")
        self._show_place(self.reading.passage_index, scrolls=not is_same)
        self._is_touched = self._is_touched and is_same
        if not is_same:
            self._begin_near()

    def _begin_near(self) -> None:
        """Begins the list with the passage that the reader comes to next: of a thousand that is the one.

        It does so in whatever room the panel comes to have, until she has scrolled the list herself.
        """
        reading, rows = self.reading, self.view.rows
        if reading.passages and reading.passage_index < 0 and not self._is_touched:
            row = min(bisect_left(reading.passages.spans.starts, reading.place.start), rows.rowCount() - 1)
            self.view.scrollTo(rows.index(row), ExcerptView.ScrollHint.PositionAtTop)

    def _look_round(self, _: int) -> None:
        self._is_touched = True

    def _row(self, number: int) -> ExcerptRow:
        document, passage = self.reading.document, self.reading.passages[number]
        at = passage.names[0].start if passage.names else passage.start
        remark = "" if passage.names else self.tr("not by name")
        place = place_in_words(document, at)
        both = self._nearest_two(passage.span) if len(self.reading.focus) > 1 else None
        marked = self.reading.marginalia.touching(passage.span)
        sign = marked[0].bookmark if marked else None
        return ExcerptRow(document.text, passage.span, passage.names, place, remark, both, sign)

    def _quote(self, span: Span) -> QMimeData:
        return quotation(self.reading.document, span)

    def _nearest_two(self, passage: Span) -> tuple[Span, Span] | None:
        """The names of the two entries in focus that stand nearest to each other in a passage."""
        mentions = self.reading.companion.links.within(passage.start, passage.end)
        named = [mention for mention in mentions if mention.entry in self.reading.focus]
        pairs = [(one, two) for one, two in pairwise(named) if one.entry != two.entry]
        if not pairs:
            return None
        one, two = min(pairs, key=lambda pair: pair[1].start - pair[0].end)
        return one.span, two.span

    def _show_place(self, index: int, *, scrolls: bool = True) -> None:
        self._stepper.count(index, len(self.reading.passages))
        if index >= self.view.rows.rowCount():
            return
        self.view.rows.set_current(index)
        self.view.make_current(index)
        if index >= 0 and scrolls:
            self.view.show_row(index)

    def _go(self, row: int) -> None:
        self.reading.go_to_passage(row)

    def _repaint(self, _: object = None) -> None:
        self.view.viewport().update()

    def _open_menu(self, at: QPoint) -> None:
        """What can be copied of a passage, and of all."""
        row = self.view.indexAt(at).row()
        if row < 0:
            return
        self.view.make_current(row)
        menu = QMenu(self)
        menu.setObjectName("passage_menu")
        menu.setAccessibleName(self.tr("Passage"))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(self.tr("Copy with where it stands"), self._copy)
        if (everything := action_of(self, "copy_passages")) is not None:
            menu.addAction(everything)
        menu.popup(self.view.viewport().mapToGlobal(at))

    def _copy(self) -> None:
        row = self.view.currentIndex().row()
        if row >= 0:
            QGuiApplication.clipboard().setMimeData(self._quote(self.view.rows.row(row).span))

    def _names(self, focus: tuple[str, ...]) -> list[str]:
        entries = [self.reading.companion.entry(entry) for entry in focus]
        return [entry.heading for entry in entries if entry]

    def _why_empty(self, focus: tuple[str, ...]) -> str:
        names = self._names(focus)
        if len(names) > 1:
            return self.tr("No passage speaks of both {0} and {1}.").format(*names)
        if names:
            return self.tr("No passage of the text speaks of {0}.").format(*names)
        return self.tr("Click a name in the text or in a list: the passages that speak of it stand here.")
