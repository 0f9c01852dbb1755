"""Surroundings: what stands round a date, as far as it bears on its place in the story."""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import BlockKind
from companion.extraction.times.costs import COSTS
from companion.extraction.times.days import Day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.core.document import Document
    from companion.extraction.times.saying import Saying

_REACH, _SPARSE_REACH, _YEAR_REACH = 30_000, 3_000, 500
"""Characters over which a date lends its year to others: where dates are many or in a heading, else one
with a month, and a bare year."""
_AHEAD, _NEAR_YEAR = 10, 120
"""How many times less far it does so backwards, and over how many characters at most a bare year."""
_DENSE, _ROUND = 3, 12_000
"""So many dates with a year within so many characters are many; in a shorter text any number is."""
_HEADING_REACH = 100_000
"""Characters over which a heading is over what follows, after one of its years was named last."""
_LONGEST_HEADING, _TITLE_PAGE, _SHORTEST_BOOK = 100, 2_000, 40_000
_LOOKS_BACK = re.compile(r"\b(?:had|since|earlier|previously|already|following|former)\b[^.!?\n]*$")
_ATTRIBUTE = re.compile(r"[a-z]\s(?:the|of|his|her|its|their)\s$")
_ASIDE = frozenset({"brackets", "since", "attribute"})
_AFTER_CHRIST = re.compile(r"(?:AD|A\.\s?D\.|CE|C\.\s?E\.)")
_OPENING = re.compile(r"\([^()\n]{0,30}$")


class Place(NamedTuple):
    """The surroundings of one saying.

    `beside` is what it costs to leave it beside the line of the story, `looks_back` whether the words
    before it do, `is_dense` whether dates are many there. It lends its year over `lends` characters.
    `heading` are the years that the heading over it names, `ahead` is the next date with a year if it is
    near enough to lend it. `is_aside` is a date that others are not reckoned from. `era` is 1 after a year of
    which the text says that it is one after Christ, -1 after one before Christ, 0 before both.
    """

    beside: float
    looks_back: bool
    is_dense: bool
    lends: int
    heading: range
    ahead: Day | None
    is_aside: bool
    era: int


def places(document: Document, sayings: list[Saying]) -> Iterator[Place]:
    """The surroundings of each saying of a document."""
    text = document.text
    ahead = _next_with_year(sayings)
    headings = _headings(document, sayings)
    for saying, following, is_dense, (in_heading, years), era in zip(
        sayings, ahead, _dense(text, sayings), headings, _eras(text, sayings), strict=True
    ):
        looks_back = _LOOKS_BACK.search(text, max(0, saying.start - 90), saying.start) is not None
        lends = _reach(saying, is_dense or in_heading)
        near = None
        if following is not None and following.start - saying.end <= _reach_ahead(following, is_dense):
            near = Day(following.year or 0, following.month, following.day)
        kind = _kind(text, saying, in_heading)
        yield Place(
            beside=COSTS[f"beside_{kind}"],
            looks_back=looks_back,
            is_dense=is_dense,
            lends=lends,
            heading=years,
            ahead=near,
            is_aside=in_heading or kind in _ASIDE,
            era=era,
        )


def _eras(text: str, sayings: list[Saying]) -> Iterator[int]:
    """For each saying the era that the text named last; a year after 1000 needs none and names none."""
    era = 0
    for saying in sayings:
        yield era
        if saying.is_of_either_era or saying.is_duration:
            continue
        if saying.fixed[:1] == "-" or (saying.year is not None and saying.year < 1):
            era = -1
        elif _AFTER_CHRIST.search(text, saying.start, saying.end):
            era = 1


def _reach(saying: Saying, is_dense: bool) -> int:
    return _REACH if is_dense else _SPARSE_REACH if saying.month is not None else _YEAR_REACH


def _reach_ahead(saying: Saying, is_dense: bool) -> int:
    """Over how many characters before it a date lends its year; a bare year only to what is near."""
    return min(_reach(saying, is_dense) // _AHEAD, _REACH if saying.month is not None else _NEAR_YEAR)


def _next_with_year(sayings: list[Saying]) -> list[Saying | None]:
    """For each saying the next one that names its year."""
    ahead: list[Saying | None] = []
    known: Saying | None = None
    for saying in reversed(sayings):
        ahead.append(known)
        if saying.year is not None:
            known = saying
    return ahead[::-1]


def _dense(text: str, sayings: list[Saying]) -> list[bool]:
    """For each saying, whether it is one of many with a year, or stands after them."""
    if len(text) <= _ROUND:
        return [True] * len(sayings)
    recent: deque[int] = deque(maxlen=_DENSE)
    dense = []
    for saying in sayings:
        if saying.year is not None:
            recent.append(saying.start)
        dense.append(len(recent) == _DENSE and saying.start - recent[0] <= _ROUND)
    return dense


def _headings(document: Document, sayings: list[Saying]) -> Iterator[tuple[bool, range]]:
    """For each saying, whether it stands in a heading, and the years of the last heading that names some."""
    years = range(0)
    seen = 0
    for saying in sayings:
        is_here = saying.year is not None and _is_in_heading(document, saying)
        if saying.year is not None and is_here:
            first = years.start if saying.is_end and years else saying.year
            years = range(min(first, saying.year), max(first, saying.year) + 1)
        if saying.year in years:
            seen = saying.start
        elif saying.start - seen > _HEADING_REACH:
            years = range(0)
        yield is_here, years


def _is_in_heading(document: Document, saying: Saying) -> bool:
    """Whether it stands in a heading, or in a short line by itself that ends like no sentence.

    A year on the title page of a book is that of the edition, and over nothing.
    """
    text = document.text
    if saying.start < _TITLE_PAGE and len(text) > _SHORTEST_BOOK:
        return False
    block = document.block_at(saying.start)
    if block is not None and block.kind is BlockKind.HEADING and saying.start < block.end:
        return True
    start = text.rfind("\n", max(0, saying.start - _LONGEST_HEADING), saying.start) + 1
    end = text.find("\n", saying.end, saying.end + _LONGEST_HEADING)
    if (start == 0 and saying.start >= _LONGEST_HEADING) or not 0 < end - start < _LONGEST_HEADING:
        return False
    stands_alone = text[max(0, start - 2) : start] in ("", "\n", "\n\n") and text[end + 1 : end + 2] in (
        "",
        "\n",
    )
    return stands_alone and text[end - 1] not in '.!?;,:”"'


def _kind(text: str, saying: Saying, in_heading: bool) -> str:
    """What kind of date it is, as far as that bears on leaving it beside the line."""
    if saying.is_end:
        kind = "end"
    elif saying.month is None and _is_in_brackets(text, saying):
        kind = "brackets"
    elif in_heading:
        kind = "heading"
    elif saying.side == "since":
        kind = "since"
    elif saying.month is not None:
        kind = "month" if saying.day is None else "day"
    else:
        is_attribute = _ATTRIBUTE.search(text, max(0, saying.start - 10), saying.start)
        kind = "attribute" if is_attribute else "year"
    return kind


def _is_in_brackets(text: str, saying: Saying) -> bool:
    """Whether it ends what stands in brackets, or a part of it."""
    if text[saying.end : saying.end + 1] not in (")", ";"):
        return False
    return _OPENING.search(text, max(0, saying.start - 32), saying.start) is not None
