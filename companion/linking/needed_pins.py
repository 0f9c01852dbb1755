"""Needed pins: what has to be said of single places so that a companion file names who is named now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.correcting.pinning import pin_at
from companion.core.document import Span
from companion.core.entries import Event

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.core.companion import Companion
    from companion.core.entries import Entry, Pin
    from companion.core.links import Links, Mention
    from companion.linking.pins import Pinned

Needed = dict[str, tuple[dict["Pin", None], dict["Pin", None]]]
"""By the id of an entry the places where it is meant, and those where it is not."""


def needed_pins(companion: Companion, pinned: Iterable[Pinned], bare: Links) -> Needed:
    """The pins that are still true and tell what names do not, and what else is lacking for their entries.

    `pinned` are the places of all pins, `bare` the mentions that names alone would give. Of entries that were
    found in the text only what was said of them is said again: their names were not all there was to go by.
    """
    return _Needed(companion, bare).of(pinned)


class _Needed:
    """One companion and what its names alone would give."""

    def __init__(self, companion: Companion, bare: Links) -> None:
        self._companion, self._links, self._bare = companion, companion.links, bare
        self._needed: Needed = {}
        self._said: set[tuple[str, Span, bool]] = set()

    def of(self, pinned: Iterable[Pinned]) -> Needed:
        touched: dict[str, None] = {}
        for one in pinned:
            touched[one.entry] = None
            touched.update((other.entry, None) for other in self._bare.within(*one.span))
            if self._is_true(one) and self._is_lacking(one):
                self._say(one.entry, one.span, one.pin, is_meant=one.is_meant)
        for entry_id in touched:
            entry = self._companion.entry(entry_id)
            if entry is not None and not entry.is_found:
                self._complete(entry)
        return self._needed

    def _is_true(self, one: Pinned) -> bool:
        inside = [other for other in self._links.within(*one.span) if other.entry == one.entry]
        return any(other.span == one.span for other in inside) if one.is_meant else not inside

    def _is_lacking(self, one: Pinned) -> bool:
        inside = [other for other in self._bare.within(*one.span) if other.entry == one.entry]
        would_be = any(other.span == one.span for other in inside) if one.is_meant else not inside
        return not would_be or any(span.overlaps(one.span) for span in self._undecided(one.span))

    def _undecided(self, near: Span) -> Iterator[Span]:
        for one in self._bare.ambiguities_within(near.start - _LONGEST, near.end):
            yield Span(one.start, one.end)

    def _complete(self, entry: Entry) -> None:
        """Says at each other place of an entry what its names tell otherwise."""
        named, would_be = ({one.span for one in links.of(entry.id)} for links in (self._links, self._bare))
        for span in sorted(named - would_be):
            self._say(entry.id, span, is_meant=True)
        may_be = [Span(one.start, one.end) for one in self._bare.ambiguities if entry.id in one.entries]
        open_still = {Span(one.start, one.end) for one in self._links.ambiguities}
        for span in sorted({*(would_be - named), *(one for one in may_be if one not in open_still)}):
            others = [one for one in self._links.within(*span) if self._excludes(entry, one, span)]
            for other in others:
                self._say(other.entry, other.span, is_meant=True)
            if not others and span not in named:
                self._say(entry.id, span, is_meant=False)

    def _excludes(self, entry: Entry, other: Mention, span: Span) -> bool:
        """Whether an entry is not named where another one is: an event may share a place with others."""
        found = self._companion.entry(other.entry)
        is_alike = isinstance(found, Event) == isinstance(entry, Event)
        return other.entry != entry.id and (other.span != span or is_alike)

    def _say(self, entry_id: str, span: Span, pin: Pin | None = None, *, is_meant: bool) -> None:
        if (entry_id, span, is_meant) not in self._said:
            self._said.add((entry_id, span, is_meant))
            pins = self._needed.setdefault(entry_id, ({}, {}))[0 if is_meant else 1]
            pins[pin or pin_at(self._companion.document, span)] = None


_LONGEST = 200
"""Code points that an undecided name has at most."""
