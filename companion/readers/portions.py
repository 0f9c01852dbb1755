"""A stretch of text too long to be laid out at once is cut into portions."""

from __future__ import annotations

from companion.readers.limits import LONGEST_BLOCK

_SENTENCE_ENDS = (". ", "! ", "? ", ".” ", "。", "！", "？")


def portions(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The spans, without blanks round them, into which ``text[start:end]`` is cut.

    A view lays a block out as a whole when it is first seen, and a single line of 50 MB would halt it
    for minutes. A portion ends with a sentence where there is one near the limit, else with a word,
    else at the limit.
    """
    end = len(text) if end is None else end
    found = []
    while end - start > LONGEST_BLOCK:
        stop = _last_stop(text, start + LONGEST_BLOCK * 3 // 4, start + LONGEST_BLOCK)
        found.append((start, stop))
        start = stop
        while start < end and text[start].isspace():
            start += 1
    found.append((start, end))
    return [
        (first, first + len(text[first:last].rstrip())) for first, last in found if text[first:last].strip()
    ]


def _last_stop(text: str, earliest: int, limit: int) -> int:
    for signs in (("\n",), _SENTENCE_ENDS, (" ",)):
        stop = max(text.rfind(sign, earliest, limit) + len(sign.rstrip()) for sign in signs)
        if stop > earliest:
            return stop
    return limit
