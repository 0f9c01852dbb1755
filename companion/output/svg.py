"""SVG: a drawing in shapes as markup for a web page; it loads nothing, runs nothing, and is all escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from companion.output.markup import escaped
from companion.output.timeline.shapes import Bar, Caption, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.output.timeline.shapes import Shape, Strip


def to_svg(strip: Strip, name: str) -> str:
    """The strip as an ``<svg>`` element; `name` is what a screen reader says of it.

    The colours are classes, one for each tone and use: the page's style gives them.
    """
    return "\n".join(_svg(strip, name))


def _svg(strip: Strip, name: str) -> Iterator[str]:
    label = escape(name, quote=True)
    yield f'<svg viewBox="0 0 {_n(strip.width)} {_n(strip.height)}" role="group" aria-label="{label}">'
    yield from map(_shape, strip.shapes)
    yield "</svg>"


def _shape(shape: Shape) -> str:
    match shape:
        case Stroke(points=points, tone=tone, width=width):
            where = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
            return f'<polyline class="line-{tone}" points="{where}" stroke-width="{_n(width)}"/>'
        case Bar():
            return _bar(shape)
        case Caption(x=x, y=y, words=words, tone=tone, small=small):
            size = " small" if small else ""
            return f'<text class="fill-{tone}{size}" x="{_n(x)}" y="{_n(y)}">{escaped(words)}</text>'


def _bar(bar: Bar) -> str:
    inset = 0.6 if bar.outline else 0.0
    line = f" line-{bar.outline}" if bar.outline else ""
    dashes = ' stroke-dasharray="3 2.2"' if bar.dashed and bar.outline else ""
    return (
        f'<rect class="fill-{bar.fill}{line}" x="{_n(bar.x + inset)}" y="{_n(bar.y + inset)}"'
        f' width="{_n(bar.width - 2 * inset)}" height="{_n(bar.height - 2 * inset)}"'
        f' rx="{_n(bar.radius)}"{dashes}/>'
    )


def _n(number: float) -> str:
    """A number with at most two decimals."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
