"""Companion writing: a companion that was found becomes a file that a person likes to read and edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.dates import DateError, parse_date
from companion.core.entries import LONGEST_EVENT_NAME, ClaimKind, Event, Kind, Match, Person, Term
from companion.store.yaml_writing import comment, listed, one_line, scalar, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.core.companion import Companion
    from companion.core.dates import Date
    from companion.core.document import Span
    from companion.core.entries import Alias, Entries, Entry

_HEAD = """\
# A companion that the program found in the text itself. Everything in it may be changed, added to or taken
# out: the file is taken up again each time it is saved. What stands after a # is not read; here it is the
# number of the paragraph that the line below comes from, and its sentence if the line does not say the same.
"""
_QUOTED_WORDS = (8, 12, 18, 30)
"""How many words of a sentence are quoted, at most the last of these: as few as are found only once."""
_LONGEST_NAME = 300


def companion_text(companion: Companion) -> str:
    """The companion file, in YAML; what is read from it is the same, but for the order of mentions.

    Entries of one kind with the same name get a number, as a file names each entry once.
    """
    return "\n".join(_Writing(companion).lines()).rstrip("\n").replace("\n\n\n", "\n\n") + "\n"


def entry_lines(companion: Companion, entry: Entry) -> list[str]:
    """The lines of one entry, as they would stand in the companion's file."""
    return _Writing(companion).of(entry)


class _Writing:
    """One companion being written."""

    def __init__(self, companion: Companion) -> None:
        self._companion = companion
        self._text = " ".join(companion.document.text.split())
        self._names = unique_names(companion.entries)
        self._small = _spelt_otherwise(companion)

    def lines(self) -> Iterator[str]:
        companion = self._companion
        yield _HEAD
        document, entries = companion.document, companion.entries
        for key, words in (
            ("title", entries.title or document.title),
            ("author", entries.author or document.author),
            ("language", entries.language or document.language),
        ):
            if words:
                yield f"{key}: {scalar(words)}"
        if entries.notes:
            first, *rest = text(entries.notes, "  ")
            yield f"notes: {first}"
            yield from rest
        for key, group in (
            ("terms", companion.terms),
            ("people", companion.people),
            ("events", companion.events),
        ):
            if group:
                yield f"\n{key}:"
            for entry in group:
                yield from self._entry(entry)
                yield ""

    def of(self, entry: Entry) -> list[str]:
        """The lines of one entry."""
        return list(self._entry(entry))

    def _entry(self, entry: Entry) -> Iterator[str]:
        match entry:
            case Term():
                yield from self._term(entry)
            case Person():
                yield from self._person(entry)
            case _:
                yield from self._event(entry)

    def _term(self, term: Term) -> Iterator[str]:
        yield f"  - term: {scalar(self._names[term.id])}"
        yield from self._aliases(term)
        yield from self._said(term, "definition", term.definition, ClaimKind.DEFINITION)
        yield from self._others("see also", term, term.see_also)
        yield from self._places(term)
        yield from self._first_told(term)

    def _person(self, person: Person) -> Iterator[str]:
        yield f"  - name: {scalar(self._names[person.id])}"
        yield from self._aliases(person)
        yield from self._said(person, "role", person.role, ClaimKind.ROLE)
        yield from self._said(person, "dates", dates_text(person.dates), ClaimKind.BORN, ClaimKind.DIED)
        yield from self._said(person, "about", person.about, ClaimKind.ABOUT)
        yield from self._relations(person)
        yield from self._places(person)
        yield from self._first_told(person)

    def _event(self, event: Event) -> Iterator[str]:
        words = event.date.words()
        date = scalar(event.date.edtf) if "[" in event.date.edtf else event.date.edtf
        yield f"  - date: {date}" + (f"  # {words}" if words != event.date.edtf else "")
        yield f"    title: {scalar(self._names[event.id])}"
        if words := self._words_with_names(event):
            yield f"    aliases: [{{text: {scalar(words, in_list=True)}, link: never}}]"
        else:
            yield from self._aliases(event)
        about = event.about if one_line(event.about) not in ("", one_line(event.title)) else ""
        yield from self._said(event, "about", about, ClaimKind.ABOUT)
        yield from self._others("people", event, event.people)
        yield from self._others("terms", event, event.terms)
        yield from self._places(event)

    def _places(self, entry: Entry) -> Iterator[str]:
        """The passages that are quoted for an entry, and the single places where it is meant, or is not."""
        yield from self._quotes(entry)
        for key, pins in (("here", entry.here), ("not here", entry.not_here)):
            if pins:
                yield f"    {key}:"
            for pin in pins:
                yield f"      - {{text: {_quoted(pin.words)}, in: {_quoted(pin.within)}}}"

    def _quotes(self, entry: Entry) -> Iterator[str]:
        """The words of passages: those that somebody quoted, and those of what an event was found by."""
        told = [_quoted(" ".join(quote.split())) for quote in entry.quotes]
        if isinstance(entry, Event):
            told += [self._quote(span) for span in entry.evidence]
        if told := [quote for quote in dict.fromkeys(told) if quote]:
            yield f"    passages: {listed(told)}"

    def _words_with_names(self, event: Event) -> str:
        """The words of the text that are the title, if an entry is named in them, which a link would hide."""
        companion, title = self._companion, event.title.lower()
        if len(title.split()) > LONGEST_EVENT_NAME:
            return ""
        for start, end in event.evidence:
            words = companion.document.text[start:end]
            place = words.lower().find(title)
            inside = companion.links.within(start + place, start + place + len(title)) if place >= 0 else ()
            if any(mention.entry != event.id for mention in inside):
                return words[place : place + len(title)]
        return ""

    def _aliases(self, entry: Entry) -> Iterator[str]:
        others = {one_line(alias.text): alias for alias in reversed(entry.aliases) if one_line(alias.text)}
        own = others.get(self._names[entry.id])
        if own is not None and own.match is not Match.NEVER:  # that its heading is not to be linked is told
            del others[self._names[entry.id]]
        if others:
            yield f"    aliases: {listed(map(self._alias, reversed(others.values())))}"

    def _alias(self, alias: Alias) -> str:
        words = scalar(alias.text[:_LONGEST_NAME], in_list=True)
        if alias.match is Match.NEVER:
            return f"{{text: {words}, link: never}}"
        if alias.match is Match.ANY:
            return f"{{text: {words}, case: any}}"
        if alias.match is Match.EXACT or one_line(alias.text) in self._small:
            return f"{{text: {words}, case: exact}}"
        return words

    def _said(self, entry: Entry, key: str, words: str, *kinds: ClaimKind) -> Iterator[str]:
        """A key with what an entry says, and before it the sentences that say so."""
        if one_line(words):
            claims = [claim for claim in entry.claims if claim.kind in kinds]
            if not {ClaimKind.ABOUT, ClaimKind.BORN} & {*kinds}:
                claims = claims[:1]  # of several roles or definitions the first is said
            yield from self._sentences((claim.evidence for claim in claims), words)
            first, *rest = text(words, "      ")
            yield f"    {key}: {first}"
            yield from rest

    def _first_told(self, entry: Entry) -> Iterator[str]:
        """Where nothing explains an entry, the sentence that first speaks of it."""
        if all(claim.kind is ClaimKind.TOLD for claim in entry.claims):
            yield from self._sentences(claim.evidence for claim in entry.claims[:1])

    def _sentences(self, spans: Iterable[Span], said: str = "") -> Iterator[str]:
        """The sentences with their paragraphs, of one that is said just so only the paragraph."""
        document = self._companion.document
        for span in dict.fromkeys(spans):
            words = one_line(document.text[span.start : min(span.end, span.start + 1000)])
            number = document.paragraph_number(span.start)
            yield comment(f"paragraph {number}" + ("" if words in said else f": {words}"), "    ")

    def _relations(self, person: Person) -> Iterator[str]:
        roles = {
            self._names[tie.person]: tie
            for tie in reversed(person.relations)
            if tie.person in self._names and tie.person != person.id and tie.role
        }
        if roles:
            yield from self._sentences(tie.evidence for tie in roles.values() if tie.evidence)
            told = (
                f"{scalar(name, in_list=True)}: {scalar(tie.role, in_list=True)}"
                for name, tie in roles.items()
            )
            yield f"    relations: {{{', '.join(told)}}}"

    def _others(self, key: str, entry: Entry, others: Iterable[str]) -> Iterator[str]:
        own = _folded(
            self._names[entry.id]
        )  # one of another kind with the same name would be taken for itself
        names = [
            self._names[one] for one in others if one in self._names and _folded(self._names[one]) != own
        ]
        if names:
            yield f"    {key}: {listed(scalar(name, in_list=True) for name in dict.fromkeys(names))}"

    def _quote(self, span: Span) -> str:
        """As many words of a sentence as are needed to find it, in quotes."""
        words = self._companion.document.text[span.start : span.end].split()
        quote = ""
        for count in _QUOTED_WORDS:
            quote = " ".join(words[:count])
            if len(words) <= count or self._text.count(quote) == 1:
                break
        return _quoted(quote)


def _quoted(words: str) -> str:
    return '"' + one_line(words).replace("\\", "\\\\").replace('"', '\\"') + '"' if words else ""


def dates_text(dates: Date | None) -> str:
    """A lifetime as a person would write it, where that is read as the same."""
    if dates is None:
        return ""
    born, _, died = dates.edtf.partition("/")
    words = f"born {born}" if born and not died else f"died {died}" if died and not born else ""
    try:
        return words if words and parse_date(words) == dates else dates.edtf
    except DateError:
        return dates.edtf


def unique_names(entries: Entries) -> dict[str, str]:
    """For each entry a name that no other entry has, whatever its capitals are, within what a name may be."""
    names: dict[str, str] = {}
    for kind in Kind:
        given: set[str] = set()
        for entry in entries:
            if entry.kind is kind:
                heading = one_line(entry.heading)[:_LONGEST_NAME].strip() or kind.value
                name, number = heading, 1
                while _folded(name) in given:
                    number += 1
                    name = f"{heading} ({number})"
                given.add(_folded(name))
                names[entry.id] = name
    return names


def _folded(name: str) -> str:
    return name.casefold().replace("’", "'")


def _spelt_otherwise(companion: Companion) -> set[str]:
    """Names in small letters that are, with other capitals, a name of another entry."""
    bearers: dict[str, set[str]] = {}
    for entry in companion.entries:
        for name in (entry.heading, *(alias.text for alias in entry.aliases)):
            bearers.setdefault(_folded(one_line(name)), set()).add(entry.id)
    return {
        one_line(alias.text)
        for entry in companion.entries
        for alias in entry.aliases
        if alias.text.islower() and len(bearers[_folded(one_line(alias.text))]) > 1
    }
