"""Running heads, running feet and page numbers are told from the text by standing on page after page."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from companion.readers.pdf_labels import counted_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.readers.pdf_pieces import Piece

_ROWS = 3
"""Rows at the top and at the foot of each page that may be running heads or feet."""
_NEAR_PAGES = 6
"""Pages on either side on which the same words are sought; heads of left and right pages take turns."""
_SAME_HEIGHT = 2.5
"""Points by which rows of the same kind may differ in height."""
_LARGER = 1.2
_SHARE_OF_PAGES = 0.2
_APART = 1.4
"""Sizes of type from the foot of one row to that of the next; lines of a text stand closer."""
_ROMAN = re.compile(r"[ivxlcdm]+\Z")
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_NUMBER = re.compile(
    r"\W*(?:page\s+|p\.\s*|seite\s+|s\.\s*)?(\d{1,4}|[ivxlcdm]{1,8})(?:\s*(?:/|of|von)\s*\d+)?\W*\Z", re.I
)


class Row(NamedTuple):
    """Pieces on one height of a page: the words, from the left, and the numbers of the pieces.

    `gap` is how far the next row is, in points; endless where there is none.
    """

    words: str
    base: float
    size: float
    gap: float
    pieces: tuple[int, ...]

    @property
    def key(self) -> str:
        """The words without what changes from page to page."""
        tokens = _TOKEN.findall(self.words.casefold())
        return " ".join("#" if t.isdigit() or _ROMAN.match(t) else t for t in tokens)


class Running(NamedTuple):
    """What runs along with a page: the numbers of its pieces, and the printed number of the page."""

    pieces: frozenset[int]
    number: str


def running_of(pages: Sequence[Sequence[Piece]], size: float) -> list[Running]:
    """What runs along with each page, given the pieces on all of them and the size of the text's type.

    What is set much larger than the text is none of it: "Chapter 1" may stand where "Chapter 2" does.
    """
    tops = [_rows(page, size, at_top=True) for page in pages]
    feet = [_rows(page, size, at_top=False) for page in pages]
    dropped: list[set[int]] = [set() for _ in pages]
    numbers = [""] * len(pages)
    for edges in (tops, feet):
        for page, rows in enumerate(_running(edges)):
            for row in rows:
                dropped[page].update(row.pieces)
                numbers[page] = numbers[page] or _number(row, pages[page])
    _take_numbers(tops, feet, dropped, numbers)
    if len(pages) == 1 and feet[0] and _is_first(feet[0][0]):
        dropped[0].update(feet[0][0].pieces)
        numbers[0] = feet[0][0].words.strip()
    if _is_most(pages, dropped):
        return [Running(frozenset(), "") for _ in pages]
    return [Running(frozenset(d), n) for d, n in zip(dropped, numbers, strict=True)]


def _take_numbers(
    tops: list[list[Row]], feet: list[list[Row]], dropped: list[set[int]], numbers: list[str]
) -> None:
    """Takes the number of a page that stands elsewhere than its neighbours do, as where chapters begin."""
    offset = counted_from(numbers)
    if offset is None:
        return
    for page, edges in enumerate(zip(tops, feet, strict=True)):
        for row in (rows[0] for rows in edges if rows and not numbers[page]):
            if row.words.strip() == str(page + offset):
                dropped[page].update(row.pieces)
                numbers[page] = row.words.strip()


def _is_first(row: Row) -> bool:
    """Whether a row at the foot of the only page is its number."""
    return row.words.strip(" -–—") == "1" and row.gap > 1.2 * _APART * row.size


def _is_most(pages: Sequence[Sequence[Piece]], dropped: Sequence[set[int]]) -> bool:
    """Whether so much seems to run along that it is what is to be read, as on slides or labels."""
    letters = [sum(len(piece.text) for piece in page) for page in pages]
    taken = [sum(len(pages[number][n].text) for n in found) for number, found in enumerate(dropped)]
    return 2 * sum(taken) > sum(letters)


def _rows(page: Sequence[Piece], largest: float, *, at_top: bool) -> list[Row]:
    """The outermost rows of a page, from the edge inwards, and how far from each the next one is."""
    order = sorted(range(len(page)), key=lambda number: page[number].base, reverse=at_top)
    rows: list[list[int]] = []
    for number in order:
        piece = page[number]
        if rows and abs(page[rows[-1][0]].base - piece.base) <= 0.4 * piece.size:
            rows[-1].append(number)
        elif len(rows) > _ROWS:
            break
        else:
            rows.append([number])
    found = []
    for index, row in enumerate(rows[:_ROWS]):
        row.sort(key=lambda number: page[number].left)
        base = page[row[0]].base
        following = page[rows[index + 1][0]].base if index + 1 < len(rows) else math.inf
        words = " ".join(page[number].text for number in row)[:300]
        size = max(page[number].size for number in row)
        if size > _LARGER * largest:
            break
        found.append(Row(words, base, size, abs(base - following), tuple(row)))
    return found


def _running(edges: list[list[Row]]) -> list[list[Row]]:
    """Of the outermost rows of each page those that run along; none behind one that does not."""
    heights: dict[tuple[str, int], list[float]] = defaultdict(list)
    for page, rows in enumerate(edges):
        for row in rows:
            heights[row.key, page].append(row.base)
    repeated = [[_is_repeated(row, page, heights) for row in rows] for page, rows in enumerate(edges)]
    places = _usual_places(edges, repeated)
    found = []
    for rows, are_repeated in zip(edges, repeated, strict=True):
        kept: list[Row] = []
        for row, is_repeated in zip(rows, are_repeated, strict=True):
            if not (is_repeated or _stands_at(row, places)):
                break
            kept.append(row)
        found.append(kept)
    return found


def _is_repeated(row: Row, page: int, heights: dict[tuple[str, int], list[float]]) -> bool:
    """Whether the same words stand at the same height of other pages that are near, set apart from the text.

    The number of the page need not be set apart.
    """
    if not row.key or (row.gap <= _APART * row.size and not _is_of_numbers(row.key)):
        return False
    others = 0
    for other in range(page - _NEAR_PAGES, page + _NEAR_PAGES + 1):
        bases = heights.get((row.key, other), ()) if other != page else ()
        others += any(abs(base - row.base) <= _SAME_HEIGHT for base in bases)
    return others >= 2 or (others == 1 and row.gap > 1.2 * _APART * row.size)


def _is_of_numbers(key: str) -> bool:
    """Whether a row has little but numbers that change, as "Chapter 3 — 41" does."""
    tokens = key.split()
    return len(tokens) <= 4 and 2 * tokens.count("#") >= len(tokens)


def _usual_places(edges: list[list[Row]], repeated: list[list[bool]]) -> list[tuple[float, float, float]]:
    """The heights, sizes and gaps of rows that run along on a good share of all pages."""
    counts: Counter[tuple[int, int]] = Counter()
    examples: dict[tuple[int, int], list[Row]] = defaultdict(list)
    for rows, are_repeated in zip(edges, repeated, strict=True):
        for row, is_repeated in zip(rows, are_repeated, strict=True):
            if is_repeated:
                key = (round(row.base / _SAME_HEIGHT), round(row.size))
                counts[key] += 1
                examples[key].append(row)
    return [
        (rows[0].base, rows[0].size, min(row.gap for row in rows))
        for key, rows in examples.items()
        if counts[key] >= max(3, _SHARE_OF_PAGES * len(edges))
    ]


def _stands_at(row: Row, places: list[tuple[float, float, float]]) -> bool:
    return any(
        abs(row.base - base) <= _SAME_HEIGHT / 2
        and abs(row.size - size) < 0.6
        and row.gap >= 0.9 * gap > 1.3 * size
        for base, size, gap in places
    )


def _number(row: Row, page: Sequence[Piece]) -> str:
    """The number of the page in a running row: one of its pieces that is nothing else, or at its edge."""
    for number in row.pieces:
        found = _NUMBER.match(page[number].text)
        if found:
            return found[1]
    words = row.words.split()
    return next((word for word in (words[0], words[-1]) if word.isdigit() and len(word) <= 4), "")
