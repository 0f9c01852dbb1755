"""Whereabouts: where words stand in a text that is not quite the one from which they were taken."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from companion.core.agreement import (
    MARGIN,
    Agreement,
    Words,
    agreement_at,
    begin_within,
    best_begin,
    likest,
)
from companion.core.proof import LEAD_SHARE, is_enough, is_sure, lead, tells_little
from companion.core.word_places import WordPlaces

if TYPE_CHECKING:
    from companion.core.drift import Likely

_CERTAIN = 48
"""So many code points that all agree in one place only need no other proof."""

_CANDIDATES = 16
"""Places that are looked at ..."""

_FINALISTS = 4
"""... and compared letter by letter."""

_SLACK = 96
"""Code points round a likely place among which the best one is sought."""

_LEAST_LIKENESS = 66.0
"""What the whole text is searched for; a hundred code points stand somewhere with 56 by chance."""

_LEAST_HELD = 0.6
"""So much of the signs must be there where it is known about where the words stand."""

_MUCH_WORSE, _MUCH_LESS = 20.0, 0.25
"""A place that is so much less like the words, or holds so much less of them, is not looked at."""

_STRETCH = 1 << 18
"""Code points that are searched without a break: some milliseconds in which other threads wait."""

_LONG = 240
"""Longer words are found by their beginning and their end, so that what was put in between does no harm."""

_PART = 120
"""The length of the beginning and of the end of long words."""

_BESIDE = 600
"""How far from a place another one is sought that is as good."""

_STRIDE = 1000
"""Where words are sought about a place, each stretch of so many code points gives one candidate."""

_LEAST_SHARE_NEAR = 0.3
"""What must agree, of what could, where it is known from elsewhere about where the words stand."""

_FARTHER = 3
"""By so many times the next copy must be farther from where the words should stand."""

_GAP = 6000
"""Code points that may have been left out of a quotation, or been put into it."""


class Found(NamedTuple):
    """Where words stand: ``[start, end)`` of the plain text, how much agrees there, whether it is sure."""

    start: int
    end: int
    share: float
    is_sure: bool


class Whereabouts:
    """Finds words again in `plain`, a text in plain spelling. May cross threads."""

    def __init__(self, plain: str) -> None:
        self.plain = plain

    @cached_property
    def _word_places(self) -> WordPlaces:
        return WordPlaces(self.plain)

    def of(self, words: Words, *, everywhere: bool = False) -> Found | None:
        """Where the words stand; None unless one place is clearly better than all others.

        It is sought where rare words of them and of their context are; or, if `everywhere`, in the whole
        text, which takes some ten milliseconds for a million code points.
        """
        if len(words.context) >= _CERTAIN or words.context == self.plain:
            copies = self._copies(words)
            if len(copies) == 1 and words.quote:
                start = copies[0] + words.start
                return Found(start, start + len(words.quote), 1.0, is_sure=True)
        if not words.quote.strip():
            return None
        if len(words.quote) > _LONG:
            head, tail = _ends(words)
            return self.of_ends(head, tail, len(words.quote), exactly=True, everywhere=everywhere)
        return self._decided(words, self._agreements(words, everywhere))

    def of_ends(
        self, head: Words, tail: Words, length: int, *, exactly: bool, everywhere: bool = False
    ) -> Found | None:
        """Where words stand of which the beginning and the end are given, `length` apart.

        When only one of them is found, the words reach so far from there; or, unless `exactly`, are
        that one alone.
        """
        first, last = self.of(head), self.of(tail)
        if first is None and last is None and everywhere:
            first, last = self.of(head, everywhere=True), self.of(tail, everywhere=True)
        return self._joined(first, last, length, exactly)

    def about(self, words: Words, likely: Likely) -> Found | None:
        """Where the words stand about the likely place; of copies the one that is nearest to it by far."""
        if not words.quote.strip():
            return None
        if len(words.quote) > _LONG:
            head, tail = _ends(words)
            later = likely._replace(near=likely.near + len(words.quote) - len(tail.quote))
            found = self.about(head, likely), self.about(tail, later)
            return self._joined(*found, len(words.quote), exactly=True)
        reach = max(likely.reach, likely.apart)
        seen: list[Agreement] = []
        for low in range(max(0, likely.near - reach), min(len(self.plain), likely.near + reach), _STRIDE):
            held, start = likest(words.context, self.plain, low, low + _STRIDE + len(words.context))
            if held >= _LEAST_HELD:
                _add(seen, self._agreement(words, start))
        seen = [one for one in seen if is_enough(words, one, _LEAST_SHARE_NEAR)]
        best_one = _nearest(seen, words, likely)
        return best_one and Found(best_one.start, best_one.end, best_one.share, is_sure=False)

    def _joined(self, first: Found | None, last: Found | None, length: int, exactly: bool) -> Found | None:
        """Words `length` long of which the beginning and the end are there, or one of them alone."""
        if first is not None and last is not None:
            reach = last.end - first.start
            if first.start < last.end and length / 3 <= reach <= 2 * length + _GAP:
                share = (first.share + last.share) / 2
                return Found(first.start, last.end, share, first.is_sure and last.is_sure)
        best = max((found for found in (first, last) if found is not None), key=_share, default=None)
        if best is None:
            return None
        start, end = best.start, best.end
        if exactly and best is first:
            end = min(len(self.plain), start + length)
        elif exactly:
            start = max(0, end - length)
        return Found(start, end, best.share / 2, is_sure=False)

    def _copies(self, words: Words) -> list[int]:
        """Where the words stand with all their context, letter by letter; two at most."""
        first = self.plain.find(words.context)
        second = self.plain.find(words.context, first + 1) if first >= 0 else -1
        return [place for place in (first, second) if place >= 0]

    def _agreements(self, words: Words, everywhere: bool) -> list[Agreement]:
        """The places that agree best, each once; `everywhere` when none is good enough."""
        seen: list[Agreement] = []
        if tells_little(words):
            return [_whole(words, begin) for begin in self._whole_copies(words.context)]
        for begin in self._likely(words.context):
            _add(seen, agreement_at(self.plain, words, begin))
        if everywhere and not any(is_enough(words, agreement) for agreement in seen):
            for begin in self._anywhere(words.context):
                _add(seen, agreement_at(self.plain, words, begin))
        if seen and is_enough(words, max(seen)):
            for begin in self._beside(words, max(seen)):
                _add(seen, agreement_at(self.plain, words, begin))
        return seen

    def _whole_copies(self, context: str) -> list[int]:
        """Where the context stands, letter by letter, as whole words; two places at most."""
        found: list[int] = []
        place = self.plain.find(context)
        while place >= 0 and len(found) < 2:
            if self._is_whole(place) and self._is_whole(place + len(context)):
                found.append(place)
            place = self.plain.find(context, place + 1)
        return found

    def _is_whole(self, place: int) -> bool:
        """Whether no word of a script with capitals, which has blanks between words, goes on at `place`."""
        letters = self.plain[max(0, place - 1) : place + 1]
        return not (len(letters) == 2 and letters.isalpha() and all(map(_is_cased, letters)))

    def _beside(self, words: Words, best: Agreement) -> list[int]:
        """Where the context stands best before the words that were found, and where after them.

        In a refrain or a row of equal signs, that is as good.
        """
        after = len(words.context) - words.end
        before = best.start - _BESIDE, best.start + after - MARGIN
        behind = best.end - words.start + MARGIN, best.end + _BESIDE
        least = best.share - LEAD_SHARE  # what agrees is held
        found = [likest(words.context, self.plain, *region) for region in (before, behind)]
        return [begin_within(words.context, self.plain, start) for held, start in found if held >= least]

    def _agreement(self, words: Words, start: int) -> Agreement | None:
        """How the words agree with the stretch of the text that begins at `start`."""
        return agreement_at(self.plain, words, begin_within(words.context, self.plain, start))

    def _likely(self, context: str) -> list[int]:
        """Where the context stands best near the places that have its words."""
        found = [
            likest(context, self.plain, near - _SLACK, near + len(context) + _SLACK)
            for near in self._word_places.likely(context, _CANDIDATES)
        ]
        return [begin_within(context, self.plain, start) for start in _finalists(found, _MUCH_LESS)]

    def _anywhere(self, context: str) -> list[int]:
        """Where the context stands best in each stretch of the text, if it stands there well."""
        found = []
        least = _LEAST_LIKENESS
        for low in range(0, len(self.plain), _STRETCH):
            best = best_begin(context, self.plain, low, low + _STRETCH + len(context), least)
            if best is not None:
                found.append(best)
                least = max(least, best[0] - _MUCH_WORSE)
        return _finalists(found, _MUCH_WORSE)

    def _decided(self, words: Words, agreements: list[Agreement]) -> Found | None:
        """The best of these if it is good enough and better than the next by far enough."""
        ranked = sorted(agreements, reverse=True)
        if not ranked or not is_enough(words, ranked[0]):
            return None
        best = ranked[0]
        if len(ranked) > 1 and best.points - ranked[1].points < lead(words):
            return None
        return Found(best.start, best.end, best.share, is_sure(words, best))


def _ends(words: Words) -> tuple[Words, Words]:
    """The beginning of long words with what stood before them, their end with what stood after them."""
    first, last = words.start + _PART, words.end - _PART
    return Words(words.context[:first], words.start, first), Words(words.context[last:], 0, _PART)


def _nearest(seen: list[Agreement], words: Words, likely: Likely) -> Agreement | None:
    """Of the best of these the one that is nearest to the likely place, if no other is nearly as near."""
    least = max((one.points for one in seen), default=0) - lead(words)
    copies = sorted((abs(one.begin - likely.near), one) for one in seen if one.points > least)
    if not copies or copies[0][0] > likely.reach:
        return None
    if len(copies) > 1 and copies[1][0] < max(_FARTHER * copies[0][0], likely.apart):
        return None
    return copies[0][1]


def _whole(words: Words, begin: int) -> Agreement:
    """That the words stand with all their context, letter by letter, from `begin` on."""
    return Agreement(len(words.context), 1.0, 1.0, begin + words.start, begin + words.end, begin)


def _is_cased(letter: str) -> bool:
    return letter.lower() != letter.upper()


def _share(found: Found) -> float:
    return found.share


def _add(seen: list[Agreement], agreement: Agreement | None) -> None:
    """Adds the agreement, or puts it in the place of a worse one that is the same place."""
    if agreement is None:
        return
    for index, other in enumerate(seen):
        common = min(agreement.end, other.end) - max(agreement.start, other.start)
        if 2 * common > min(agreement.end - agreement.start, other.end - other.start):
            seen[index] = max(agreement, other)
            return
    seen.append(agreement)


def _finalists(found: list[tuple[float, int]], much: float) -> list[int]:
    """The best of these places, without those that are worse than the best by `much`."""
    ranked = sorted(found, reverse=True)[:_FINALISTS]
    return [start for likeness, start in ranked if likeness > ranked[0][0] - much]
