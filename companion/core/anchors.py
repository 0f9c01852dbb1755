"""Anchors: words of a text that are found again, also when the text was set or printed differently."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from companion.core.agreement import Words
from companion.core.document import Span
from companion.core.drift import Drift
from companion.core.spelling import Spelling
from companion.core.whereabouts import Found, Whereabouts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from companion.core.document import Document

_CONTEXT = 64
"""Code points kept before and after the words."""

_BROKEN_WORD = re.compile(r"(?<=\S)\s+\S*\Z")
_LINE = 60
"""How many code points of a line stand for a place without a selection, at most."""

_ELLIPSIS = re.compile(r"\s*[\[(]?(?:\.\s?\.\s?\.|…)\.?[\])]?\s*")
"""What stands for words that were left out of a quotation."""

_LEAST_PART = 12
"""Parts of such a quotation that are shorter tell nothing."""

_SHARE_REACH = 0.03
"""So far, as a share of the text, a place given as a share may be from the words."""

_OFTEN = 16
"""The progress is told after so many anchors."""


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
        found |= _Search(document.text, found, progress).placings(moved)
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


class _Search:
    """Looks for words that have moved in `text`; `known` are the places of those that have not."""

    def __init__(
        self, text: str, known: Mapping[Anchor, Placing], progress: Callable[[float], None] | None
    ) -> None:
        self._progress = progress
        self._spelling = Spelling(text)
        self._whereabouts = Whereabouts(self._spelling.plain)
        self._drift = Drift()
        for anchor, placing in known.items():
            if placing.span is not None:
                self._drift.add(anchor.start, self._spelling.to_plain(placing.span.start))

    def placings(self, anchors: Sequence[Anchor]) -> dict[Anchor, Placing]:
        """Where the words of these anchors stand; first each by itself, then by those that were found."""
        found: dict[Anchor, Found | None] = {}
        for done, anchor in enumerate(anchors):
            if self._progress is not None and done % _OFTEN == 0:
                self._progress(done / len(anchors))
            found[anchor] = here = self._by_itself(anchor)
            if here is not None and here.is_sure and anchor.start >= 0:
                self._drift.add(anchor.start, here.start)
        for anchor, here in found.items():
            if here is None:
                found[anchor] = self._by_others(anchor)
        if self._progress is not None:
            self._progress(1.0)
        return {anchor: self._placing(anchor, here) for anchor, here in found.items()}

    def _by_itself(self, anchor: Anchor) -> Found | None:
        """Where its words are told by what they are; the parts of them when some were left out.

        The spelling is evened out even for words that stand somewhere as they were: of two copies of a
        verse the wrong one may be the one that was printed as before.
        """
        found = self._whereabouts.of(_words(anchor))
        if found is not None or not _ELLIPSIS.search(anchor.exact):
            return found
        parts = [part for part in _ELLIPSIS.split(anchor.exact) if len(part) >= _LEAST_PART]
        if not parts:
            return None
        head = _words(replace(anchor, exact=parts[0], suffix=""))
        tail = _words(replace(anchor, exact=parts[-1], prefix=""))
        if len(parts) == 1:
            return self._whereabouts.of(_words(replace(anchor, exact=parts[0], prefix="", suffix="")))
        return self._whereabouts.of_ends(head, tail, len(anchor.exact), exactly=False)

    def _by_others(self, anchor: Anchor) -> Found | None:
        """Where its words stand about the place that is likely by what else is known."""
        if anchor.start >= 0:
            near = self._drift.near(anchor.start)
            return None if near is None else self._whereabouts.about(_words(anchor), *near)
        if anchor.share is None or not 0 <= anchor.share <= 1:
            return None
        length = len(self._whereabouts.plain)
        return self._whereabouts.about(
            _words(anchor), round(anchor.share * length), round(_SHARE_REACH * length) + _CONTEXT
        )

    def _placing(self, anchor: Anchor, found: Found | None) -> Placing:
        """What was found in plain spelling, in the text itself."""
        if found is None:
            return Placing(None)
        span = self._spelling.span(found.start, found.end)
        words = self._spelling.text[span.start : span.end]
        if not words.strip():  # blanks are evened out, so a run of them has no place of its own within it
            return Placing(span if words == anchor.exact else None, found.share)
        span = Span(  # a dash takes the blanks round it with it
            span.end - len(words.lstrip()), span.start + len(words.rstrip())
        )
        return Placing(span, found.share, not found.is_sure)


def _words(anchor: Anchor) -> Words:
    """The words of `anchor` within their context, in plain spelling."""
    context = Spelling(anchor.prefix + anchor.exact + anchor.suffix)
    before = len(anchor.prefix)
    return Words(context.plain, context.to_plain(before), context.to_plain(before + len(anchor.exact)))
