"""Which pieces of a plain text are headings, and which level each has."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import BlockKind
from companion.readers.candidates import (
    CAPITALS,
    NUMERAL,
    TITLE,
    UNDERLINED,
    Candidate,
    candidates,
    standing,
)
from companion.readers.contents import without_contents
from companion.readers.divisions import BOOK, PART, TOP
from companion.readers.pieces import ends_sentence, is_body
from companion.readers.sections import Heading

if TYPE_CHECKING:
    from companion.readers.front_matter import Front
    from companion.readers.pieces import Piece

_BY = re.compile(r"(?:by|von|par|di|por|door) (\S.{1,80})", re.I)
_TITLE_PAGE = (CAPITALS, TITLE, UNDERLINED + 0.01)
_RUNNING = 3


class Headings(NamedTuple):
    """The headings of a text, and the title and the author that its title page shows."""

    headings: list[Heading]
    title: str
    author: str


def find_headings(text: str, pieces: list[Piece], front: Front) -> Headings:
    """The headings among `pieces`, which are marked as headings, or as items of a table of contents."""
    found = candidates(text, pieces, front.start, front.end)
    title, author, found = _title_page(text, pieces, found, front)
    repeated = Counter(heading.title for heading in found if heading.rank in (CAPITALS, TITLE))
    # A title that comes again and again is a speaker's name or a running head.
    found = [heading for heading in found if repeated[heading.title] < _RUNNING]
    found = standing(text, pieces, found)
    found = _without_page_numbers(text, pieces, found)
    found = without_contents(text, pieces, found, _levels(found))
    found = _without_strays(_subtitled(pieces, found))
    levels = _levels(found)
    headings = []
    for candidate in found:
        piece, level = pieces[candidate.piece], levels[candidate.rank]
        _make_heading(piece, level)
        headings.append(Heading(candidate.title, level, piece.start))
    return Headings(headings, title, author)


def _title_page(
    text: str, pieces: list[Piece], found: list[Candidate], front: Front
) -> tuple[str, str, list[Candidate]]:
    """The title and the author, and the candidates without those that only show the title."""
    title, author = front.title, front.author
    first = next((number for number, piece in enumerate(pieces) if piece.start >= front.start), 0)
    if not title and found and found[0].piece == first and _is_title(text, pieces, found[0]):
        title = found[0].title
        following = pieces[first + 1] if first + 1 < len(pieces) else None
        by = following and _BY.fullmatch(text[following.start : following.end])
        author = by[1] if by else author
        found = [heading for heading in found if heading.piece != first + 1 or not _is_on_title_page(heading)]
    name = _letters(title)
    kept, shown = [], 0
    for heading in found:
        if name and heading.rank in _TITLE_PAGE and _letters(heading.title) == name:
            shown += 1  # on the title page and above the text; further ones are running heads
            if shown <= 2:
                _make_heading(pieces[heading.piece], 1)
        else:
            kept.append(heading)
    return title, author, kept


def _is_title(text: str, pieces: list[Piece], heading: Candidate) -> bool:
    """Whether the first piece of a text looks like its title: there must be something to read below it."""
    below = pieces[heading.piece + 1 : heading.piece + 20]
    return heading.rank in _TITLE_PAGE and any(is_body(text, piece) for piece in below)


def _is_on_title_page(heading: Candidate) -> bool:
    """Whether the line under a title names the author, or tells a date or an edition."""
    return heading.rank in _TITLE_PAGE and bool(
        _BY.fullmatch(heading.title) or re.search(r"\d", heading.title)
    )


def _letters(words: str) -> str:
    return "".join(sign for sign in words.casefold() if sign.isalnum())


def _without_page_numbers(text: str, pieces: list[Piece], found: list[Candidate]) -> list[Candidate]:
    """The candidates without bare numbers, if those stand in the middle of sentences as page numbers do."""
    numerals = [heading for heading in found if heading.rank == NUMERAL]
    before = [pieces[heading.piece - 1] for heading in numerals if heading.piece]
    interrupting = sum(1 for piece in before if len(piece) > 60 and not ends_sentence(text, piece))
    if interrupting * 5 <= len(numerals):
        return found
    return [heading for heading in found if heading.rank != NUMERAL]


def _subtitled(pieces: list[Piece], found: list[Candidate]) -> list[Candidate]:
    """The headings, a bare "CHAPTER I" joined with the title that stands right under it."""
    joined: list[Candidate] = []
    for heading in found:
        above = joined[-1] if joined else None
        if above and above.bare and heading.weak and not heading.bare and above.piece == heading.piece - 1:
            joined[-1] = above._replace(title=f"{above.title}: {heading.title}", bare=False)
            _make_heading(pieces[heading.piece], 6)
        else:
            joined.append(heading)
    return joined


def _without_strays(found: list[Candidate]) -> list[Candidate]:
    """The headings without the few that only look like one in a book whose divisions name themselves.

    There a short line alone is the name under a letter or the title of a decree, unless many chapters
    have such lines.
    """
    divisions = sum(1 for heading in found if not heading.weak)
    counts = Counter(heading.rank for heading in found if heading.weak)
    needed = max(3, divisions // 4) if divisions >= 3 else 0
    return [heading for heading in found if not heading.weak or counts[heading.rank] >= needed]


def _levels(found: list[Candidate]) -> dict[float, int]:
    """The level of each rank that occurs: the highest has 1. Of parts and books the fewer are the larger."""
    counts = Counter(heading.rank for heading in found)
    ranks = sorted(rank for rank in counts if rank != TOP)
    if counts[PART] > counts[BOOK] > 0:
        place = ranks.index(PART)
        ranks[place], ranks[place + 1] = ranks[place + 1], ranks[place]
    levels = {rank: min(6, level) for level, rank in enumerate(ranks, 1)}
    levels[TOP] = 1
    return levels


def _make_heading(piece: Piece, level: int) -> None:
    piece.kind, piece.level = BlockKind.HEADING, level
