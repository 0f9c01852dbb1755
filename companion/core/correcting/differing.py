"""Differing: in what two companions say other things, and what would make the one say the other's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from companion.core.anchors import Anchor
from companion.core.correcting.pinning import anchor_of
from companion.core.corrections import Correction, Subject, Verb, subject_of
from companion.core.entries import Entries, Entry, Event, Kind, Match, Person, Pin
from companion.core.lookup import plain

if TYPE_CHECKING:
    from collections.abc import Iterator


class Part(StrEnum):
    """What of an entry is other; it may be only in the second companion, or only in the first."""

    ADDED = "added"
    GONE = "gone"
    HEADING = "heading"
    KIND = "kind"
    ALIASES = "aliases"
    IGNORED = "ignored"
    TEXT = "text"
    ROLE = "role"
    DATE = "date"
    PASSAGES = "passages"
    HERE = "here"
    NOT_HERE = "not here"


class Change(NamedTuple):
    """One thing in which two companions differ.

    `subject` is the entry as the first companion calls it, or the second where the first does not have it;
    `before` and `after` are what the two say, names and passages one a line; of single places the words, a
    tab and the passage in which they stand, in quotation marks.
    """

    part: Part
    subject: Subject
    before: str
    after: str


def difference(one: Entries, other: Entries) -> list[Change]:
    """In what the second companion is other than the first, in the order of the first, then what is new.

    An entry is the same by its kind and heading, or else by a name that the one has for the other, or by its
    heading alone; an event by its title, or by its date and a passage. Ties between entries are not compared,
    and that the second companion has fewer names or passages is no difference.
    """
    pairs = _Pairs(one, other)
    changes = [change for entry in one for change in _changes(entry, pairs.partner_of(entry))]
    for entry in pairs.left:
        changes.append(Change(Part.ADDED, subject_of(entry), "", entry.text))
        changes += _further(entry)
    return changes


def corrections_for(changes: Iterable[Change], new_id: Callable[[], str], by: str = "") -> list[Correction]:
    """The corrections that lay the second companion over the first; what is gone in it stays all the same.

    They are to be done in this order, single places last. `new_id` makes an id that no other correction
    has, `by` is the name of whose companion it is.
    """
    made = []
    for change in sorted(changes, key=_is_of_a_place):
        for correction in _corrections(change):
            made.append(replace(correction, id=new_id(), by=by))
    return made


def _is_of_a_place(change: Change) -> bool:
    """Single places come last: a name that is new takes all that it can."""
    return change.part in (Part.HERE, Part.NOT_HERE)


class _Pairs:
    """Which entries of two companions are the same."""

    def __init__(self, one: Entries, other: Entries) -> None:
        self._partners: dict[str, Entry] = {}
        self._taken: set[str] = set()
        for keys, others in ((_headings, _headings), (_headings, _names), (_names, _headings)):
            self._pair(one, other, keys, others)
        self._pair(one, other, _passages, _passages)
        self._pair(one, other, _bare_headings, _bare_headings)
        self.left = [entry for entry in other if entry.id not in self._taken]

    def _pair(self, one: Entries, other: Entries, keys: _Keys, others: _Keys) -> None:
        """Pairs the entries that are alone in having one of their keys."""
        bearers: dict[_Key, list[Entry]] = {}
        for entry in other:
            if entry.id not in self._taken:
                for key in others(entry):
                    bearers.setdefault(key, []).append(entry)
        for entry in one:
            if entry.id in self._partners:
                continue
            found = {each.id: each for key in keys(entry) for each in bearers.get(key, ())}
            free = [each for each in found.values() if each.id not in self._taken]
            if len(free) == 1:
                self._partners[entry.id] = free[0]
                self._taken.add(free[0].id)

    def partner_of(self, entry: Entry) -> Entry | None:
        """The same entry in the second companion."""
        return self._partners.get(entry.id)


_Key = tuple[str, ...]
_Keys = Callable[[Entry], "Iterable[_Key]"]


def _headings(entry: Entry) -> Iterable[_Key]:
    date = entry.date.edtf if isinstance(entry, Event) else ""
    return [(entry.kind, plain(entry.heading), date)]


def _names(entry: Entry) -> Iterable[_Key]:
    date = entry.date.edtf if isinstance(entry, Event) else ""
    return [(entry.kind, plain(each.text), date) for each in entry.aliases if each.match is not Match.NEVER]


def _passages(entry: Entry) -> Iterable[_Key]:
    """An event is that of which the same passage tells, or which has the same title at another date."""
    if not isinstance(entry, Event):
        return []
    return [("passage", entry.date.edtf, quote) for quote in entry.quotes] + [("title", plain(entry.title))]


def _bare_headings(entry: Entry) -> Iterable[_Key]:
    """A term may be a person in the other companion."""
    return [] if isinstance(entry, Event) else [(plain(entry.heading),)]


# -- what is other


def _changes(one: Entry, other: Entry | None) -> list[Change]:
    subject = subject_of(one)
    if other is None:
        return [Change(Part.GONE, subject, one.text, "")]
    changes = []
    if plain(one.heading) != plain(other.heading):
        changes.append(Change(Part.HEADING, subject, one.heading, other.heading))
        subject = subject._replace(heading=other.heading)
    if one.kind is not other.kind:
        changes.append(Change(Part.KIND, subject, one.kind, other.kind))
        subject = subject._replace(kind=other.kind)
    said, says = _said(one), _said(other)
    return changes + [
        Change(part, subject, said.get(part, ""), words)
        for part in (*_FURTHER[:2], Part.TEXT, *_FURTHER[2:])
        if (words := says.get(part, "")) != said.get(part, "") and (words or part in (Part.TEXT, Part.ROLE))
    ]


_FURTHER = (
    *(Part.ALIASES, Part.IGNORED, Part.ROLE, Part.DATE, Part.PASSAGES),
    *(Part.HERE, Part.NOT_HERE),
)
"""What an entry says besides its name, kind and text, in the order in which it is told."""


def _further(entry: Entry) -> list[Change]:
    """What a new entry says besides its text."""
    subject = subject_of(entry)
    is_dated = isinstance(entry, Event)
    said = _said(entry)
    return [
        Change(part, subject, "", said[part])
        for part in _FURTHER
        if said.get(part) and not (is_dated and part is Part.DATE)
    ]


def _said(entry: Entry) -> dict[Part, str]:
    names = [each for each in entry.aliases if plain(each.text) != plain(entry.heading)]
    said = {
        Part.ALIASES: "\n".join(sorted(each.text for each in names if each.match is not Match.NEVER)),
        Part.IGNORED: "\n".join(sorted(each.text for each in entry.aliases if each.match is Match.NEVER)),
        Part.TEXT: entry.text.strip(),
        Part.PASSAGES: "\n".join(sorted(" ".join(quote.split()) for quote in entry.quotes)),
        Part.HERE: _told(entry.here),
        Part.NOT_HERE: _told(entry.not_here),
    }
    if isinstance(entry, Person):
        said[Part.ROLE] = entry.role
        said[Part.DATE] = entry.dates.edtf if entry.dates else ""
    if isinstance(entry, Event):
        said[Part.DATE] = entry.date.edtf
    return said


def _told(pins: Iterable[Pin]) -> str:
    return "\n".join(f"{pin.words}\t“{pin.within}”" for pin in pins)


def _pinned(lines: Iterable[str]) -> Iterator[tuple[Anchor, ...]]:
    for line in lines:
        words, _, within = line.partition("\t")
        yield (anchor_of(Pin(words, within[1:-1])),)


# -- one laid over the other


def _corrections(change: Change) -> Iterator[Correction]:
    subject, after = change.subject, change.after
    old, new = change.before.split("\n"), [line for line in after.split("\n") if line]
    match change.part:
        case Part.ADDED:
            yield Correction("", Verb.ADD, subject, text=after)
        case Part.HEADING:
            yield Correction("", Verb.RENAME, subject, text=after)
        case Part.KIND:
            yield Correction("", Verb.RETYPE, subject, subject._replace(kind=Kind(after)))
        case Part.ALIASES | Part.IGNORED:
            verb = Verb.ALIAS if change.part is Part.ALIASES else Verb.IGNORE
            for line in new:
                if line not in old:
                    yield Correction("", verb, subject, text=line)
        case Part.TEXT | Part.ROLE | Part.DATE:
            yield Correction("", _SAYING[change.part], subject, text=after)
        case Part.PASSAGES:
            quotes = tuple(Anchor(line, "", "", -1, -1) for line in new if line not in old)
            if quotes:
                yield Correction("", Verb.PASSAGE, subject, anchors=quotes)
        case Part.HERE | Part.NOT_HERE:
            verb = Verb.ASSIGN if change.part is Part.HERE else Verb.IGNORE
            for anchors in _pinned(line for line in new if line not in old):
                yield Correction("", verb, subject, anchors=anchors)


_SAYING = {Part.TEXT: Verb.SAY, Part.ROLE: Verb.ROLE, Part.DATE: Verb.DATE}
