"""Quotes: where the text has the words that an entry gives of a passage."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.core.document import Span
from companion.core.message import Message
from companion.linking.boundaries import is_unspaced
from companion.linking.folding import small, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.core.entries import Entry
    from companion.linking.automaton import Hit
    from companion.linking.folding import Folded

_REACH = 200
"""How many signs of the text three points in a quote may stand for."""

_MOST_COMPARED = 1_000_000_000
"""Signs that are compared for all quotes of a companion, at most: some seconds of work."""

_LONGEST_ANCHOR = 60
_MARKS = "\"'“”„‟«»‹›"
_ELLIPSIS = re.compile(r"[\[(]?(?:\.{3,}|(?:\. ){2,}\.|…)[\])]?")
_PIECES = re.compile(
    rf"(?P<blank>[ \n—―]+)|(?P<mark>(?<!\w)[{_MARKS}]+|[{_MARKS}]+(?!\w))|(?P<words>.)", re.DOTALL
)
_RUNS = re.compile(r"[^\W_](?:[^\W_]|[' ](?=[^\W_]))*")


class Effort:
    """How much is still done to find the quotes of one companion.

    Only a file that was made for it needs more; what is left over then counts as not found.
    """

    def __init__(self) -> None:
        self._left = _MOST_COMPARED

    def allows(self, signs: int) -> bool:
        """Whether so many more signs may be compared, which is then taken as done."""
        self._left -= signs
        return self._left >= 0


class Quote:
    """The words of a passage, found whatever its quotation marks, dashes, blanks and capitals are.

    `anchor` is the longest run of its words, by which it is looked for.
    """

    def __init__(self, parts: list[str]) -> None:
        runs = [
            (_anchor(run[0]), number, run.start())
            for number, part in enumerate(parts)
            for run in _RUNS.finditer(part)
        ]
        self.anchor, self._anchored, place = max(runs, key=lambda run: len(run[0]))
        anchored = parts[self._anchored]
        self._others = {
            number: re.compile(_pattern(part))
            for number, part in enumerate(parts)
            if number != self._anchored
        }
        self._before, self._after = _halves(anchored, place)
        self._lengths = [2 * len(part) + 20 for part in parts]
        self._gaps = sum(size * (size + _REACH) for size in self._lengths) if len(parts) > 1 else 0

    def around(self, text: str, place: int, effort: Effort) -> tuple[int, int] | None:
        """Where the quote stands, given a `place` in the small folded text at which its anchor begins."""
        number, length = self._anchored, self._lengths[self._anchored]
        if not effort.allows(length):
            return None
        after = self._after.match(text, place, place + length)
        before = self._before.match(text[max(0, place - length) : place][::-1]) if after else None
        if after is None or before is None or not effort.allows(self._gaps):
            return None
        start, end = place - before.end(), after.end()
        for other in range(number + 1, len(self._lengths)):
            later = self._others[other].search(text, end, end + _REACH + self._lengths[other])
            if later is None or later.start() > end + _REACH:
                return None
            end = later.end()
        for other in range(number - 1, -1, -1):
            low = max(0, start - _REACH - self._lengths[other])
            earlier = [*self._others[other].finditer(text, low, start)]
            if not earlier or earlier[-1].end() < start - _REACH:
                return None
            start = earlier[-1].start()
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
        effort = Effort()
        for number, place, _ in marks:
            entry, words, quote = self._quotes[number]
            span = quote.around(folded.small, place, effort)
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
    begins = "" if _goes_on(part[0]) else r"(?<![^\W_])"
    return begins + "".join(pattern for _, pattern in _pieces(part)) + _ending(part[-1])


def _halves(part: str, place: int) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The same in two: for what stands before a place in the words, read backwards, and for what follows."""
    before = [pattern for at, pattern in _pieces(part) if at < place]
    after = [pattern for at, pattern in _pieces(part) if at >= place]
    return (
        re.compile("".join(reversed(before)) + _ending(part[0])),
        re.compile("".join(after) + _ending(part[-1])),
    )


def _pieces(part: str) -> Iterator[tuple[int, str]]:
    """Where each piece of some words begins, and a pattern for it, the same forwards and backwards."""
    for found in _PIECES.finditer(part):
        if found["blank"]:
            yield found.start(), r"[ \n—―]+"
        elif found["mark"]:
            yield found.start(), f"[{_MARKS}]+"
        else:
            yield found.start(), re.escape(found["words"])


def _ending(sign: str) -> str:
    """What must not follow words that end with a sign."""
    return "" if _goes_on(sign) else r"(?![^\W_])"


def _goes_on(sign: str) -> bool:
    """Whether words that end with a sign may stand amid others without a blank."""
    return is_unspaced(sign) or not sign.isalnum()
