"""Placed marks: the marks of a text in the order of their places, and which of them stand where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.core.corrections import Subject
    from companion.core.notes import Mark, MarkKind

_LINE = 80
"""Code points: a bookmark no longer than this may be one of a line."""


class Placed(NamedTuple):
    """A mark and where its words stand in the open text; None where they are not found again.

    A note on an entry or on the whole text has no place either.
    """

    bookmark: Mark
    span: Span | None


class PlacedMarks:
    """Marks given in the order of their places, as `in_order` puts them."""

    def __init__(self, marks: Iterable[Placed] = ()) -> None:
        self.marks = tuple(marks)
        self._starts = [item.span.start for item in self.marks if item.span is not None]
        self._longest = max((item.span.end - item.span.start for item in self.marks if item.span), default=0)
        self._by_id = {item.bookmark.id: item for item in self.marks}

    def of(self, mark_id: str) -> Placed | None:
        """The mark of that id."""
        return self._by_id.get(mark_id)

    def with_others(self, gone: Iterable[str], new: Iterable[Placed]) -> PlacedMarks:
        """Without the marks of the ids that are `gone`, and with `new` ones, few of either.

        A change of one among ten thousand must not hold up the window.
        """
        marks = list(self.marks)
        for mark_id in gone:
            del marks[bisect_left(marks, _by_place(self._by_id[mark_id]), key=_by_place)]
        for item in new:
            marks.insert(bisect_left(marks, _by_place(item), key=_by_place), item)
        return PlacedMarks(marks)

    def about(self, subject: Subject | None) -> list[Mark]:
        """The notes on that entry, or on the whole text where that is None."""
        return [
            placed.bookmark
            for placed in self.marks[len(self._starts) :]
            if placed.bookmark.anchor is None and placed.bookmark.about == subject
        ]

    def over(self, offset: int) -> list[Mark]:
        """The marks in whose words the letter at `offset` stands; the shortest last."""
        found = [placed for placed in self.touching(Span(offset, offset + 1)) if placed.span]
        found.sort(key=lambda placed: -(placed.span.end - placed.span.start) if placed.span else 0)
        return [placed.bookmark for placed in found]

    def beginning_in(self, start: int, end: int) -> list[Placed]:
        """The marks whose words begin in ``[start, end)``, by place."""
        first = bisect_left(self._starts, start)
        return list(self.marks[first : bisect_left(self._starts, end, first)])

    def touching(self, span: Span) -> list[Placed]:
        """The marks whose words lie in `span` at least in part, by place."""
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_left(self._starts, span.end, first)
        return [placed for placed in self.marks[first:last] if placed.span and placed.span.overlaps(span)]

    def at(self, words: Span, kind: MarkKind, *, is_line: bool) -> Mark | None:
        """The mark of that kind of exactly these words; where they are a line's, the one in that line."""
        if is_line:
            same = (placed for placed in self.touching(words) if _is_of_line(placed, words))
        else:
            same = (placed for placed in self.touching(words) if placed.span == words)
        found = next((placed for placed in same if placed.bookmark.kind is kind), None)
        return found.bookmark if found else None

    def next(self, place: int, mark_id: str = "") -> str | None:
        """The id of the mark after the one of that id, or else after `place`; round the end."""
        return self._step(mark_id, 1, bisect_right(self._starts, place))

    def previous(self, place: int, mark_id: str = "") -> str | None:
        """The id of the mark before the one of that id, or else before `place`."""
        return self._step(mark_id, -1, bisect_left(self._starts, place) - 1)

    def _step(self, mark_id: str, by: int, otherwise: int) -> str | None:
        if not self._starts:
            return None
        here = self._by_id.get(mark_id)
        index = otherwise if here is None or here.span is None else self.marks.index(here) + by
        return self.marks[index % len(self._starts)].bookmark.id


def in_order(marks: Iterable[Placed]) -> list[Placed]:
    """Marks by their places; those without a place come last, by where they stood when they were made."""
    return sorted(marks, key=_by_place)


def _is_of_line(placed: Placed, line: Span) -> bool:
    """Whether a bookmark is of that line: begun in it, or as short as a line that was set otherwise."""
    span = placed.span or Span(-1, -1)
    return span.start >= line.start or span.end - span.start <= _LINE


def _by_place(placed: Placed) -> tuple[bool, int, int, str]:
    words = placed.bookmark.anchor
    span = placed.span or (Span(words.start, words.end) if words else Span(-1, -1))
    return placed.span is None, *span, placed.bookmark.id
