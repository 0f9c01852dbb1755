"""Linker: ties the entries of a companion to the places of a text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.core import sentences
from companion.core.companion import Companion
from companion.core.document import Span
from companion.core.language import two_letters
from companion.core.links import Links, Mention
from companion.linking.deciding import Deciding
from companion.linking.event_choice import choose
from companion.linking.event_dates import EventDates
from companion.linking.folding import fold
from companion.linking.names import Names
from companion.linking.needed_pins import needed_pins
from companion.linking.pins import Pinned, Pins
from companion.linking.quotes import Quotes
from companion.linking.scanning import Scan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from companion.core.document import Document
    from companion.core.entries import Entries, Entry
    from companion.core.sentences import Sentences
    from companion.linking.event_dates import Dated


def link(
    document: Document, entries: Entries, *, progress: Callable[[float], None] | None = None
) -> Companion:
    """The companion of `document`: every place where an entry is named, and every passage that is quoted.

    `progress` is told, from time to time, how much is done, from 0 to 1.
    """
    return _Linking(document, entries, progress or _nobody).companion()


def with_needed_pins(companion: Companion) -> Companion:
    """The companion with those pins alone that say what its names do not, for a file that is written."""
    entries = companion.entries
    if not any(entry.here or entry.not_here for entry in entries):
        return companion
    linking = _Linking(companion.document, entries, _nobody)
    linking.companion()
    needed = needed_pins(companion, linking.pinned, linking.bare)

    def pinned(entry: Entry) -> Entry:
        here, not_here = needed.get(entry.id, ({}, {}))
        return replace(entry, here=tuple(here), not_here=tuple(not_here))

    return replace(companion, entries=entries.holding(map(pinned, entries)))


def _nobody(done: float) -> None:
    """Takes the progress when nobody asks for it."""


class _Linking:
    """One document being linked with its entries, step by step."""

    def __init__(self, document: Document, entries: Entries, progress: Callable[[float], None]) -> None:
        language = two_letters(entries.language or document.language)
        self._document = document
        self._entries = entries
        self._folded = fold(document)
        self._dates = EventDates(list(entries), language)
        self._names = Names(entries, language, self._dates)
        self._quotes = Quotes(self._names.entries)
        self._pins = Pins(self._names.entries)
        self.bare, self.pinned = Links(()), list[Pinned]()
        marks = [*self._quotes.anchors, *self._pins.anchors, *self._dates.anchors]
        self._scan = Scan(self._folded, self._names, marks, language, progress)

    def companion(self) -> Companion:
        """Everything that was found, decided and put in order."""
        first_pin = len(self._quotes.anchors)
        first_date = first_pin + len(self._pins.anchors)
        marks = self._scan.marked
        told = self._quotes.found([mark for mark in marks if mark[0] < first_pin], self._folded)
        pins = [(mark[0] - first_pin, *mark[1:]) for mark in marks if first_pin <= mark[0] < first_date]
        self.pinned = self._pins.found(pins, self._folded)
        later = [(mark[0] - len(self._pins.anchors), *mark[1:]) for mark in marks if mark[0] >= first_date]
        dates = self._dates.found(later, self._folded.cased)
        deciding = Deciding(self._names, self._folded)
        dated = deciding.decide(self._scan.hits, dates)
        split = sentences.split(self._document)
        mentions = dict.fromkeys(deciding.mentions)
        shared = any(len(date.events) > 1 for date in dated)
        named = Links(mentions if shared else ())
        mentions.update(dict.fromkeys(self._event_mentions(dated, named, split, told)))
        self.bare = Links(mentions, deciding.ambiguities)
        missing = (*self._quotes.missing(), *self._pins.missing())
        return Companion(
            self._document,
            self._entries,
            self._pins.laid_over(self.bare, self.pinned),
            split,
            told,
            (*self._names.warnings, *self._dates.warnings, *missing, *deciding.warnings()),
        )

    def _event_mentions(
        self, dated: list[Dated], links: Links, split: Sentences, told: Mapping[str, Sequence[Span]]
    ) -> Iterator[Mention]:
        """A mention for each date phrase and each event that it means."""
        for date in dated:
            place = Span(*self._folded.span(date.start, date.end))
            events = [self._names.entries[number] for number in date.events]
            if len(events) > 1:
                sentence = split.at(place.start)
                named = links.entries_within(sentence.start, sentence.end)
                words = self._document.text[sentence.start : sentence.end]
                events = choose(events, place, words, named, told)
            for event in events:
                yield Mention(event.id, *place)
