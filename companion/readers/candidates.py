"""A piece that stands alone may be a heading: by its words ("CHAPTER IV"), or only by its look."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import BlockKind
from companion.readers.divisions import division_of
from companion.readers.pieces import is_body

if TYPE_CHECKING:
    from companion.readers.pieces import Piece

UNDERLINED, CAPITALS, NUMBERED, NUMERAL, TITLE = 4.5, 5.2, 5.5, 6.0, 7.0
"""Ranks of headings that do not name themselves: below chapters and each other."""

_NUMERAL = re.compile(r"(?:§ ?)?(?:[IVXLC]{1,8}|\d{1,3})\.?")
_NUMBER_AND_TITLE = re.compile(
    r"(?:§ ?)?(?P<number>[IVXLC]{1,8}[.:]|\d{1,3}(?:\.\d{1,3}){0,4}[.:)]?) +(?P<title>[^\W\d_].*)"
)
_FINIS = re.compile(r"(?:the )?end(?: of .*)?[.!]?|finis|fin|ende|конец", re.I)
_NO_TITLE_BEGINS_WITH = frozenset("“\"'‘«„—–-([*•")
_MAY_BE_HEADING = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTATION})
_LONGEST_TITLE = 60
_LONGEST = 120


class Candidate(NamedTuple):
    """A heading, perhaps: the number of its piece, its rank (a lower one is a larger part of the book) and
    title; `bare` when the title is a mere number, `weak` when only its look speaks for it."""

    piece: int
    rank: float
    title: str
    bare: bool = False
    weak: bool = False


def candidates(text: str, pieces: list[Piece], start: int, end: int) -> list[Candidate]:
    """The pieces in ``text[start:end]`` that may be headings by what they say and how they look."""
    found = []
    for number, piece in enumerate(pieces):
        if start <= piece.start < end:
            candidate = _candidate(text, number, piece)
            if candidate is not None:
                found.append(candidate)
    return found


def standing(text: str, pieces: list[Piece], found: list[Candidate]) -> list[Candidate]:
    """The candidates that stand as headings.

    One that names itself stands anywhere. One by its look alone needs a body of text after it, or a lesser
    heading that stands, and must not be the name under a letter.
    """
    kept: dict[int, Candidate] = {}
    for candidate in reversed(found):
        if not candidate.weak or _stands(text, pieces, candidate, kept):
            kept[candidate.piece] = candidate
    return list(kept.values())[::-1]


def _stands(text: str, pieces: list[Piece], candidate: Candidate, kept: dict[int, Candidate]) -> bool:
    number = candidate.piece + 1
    while number < len(pieces) and pieces[number].kind in (BlockKind.RULE, BlockKind.CAPTION):
        number += 1
    if number >= len(pieces) or (candidate.piece and text[pieces[candidate.piece - 1].end - 1] == ","):
        return False
    below = kept.get(number)
    if below is not None:
        return below.rank > candidate.rank
    return is_body(text, pieces[number]) and not text[pieces[number].start].islower()


def _candidate(text: str, number: int, piece: Piece) -> Candidate | None:
    underlined = piece.kind is BlockKind.HEADING
    if not (underlined or (piece.alone and piece.kind in _MAY_BE_HEADING)) or len(piece) > 2 * _LONGEST:
        return None
    words = " ".join(text[piece.start : piece.end].split())
    division = division_of(words)
    if division:
        return Candidate(number, *division)
    if underlined:
        return Candidate(number, UNDERLINED + piece.level / 100, words)
    found = _by_look(number, words) if piece.lines == 1 else None
    return found._replace(rank=CAPITALS) if found and found.rank == TITLE and piece.centred else found


def _by_look(number: int, words: str) -> Candidate | None:
    if len(words) > _LONGEST or _FINIS.fullmatch(words):
        return None
    if _NUMERAL.fullmatch(words):
        return Candidate(number, NUMERAL, words.rstrip("."), bare=True, weak=True)
    numbered = _NUMBER_AND_TITLE.fullmatch(words)
    if numbered and (_is_title(numbered["title"]) or _is_closed_title(numbered["title"])):
        depth = numbered["number"].strip(".:)").count(".")
        return Candidate(number, NUMBERED + depth / 100, words, weak=True)
    if words[0] in _NO_TITLE_BEGINS_WITH or words[-1] in ",;:.*":
        return None
    if sum(map(str.isalpha, words)) >= 3 and words.upper() == words and words.lower() != words:
        return Candidate(number, CAPITALS, words, weak=True)
    return Candidate(number, TITLE, words, weak=True) if _is_title(words) else None


def _is_title(words: str) -> bool:
    """A few words that begin with a capital, or in a script without capitals, and end with a letter."""
    if len(words) > _LONGEST_TITLE or len(words.split()) > 9 or words[0].islower():
        return False
    return words[-1].isalnum() or words[-1] in ")?!"


def _is_closed_title(words: str) -> bool:
    """A title with a full stop after it, all its longer words with capitals: "Source Code."."""
    long = [word for word in words.split() if len(word) > 4]
    return words[-1] == "." and _is_title(words[:-1]) and all(word[0].isupper() for word in long)
