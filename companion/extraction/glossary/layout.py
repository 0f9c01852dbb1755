"""Layout: for each word of a text whether it stands in a heading, in a short line or in a full paragraph."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from companion.core.document import BlockKind

if TYPE_CHECKING:
    from companion.core.document import Block
    from companion.extraction.glossary.words import Words
    from companion.extraction.source import Source

HEADING, LINE, BODY = b"H", b"L", b"B"
_HEADINGS = frozenset({BlockKind.HEADING, BlockKind.CAPTION, BlockKind.RULE})
_SHORT_LINE = 120
_SENTENCE_ENDS = (".", "!", "?", ":", "”", ")", '"')


def layout_of(source: Source, words: Words) -> bytes:
    """One byte for each word: HEADING, LINE for a short paragraph that does not end a sentence, BODY."""
    text, starts = source.text, words.starts
    parts: list[bytes] = []
    done = 0
    for block in source.document.blocks:
        first = bisect_left(starts, block.start, done)
        last = bisect_left(starts, block.end, first)
        parts += (BODY * (first - done), _kind_of(block, text) * (last - first))
        done = last
    parts.append(BODY * (len(starts) - done))
    return b"".join(parts)


def _kind_of(block: Block, text: str) -> bytes:
    if block.kind in _HEADINGS:
        return HEADING
    is_line = block.end - block.start < _SHORT_LINE and not text.startswith(_SENTENCE_ENDS, block.end - 1)
    return LINE if is_line and block.kind is BlockKind.PARAGRAPH else BODY
