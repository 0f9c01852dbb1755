"""Legend: what the signs of a drawn timeline mean, one beside the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.output.timeline.lettering import estimated
from companion.output.timeline.shapes import Bar, Caption, Strip, Stroke, Tone
from companion.output.timeline.signing import zigzag
from companion.output.timeline.signs import Sign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.output.timeline.lettering import Lettering
    from companion.output.timeline.shapes import Shape

_LINE = 18.0


def draw_legend(
    signs: frozenset[Sign], words: dict[Sign, str], width: float, lettering: Lettering | None = None
) -> Strip:
    """What the signs mean, one beside the other in as many lines as they need."""
    letters = lettering or estimated()
    shapes: list[Shape] = []
    x, y = 0.0, _LINE / 2
    for sign in Sign:
        if sign in signs:
            label = letters.shortened(words[sign], width - 40)
            wide = letters.small(label)
            if x and x + 34 + wide > width:
                x, y = 0.0, y + _LINE
            shapes += _sample(sign, x + 2, y)
            shapes.append(Caption(x + 34, y + 4, label, wide, Tone.DIM, small=True))
            x += 34 + wide + 20
    return Strip(width, y + _LINE / 2, tuple(shapes))


def _sample(sign: Sign, x: float, y: float) -> Iterator[Shape]:
    match sign:
        case Sign.DAY:
            yield Bar(x + 9, y - 4.5, 9, 9, 4.5, Tone.INK)
        case Sign.WHILE:
            yield Bar(x, y - 3.5, 28, 7, 3.5, Tone.DIM)
        case Sign.APPROXIMATE:
            yield Bar(x, y - 3.5, 28, 7, 3.5, Tone.PALE, Tone.INK, dashed=True)
        case Sign.UNCERTAIN:
            yield Bar(x, y - 3.5, 28, 7, 3.5, Tone.PAPER, Tone.INK)
        case Sign.OPEN:
            yield Bar(x, y - 3.5, 20, 7, 3.5, Tone.DIM)
            yield Stroke(((x + 23, y - 4), (x + 27, y), (x + 23, y + 4)), Tone.INK, 1.4)
        case Sign.BREAK:
            yield Stroke(((x, y), (x + 8, y)), Tone.DIM)
            yield zigzag(x + 14, y)
            yield Stroke(((x + 20, y), (x + 28, y)), Tone.DIM)
