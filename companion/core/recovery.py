"""Recovery: words that have moved are found again, each by itself or by others that stood near it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from companion.core.agreement import Words
from companion.core.anchors import Placing
from companion.core.document import Span
from companion.core.drift import Drift, Likely
from companion.core.spelling import Spelling
from companion.core.whereabouts import Found, Whereabouts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from companion.core.anchors import Anchor

_ELLIPSIS = re.compile(r"\s*[\[(]?(?:\.\s?\.\s?\.|…)\.?[\])]?\s*")
"""What stands for words that were left out of a quotation."""

_LEAST_PART = 12
"""Parts of such a quotation that are shorter tell nothing."""

_SHARE_REACH = 0.03
"""So far, as a share of the text, a place given as a share may be from the words, ..."""

_LEAST_REACH = 200
"""... and in a short text so many code points."""

_VAIN = 24
"""When the whole text was searched in vain so many times in a row, it is another text."""


class Recovery:
    """Finds words that have moved in `text`; `known` are the places of those that have not.

    `progress` is told the share that is done, from 0 to 1, and may raise to stop it.
    """

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

    def placings(self, anchors: Iterable[Anchor]) -> dict[Anchor, Placing]:
        """Where the words of these anchors stand; first each by itself, then by those that were found.

        What is still missing is sought in the whole text, until that has been in vain many times in a row.
        """
        found: dict[Anchor, Found | None] = {}
        ordered = sorted(anchors, key=_order)
        for done, anchor in enumerate(ordered):
            self._report(done, 2 * len(ordered))
            found[anchor] = here = self._by_itself(anchor)
            if here is not None and here.is_sure and anchor.start >= 0:
                self._drift.add(anchor.start, here.start)
        missing = [anchor for anchor in ordered if found[anchor] is None]
        vain = 0
        for done, anchor in enumerate(missing):
            self._report(len(missing) + done, 2 * len(missing))
            found[anchor] = self._by_others(anchor)
            if found[anchor] is None and vain < _VAIN:
                found[anchor] = self._by_itself(anchor, everywhere=True)
                vain = vain + 1 if found[anchor] is None else 0
        self._report(1, 1)
        return {anchor: self._placing(anchor, here) for anchor, here in found.items()}

    def _report(self, done: int, steps: int) -> None:
        if self._progress is not None:
            self._progress(done / steps)

    def _by_itself(self, anchor: Anchor, *, everywhere: bool = False) -> Found | None:
        """Where its words are told by what they are; the parts of them when some were left out.

        The spelling is evened out even for words that stand somewhere as they were: of two copies of a
        verse the wrong one may be the one that was printed as before.
        """
        found = self._whereabouts.of(_words(anchor), everywhere=everywhere)
        if not _ELLIPSIS.search(anchor.exact) or (found is not None and found.share == 1):
            return found
        return self._by_parts(anchor) or found

    def _by_parts(self, anchor: Anchor) -> Found | None:
        """Where a quotation stands of which words were left out, amid it or at its ends."""
        parts = [part for part in _ELLIPSIS.split(anchor.exact) if len(part) >= _LEAST_PART]
        if not parts:
            return None
        if len(parts) == 1:
            return self._whereabouts.of(_words(replace(anchor, exact=parts[0], prefix="", suffix="")))
        head = _words(replace(anchor, exact=parts[0], suffix=""))
        tail = _words(replace(anchor, exact=parts[-1], prefix=""))
        return self._whereabouts.of_ends(head, tail, len(anchor.exact), exactly=False)

    def _by_others(self, anchor: Anchor) -> Found | None:
        """Where its words stand about the place that is likely by what else is known."""
        likely = None
        if anchor.start >= 0:
            likely = self._drift.likely(anchor.start)
        elif anchor.share is not None and 0 <= anchor.share <= 1:
            length = len(self._whereabouts.plain)
            reach = _LEAST_REACH + round(_SHARE_REACH * length)
            likely = Likely(round(anchor.share * length), reach, reach)
        return None if likely is None else self._whereabouts.about(_words(anchor), likely)

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


def _order(anchor: Anchor) -> tuple[int, str, str, str]:
    return anchor.start, anchor.exact, anchor.prefix, anchor.suffix
