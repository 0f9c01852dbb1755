"""Node reading: words, lists and keys are taken out of YAML nodes, and what does not fit is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.dates import Date, DateError, parse_date
from companion.core.entries import Alias, Match
from companion.store.clean_text import clean, shown
from companion.store.companion_keys import ALIAS, Shape, meant
from companion.store.yaml_nodes import Complaints, Listing, Mapping, Node, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_NAME = 500
_CASES = {"exact": Match.EXACT, "any": Match.ANY}


class Keys:
    """The keys of one entry (or of the whole file); every one that is not known has been told.

    The readers give None or nothing at all for a key that is missing, empty or wrong.
    """

    def __init__(self, node: Mapping, shape: Shape, complaints: Complaints) -> None:
        self.at = node.at
        self._complaints = complaints
        self._shape = shape
        self._pairs = {key: pair for key, pair in node.pairs.items() if key in shape.keys}
        for key, (words, value) in node.pairs.items():
            if key not in shape.keys:
                self._unknown(words, value)

    def _unknown(self, key: Words, value: Node) -> None:
        """Tells of an unknown key and reads on as if the one that was meant had been written."""
        guess = meant(key.text, self._shape)
        if guess:
            self._pairs.setdefault(guess, (key, value))
        one_of = ", ".join(self._shape.keys)
        hint = f"Did you mean ‘{guess}’?" if guess else f"It has these keys: {one_of}."
        self._complaints.add(key.at, f"Unknown key ‘{shown(key.text)}’ in {self._shape.name}. {hint}")

    def place(self, key: str) -> int:
        """Where the value of `key` stands; where the entry begins when there is none."""
        return self._pairs[key][1].at if key in self._pairs else self.at

    def get(self, key: str) -> Node | None:
        """The node of `key`; None when it is missing or nothing follows it."""
        node = self._pairs[key][1] if key in self._pairs else None
        return None if isinstance(node, Words) and not node.quoted and not node.text else node

    def text(self, key: str) -> str:
        """A text of any length, with its own line breaks."""
        return self.words(self.get(key), key)

    def name(self, key: str) -> str:
        """A name or title: one line, no blanks more than needed, some hundred characters at most."""
        return one_line(self.words(self.get(key), key), self.place(key), self._complaints)

    def heading(self, key: str) -> str:
        """A name that must be there."""
        if key not in self._pairs:
            self._complaints.add(self.at, f"Here ‘{key}:’ is missing; {self._shape.name} needs it.")
            return ""
        heading = self.name(key)
        node = self._pairs[key][1]
        if not heading and isinstance(node, Words):
            self._complaints.add(self._pairs[key][0].at, f"The ‘{key}’ of {self._shape.name} is empty.")
        return heading

    def date(self, key: str, *, needed: bool = False) -> Date | None:
        """A date."""
        words = self.heading(key) if needed else self.name(key)
        if not words:
            return None
        try:
            return parse_date(words)
        except DateError as error:
            self._complaints.add(self.place(key), str(error))
            return None

    def listed(self, key: str) -> Iterator[Node]:
        """The items of a list; a single item may stand without brackets."""
        node = self.get(key)
        if isinstance(node, Listing):
            yield from node.items
        elif node is not None:
            yield node

    def names(self, key: str) -> list[Words]:
        """The names in a list, each as one line."""
        found: list[Words] = []
        single = isinstance(self.get(key), Words)
        for node in self.listed(key):
            name = one_line(self.words(node, key, "a list of names"), node.at, self._complaints)
            if single and "," in name and not (isinstance(node, Words) and node.quoted):
                self._complaints.add(node.at, f"Put several {key} in brackets: [{shown(name)}].")
            elif name:
                found.append(Words(node.at, name))
        return found

    def quotes(self) -> tuple[str, ...]:
        """The quoted words of passages."""
        quotes = (self.words(node, "passages", "a list of quoted words") for node in self.listed("passages"))
        return tuple(dict.fromkeys(" ".join(quote.split()) for quote in quotes if quote))

    def aliases(self) -> tuple[Alias, ...]:
        """Other names, and how each is looked for."""
        found: dict[str, Alias] = {}
        for words, alias in self._aliases():
            if alias.text in found:
                self._complaints.add(words, f"The alias ‘{shown(alias.text)}’ is given twice.")
            elif alias.text:
                found[alias.text] = alias
        return tuple(found.values())

    def _aliases(self) -> Iterator[tuple[int, Alias]]:
        if isinstance(self.get("aliases"), Words):
            yield from ((name.at, Alias(name.text)) for name in self.names("aliases"))
            return
        for node in self.listed("aliases"):
            if isinstance(node, Mapping):
                yield node.at, _marked_alias(node, self._complaints)
            else:
                name = one_line(self.words(node, "aliases", "a list of names"), node.at, self._complaints)
                yield node.at, Alias(name)

    def words(self, node: Node | None, key: str, wanted: str = "words") -> str:
        """What a node says; nothing, and a problem told, when it is a list or has keys."""
        if node is None:
            return ""
        if isinstance(node, Words):
            return clean(node.text)
        given = "a list" if isinstance(node, Listing) else "keys of its own"
        quote = "; put a text with a colon in it in quotes" if isinstance(node, Mapping) else ""
        self._complaints.add(node.at, f"‘{key}’ takes {wanted}, not {given}{quote}.")
        return ""


def _marked_alias(node: Mapping, complaints: Complaints) -> Alias:
    """An alias with ``case`` or ``link`` beside its ``text``."""
    keys = Keys(node, ALIAS, complaints)
    text, case, link = keys.heading("text"), keys.name("case"), keys.name("link")
    if case and case not in _CASES:
        complaints.add(keys.place("case"), f"‘case’ is exact or any, not ‘{shown(case)}’.")
    if link and link != "never":
        complaints.add(keys.place("link"), f"‘link’ can only be never, not ‘{shown(link)}’.")
    if link and case:
        complaints.add(keys.place("link"), "An alias has ‘case’ or ‘link’, not both.")
    return Alias(text, Match.NEVER if link else _CASES.get(case, Match.USUAL))


def one_line(text: str, at: int, complaints: Complaints) -> str:
    """A name with single blanks; a name that is far too long is told and cut."""
    name = " ".join(text.split())
    if len(name) > _LONGEST_NAME:
        complaints.add(at, f"A name may have {_LONGEST_NAME} characters; this one has {len(name):,}.")
    return name[:_LONGEST_NAME]
