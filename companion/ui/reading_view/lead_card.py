"""Lead card: a note in its own words where its mark stands, or the address outside to which a link leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFont, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from companion.core.document import Link, NoteMark, Span
from companion.ui.looks.theme import Role
from companion.ui.parts.floating_card import FloatingCard
from companion.ui.parts.lettering import SMALL, lettered
from companion.ui.parts.paragraph import Paragraph
from companion.ui.parts.quiet_button import QuietButton, SmallButton
from companion.ui.reading_view.copying import as_plain
from companion.ui.reading_view.pointed_lead import PointedLead

if TYPE_CHECKING:
    from companion.ui.looks.look import Look
    from companion.ui.parts.floating_card import Pointing
    from companion.ui.reading import Reading

_LONGEST = 20_000
"""Code points of a note that the card holds; the rest is read where the note stands."""
_SPOKEN = 600
"""Code points of a note that are said when the card opens."""
_TALLEST = 0.45
"""The part of the window's height that the words of a note take; a longer one is scrolled."""
_OPENABLE = frozenset(("http", "https", "mailto"))
"""Addresses that may be handed to another program, if the reader asks for that."""
_LONGEST_ADDRESS = 2_000


class LeadCard(FloatingCard):
    """Opens for the mark of a note and for a link out of the text. Nothing in it is followed by itself."""

    def __init__(self, reading: Reading, look: Look, window: QWidget) -> None:
        super().__init__(look, window)
        self.setObjectName("lead_card")
        self._reading = reading
        self.words = Paragraph(look, self)
        self._room = _Room(self.words, self)
        self.column.addWidget(self._room)
        self._address = ""
        self._goal = Span(0, 0)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 4, 0, 0)
        foot.setSpacing(2)
        self.go = self._button(foot, self.tr("Go to the note"), "go_to_note", self._go_there)
        self.copy = self._button(foot, self.tr("Copy address"), "copy_address", self._copy_address)
        self.open = self._button(foot, self.tr("Open in another program"), "open_address", self._open_address)
        foot.addStretch(1)
        self.column.addLayout(foot)
        for fact in (reading.document_changed, reading.place_changed):
            fact.connect(self.dismiss)

    def _button(self, foot: QHBoxLayout, words: str, name: str, verb: object) -> QuietButton:
        button = SmallButton(self._look, words, "", self)
        button.setObjectName(name)
        button.clicked.connect(verb)
        foot.addWidget(button)
        return button

    # -- what a card says for itself

    def fill(self) -> bool:
        """Shows the note or the address; a lead that goes elsewhere in the text needs no card."""
        lead = self.pointed.lead if isinstance(self.pointed, PointedLead) else None
        match lead:
            case NoteMark():
                self._show_note(lead)
            case Link() if lead.place < 0 and lead.address:
                self._show_address(lead.address)
            case _:
                return False
        return True

    def first_stop(self) -> QWidget | None:
        """The words of a note that is scrolled, else the first button."""
        if self._room.is_scrolled:
            return self._room
        return self.copy if self.go.isHidden() else self.go

    def is_insisted_on(self, pointed: Pointing) -> bool:
        """Always: the second Enter is for what can be done here."""
        return True

    def point(self, pointed: Pointing | None) -> None:
        """The reader points at a lead, or at none; one that was clicked is shown at once."""
        super().point(pointed)
        if isinstance(pointed, PointedLead) and pointed.at_once and not self.isVisible():
            self._open()

    def _show_note(self, mark: NoteMark) -> None:
        document = self._reading.document
        self._goal = Span(mark.note_start, mark.note_end)
        end = min(mark.note_end, mark.note_start + _LONGEST)
        note = as_plain(document, Span(mark.note_start, end)).strip()
        font = QFont(self._look.text_font())
        font.setPixelSize(lettered(self.font(), size=1.08).pixelSize())
        self.words.setFont(font)
        self._say(note + (" …" if end < mark.note_end else ""), Role.INK)
        self._offer(self.go)
        sign = document.text[mark.start : mark.end].strip()
        self.setAccessibleName(self.tr("Note {sign}: {words}").format(sign=sign, words=note[:_SPOKEN]))

    def _show_address(self, address: str) -> None:
        self._address = address
        self.words.setFont(lettered(self.font(), size=SMALL))
        shown = address if len(address) <= _LONGEST_ADDRESS else address[:_LONGEST_ADDRESS] + "…"
        self._say(shown, Role.DIM)
        can_open = QUrl(address).isValid() and QUrl(address).scheme().lower() in _OPENABLE
        self._offer(self.copy, *((self.open,) if can_open else ()))
        self.setAccessibleName(self.tr("Leads out of the text: {address}").format(address=shown))

    def _say(self, words: str, role: Role) -> None:
        self.words.role = role
        self.words.say(words)
        self._room.fit(self.widest, round(self._window.height() * _TALLEST))

    def _offer(self, *buttons: QuietButton) -> None:
        for button in (self.go, self.copy, self.open):
            button.setVisible(button in buttons)

    # -- what can be done

    def _go_there(self) -> None:
        self.dismiss()
        self._reading.go_to(self._goal)

    def _copy_address(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
        self.dismiss()

    def _open_address(self) -> None:
        self.dismiss()
        QDesktopServices.openUrl(QUrl(self._address))


class _Room(QScrollArea):
    """Where the words stand: as high as they are, up to what is left of the window; beyond, they scroll."""

    def __init__(self, words: Paragraph, card: LeadCard) -> None:
        super().__init__(card)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Words of the note"))
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(SmallButton.padding, 0, SmallButton.padding, 0)
        column.addWidget(words)
        column.addStretch(1)
        self._words = words
        self.setWidget(inside)
        self.setWidgetResizable(True)
        for ground in (inside, self.viewport()):  # the card's own is seen through
            ground.setAutoFillBackground(False)
        self.is_scrolled = False

    def fit(self, width: int, most: int) -> None:
        """Takes the height of the words in a card of that width, at `most` so many pixels."""
        bar = self.verticalScrollBar().sizeHint().width()
        room = width - 18 - 2 * SmallButton.padding
        height = self._words.heightForWidth(room)
        self.is_scrolled = height > most
        if self.is_scrolled:
            height = self._words.heightForWidth(room - bar)
        self._words.setMinimumHeight(height)
        self.setFixedHeight(min(height, most))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self.is_scrolled else Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().setValue(0)
