"""A table of contents is told from the headings it lists: nothing to read stands under its lines."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from companion.core.document import BlockKind
from companion.readers.divisions import names_contents
from companion.readers.pieces import is_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from companion.readers.candidates import Candidate
    from companion.readers.pieces import Piece

_FEWEST = 3


def without_contents(
    text: str, pieces: list[Piece], found: list[Candidate], levels: Mapping[float, int]
) -> list[Candidate]:
    """The headings without those that only list what stands elsewhere; these are made list items.

    `levels` gives the level of each rank. Nothing is taken for a table of contents unless most of what
    it lists is found elsewhere.
    """
    listed = _listed(text, pieces, found, levels)
    titles = {_key(heading.title) for number, heading in enumerate(found) if number not in listed}
    known = sum(1 for number in listed if _key(found[number].title) in titles)
    if known < _FEWEST or known * 2 < len(listed):
        return found
    for number in listed:
        _show_as_contents(pieces[found[number].piece], found[number].title, levels[found[number].rank])
    return [heading for number, heading in enumerate(found) if number not in listed]


def _listed(text: str, pieces: list[Piece], found: list[Candidate], levels: Mapping[float, int]) -> set[int]:
    """The numbers of the headings with nothing under them up to the next of their level or a higher one."""
    headings = {heading.piece for heading in found}
    bodies = [0, *accumulate(n not in headings and is_body(text, piece) for n, piece in enumerate(pieces))]
    listed: set[int] = set()
    waiting: list[int] = []

    def close(until: int, level: int) -> None:
        while waiting and levels[found[waiting[-1]].rank] >= level:
            number = waiting.pop()
            if bodies[until] == bodies[found[number].piece + 1]:
                listed.add(number)

    for number, heading in enumerate(found):
        close(heading.piece, levels[heading.rank])
        waiting.append(number)
    close(len(pieces), 0)
    return listed


def _key(title: str) -> str:
    """A title as it may be compared: without the page number after it, without dots and capitals."""
    return "".join(sign for sign in title.rstrip("0123456789 .") if sign.isalnum()).casefold()


def _show_as_contents(piece: Piece, title: str, level: int) -> None:
    if names_contents(title):
        piece.kind, piece.level = BlockKind.HEADING, 1
    else:
        piece.kind, piece.level = BlockKind.ITEM, level - 1
