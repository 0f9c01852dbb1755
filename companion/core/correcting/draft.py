"""Correcting draft: a companion opened up, so that one correction after another can be done in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from companion.core.correcting.entries import references, referring_to
from companion.core.correcting.places import Places
from companion.core.document import Span
from companion.core.entries import Entry, Event, Kind, Match
from companion.core.ids import Ids
from companion.core.lookup import plain
from companion.core.message import Message, ToldError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from companion.core.anchors import Anchor
    from companion.core.companion import Companion
    from companion.core.corrections import Subject
    from companion.core.document import Document

_MOST_PLACES = 400
"""Places at which it is looked whom a name means that no entry bears any more."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What the document was searched for before the corrections began.

    `anchors` are the places of quoted words, None for those not found; `names` where a name stands, by
    its kind and its words as they were given.
    """

    anchors: Mapping[Anchor, Span | None]
    names: Mapping[Subject, Sequence[Span]]


class Draft:
    """A companion being corrected: its entries, who is named where, and what tells of whom otherwise."""

    def __init__(self, companion: Companion, sought: Sought) -> None:
        self.document: Document = companion.document
        self.places = Places(companion.links)
        self.told = dict(companion.told)
        self.sought = sought
        self._companion = companion
        self._entries: dict[str, Entry] = {entry.id: entry for entry in companion.entries}
        self._names = _Index(companion.entries)
        self._former: dict[tuple[Kind, str], str] = {}
        self._referring: dict[str, set[str]] = {}
        self._ids = Ids()
        for entry in companion.entries:
            self._note_references(entry)

    # -- whom a correction means

    def entry(self, entry_id: str) -> Entry:
        """The entry of an id that is there."""
        return self._entries[entry_id]

    def the(self, subject: Subject | None) -> Entry:
        """The entry that a correction means. Raises `ToldError` where there is none."""
        found = self.find(subject) if subject is not None else None
        if found is None:
            raise ToldError(_missing(subject))
        return found

    def find(self, subject: Subject) -> Entry | None:
        """The entry of that kind and heading; or that had it, has it besides, or is called so by the text."""
        return (
            self.named(subject)
            or self._formerly(subject)
            or self._best(self._bearing(subject), subject)
            or self._called(subject)
            or self._of_another_kind(subject)
        )

    def named(self, subject: Subject) -> Entry | None:
        """The entry that has just that heading; of several events, the one of that date."""
        name = plain(subject.heading)
        bearers = [
            entry
            for entry_id in self._names.headed(subject.kind, name)
            if (entry := self._entries.get(entry_id)) is not None
            and entry.kind is subject.kind
            and plain(entry.heading) == name
        ]
        return max(bearers, key=lambda entry: _likeness(entry, subject), default=None)

    def _formerly(self, subject: Subject) -> Entry | None:
        return self._entries.get(self._former.get((subject.kind, plain(subject.heading)), ""))

    def _bearing(self, subject: Subject) -> list[Entry]:
        """Those that have the heading as another name, or for an event much of it and the date."""
        if subject.kind is Kind.EVENT:
            return [entry for entry in self if isinstance(entry, Event) and _is_retold(entry, subject)]
        name = plain(subject.heading)
        ids = self._names.called(subject.kind, name)
        bearers = (self._entries[one] for one in ids if one in self._entries)
        return [entry for entry in bearers if entry.kind is subject.kind and _has_name(entry, name)]

    def _best(self, entries: list[Entry], subject: Subject) -> Entry | None:
        if len(entries) < 2 or subject.kind is Kind.EVENT:
            return entries[0] if len(entries) == 1 else None
        return max(entries, key=lambda entry: self.places.count(entry.id))

    def _called(self, subject: Subject) -> Entry | None:
        """The entry that most places mean which are written like the heading."""
        text, words = self.document.text, subject.heading
        tally: Counter[str] = Counter()
        start = text.find(words) if words.strip() and subject.kind is not Kind.EVENT else -1
        places = 0
        while start >= 0 and places < _MOST_PLACES:
            tally.update(one.entry for one in self.places.at(Span(start, start + len(words))))
            start, places = text.find(words, start + len(words)), places + 1
        likely = [(one, count) for one, count in tally.most_common(2) if 2 * count > places]
        if not likely:
            return None
        entry = self._entries[likely[0][0]]
        return entry if entry.kind is not Kind.EVENT else None

    def _of_another_kind(self, subject: Subject) -> Entry | None:
        if subject.kind is Kind.EVENT:
            return None
        other = Kind.PERSON if subject.kind is Kind.TERM else Kind.TERM
        return self.named(subject._replace(kind=other))

    # -- where

    def placed(self, anchors: Iterable[Anchor]) -> tuple[list[Span], int]:
        """Where the quoted words stand, and of how many the place is not found."""
        spans = [self.sought.anchors.get(anchor) for anchor in anchors]
        found = list(dict.fromkeys(span for span in spans if span is not None))
        return found, spans.count(None)

    def words(self, span: Span) -> str:
        """The words there, in small letters and with single blanks."""
        return plain(self.document.text[span.start : span.end])

    # -- changes

    def __iter__(self) -> Iterator[Entry]:
        return iter(tuple(self._entries.values()))

    def put(self, entry: Entry) -> None:
        """Puts the entry where the one of its id was, or a new one at the end."""
        before = self._entries.get(entry.id)
        if before is not None and (before.kind, before.heading) != (entry.kind, entry.heading):
            self._former[before.kind, plain(before.heading)] = entry.id
        self._entries[entry.id] = entry
        self._names.add(entry)
        self._note_references(entry)

    def new_id(self, kind: Kind, heading: str) -> str:
        """An id that no entry has or had."""
        while (entry_id := self._ids.new(kind, heading)) in self._names:
            pass
        return entry_id

    def drop(self, entry_id: str) -> None:
        """Takes an entry out, with all that it was named by and all that refers to it."""
        self.places.forget(entry_id)
        self.told.pop(entry_id, None)
        self._refer(entry_id, "")
        del self._entries[entry_id]

    def hand_over(self, entry: Entry, to: Entry) -> None:
        """Takes an entry out; another has from then on what it was named by and what refers to it."""
        self.places.hand_over(entry.id, to.id)
        if told := self.told.pop(entry.id, ()):
            self.tell(to.id, told)
        self._refer(entry.id, to.id)
        self._former[entry.kind, plain(entry.heading)] = to.id
        for former, known in self._former.items():
            if known == entry.id:
                self._former[former] = to.id
        del self._entries[entry.id]

    def tell(self, entry_id: str, spans: Iterable[Span]) -> None:
        """Has these passages tell of an entry besides those that do."""
        self.told[entry_id] = tuple(sorted({*self.told.get(entry_id, ()), *spans}))

    def referring(self, entry_id: str) -> list[Entry]:
        """The entries that refer to that one, in their order."""
        ids = self._referring.get(entry_id, ())
        return [self._entries[one] for one in self._entries if one in ids] if ids else []

    def _refer(self, old: str, new: str) -> None:
        """Has all that referred to an entry refer to another, or to none."""
        for entry in self.referring(old):
            self.put(referring_to(entry, old, new))
        self._referring.pop(old, None)

    def _note_references(self, entry: Entry) -> None:
        for other in references(entry):
            self._referring.setdefault(other, set()).add(entry.id)

    # -- what came of it

    def companion(self) -> Companion:
        """The companion as it is now; of entries that no change touched it knows the passages already."""
        before = self._companion
        made = replace(
            before,
            entries=before.entries.holding(self),
            links=self.places.links(),
            told=self.told,
        )
        changed = self.places.changed()
        same = (one for one in self._entries if one not in changed and self._is_told_as(before, one))
        made.take_passages(before, same)
        return made

    def _is_told_as(self, before: Companion, entry_id: str) -> bool:
        return self.told.get(entry_id) == before.told.get(entry_id)


@lru_cache(maxsize=50_000)
def _letters(heading: str) -> str:
    """A heading as it is compared; those of a companion are asked for at each of its corrections."""
    return plain(heading)


class _Index:
    """The ids of entries by what they are called; an entry that was renamed stays under its old names."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._headed: dict[tuple[Kind, str], dict[str, None]] = {}
        self._called: dict[tuple[Kind, str], dict[str, None]] | None = None
        self._entries = {entry.id: entry for entry in entries}
        for entry in self._entries.values():
            self._add_heading(entry)

    def __contains__(self, entry_id: str) -> bool:
        return entry_id in self._entries

    def add(self, entry: Entry) -> None:
        """Takes an entry in, or what it is called now."""
        self._entries[entry.id] = entry
        self._add_heading(entry)
        if self._called is not None:
            self._add_names(entry, self._called)

    def _add_heading(self, entry: Entry) -> None:
        self._headed.setdefault((entry.kind, _letters(entry.heading)), {})[entry.id] = None

    @staticmethod
    def _add_names(entry: Entry, called: dict[tuple[Kind, str], dict[str, None]]) -> None:
        for alias in entry.aliases:
            if alias.match is not Match.NEVER:
                called.setdefault((entry.kind, plain(alias.text)), {})[entry.id] = None

    def headed(self, kind: Kind, name: str) -> Iterable[str]:
        """The entries that have, or had, this heading."""
        return self._headed.get((kind, name), ())

    def called(self, kind: Kind, name: str) -> Iterable[str]:
        """The entries that have, or lately had, this as another name."""
        if self._called is None:
            self._called = {}
            for entry in self._entries.values():
                self._add_names(entry, self._called)
        return self._called.get((kind, name), ())


def _likeness(entry: Entry, subject: Subject) -> tuple[bool, bool]:
    is_of_date = not isinstance(entry, Event) or not subject.date or entry.date.edtf == subject.date
    return is_of_date, entry.heading == subject.heading


def _has_name(entry: Entry, name: str) -> bool:
    return any(plain(alias.text) == name for alias in entry.aliases if alias.match is not Match.NEVER)


def _is_retold(event: Event, subject: Subject) -> bool:
    """Whether an event is of the same date and has at least half of the words of a heading."""
    if not subject.date or event.date.edtf != subject.date:
        return False
    wanted, words = {*plain(subject.heading).split()}, {*plain(event.heading).split()}
    return 2 * len(wanted & words) >= len(wanted | words)


def _missing(subject: Subject | None) -> Message:
    if subject is None:
        return Message("This correction does not say which other entry it means.")
    match subject.kind:
        case Kind.TERM:
            return Message("There is no term ‘{heading}’ any more.", heading=subject.heading)
        case Kind.PERSON:
            return Message("There is nobody called ‘{heading}’ any more.", heading=subject.heading)
        case Kind.EVENT:
            return Message("There is no event ‘{heading}’ any more.", heading=subject.heading)
