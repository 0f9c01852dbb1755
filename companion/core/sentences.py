"""Sentences: where each sentence of a document begins and ends."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from companion.core.document import BlockKind, Document, Span
from companion.core.language import two_letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.core.document import Cell, Table


class Sentences:
    """The sentences of a document in order, without the blanks between them. Frozen; may cross threads."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        ordered = list(spans)
        self._starts = array("I", [start for start, _ in ordered])
        self._ends = array("I", [end for _, end in ordered])

    @classmethod
    def of_columns(cls, starts: array[int], ends: array[int]) -> Sentences:
        """The sentences that begin and end there, in order; the arrays are of the type ``I``."""
        made = cls()
        made._starts, made._ends = starts, ends
        return made

    @property
    def columns(self) -> tuple[array[int], array[int]]:
        """Where they begin, and where they end."""
        return self._starts, self._ends

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, index: int) -> Span:
        return Span(self._starts[index], self._ends[index])

    def end_before(self, offset: int) -> int:
        """Where the last sentence ends that ends at `offset` or before; 0 when none does."""
        count = bisect_right(self._ends, offset)
        return self._ends[count - 1] if count else 0

    def until(self, end: int) -> Sentences:
        """The sentences that end at `end` or before."""
        count = bisect_right(self._ends, end)
        cut = Sentences()
        cut._starts, cut._ends = self._starts[:count], self._ends[:count]
        return cut

    def index(self, offset: int) -> int:
        """The number of the sentence at `offset`, or of the last one that begins before it; 0 at least."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def at(self, offset: int) -> Span:
        """The sentence at `offset`; an empty span there when the document has no sentences."""
        return self[self.index(offset)] if self._starts else Span(offset, offset)


def split(document: Document) -> Sentences:
    """The sentences of `document`: none crosses a block; a heading, a verse, a row of a table are one each.

    sentencex finds them, by the rules of the document's language, English unless it names another. It
    takes a quotation for one sentence however long it is, so it is shown the text without quotation marks;
    these then go with the sentence that they touch. What a lower-case word or a speaker goes on with
    ("“Really?” he asked.") stays whole.
    """
    language = two_letters(document.language) or "en"
    text, plain = document.text, _without_quotes(document.text)
    starts, ends = array("I"), array("I")
    for block in document.blocks:
        if block.kind is BlockKind.TABLE:
            sentences: Iterable[tuple[int, int]] = _rows_of(document, block.span)
        elif block.kind in _WHOLE:
            sentences = [block.span]
        else:
            sentences = _sentences_of(text, plain, block.span, language)
        for start, end in sentences:
            starts.append(start)
            ends.append(end)
    return Sentences.of_columns(starts, ends)


_WHOLE = frozenset(
    {
        BlockKind.HEADING,
        BlockKind.VERSE,
        BlockKind.RULE,
        BlockKind.PREFORMATTED,
        BlockKind.PICTURE,
    }
)

_QUOTES = '“”„‟«»"‘‚‹›`「」『』《》〈〉*†‡'
_APOSTROPHE_OPENING = re.compile(r"['’](?<!\w.)(?=\w)")
_APOSTROPHE_CLOSING = re.compile(r"([.!?,])[’')]+")
# sentencex 1.0.32 aborts at blanks of more than one byte.
_WIDE_BLANKS = [0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000]
_BLANKS = "".join(map(chr, [*range(9, 14), *_WIDE_BLANKS]))

_CLOSING = re.compile(r"\S*(?=\s)(?:\s[»›])*|[”’\"'»›)」』》〉]*")
_OPENING = re.compile(r"(?:[«‹]\s)?\S*\Z")

_WINDOW = 1_500


def _rows_of(document: Document, block: Span) -> Iterator[tuple[int, int]]:
    """The rows of a table, or of the part that a block holds; all of it where its cells are not known."""
    tables = document.tables
    index = bisect_right(tables, block.start, key=_start_of) - 1
    cells = tables[index].cells if index >= 0 and block.start < tables[index].end else ()
    inside = cells[
        bisect_left(cells, block.start, key=_start_of) : bisect_left(cells, block.end, key=_start_of)
    ]
    begun = [cell.start for before, cell in pairwise(inside) if cell.row != before.row]
    for start, following in pairwise([block.start, *begun, block.end]):
        row = document.text[start:following]
        if words := row.strip():
            first = start + row.index(words)
            yield first, first + len(words)


def _start_of(held: Cell | Table) -> int:
    return held.start


def _without_quotes(text: str) -> str:
    """The text with a blank for each quotation mark, footnote mark and blank, at the same length."""
    text = text.replace("…", ".")
    for mark in _QUOTES + _BLANKS:
        text = text.replace(mark, " ")
    text = _APOSTROPHE_OPENING.sub(" ", text)
    return _APOSTROPHE_CLOSING.sub(lambda found: found[1] + " " * (len(found[0]) - 1), text)


def _sentences_of(text: str, plain: str, block: Span, language: str) -> Iterator[tuple[int, int]]:
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
