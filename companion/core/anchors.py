"""Anchors: words of a text that are found again, also when the text was set or printed differently."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import Span
from companion.core.spelling import Spelling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.core.document import Document

_CONTEXT = 64
"""Code points kept before and after the words."""

_BROKEN_WORD = re.compile(r"(?<=\S)\s+\S*\Z")
_LINE = 60
"""How many code points of a line stand for a place without a selection, at most."""

_SURE = 48
"""So many code points that agree without a gap, quote and context together, make a place certain."""

_LEAD = 8
"""By so many code points it must agree better than any other place."""

_EDGE = 20
"""The beginning and the end of a text tell as much as so many code points of context."""

_PROBE = 32
"""The length of the pieces that are looked for; some piece lies in every run of ``_SURE - _LEAD``."""

_MOST_PLACES = 500
"""Words that stand in more places than this, context and all, are not told apart."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words by which a place is found again.

    `exact` are the words, `prefix` and `suffix` up to 64 code points before and after them, `start` and
    `end` the span in which they stood. These are the TextQuoteSelector and the TextPositionSelector of
    the Web Annotation Data Model (https://www.w3.org/TR/annotation-model/).
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


def anchor(document: Document, span: Span) -> Anchor:
    """The anchor of these words; of an empty span, of the first words of the line that begins there."""
    text = document.text
    start = min(max(0, span.start), len(text))
    end = min(max(start, span.end), len(text))
    if start == end:
        start, end = _line_at(document, start)
    return Anchor(
        text[start:end], text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT], start, end
    )


def place(document: Document, anchor: Anchor) -> Span | None:
    """Where the words of `anchor` stand in the text; None unless one place is beyond doubt."""
    return places(document, (anchor,))[0]


def places(document: Document, anchors: Iterable[Anchor]) -> list[Span | None]:
    """Where the words of each anchor stand; the text is prepared once, and only if some words have moved."""
    found: list[Span | None] = []
    spelling: Spelling | None = None
    for anchor in anchors:
        span = _unmoved(document.text, anchor)
        if span is None:
            spelling = spelling or Spelling(document.text)
            span = _moved(spelling, anchor)
        found.append(span)
    return found


def _line_at(document: Document, offset: int) -> Span:
    """The first words at or after `offset` within one block, as many as make a line."""
    text = document.text
    index = document.block_index(offset)
    blocks = [block for block in document.blocks[index : index + 2] if block.end > offset]
    block = blocks[0].span if blocks else Span(0, len(text))
    start = max(offset, block.start)
    while start > block.start and text[start - 1].isalpha() and _is_cased(text[start - 1 : start + 1]):
        start -= 1
    line = text[start : min(start + _LINE, block.end)]
    start += len(line) - len(line.lstrip())
    if start + _LINE < block.end and not text[start + _LINE].isspace():
        line = _BROKEN_WORD.sub("", line)
    return Span(start, start + len(line.strip()))


def _is_cased(letters: str) -> bool:
    """Whether all are letters of a script with capitals, where a line may begin amid a word."""
    return len(letters) == 2 and all(letter.lower() != letter.upper() for letter in letters)


class _Words(NamedTuple):
    """The words of an anchor within their context: ``context[start:end]``.

    `opens` and `closes` say that the context began, or ended, with the text.
    """

    context: str
    start: int
    end: int
    opens: bool
    closes: bool


def _unmoved(text: str, anchor: Anchor) -> Span | None:
    """The old place, when words and context stand there unchanged to the last code point."""
    start, end = anchor.start, anchor.end
    if not 0 <= start <= end <= len(text) or text[start:end] != anchor.exact:
        return None
    around = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    return Span(start, end) if around == (anchor.prefix, anchor.suffix) and anchor.exact else None


def _moved(spelling: Spelling, anchor: Anchor) -> Span | None:
    """The place where the words stand now, be it in other letters, quotes, blanks or dashes.

    The spelling is evened out even for words that stand somewhere as they were: of two copies of a verse
    the wrong one may be the one that was printed as before.
    """
    context = Spelling(anchor.prefix + anchor.exact + anchor.suffix)
    before = len(anchor.prefix)
    words = _Words(
        context.plain,
        context.to_plain(before),
        context.to_plain(before + len(anchor.exact)),
        opens=before < _CONTEXT,
        closes=len(anchor.suffix) < _CONTEXT,
    )
    start = _only_place(spelling.plain, words)
    if start is None:
        return None
    span = spelling.span(start, start + words.end - words.start)
    found = spelling.text[span.start : span.end]
    if not found.strip():  # blanks are evened out, so a run of them has no place of its own within it
        return span if found == anchor.exact else None
    return Span(  # a dash takes the blanks round it with it
        span.end - len(found.lstrip()), span.start + len(found.rstrip())
    )


def _only_place(text: str, words: _Words) -> int | None:
    """Where the words begin in `text`, if one place is certain and clearly better than all others."""
    if words.start >= words.end:
        return None
    starts = _likely_places(text, words)
    if starts is None:
        return None
    runs = sorted(((_agreement(text, start, words), start) for start in starts), reverse=True)
    if not runs or runs[0][0] < min(_SURE, len(words.context)):
        return None
    if len(runs) > 1 and runs[0][0] - runs[1][0] < _LEAD:
        return None
    return runs[0][1]


def _likely_places(text: str, words: _Words) -> set[int] | None:
    """Where the words stand with some of their context; None when there are too many such places."""
    quote = words.context[words.start : words.end]
    starts = set(_places_at_edges(text, words))
    for piece_start, piece in _pieces(words):
        found = text.find(piece)
        while found >= 0:
            start = found - piece_start + words.start
            if start >= 0 and text.startswith(quote, start):
                starts.add(start)
                if len(starts) > _MOST_PLACES:
                    return None
            found = text.find(piece, found + 1)
    return starts


def _places_at_edges(text: str, words: _Words) -> Iterator[int]:
    """Where the words stand at the beginning or the end of the text, with all that lay between."""
    if words.opens and text.startswith(words.context[: words.end]):
        yield words.start
    if words.closes and text.endswith(words.context[words.start :]):
        yield len(text) - len(words.context) + words.start


def _pieces(words: _Words) -> Iterator[tuple[int, str]]:
    """Pieces of the context, one of which stands wherever the words and enough of the context do."""
    context, length = words.context, words.end - words.start
    if length >= _PROBE or len(context) <= _SURE:
        start, end = (words.start, words.end) if length >= _PROBE else (0, len(context))
        yield start, context[start:end]
        return
    first = max(0, words.end - _SURE)
    last = min(len(context), words.start + _SURE) - _PROBE
    for start in range(first, max(first, last) + 1, _LEAD):
        yield start, context[start : start + _PROBE]


def _agreement(text: str, start: int, words: _Words) -> int:
    """How many code points agree without a gap round the words when they begin at `start` of `text`."""
    before, after = words.context[: words.start][::-1], words.context[words.end :]
    end = start + words.end - words.start
    left = _common(before, text[max(0, start - len(before)) : start][::-1])
    right = _common(after, text[end : end + len(after)])
    opens = words.opens and left == len(before) == start
    closes = words.closes and right == len(after) == len(text) - end
    return left + words.end - words.start + right + _EDGE * (opens + closes)


def _common(one: str, other: str) -> int:
    """The length of the beginning that both share."""
    for index, (sign, other_sign) in enumerate(zip(one, other, strict=False)):
        if sign != other_sign:
            return index
    return min(len(one), len(other))
