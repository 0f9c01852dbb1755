"""Kindle: the file "My Clippings.txt" and an X-Ray database, taken in."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from companion.core.entries import Entries, Kind, Person, Term
from companion.core.ids import Ids
from companion.core.message import Message
from companion.core.notes import MarkKind
from companion.exchange.arrived import LONGEST, Arrived, ArrivedMark, Book, ForeignError, text_in
from companion.exchange.bundle import on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

_RULE = re.compile(r"^={10}\s*$", re.MULTILINE)
_TITLE = re.compile(r"(?P<title>.*?)\s*(?:\((?P<author>[^()]*(?:\([^()]*\)[^()]*)*)\))?\s*", re.DOTALL)
_KINDS = (
    (
        re.compile(r"\b(?:note|notiz|nota|notitie|notat|merknad|заметка)\b|笔记|メモ", re.IGNORECASE),
        MarkKind.NOTE,
    ),
    (
        re.compile(
            r"\b(?:bookmark|lesezeichen|signet|marcador|segnalibro|bladwijzer|закладка)\b|书签|ブックマーク",
            re.IGNORECASE,
        ),
        MarkKind.BOOKMARK,
    ),
    (
        re.compile(
            r"\b(?:highlight|markierung|surlignement|subrayado|destaque|evidenziazione|markering|выделенный)\b|标注|ハイライト",
            re.IGNORECASE,
        ),
        MarkKind.HIGHLIGHT,
    ),
)
"""What the second line of a clipping calls it, in the languages of the device."""

_PLACE = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?")
_LIMIT_NOTICE = re.compile(r"\s*<[^<>\n]*(?:limit|Limit|limite|límite)[^<>\n]*>\s*")
_STEPS, _MOST_STEPS = 10_000, 2_000
"""An X-Ray database may take so many times so many steps of SQLite's machine, a second or two."""

_MOST_ROWS = 100_000


def is_clippings(text: str) -> bool:
    """Whether a text is made of clippings with their rules between them."""
    return len(_RULE.findall(text[:200_000])) >= 1 and bool(re.search(r"^- ", text[:20_000], re.MULTILINE))


def read_clippings(text: str) -> Arrived:
    """The clippings by book; a note goes with the highlight at whose end it stands."""
    books: dict[tuple[str, str], list[tuple[ArrivedMark, tuple[int, int]]]] = {}
    unknown = 0
    for part in _RULE.split(text):
        lines = part.strip("\n\ufeff \r").split("\n", 2)
        if len(lines) < 2:
            continue
        kind = next((kind for pattern, kind in _KINDS if pattern.search(lines[1])), None)
        if kind is None:
            unknown += 1
            continue
        named = _TITLE.fullmatch(text_in(lines[0]).strip())
        title, author = (named["title"], named["author"] or "") if named else (text_in(lines[0]).strip(), "")
        words = _LIMIT_NOTICE.sub("", text_in(lines[2] if len(lines) > 2 else "")).strip()
        if words or kind is MarkKind.BOOKMARK:
            clipping = ArrivedMark(words=words, kind=kind, label=_where(lines[1]))
            books.setdefault((title, author), []).append((clipping, _place(lines[1])))
    left = () if not unknown else (Message("%Ln clippings are of a kind that is not known.", "", unknown),)
    found = tuple(
        Book(title, author, tuple(_put_together(marks))) for (title, author), marks in books.items()
    )
    return Arrived("kindle-clippings", found, left_out=left)


def _where(line: str) -> str:
    return on_one_line(line.lstrip("- ").split("|")[0])[:200]


def _place(line: str) -> tuple[int, int]:
    """The location, or else the page, that the second line of a clipping tells."""
    told = [part for part in line.split("|") if _PLACE.search(part)]
    if not told:
        return -1, -1
    found = _PLACE.search(told[min(1, len(told) - 1)] if len(told) > 2 else told[0])
    return (int(found[1][:9]), int((found[2] or found[1])[:9])) if found else (-1, -1)


def _put_together(clippings: list[tuple[ArrivedMark, tuple[int, int]]]) -> Iterator[ArrivedMark]:
    """The marks of a book: notes at their highlights, bookmarks without words left out, nothing twice.

    A highlight that was made longer stands twice in the file; only the longest is kept.
    """
    notes = [(mark.words, place) for mark, place in clippings if mark.kind is MarkKind.NOTE]
    marks = [(mark, place) for mark, place in clippings if mark.kind is MarkKind.HIGHLIGHT]
    kept: list[tuple[ArrivedMark, tuple[int, int]]] = []
    for mark, place in marks:
        rivals = [
            one for one, where in marks if where[0] <= place[1] and place[0] <= where[1] and one is not mark
        ]
        is_part = any(mark.words in one.words and len(one.words) > len(mark.words) for one in rivals)
        if not is_part and (mark, place) not in kept:
            kept.append((mark, place))
    used: set[int] = set()
    for mark, place in kept:
        number = next(
            (n for n, (_, at) in enumerate(notes) if n not in used and at[1] == place[1] and at[1] >= 0), None
        )
        if number is not None:
            used.add(number)
        yield mark if number is None else mark._replace(note=notes[number][0])
    for number, (words, _) in enumerate(notes):
        if number not in used:
            yield ArrivedMark(words="", kind=MarkKind.NOTE, note=words)


# -- X-Ray


def read_xray(data: bytes) -> Arrived:
    """The people and terms of an ``XRAY.entities.*.asc`` database. Raises `ForeignError`.

    After WordDumb's ``docs/x-ray_db.md``. Its places are those of another file, so they are not taken.
    """
    try:
        return _xray(data)
    except (sqlite3.Error, MemoryError, OverflowError, AttributeError):
        raise ForeignError(
            Message("This database is none of the X-Ray of a Kindle, or it is damaged.")
        ) from None


def _xray(data: bytes) -> Arrived:
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(data)
        database.execute("PRAGMA trusted_schema = OFF")
        database.execute("PRAGMA query_only = ON")
        database.execute("PRAGMA cell_size_check = ON")
        steps = iter(range(_MOST_STEPS))
        database.set_progress_handler(lambda: next(steps, None) is None, _STEPS)
        rows = database.execute(
            "SELECT e.id, substr(e.label, 1, 1000), e.type, substr(d.text, 1, ?) FROM entity AS e "
            "LEFT JOIN entity_description AS d ON d.entity = e.id WHERE e.label IS NOT NULL "
            "ORDER BY e.count DESC LIMIT ?",
            (LONGEST, _MOST_ROWS),
        ).fetchall()
    ids = Ids()
    people: list[Person] = []
    terms: list[Term] = []
    seen: set[object] = set()
    for number, label, kind, text in rows:
        name = on_one_line(text_in(label))
        if name and number not in seen:
            seen.add(number)
            said = text_in(text).strip()
            if kind == 1:
                people.append(Person(id=ids.new(Kind.PERSON, name), name=name, about=said))
            else:
                terms.append(Term(id=ids.new(Kind.TERM, name), term=name, definition=said))
    return Arrived("kindle-xray", entries=Entries(people=tuple(people), terms=tuple(terms)))
