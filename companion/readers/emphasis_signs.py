"""Words between two underscores in a plain text are emphasised, where nothing speaks against it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import BlockKind, Style, StyledRun

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.core.document import Block
    from companion.readers.sections import Heading

_SIGNS = re.compile("_+")
_LEADING = frozenset("/\\@=&#%~$<>{}|`^")
"""Signs before an underscore, or behind one, that belong to an address, a path or a formula."""
_LONGEST = 2000
"""Code points; what reaches over more is a sign that was forgotten."""
_MOST_ODD = 0.1
"""The share of underscores that may be something else; names in programs are full of them."""
_UNSET = frozenset((BlockKind.PREFORMATTED, BlockKind.TABLE, BlockKind.RULE))
_BY_THEMSELVES = _UNSET | {BlockKind.ITEM, BlockKind.HEADING, BlockKind.CAPTION}


class _Pairs(NamedTuple):
    """Where the words between two signs begin and end, and how many signs have no second one."""

    spans: list[tuple[int, int]]
    odd: int


def emphasised(text: str, blocks: Sequence[Block]) -> tuple[StyledRun, ...]:
    """The words that stand ``_between_`` two underscores, without these, block by block.

    None where more than a few underscores of the text are something else. The signs stay in the text, so
    that its length and all places in it are those of the file.
    https://www.pgdp.net/wiki/DP_Official_Documentation:Formatting/Guidelines
    """
    if "_" not in text:
        return ()
    starts = [block.start for block in blocks]
    found = _pairs(text, blocks, starts)
    if found.odd > _MOST_ODD * 2 * len(found.spans):
        return ()
    return tuple(run for start, end in found.spans for run in _runs(start, end, blocks, starts))


def without_signs(headings: Sequence[Heading], runs: Sequence[StyledRun]) -> list[Heading]:
    """The headings without the signs round words that are emphasised somewhere in the text."""
    if not runs:
        return list(headings)
    return [heading._replace(title=_unsigned(heading.title)) for heading in headings]


def _unsigned(title: str) -> str:
    signs = _pairs(title, (), ()).spans
    edges = {edge for start, end in signs for edge in (start - 1, end)}
    return "".join(sign for place, sign in enumerate(title) if place not in edges)


def _pairs(text: str, blocks: Sequence[Block], starts: Sequence[int]) -> _Pairs:
    spans: list[tuple[int, int]] = []
    begun = -1
    odd = 0
    for found in _SIGNS.finditer(text):
        start, end = found.span()
        if end - start > 2:
            continue  # a line to write on
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        is_single, is_last = end - start == 1, begun >= 0 and _closes(before, after)
        if is_single and is_last and _is_one(text, begun, start, blocks, starts):
            spans.append((begun, start))
            begun = -1
            continue
        odd += begun >= 0
        begun = end if is_single and _opens(before, after) else -1
        odd += begun < 0
    return _Pairs(spans, odd + (begun >= 0))


def _opens(before: str, after: str) -> bool:
    return not (before.isalnum() or before in _LEADING or after.isspace())


def _closes(before: str, after: str) -> bool:
    return not (before.isspace() or after.isalnum() or after in _LEADING)


def _is_one(text: str, start: int, end: int, blocks: Sequence[Block], starts: Sequence[int]) -> bool:
    """Whether words make one phrase: within a block, or on lines right below each other."""
    if end - start > _LONGEST or not any(map(str.isalnum, text[start:end])):
        return False
    kinds = {block.kind for block in _between(start, end, blocks, starts)}
    if not kinds.isdisjoint(_UNSET):
        return False
    lines = text[start:end].split("\n")
    return len(lines) == 1 or (all(map(str.strip, lines)) and kinds.isdisjoint(_BY_THEMSELVES))


def _runs(start: int, end: int, blocks: Sequence[Block], starts: Sequence[int]) -> Iterator[StyledRun]:
    for block in _between(start, end, blocks, starts):
        if max(start, block.start) < min(end, block.end):
            yield StyledRun(max(start, block.start), min(end, block.end), Style.EMPHASIS)


def _between(start: int, end: int, blocks: Sequence[Block], starts: Sequence[int]) -> Sequence[Block]:
    return blocks[max(0, bisect_right(starts, start) - 1) : bisect_left(starts, end)]
