"""Sentences: where each sentence of a document begins and ends."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import TYPE_CHECKING

from companion.core.document import Document, Span

if TYPE_CHECKING:
    from collections.abc import Iterable


class Sentences:
    """The sentences of a document in order, without the blanks between them. Frozen; may cross threads."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        ordered = list(spans)
        self._starts = array("L", [start for start, _ in ordered])
        self._ends = array("L", [end for _, end in ordered])

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, index: int) -> Span:
        return Span(self._starts[index], self._ends[index])

    def index(self, offset: int) -> int:
        """The number of the sentence at `offset`, or of the last one that begins before it; 0 at least."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def at(self, offset: int) -> Span:
        """The sentence at `offset`; an empty span there when the document has no sentences."""
        return self[self.index(offset)] if self._starts else Span(offset, offset)
