"""The form in which what arrived comes back from the process that read it; nothing in it is believed."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

from companion.core.corrections import Subject
from companion.core.dates import DateError, parse_date
from companion.core.entries import Alias, Entries, Event, Kind, Person, Term
from companion.core.ids import Ids
from companion.core.notes import Colour, MarkKind
from companion.exchange.arrived import LONGEST, MOST_MARKS, Arrived, ArrivedMark, Book
from companion.readers.process.message_form import MalformedError, check, message_read, message_told
from companion.readers.process.sound_words import is_sound, sound

if TYPE_CHECKING:
    from companion.core.dates import Date
    from companion.core.entries import Entry

_LONGEST = 4 * LONGEST
"""Code points of any words: texts are joined of several."""
_MOST_NAMES, _MOST_SENTENCES = 10_000, 1_000


def arrived_told(arrived: Arrived) -> bytes:
    """The form of what arrived, as JSON."""
    entries = arrived.entries
    told = {
        "form": arrived.form,
        "books": [
            [_sound(book.title), _sound(book.author), [*map(_mark, book.marks)]] for book in arrived.books
        ],
        "title": _sound(entries.title),
        "entries": [*map(_entry, entries)],
        "left": [message_told(one) for one in arrived.left_out],
    }
    return json.dumps(told).encode("ascii")


def arrived_read(data: bytes) -> Arrived:
    """What arrived, of its form. Raises `MalformedError` for anything else."""
    try:
        return _arrived(json.loads(data))
    except MalformedError:
        raise
    except (ValueError, TypeError, LookupError, RecursionError, AttributeError, DateError) as error:
        raise MalformedError("nothing that arrived") from error


def _sound(words: str) -> str:
    return sound(words[:_LONGEST])


def _mark(mark: ArrivedMark) -> list[Any]:
    about = mark.about
    return [
        *map(_sound, (mark.words, mark.note, mark.label, mark.created, mark.prefix, mark.suffix, mark.where)),
        mark.kind.value,
        mark.colour.value,
        [*map(_sound, mark.tags)],
        mark.share,
        None if about is None else [about.kind.value, _sound(about.heading), about.date],
        mark.at,
    ]


def _entry(entry: Entry) -> list[Any]:
    role = entry.role if isinstance(entry, Person) else ""
    date = entry.date.edtf if isinstance(entry, Event) else ""
    names = [_sound(alias.text) for alias in entry.aliases]
    return [entry.kind.value, _sound(entry.heading), _sound(entry.text), _sound(role), date, names]


def _arrived(told: Any) -> Arrived:
    check(type(told) is dict and sum(len(book[2]) for book in told["books"]) <= MOST_MARKS)
    check(len(told["left"]) <= _MOST_SENTENCES)
    ids = Ids()
    entries = [_entry_read(one, ids) for one in told["entries"]]
    return Arrived(
        _words(told["form"]),
        tuple(
            Book(_words(title), _words(author), tuple(map(_mark_read, marks)))
            for title, author, marks in told["books"]
        ),
        Entries(title=_words(told["title"])).holding(entries),
        tuple(map(message_read, told["left"])),
    )


def _mark_read(told: Any) -> ArrivedMark:
    words, note, label, created, prefix, suffix, where, kind, colour, tags, share, about, at = told
    check(type(at) is int and (share is None or (type(share) in (int, float) and math.isfinite(share))))
    return ArrivedMark(
        words=_words(words),
        kind=MarkKind(kind),
        note=_words(note),
        colour=Colour(colour),
        tags=_all_words(tags),
        label=_words(label),
        created=_words(created),
        prefix=_words(prefix),
        suffix=_words(suffix),
        share=None if share is None else min(1.0, max(0.0, float(share))),
        about=None if about is None else Subject(Kind(about[0]), _words(about[1]), _words(about[2])),
        where=_words(where),
        at=at,
    )


def _entry_read(told: Any, ids: Ids) -> Entry:
    kind, heading, text, role, date, names = told
    kind, heading, text = Kind(kind), _words(heading), _words(text)
    aliases, entry_id = tuple(map(Alias, _all_words(names))), ids.new(kind, heading)
    match kind:
        case Kind.TERM:
            return Term(id=entry_id, term=heading, definition=text, aliases=aliases)
        case Kind.PERSON:
            return Person(id=entry_id, name=heading, about=text, role=_words(role), aliases=aliases)
    return Event(id=entry_id, title=heading, about=text, date=_date(date), aliases=aliases)


def _date(told: Any) -> Date:
    return parse_date(_words(told)[:1000])


def _words(told: Any) -> str:
    check(type(told) is str and len(told) <= _LONGEST and is_sound(told))
    return str(told)


def _all_words(told: Any) -> tuple[str, ...]:
    check(type(told) is list and len(told) <= _MOST_NAMES)
    return tuple(map(_words, told))
