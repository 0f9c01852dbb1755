"""Summary words: what the printed summary adds to the words of the companion, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from companion.output.summary import Labels, Part
from companion.output.timeline.signs import Sign

if TYPE_CHECKING:
    from companion.core.companion import Companion

_CONTEXT = "Summary"


def _translated(words: str, count: int = -1) -> str:
    return QCoreApplication.translate(_CONTEXT, words, "", count)


def part_in_words(part: Part) -> str:
    """What a part is called where it is chosen."""
    return {
        Part.ABOUT: _translated("&About the companion"),
        Part.GLOSSARY: _translated("&Glossary"),
        Part.PEOPLE: _translated("&People"),
        Part.DRAWING: _translated("&Timeline, drawn"),
        Part.TIMELINE: _translated("Timeline as a &list"),
        Part.PASSAGES: _translated("Passages of the &focus"),
        Part.NOTES: _translated("&Bookmarks and notes"),
    }[part]


def labels() -> Labels:
    """The words that stand on the page."""
    return Labels(
        parts={
            Part.ABOUT: _translated("About this companion"),
            Part.GLOSSARY: _translated("Glossary"),
            Part.PEOPLE: _translated("People"),
            Part.DRAWING: _translated("Timeline"),
            Part.TIMELINE: _translated("Events by date"),
            Part.PASSAGES: _translated("Passages: {focus}"),
            Part.NOTES: _translated("Bookmarks and notes"),
        },
        kicker=_translated("A reading companion"),
        also=_translated("also"),
        see=_translated("see"),
        more=_translated("and {count} more"),
        both=_translated("{one} and {other}"),
        numbers=_translated("A number after § is that of a paragraph of the text."),
        unplaced=_translated("no longer found in the text"),
        events=_translated("{count} events"),
        legend=_translated("What the signs mean"),
        signs={
            Sign.DAY: _translated("one day or a short time"),
            Sign.WHILE: _translated("from … to …, or some time within it"),
            Sign.APPROXIMATE: _translated("about that time"),
            Sign.UNCERTAIN: _translated("perhaps then"),
            Sign.OPEN: _translated("reaches further, or its end is not known"),
            Sign.BREAK: _translated("a long time in which nothing happens is left out"),
        },
    )


def amounts(companion: Companion, passages: int, bookmarks: int) -> dict[Part, int]:
    """How many things there are to print in each part."""
    terms, people, events = len(companion.terms), len(companion.people), len(companion.events)
    return {
        Part.ABOUT: int(bool(companion.entries.notes.strip())),
        Part.GLOSSARY: terms,
        Part.PEOPLE: people,
        Part.DRAWING: events,
        Part.TIMELINE: events,
        Part.PASSAGES: passages,
        Part.NOTES: bookmarks,
    }


def pages_in_words(page: int, count: int) -> str:
    """``"Page 3 of 9"``."""
    return _translated("Page {page} of {count}").format(page=page, count=count)
