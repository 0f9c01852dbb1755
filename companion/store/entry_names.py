"""Entry names: every entry gets its id, and a name written in an entry is resolved to the one it means."""

from __future__ import annotations

import unicodedata
from difflib import get_close_matches
from typing import TYPE_CHECKING

from companion.core.entries import Kind, Match
from companion.core.ids import Ids
from companion.core.message import Message
from companion.store.clean_text import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.core.entries import Alias
    from companion.store.yaml_nodes import Complaints, Words

_MOST_GUESSES = 12


class Names:
    """The names of all entries of a file."""

    def __init__(self, complaints: Complaints) -> None:
        self._complaints = complaints
        self._ids = Ids()
        self._written: dict[str, str] = {}
        self._headings: dict[Kind, dict[str, str]] = {kind: {} for kind in Kind}
        self._aliases: dict[Kind, dict[str, dict[str, str]]] = {kind: {} for kind in Kind}
        self._guesses = 0

    def add(self, kind: Kind, heading: str, aliases: Iterable[Alias]) -> str:
        """Gives an entry its id, like ``person:enver-hoxha``, and learns its names."""
        entry_id = self._ids.new(kind, heading)
        self._headings[kind].setdefault(self._learnt(heading), entry_id)
        for alias in aliases:
            if alias.match is not Match.NEVER:
                self._aliases[kind].setdefault(self._learnt(alias.text), {})[entry_id] = heading
        return entry_id

    def _learnt(self, name: str) -> str:
        folded = _folded(name)
        self._written.setdefault(folded, name)
        return folded

    def resolve(self, words: Words, *kinds: Kind) -> str | None:
        """The id of the entry that is meant; None, and a problem told, when there is none or several."""
        name = _folded(words.text)
        for kind in kinds:
            if (entry_id := self._headings[kind].get(name)) is not None:
                return entry_id
        bearers = {
            entry_id: heading
            for kind in kinds
            for entry_id, heading in self._aliases[kind].get(name, {}).items()
        }
        if len(bearers) == 1:
            return next(iter(bearers))
        self._complaints.add(
            words.at, self._several(words, bearers) if bearers else self._nobody(words, kinds)
        )
        return None

    def _several(self, words: Words, bearers: dict[str, str]) -> Message:
        first, second, *_ = bearers.values()
        return Message(
            "‘{name}’ may be {first} or {second}; write the one that you mean.",
            name=shown(words.text),
            first=shown(first),
            second=shown(second),
        )

    def _nobody(self, words: Words, kinds: tuple[Kind, ...]) -> Message:
        none = _no_such(shown(words.text), kinds[0] if len(kinds) == 1 else None)
        guess = self._nearest(_folded(words.text), kinds)
        if guess is None:
            return none
        return Message("{none} Did you mean ‘{guess}’?", none=none, guess=shown(guess))

    def _nearest(self, name: str, kinds: tuple[Kind, ...]) -> str | None:
        """The nearest name; looked for a dozen times only, as it takes some milliseconds."""
        self._guesses += 1
        if self._guesses > _MOST_GUESSES:
            return None
        known = [name for kind in kinds for names in (self._headings, self._aliases) for name in names[kind]]
        near = get_close_matches(name, known, 1, 0.7)
        return self._written[near[0]] if near else None


def _no_such(name: str, kind: Kind | None) -> Message:
    match kind:
        case Kind.TERM:
            return Message("There is no term called ‘{name}’ in this file.", name=name)
        case Kind.PERSON:
            return Message("There is no person called ‘{name}’ in this file.", name=name)
        case Kind.EVENT:
            return Message("There is no event called ‘{name}’ in this file.", name=name)
        case None:
            return Message("There is no entry called ‘{name}’ in this file.", name=name)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold().replace("’", "'")
