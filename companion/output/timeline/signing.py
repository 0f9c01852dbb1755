"""Signing: the mark of a date in shapes: dot or bar, dashed, hollow, running out, cut by a break."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.output.timeline.shapes import Bar, Stroke, Tone
from companion.output.timeline.signs import Sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.core.dates import Date
    from companion.output.timeline.lanes import Box
    from companion.output.timeline.shapes import Shape

_RADIUS, _SLIM, _HIGH = 4.5, 3.5, 7.5
"""Half the height of a dot, of a bar, and of a bar with words in it."""

_TIP = 5.0
_CUT = 6.0


class Ends(NamedTuple):
    """Whether a date goes on beyond the left and the right end of its mark."""

    left: bool = False
    right: bool = False


def mark(box: Box, y: float, date: Date, ends: Ends) -> Iterator[Shape]:
    """The mark of a date over `box`, its middle at `y`."""
    if is_dot(box) and not any(ends):
        left, fill, outline = box.left + 1.5, *_filling(date, Tone.INK)
        yield Bar(left, y - _RADIUS, 2 * _RADIUS, 2 * _RADIUS, _RADIUS, fill, outline, date.approximate)
    else:
        yield from _bar(box, y, _SLIM, date, ends, Tone.DIM)


def band(box: Box, y: float, date: Date, ends: Ends) -> Iterator[Shape]:
    """The mark of a date in which there is room for words."""
    return _bar(box, y, _HIGH, date, ends, Tone.LINE)


def _bar(box: Box, y: float, radius: float, date: Date, ends: Ends, tone: Tone) -> Iterator[Shape]:
    fill, outline = _filling(date, tone)
    left = box.left + (_TIP + 2 if ends.left else 0.0)
    right = box.right - (_TIP + 2 if ends.right else 0.0)
    width = max(2 * _SLIM, right - left)
    yield Bar(left, y - radius, width, 2 * radius, _SLIM, fill, outline, date.approximate)
    if ends.left:
        yield _arrow(box.left, y, -1)
    if ends.right:
        yield _arrow(box.right, y, 1)


def is_dot(box: Box) -> bool:
    """Whether there is room for a dot only."""
    return box.right - box.left <= 2 * _RADIUS + 4


def signs_of(box: Box, date: Date, ends: Ends) -> Iterator[Sign]:
    """What the mark of a date says."""
    if any(ends):
        yield Sign.OPEN
    else:
        yield Sign.DAY if is_dot(box) else Sign.WHILE
    if date.approximate:
        yield Sign.APPROXIMATE
    if date.uncertain:
        yield Sign.UNCERTAIN


def cuts(box: Box, y: float, breaks: Iterable[float]) -> Iterator[Shape]:
    """The gaps in a bar where the axis leaves time out."""
    for x in breaks:
        if box.left < x - 2 * _CUT and x + 2 * _CUT < box.right:
            yield Bar(x - _CUT / 2, y - _HIGH - 1, _CUT, 2 * _HIGH + 2, 0.0, Tone.PAPER)


def zigzag(x: float, y: float) -> Shape:
    """The sign on the axis where time is left out."""
    return Stroke(((x - 6, y), (x - 2.5, y - 6), (x + 2.5, y + 6), (x + 6, y)), Tone.DIM)


def _filling(date: Date, tone: Tone) -> tuple[Tone, Tone | None]:
    """Hollow for an uncertain date, pale for an approximate one, or else of the tone."""
    if date.uncertain:
        return Tone.PAPER, Tone.INK
    return (Tone.PALE, Tone.INK) if date.approximate else (tone, None)


def _arrow(tip: float, y: float, way: int) -> Shape:
    back = tip - way * _TIP
    return Stroke(((back, y - 4), (tip - way, y), (back, y + 4)), Tone.INK, 1.4)
