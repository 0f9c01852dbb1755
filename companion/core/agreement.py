"""Agreement: how well some words and what stood round them agree with a place of another text."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq, Levenshtein

MARGIN = 16
"""Code points by which a place may be longer or shorter at either end than the words that are looked for."""

_STRIDE = 96
"""From so many code points to so many a stretch of the text is compared."""

_SOLID = 4
"""So many code points that agree without a gap show where both texts are in step."""

_LONGEST_GAP = 8
"""Words that were put in or left out count no more than this, however long they are."""


class Words(NamedTuple):
    """Words within their context, all in plain spelling: ``context[start:end]``."""

    context: str
    start: int
    end: int

    @property
    def quote(self) -> str:
        """The words without their context."""
        return self.context[self.start : self.end]


class Agreement(NamedTuple):
    """That words may stand at ``[start, end)`` of a text.

    `points` are the code points that agree less those that do not, of the words and of as much of the
    context on either side as is worth it; `share` are the points of all that there could be; `closeness`
    is the share of the words themselves that is unchanged. From `begin` on the context stands there.
    """

    points: int
    share: float
    closeness: float
    start: int
    end: int
    begin: int


class _Step(NamedTuple):
    """A stretch of the context and what it is worth; `at` is where it begins in the text."""

    start: int
    end: int
    at: int
    at_end: int
    worth: int


def likest(context: str, plain: str, low: int, high: int) -> tuple[float, int]:
    """Where between `low` and `high` of `plain` a stretch begins that holds most of the context; how much.

    That is the share of its signs, from 0 to 1, which stand there in their order: quick to tell, but by
    chance it may be 0.6 and, of a short context, more.
    """
    low = max(0, low)
    best = 0.0, low
    for start in range(low, max(low + 1, min(high, len(plain)) - len(context)), _STRIDE):
        stretch = plain[start : start + len(context) + _STRIDE]
        best = max(best, (LCSseq.similarity(context, stretch) / len(context), start))
    return best


def begin_within(context: str, plain: str, low: int) -> int:
    """Where the context begins at the stretch of `plain` that `likest` told, or near it."""
    low = max(0, low - _STRIDE)
    stretch = plain[low : low + len(context) + 3 * _STRIDE]
    if len(stretch) <= len(context):
        return low
    found = fuzz.partial_ratio_alignment(context, stretch)
    return low if found is None else low + found.dest_start


def best_begin(context: str, plain: str, low: int, high: int, least: float) -> tuple[float, int] | None:
    """Where in a long piece of `plain` the context begins, and how like it is, from `least` to 100."""
    found = fuzz.partial_ratio_alignment(context, plain[low:high], score_cutoff=least)
    if found is None or high - low < len(context):
        return None
    return found.score, low + found.dest_start


def agreement_at(plain: str, words: Words, begin: int) -> Agreement | None:
    """How the words agree with `plain` where their context begins at about `begin`; None if not at all."""
    low = max(0, begin - MARGIN)
    begin, end = _reach(words.context, plain[low : begin + len(words.context) + MARGIN], begin - low)
    begin, end = max(0, low + begin), min(len(plain), low + end)
    steps = _steps(words, plain[begin:end])
    before = [step for step in steps if step.end <= words.start]
    within = [step for step in steps if words.start <= step.start < step.end <= words.end]
    amid = [step for step in steps if step.start == step.end and words.start < step.start < words.end]
    after = [step for step in steps if step.start >= words.end]
    if not any(step.worth > 0 for step in within):
        return None
    worth = sum(step.worth for step in (*within, *amid))
    lost = sum(-step.worth for step in within if step.worth < 0) - sum(step.worth for step in amid) / 3
    points = worth + _best_run(before[::-1]) + _best_run(after)
    return Agreement(
        points,
        points / len(words.context),
        1 - lost / (words.end - words.start),
        begin + within[0].at,
        begin + within[-1].at_end,
        begin,
    )


def _reach(context: str, region: str, likely: int) -> tuple[int, int]:
    """From where to where in `region` the context reaches, by where both are in step; else as is likely."""
    solid = [
        block
        for block in Levenshtein.opcodes(context, region)
        if block.tag == "equal" and block.src_end - block.src_start >= _SOLID
    ]
    if not solid:
        return likely, likely + len(context)
    first, last = solid[0], solid[-1]
    return first.dest_start - first.src_start, last.dest_end + len(context) - last.src_end


def _steps(words: Words, region: str) -> list[_Step]:
    """How the context becomes `region`, step by step, none of them across an end of the words."""
    steps = []
    for edit in Levenshtein.opcodes(words.context, region):
        start, end, at, at_end = edit.src_start, edit.src_end, edit.dest_start, edit.dest_end
        if edit.tag == "insert":
            steps.append(_Step(start, end, at, at_end, -min(at_end - at, _LONGEST_GAP)))
            continue
        cuts = [start, *(cut for cut in (words.start, words.end) if start < cut < end), end]
        for one, other in pairwise(cuts):
            size, away = other - one, one - start
            begin = min(at + away, at_end)
            if edit.tag == "delete":
                steps.append(_Step(one, other, begin, begin, -min(size, _LONGEST_GAP)))
            else:
                worth = size if edit.tag == "equal" else -size
                steps.append(_Step(one, other, begin, begin + size, worth))
    return steps


def _best_run(steps: list[_Step]) -> int:
    """The most that the first of these steps are worth together."""
    best = run = 0
    for step in steps:
        run += step.worth
        best = max(best, run)
    return best
