"""Anchors: words of a text that are found again, also when the text was set or printed differently."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from companion.core.document import Document

_CONTEXT = 64
"""Code points kept before and after the words."""

_BROKEN_WORD = re.compile(r"(?<=\S)\s+\S*\Z")
_LINE = 60
"""How many code points of a line stand for a place without a selection, at most."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words by which a place is found again.

    `exact` are the words, `prefix` and `suffix` up to 64 code points before and after them, `start` and
    `end` the span in which they stood. These are the TextQuoteSelector and the TextPositionSelector of
    the Web Annotation Data Model (https://www.w3.org/TR/annotation-model/). Where the span is not known,
    both are -1; `share` then says about where the words stand, from 0 to 1, if that is known.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    share: float | None = None


class Placing(NamedTuple):
    """Where the words of an anchor stand now; `span` is None where no place is likely enough.

    `score` is how much of the words and their context agrees there, from 0 to 1. A shaky place is shown
    as such, for the reader to put right: too little agrees, or only the places of other words told it.
    """

    span: Span | None
    score: float = 0.0
    is_shaky: bool = False


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


def quoted(exact: str, prefix: str = "", suffix: str = "", share: float | None = None) -> Anchor:
    """The anchor of words that were quoted elsewhere, perhaps not to the letter and not to the end.

    `share` is about where they stand, from 0 at the beginning of the text to 1 at its end.
    """
    return Anchor(exact.strip(), prefix[-_CONTEXT:], suffix[:_CONTEXT], -1, -1, share)


def place(document: Document, anchor: Anchor) -> Span | None:
    """Where the words of `anchor` stand in the text; None where no place is likely enough."""
    return places(document, (anchor,))[0]


def places(document: Document, anchors: Iterable[Anchor]) -> list[Span | None]:
    """Where the words of each anchor stand; the text is prepared once, and only if some words have moved."""
    return [placing.span for placing in placings(document, anchors)]


def placings(
    document: Document, anchors: Iterable[Anchor], *, progress: Callable[[float], None] | None = None
) -> list[Placing]:
    """Where the words of each anchor stand, and how sure that is.

    Words that are not found by themselves are sought where words that stood near them are now. `progress`
    is told the share that is done, from 0 to 1, and may raise to stop it.
    """
    given = tuple(anchors)
    found: dict[Anchor, Placing] = {}
    moved = []
    for anchor in dict.fromkeys(given):
        span = _unmoved(document.text, anchor)
        if span is None:
            moved.append(anchor)
        else:
            found[anchor] = Placing(span, 1.0)
    if moved:
        from companion.core.recovery import Recovery

        found |= Recovery(document.text, found, progress).placings(moved)
    return [found[anchor] for anchor in given]


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


def _unmoved(text: str, anchor: Anchor) -> Span | None:
    """The old place, when words and context stand there unchanged to the last code point."""
    start, end = anchor.start, anchor.end
    if not 0 <= start <= end <= len(text) or text[start:end] != anchor.exact:
        return None
    around = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    return Span(start, end) if around == (anchor.prefix, anchor.suffix) and anchor.exact else None
