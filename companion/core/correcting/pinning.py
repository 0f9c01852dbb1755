"""Pinning: that an entry is meant at one place, or is not, is put down in words that a file can hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.core.anchors import Anchor, quoted
from companion.core.document import Span
from companion.core.entries import Pin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.core.correcting.draft import Draft
    from companion.core.document import Document

_AROUND, _FURTHER = 6, 16
"""Words that are quoted on either side of the place; and where those stand several times."""
_MANY = 50
_REACH = 400
"""Code points within which they are taken."""


def pin(draft: Draft, entry_id: str, spans: Iterable[Span], *, is_meant: bool = True) -> None:
    """Puts down that the entry is meant at these places, or that it is not."""
    entry = draft.entry(entry_id)
    places = list(spans)
    if len(places) > _MANY:  # of so many it is not asked whether the same words stand elsewhere
        text = draft.document.text
        pins = [_pin(text, span, _around(text, span, _AROUND)) for span in places]
    else:
        pins = [pin_at(draft.document, span) for span in places]
    one, other = (entry.here, entry.not_here) if is_meant else (entry.not_here, entry.here)
    one = tuple(dict.fromkeys((*one, *pins)))
    other = tuple(known for known in other if known not in pins)
    here, not_here = (one, other) if is_meant else (other, one)
    if (here, not_here) != (entry.here, entry.not_here):
        draft.put(replace(entry, here=here, not_here=not_here))


def pin_at(document: Document, span: Span) -> Pin:
    """The words of a place with some round them, by which it is known from all others."""
    around = _around(document.text, span, _AROUND)
    quoted_once = document.text[slice(*around)]
    if (
        document.text.find(quoted_once) == around.start
        and document.text.find(quoted_once, around.start + 1) < 0
    ):
        return _pin(document.text, span, around)
    return _pin(document.text, span, _around(document.text, span, _FURTHER))


def _around(text: str, span: Span, count: int) -> Span:
    """The place with so many words on either side, of which its own words are the first of that kind."""
    words = text[slice(*span)]
    before = text[max(0, span.start - _REACH) : span.start]
    if words in before:
        before = before[before.rfind(words) + len(words) :]
        blank = next((place for place, sign in enumerate(before) if sign.isspace()), len(before))
        before = before[blank:]
    right = _first_words(text[span.end : span.end + _REACH], count)
    return Span(span.start - len(_last_words(before, count)), span.end + len(right))


def _pin(text: str, span: Span, around: Span) -> Pin:
    """Three points stand for the ends of paragraphs: one may have no more than a few words."""
    pieces = (" ".join(piece.split()) for piece in text[slice(*around)].split("\n"))
    return Pin(" ".join(text[slice(*span)].split()), " ... ".join(filter(None, pieces)))


def _last_words(text: str, count: int) -> str:
    """So many of the last words, as they stand; what is cut amid a word goes with it."""
    place = len(text)
    for _ in range(count):
        bare = text[:place].rstrip()
        cut = max(bare.rfind(" "), bare.rfind("\n"))
        if not bare or cut < 0:
            return text
        place = cut + 1
    return text[place:]


def _first_words(text: str, count: int) -> str:
    place = 0
    for _ in range(count):
        begun = len(text) - len(text[place:].lstrip())
        ends = [end for end in (text.find(" ", begun), text.find("\n", begun)) if end >= 0]
        if begun >= len(text) or not ends:
            return text
        place = min(ends)
    return text[:place]


def anchor_of(pin: Pin) -> Anchor:
    """The place of a pin as a correction names it."""
    before, _, after = pin.within.partition(pin.words)
    return quoted(pin.words, before, after)
