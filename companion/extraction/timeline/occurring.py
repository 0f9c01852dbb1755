"""Occurring: which of the dates in a text say when something happened, and which only name a thing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.core.document import BlockKind, Span, Style
from companion.extraction.grammar import VERB, VERB_WORD, either, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.core.document import Document
    from companion.core.found import Time

_NOT_TOLD = frozenset({BlockKind.HEADING, BlockKind.RULE, BlockKind.PREFORMATTED, BlockKind.CAPTION})

_LISTS = re.compile(rf"\W*(?:{either(words_of('lists'))})\W*", re.IGNORECASE)
"""The title of a section that tells nothing but lists books, notes or pages."""

_IMPRINT = re.compile(
    r"©|\(c\) ?\d|copyright|all rights reserved|\bISBN|\bISSN|\bdoi\b|https?:|www\.|project gutenberg|"
    r"e-?book\b|"
    r"^\W*(?:first published|(?:first |re)?printed (?:in|by|at)|published by)|university press|\bretrieved\b|"
    r"\baccessed (?:on )?\d|last (?:updated|modified)|release date|creative commons|\blicen[cs]e\b",
    re.IGNORECASE | re.MULTILINE,
)
"""Words of an imprint, a licence or a reference to a page."""

_OPENING = re.compile(r"\*\*\* ?START OF (?:THE|THIS) PROJECT GUTENBERG[^\n]*")
_CLOSING = re.compile(
    r"\*\*\* ?END OF (?:THE|THIS) PROJECT GUTENBERG|^End of (?:the )?Project Gutenberg", re.M
)

_OWNER = re.compile(
    r"(?:\b(?:a|an|his|her|its|their|our|my|your|this|that|these|those)|[’']s|s[’'])\s+$", re.IGNORECASE
)
_WORK = re.compile(
    r"\b(?:wrote|read|reading|writing|published|finished|novel|film|movie|book|album|song)\s+$"
)
_ARTICLE = re.compile(r"\bthe\s+$", re.IGNORECASE)
_NAMING = re.compile(rf"[ -](?![A-Z])(?!(?:{either(words_of('after_dates'))})\b)[a-z]{{3,}}")
"""A small word after a date, of which the date is a part: the 1815 edition."""

_HAPPENING = re.compile(
    r"(?:(?:\s|\s?[,-]\s?)(?:and\s)?\d{4})*\s(?:[A-Z]?[a-z-]+\s){0,2}?(?:elections?|by-elections?|referendum|season|tournament|championships?|games"
    r"|campaigns?|coup|revolts?|uprisings?|revolution|riots?|strikes?|earthquake|floods?|fire|festival|conference|congress|convention"
    r"|exhibition|world’s fair|war|invasion|offensive|draft|ceremony)\b"
)
_AT_IT = re.compile(r"\b(?:in|at|during|after|before) (?:the|their|his|her) $", re.IGNORECASE)


def is_of_happening(text: str, start: int, end: int) -> bool:
    """Whether a date names a thing that happened at which something else did: "in the 1955 elections"."""
    return (
        _AT_IT.search(text, max(0, start - 14), start) is not None and _HAPPENING.match(text, end) is not None
    )


_SEASON = re.compile(r"(?:the )?(?:spring|summer|autumn|fall|winter)", re.IGNORECASE)
_FEAST = re.compile(r"(?:the )?(?:Christmas|Easter|Whitsun|Michaelmas|Candlemas)")
_ARTICLES = re.compile(
    r"\b(?:an?|the|his|her|its|their|our|my|[Tt]heir|these|those|some|old)\s+$", re.IGNORECASE
)
_FEAST_OF = re.compile(
    rf"[ -](?!{VERB_WORD})(?!(?:{either(words_of('after_dates') | words_of('spells'))}"
    r"|holidays?|time|season|vacation)\b)[a-z]{3,}"
)
"""A word that is named after a feast: "a Christmas song"."""
_PART_OF = re.compile(
    r"\b(?:half|part|most|rest|work|events?|news|business|hero|topic|man|men|questions?|fashions?|order|state)"
    r" of\s+(?:the\s+)?$"
)
"""What the day is asked for, and not said: "one half of the day", "the news of the week"."""
_SPRINGING = re.compile(r"\b(?:reference |allusion )?to\s+$", re.IGNORECASE)
_LED_IN = re.compile(
    r"(?:^|[.,;:]\s+|\b(?:and|but)\s+)(?:in|by|during|throughout|over|since|for|until|till)\s+(?:the\s+)?$",
    re.I,
)
_PART = re.compile(r"[^,;:.!?]*")
"""The words up to the next mark."""

_OF = re.compile(r"([\w-]+)\s+(?:of|von|vom|de|del|di)\s+(?:the\s+)?(?:year\s+)?$", re.IGNORECASE)
_TIME_WORDS = words_of("spells")
_COMPARED = re.compile(r"\b(?:than|as of|compared (?:to|with)|unlike)\s+(?:in\s+)?$", re.IGNORECASE)
_STAMP = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
"""A date with the time of day as machines write it: what follows is a record, and no telling."""
_BARE_YEAR = re.compile(r"\d{3,4}s?")
_FIRST_OF_TWO = re.compile(r"\d{3,4}[-–/]$")
"""What stands before the second of two years: 1612-13."""
_CLOSED = re.compile(r"[^()\[\]]{0,60}[)\]]")


class Occurrences:
    """Tells the dates by which the text says when something happened from all others."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text
        self._outside = list(_not_telling(document))
        opening = _OPENING.search(self._text)
        closing = _CLOSING.search(self._text, opening.end()) if opening else None
        self._told = Span(opening.end() if opening else 0, closing.start() if closing else len(self._text))

    def dates(self, times: Sequence[Time]) -> Iterator[Time]:
        """Those of `times` that are dates, stand in running text and are more than part of a name."""
        outside, place = self._outside, 0
        for time in times:
            while place < len(outside) and outside[place].end <= time.start:
                place += 1
            hidden = place < len(outside) and outside[place].start <= time.start
            if not (hidden or time.is_duration) and self._told.start <= time.start < self._told.end:
                block = self._document.block_at(time.start)
                if block is None or block.kind not in _NOT_TOLD:
                    yield time

    def is_imprint(self, sentence: Span) -> bool:
        """Whether a sentence belongs to an imprint, a licence or a reference."""
        return (
            _IMPRINT.search(self._text, sentence.start, min(sentence.end, sentence.start + 2000)) is not None
        )

    def happens_at(self, time: Time, sentence: Span) -> bool:
        """Whether `time`, in `sentence`, says when what the sentence tells of happened."""
        text = self._text
        before = text[max(sentence.start, time.start - 130) : time.start]
        words = text[time.start : time.end]
        if _STAMP.match(text, time.start):
            return False
        if _COMPARED.search(before) or (self._is_aside(time, before) or self._is_quoted(time, words)):
            return False
        if _SEASON.fullmatch(words) and self._is_no_time(time, sentence, before):
            return False
        if _FEAST.fullmatch(words) and _FEAST_OF.match(text, time.end) and _ARTICLES.search(before):
            return False
        if _PART_OF.search(before) and not any(map(str.isdigit, words)):
            return False
        bare = _BARE_YEAR.fullmatch(words) is not None or (words.isdigit() and len(time.value) == 4)
        if bare and (_OWNER.search(before) or _WORK.search(before)):
            return False
        before = _FIRST_OF_TWO.sub("", before)
        of = _OF.search(before)
        if of and words[:1].isdigit() and bare and of[1].lower() not in _TIME_WORDS:
            return False
        named = _ARTICLE.search(before) or _OWNER.search(before) or words.lower().startswith("the ")
        if not named or " of " in words or not words[-1:].isdigit():
            return True
        return _NAMING.match(text, time.end) is None or is_of_happening(text, time.start, time.end)

    def _is_no_time(self, time: Time, sentence: Span, before: str) -> bool:
        """Whether the word for a season is a verb, or part of what something is called: "the spring corn"."""
        if _SPRINGING.search(before):
            return True
        if not _NAMING.match(self._text, time.end) or before.strip() == "" or _LED_IN.search(before):
            return False
        rest = self._text[time.end : sentence.end]
        if rest.split(None, 1)[0].rstrip(".,;:!?") in _TIME_WORDS:
            return False
        return VERB.search(_PART.match(rest)[0]) is None  # type: ignore[index]  # it matches an empty text too

    def _is_aside(self, time: Time, before: str) -> bool:
        """Whether it stands in brackets without a verb: a lifetime, a reference, the year of a work."""
        depth = before.count("(") + before.count("[") - before.count(")") - before.count("]")
        if depth <= 0:
            return False
        inside = before[max(before.rfind("("), before.rfind("[")) + 1 :]
        closed = _CLOSED.match(self._text, time.end)
        return closed is None or VERB.search(inside + closed[0]) is None

    def _is_quoted(self, time: Time, words: str) -> bool:
        """Whether the date is itself a title: in quotation marks, or alone in italics."""
        around = self._text[max(0, time.start - 1) : time.start] + self._text[time.end : time.end + 1]
        if len(around) == 2 and around[0] in "\"“‘'«_*" and around[1] in "\"”’'»_*,.":
            return around[0] != "*" or around[1] == "*"
        return _BARE_YEAR.fullmatch(words) is not None and any(
            run.style is Style.EMPHASIS and run.end == time.end
            for run in self._document.styles_within(time.start, time.end)
        )


def _not_telling(document: Document) -> Iterator[Span]:
    """The sections that list works, notes or pages, in order; those within another are left out."""
    end = 0
    for section in document.sections:
        if section.start >= end and len(section.title) < 40 and _LISTS.fullmatch(section.title):
            end = section.end
            yield section.span
