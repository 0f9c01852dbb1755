"""Cast: what a text's own list of its persons says of each, as plays and long novels begin with one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import BlockKind, Span
from companion.extraction.grammar import DETERMINERS, PREPOSITIONS
from companion.extraction.people.cues import role_in
from companion.extraction.people.roles import kin, roles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from companion.core.document import Block, Document
    from companion.extraction.people.kin import Place


class Presented(NamedTuple):
    """What a list of persons says of one: the words, the role in them or "", and the line they are from."""

    person: int
    words: str
    role: str
    line: Span


_HEADING = re.compile(
    r"(?:the\s+)?(?:dramatis\s+person(?:ae|æ)|cast(?:\s+of\s+characters)?|"
    r"(?:(?:list|table)\s+of\s+)?(?:the\s+)?(?:(?:chief|main|principal)\s+)?(?:characters|persons)"
    r"(?:\s+(?:represented|(?:in|of)\s+(?:the\s+|this\s+)?(?:play|drama|dialogue|dialogues|story|novel|book)))?|"
    r"personnages|personen(?:\s+der\s+handlung|verzeichnis)?|die\s+personen|personaggi|personajes|personagens|"
    r"действующие\s+лица|τα\s+πρόσωπα)[.:]?",
    re.IGNORECASE,
)
"""Headings of such a list, in the languages in which entries are found."""

_BEGINS = re.compile(
    r"(?:act|scene|prologue|book|part|chapter)\b.*|[IVXLC]+\.?|\d+\.?", re.IGNORECASE | re.DOTALL
)
"""Headings with which the work itself begins, at whatever level they stand."""

_LEAST, _MOST_LINES, _LONGEST = 3, 200, 340
"""Lines that begin with a person, without which it is no such list; lines that are looked at; characters."""
_LINES = (BlockKind.ITEM, BlockKind.PARAGRAPH, BlockKind.VERSE)
_BRACKETED = re.compile(r"\s*\([^()\n]{0,80}\)")
_QUOTED = re.compile(r"[“\"][^“”\"\n]{0,80}[”\"]")
_PARTING = re.compile(r"[,;:.–—-]|\s{2}")
_SENTENCE = re.compile(r"[.!?][”\"’)]*\s+(?=\S)")
_PIECES = re.compile(r"[,;:]\s*")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_BESIDE_NAMES = frozenset(
    {"afterwards", "later", "formerly", "then", "called", "née", "alias", "or", "de", "von"}
)
_OWNED = re.compile(r"(?:\S+\s+){0,3}\S+(?:[’']s|s[’'])\s")
"""What begins with somebody else: "The Count's illegitimate son"."""
_LONGEST_ROLE = 64
_OTHERS = frozenset({"his", "her", "their", "its"})
"""Words that mean somebody of the line before."""


def presented(
    document: Document, places: Sequence[Place], starts: Sequence[int]
) -> tuple[Mapping[int, Presented], Sequence[Span]]:
    """For each person, by number, what the document's lists of its persons say first; and the lines of those.

    `places`, which begin at `starts`, and the lines are in the order of the text.
    """
    found: dict[int, Presented] = {}
    lines: list[Span] = []
    lists = list(lists_of(document))
    weights = Counter(place.person for place in places) if lists else Counter[int]()
    for listed in lists:
        named = [
            (line, places[bisect_left(starts, line.start) : bisect_left(starts, line.end)]) for line in listed
        ]
        if sum(bool(there) and there[0].start == line.start for line, there in named) < _LEAST:
            continue
        lines += [line.span for line in listed]
        for line, there in named:
            begun = _parted(document.text, line, there)
            people = [place.person for place in there if place.start < begun.names_end]
            free = [person for person in people or begun.first if person not in found]
            if free and begun.words:
                person = max(free, key=weights.__getitem__)
                found[person] = Presented(person, begun.words, _role(begun.words), line.span)
    return found, lines


def lists_of(document: Document) -> Iterator[list[Block]]:
    """The lines below each heading of a list of persons, down to the next heading of its level."""
    text = document.text
    listed: list[Block] | None = None
    level = 0
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            if listed and (block.level <= level or _BEGINS.fullmatch(text, block.start, block.end)):
                yield listed
                listed = None
            if not listed and _HEADING.fullmatch(text, block.start, block.end):
                listed, level = [], block.level
        elif listed is not None and block.kind in _LINES and len(listed) < _MOST_LINES:
            listed.append(block)
    if listed:
        yield listed


class _Parted(NamedTuple):
    """A line that presents somebody: who is named first, where names alone end, and what it says."""

    first: tuple[int, ...]
    names_end: int
    words: str


def names_end(text: str, line: Block, start: int) -> int:
    """Where the names end with which a line of such a list begins; `start` is where the first of them ends.

    It is the start of the line where more than names stands before the end of its first sentence.
    """
    start, head_end = _head(text, line, start)
    return head_end if _are_names(text[start:head_end]) else line.start


def _head(text: str, line: Block, start: int) -> tuple[int, int]:
    """What is behind the first name and a bracket in the first sentence of a line."""
    bracket = _BRACKETED.match(text, start, line.end)
    start = bracket.end() if bracket else start
    sentence = _SENTENCE.search(text, start, line.end)
    return start, sentence.end() if sentence else line.end


def _parted(text: str, line: Block, places: Sequence[Place]) -> _Parted:
    """A line of such a list in its parts, with the places where persons are named in it."""
    first = tuple(place.person for place in places[:1] if place.start == line.start)
    start, head_end = _head(text, line, places[0].end if first else line.start)
    if _are_names(text[start:head_end]):
        return _Parted(first, head_end, _said(text[head_end : line.end]))
    named = {place.start for place in places if not _is_what(text[place.start : place.end])}
    is_of_several = any(piece.end() in named for piece in _PIECES.finditer(text, start, head_end))
    if not first or is_of_several or not _PARTING.match(text, start, line.end):
        return _Parted(first, line.start, "")
    return _Parted(first, line.start, _said(text[start : line.end]))


def _said(words: str) -> str:
    """What the words behind somebody's names say, as a sentence; empty where they say nothing."""
    words = " ".join(words.split()).lstrip(" ,;:.–—-")
    if not words or len(words) > _LONGEST or not _says(words):
        return ""
    return words[0].upper() + words[1:] + "." * words[-1].isalnum()


def _are_names(words: str) -> bool:
    """Whether there is nothing but names, as of somebody who has several."""
    for piece in _PIECES.split(_QUOTED.sub("", _BRACKETED.sub("", words))):
        parts = _WORD.findall(piece)
        if parts and (_is_what(parts[-1]) or not all(_may_name(part) for part in parts)):
            return False
    return True


def _may_name(word: str) -> bool:
    return word[0].isupper() or word in _BESIDE_NAMES


def _is_what(word: str) -> bool:
    folded = word.casefold()
    return folded in roles() or folded in kin()


def _says(words: str) -> bool:
    """Whether the words say anything of somebody by themselves."""
    parts = _WORD.findall(words)
    if not parts or parts[0].casefold() in _OTHERS:
        return False
    small = [part for part in parts if part.islower() and part not in PREPOSITIONS | DETERMINERS]
    return bool(small) or any(map(_is_what, parts))


def _role(words: str) -> str:
    """The role with which the words begin, if they begin with one."""
    phrase = re.split(r"[.;,]", words, maxsplit=1)[0]
    if _OWNED.match(phrase):
        phrase = phrase.removeprefix("The ")
        return phrase if len(phrase) <= _LONGEST_ROLE and _is_what(phrase.rsplit(None, 1)[-1]) else ""
    return role_in(words[0].lower() + words[1:].partition(".")[0].partition(";")[0])
