"""Unfit: what looks like a term and is none, as divisions, dates and files are, and places amid no prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.core.calendar import MONTHS
from companion.core.document import BlockKind
from companion.extraction.times.english import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.core.document import Span
    from companion.extraction.source import Source

_ORDINAL = (
    r"(?:[ivxlc]+|\d[\d.-]*\w?|the \w+|"
    r"\w*(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|ty))"
)
_DIVISION = re.compile(
    rf"(?:book|chapter|part|volume|canto|act|scene|letter|stave|section|page) {_ORDINAL}|"
    r"(?:\w+ )?(?:epilogue|prologue|preface|footnote|illustration|content)"
)
_NUMBERED = re.compile(
    r"(?:appendix|box|case|chart|diagram|equation|example|exercise|exhibit|fig|figure|item|map|note|option|phase|"
    r"photo|plate|question|row|sample|stage|step|table|type|unit|version|vol|week) [\d.]+\w?"
)
_MONTH = rf"(?:{'|'.join(MONTHS).lower()})"
_DATE = re.compile(
    r"(?:early |late |mid-?)?(?:spring|summer|autumn|fall|winter|beginning|end|middle|start|close|year|month|"
    rf"{_MONTH})(?: of)? \d{{3,4}}(?:[-–]\d+)?|mid-(?:\d\w*|{_MONTH})"
)
_CALENDAR = re.compile(rf"(?:{_MONTH}|{'|'.join(WEEKDAYS)})s?")
_SPOKEN = re.compile(r"(?:\A|.* )(?:\w+(?:n't|'re|'ve|'ll|'m|'d)|uh|um|gonna|wanna|yeah|okay)(?:\Z| .*)")
_FILE = re.compile(
    r"(?:cover|dsc|figure|fig|image|images|img|page|photo|pic|picture|scan)[_-]?\d+\w*|"
    r"(?:\w+ )?(?:gif|html|jpe?g|png|svg|webp|xhtml)|(?:www|https?)(?: .*)?|isbn|issn|etext|"
    r"project gutenberg.*"
)
_POINTING = re.compile(
    r"(?:(?:above|aforementioned|below|besides|citing|following|previous|unlike|whilst)|"
    r"(?:amount|couple|example|image|kind|lack|lot|map|number|part|photograph|picture|portrait|sort|type) "
    r"of) .*"
)
_MEASURING = re.compile(
    r"(?:additional|alleged|apparent|astonishing|brief|brilliant|catastrophic|considerable|desperate|"
    r"devastating|disastrous|elaborate|enormous|excellent|extraordinary|famous|fantastic|fierce|further|"
    r"glorious|horrible|huge|humiliating|ill-fated|important|impressive|infamous|lengthy|long-?standing|"
    r"massive|mere|notable|novel|numerous|obvious|ongoing|overall|overwhelming|particular|possible|"
    r"prominent|recent|remarkable|significant|similar|sizable|striking|subsequent|substantial|successful|"
    r"sufficient|supposed|surviving|terrible|tremendous|unsuccessful|unusual|upcoming|usual|various|vast|"
    r"widespread|wonderful"
    r") .*"
)
"""Words that only say how much of something there is, or what one thinks of it, begin no term."""

_PRONOUNCED = re.compile(r".*[ɐ-˯].*")
_NOT = (_DIVISION, _NUMBERED, _DATE, _CALENDAR, _SPOKEN, _FILE, _POINTING, _MEASURING, _PRONOUNCED)

_NO_PROSE = frozenset({BlockKind.PREFORMATTED, BlockKind.PICTURE})
_APART = _NO_PROSE | {BlockKind.HEADING, BlockKind.CAPTION, BlockKind.RULE}
_MOSTLY = 0.5
"""The share of a text that is set as preformatted from which its prose is set so, too."""


def is_no_term(key: str) -> bool:
    """Whether words, in plain form, are no term: "chapter two", "figure 3", "June", "image2", "vast army"."""
    return any(pattern.fullmatch(key) for pattern in _NOT)


def stands_apart(source: Source, offset: int) -> bool:
    """Whether a place is in a heading, a caption, a picture's words or code, where nothing is explained."""
    return _kind_at(source, offset) in _APART


def is_never_in_prose(source: Source, places: Iterable[Span]) -> bool:
    """Whether all of `places` are in code or in the words that stand for a picture."""
    return all(_kind_at(source, place.start) in _NO_PROSE for place in places) and _has_prose(source)


def _kind_at(source: Source, offset: int) -> BlockKind | None:
    block = source.document.block_at(offset)
    return block.kind if block is not None else None


def _has_prose(source: Source) -> bool:
    blocks = source.document.blocks
    apart = sum(block.end - block.start for block in blocks if block.kind in _NO_PROSE)
    return apart < _MOSTLY * len(source.text)
