"""Destinations: what a reader types to say where she wants to go: a percentage, a paragraph or a section."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from companion.core.lookup import Lookup

if TYPE_CHECKING:
    from companion.core.document import Document

_PERCENT = re.compile(r"\s*(\d{1,3}(?:[.,٫]\d{1,6})?)\s*(?:[%٪]|per ?cent|prozent)\s*", re.IGNORECASE)
_PARAGRAPH = re.compile(
    r"\s*(?:§+|¶|paragraph|para\.?|par\.?|p\.?|absatz|abs\.?)\s*(\d{1,9})\s*", re.IGNORECASE
)
_NUMBER = re.compile(r"\s*(\d{1,9})\s*")


class Way(StrEnum):
    """In which way a destination was named."""

    PERCENT = "percent"
    PARAGRAPH = "paragraph"
    SECTION = "section"


class Destination(NamedTuple):
    """A place one can go to: `number` is the percentage, the paragraph's number or the section's index."""

    way: Way
    number: float
    offset: int


class Destinations:
    """The places of one document by what can be typed for them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._titles = Lookup([section.title] for section in document.sections)
        self.paragraphs = document.paragraph_number(len(document.text))

    def find(self, typed: str, most: int = 100) -> list[Destination]:
        """Where `typed` may lead, the likeliest first: ``"31 %"``, ``"§12"``, ``"12"``, a section's name.

        A lone number is a paragraph, then a percentage, then part of a name. Nothing typed leads to every
        section; a number that is too high, nowhere.
        """
        if not typed.strip():
            return [self._section(index) for index in range(len(self._document.sections))]
        found: list[Destination | None] = []
        if percent := _PERCENT.fullmatch(typed):
            found.append(self._percent(percent[1]))
        if paragraph := _PARAGRAPH.fullmatch(typed):
            found.append(self._paragraph(paragraph[1]))
        if number := _NUMBER.fullmatch(typed):
            found += [self._paragraph(number[1]), self._percent(number[1])]
        found += [self._section(title.number) for title in self._titles.find(typed, most)]
        return [destination for destination in found if destination is not None][:most]

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
