"""The blocks of a text in the making, kept in columns, since a long book has many."""

from __future__ import annotations

from array import array
from itertools import accumulate, chain, repeat
from operator import add

from companion.core.document import BlockKind, Blocks

_NUMBERS = {kind: number for number, kind in enumerate(BlockKind)}


class WrittenBlocks(Blocks):
    """Blocks to which others are added at the end; a slice of them is not added to any more."""

    __slots__ = ("_places",)

    def __init__(self) -> None:
        self._places = {"": 0}
        super().__init__(array("B"), array("I"), array("I"), array("I"), array("I"), [""])

    def add(self, kind: BlockKind, start: int, end: int, level: int = 0, marker: str = "") -> None:
        """Adds a block."""
        self.kinds.append(_NUMBERS[kind])
        self.starts.append(start)
        self.ends.append(end)
        self.levels.append(level)
        self.markers.append(self._place(marker) if marker else 0)

    def add_alike(self, kind: BlockKind, start: int, lengths: list[int], level: int, between: int) -> None:
        """Adds blocks of one kind without markers, the first at `start`, with so many signs between them."""
        steps = map(add, lengths, repeat(between))
        starts = list(accumulate(chain((start,), steps)))[:-1]
        self.kinds.extend(repeat(_NUMBERS[kind], len(lengths)))
        self.starts.extend(starts)
        self.ends.extend(map(add, starts, lengths))
        self.levels.extend(repeat(level, len(lengths)))
        self.markers.extend(repeat(0, len(lengths)))

    def last_is(self, kind: BlockKind) -> bool:
        """Whether the last block is of this kind."""
        return bool(self.kinds) and self.kinds[-1] == _NUMBERS[kind]

    def _place(self, marker: str) -> int:
        place = self._places.setdefault(marker, len(self._places))
        if place == len(self.names):
            self.names = [*self.names, marker]
        return place
