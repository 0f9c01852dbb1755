"""Card page: what the entry card says about one entry, or about the several that a place may mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from companion.core.entries import Event, Person
from companion.ui.entries.entry_words import (
    also_in_words,
    first_place_in_words,
    kind_in_words,
    line_under_heading,
    passages_in_words,
    source_in_words,
)
from companion.ui.entries.said_lines import SaidLines
from companion.ui.entries.sayings import in_short, sayings
from companion.ui.looks.theme import Role
from companion.ui.parts.lettering import SMALL, lettered
from companion.ui.parts.paragraph import Paragraph
from companion.ui.parts.quiet_button import QuietButton, SmallButton
from companion.ui.passages.excerpt import excerpt, opening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.core.document import Span
    from companion.core.entries import Entry
    from companion.ui.entries.sayings import Saying
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading

_ROOM = 220
"""Code points of what is said about an entry that a card shows; the list shows all."""
_MOST = 6
"""Entries that a card lists; more share a date only in a chronicle."""


class CardPage(QWidget):
    """The content of the card.

    Signals:
        followed(): the reader chose something; the card is done with.
    """

    followed = Signal()

    def __init__(self, reading: Reading, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._reading, self._look = reading, look
        self._buttons: list[QAbstractButton] = []
        self._entry_id = ""
        self._said: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_entries(self, entries: Sequence[Entry], *, ambiguous: bool = False) -> None:
        """Shows one entry, or lists several; `ambiguous` when the words may mean any of them."""
        self._clear()
        if len(entries) == 1 and not ambiguous:
            self._show_one(entries[0])
        else:
            self._show_several(entries, ambiguous=ambiguous)
        self._column.invalidate()
        self.updateGeometry()

    def words(self) -> str:
        """All that it says, for those who hear it."""
        return ". ".join(part.rstrip(".") for part in self._said if part) + "."

    def first_button(self) -> QAbstractButton | None:
        """The first thing in it that can be chosen."""
        return self._buttons[0] if self._buttons else None

    def _clear(self) -> None:
        for widget in self.findChildren(QWidget):
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        while self._column.count():
            self._column.takeAt(0)
        self._buttons, self._said = [], []

    # -- one entry

    def _show_one(self, entry: Entry) -> None:
        companion = self._reading.companion
        self._say(entry.heading, Role.INK, 3).setFont(self._name_font())
        said = in_short(sayings(entry), _ROOM)
        under = "" if said and isinstance(entry, Person) else line_under_heading(entry)
        parts = (kind_in_words(entry.kind), under, also_in_words(entry))
        line = " · ".join(part for part in parts if part)
        self._say(line, Role.DIM, 3)
        if said:
            self._add_said(entry, said)
        elif entry.text.strip():
            self._column.addSpacing(2)
            self._say(opening(entry.text, _ROOM))
        passages = companion.passages(entry.id)
        if passages and not said:
            self._column.addSpacing(4)
            first = passages[0]
            quoted = excerpt(companion.document.text, first.span, first.names, 110)
            words = self._say(quoted.text, most_lines=3)
            words.say(quoted)
            words.setFont(self._quote_font())
        self._column.addSpacing(2)
        self._add_foot(entry, len(passages))

    def _add_said(self, entry: Entry, said: Sequence[Saying]) -> None:
        """What was found, each line with the way to its sentence."""
        self._column.addSpacing(2)
        lines = SaidLines(self._look, self)
        lines.show_sayings(said, self._reading.document)
        lines.sentence_wanted.connect(self._go_to_sentence)
        self._column.addWidget(lines)
        self._entry_id = entry.id
        self._buttons += lines.lines
        self._said += [line.words for line in lines.lines]

    def _add_foot(self, entry: Entry, count: int) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(2)
        if count:
            document = self._reading.document
            place = first_place_in_words(document, self._reading.companion.passages(entry.id).spans[0].start)
            self._button(foot, passages_in_words(count), self.tr("Show {0}"), entry).clicked.connect(
                self._focus
            )
            first = self._button(foot, place, self.tr("Go to {0}"), entry)
            first.clicked.connect(self._go_to_first)
        else:
            self._say(self.tr("not in the text"), Role.DIM)
        foot.addStretch(1)
        self._column.addLayout(foot)
        origin = source_in_words(entry)
        if origin:
            self._say(origin, Role.DIM, 1).setFont(lettered(self.font(), size=SMALL))

    # -- several

    def _show_several(self, entries: Sequence[Entry], *, ambiguous: bool) -> None:
        if ambiguous:
            self._say(self.tr("This name may mean:"), Role.DIM)
        elif all(isinstance(entry, Event) for entry in entries):
            self._say(line_under_heading(entries[0]), Role.DIM)
        for entry in entries[:_MOST]:
            row = QHBoxLayout()
            row.setContentsMargins(0, 0, 0, 0)
            button = self._button(row, entry.heading, "{0}", entry)
            button.clicked.connect(self._focus)
            row.addStretch(1)
            self._column.addLayout(row)
            is_dated_above = isinstance(entry, Event) and not ambiguous
            brief = "" if is_dated_above else line_under_heading(entry)
            self._say(brief or opening(entry.text, 90), Role.DIM, 2)
        if len(entries) > _MOST:
            self._say(self.tr("and {0} more").format(len(entries) - _MOST), Role.DIM)

    # -- parts

    def _say(self, words: str, role: Role = Role.INK, most_lines: int = 8) -> Paragraph:
        paragraph = Paragraph(self._look, self, role, most_lines)
        paragraph.setContentsMargins(SmallButton.padding, 0, SmallButton.padding, 0)
        paragraph.say(words)
        self._column.addWidget(paragraph)
        self._said.append(words)
        return paragraph

    def _button(self, row: QHBoxLayout, words: str, name: str, entry: Entry) -> QuietButton:
        kind = SmallButton if words != entry.heading else Heading
        button = kind(self._look, words, name.format(words), self, entry.id)
        row.addWidget(button)
        button.show()  # at once, not when the layout gets to it: the card's height is asked for before
        self._buttons.append(button)
        self._said.append(words)
        return button

    def _name_font(self) -> QFont:
        font = QFont(self._look.text_font())
        font.setPixelSize(lettered(self.font(), size=1.3).pixelSize())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _quote_font(self) -> QFont:
        font = QFont(self._look.text_font())
        font.setPixelSize(lettered(self.font(), size=1.05).pixelSize())
        return font

    def _go_to_sentence(self, evidence: Span) -> None:
        entry = self._entry_id
        self.followed.emit()
        self._reading.focus_on(entry, at=evidence.start)
        self._reading.go_to(evidence)

    def _focus(self) -> None:
        button = self.sender()
        if isinstance(button, QuietButton):
            self.followed.emit()
            self._reading.focus_on(button.key)

    def _go_to_first(self) -> None:
        button = self.sender()
        if isinstance(button, QuietButton):
            self.followed.emit()
            self._reading.focus_on(button.key)
            self._reading.go_to_passage(0)


class Heading(QuietButton):
    """An entry's heading that can be clicked."""

    padding = SmallButton.padding
    alignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

    def ink(self) -> Role:
        return Role.ACCENT if self.underMouse() or self.hasFocus() else Role.INK

    @property
    def lettering(self) -> QFont:
        """Semibold in the interface font."""
        return lettered(self.font(), bold=True)
