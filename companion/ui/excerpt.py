"""Excerpts: the words of a passage round a name, as many as there is room for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.core.document import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_BLANK = {ord(blank): " " for blank in "\t\n\v\f\r\x85\u2028\u2029"}
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words on one line, with an ellipsis where they were cut; `marks` are spans of them, in code points."""

    text: str
    marks: tuple[Span, ...] = ()


def excerpt(text: str, span: Span, marks: Sequence[Span] = (), room: int = 80) -> Excerpt:
    """About `room` code points of ``text[span]``, round the first of `marks`, cut between words.

    `marks` are sorted spans of `text`; those outside of what is shown are left out.
    """
    start, end = _cut(text, span, marks[0] if marks else Span(span.start, span.start), room)
    before = _ELLIPSIS if start > span.start else ""
    after = _ELLIPSIS if end < span.end else ""
    shift = len(before) - start
    shown = Span(start, end)
    placed = tuple(
        Span(max(mark.start, start) + shift, min(mark.end, end) + shift)
        for mark in marks
        if mark.overlaps(shown)
    )
    return Excerpt(f"{before}{text[start:end].translate(_BLANK)}{after}", placed)


def opening(text: str, room: int) -> str:
    """The first sentences of `text` that fit in `room` code points, or else its first words."""
    text = text.strip()
    if len(text) <= room:
        return text
    for stop in (". ", "! ", "? "):
        if (end := text.rfind(stop, room // 3, room)) >= 0:
            return text[: end + 1]
    return excerpt(text, Span(0, len(text)), room=room).text


def _cut(text: str, span: Span, anchor: Span, room: int) -> tuple[int, int]:
    if span.end - span.start <= room:
        return span.start, span.end
    start = max(span.start, anchor.start - max(0, room - (anchor.end - anchor.start)) // 2)
    if anchor.end - span.start <= room * 2 // 3:
        start = span.start
    end = min(span.end, max(start + room, min(anchor.end, start + 2 * room)))
    start = max(span.start, min(start, end - room))
    return _after_blank(text, start, anchor.start, span.start), _before_blank(text, end, anchor.end, span.end)


def _after_blank(text: str, start: int, limit: int, first: int) -> int:
    """The beginning of the word after `start`, unless that lies beyond `limit`."""
    if start <= first or text[start - 1].isspace():
        return start
    while start < limit and not text[start].isspace():
        start += 1
    return start + 1 if start < limit else start


def _before_blank(text: str, end: int, limit: int, last: int) -> int:
    """The end of the word before `end`, unless that lies before `limit`."""
    if end >= last or text[end].isspace():
        return end
    cut = end
    while cut > limit and not text[cut - 1].isspace():
        cut -= 1
    return cut - 1 if cut > limit else end
