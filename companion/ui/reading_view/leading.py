"""Leading: the marks of notes, links and pictures under the pointer or the keyboard, and where they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal

from companion.core.document import Link, NoteMark, Picture
from companion.core.leads import Leads, goal_of, span_of
from companion.ui.reading_view.pointed_lead import PointedLead

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.core.document import Document
    from companion.core.leads import Lead
    from companion.ui.reading import Reading
    from companion.ui.reading_view.sight import Sight


class Leading(QObject):
    """The leads on the screen, and the one that the pointer or the keyboard is on, if any.

    Signals:
        pointed(PointedLead | None): what the pointer or the keyboard is on now, once for each lead; None
            when it left.
        picture_wanted(Picture): a picture is to be shown large.
    """

    pointed = Signal(object)
    picture_wanted = Signal(object)

    def __init__(self, reading: Reading, sight: Sight, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._reading, self._sight, self._viewport = reading, sight, viewport
        self._document: Document | None = None
        self._leads: Leads | None = None
        self._on: Lead | None = None
        self._by_keyboard = False

    @property
    def leads(self) -> Leads:
        """All leads of the open text."""
        if self._leads is None or self._document is not self._reading.document:
            self._document = self._reading.document
            self._leads = Leads(self._document)
        return self._leads

    def at(self, offset: int) -> Lead | None:
        """The lead that covers `offset`."""
        return self.leads.at(offset)

    def point(self, lead: Lead | None) -> None:
        """The pointer is over this lead, or over none; that takes nothing away from the keyboard."""
        if lead is None:
            if not self._by_keyboard:
                self.leave()
        elif lead != self._on:
            self._set(lead)

    def point_by_keyboard(self, lead: Lead) -> None:
        """The keyboard is on this lead."""
        self._set(lead, by_keyboard=True)

    def leave(self) -> None:
        """Neither the pointer nor the keyboard is on a lead."""
        if self._on is not None:
            self._on, self._by_keyboard = None, False
            self.pointed.emit(None)

    def follow(self, lead: Lead, *, by_keyboard: bool = False) -> None:
        """Opens a note's or an address's card, shows a picture large, or goes where a link leads."""
        match lead:
            case Picture():
                self.picture_wanted.emit(lead)
            case NoteMark():
                self._set(lead, by_keyboard=by_keyboard, at_once=not by_keyboard)
            case Link() if (goal := goal_of(lead)) is not None:
                self.leave()
                self._reading.go_to(goal)
            case _:
                self._set(lead, by_keyboard=by_keyboard, at_once=not by_keyboard)

    def _set(self, lead: Lead, *, by_keyboard: bool = False, at_once: bool = False) -> None:
        self._on, self._by_keyboard = lead, by_keyboard
        span = span_of(lead)
        rect = self._sight.rect_at(span, span.start).toAlignedRect()
        where = QRect(self._viewport.mapToGlobal(rect.topLeft()), rect.size())
        self.pointed.emit(PointedLead(lead, where, by_keyboard, at_once))
