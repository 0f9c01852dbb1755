"""Lettering: how wide words are, measured by who has letters or estimated where nobody has."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from companion.output.timeline.shapes import LABEL_SIZE, SMALL_SIZE

Width = Callable[[str], float]

_NARROW, _SLIM, _BROAD = frozenset(" .,;:'’‘|!ijlI()[]-/"), frozenset('frtJsc"“”'), frozenset("mwMWQO—@%&")


class Lettering(NamedTuple):
    """The width of a label and that of the smaller words of the axis, in the unit of the drawing."""

    label: Width
    small: Width

    def shortened(self, words: str, longest: float) -> str:
        """As much of a label as has room, with an ellipsis where it is cut."""
        if self.label(words) <= longest:
            return words
        low, high = 0, len(words)
        while high - low > 1:
            middle = (low + high) // 2
            if self.label(words[:middle].rstrip() + "…") <= longest:
                low = middle
            else:
                high = middle
        return words[:low].rstrip() + "…"


def estimated() -> Lettering:
    """For a page whose letters another program will choose: a little wider than most serifs are."""
    return Lettering(_estimated_label, _estimated_small)


def _estimated_label(words: str) -> float:
    return LABEL_SIZE * sum(map(_share, words))


def _estimated_small(words: str) -> float:
    return SMALL_SIZE * sum(map(_share, words))


def _share(sign: str) -> float:
    """The width of a sign as a part of the size of the letters."""
    if sign in _NARROW:
        return 0.32
    if sign in _SLIM:
        return 0.44
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.05
    if unicodedata.combining(sign):
        return 0.0
    return 0.9 if sign in _BROAD else 0.7 if sign.isupper() else 0.56
