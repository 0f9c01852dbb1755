"""Node reading: words, lists and keys are taken out of YAML nodes, and what does not fit is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.dates import Date, DateError, parse_date
from companion.core.entries import Alias, Match, Pin
from companion.core.message import Message
from companion.store.clean_text import clean, shown
from companion.store.companion_keys import ALIAS, PIN, Shape, meant
from companion.store.yaml_nodes import Complaints, Listing, Mapping, Node, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_NAME = 500
_WORDS = Message("words")
_NAMES = Message("a list of names")
_QUOTES = Message("a list of quoted words")
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
        hint = (
            Message("Did you mean ‘{guess}’?", guess=guess)
            if guess
            else Message("It has these keys: {keys}.", keys=", ".join(self._shape.keys))
        )
        unknown = Message(
            "Unknown key ‘{key}’ in {part}. {hint}", key=shown(key.text), part=self._shape.name, hint=hint
        )
        self._complaints.add(key.at, unknown)

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
            missing = Message("Here ‘{key}:’ is missing; {part} needs it.", key=key, part=self._shape.name)
            self._complaints.add(self.at, missing)
            return ""
        heading = self.name(key)
        node = self._pairs[key][1]
        if not heading and isinstance(node, Words):
            empty = Message("The ‘{key}’ of {part} is empty.", key=key, part=self._shape.name)
            self._complaints.add(self._pairs[key][0].at, empty)
        return heading

    def date(self, key: str, *, needed: bool = False) -> Date | None:
        """A date."""
        words = self.heading(key) if needed else self.name(key)
        if not words:
            return None
        try:
            return parse_date(words)
        except DateError as error:
            self._complaints.add(self.place(key), error.sentence)
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
            name = one_line(self.words(node, key, _NAMES), node.at, self._complaints)
            if single and "," in name and not (isinstance(node, Words) and node.quoted):
                several = Message("Put several {key} in brackets: [{names}].", key=key, names=shown(name))
                self._complaints.add(node.at, several)
            elif name:
                found.append(Words(node.at, name))
        return found

    def quotes(self) -> tuple[str, ...]:
        """The quoted words of passages."""
        quotes = (self.words(node, "passages", _QUOTES) for node in self.listed("passages"))
        return tuple(dict.fromkeys(" ".join(quote.split()) for quote in quotes if quote))

    def pins(self, key: str) -> tuple[Pin, ...]:
        """Single places: words, and the passage in which they stand."""
        found: dict[Pin, None] = {}
        for node in self.listed(key):
            if not isinstance(node, Mapping):
                wanted = Message(
                    "‘{key}’ takes words with the passage in which they stand: "
                    "‘{text: Verl, in: when Verl spoke}’.",
                    key=key,
                )
                self._complaints.add(node.at, wanted)
            elif (pin := _pin(node, self._complaints)) is not None:
                found[pin] = None
        return tuple(found)

    def aliases(self) -> tuple[Alias, ...]:
        """Other names, and how each is looked for."""
        found: dict[str, Alias] = {}
        for words, alias in self._aliases():
            if alias.text in found:
                twice = Message("The alias ‘{name}’ is given twice.", name=shown(alias.text))
                self._complaints.add(words, twice)
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
                name = one_line(self.words(node, "aliases", _NAMES), node.at, self._complaints)
                yield node.at, Alias(name)

    def words(self, node: Node | None, key: str, wanted: Message = _WORDS) -> str:
        """What a node says; nothing, and a problem told, when it is a list or has keys."""
        if node is None:
            return ""
        if isinstance(node, Words):
            return clean(node.text)
        if isinstance(node, Listing):
            wrong = Message("‘{key}’ takes {wanted}, not a list.", key=key, wanted=wanted)
        else:
            wrong = Message(
                "‘{key}’ takes {wanted}, not keys of its own; put a text with a colon in it in quotes.",
                key=key,
                wanted=wanted,
            )
        self._complaints.add(node.at, wrong)
        return ""


def _pin(node: Mapping, complaints: Complaints) -> Pin | None:
    keys = Keys(node, PIN, complaints)
    words = keys.heading("text")
    if not words:
        return None
    within = " ".join(keys.text("in").split())
    if _plain(words) not in _plain(within):
        wrong = Message("‘in’ quotes the passage in which ‘{words}’ stands.", words=shown(words))
        complaints.add(keys.place("in"), wrong)
        return None
    return Pin(words, within)


def _plain(words: str) -> str:
    return words.casefold().replace("’", "'")


def _marked_alias(node: Mapping, complaints: Complaints) -> Alias:
    """An alias with ``case`` or ``link`` beside its ``text``."""
    keys = Keys(node, ALIAS, complaints)
    text, case, link = keys.heading("text"), keys.name("case"), keys.name("link")
    if case and case not in _CASES:
        wrong = Message("‘case’ is exact or any, not ‘{given}’.", given=shown(case))
        complaints.add(keys.place("case"), wrong)
    if link and link != "never":
        wrong = Message("‘link’ can only be never, not ‘{given}’.", given=shown(link))
        complaints.add(keys.place("link"), wrong)
    if link and case:
        complaints.add(keys.place("link"), Message("An alias has ‘case’ or ‘link’, not both."))
    return Alias(text, Match.NEVER if link else _CASES.get(case, Match.USUAL))


def one_line(text: str, at: int, complaints: Complaints) -> str:
    """A name with single blanks; a name that is far too long is told and cut."""
    name = " ".join(text.split())
    if len(name) > _LONGEST_NAME:
        long = Message(
            "A name may have {most} characters; this one has {count}.", most=_LONGEST_NAME, count=len(name)
        )
        complaints.add(at, long)
    return name[:_LONGEST_NAME]
