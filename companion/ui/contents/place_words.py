"""Place words: where in a text something stands and how much is left to read, as it is said to the reader."""

from __future__ import annotations

from bisect import bisect_right
from math import ceil
from typing import TYPE_CHECKING

from companion.ui.entries.entry_words import figures
from companion.ui.program.language import translated

if TYPE_CHECKING:
    from companion.core.document import Document, PlaceName, Span
    from companion.core.pace import Pace

_LONGEST_NUMBER = 8
"""Code points of what an edition calls a page by a number or a sign; anything longer is words."""


def percent_in_words(document: Document, offset: int) -> str:
    """How far into the text `offset` is, in whole hundredths; the last one only at the end: ``"31 %"``."""
    length = max(1, len(document.text))
    passed = 100 if offset >= length else min(99, round(100 * offset / length))
    return translated("{number} %").format(number=figures(passed))


def named_page(name: str) -> str:
    """What an edition calls a page, with the word for it where the name is only a number or a sign."""
    is_number = len(name) <= _LONGEST_NUMBER and " " not in name.strip()
    return translated("p. {page}").format(page=name) if is_number else name


def page_in_words(document: Document, offset: int) -> str:
    """The page of the printed edition on which `offset` is; empty where the text knows of none."""
    index = bisect_right(document.place_names, offset, key=_offset) - 1
    return named_page(document.place_names[index].name) if index >= 0 else ""


def minutes_in_words(minutes: float) -> str:
    """A time to read, in minutes begun: ``"4 min"``, ``"2 h 5 min"``."""
    hours, rest = divmod(ceil(minutes), 60)
    if not hours:
        return translated("{minutes} min").format(minutes=rest)
    return translated("{hours} h {minutes} min").format(hours=figures(hours), minutes=rest)


def progress_in_words(document: Document, place: Span, pace: Pace) -> str:
    """Where one is when `place` is on the screen: ``"31 % · 4 min left in this section · 12 min in all"``,
    with the page before it where the text knows of pages.

    What is on the screen counts as unread. Nothing is said of an empty text.
    """
    if not document.blocks:
        return ""
    end = len(document.text)
    in_all = minutes_in_words(pace.minutes(place.start, end))
    if place.end >= document.blocks[-1].end:
        if place.start <= document.blocks[0].start:
            return translated("{time} in all").format(time=in_all)
        return translated("{percent} · the last page").format(percent=percent_in_words(document, end))
    page = page_in_words(document, place.start)
    parts = [*([page] if page else []), percent_in_words(document, place.start)]
    section = document.section_at(place.start)
    if section is not None and section.end < end:
        left = minutes_in_words(pace.minutes(place.start, section.end))
        parts += [
            translated("{time} left in this section").format(time=left),
            translated("{time} in all").format(time=in_all),
        ]
    else:
        parts.append(translated("{time} left").format(time=in_all))
    return " · ".join(parts)


def section_in_words(document: Document, section: int) -> str:
    """The title of a section: ``"Chapter 9"``, or ``"Book 10 · Chapter 9"`` where others have the same."""
    sections = document.sections
    own = sections[section]
    if any(other.title == own.title for other in sections if other is not own):
        around = (one for one in reversed(sections[:section]) if one.level < own.level and one.end >= own.end)
        outer = next(around, None)
        if outer is not None and outer.title not in ("", document.title):
            return f"{outer.title} · {own.title}"
    return own.title


def section_on_screen(document: Document, place: Span) -> int | None:
    """The section of what is read when `place` is on the screen: that of the words a third of the way down.

    So a heading one has just jumped to is the current one, wherever above that the view has put it.
    """
    return document.section_index(place.start + (place.end - place.start) // 3)


def _offset(place: PlaceName) -> int:
    return place.offset
