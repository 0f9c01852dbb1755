"""Links: where the entries are named in the text, sorted once and found by bisection ever after."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import chain, compress, repeat
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from companion.core.spans import Spans


class Mention(NamedTuple):
    """One place where an entry is named: its id and the span ``[start, end)`` of the name."""

    entry: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where the name stands."""
        return Span(self.start, self.end)


_NONE: array[int] = array("I")
_ENTRY, _START, _END, _PLACE = itemgetter(0), itemgetter(1), itemgetter(2), itemgetter(1, 2)
_ROW_PLACE = itemgetter(0, 1)
_STRETCH = 20_000


class Ambiguity(NamedTuple):
    """A name that more than one entry bears and nothing before it decides: left unlinked, but shown."""

    start: int
    end: int
    entries: tuple[str, ...]


class Links:
    """All mentions of a document, by place and by entry. Frozen once made; may cross threads.

    Mentions are sorted by start. Two mentions may share a span (a date that belongs to two events) but
    never overlap otherwise. Kept as arrays of integers, so a book of 200,000 mentions costs 3 MB. Those of
    each entry are sorted out when somebody first asks for some.
    """

    __slots__ = ("_ends", "_ids", "_numbers", "_sorted_out", "_starts", "ambiguities")

    def __init__(self, mentions: Iterable[Mention] = (), ambiguities: Iterable[Ambiguity] = ()) -> None:
        ordered = sorted(mentions, key=_PLACE)
        ids = list(dict.fromkeys(map(_ENTRY, ordered)))
        number = {entry: index for index, entry in enumerate(ids)}
        numbers = array("I", [number[mention[0]] for mention in ordered])
        self._take(ids, numbers, array("I", map(_START, ordered)), array("I", map(_END, ordered)))
        self.ambiguities: tuple[Ambiguity, ...] = tuple(sorted(ambiguities))

    def _take(self, ids: list[str], numbers: array[int], starts: array[int], ends: array[int]) -> None:
        """Takes mentions in order; the ids stand in the order in which the entries are first named."""
        self._ids, self._numbers, self._starts, self._ends = ids, numbers, starts, ends
        self._sorted_out: dict[str, array[int]] | None = None

    @property
    def _by_entry(self) -> dict[str, array[int]]:
        """For each entry the indices of its mentions."""
        if self._sorted_out is None:
            indices = [array("I") for _ in self._ids]
            for index, entry in enumerate(self._numbers):
                indices[entry].append(index)
            self._sorted_out = dict(zip(self._ids, indices, strict=True))
        return self._sorted_out

    @classmethod
    def of_columns(
        cls,
        ids: Sequence[str],
        numbers: array[int],
        starts: array[int],
        ends: array[int],
        ambiguities: Iterable[Ambiguity] = (),
    ) -> Links:
        """The mentions at `starts` and `ends`, in order; `numbers` tells which of the `ids` each names.

        An id may stand there twice, or be named nowhere.
        """
        first = dict.fromkeys(numbers)
        known = list(dict.fromkeys(ids[number] for number in first))
        place = {entry: index for index, entry in enumerate(known)}
        new = {number: place[ids[number]] for number in first}
        made = cls(ambiguities=ambiguities)
        made._take(known, array("I", map(new.__getitem__, numbers)), starts, ends)
        return made

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Links):
            return NotImplemented
        return self._columns == other._columns

    def __hash__(self) -> int:
        return hash((tuple(self._ids), len(self), self.ambiguities))

    @property
    def _columns(self) -> tuple[object, ...]:
        return self._ids, self._numbers, self._starts, self._ends, self.ambiguities

    def renamed(self, ids: Mapping[str, str]) -> Links:
        """With other ids for the entries; those that are given none are named no more, nor left undecided."""
        new = [ids.get(entry) for entry in self._ids]
        kept = [index for index, number in enumerate(self._numbers) if new[number] is not None]
        return Links.of_columns(
            [entry or "" for entry in new],
            array("I", map(self._numbers.__getitem__, kept)),
            array("I", map(self._starts.__getitem__, kept)),
            array("I", map(self._ends.__getitem__, kept)),
        )

    def until(self, end: int) -> Links:
        """The mentions and undecided names that stand wholly before `end`, in about the time of a copy."""
        count = self.count_until(end)
        cut = Links()
        cut._starts, cut._ends, cut._numbers = self._starts[:count], self._ends[:count], self._numbers[:count]
        cut._ids, by_entry = [], {}
        for entry in self._ids:  # they are in the order of their first mentions
            places = self._by_entry[entry]
            if places[0] >= count:
                break
            cut._ids.append(entry)
            by_entry[entry] = places[: bisect_left(places, count)]
        cut._sorted_out = by_entry
        cut.ambiguities = self.ambiguities[: self.ambiguities_until(end)]
        return cut

    def count_until(self, end: int) -> int:
        """How many mentions stand wholly before `end`."""
        count = bisect_left(self._starts, end)
        while count > 0 and self._ends[count - 1] > end:
            count -= 1
        return count

    def ambiguities_until(self, end: int) -> int:
        """How many undecided names stand wholly before `end`."""
        count = bisect_left(self.ambiguities, end, key=_ambiguity_start)
        while count > 0 and self.ambiguities[count - 1].end > end:
            count -= 1
        return count

    def without(self, entries: Collection[str]) -> Links:
        """Without the mentions of these entries; undecided names stay as they are."""
        is_kept = bytes(entry not in entries for entry in self._ids)
        kept = bytes(map(is_kept.__getitem__, self._numbers))
        starts, ends, numbers = (
            array("I", compress(column, kept)) for column in (self._starts, self._ends, self._numbers)
        )
        return Links.of_columns(self._ids, numbers, starts, ends, self.ambiguities)

    def starts_of(self, entries: Iterable[str]) -> list[int]:
        """Where the mentions of these entries begin, in order."""
        indices = chain.from_iterable(map(self.indices_of, entries))
        return sorted(map(self._starts.__getitem__, indices))

    def first_ends(self, text: str) -> dict[tuple[str, str], int]:
        """For an entry's id and a name as it stands in `text`, the end of the first place named so."""
        found: dict[tuple[int, str], int] = {}
        for last in range(len(self), 0, -_STRETCH):  # between two stretches other threads have a turn
            part = slice(max(0, last - _STRETCH), last)
            starts, ends, numbers = (
                column[part][::-1] for column in (self._starts, self._ends, self._numbers)
            )
            words = map(text.__getitem__, map(slice, starts, ends))
            found.update(zip(zip(numbers, words, strict=True), ends, strict=True))  # the first one stays
        return {(self._ids[number], name): end for (number, name), end in found.items()}

    def with_places(self, places: Mapping[str, Collection[Span]], ambiguities: Iterable[Ambiguity]) -> Links:
        """With these places of the entries given and these undecided names; other entries keep theirs."""
        ids = list(dict.fromkeys((*self._ids, *places)))
        number = {entry: index for index, entry in enumerate(ids)}
        changed = {number[entry] for entry in places}
        rows = [
            row for row in zip(self._starts, self._ends, self._numbers, strict=True) if row[2] not in changed
        ]
        rows += [(*span, number[entry]) for entry, spans in places.items() for span in spans]
        rows.sort(key=_ROW_PLACE)
        starts, ends, numbers = (array("I", map(itemgetter(column), rows)) for column in range(3))
        return Links.of_columns(ids, numbers, starts, ends, ambiguities)

    @property
    def ids(self) -> Sequence[str]:
        """The ids of all entries that are named, in the order of their first mentions."""
        return self._ids

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[Mention]:
        return (self[index] for index in range(len(self)))

    def __getitem__(self, index: int) -> Mention:
        return Mention(self._ids[self._numbers[index]], self._starts[index], self._ends[index])

    def indices_of(self, entry: str) -> array[int]:
        """The indices, ascending, of the mentions of `entry`; empty when it is never named."""
        return self._by_entry.get(entry, _NONE)

    def start(self, index: int) -> int:
        """Where the mention of that index begins; in a third of the time of making it."""
        return int(self._starts[index])

    def of(self, entry: str) -> list[Mention]:
        """The mentions of `entry` in the order of the text."""
        return [self[index] for index in self.indices_of(entry)]

    def count(self, entry: str) -> int:
        """How often `entry` is named."""
        return len(self.indices_of(entry))

    def at(self, offset: int) -> list[Mention]:
        """The mentions that cover the code point at `offset`."""
        index = bisect_right(self._starts, offset)
        found: list[Mention] = []
        while index > 0 and self._ends[index - 1] > offset:
            index -= 1
            found.append(self[index])
        return found[::-1]

    def index_from(self, offset: int) -> int:
        """The index of the first mention that begins at or after `offset`; the count when none does."""
        return bisect_left(self._starts, offset)

    def range_within(self, start: int, end: int) -> range:
        """The indices of the mentions that overlap ``[start, end)``."""
        first = bisect_right(self._starts, start)
        while first > 0 and self._ends[first - 1] > start:
            first -= 1
        return range(first, bisect_left(self._starts, end, first))

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that overlap ``[start, end)``, in the order of the text."""
        return [self[index] for index in self.range_within(start, end)]

    def entries_within(self, start: int, end: int) -> list[str]:
        """The ids of the entries named in ``[start, end)``, each once, in the order of the text."""
        return list(dict.fromkeys(self._ids[self._numbers[i]] for i in self.range_within(start, end)))

    def count_within(self, spans: Spans) -> Counter[str]:
        """In how many of these spans each entry is named, in the order in which they are met.

        A main character of a long text has tens of thousands: each step goes over all of them at once.
        """
        firsts = map(bisect_right, repeat(self._ends), spans.starts)
        ranges = map(slice, firsts, map(bisect_left, repeat(self._starts), spans.ends))
        each = map(dict.fromkeys, map(self._numbers.__getitem__, ranges))
        counted: Counter[int] = Counter(chain.from_iterable(each))
        return Counter({self._ids[number]: count for number, count in counted.items()})

    def tally_within(self, start: int, end: int) -> dict[str, int]:
        """How often each entry is named in ``[start, end)``, in the order of the text."""
        found = self.range_within(start, end)
        counts = Counter(self._numbers[found.start : found.stop])
        return {self._ids[number]: count for number, count in counts.items()}

    def is_first_since(self, mention: Mention, start: int) -> bool:
        """Whether `mention` is the first of its entry that begins at or after `start`."""
        indices = self.indices_of(mention.entry)
        place = bisect_left(indices, start, key=self._starts.__getitem__)
        return place < len(indices) and self._starts[indices[place]] == mention.start

    def ambiguities_within(self, start: int, end: int) -> tuple[Ambiguity, ...]:
        """The undecided names that begin in ``[start, end)``."""
        first = bisect_left(self.ambiguities, start, key=_ambiguity_start)
        return self.ambiguities[first : bisect_left(self.ambiguities, end, first, key=_ambiguity_start)]

    def ambiguity_at(self, offset: int) -> Ambiguity | None:
        """The undecided name that covers `offset`, if there is one."""
        index = bisect_right(self.ambiguities, offset, key=_ambiguity_start) - 1
        if index >= 0 and self.ambiguities[index].end > offset:
            return self.ambiguities[index]
        return None


def _ambiguity_start(ambiguity: Ambiguity) -> int:
    return ambiguity.start
