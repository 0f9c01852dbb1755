"""Words of the timeline: all that it says, so that it can be translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.output.timeline.telling import Telling
from companion.ui.entries.entry_words import being_read_in_words, broken_off_in_words, passages_in_words
from companion.ui.program.language import date_in_words, told, translated
from companion.ui.quest import Quest

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.core.companion import Companion
    from companion.output.timeline.story import Dated, Story


def events_in_words(count: int) -> str:
    """``"1 event"``, ``"1,971 events"``."""
    return translated("1 event") if count == 1 else translated("%Ln events", "", count)


def event_in_words(event: Dated, passages: int) -> str:
    """What a screen reader says of an event: its date, its title, and in how many passages it is told."""
    return translated("{date}: {title}, {passages}").format(
        date=date_in_words(event.date), title=event.title, passages=passages_in_words(passages)
    )


def label_of(event: Dated) -> str:
    """The label of an event: its title, with a question mark when its date is uncertain."""
    return translated("{title} (?)").format(title=event.title) if event.date.uncertain else event.title


def names_in_words(count: int) -> str:
    """``"1 name"``, ``"1,971 names"``: how many people and terms appear."""
    return translated("1 name") if count == 1 else translated("%Ln names", "", count)


def counted_in(story: Story) -> Callable[[int], str]:
    """What says a number of what a story holds: events, or names that appear."""
    return names_in_words if isinstance(story, Telling) else events_in_words


def crowd_in_words(first: Dated, last: Dated, counted: str) -> str:
    """What is said of a crowd: how many events (`counted`), from when to when, and what to do."""
    start, end = date_in_words(first.date), date_in_words(last.date)
    when = start if start == end else translated("{start} to {end}").format(start=start, end=end)
    return translated("{events}, {when}. Click to look closer.").format(events=counted, when=when)


def events_by_date() -> str:
    """What the list is called."""
    return translated("Events by date")


def list_in_words(story: Story) -> str:
    """What the list is called, by what it holds."""
    return translated("First appearances") if isinstance(story, Telling) else events_by_date()


def no_dates_in_words(story: Story) -> str:
    """What stands over the line of first appearances: that it is no timeline, and what it is."""
    if not isinstance(story, Telling):
        return ""
    return translated("This text tells no dates. Here is who and what first appears where in it.")


def title() -> str:
    """What the panel is called."""
    return translated("Timeline")


def show_all() -> tuple[str, str]:
    """The button that shows the whole axis: what stands on it, and what a screen reader says."""
    return translated("all"), translated("Show the whole timeline")


def as_list() -> tuple[str, str]:
    """The switch between drawing and list."""
    return translated("list"), translated("Show the events as a list")


def zoom_in() -> str:
    """What the plus button does."""
    return translated("Look closer")


def zoom_out() -> str:
    """What the minus button does."""
    return translated("Look from further away")


def keys_in_words() -> str:
    """How the drawn timeline is used, for who cannot see it or asks."""
    return translated(
        "Left and Right go from event to event, Enter opens the passage, Home and End go to the ends. "
        "Plus and Minus or the wheel zoom, Shift and the wheel or dragging pan, 0 shows all, "
        "L shows the events as a list."
    )


def words_while_empty(companion: Companion, quest: Quest = Quest.NONE, *, is_cut: bool = False) -> str:
    """What stands in the place of a timeline without events, and what to do.

    `is_cut` tells that it is not shown to its end.
    """
    if is_cut:
        return translated("No dated events so far.")
    if quest is Quest.UNDER_WAY:
        return translated("Dates are being looked for in this text.")
    if quest in (Quest.TEXT, Quest.READ):
        return being_read_in_words(quest)
    if quest is Quest.BROKEN_OFF and not len(companion.entries):
        return broken_off_in_words()
    if not len(companion.entries) and companion.warnings:
        return told(companion.warnings[0])
    if quest is Quest.DONE:
        return translated(
            "No dates were found in this text, nor people or terms that could stand in their place."
        )
    if not companion.document.text:
        return translated("No dated events here yet. Open a text to see its story in time.")
    if len(companion.entries):
        return translated("No dated events here yet. Give this text's companion file some, each with a date.")
    return translated(
        "No dated events here yet. A file named like the text, ending in .companion.yaml, brings them."
    )
