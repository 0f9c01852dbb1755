"""Pins: the single places at which a companion says who is meant there, or who is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.core.correcting.places import Places
from companion.core.document import Span
from companion.core.entries import Event
from companion.core.message import Message
from companion.linking.folding import small, tidy
from companion.linking.quotes import Effort, quote_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from companion.core.entries import Entry, Pin
    from companion.core.links import Links
    from companion.linking.automaton import Hit
    from companion.linking.folding import Folded
    from companion.linking.quotes import Quote


class Pinned(NamedTuple):
    """A place, and the entry that is meant there, or is not."""

    entry: str
    pin: Pin
    is_meant: bool
    span: Span


class _Sought(NamedTuple):
    entry: Entry
    pin: Pin
    is_meant: bool
    quote: Quote


class Pins:
    """The pins of all entries; `anchors` are the marks by which a scan finds them."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._kinds = {entry.id: isinstance(entry, Event) for entry in entries}
        self._sought: list[_Sought] = []
        self._unfound: dict[tuple[str, Pin], None] = {}
        for entry in entries:
            for pins, is_meant in ((entry.here, True), (entry.not_here, False)):
                for pin in pins:
                    self._unfound[entry.heading, pin] = None
                    if (quote := quote_of(pin.within)) is not None:
                        self._sought.append(_Sought(entry, pin, is_meant, quote))
        self.anchors = [sought.quote.anchor for sought in self._sought]

    def found(self, marks: Iterable[Hit], folded: Folded) -> list[Pinned]:
        """The places of the pins, given where the anchors stand; what is denied comes before what is said."""
        found: dict[Pinned, None] = {}
        effort = Effort()
        for number, place, _ in marks:
            entry, pin, is_meant, quote = self._sought[number]
            around = quote.around(folded.small, place, effort)
            inside = _inside(folded, around, pin.words) if around is not None else None
            if inside is not None:
                self._unfound.pop((entry.heading, pin), None)
                found[Pinned(entry.id, pin, is_meant, Span(*folded.span(*inside)))] = None
        return sorted(found, key=_order)

    def missing(self) -> list[Message]:
        """A sentence for each pin that the text does not have; asked for after `found`."""
        return [
            Message(
                "The text does not have “{words}” in “{within}”, given as a place of ‘{heading}’.",
                words=pin.words,
                within=pin.within if len(pin.within) <= _SHOWN else pin.within[: _SHOWN - 1] + "…",
                heading=heading,
            )
            for heading, pin in self._unfound
        ]

    def laid_over(self, links: Links, pinned: Sequence[Pinned]) -> Links:
        """The mentions with what is said of single places."""
        if not pinned:
            return links
        places = Places(links)
        for one in pinned:
            (self._give if one.is_meant else _withdraw)(places, one)
        return places.links()

    def _give(self, places: Places, one: Pinned) -> None:
        """An event may share a place with a term or a person, so neither takes it from the other."""
        for undecided in places.undecided_at(one.span):
            places.decide(undecided)
        for mention in places.at(one.span):
            is_alike = self._kinds[mention.entry] == self._kinds[one.entry]
            if mention.span != one.span or is_alike:
                places.free(mention)
        places.give(one.entry, one.span)


_SHOWN = 60


def _withdraw(places: Places, one: Pinned) -> None:
    for mention in places.at(one.span):
        if mention.entry == one.entry:
            places.free(mention)
    for undecided in places.undecided_at(one.span):
        places.withdraw(one.entry, undecided)


def _inside(folded: Folded, around: tuple[int, int], words: str) -> tuple[int, int] | None:
    """Where words stand first in a passage of the folded text, capitals aside if they must be."""
    tidied = tidy(words)
    for text, sought in ((folded.cased, tidied), (folded.small, small(tidied))):
        start = text.find(sought, *around) if sought else -1
        if start >= 0:
            return start, start + len(sought)
    return None


def _order(one: Pinned) -> tuple[bool, Span, str]:
    return one.is_meant, one.span, one.entry
