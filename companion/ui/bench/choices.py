"""Choices: what the palette asks while a companion is mended: which entry is meant, and when it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.dates import DateError, parse_date
from companion.core.entries import Entry, Match
from companion.core.lookup import Lookup
from companion.ui.entries.entry_words import kind_in_words, passages_in_words
from companion.ui.finding.goals import Goal
from companion.ui.looks.theme import Role
from companion.ui.program.language import date_in_words, translated

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from companion.ui.reading import Reading


class EntryChoice:
    """One of the entries, by any of their names; `first` are the ids of those that are likeliest."""

    lines = 1

    def __init__(
        self,
        reading: Reading,
        prompt: str,
        take: Callable[[str], None],
        *,
        without: Collection[str] = (),
        first: Sequence[str] = (),
    ) -> None:
        self.prompt = prompt
        self._take = take
        self._companion = companion = reading.companion
        self._entries = [entry for entry in companion.entries if entry.id not in without]
        likely = {entry_id: number for number, entry_id in enumerate(first)}
        self._entries.sort(key=lambda entry: -companion.links.count(entry.id))
        self._entries.sort(key=lambda entry: likely.get(entry.id, len(likely)))
        self._lookup: Lookup | None = None

    def find(self, typed: str) -> list[Goal]:
        """The entries that fit; all of them as long as nothing is typed."""
        if not typed.strip():
            return [self._goal(entry) for entry in self._entries]
        if self._lookup is None:
            self._lookup = Lookup(map(_names, self._entries))
        return [self._goal(self._entries[found.number]) for found in self._lookup.find(typed)]

    def nothing(self, typed: str) -> str:
        """What to say when there is none."""
        return translated("No entry has a name like “{typed}”.").format(typed=typed.strip())

    def follow(self, goal: Goal) -> None:
        """Tells which entry was chosen."""
        self._take(goal.key)

    def _goal(self, entry: Entry) -> Goal:
        count = self._companion.links.count(entry.id)
        words = passages_in_words(len(self._companion.passages(entry.id))) if count else ""
        return Goal(entry.id, entry.heading, kind_in_words(entry.kind), words, role=Role(entry.kind.value))


class DateChoice:
    """A date, typed in words or in EDTF; `first` is one that is likely, in EDTF."""

    lines = 1

    def __init__(self, prompt: str, take: Callable[[str], None], first: str = "") -> None:
        self.prompt = prompt
        self._take, self._first = take, first

    def find(self, typed: str) -> list[Goal]:
        """The date that was typed, as it is said."""
        try:
            date = parse_date(typed.strip() or self._first) if typed.strip() or self._first else None
        except DateError:
            date = None
        if date is None:
            return []
        return [Goal(date.edtf, date_in_words(date), translated("date"), date.edtf, role=Role.EVENT)]

    def nothing(self, typed: str) -> str:
        """How a date is written, or what is wrong with it."""
        if typed.strip():
            try:
                parse_date(typed)
            except DateError as error:
                from companion.ui.program.language import told

                return told(error.sentence)
        return translated(
            "A date in words or figures: 7 September 1812, 1812-09, the winter of 1943–1944, 1860~."
        )

    def follow(self, goal: Goal) -> None:
        """Tells which date was chosen."""
        self._take(goal.key)


def _names(entry: Entry) -> tuple[str, ...]:
    others = (alias.text for alias in entry.aliases if alias.match is not Match.NEVER)
    return (entry.heading, *others)
