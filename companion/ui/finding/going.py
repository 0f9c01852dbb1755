"""Going: the goals of "Go to": a page, a note, a paragraph, a section, and the words to which each leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from companion.core.destinations import Destination, Destinations, Way
from companion.core.document import BlockKind, Document
from companion.core.horizon import tells_ahead
from companion.ui.contents.place_words import named_page, percent_in_words
from companion.ui.entries.entry_words import figures, place_in_words
from companion.ui.finding.goals import Goal, MadeWhenSeen
from companion.ui.program.language import translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.ui.reading import Reading

_PREVIEW = 160
"""Code points of the text that show where a goal leads."""


class Going:
    """Where one can go in the open text. Nothing typed lists the sections, from the one that is read."""

    lines = 2

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._known: Destinations | None = None
        self._document: Document | None = None

    @property
    def prompt(self) -> str:
        """What can be typed."""
        page = self._destinations.first_page
        if page:
            words = translated("Go to: {page}, 31 %, §12, or the name of a section")
            return words.format(page=named_page(page))
        return translated("Go to: 31 %, §12, or the name of a section")

    @property
    def _destinations(self) -> Destinations:
        if self._known is None or self._document is not self._reading.document:
            self._document = self._reading.document
            self._known = Destinations(self._document)
        return self._known

    def find(self, typed: str) -> Sequence[Goal]:
        """The places that `typed` may mean."""
        destinations, reading = self._destinations.find(typed), self._reading
        told = Told(reading.document, reading.horizon)
        if not typed.strip():
            here = reading.document.section_index(reading.place.start)
            return MadeWhenSeen(destinations, told.goal, here or 0)
        return [told.goal(destination) for destination in destinations if not told.tells_ahead(destination)]

    def nothing(self, typed: str) -> str:
        """What there is, when there is no such place."""
        last = self._destinations.paragraphs
        if not typed.strip():
            return translated("This text has no sections. Type a percentage or the number of a paragraph.")
        return translated("There is no such place. The paragraphs go from §1 to §{last}.").format(last=last)

    def follow(self, goal: Goal) -> None:
        """Goes there; the jump can be taken back."""
        self._reading.jump_to_place(int(goal.key))


class Told:
    """What is told of the places of one text to a reader who knows it as far as `horizon`."""

    def __init__(self, document: Document, horizon: int) -> None:
        self._document, self._horizon = document, horizon

    def tells_ahead(self, destination: Destination) -> bool:
        """Whether this is a section whose name the spoiler guard keeps back."""
        if destination.way is not Way.SECTION:
            return False
        return tells_ahead(self._document.sections[int(destination.number)], self._horizon)

    def goal(self, destination: Destination) -> Goal:
        """The row that leads there."""
        document, offset = self._document, destination.offset
        percent, paragraph = percent_in_words(document, offset), place_in_words(document, offset)
        match destination.way:
            case Way.PERCENT:
                number = destination.number
                whole = figures(int(number)) if number == int(number) else QLocale().toString(number, "g", 6)
                words, aside = translated("{number} %").format(number=whole), paragraph
                kind = translated("of the text")
            case Way.PARAGRAPH:
                words, kind, aside = paragraph, translated("paragraph"), percent
            case Way.PAGE:
                name = document.place_names[int(destination.number)].name
                words, kind = named_page(name), translated("page", "of a printed edition")
                aside = f"{paragraph} · {percent}"
            case Way.NOTE:
                mark = document.note_marks[int(destination.number)]
                words = document.text[mark.start : mark.end].strip()
                kind, aside = translated("note", "the mark of a note"), f"{paragraph} · {percent}"
            case Way.SECTION:
                is_ahead = self.tells_ahead(destination)
                title = "" if is_ahead else document.sections[int(destination.number)].title.strip()
                words, kind, aside = title or paragraph, translated("section"), f"{paragraph} · {percent}"
        shown = preview(document, offset, self._horizon)
        return Goal(str(offset), words, kind, aside, shown or translated("not read yet"))


def preview(document: Document, offset: int, horizon: int) -> str:
    """The words to which `offset` leads: from there on, or of the first paragraph after a heading.

    None beyond the horizon.
    """
    if not document.blocks or offset >= horizon:
        return ""
    index = document.block_index(offset)
    while index + 1 < len(document.blocks) and document.blocks[index].kind in (
        BlockKind.HEADING,
        BlockKind.RULE,
    ):
        index += 1
    block = document.blocks[index]
    start = max(block.start, min(offset, block.end))
    while start > block.start and not document.text[start - 1].isspace() and offset - start < 40:
        start -= 1
    words = " ".join(document.text[start : min(block.end, start + _PREVIEW, horizon)].split())
    return words if start == block.start else f"… {words}"
