"""Whole words: what a reader drew over roughly becomes words from their beginning to their end."""

from __future__ import annotations

from companion.core.document import Span

_LONGEST = 60
"""Letters of a word beyond which it is none that ends in a blank."""

_SPACED = (("\0", "\u0dff"), ("\u1e00", "\u1fff"), ("\uac00", "\ud7a3"))
"""Scripts with blanks between words, of which the first are those from Latin to Sinhala."""


def whole_words(text: str, span: Span) -> Span:
    """The span with the whole of the words amid which it begins and ends.

    One that lies within a single word stays as it is: somebody may want to mark a part of it; so does one in
    a script without blanks between words.
    """
    if not any(map(str.isspace, text[slice(*span)])):
        return span
    start, end = span
    while start > 0 and span.start - start < _LONGEST and _goes_on(text[start - 1 : start + 1]):
        start -= 1
    while end < len(text) and end - span.end < _LONGEST and _goes_on(text[end - 1 : end + 1]):
        end += 1
    return Span(start, end)


def _goes_on(signs: str) -> bool:
    return all(sign.isalnum() and any(first <= sign <= last for first, last in _SPACED) for sign in signs)
