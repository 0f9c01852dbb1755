"""Quotes: where the text has the words that an entry gives of a passage."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.core.document import Span
from companion.core.message import Message
from companion.linking.boundaries import is_unspaced
from companion.linking.folding import small, tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.core.entries import Entry
    from companion.linking.automaton import Hit
    from companion.linking.folding import Folded

_REACH = 200
"""How many signs of the text three points in a quote may stand for."""

_LONGEST_ANCHOR = 60
_MARKS = "\"'“”„‟«»‹›"
_ELLIPSIS = re.compile(r"[\[(]?(?:\.{3,}|(?:\. ){2,}\.|…)[\])]?")
_PIECES = re.compile(
    rf"(?P<blank>[ \n—―]+)|(?P<mark>(?<!\w)[{_MARKS}]+|[{_MARKS}]+(?!\w))|(?P<words>.)", re.DOTALL
)
_RUNS = re.compile(r"[^\W_](?:[^\W_]|[' ](?=[^\W_]))*")


class Quote:
    """The words of a passage, found whatever its quotation marks, dashes, blanks and capitals are."""

    def __init__(self, parts: list[str]) -> None:
        self._parts = [re.compile(_pattern(part)) for part in parts]
        self._lengths = [2 * len(part) + 20 for part in parts]
        runs = [
            (_anchor(run[0]), number) for number, part in enumerate(parts) for run in _RUNS.finditer(part)
        ]
        self.anchor, self._anchored = max(runs, key=lambda run: len(run[0]))

    def around(self, text: str, place: int) -> tuple[int, int] | None:
        """Where the quote stands, given a `place` in the small folded text at which its anchor begins."""
        number, length = self._anchored, self._lengths[self._anchored]
        found = self._parts[number].finditer(text, max(0, place - length), place + length)
        spans = [part.span() for part in found if part.start() <= place < part.end()]
        if not spans:
            return None
        start, end = spans[0]
        for other in range(number + 1, len(self._parts)):
            later = self._parts[other].search(text, end, end + _REACH + self._lengths[other])
            if later is None or later.start() > end + _REACH:
                return None
            end = later.end()
        for other in range(number - 1, -1, -1):
            before = [
                *self._parts[other].finditer(text, max(0, start - _REACH - self._lengths[other]), start)
            ]
            if not before or before[-1].end() < start - _REACH:
                return None
            start = before[-1].start()
        return start, end


def quote_of(words: str) -> Quote | None:
    """What to look for; None when the words hold no letter or digit."""
    parts = [part.strip(_MARKS + " \n—―.,;:") for part in _ELLIPSIS.split(small(tidy(words)))]
    parts = [part for part in parts if _RUNS.search(part)]
    return Quote(parts) if parts else None


class Quotes:
    """The quotes of all entries; `anchors` are the marks by which a scan finds them."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        quotes = [(entry, words, quote_of(words)) for entry in entries for words in entry.quotes]
        self._quotes = [(entry, words, quote) for entry, words, quote in quotes if quote]
        self._unfound = {(entry.heading, words): None for entry, words, _ in quotes}
        self.anchors = [quote.anchor for _, _, quote in self._quotes]

    def found(self, marks: list[Hit], folded: Folded) -> dict[str, tuple[Span, ...]]:
        """For each entry's id the passages that are quoted for it, given where the anchors stand."""
        told: dict[str, set[Span]] = {}
        for number, place, _ in marks:
            entry, words, quote = self._quotes[number]
            span = quote.around(folded.small, place)
            if span is not None:
                self._unfound.pop((entry.heading, words), None)
                told.setdefault(entry.id, set()).add(Span(*folded.span(*span)))
        return {entry: tuple(sorted(spans)) for entry, spans in told.items()}

    def missing(self) -> list[Message]:
        """A sentence for each entry of which the text does not have every quote; asked for after `found`."""
        missing: dict[str, list[str]] = {}
        for heading, words in self._unfound:
            missing.setdefault(heading, []).append(words)
        return [_not_found(heading, quotes) for heading, quotes in missing.items()]


def _not_found(heading: str, quotes: list[str]) -> Message:
    first = quotes[0] if len(quotes[0]) <= 60 else quotes[0][:59] + "…"
    if len(quotes) == 1:
        return Message(
            "The text does not have the words “{words}”, quoted for ‘{heading}’.",
            words=first,
            heading=heading,
        )
    return Message(
        "The text does not have %Ln of the passages quoted for ‘{heading}’, first “{words}”.",
        "",
        len(quotes),
        heading=heading,
        words=first,
    )


def _anchor(run: str) -> str:
    """The beginning of a run of words, cut where a word ends."""
    cut = run.rfind(" ", 0, _LONGEST_ANCHOR + 1) if len(run) > _LONGEST_ANCHOR else -1
    if cut < 0 and len(run) > _LONGEST_ANCHOR and is_unspaced(run[_LONGEST_ANCHOR]):
        cut = _LONGEST_ANCHOR
    return run[:cut] if cut > 0 else run


def _pattern(part: str) -> str:
    """A pattern for words without a gap; it is as long as the words and never goes back far."""
    pieces = []
    for found in _PIECES.finditer(part):
        if found["blank"]:
            pieces.append(r"[ \n—―]+")
        elif found["mark"]:
            pieces.append(f"[{_MARKS}]+")
        else:
            pieces.append(re.escape(found["words"]))
    begins = "" if is_unspaced(part[0]) or not part[0].isalnum() else r"(?<![^\W_])"
    ends = "" if is_unspaced(part[-1]) or not part[-1].isalnum() else r"(?![^\W_])"
    return begins + "".join(pieces) + ends
