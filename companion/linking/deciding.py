"""Deciding: which entry is meant at each place where the text spells a name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

from companion.core.entries import Event, Match
from companion.core.links import Ambiguity, Mention
from companion.core.message import Message
from companion.linking.automaton import longest

if TYPE_CHECKING:
    from companion.linking.automaton import Hit
    from companion.linking.claims import Claim
    from companion.linking.event_dates import Dated
    from companion.linking.folding import Folded
    from companion.linking.names import Names


_FAR = 20_000
"""So many signs, some ten pages, back to a full name the reader may have forgotten who was meant."""

_MORE_OFTEN = 4


class Deciding:
    """Goes through the names in the order of the text and gives each to its entry.

    A name that one entry alone bears is a full mention. A name that several bear is given to the one of
    them whose full mention stands nearest before it. It stays undecided without one, and where the
    nearest one is many pages back, unless that entry is named in full far more often than the others. An
    event may share its name with a term or a person: both are meant.
    """

    def __init__(self, names: Names, folded: Folded) -> None:
        self._names = names
        self._folded = folded
        self._ids = [entry.id for entry in names.entries]
        self._is_event = [isinstance(entry, Event) for entry in names.entries]
        self._last: dict[int, int] = {}
        self._counts: Counter[int] = Counter()
        self._undecided: dict[tuple[int, ...], list[str]] = {}
        self._vetoes = Vetoes([], names, folded)
        self.mentions: list[Mention] = []
        self.ambiguities: list[Ambiguity] = []

    def decide(self, hits: list[Hit], dates: list[Dated]) -> list[Dated]:
        """Decides all names among the hits; returns the dates that are not part of a longer name."""
        names, self._vetoes = self._names, Vetoes(hits, self._names, self._folded)
        if vetoes := self._vetoes:
            hits = [hit for hit in hits if self._bearers(hit)]
            dates = [date for date in dates if not all(vetoes.forbid(n, *date[:2]) for n in date.events)]
        first_date = len(names.spellings)
        spans = {(date.start, date.end) for date in dates}
        twins = {hit[1:]: hit for hit in hits if hit[1:] in spans} if spans else {}
        places = [(first_date + number, date.start, date.end) for number, date in enumerate(dates)]
        kept = longest(hits, places)
        if dates:
            named = (hit if hit[0] < first_date else twins.get(hit[1:]) for hit in kept)
            self._name_all([hit for hit in named if hit is not None])
        else:
            self._name_all(kept)
        return [dates[hit[0] - first_date] for hit in kept if hit[0] >= first_date]

    def _name_all(self, hits: list[Hit]) -> None:
        sole = [self._sole(claims) for claims in self._names.claims]
        self._counts = Counter(entry for hit in hits if (entry := sole[hit[0]]) is not None)
        span, last, ids = self._folded.span, self._last, self._ids
        for hit in hits:
            number, start, end = hit
            entry = sole[number]
            if entry is not None:
                last[entry] = start
                self.mentions.append(Mention(ids[entry], *span(start, end)))
            else:
                self._name(hit)

    @staticmethod
    def _sole(claims: list[Claim]) -> int | None:
        """The entry that alone may be meant by a spelling, whatever its letters are."""
        return claims[0].entry if len(claims) == 1 and not claims[0].form.tail else None

    def _bearers(self, hit: Hit) -> list[Claim]:
        """The claims that hold at a place: the letters are what was meant, and no veto is on it."""
        number, start, end = hit
        written = self._folded.cased[start:end]
        return [
            claim
            for claim in self._names.claims[number]
            if claim.form.match is not Match.NEVER
            and claim.fits(written)
            and not self._vetoes.forbid(claim.entry, start, end)
        ]

    def _name(self, hit: Hit) -> None:
        claims = self._bearers(hit)
        for group in (
            [claim for claim in claims if self._is_event[claim.entry]],
            [claim for claim in claims if not self._is_event[claim.entry]],
        ):
            if group:
                self._give(group, *hit[1:])

    def _give(self, claims: list[Claim], start: int, end: int) -> None:
        end -= min(claim.form.tail for claim in claims)
        bearers = tuple(dict.fromkeys(claim.entry for claim in claims))
        span = self._folded.span(start, end)
        meant = bearers[0] if len(bearers) == 1 else self._nearest(bearers, start)
        if meant is not None:
            self.mentions.append(Mention(self._ids[meant], *span))
        else:
            self.ambiguities.append(Ambiguity(*span, tuple(self._ids[bearer] for bearer in bearers)))
            self._undecided.setdefault(bearers, []).append(self._folded.cased[start:end])
        if len(bearers) == 1:
            self._last[bearers[0]] = start

    def _nearest(self, bearers: tuple[int, ...], start: int) -> int | None:
        """Which of the bearers of a name is meant at `start`, by the full names before it."""
        before = [bearer for bearer in bearers if bearer in self._last]
        if not before:
            return None
        nearest = max(before, key=self._last.__getitem__)
        others = sum(self._counts[bearer] for bearer in bearers if bearer != nearest)
        near = start - self._last[nearest] <= _FAR
        return nearest if near or self._counts[nearest] >= _MORE_OFTEN * others else None

    def warnings(self) -> list[Message]:
        """A sentence for each set of entries of which a shared name stays undecided somewhere."""
        entries = self._names.entries
        return [
            _unclear(places[0], [entries[bearer].heading for bearer in bearers], len(places))
            for bearers, places in self._undecided.items()
        ]


def _unclear(name: str, headings: list[str], count: int) -> Message:
    who = Message("‘{name}’", name=headings[0])
    for heading in headings[1:-1]:
        who = Message("{names}, ‘{name}’", names=who, name=heading)
    who = Message("{names} or ‘{name}’", names=who, name=headings[-1])
    if count == 1:
        return Message(
            "‘{name}’ may be {who}. It has no link at one place, where no full name before it decides.",
            name=name,
            who=who,
        )
    return Message(
        "‘{name}’ may be {who}. It has no link at %Ln places, where no full name before it decides.",
        "",
        count,
        name=name,
        who=who,
    )


class Vetoes:
    """The places that an entry's companion says are not this entry, though they hold a name of it."""

    def __init__(self, hits: list[Hit], names: Names, folded: Folded) -> None:
        spans: dict[int, dict[int, int]] = {}
        self._exact: set[tuple[int, int, int]] = set()
        forbidding = {
            number
            for number, claims in enumerate(names.claims)
            if any(claim.form.match is Match.NEVER for claim in claims)
        }
        for number, start, end in hits if forbidding else ():
            written = folded.cased[start:end] if number in forbidding else ""
            for claim in names.claims[number] if written else ():
                if claim.form.match is Match.NEVER and claim.fits(written):
                    ends = spans.setdefault(claim.entry, {})
                    ends[start] = max(end, ends.get(start, 0))
                    if written == claim.form.spelled:
                        self._exact.add((claim.entry, start, end))
        self._reaches = {entry: _reaches(ends) for entry, ends in spans.items()}

    def __bool__(self) -> bool:
        return bool(self._reaches)

    def forbid(self, entry: int, start: int, end: int) -> bool:
        """Whether what stands at ``[start, end)`` is no mention of this entry.

        A veto of the same length counts only when it is written letter for letter: ``will`` does not
        forbid ``Will``.
        """
        if entry not in self._reaches:
            return False
        starts, ends = self._reaches[entry]
        before, at = bisect_left(starts, start) - 1, bisect_right(starts, start) - 1
        return (
            (before >= 0 and ends[before] >= end)
            or (at >= 0 and ends[at] > end)
            or (entry, start, end) in self._exact
        )


def _reaches(ends: dict[int, int]) -> tuple[list[int], list[int]]:
    """Where spans begin, in order, and for each how far it or any one before it reaches."""
    starts = sorted(ends)
    return starts, list(accumulate((ends[start] for start in starts), max))
