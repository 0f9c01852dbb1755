"""Offsets: code points, in which the program counts, to UTF-16 units, in which Qt counts, and back."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Offsets:
    """Converts positions in one text. Free for a text without characters above U+FFFF."""

    __slots__ = ("_astral", "_units")

    def __init__(self, text: str) -> None:
        found = () if text.isascii() else _ASTRAL.finditer(text)
        self._astral = array("L", [match.start() for match in found])
        self._units = array("L", [place + index for index, place in enumerate(self._astral)])

    def to_qt(self, offset: int) -> int:
        """The UTF-16 position before the code point at `offset`."""
        return offset + bisect_left(self._astral, offset) if self._astral else offset

    def to_text(self, position: int) -> int:
        """The code point that begins at the UTF-16 position, or that has its second unit there."""
        return position - bisect_left(self._units, position) if self._units else position
