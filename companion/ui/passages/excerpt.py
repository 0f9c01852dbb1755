"""Excerpts: the words of a passage round a name, as many as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_BLANK = {ord(blank): " " for blank in "\t\n\v\f\r\x85\u2028\u2029"}
_ELLIPSIS = "…"
_BEFORE = 0.4
"""The part of the room that stands before the name when the passage has to be cut there."""
_FAR = 0.6
"""The part of the room within which a name must end if the passage is to be shown from its beginning."""


class Excerpt(NamedTuple):
    """Words on one line, with an ellipsis where they were cut; `marks` are spans of them, in code points."""

    text: str
    marks: tuple[Span, ...] = ()


def excerpt(text: str, span: Span, marks: Sequence[Span] = (), room: int = 80) -> Excerpt:
    """About `room` code points of ``text[span]``, round the first of `marks`, cut between words.

    `marks` are sorted spans of `text`; those outside of what is shown are left out.
    """
    anchor = marks[0] if marks else Span(span.start, span.start)
    start = _start(text, span, anchor, room)
    end = _end(text, span, anchor, start + room)
    return _made(text, Span(start, end), marks, starts=start == span.start, ends=end == span.end)


def excerpt_of_two(
    text: str, span: Span, marks: Sequence[Span], both: tuple[Span, Span], room: int = 80
) -> Excerpt:
    """An excerpt in which both of two marks can be seen: of two pieces, when they stand too far apart."""
    first, second = both
    if second.end - first.start <= room * _FAR:
        return excerpt(text, span, [mark for mark in marks if mark.start >= first.start], room)
    middle = (first.end + second.start) // 2
    one = excerpt(text, Span(span.start, middle), [first], room * 2 // 5)
    two = excerpt(text, Span(middle, span.end), [second], room * 3 // 5)
    joint = "" if one.text.endswith(_ELLIPSIS) or two.text.startswith(_ELLIPSIS) else _ELLIPSIS
    head = one.text.rstrip(_ELLIPSIS) if two.text.startswith(_ELLIPSIS) else one.text
    shift = len(head) + len(joint)
    moved = tuple(Span(mark.start + shift, mark.end + shift) for mark in two.marks)
    return Excerpt(f"{head}{joint}{two.text}", one.marks + moved)


def opening(text: str, room: int) -> str:
    """The first sentences of `text` that fit in `room` code points, or else its first words."""
    text = text.strip()
    if len(text) <= room:
        return text
    ends = [text.rfind(stop, room // 3, room) for stop in (". ", "! ", "? ")]
    if max(ends) >= 0:
        return text[: max(ends) + 1]
    return excerpt(text, Span(0, len(text)), room=room).text


def _made(text: str, shown: Span, marks: Sequence[Span], *, starts: bool, ends: bool) -> Excerpt:
    before, after = "" if starts else _ELLIPSIS, "" if ends else _ELLIPSIS
    shift = len(before) - shown.start
    placed = tuple(
        Span(max(mark.start, shown.start) + shift, min(mark.end, shown.end) + shift)
        for mark in marks
        if mark.overlaps(shown)
    )
    return Excerpt(f"{before}{text[shown.start : shown.end].translate(_BLANK)}{after}", placed)


def _start(text: str, span: Span, anchor: Span, room: int) -> int:
    """Where an excerpt begins: with the passage or, if the name stands too far on, with a word before it."""
    if span.end - span.start <= room or anchor.end - span.start <= room * _FAR:
        return span.start
    start = max(span.start, min(anchor.start - int(room * _BEFORE), span.end - room))
    while start < anchor.start and not text[start - 1].isspace():
        start += 1
    return start


def _end(text: str, span: Span, anchor: Span, end: int) -> int:
    """Where an excerpt ends: with the passage or with a word before `end`, but not within the name."""
    if end >= span.end:
        return span.end
    end = max(end, min(anchor.end, span.end))
    cut = end
    while cut > anchor.end and not text[cut].isspace():
        cut -= 1
    return cut if cut > anchor.end else end
