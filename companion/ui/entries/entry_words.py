"""What panels and cards say about an entry in words: kind, dates, counts, places; all that is translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from companion.core.entries import DOUBTFUL, Event, Kind, Origin, Person
from companion.ui.program.language import date_in_words, translated
from companion.ui.quest import Quest

if TYPE_CHECKING:
    from companion.core.document import Document, Span
    from companion.core.entries import Entry

_NAMES = 4
"""Other names that are told at most."""

_LONGEST = 500
"""Code points of a sentence that are quoted at most."""


def figures(count: int) -> str:
    """A number as it is written where the reader lives: ``"1,971"``."""
    return QLocale().toString(count)


def passages_in_words(count: int) -> str:
    """``"1 passage"``, ``"1,971 passages"``."""
    return translated("1 passage") if count == 1 else translated("%Ln passages", "", count)


def nameless_in_words(count: int) -> str:
    """How many passages tell of somebody without the name: ``"1 of them without the name"``."""
    if count == 1:
        return translated("1 of them without the name")
    return translated("%Ln of them without the name", "", count)


def passage_of(index: int, count: int) -> str:
    """Which passage the reader is at, `index` counted from 0 and -1 for none: ``"2 of 9 passages"``."""
    if index < 0:
        return passages_in_words(count)
    if count == 1:
        return translated("1 of 1 passage")
    return translated("%1 of %Ln passages", "", count).replace("%1", figures(index + 1))


def number_of(index: int, count: int) -> str:
    """``"2 of 9"``; only ``"9"`` when the reader is at none (`index` is -1)."""
    if index < 0:
        return figures(count)
    return translated("{number} of {count}").format(number=figures(index + 1), count=figures(count))


def kind_in_words(kind: Kind) -> str:
    """``"term"``, ``"person"``, ``"event"``."""
    match kind:
        case Kind.TERM:
            return translated("term")
        case Kind.PERSON:
            return translated("person")
        case Kind.EVENT:
            return translated("event")


def being_read_in_words(quest: Quest) -> str:
    """What stands where people, terms and dates will, while a text or a companion file is being read."""
    if quest is Quest.TEXT:
        return translated("This text is being read.")
    return translated("The companion of this text is being read.")


def broken_off_in_words() -> str:
    """What stands where people, terms and dates would, after they were not looked for to the end."""
    return translated("The search in this text was stopped. “Read again” in the menu “File” begins it anew.")


def origin_in_words(origin: Origin) -> str:
    """Where an entry comes from; nothing for one that a person wrote, which is what one expects."""
    match origin:
        case Origin.CURATED:
            return ""
        case Origin.FOUND:
            return translated("found in the text")
        case Origin.EDITED:
            return translated("changed by you")


def source_in_words(entry: Entry) -> str:
    """Where an entry comes from, and whether it is in doubt: ``"found in the text, doubtful"``."""
    words = origin_in_words(entry.origin)
    if entry.origin is Origin.EDITED:
        words = _mended_in_words(entry.before, entry.by)
    if not is_doubtful(entry):
        return words
    return translated("{origin}, doubtful").format(origin=words) if words else translated("doubtful")


def _mended_in_words(before: Origin | None, by: str) -> str:
    """What an entry was before it was mended, and who did that: the reader, or whoever is named."""
    match before:
        case Origin.FOUND if by:
            return translated("found in the text, changed by {name}").format(name=by)
        case Origin.FOUND:
            return translated("found in the text, changed by you")
        case Origin.CURATED if by:
            return translated("written, changed by {name}").format(name=by)
        case Origin.CURATED:
            return translated("written, changed by you")
    return translated("added by {name}").format(name=by) if by else translated("added by you")


def is_doubtful(entry: Entry) -> bool:
    """Whether an entry may be none at all: it was found, and little speaks for it."""
    return entry.confidence < DOUBTFUL


def line_under_heading(entry: Entry) -> str:
    """A person's dates and role, an event's date: ``"1908–1985 · leader of the partisans"``."""
    match entry:
        case Person(dates=dates, role=role):
            return " · ".join(part for part in (date_in_words(dates) if dates else "", role) if part)
        case Event(date=date):
            return date_in_words(date)
    return ""


def also_in_words(entry: Entry) -> str:
    """What the text calls a found entry besides, where that is no part of its name: ``"also SOE"``."""
    from companion.output.summarising import other_names

    names = other_names(entry) if entry.is_found else ()
    return translated("also {names}").format(names=", ".join(names[:_NAMES])) if names else ""


def place_in_words(document: Document, offset: int) -> str:
    """The number of the paragraph at `offset`: ``"§12"``."""
    return f"§{document.paragraph_number(offset)}"


def quoted_in_words(document: Document, span: Span) -> str:
    """Words of the text and where they stand, on one line: ``"§12: He ran Albania."``."""
    words = " ".join(document.text[span.start : min(span.end, span.start + 2 * _LONGEST)].split())
    cut = f"{words[:_LONGEST]}…" if len(words) > _LONGEST else words
    return f"{place_in_words(document, span.start)}: {cut}"


def place_with_section(document: Document, offset: int) -> str:
    """The paragraph's number and the title of its section: ``"§12 · Chapter III"``."""
    section = document.section_at(offset)
    place = place_in_words(document, offset)
    return f"{place} · {section.title}" if section and section.title else place


def first_place_in_words(document: Document, offset: int) -> str:
    """Where the text first speaks of an entry: ``"first: §3"``."""
    return translated("first: {place}").format(place=place_in_words(document, offset))


def as_far_as_read() -> str:
    """What is said of a panel that is guarded; not how much more there is, for that tells already."""
    return translated("Shown as far as you have read")


def role_before(role: str, heading: str) -> str:
    """An entry with what it is to another: ``"wife: Nexhmije Hoxha"``."""
    return translated("{role}: {name}").format(role=role, name=heading) if role else heading
