"""Where in the order of reading a picture of a PDF belongs: with its caption, else where the page has it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from companion.readers.pdf_kinds import is_caption

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from companion.readers.pdf_lines import Line
    from companion.readers.pdf_paragraphs import Paragraph
    from companion.readers.pdf_pictures import Box, Shown
    from companion.readers.pdf_setting import Setting

_NEAR = 4.0
"""Sizes of type that a caption may stand below its picture."""


def places_of(
    pictures: Iterable[Shown], paragraphs: Sequence[Paragraph], setting: Setting
) -> dict[int, list[Shown]]:
    """The pictures by the number of the paragraph before which they are read; some behind the last."""
    on_page: dict[int, list[tuple[int, Line]]] = {}
    for place, paragraph in enumerate(paragraphs):
        for line in paragraph.lines:
            on_page.setdefault(line.page, []).append((place, line))
    begins = [paragraph.lines[0].page for paragraph in paragraphs]
    found: dict[int, list[Shown]] = {}
    for shown in sorted(pictures, key=_order):
        lines = on_page.get(shown.page, [])
        beside = [(n, line) for n, line in lines if _is_beside(line, shown.box)]
        number: int | None = _before_caption(shown.box, beside, paragraphs, setting)
        if number is None:
            number = _between(shown, beside or lines, paragraphs)
        if number is None:
            number = bisect_right(begins, shown.page)
        found.setdefault(number, []).append(shown)
    return found


def _order(shown: Shown) -> tuple[int, float, float]:
    return shown.page, -shown.box.top, shown.box.left


def _is_beside(line: Line, box: Box) -> bool:
    return line.left < box.right and line.right > box.left


def _before_caption(
    box: Box, beside: list[tuple[int, Line]], paragraphs: Sequence[Paragraph], setting: Setting
) -> int | None:
    """The number of the caption that stands below a picture; None when none does."""
    below = [(n, line) for n, line in beside if line.base < box.foot + 0.3 * line.size]
    if not below:
        return None
    number, line = max(below, key=_base)
    paragraph = paragraphs[number]
    is_near = box.foot - line.base < _NEAR * line.size and paragraph.lines[0] is line
    return number if is_near and is_caption(paragraph, setting) else None


def _between(shown: Shown, lines: list[tuple[int, Line]], paragraphs: Sequence[Paragraph]) -> int | None:
    """The number behind that of the paragraph above a picture, else that of the first one below it."""
    above = [(n, line) for n, line in lines if line.base >= shown.box.top - 0.5 * line.size]
    if above:
        return min(above, key=_base)[0] + 1
    begun = [n for n, line in lines if paragraphs[n].lines[0] is line]
    if begun:
        return min(begun)
    return max(n for n, _ in lines) + 1 if lines else None


def _base(numbered: tuple[int, Line]) -> float:
    return numbered[1].base
