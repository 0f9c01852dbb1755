"""Where the sections of a PDF begin: at its bookmarks, else at what is set as headings are."""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from companion.readers.pdf_kinds import NAMED, TITLE, heading_rank, is_heading
from companion.readers.stating import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.readers.pdf_file import OutlineEntry
    from companion.readers.pdf_lines import Line
    from companion.readers.pdf_paragraphs import Paragraph
    from companion.readers.pdf_setting import Setting

_DEEPEST = 6
_LARGEST = 3
"""Sizes of the text's type above which a heading is none the higher; so large are signs and ornaments."""
_FEWEST_TOLD = 3
_FEWEST_ENTRIES = 2
_LONGEST_HEADING = 300
_LONG_NAME = 4
_LONGEST_NAME = 60
_NEAR = 4
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})\.?(?:\s|\Z)")
_COUNTED = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s+\S")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_OF_AUTHORS = re.compile(r"[,;@∗*†‡§\d]|\b(?:and|und|et|y|e|by|von)\b")
"""What stands between names of authors or behind them, or in a date."""
_WORD = re.compile(r"[^\W_]+")


class Opening(NamedTuple):
    """A section begins at the paragraph of this number, which may be the last but one, or none of its own."""

    title: str
    level: int
    paragraph: int


class Contents(NamedTuple):
    """The levels, from 1 to 6, of the paragraphs that are headings, by number; where sections begin.

    `names` are the numbers of those that name authors and the day below the title.
    """

    levels: dict[int, int]
    openings: list[Opening]
    names: frozenset[int] = frozenset()


def contents_of(
    paragraphs: Sequence[Paragraph], outline: Sequence[OutlineEntry], setting: Setting
) -> Contents:
    """The headings and sections of a document."""
    headings = [number for number, paragraph in enumerate(paragraphs) if _may_be_heading(paragraph, setting)]
    named = _named_below_title(paragraphs, headings, setting)
    headings = [number for number in headings if number not in named]
    rank_of = {number: heading_rank(paragraphs[number], _LARGEST * setting.size) for number in headings}
    ranks = sorted(set(rank_of.values()))
    levels = {number: min(_DEEPEST, ranks.index(rank) + 1) for number, rank in rank_of.items()}
    levels |= _levels_by_number(paragraphs, levels)
    if len(outline) < _FEWEST_ENTRIES:
        return Contents(levels, _own_openings(paragraphs, levels), named)
    openings = []
    told: dict[int, int] = {}
    finder = _Finder(paragraphs, set(headings))
    for entry in outline:
        found = finder.find(entry)
        if found is None:
            continue
        number, is_its_heading = found
        title = one_line(entry.title) or _title(paragraphs[number])
        openings.append(Opening(title, entry.level, number))
        if is_its_heading:
            told[number] = min(_DEEPEST, entry.level)
    if len(told) >= _FEWEST_TOLD:
        levels = {n: _level_like(paragraphs[n].size, told, paragraphs) for n in headings}
    return Contents(levels | told, openings, named)


def _levels_by_number(paragraphs: Sequence[Paragraph], levels: dict[int, int]) -> dict[int, int]:
    """The levels of headings that are numbered: that of most of those like 1, and of 1.2 the one below it."""
    depths: dict[int, list[int]] = {}
    for number in levels:
        found = _COUNTED.match(paragraphs[number].text)
        if found is not None:
            depths.setdefault(found[1].count("."), []).append(number)
    if len(depths.get(0, ())) < _FEWEST_ENTRIES:
        return {}
    told: dict[int, int] = {}
    above = 0
    for _, numbers in sorted(depths.items()):
        usual = Counter(levels[number] for number in numbers).most_common(1)[0][0]
        above = min(_DEEPEST, above + 1) if above else usual
        told |= dict.fromkeys(numbers, above)
    return told


def _level_like(size: float, told: dict[int, int], paragraphs: Sequence[Paragraph]) -> int:
    """The level of a heading of this size that no bookmark leads to: that of those that are set no larger."""
    smallest: dict[int, float] = {}
    for number, level in told.items():
        smallest[level] = min(smallest.get(level, math.inf), paragraphs[number].size)
    return next((level for level in sorted(smallest) if size > 0.95 * smallest[level]), _DEEPEST)


def _may_be_heading(paragraph: Paragraph, setting: Setting) -> bool:
    return not paragraph.is_table and is_heading(paragraph, setting)


def _named_below_title(
    paragraphs: Sequence[Paragraph], headings: Sequence[int], setting: Setting
) -> frozenset[int]:
    """The numbers of what is set as headings are, but names authors, places and the day below the title."""
    first = [n for n in headings if paragraphs[n].lines[0].page == paragraphs[0].lines[0].page]
    title = max(first, key=lambda n: paragraphs[n].size, default=None)
    if title is None or paragraphs[title].size < TITLE * setting.size:
        return frozenset()
    found = []
    end = title + 1
    while end < len(paragraphs) and _may_stand_below_title(paragraphs, end, paragraphs[title]):
        if end in headings:
            found.append(end)
        end += 1
    if found and found[-1] == end - 1 and end < len(paragraphs) and end not in headings:
        words = " ".join(paragraphs[found[-1]].text.split())
        if len(found) == 1 and len(words.split()) >= _LONG_NAME and not _OF_AUTHORS.search(words):
            found.pop()  # the text follows at once: it may be the heading of that
    return frozenset(found)


def _may_stand_below_title(paragraphs: Sequence[Paragraph], number: int, title: Paragraph) -> bool:
    paragraph = paragraphs[number]
    text = " ".join(paragraph.text.split())
    return (
        (all(_is_below(line, title) for line in paragraph.lines) or _has_one_beside(paragraphs, number))
        and not paragraph.is_table
        and paragraph.lines[0].page == title.lines[0].page
        and paragraph.size < 0.97 * title.size
        and not NAMED.match(text)
        and (_YEAR.search(text) is not None or not _NUMBERED.match(text))
    )


def _is_below(line: Line, title: Paragraph) -> bool:
    """Whether a line has its middle where the title has its own; of another length, it is centred then."""
    first = title.lines[0]
    return abs((line.left + line.right) - (first.left + first.right)) < 2 * line.size


def _has_one_beside(paragraphs: Sequence[Paragraph], number: int) -> bool:
    """Whether another short paragraph begins at the same height, as names of authors do."""
    line = paragraphs[number].lines[0]
    return len(line.text) < _LONGEST_NAME and any(
        abs(other.lines[0].left - line.left) > 0
        and abs(other.lines[0].base - line.base) < 0.2 * line.size
        and abs(other.size - line.size) < 0.1 * line.size
        and len(other.lines[0].text) < _LONGEST_NAME
        for other in paragraphs[max(0, number - _NEAR) : number + _NEAR + 1]
    )


def _title(paragraph: Paragraph) -> str:
    return one_line(paragraph.text)


def _own_openings(paragraphs: Sequence[Paragraph], levels: dict[int, int]) -> list[Opening]:
    """A section for each heading; a title that follows a number directly is joined to it."""
    openings: list[Opening] = []
    joined = -2
    for number in sorted(levels):
        paragraph = paragraphs[number]
        follows = joined == number - 1 and paragraphs[number - 1].lines[0].page == paragraph.lines[0].page
        if (
            follows
            and openings
            and levels[number] >= levels[openings[-1].paragraph]
            and not paragraph.is_first
        ):
            last = openings[-1]
            if last.paragraph == number - 1 and _is_number(last.title):
                openings[-1] = last._replace(title=f"{last.title.rstrip('.:')}. {_title(paragraph)}")
                joined = number
                continue
        openings.append(Opening(_title(paragraph), levels[number], number))
        joined = number
    return openings


def _is_number(title: str) -> bool:
    """Whether a title only counts, as "Chapter 3" does."""
    return len(title.split()) <= 3 and not _COUNTED.match(title)


class _Finder:
    """Finds the paragraph to which a bookmark leads."""

    def __init__(self, paragraphs: Sequence[Paragraph], headings: set[int]) -> None:
        self._paragraphs = paragraphs
        self._headings = headings
        self._on_page: dict[int, list[int]] = {}
        self._first_on_page: dict[int, int] = {}
        for number, paragraph in enumerate(paragraphs):
            self._on_page.setdefault(paragraph.lines[0].page, []).append(number)
            for line in paragraph.lines:
                self._first_on_page.setdefault(line.page, number)

    def find(self, entry: OutlineEntry) -> tuple[int, bool] | None:
        """The number of the paragraph, and whether its words are those of the bookmark."""
        numbers = self._on_page.get(entry.page, [])
        wanted = _letters(entry.title)
        found = [number for number in sorted(numbers, key=self._is_no_heading) if self._says(number, wanted)]
        if found and entry.height is not None:
            height = entry.height
            return min(found, key=lambda n: abs(self._paragraphs[n].lines[0].base - height)), True
        if found:
            return found[0], True
        if entry.height is not None:
            for number in numbers:
                line = self._paragraphs[number].lines[0]
                if line.base <= entry.height + 0.3 * line.size:
                    return number, False
        if numbers:
            return numbers[0], False
        if entry.page in self._first_on_page:
            return self._first_on_page[entry.page], False
        later = [page for page in self._on_page if page > entry.page]
        return (self._on_page[min(later)][0], False) if later else None

    def _is_no_heading(self, number: int) -> bool:
        return number not in self._headings

    def _says(self, number: int, wanted: str) -> bool:
        text = self._paragraphs[number].text
        if not wanted or len(text) > _LONGEST_HEADING:
            return False
        found = _letters(text)
        if not found:
            return False
        if found == wanted or (found.endswith(wanted) and len(wanted) > 0.6 * len(found)):
            return True
        if number in self._headings and wanted.endswith(found) and len(found) > 0.6 * len(wanted):
            return True
        return number in self._headings and (wanted.startswith(found) or found.startswith(wanted))


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))
