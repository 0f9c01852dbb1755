"""Summary words: what the printed summary adds to the words of the companion, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.notes import MarkKind
from companion.output.finding import MOST, printed
from companion.output.summary import Labels, Part
from companion.output.timeline.signs import Sign
from companion.ui.entries.entry_words import figures
from companion.ui.program.language import spoken, translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.core.companion import Companion
    from companion.core.entries import Entry


def part_in_words(part: Part) -> str:
    """What a part is called where it is chosen."""
    return {
        Part.ABOUT: translated("&About the companion"),
        Part.GLOSSARY: translated("&Glossary"),
        Part.PEOPLE: translated("&People"),
        Part.DRAWING: translated("&Timeline, drawn"),
        Part.TIMELINE: translated("Timeline as a &list"),
        Part.PASSAGES: translated("Passages of the &focus"),
        Part.NOTES: translated("&Marks and notes"),
    }[part]


def labels() -> Labels:
    """The words that stand on the page."""
    return Labels(
        parts={
            Part.ABOUT: translated("About this companion"),
            Part.GLOSSARY: translated("Glossary"),
            Part.PEOPLE: translated("People"),
            Part.DRAWING: translated("Timeline"),
            Part.TIMELINE: translated("Events by date"),
            Part.PASSAGES: translated("Passages: {focus}"),
            Part.NOTES: translated("Marks and notes"),
        },
        language=spoken(),
        kicker=translated("A reading companion"),
        also=translated("also"),
        see=translated("see"),
        more=translated("and {count} more"),
        both=translated("{one} and {other}"),
        numbers=translated("A number after § is that of a paragraph of the text."),
        unplaced=translated("no longer found in the text"),
        whole=translated("on the whole text"),
        kinds={
            MarkKind.HIGHLIGHT: translated("highlighted"),
            MarkKind.UNDERLINE: translated("underlined"),
        },
        told=translated("first mention"),
        doubtful=translated("doubtful"),
        left_out=translated("{count} more were found; these are the weightiest."),
        events=translated("{count} events"),
        legend=translated("What the signs mean"),
        signs={
            Sign.DAY: translated("one day or a short time"),
            Sign.WHILE: translated("from … to …, or some time within it"),
            Sign.APPROXIMATE: translated("about that time"),
            Sign.UNCERTAIN: translated("perhaps then"),
            Sign.OPEN: translated("reaches further, or its end is not known"),
            Sign.BREAK: translated("a long time in which nothing happens is left out"),
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


def limits() -> tuple[tuple[int | None, str], ...]:
    """How many found entries of each kind may be printed, with the words for it; None for all of them."""
    few = tuple((most, translated("the {0} weightiest").format(most)) for most in (25, 50, MOST, 250))
    return (*few, (None, translated("all of them")))


def share_in_words(entries: Sequence[Entry], most: int | None) -> str:
    """How many of the entries of one kind are printed: ``"100 of 538"``, or only how many there are."""
    shown, count = printed(entries, most), len(entries)
    if shown == count:
        return figures(count)
    return translated("{0} of {1}").format(figures(shown), figures(count))


def pages_in_words(page: int, count: int) -> str:
    """``"Page 3 of 9"``."""
    return translated("Page {page} of {count}").format(page=page, count=count)
