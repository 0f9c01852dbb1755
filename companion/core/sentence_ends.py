"""Sentence ends: where one sentence of a block ends and the next begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.core.document import Span

_QUOTES = '“”„‟«»"‘‚‹›`「」『』《》〈〉*†‡'
_APOSTROPHE_OPENING = re.compile(r"['’](?<!\w.)(?=\w)")
_APOSTROPHE_CLOSING = re.compile(r"([.!?,])[’')]+")
# sentencex 1.0.32 aborts at blanks of more than one byte.
_WIDE_BLANKS = [0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000]
_BLANKS = "".join(map(chr, [*range(9, 14), *_WIDE_BLANKS]))

_CLOSING = re.compile(r"\S*(?=\s)(?:\s[»›])*|[”’\"'»›)」』》〉]*")
_OPENING = re.compile(r"(?:[«‹]\s)?\S*\Z")

_WINDOW = 1_500


def without_quotes(text: str) -> str:
    """The text with a blank for each quotation mark, footnote mark and blank, at the same length."""
    text = text.replace("…", ".")
    for mark in _QUOTES + _BLANKS:
        text = text.replace(mark, " ")
    text = _APOSTROPHE_OPENING.sub(" ", text)
    return _APOSTROPHE_CLOSING.sub(lambda found: found[1] + " " * (len(found[0]) - 1), text)


def sentences_of(text: str, plain: str, block: Span, language: str) -> Iterator[tuple[int, int]]:
    """The sentences of a block."""
    begun = block.start
    for place in _places(plain, block, language):
        left = begun + len(plain[begun:place].rstrip())
        end, following = _between(text, left, place)
        if begun < end and not _goes_on(text, left, place, quoted=end > left, quotes=following < place):
            yield begun, end
            begun = following
    yield begun, block.end


def _places(plain: str, block: Span, language: str) -> Iterator[int]:
    """Where sentencex begins a sentence, but the first.

    It is shown a long block in windows, each beginning with the last sentence of the one before, for
    the time it takes grows with the square of the sentences.
    """
    start, end = block
    window = _WINDOW
    while True:
        stop = min(end, start + window)
        place = start
        for sentence in _segments(language, plain[start:stop]):
            if place > start:
                yield place
            last, place = place, place + len(sentence)
        if stop == end:
            return
        window = _WINDOW if last > start else window * 2
        start = last


def _segments(language: str, plain: str) -> list[str]:
    from sentencex import segment

    try:
        segments: list[str] = segment(language, plain)
    except BaseException as error:
        # A panic of the Rust library is no Exception; the reader loses a division, not the book.
        if type(error).__name__ != "PanicException":
            raise
        return [plain]
    return segments


def _between(text: str, left: int, right: int) -> tuple[int, int]:
    """The end of one sentence and the start of the next, of the blanks and quotes from `left` to `right`."""
    gap = text[left:right]
    if gap == " ":
        return left, right
    closing = _CLOSING.match(gap)
    end = closing.end() if closing else 0
    opening = _OPENING.search(gap, end)
    following = opening.start() if opening else end
    return left + max(end, len(gap[:following].rstrip())), left + following


def _goes_on(text: str, left: int, place: int, *, quoted: bool, quotes: bool) -> bool:
    """Whether the sentence that seems to end at `left` goes on with the words at `place`.

    `quoted` tells that a quotation closes between them, `quotes` that one opens.
    """
    first = text[place]
    if first.islower():
        return True
    word = text[max(0, left - 12) : left].rsplit(None, 1)[-1].lstrip("([“‘\"'").rstrip(".")
    if text[left - 1] == "." and _is_abbreviation(word, before_number=first.isdecimal()):
        return True
    if text[left - 1] == "." and word.isdecimal() and _GERMAN_COUNTED.match(text, place):
        return _GERMAN_ORDINAL.search(text, max(0, left - 30), left) is not None
    asked = quoted and not quotes and text[left - 1] in "?!…"
    return asked and _SPEAKER.match(text, place) is not None


def _is_abbreviation(word: str, *, before_number: bool) -> bool:
    """Whether the full stop after `word` shortens it; an initial does not end a sentence either."""
    initial = len(word) == 1 and word.isupper() and word != "I"
    return initial or word.lower() in _GOING_ON or (before_number and word.lower() in _BEFORE_NUMBERS)


_GOING_ON = frozenset({"e.g", "i.e", "cf", "viz", "vs", "messrs", "mm", "mme", "mlle", "approx", "incl"})
"""Abbreviations that never end a sentence."""

_BEFORE_NUMBERS = frozenset(
    {
        "vol",
        "vols",
        "no",
        "nos",
        "p",
        "pp",
        "ca",
        "c",
        "fig",
        "figs",
        "ch",
        "chap",
        "sec",
        "art",
        "nr",
        "para",
        "l",
    }
)
_GERMAN_COUNTED = re.compile(
    r"(?:Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|"
    r"Jahrhunderts?|Jh|Jhd)\b"
)
_GERMAN_ORDINAL = re.compile(
    r"\b(?:am|vom|zum|bis|seit|ab|und|im|the|der|des|dem|den|das|ins|aus|\w+tags?|\w*woch),? \d{1,2}\.\Z",
    re.IGNORECASE,
)
"""German writes "am 7. April" and "im 18. Jahrhundert": the full stop makes an ordinal of the number."""

_SPEAKER = re.compile(
    r"(?:(?:The|His|Her|My|An?)(?: [\w’'-]+){1,3}|I|He|She|They|"
    r"\w[\w’'.-]+(?: [^\W\d_a-zß-öø-ÿ][\w’'.-]*){0,2})(?: \w+ly| again)? "
    r"(?:said|asked|cried|replied|answered|shouted|exclaimed|whispered|muttered|added|continued|repeated|"
    r"remarked|began|called|returned|thought|inquired|screamed|murmured|observed|went on)\b"
)
