"""Pace: how long a part of a text takes to read."""

from __future__ import annotations

_WORDS_A_MINUTE = 230
"""Quiet reading of prose: 228 in English (Trauzettel-Klosinski and Dietz, doi:10.1167/iovs.11-8284)."""
_SAMPLES, _SAMPLE = 8, 2000
_LONGEST_WORD = 16
"""Code points from one word to the next, above which a text has no blanks between words."""
_WITHOUT_BLANKS = 1.7
"""Code points a word where no blanks part them; about 400 a minute, between Chinese and Japanese there."""


class Pace:
    """A reader's way through one text, measured by its code points, so that any part costs nothing."""

    def __init__(self, text: str) -> None:
        step = max(_SAMPLE, len(text) // _SAMPLES)
        samples = [text[start : start + _SAMPLE] for start in range(0, len(text), step)]
        words = sum(len(sample.split()) for sample in samples)
        a_word = sum(map(len, samples)) / words if words else 1.0
        if a_word > _LONGEST_WORD:
            a_word = _WITHOUT_BLANKS
        self.signs_a_minute = a_word * _WORDS_A_MINUTE

    def minutes(self, start: int, end: int) -> float:
        """How long it takes to read from `start` to `end`, in minutes."""
        return max(0, end - start) / self.signs_a_minute
