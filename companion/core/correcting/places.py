"""Places: who is named where, while a companion is being corrected."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from companion.core.document import Span
from companion.core.links import Ambiguity, Links, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable


class Places:
    """The mentions and undecided names of a companion, open to changes.

    Only the entries that a change touches are taken apart, so that one costs nothing for the others.
    """

    def __init__(self, links: Links) -> None:
        self._links = links
        self._of: dict[str, dict[Span, None]] = {}
        self._added: list[tuple[int, int, str]] = []
        self._longest = 0
        self._has_decided = False
        self._undecided = {Span(one.start, one.end): one.entries for one in links.ambiguities}
        self._names_undecided: dict[str, set[Span]] = {}
        for span, entries in self._undecided.items():
            for entry in entries:
                self._names_undecided.setdefault(entry, set()).add(span)

    # -- what there is

    def of(self, entry: str) -> list[Span]:
        """Where the entry is named."""
        return list(self._places(entry))

    def count(self, entry: str) -> int:
        """How often the entry is named."""
        return len(self._of[entry]) if entry in self._of else self._links.count(entry)

    def at(self, span: Span) -> list[Mention]:
        """The mentions that share a sign with `span`."""
        held = [one for one in self._links.within(*span) if self._is_held(one)]
        index = bisect_left(self._added, (span.end,)) - 1
        while index >= 0 and self._added[index][0] > span.start - self._longest:
            start, end, entry = self._added[index]
            if end > span.start and Span(start, end) in self._of[entry]:
                held.append(Mention(entry, start, end))
            index -= 1
        return held

    def undecided_at(self, span: Span) -> list[Span]:
        """The undecided names that share a sign with `span`."""
        near = self._links.ambiguities_within(span.start - 200, span.end)
        spans = (Span(one.start, one.end) for one in near)
        return [one for one in spans if one in self._undecided and one.overlaps(span)]

    def undecided(self) -> Iterable[tuple[Span, tuple[str, ...]]]:
        """All undecided names with those who bear them."""
        return self._undecided.items()

    def _places(self, entry: str) -> dict[Span, None]:
        if entry not in self._of:
            self._of[entry] = {Span(one.start, one.end): None for one in self._links.of(entry)}
        return self._of[entry]

    def _is_held(self, mention: Mention) -> bool:
        return mention.entry not in self._of or mention.span in self._of[mention.entry]

    # -- changes

    def free(self, mention: Mention) -> None:
        """Has the entry no longer named there."""
        self._places(mention.entry).pop(mention.span, None)

    def give(self, entry: str, span: Span) -> None:
        """Has the entry named there; the place is free, or shared with an event."""
        places = self._places(entry)
        if span in places:
            return
        places[span] = None
        place = (*span, entry)
        index = bisect_left(self._added, place)
        is_known = self._added[index : index + 1] == [place] or Mention(entry, *span) in self._links.within(
            *span
        )
        if not is_known:
            self._longest = max(self._longest, span.end - span.start)
            self._added.insert(index, place)

    def decide(self, span: Span) -> None:
        """Takes an undecided name out of those that are."""
        self._has_decided = True
        for entry in self._undecided.pop(span, ()):
            self._names_undecided[entry].discard(span)

    def withdraw(self, entry: str, span: Span) -> None:
        """Has an undecided name not mean the entry; where it can mean but one other, it does."""
        left = tuple(other for other in self._undecided.get(span, ()) if other != entry)
        self._decide_among(span, left)

    def hand_over(self, entry: str, to: str) -> None:
        """Gives all that one entry has to another, which then is meant where either may be."""
        for span in self.of(entry):
            self.free(Mention(entry, *span))
            self.give(to, span)
        for span in list(self._names_undecided.get(entry, ())):
            others = (to if one == entry else one for one in self._undecided[span])
            self._decide_among(span, tuple(dict.fromkeys(others)))

    def forget(self, entry: str) -> None:
        """Frees all that an entry has, for nobody."""
        self._places(entry).clear()
        for span in list(self._names_undecided.get(entry, ())):
            self.withdraw(entry, span)

    def _decide_among(self, span: Span, entries: tuple[str, ...]) -> None:
        self.decide(span)
        if len(entries) == 1:
            self.give(entries[0], span)
        elif entries:
            self._undecided[span] = entries
            for entry in entries:
                self._names_undecided.setdefault(entry, set()).add(span)

    def changed(self) -> frozenset[str]:
        """The entries that may be named elsewhere than before."""
        return frozenset(self._of)

    def links(self) -> Links:
        """The mentions and undecided names as they are now."""
        if not self._of and not self._has_decided:
            return self._links
        left = (Ambiguity(*span, entries) for span, entries in self._undecided.items())
        return self._links.with_places(self._of, left)
