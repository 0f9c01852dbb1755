"""Entry detail: the entry in focus, opened in its place in the list."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from companion.core.entries import Kind, Person
from companion.ui.bench.detail_bench import DetailBench
from companion.ui.bookmarks.entry_notes import EntryNotes
from companion.ui.entries.also_in import AlsoIn
from companion.ui.entries.entry_words import (
    also_in_words,
    first_place_in_words,
    kind_in_words,
    line_under_heading,
    passages_in_words,
    place_in_words,
    quoted_in_words,
    role_before,
    source_in_words,
)
from companion.ui.entries.event_line import EventLine
from companion.ui.entries.said_lines import SaidLines
from companion.ui.entries.sayings import in_short, sayings
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.chips import Chips, Choice, Source
from companion.ui.parts.lettering import SMALL, lettered
from companion.ui.parts.paragraph import Paragraph
from companion.ui.parts.quiet_button import QuietButton, SmallButton
from companion.ui.passages.excerpt import opening
from companion.ui.passages.passage_steps import PassageSteps

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from companion.core.companion import Related
    from companion.core.document import Span
    from companion.core.entries import Entry
    from companion.ui.entries.sayings import Saying
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading

_PADDING = 14
_ROOM = 170
"""Code points of what is said that are shown at first."""


class EntryDetail(QFrame):
    """Name, one line, what is said, related entries to click, and the way through the passages.

    Signals:
        resized(): it needs another height than before.
    """

    resized = Signal()

    def __init__(self, reading: Reading, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("entry_detail")
        self._reading, self._look = reading, look
        self.entry_id = ""
        self.is_current = False
        self._text, self._is_whole = "", False
        self._sayings: tuple[Saying, ...] = ()
        read = self._read = QWidget(self)
        self._name = Paragraph(look, read, Role.INK, 4)
        self._line = Paragraph(look, read, Role.DIM, 4)
        self._about = Paragraph(look, read, Role.INK)
        self.said = SaidLines(look, read)
        self._chips = Chips(look, read)
        self.events = EventLine(look, read)
        self.also_in = AlsoIn(reading, look, read)
        self._first = SmallButton(look, "", "", read)
        self._origin = Paragraph(look, read, Role.DIM, 2)
        self._close = QuietButton(look, "×", "", read)
        self._more = SmallButton(look, "", "", read)
        self.edit_button = SmallButton(look, self.tr("edit"), "", read)
        self.note_button = SmallButton(look, self.tr("note"), "", read)
        self.notes = EntryNotes(reading, look, read)
        self.bench = DetailBench(reading, look, self)
        self.steps = PassageSteps(reading, look, self)
        self._arrange()
        self._connect()
        self._show_type()

    def _arrange(self) -> None:
        inset = SmallButton.padding  # the words of a button begin where those of a paragraph do
        insets = (self._name, self._line, self._about, self._chips, self.events, self.also_in, self._origin)
        for part in insets:
            part.setContentsMargins(inset, 0, inset, 0)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._name, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.steps)
        self._whence = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._whence.setSpacing(0)
        self._whence.addWidget(self._first, 0, Qt.AlignmentFlag.AlignLeading)
        self._whence.addWidget(self._origin, 1, Qt.AlignmentFlag.AlignTop)
        source = QHBoxLayout()
        source.setContentsMargins(0, 0, 0, 0)
        source.setSpacing(0)
        source.addLayout(self._whence, 1)
        for button in (self._more, self.note_button, self.edit_button):
            source.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self._read)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._line)
        column.addSpacing(2)
        column.addWidget(self._about)
        column.addWidget(self.said)
        column.addSpacing(2)
        column.addWidget(self._chips)
        column.addWidget(self.events)
        column.addWidget(self.also_in)
        column.addWidget(self.notes)
        column.addLayout(source)
        self.bench.setContentsMargins(inset, 0, inset, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_PADDING - inset, 8, _PADDING - inset, 4)
        whole.setSpacing(4)
        whole.addWidget(self._read)
        whole.addWidget(self.bench)
        whole.addSpacing(3)
        whole.addLayout(foot)

    def _connect(self) -> None:
        reading = self._reading
        self._close.clicked.connect(reading.release)
        self._more.clicked.connect(self._show_more_or_less)
        self._first.clicked.connect(self._go_to_first)
        self._chips.chosen.connect(reading.focus_on)
        self._chips.grown.connect(self.resized)
        self.also_in.resized.connect(self.resized)
        self._chips.source_wanted.connect(self._go_to_relation)
        self.said.sentence_wanted.connect(self._go_to_sentence)
        self.events.chosen.connect(self._go_to_event)
        self.edit_button.clicked.connect(self.bench.edit)
        self.note_button.clicked.connect(self.notes.add)
        self.notes.resized.connect(self.resized)
        self.bench.opened.connect(self._read.setHidden)
        self.bench.opened.connect(self.resized)
        self.bench.resized.connect(self.resized)
        self._look.changed.connect(self._show_type)

    def _show_type(self) -> None:
        name = QFont(self._look.text_font())
        name.setPixelSize(round(lettered(self.font(), size=1.4).pixelSize()))
        name.setWeight(QFont.Weight.DemiBold)
        self._name.setFont(name)
        self._origin.setFont(lettered(self.font(), size=SMALL))
        self.update()

    def show_entry(self, entry: Entry) -> None:
        """Opens this entry."""
        companion = self._reading.companion
        is_whole = self._is_whole and entry.id == self.entry_id
        self.entry_id = entry.id
        self._name.say(entry.heading)
        self._sayings = sayings(entry)
        under = "" if self._sayings and isinstance(entry, Person) else line_under_heading(entry)
        self._line.say(" · ".join(part for part in (under, also_in_words(entry)) if part))
        self._text = entry.text.strip()
        self._say_what_is_said(whole=is_whole)
        events = companion.events_of(entry.id)
        self.events.show_events(entry.heading, events)
        self.also_in.show_entry(entry)
        choices = [self._choice(related) for related in self._offered(entry)]
        has_ties = any(choice.source is not None for choice in choices)
        self._chips.most_rows = 1 if events and not has_ties else 2
        self._chips.offer(choices)
        place = companion.first_place(entry.id)
        self._first.setVisible(place is not None)
        if place is not None:
            words = first_place_in_words(companion.document, place)
            self._first.say(words, self.tr("Go to the first passage, {0}").format(words))
        self._origin.say(source_in_words(entry))
        self._close.say("×", self.tr("Let go of {0}").format(entry.heading))
        self._close.setToolTip(self.tr("Let go (Esc)"))
        self.setAccessibleName(entry.heading)
        self.edit_button.say(self.tr("edit"), self.tr("Edit {0}").format(entry.heading))
        self.note_button.say(self.note_button.words, self.tr("Write a note on {0}").format(entry.heading))
        self.notes.show_entry(entry)
        self.bench.show_entry(entry)
        self.steps.show_place()

    def _say_what_is_said(self, *, whole: bool) -> None:
        said, text = self._sayings, "" if self._sayings else self._text
        short_said, short_text = tuple(in_short(said, _ROOM)), opening(text, _ROOM)
        self._about.say(text if whole else short_text)
        self.said.show_sayings(said if whole else short_said, self._reading.document)
        self._more.setVisible((short_said, short_text) != (said, text))
        self._is_whole = whole
        if whole:
            self._more.say(self.tr("read less"), self.tr("Show less of what is said"))
        else:
            self._more.say(self.tr("read on"), self.tr("Show all that is said"))

    def _show_more_or_less(self) -> None:
        self._say_what_is_said(whole=not self._is_whole)
        self.resized.emit()

    def _offered(self, entry: Entry) -> list[Related]:
        """Declared relatives, and people and terms named beside it; events stand on the timeline."""
        companion, offered = self._reading.companion, []
        for related in companion.related(entry.id):
            other = companion.entry(related.entry)
            if other and (other.kind is not Kind.EVENT or related.role):
                offered.append(related)
        return offered

    def _choice(self, related: Related) -> Choice:
        other = self._reading.companion.entry(related.entry)
        heading, kind = (other.heading, kind_in_words(other.kind)) if other else (related.entry, "")
        words = role_before(related.role, heading)
        together = self.tr("together in {0}").format(passages_in_words(related.together))
        tooltip = " · ".join([words, kind] + ([together] if related.together else []))
        before = words[: len(words) - len(heading)] if words.endswith(heading) else ""
        return Choice(
            related.entry, words, f"{words}, {kind}", tooltip, before.rstrip(), self._source(related.entry)
        )

    def _source(self, other: str) -> Source | None:
        """The sentence that says what another entry is to this one."""
        evidence, document = self._evidence_of(other), self._reading.document
        if evidence is None:
            return None
        place = place_in_words(document, evidence.start)
        return Source(
            place, self.tr("Go to the sentence in {0}").format(place), quoted_in_words(document, evidence)
        )

    def _evidence_of(self, other: str) -> Span | None:
        entry = self._reading.companion.entry(self.entry_id)
        relations = entry.relations if isinstance(entry, Person) else ()
        return next((tie.evidence for tie in relations if tie.person == other), None)

    def _go_to_relation(self, other: str) -> None:
        evidence = self._evidence_of(other)
        if evidence is not None:
            self._go_to_sentence(evidence)

    def _go_to_sentence(self, evidence: Span) -> None:
        """Goes there and stays with the entry; if it is one of its passages, the reader is at that."""
        if self._reading.focus == (self.entry_id,):
            self._reading.focus_on(self.entry_id, at=evidence.start)
        self._reading.go_to(evidence)

    def _go_to_first(self) -> None:
        self._reading.focus_on(self.entry_id)
        self._reading.go_to_passage(0)

    def _go_to_event(self, event: str) -> None:
        """Goes to where the text tells of it and stays with the entry; an event never told of is focused."""
        spans = self._reading.companion.passages(event).spans
        if spans:
            self._reading.go_to(spans[0])
        else:
            self._reading.focus_on(event)

    def _place_origin(self, room: int) -> None:
        """Where the entry comes from stands beside its first place, or below it where that is too narrow."""
        beside = (self._first, self._more, self.note_button, self.edit_button)
        taken = sum(part.sizeHint().width() for part in beside if not part.isHidden())
        words = self._origin.fontMetrics().horizontalAdvance(self._origin.text())
        fits = taken + words + 2 * SmallButton.padding <= room
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._whence.direction() is not way:
            self._whence.setDirection(way)
        inset = SmallButton.padding
        self._origin.setContentsMargins(inset, 0, inset, 0)
        if fits and not self._first.isHidden():  # the words of both stand on one line
            lower = (self._first.sizeHint().height() - self._origin.heightForWidth(room)) / 2
            self._origin.setContentsMargins(inset, max(0, ceil(lower)), inset, 0)

    def set_current(self, is_current: bool) -> None:
        """Shows whether the list's keyboard cursor is on it."""
        if is_current != self.is_current:
            self.is_current = is_current
            self.update()

    def height_for(self, width: int) -> int:
        """How high it must be, in pixels, to show everything in this width."""
        self._read.updateGeometry()  # what changed within is else known only when Qt comes to it
        self.bench.renew()
        self._place_origin(width - 2 * (_PADDING - SmallButton.padding))
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout else 0

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._look[Role.PAPER])
        edge = Role.ACCENT if self.is_current else Role.LINE
        painter.setPen(QPen(self._look[edge], 1.5 if self.is_current else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        y = self.steps.geometry().top() - 4
        painter.setPen(QPen(self._look[Role.LINE], 1))
        painter.drawLine(_PADDING, y, self.width() - _PADDING, y)

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # not a click on the row below

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
