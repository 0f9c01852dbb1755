"""Changes to a text of which it is known where everything has gone; used by ``anchors.py``."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import Span

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterable, Sequence

GONE = -1
PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\n))+\n*")
WORD = re.compile(r"\w+")
GRAM = 5
MOST_INSERTED = 600
"""Words that an edition may have put in one place, to be filled up letter by letter."""


class Changed(NamedTuple):
    """A changed text and for each sign of the old one where it stands in it, or GONE."""

    text: str
    places: Sequence[int]

    def span(self, old: Span) -> Span | None:
        """Where the old span is now; None where nothing of it is left."""
        left = [place for place in self.places[old.start : old.end] if place != GONE]
        return Span(min(left), max(left) + 1) if left else None

    def is_torn(self, old: Span) -> bool:
        """Whether most of the old span is gone, or its parts are in different order or far apart now."""
        left = [place for place in self.places[old.start : old.end] if place != GONE]
        if 0 < 2 * len(left) < old.end - old.start or left != sorted(left):
            return True
        return bool(left) and left[-1] - left[0] > 3 * len(left) + 1000

    def then(self, change: Callable[[str, random.Random], Changed], chance: random.Random) -> Changed:
        """This change and another after it."""
        other = change(self.text, chance)
        return Changed(other.text, [GONE if place == GONE else other.places[place] for place in self.places])


def put_together(pieces: Iterable[tuple[str, int]]) -> Changed:
    """A change from pieces: what stands now, and how many signs of the old text it stands for."""
    texts: list[str] = []
    places: list[int] = []
    length = 0
    for text, old in pieces:
        kept = min(old, len(text))
        places += range(length, length + kept)
        places += [length + kept - 1 if kept else GONE] * (old - kept)
        texts.append(text)
        length += len(text)
    return Changed("".join(texts), places)


def characters(share: float) -> Callable[[str, random.Random], Changed]:
    """A share of all signs left out, put in or replaced by another sign of the text."""

    def change(text: str, chance: random.Random) -> Changed:
        def piece(sign: str) -> tuple[str, int]:
            luck = chance.random() * 3
            if luck < share:
                return "", 1
            if luck < 2 * share:
                return text[int(chance.random() * len(text))], 1
            return (sign + text[int(chance.random() * len(text))] if luck < 3 * share else sign), 1

        return put_together(map(piece, text))

    return change


def words(share: float) -> Callable[[str, random.Random], Changed]:
    """A share of all words left out, replaced by another word of the text, or followed by one more."""

    def change(text: str, chance: random.Random) -> Changed:
        others = unit_of(text).findall(text)
        gap = "" if has_no_blanks(text) else " "

        def pieces() -> Iterable[tuple[str, int]]:
            done = 0
            for found in unit_of(text).finditer(text):
                yield text[done : found.start()], found.start() - done
                done = found.end()
                word, luck = found[0], chance.random() * 3
                if luck < 2 * share:
                    yield "", len(word)
                    yield (chance.choice(others) if luck < share else ""), 0
                else:
                    yield word, len(word)
                    yield (gap + chance.choice(others) if luck < 3 * share else ""), 0
            yield text[done:], len(text) - done

        return put_together(pieces())

    return change


def paragraphs(text: str, chance: random.Random) -> Changed:
    """A tenth of all paragraphs left out, a tenth moved anywhere, and as many new ones."""
    spans = [found.span() for found in PARAGRAPH.finditer(text)]
    vocabulary = WORD.findall(text)
    stay, moved = [], []
    for span in spans:
        luck = chance.random()
        if luck >= 0.1:
            (moved if luck < 0.2 else stay).append(span)
    order = {span: float(place) for place, span in enumerate(stay)}
    order.update({span: chance.random() * len(stay) for span in moved})
    places = [GONE] * len(text)
    texts: list[str] = []
    length = 0
    for start, end in sorted(order, key=lambda span: order[span]):
        if chance.random() < 0.1:
            texts.append(" ".join(chance.choices(vocabulary, k=80)) + ".\n\n")
            length += len(texts[-1])
        places[start:end] = range(length, length + end - start)
        texts.append(text[start:end])
        length += end - start
    return Changed("".join(texts), places)


def format_of_a_book(text: str, chance: random.Random) -> Changed:
    """Lines wrapped elsewhere, curly quotes, other dashes, soft hyphens, fixed blanks, accents set apart."""

    def piece(place: int, sign: str) -> str:
        before = text[place - 1 : place]
        if sign in '"“”':
            return "„" if not before.strip() else "“"
        if sign == " " and chance.random() < 0.1:
            return chance.choice("\n\xa0\u2009")
        if sign == "\n" and before != "\n" and text[place + 1 : place + 2] != "\n":
            return " "
        if sign.isalpha() and chance.random() < 0.02:
            return sign + "\u00ad"
        plain = {"'": "’", "’": "'", "—": " – ", "…": "...", "-": "\u2010"}.get(sign)
        return plain or (unicodedata.normalize("NFD", sign) if sign.isalpha() else sign)

    return put_together((piece(place, sign), 1) for place, sign in enumerate(text))


def other_edition(old: str, new: str) -> Changed:
    """What became of `old` in another edition, by the words that follow each other in both only once."""
    one, other = _tokens(old), _tokens(new)
    common = _in_order(_once(one), _once(other))
    pairs = {a + step: b + step for a, b in common for step in range(GRAM)}
    before = (-1, -1)
    for a in [*sorted(pairs), len(one)]:
        b = pairs.get(a, len(other))
        if 1 < a - before[0] < MOST_INSERTED and 1 < b - before[1] < MOST_INSERTED:
            gap = [word for word, _ in one[before[0] + 1 : a]], [word for word, _ in other[before[1] + 1 : b]]
            for block in SequenceMatcher(None, *gap, autojunk=False).get_matching_blocks():
                for step in range(block.size):
                    pairs[before[0] + 1 + block.a + step] = before[1] + 1 + block.b + step
        if 1 < a - before[0] == b - before[1] <= 4:
            for step in range(1, a - before[0]):  # as many other words: a name was written in another way
                pairs.setdefault(before[0] + step, before[1] + step)
        before = a, b
    places = [GONE] * len(old)
    for a, b in pairs.items():
        for sign in range(len(one[a][0])):
            places[one[a][1] + sign] = other[b][1] + min(sign, len(other[b][0]) - 1)
    return Changed(new, places)


def _tokens(text: str) -> list[tuple[str, int]]:
    """The words, folded but of their old length, with their places."""
    return [(found[0].lower(), found.start()) for found in WORD.finditer(text)]


def _once(tokens: list[tuple[str, int]]) -> dict[tuple[str, ...], int]:
    """Where those runs of words begin that occur once only."""
    found: dict[tuple[str, ...], int] = {}
    for place in range(len(tokens) - GRAM + 1):
        gram = tuple(word for word, _ in tokens[place : place + GRAM])
        found[gram] = GONE if gram in found else place
    return {gram: place for gram, place in found.items() if place != GONE}


def _in_order(one: dict[tuple[str, ...], int], other: dict[tuple[str, ...], int]) -> list[tuple[int, int]]:
    """The longest row of common runs that stand in the same order in both."""
    pairs = sorted((place, other[gram]) for gram, place in one.items() if gram in other)
    ends: list[int] = []
    last: list[int] = []
    before = [-1] * len(pairs)
    for index, (_, place) in enumerate(pairs):
        rank = bisect_left(ends, place)
        ends[rank : rank + 1], last[rank : rank + 1] = [place], [index]
        before[index] = last[rank - 1] if rank else -1
    row, index = [], last[-1] if last else -1
    while index >= 0:
        row.append(pairs[index])
        index = before[index]
    return row[::-1]


def has_no_blanks(text: str) -> bool:
    """Whether the words of a text are not kept apart by blanks."""
    return text[:20_000].count(" ") * 40 < len(text[:20_000])


def unit_of(text: str) -> re.Pattern[str]:
    """What counts as a word."""
    return re.compile(r"\w{1,2}") if has_no_blanks(text) else WORD
