"""Kindle: the file "My Clippings.txt" of a device, in whichever language it speaks, taken in."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from companion.core.message import Message
from companion.core.notes import MarkKind
from companion.exchange.arrived import MOST_MARKS, Arrived, ArrivedMark, Book, text_in, wordless
from companion.exchange.bundle import on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_RULE = re.compile(r"^={10}[ \t\r]*$", re.MULTILINE)
_KINDS = (
    (
        MarkKind.NOTE,
        re.compile(r"\b(?:note|notiz|nota|notitie|notat|заметка)\b|笔记|筆記|メモ", re.IGNORECASE),
    ),
    (
        MarkKind.BOOKMARK,
        re.compile(
            r"\b(?:bookmark|lesezeichen|signet|marcador|segnalibro|bladwijzer|закладка)\b|书签|書籤|ブックマーク",
            re.IGNORECASE,
        ),
    ),
    (
        MarkKind.HIGHLIGHT,
        re.compile(
            r"\b(?:highlight|markierung|surlignement|subrayado|destaque|evidenziazione|markering|выделенный|"
            r"clip)\b|标注|標註|ハイライト",
            re.IGNORECASE,
        ),
    ),
)
"""What the second line of a clipping calls it, in the languages of the device."""

_BARS = re.compile(r"[|｜]")
_NUMBERS = re.compile(r"(\d{1,9})(?:\s?[-–]\s?(\d{1,9}))?", re.ASCII)
_ISO_DAY = re.compile(r"(\d{4})(?:-|年)(\d{1,2})(?:-|月)(\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"\b(\d{1,2})\.?(?: de)? ([^\W\d_]{3,12})\.?(?: de)? (\d{4})\b")
_MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,12}) (\d{1,2}), (\d{4})\b")
_CLOCK = re.compile(r"\b(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s?([AP])\.?M\b)?", re.IGNORECASE | re.ASCII)
_MONTHS = tuple(
    re.compile(stems, re.IGNORECASE)
    for stems in (
        "jan|ene|gen|янв",
        "feb|fév|fev|фев",
        "mar|mär|maa|мар",
        "apr|avr|abr|апр",
        "may|mai|mag|mei|ма[йя]",
        "jun|juin|giu|июн",
        "jul|juil|lug|июл",
        "aug|août|ago|авг",
        "sep|set|сен",
        "oct|okt|out|ott|окт",
        "nov|ноя",
        "dec|dez|déc|dic|дек",
    )
)
"""How the names of the months begin in the languages of the device."""

_HEAD = 400_000
"""Code points of a file by which it is known as clippings."""

_NEAR = 40
"""A clipping is compared with so many of its neighbours by place, so that many take no longer each."""


class _Clipping(NamedTuple):
    """A clipping and its place: the first and the last location, or else page; -1 where none is told."""

    mark: ArrivedMark
    first: int
    last: int


def is_clippings(text: str) -> bool:
    """Whether a text is made of clippings with their rules between them."""
    return bool(_RULE.search(text[:_HEAD])) and bool(re.search(r"^- ", text[:_HEAD], re.MULTILINE))


def read_clippings(text: str) -> Arrived:
    """The clippings by book; a note goes with the highlight at whose end it stands.

    Nobody has published the format; it is that of devices from 2008 to 2024.
    """
    books: dict[tuple[str, str], list[_Clipping]] = {}
    unknown = empty = 0
    for part in islice(_RULE.split(text), MOST_MARKS):
        lines = part.strip("\n\ufeff \r").split("\n", 2)
        if len(lines) < 2:
            continue
        clipping = _clipping(lines)
        if clipping is None:
            unknown += 1
        elif not clipping.mark.words:
            empty += 1
        else:
            books.setdefault(_named(text_in(lines[0])), []).append(clipping)
    left: list[Message] = []
    if unknown == 1:
        left.append(Message("One clipping is of a kind that is not known."))
    elif unknown:
        left.append(Message("%Ln clippings are of a kind that is not known.", "", unknown))
    found = tuple(
        Book(title, author, tuple(_put_together(marks))) for (title, author), marks in books.items()
    )
    return Arrived("kindle-clippings", found, left_out=(*left, *wordless(empty)))


def _clipping(lines: list[str]) -> _Clipping | None:
    parts = _BARS.split(text_in(lines[1])[:500])
    told = " ".join(parts[:-1] or parts)  # without the date
    kind = next((kind for kind, pattern in _KINDS if pattern.search(told)), None)
    if kind is None:
        return None
    words = text_in(lines[2] if len(lines) > 2 else "").strip()
    is_notice = words.startswith("<") and words.endswith(">") and "\n" not in words and "<" not in words[1:]
    mark = ArrivedMark(
        words="" if is_notice else words,  # "<You have reached the clipping limit for this item>"
        kind=kind,
        where=on_one_line(told.lstrip("- "))[:200],
        created=_time(parts[-1]) if len(parts) > 1 else "",
    )
    first, last = _place(parts[:-1] or parts)
    return _Clipping(mark._replace(at=first), first, last)


def _named(line: str) -> tuple[str, str]:
    """Title and author: what stands in the last brackets of the line, which may hold others."""
    line = line.strip().strip("\ufeff")
    if not line.endswith(")"):
        return line, ""
    depth = 0
    for at in range(len(line) - 1, -1, -1):
        depth += (line[at] == ")") - (line[at] == "(")
        if depth == 0:
            title = line[:at].strip()
            return (title, line[at + 1 : -1].strip()) if title else (line, "")
    return line, ""


def _place(parts: list[str]) -> tuple[int, int]:
    """The last numbers before the date: the locations, or where there are none the page."""
    found = [match for part in parts for match in _NUMBERS.finditer(part)]
    if not found:
        return -1, -1
    first, last = found[-1][1], found[-1][2] or found[-1][1]
    if len(last) < len(first):  # old devices write 273-74
        last = first[: len(first) - len(last)] + last
    return int(first), max(int(first), int(last))


def _time(words: str) -> str:
    """When a clipping was made, as ISO 8601 without a zone; empty where that is not understood."""
    day = _day(on_one_line(words))
    clock = _CLOCK.search(words)
    if not day or clock is None:
        return day
    hour = int(clock[1])
    half = (clock[4] or "").upper() or {"上午": "A", "下午": "P", "午前": "A", "午後": "P"}.get(
        next((half for half in ("上午", "下午", "午前", "午後") if half in words), ""), ""
    )
    if half:
        hour = hour % 12 + 12 * (half == "P")
    return f"{day}T{hour:02d}:{clock[2]}:{clock[3] or '00'}" if hour < 24 and clock[2] < "60" else day


def _day(words: str) -> str:
    if found := _ISO_DAY.search(words):
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    elif found := _DAY_FIRST.search(words):
        year, month, day = int(found[3]), _month(found[2]), int(found[1])
    elif found := _MONTH_FIRST.search(words):
        year, month, day = int(found[3]), _month(found[1]), int(found[2])
    else:
        return ""
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else ""


def _month(name: str) -> int:
    return next((number for number, stems in enumerate(_MONTHS, 1) if stems.match(name)), 0)


def _put_together(clippings: Iterable[_Clipping]) -> Iterator[ArrivedMark]:
    """The marks of a book by place: notes at their highlights, nothing twice.

    A highlight that was made longer or shorter stands twice in the file; only the longest is kept.
    """
    by_kind: dict[MarkKind, dict[_Clipping, None]] = {kind: {} for kind in MarkKind}
    for clipping in clippings:
        by_kind[clipping.mark.kind][clipping] = None
    kept = _longest(sorted(by_kind[MarkKind.HIGHLIGHT], key=lambda one: (one.first, one.last)))
    noted: dict[int, list[str]] = {}
    alone = []
    for note in by_kind[MarkKind.NOTE]:
        number = _noted(kept, note)
        if number is None:
            alone.append(
                ArrivedMark(words="", kind=MarkKind.NOTE, note=note.mark.words, created=note.mark.created)
            )
        else:
            noted.setdefault(number, []).append(note.mark.words)
    for number, clipping in enumerate(kept):
        yield clipping.mark._replace(note="\n".join(noted.get(number, [])))
    yield from alone


def _longest(ordered: list[_Clipping]) -> list[_Clipping]:
    """The highlights, by place, whose words are not part of another one's at the same place."""
    kept: list[_Clipping] = []
    for number, one in enumerate(ordered):
        around = ordered[max(0, number - _NEAR) : number + _NEAR]
        is_part = any(
            len(one.mark.words) < len(other.mark.words)
            and other.first <= one.last
            and one.first <= other.last
            and one.mark.words in other.mark.words
            for other in around
        )
        is_twin = any(one.mark.words == other.mark.words and other[1:] == one[1:] for other in kept[-_NEAR:])
        if not is_part and not is_twin:
            kept.append(one)
    return kept


def _noted(kept: list[_Clipping], note: _Clipping) -> int | None:
    """The highlight that a note belongs to: the one that ends where it stands, or else one round it."""
    if note.first < 0:
        return None
    after = bisect_right(kept, note.last, key=lambda one: one.first)
    around = [n for n in range(max(0, after - _NEAR), after) if kept[n].last >= note.first]
    return max(around, key=lambda n: (kept[n].last == note.last, kept[n].first), default=None)
