"""Entry fields: what a companion file says of an entry, by its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.entries import Event, Match, Person, Term
from companion.store.companion_writing import dates_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from companion.core.entries import Alias, Entry, Pin

Pairs = tuple[tuple[str, str], ...]
Value = str | list[str | Pairs] | Pairs
Fields = dict[str, Value]
"""Words, a list of words or of small mappings, or a mapping in pairs, by the key of a companion file."""


def fields_of(entry: Entry, names: Mapping[str, str]) -> Fields:
    """The keys of an entry that say something, in the order of a file; `names` go by ids."""
    match entry:
        case Term():
            fields: Fields = {
                "term": names[entry.id],
                "aliases": _aliases(entry.aliases),
                "definition": entry.definition,
                "see also": _named(entry, entry.see_also, names),
            }
        case Person():
            ties: dict[str, str] = {}
            for tie in entry.relations:
                if tie.person in names and tie.role:
                    ties.setdefault(names[tie.person], tie.role)
            fields = {
                "name": names[entry.id],
                "aliases": _aliases(entry.aliases),
                "role": entry.role,
                "dates": dates_text(entry.dates),
                "about": entry.about,
                "relations": tuple(ties.items()),
            }
        case Event():
            fields = {
                "date": entry.date.edtf,
                "title": names[entry.id],
                "aliases": _aliases(entry.aliases),
                "about": entry.about,
                "people": _named(entry, entry.people, names),
                "terms": _named(entry, entry.terms, names),
            }
    fields["passages"] = [*entry.quotes]
    fields["here"] = _pins(entry.here)
    fields["not here"] = _pins(entry.not_here)
    return {key: value for key, value in fields.items() if value}


def _named(entry: Entry, ids: Iterable[str], names: Mapping[str, str]) -> list[str | Pairs]:
    """The names of others; one of another kind with the same name would be taken for the entry itself."""
    own = names[entry.id].casefold()
    return [names[one] for one in ids if one in names and names[one].casefold() != own]


def _pins(pins: Iterable[Pin]) -> list[str | Pairs]:
    return [(("text", pin.words), ("in", pin.within)) for pin in pins]


def _aliases(aliases: Iterable[Alias]) -> list[str | Pairs]:
    return [_alias(alias) for alias in aliases]


def _alias(alias: Alias) -> str | Pairs:
    match alias.match:
        case Match.USUAL:
            return alias.text
        case Match.NEVER:
            return (("text", alias.text), ("link", "never"))
    return (("text", alias.text), ("case", alias.match.value))
