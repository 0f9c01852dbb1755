"""Who is here: the people, and then the terms, of the section that is read, as a line of chips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from companion.ui.contents.place_words import section_on_screen
from companion.ui.entries.entry_words import figures, kind_in_words
from companion.ui.parts.chips import Chips, Choice
from companion.ui.parts.lettering import SMALL, lettered
from companion.ui.parts.paragraph import Plain

if TYPE_CHECKING:
    from companion.core.companion import Companion
    from companion.core.document import Document
    from companion.core.entries import Person, Term
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading

_COALESCE = 60
"""Milliseconds in which the reader may scroll on before the line follows."""

_MOST = 24
"""More than so many are no answer to the question who is here."""


class WhoIsHere(QWidget):
    """Changes only with the section; hidden where there is none, or where it names nobody."""

    def __init__(self, reading: Reading, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("who_is_here")
        self._reading = reading
        self._shown: tuple[Companion, int | None] | None = None
        self._label = Plain(look, self)
        self._label.setText(self.tr("Here"))
        self._label.setFont(lettered(self.font(), size=SMALL))
        self.chips = Chips(look, self)
        self.chips.most_rows = 1
        line = QHBoxLayout(self)
        line.setContentsMargins(26, 0, 18, 2)
        line.setSpacing(8)
        line.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.chips, 1)
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(_COALESCE)
        self._follow.timeout.connect(self._show_section)
        self.chips.chosen.connect(reading.focus_on)
        reading.companion_changed.connect(self._show_section)
        reading.document_changed.connect(self._forget)
        reading.place_changed.connect(self._place_changed)
        self._show_section()

    def _place_changed(self) -> None:
        if not self._follow.isActive():
            self._follow.start()

    def _forget(self, _: Document) -> None:
        self._shown = None

    def _show_section(self, _: object = None) -> None:
        reading = self._reading
        index = section_on_screen(reading.document, reading.place)
        if self._shown and self._shown[0] is reading.companion and self._shown[1] == index:
            return
        self._shown = (reading.companion, index)
        section = reading.document.sections[index] if index is not None else None
        named = reading.companion.who_is_in(section.span)[:_MOST] if section else ()
        choices = [self._choice(entry, count) for entry, count in named]
        self.setVisible(bool(choices))
        title = section.title if section else ""
        self.setAccessibleName(self.tr("Who is in this section"))
        self.chips.setAccessibleName(self.tr("Who is in “{0}”").format(title))
        self.chips.offer(choices)
        self._label.setToolTip(self.tr("Who and what this section speaks of most"))
        self._label.setFixedHeight(max(22, self._label.sizeHint().height()))

    def _choice(self, entry: Person | Term, count: int) -> Choice:
        kind = kind_in_words(entry.kind)
        often = self.tr("once here") if count == 1 else self.tr("{0} times here").format(figures(count))
        return Choice(entry.id, entry.heading, f"{entry.heading}, {kind}, {often}", f"{kind} · {often}")
