"""Entry reading: the terms, people and events of a companion file are made from its nodes."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

from companion.core.dates import Date, Precision
from companion.core.entries import Alias, Entries, Event, Kind, Person, Relation, Term
from companion.core.message import Message
from companion.store.clean_text import clean, shown
from companion.store.companion_keys import EVENT, FILE, PERSON, TERM, Shape
from companion.store.entry_names import Names
from companion.store.node_reading import Keys, one_line
from companion.store.yaml_nodes import Listing, Mapping, Node, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.store.yaml_nodes import Complaints

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*")


_NEVER = Date(math.inf, -math.inf, "", Precision.INTERVAL)
"""The date of an event whose date cannot be read; such an event is left out."""


class _Begun(NamedTuple):
    """An entry whose names are known, but not yet the entries it refers to.

    One without an `id` (for want of a heading, or there already) is read for its errors only.
    """

    keys: Keys
    id: str
    heading: str
    aliases: tuple[Alias, ...]
    date: Date


def read_entries(root: Node | None, complaints: Complaints) -> Entries:
    """The entries of a file; what is wrong is told, and left out."""
    if not isinstance(root, Mapping):
        complaints.add(root.at if root else 0, _no_companion(root))
        return Entries()
    return _EntryReading(complaints).read(Keys(root, FILE, complaints))


def _no_companion(root: Node | None) -> Message:
    if root is None:
        return Message(
            "The file is empty; a companion file has keys such as ‘title:’, ‘terms:’, ‘people:’, ‘events:’."
        )
    if isinstance(root, Listing):
        return Message("A companion file begins with keys such as ‘title:’ or ‘terms:’; this is a list.")
    return Message("A companion file begins with keys such as ‘title:’ or ‘terms:’; this is plain text.")


class _EntryReading:
    """Reads the headings of all entries first, so that each may refer to every other."""

    def __init__(self, complaints: Complaints) -> None:
        self._complaints = complaints
        self._names = Names(complaints)

    def read(self, file: Keys) -> Entries:
        terms = [*self._begun(file, "terms", Kind.TERM, TERM)]
        people = [*self._begun(file, "people", Kind.PERSON, PERSON)]
        events = [*self._begun(file, "events", Kind.EVENT, EVENT)]
        return Entries(
            title=file.name("title"),
            author=file.name("author"),
            language=self._language(file),
            notes=file.text("notes"),
            terms=tuple(term for term in map(self._term, terms) if term.id),
            people=tuple(person for person in map(self._person, people) if person.id),
            events=tuple(
                event for event in map(self._event, events) if event.id and event.date is not _NEVER
            ),
        )

    def _language(self, file: Keys) -> str:
        language = file.name("language")
        if language and not _LANGUAGE.fullmatch(language):
            sentence = Message(
                "‘language’ takes a code like en, de or fr, not ‘{given}’.", given=shown(language)
            )
            self._complaints.add(file.place("language"), sentence)
            return ""
        return language.replace("_", "-")

    def _begun(self, file: Keys, key: str, kind: Kind, shape: Shape) -> Iterator[_Begun]:
        seen: dict[tuple[str, str], int] = {}
        for keys in self._entries(file, key, shape):
            heading, aliases = keys.heading(shape.heading), keys.aliases()
            date = keys.date("date", needed=True) if kind is Kind.EVENT else None
            entry_id = ""
            first = seen.setdefault((heading, date.edtf if date else ""), keys.at)
            if heading and first != keys.at:
                sentence = Message(
                    "‘{heading}’ is there twice; it stands in line {line} already.",
                    heading=shown(heading),
                    line=str(self._complaints.line_of(first)),
                )
                self._complaints.add(keys.place(shape.heading), sentence)
            elif heading:
                entry_id = self._names.add(kind, heading, aliases)
            yield _Begun(keys, entry_id, heading, aliases, date or _NEVER)

    def _entries(self, file: Keys, key: str, shape: Shape) -> Iterator[Keys]:
        node = file.get(key)
        if node is not None and not isinstance(node, Listing):
            sentence = Message(
                "‘{key}’ takes a list; begin each of its entries with a dash: ‘- {first}: …’.",
                key=key,
                first=shape.keys[0],
            )
            self._complaints.add(node.at, sentence)
            return
        for item in node.items if node else ():
            if isinstance(item, Mapping):
                yield Keys(item, shape, self._complaints)
            else:
                said = shown(item.text) if isinstance(item, Words) else ""
                sentence = Message(
                    "A key is missing here; {part} is written with keys: ‘- {heading}: {words}’.",
                    part=shape.name,
                    heading=shape.heading,
                    words=said or "…",
                )
                self._complaints.add(item.at, sentence)

    def _term(self, begun: _Begun) -> Term:
        return Term(
            id=begun.id,
            term=begun.heading,
            aliases=begun.aliases,
            definition=begun.keys.text("definition"),
            see_also=self._resolved(begun, "see also", *Kind),
            quotes=begun.keys.quotes(),
            here=begun.keys.pins("here"),
            not_here=begun.keys.pins("not here"),
        )

    def _person(self, begun: _Begun) -> Person:
        return Person(
            id=begun.id,
            name=begun.heading,
            aliases=begun.aliases,
            role=begun.keys.name("role"),
            dates=begun.keys.date("dates"),
            about=begun.keys.text("about"),
            relations=tuple(self._relations(begun)),
            quotes=begun.keys.quotes(),
            here=begun.keys.pins("here"),
            not_here=begun.keys.pins("not here"),
        )

    def _event(self, begun: _Begun) -> Event:
        return Event(
            id=begun.id,
            title=begun.heading,
            date=begun.date,
            aliases=begun.aliases,
            about=begun.keys.text("about"),
            people=self._resolved(begun, "people", Kind.PERSON),
            terms=self._resolved(begun, "terms", Kind.TERM),
            quotes=begun.keys.quotes(),
            here=begun.keys.pins("here"),
            not_here=begun.keys.pins("not here"),
        )

    def _resolved(self, begun: _Begun, key: str, *kinds: Kind) -> tuple[str, ...]:
        ids = (self._other(begun, words, *kinds) for words in begun.keys.names(key))
        return tuple(dict.fromkeys(entry_id for entry_id in ids if entry_id))

    def _other(self, begun: _Begun, words: Words, *kinds: Kind) -> str | None:
        """The id of another entry; an entry that refers to itself is told."""
        entry_id = self._names.resolve(words, *kinds)
        if entry_id and entry_id == begun.id:
            itself = Message("‘{heading}’ refers to itself here.", heading=shown(begun.heading))
            self._complaints.add(words.at, itself)
            return None
        return entry_id

    def _relations(self, begun: _Begun) -> Iterator[Relation]:
        node = begun.keys.get("relations")
        if node is None:
            return
        if not isinstance(node, Mapping):
            wanted = Message("‘relations’ takes names with what each one is: ‘Anna Verl: his wife’.")
            self._complaints.add(node.at, wanted)
            return
        for key, value in node.pairs.values():
            name = Words(key.at, one_line(clean(key.text), key.at, self._complaints))
            person = self._other(begun, name, Kind.PERSON)
            role = begun.keys.words(value, key.text)
            if person:
                yield Relation(person, one_line(role, value.at, self._complaints))
