"""Headings become sections: each reaches to the next heading of its level or a higher one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import Section
from companion.readers.stating import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable


class Heading(NamedTuple):
    """The title of a section, its level (1 is the highest) and where it stands."""

    title: str
    level: int
    start: int


def title_of(words: str, notes: Iterable[tuple[int, int]]) -> str:
    """The words of a heading in one line, without the marks of its notes.

    `notes` are the ranges of those marks in `words`, in order. Where there is nothing else they stay.
    """
    kept, reached = "", 0
    for start, end in notes:
        kept += words[reached:start]
        reached = max(reached, end)
    return " ".join((kept + words[reached:]).split()) or " ".join(words.split())


def sections_of(headings: Iterable[Heading], end: int) -> tuple[Section, ...]:
    """The sections that `headings`, in the order of the text, begin in a text that ends at `end`."""
    ordered = list(headings)
    ends = [end] * len(ordered)
    open_sections: list[int] = []
    for index, heading in enumerate(ordered):
        while open_sections and ordered[open_sections[-1]].level >= heading.level:
            ends[open_sections.pop()] = heading.start
        open_sections.append(index)
    return tuple(
        Section(shortened(heading.title), heading.level, heading.start, section_end)
        for heading, section_end in zip(ordered, ends, strict=True)
    )
