"""Styles: a stretch of the text in pieces of one style each, where runs of several styles overlap."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.core.document import Block, Document, Style


class StyledPiece(NamedTuple):
    """A range ``[start, end)`` of the text and all the styles that it has."""

    start: int
    end: int
    styles: tuple[Style, ...]


def styled_pieces(document: Document, block: Block, start: int, end: int) -> list[StyledPiece]:
    """The part ``[start, end)`` of `block`, in order and without gaps."""
    runs = document.styles_within(block.start, end)
    if not runs:
        return [StyledPiece(start, end, ())]
    edges = {edge for run in runs for edge in (run.start, run.end) if start < edge < end}
    return [
        StyledPiece(first, last, tuple({run.style: None for run in runs if run.start <= first < run.end}))
        for first, last in pairwise(sorted({start, *edges, end}))
    ]


def emphasis_signs(document: Document, block: Block) -> Iterator[int]:
    """Where in a block of a plain text underscores stand round words that are emphasised."""
    if document.format != "plain":
        return
    for run in document.styles_within(block.start, block.end):
        for place in (run.start - 1, run.end):
            if block.start <= place < block.end and document.text[place] == "_":
                yield place
