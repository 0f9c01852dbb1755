"""Destinations: what a reader types to say where she wants to go: a page, a note, a paragraph, a section."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from companion.core.lookup import Lookup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.core.document import Document

_PERCENT = re.compile(r"\s*(\d{1,3}(?:[.,٫]\d{1,6})?)\s*(?:[%٪]|per ?cent|prozent)\s*", re.IGNORECASE)
_PARAGRAPH = re.compile(
    r"\s*(?:§+|¶|paragraph|para\.?|par\.?|p\.?|absatz|abs\.?)\s*(\d{1,9})\s*", re.IGNORECASE
)
_PAGE = re.compile(r"\s*(?:p\.?|pp\.?|pg\.?|pages?|s\.?|seiten?)\s*([^\W_][\w.\-–]{0,15})\s*", re.IGNORECASE)
_NOTE = re.compile(
    r"\s*(?:n\.?|notes?|footnotes?|endnotes?|fn\.?|anm\.?|anmerkung(?:en)?|fu(?:ß|ss)noten?)\s*(\S{1,16})\s*",
    re.IGNORECASE,
)
_BRACKETS = "[](){}⟨⟩"
_NUMBER = re.compile(r"\s*(\d{1,9})\s*")


class Way(StrEnum):
    """In which way a destination was named."""

    PERCENT = "percent"
    PARAGRAPH = "paragraph"
    SECTION = "section"
    PAGE = "page"
    NOTE = "note"


class Destination(NamedTuple):
    """A place one can go to.

    `number` is the percentage, the paragraph's number, or the index of the section, of the named place or of
    the note's mark.
    """

    way: Way
    number: float
    offset: int


class Destinations:
    """The places of one document by what can be typed for them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._titles = Lookup([section.title] for section in document.sections)
        self._pages = _by_name(_page(place.name) for place in document.place_names)
        self._notes = _by_name(document.text[mark.start : mark.end] for mark in document.note_marks)
        self.paragraphs = document.paragraph_number(len(document.text))

    def find(self, typed: str, most: int = 100) -> list[Destination]:
        """Where `typed` may lead, the likeliest first: ``"31 %"``, ``"§12"``, ``"12"``, a section's name;
        ``"p. 37"`` or ``"iv"`` in a text that knows the pages of an edition, ``"note 12"`` in one with notes.

        A lone number is a page, then a paragraph, then a percentage, then part of a name. Nothing typed leads
        to every section; a number that is too high, nowhere.
        """
        if not typed.strip():
            return [self._section(index) for index in range(len(self._document.sections))]
        found: list[Destination | None] = []
        found += self._named(typed)
        if percent := _PERCENT.fullmatch(typed):
            found.append(self._percent(percent[1]))
        if paragraph := _PARAGRAPH.fullmatch(typed):
            found.append(self._paragraph(paragraph[1]))
        if number := _NUMBER.fullmatch(typed):
            found += [self._paragraph(number[1]), self._percent(number[1])]
        found += [self._section(title.number) for title in self._titles.find(typed, most)]
        return [destination for destination in found if destination is not None][:most]

    @property
    def first_page(self) -> str:
        """What the edition calls its first page; empty where the text knows of none."""
        places = self._document.place_names
        return places[0].name if places else ""

    def _named(self, typed: str) -> list[Destination]:
        """Pages and notes of that name."""
        pages = self._pages.get(_plain(typed), [])
        if not pages and (page := _PAGE.fullmatch(typed)):
            pages = self._pages.get(_plain(page[1]), [])
        places = self._document.place_names
        found = [Destination(Way.PAGE, index, places[index].offset) for index in pages]
        if note := _NOTE.fullmatch(typed):
            marks = self._document.note_marks
            numbers = self._notes.get(_plain(note[1]), [])
            found += [Destination(Way.NOTE, index, marks[index].start) for index in numbers]
        return found

    def _percent(self, digits: str) -> Destination | None:
        percent = float(digits.replace(",", ".").replace("٫", "."))
        if percent > 100 or not self._document.text:
            return None
        return Destination(Way.PERCENT, percent, round(len(self._document.text) * percent / 100))

    def _paragraph(self, digits: str) -> Destination | None:
        number = int(digits)
        if not 1 <= number <= self.paragraphs:
            return None
        return Destination(Way.PARAGRAPH, number, self._document.offset_of_paragraph(number))

    def _section(self, index: int) -> Destination:
        return Destination(Way.SECTION, index, self._document.sections[index].start)


def _plain(name: str) -> str:
    return name.strip().strip(_BRACKETS).strip().casefold()


def _page(name: str) -> str:
    """What an edition calls a page, without the word for it."""
    found = _PAGE.fullmatch(name)
    return found[1] if found else name


def _by_name(names: Iterable[str]) -> dict[str, list[int]]:
    """The indices of names that are the same but for capitals and brackets."""
    found: dict[str, list[int]] = {}
    for index, name in enumerate(names):
        found.setdefault(_plain(name), []).append(index)
    return found
