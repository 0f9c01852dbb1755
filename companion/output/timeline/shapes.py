"""Shapes: a drawing as strokes, boxes and words, before anybody paints it or writes it as SVG."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

Point = tuple[float, float]


class Tone(StrEnum):
    """A shade between ink and paper, so that a drawing serves in black and white too."""

    INK = "ink"
    DIM = "dim"
    PALE = "pale"
    LINE = "line"
    PAPER = "paper"


class Stroke(NamedTuple):
    """A line from point to point."""

    points: tuple[Point, ...]
    tone: Tone = Tone.INK
    width: float = 1.0


class Bar(NamedTuple):
    """A box with round corners; `outline` is drawn inside its edge, in dashes if it is `dashed`."""

    x: float
    y: float
    width: float
    height: float
    radius: float
    fill: Tone
    outline: Tone | None = None
    dashed: bool = False


class Caption(NamedTuple):
    """Words on one line, from `x` on at the baseline `y`, and how wide they are thought to be.

    `small` ones are those of the axis.
    """

    x: float
    y: float
    words: str
    width: float
    tone: Tone = Tone.INK
    small: bool = False


Shape = Stroke | Bar | Caption


class Strip(NamedTuple):
    """A drawing of a width and a height, its shapes from the ground up; y grows downwards."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


LABEL_SIZE, SMALL_SIZE = 13.0, 11.0
"""The sizes of the letters, in the unit in which all is measured."""
