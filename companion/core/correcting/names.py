"""Names: what an entry is called, and which places of the text its names take or leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.correcting.entries import edited, read_date, said, the_date, with_alias
from companion.core.correcting.pinning import pin
from companion.core.correcting.taking import give, take_places, tell_lost, tie
from companion.core.corrections import Correction, Subject, Verb
from companion.core.entries import Alias, Event, Kind, Match, Origin, Part, Person, Term
from companion.core.links import Mention
from companion.core.lookup import plain
from companion.core.message import Message, ToldError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from companion.core.correcting.draft import Draft
    from companion.core.document import Span
    from companion.core.entries import Entry

NAMELESS = "·"
"""The heading of an entry that is looked for by its other names alone."""


# -- names that are looked for before the corrections begin


def sought_names(corrections: Iterable[Correction]) -> dict[Subject, Entry]:
    """What the text is to be searched for, each with an entry that is named by nothing else."""
    names: dict[Subject, Entry] = {}
    for correction in corrections:
        for subject in _names_in(correction):
            if subject not in names and subject.heading.strip():
                names[subject] = _probe(subject, f"{len(names)}")
    return names


def _names_in(correction: Correction) -> list[Subject]:
    kind = correction.subject.kind
    match correction.verb:
        case Verb.RENAME | Verb.ALIAS:
            return [Subject(kind, correction.text)]
        case Verb.ADD:
            return [correction.subject]
        case Verb.ASSIGN if correction.onward:
            return [Subject(kind, " ".join(anchor.exact.split())) for anchor in correction.anchors]
        case Verb.DATE if kind is Kind.EVENT:
            return [Subject(kind, NAMELESS, correction.text)]
    return []


def _probe(subject: Subject, entry_id: str) -> Entry:
    """An entry to be looked for: by a name as an alias, by a date, or by the heading of a new one."""
    heading, aliases = NAMELESS, (Alias(subject.heading),)
    match subject.kind:
        case Kind.EVENT if (date := read_date(subject.date)) is not None:
            is_date = subject.heading == NAMELESS
            return Event(id=entry_id, title=heading, date=date, aliases=() if is_date else aliases)
        case Kind.PERSON:
            return Person(id=entry_id, name=heading, aliases=aliases)
    return Term(id=entry_id, term=heading, aliases=aliases)


# -- the verbs


def rename(draft: Draft, correction: Correction) -> None:
    """Gives an entry another heading; the one it had stays as another name."""
    entry, text = draft.the(correction.subject), _name(correction)
    _be_alone(draft, entry, text)
    kept = tuple(alias for alias in entry.aliases if plain(alias.text) != plain(text))
    if plain(entry.heading) != plain(text) and not isinstance(entry, Event):
        kept = with_alias(kept, Alias(entry.heading))
    draft.put(_headed(entry, text, kept))
    take_places(
        draft, entry.id, draft.sought.names.get(Subject(correction.subject.kind, correction.text), ())
    )


def _be_alone(draft: Draft, entry: Entry, heading: str) -> None:
    """Raises `ToldError` where another entry of that kind, and date, has the heading."""
    date = entry.date.edtf if isinstance(entry, Event) else ""
    other = draft.named(Subject(entry.kind, heading, date))
    if other is None or other.id == entry.id:
        return
    if not isinstance(other, Event) or other.date.edtf == date:
        raise ToldError(Message("There is another entry called ‘{heading}’; merge the two.", heading=heading))


def _headed(entry: Entry, heading: str, aliases: tuple[Alias, ...]) -> Entry:
    match entry:
        case Term():
            return edited(entry, Part.HEADING, term=heading, aliases=aliases)
        case Person():
            return edited(entry, Part.HEADING, name=heading, aliases=aliases)
        case Event():
            return edited(entry, Part.HEADING, title=heading, aliases=aliases)


def alias(draft: Draft, correction: Correction) -> None:
    """Gives an entry another name, wherever that is free, and at the places told whoever had it."""
    entry, text = draft.the(correction.subject), _name(correction)
    if plain(text) != plain(entry.heading):
        draft.put(edited(entry, aliases=with_alias(entry.aliases, Alias(text))))
    take_places(
        draft, entry.id, draft.sought.names.get(Subject(correction.subject.kind, correction.text), ())
    )
    spans, lost = draft.placed(correction.anchors)
    for span in spans:
        give(draft, entry, span)
    pin(draft, entry.id, spans)
    tell_lost(correction, lost)


def ignore(draft: Draft, correction: Correction) -> None:
    """Has a name not mean the entry: at the places told, or without any everywhere."""
    entry = draft.the(correction.subject)
    if correction.anchors:
        spans, lost = draft.placed(correction.anchors)
        for span in spans:
            _withdraw(draft, entry, span)
        pin(draft, entry.id, spans, is_meant=False)
        tell_lost(correction, lost)
        return
    name = plain(_name(correction))
    kept = [one for one in entry.aliases if plain(one.text) != name]
    draft.put(edited(entry, aliases=(*kept, Alias(_name(correction), Match.NEVER))))
    for span in draft.places.of(entry.id):
        if draft.words(span) == name:
            draft.places.free(Mention(entry.id, *span))
    for span, bearers in list(draft.places.undecided()):
        if entry.id in bearers and draft.words(span) == name:
            draft.places.withdraw(entry.id, span)


def _withdraw(draft: Draft, entry: Entry, span: Span) -> None:
    for mention in draft.places.at(span):
        if mention.entry == entry.id:
            draft.places.free(mention)
    for undecided in draft.places.undecided_at(span):
        draft.places.withdraw(entry.id, undecided)


def assign(draft: Draft, correction: Correction) -> None:
    """Has the words at a place mean an entry; onward, also all the same words after it."""
    entry = draft.the(correction.subject)
    spans, lost = draft.placed(correction.anchors)
    for span in spans:
        before = give(draft, entry, span)
        pin(draft, entry.id, [span])
        if correction.onward:
            pin(draft, entry.id, _assign_onward(draft, correction, entry, span, before))
    tell_lost(correction, lost)


def _assign_onward(
    draft: Draft, correction: Correction, entry: Entry, span: Span, before: Sequence[str]
) -> list[Span]:
    """Has the same words after a place mean the entry; gives where that took them from others."""
    words = draft.words(span)
    later = [one for other in before for one in draft.places.of(other) if one.start > span.start]
    later += [one for one, _ in draft.places.undecided() if one.start > span.start]
    given = [one for one in sorted(later) if draft.words(one) == words]
    for one in given:
        give(draft, entry, one)
    if not before:  # nobody was meant there: neither is anybody where the words are free
        names = {
            Subject(correction.subject.kind, " ".join(each.exact.split())) for each in correction.anchors
        }
        free = [one for name in names for one in draft.sought.names.get(name, ()) if one.start > span.start]
        free = [one for one in free if draft.words(one) == words]
        take_places(draft, entry.id, free)
        given += free
    return given


def add(draft: Draft, correction: Correction) -> None:
    """Puts a new entry in, tied to its passage and found by its name; one that is there already stays."""
    subject, heading = correction.subject, correction.subject.heading.strip()
    if not plain(heading):
        raise ToldError(Message("A new entry needs a name."))
    known = draft.named(subject)
    entry = known or new_entry(draft, subject, correction.text)
    if known is not None and correction.text:
        entry = said(known, correction.text)
    draft.put(entry)
    take_places(draft, entry.id, draft.sought.names.get(subject, ()))
    spans, lost = draft.placed(correction.anchors)
    for span in spans:
        tie(draft, draft.entry(entry.id), span)
    tell_lost(correction, lost)


def new_entry(draft: Draft, subject: Subject, text: str = "") -> Entry:
    """An entry of the reader's own. Raises `ToldError` for an event without a date."""
    heading, entry_id = subject.heading.strip(), draft.new_id(subject.kind, subject.heading)
    own = frozenset({Part.HEADING, Part.TEXT} if text else {Part.HEADING})
    match subject.kind:
        case Kind.TERM:
            return Term(id=entry_id, term=heading, definition=text, origin=Origin.EDITED, own=own)
        case Kind.PERSON:
            return Person(id=entry_id, name=heading, about=text, origin=Origin.EDITED, own=own)
    date, own = the_date(subject.date), own | {Part.DATE}
    return Event(id=entry_id, title=heading, date=date, about=text, origin=Origin.EDITED, own=own)


def _name(correction: Correction) -> str:
    text = " ".join(correction.text.split())
    if not plain(text):
        raise ToldError(Message("A name has at least one letter or digit."))
    return text
