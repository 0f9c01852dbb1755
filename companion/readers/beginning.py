"""The beginning of a long text, shown while the rest of it is still being read."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from companion.readers.binding import bound
from companion.readers.references import is_outside

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from companion.core.document import Block, Document
    from companion.readers.binding import Gathered, Stated
    from companion.readers.gathering import Gathering

    Begun = Callable[[Document], None]

ENOUGH = 20_000
"""Code points: some pages, more than anybody reads before the rest is there."""

_LONG = 1_000_000
"""Code points of a plain text from which on reading it takes long enough to be noticed."""
_LOOKED_AT = {"plain": 300_000, "markdown": 60_000}
"""Code points that are read for the beginning of such a text: a list of contents is known by what follows."""
_LINKED = re.compile(r"\]\[|\[\^|^ {0,3}\[[^\]\n]+\]:", re.M)
"""What Markdown explains elsewhere in the text, perhaps at its end."""


def first_of(text: str, form: str) -> str:
    """What to read for the beginning of a long text, plain or Markdown, up to an empty line.

    Empty where the beginning would have to be read with all the rest.
    """
    enough = _LOOKED_AT[form]
    end = text.find("\n\n", enough, 2 * enough)
    if len(text) < _LONG or end < 0:
        return ""
    first = text[:end]
    return "" if form == "markdown" and _LINKED.search(first) else first


def beginning_of(document: Document) -> Document:
    """The first pages of a text: its words, blocks, styles and pictures up to the end of a block.

    What leads further on leads to the end, so that it looks as it will. Sections and all else that is for
    the whole text are left out.
    """
    blocks = _first_blocks(document)
    end = blocks[-1].end if blocks else 0
    return replace(
        document,
        text=document.text[:end],
        blocks=blocks,
        sections=(),
        styles=tuple(run for run in document.styles if run.end <= end),
        links=tuple(link._replace(place=min(link.place, end)) for link in document.links if link.end <= end),
        note_marks=tuple(
            mark._replace(note_start=min(mark.note_start, end), note_end=min(mark.note_end, end))
            for mark in document.note_marks
            if mark.end <= end
        ),
        tables=tuple(table for table in document.tables if table.end <= end),
        pictures=tuple(picture for picture in document.pictures if picture.end <= end),
        place_names=(),
        glosses=(),
        work=None,
        warnings=(),
    )


def _first_blocks(document: Document) -> tuple[Block, ...]:
    """The blocks up to the first that ends with enough words; a table, which may be several, is whole."""
    ends = [block.end for block in document.blocks]
    end = ends[min(bisect_left(ends, ENOUGH), len(ends) - 1)] if ends else 0
    for table in document.tables:
        if table.start < end:
            end = max(end, table.end)
    return tuple(document.blocks[: bisect_left(ends, end) + 1])


class SoFar:
    """What was gathered of a book so far; what refers to a part that is still to be read leads to the end.

    See ``Gathered``.
    """

    def __init__(self, gathering: Gathered, is_over: Callable[[str], bool]) -> None:
        """`is_over` tells of what a reference leads to whether it would have been read already."""
        self.blocks, self.styles, self.headings = gathering.blocks, gathering.styles, gathering.headings
        self.tables, self.pictures = gathering.tables, gathering.pictures
        self.references, self.reaches = gathering.references, gathering.reaches
        self.length, self.text = gathering.length, gathering.text
        targets = {one.target for one in gathering.references} - gathering.places.keys()
        coming = [target for target in targets if not is_outside(target) and not is_over(target)]
        self.places: dict[Hashable, int] = {**dict.fromkeys(coming, self.length), **gathering.places}


def tell_beginning(
    gathering: Gathering,
    begun: Begun | None,
    stated: Callable[[], Stated],
    form: str,
    is_over: Callable[[str], bool] | None = None,
) -> None:
    """Gives the beginning of a document of that form away, if somebody wants it, once enough is gathered.

    `stated` gives what the file states about it; for `is_over` see ``SoFar``.
    """
    if begun is None:
        return

    def tell() -> None:
        begun(beginning_of(bound(SoFar(gathering, is_over or _never), stated(), form)))

    gathering.tell_when_long(ENOUGH, tell)


def _never(_: str) -> bool:
    return False
