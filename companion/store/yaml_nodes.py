"""YAML nodes: an untrusted YAML text becomes words, lists and mappings that know where they stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

import yaml

from companion.core.message import Message
from companion.store.clean_text import clean, shown
from companion.store.yaml_errors import explain

_MOST_NODES = 600_000
_DEEPEST = 20
_MOST_PROBLEMS = 200
_LONGEST_TEXT = 5_000_000

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_UNPRINTABLE = re.compile(r"[^\t\n\x20-\x7E\x85\xA0-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
_OTHER_BREAKS = str.maketrans("\x85\u2028\u2029", "   ")


class Problem(NamedTuple):
    """What is wrong in a file, at which line and column (both counted from 1), as one sentence."""

    line: int
    column: int
    sentence: Message


@dataclass(frozen=True, slots=True)
class Words:
    """A scalar, as it was written: never a number, a date or a truth value. `at` is its offset."""

    at: int
    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list and the offset of its beginning."""

    at: int
    items: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys, in the order written, with their values; no key is there twice."""

    at: int
    pairs: dict[str, tuple[Words, Node]] = field(default_factory=dict)


Node = Words | Listing | Mapping


class UnusableError(Exception):
    """The text cannot be read on; why stands among the complaints."""


class Complaints:
    """The problems found in one text, placed by offsets and told in the order of the lines."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._found: dict[tuple[int, Message], None] = {}

    def __bool__(self) -> bool:
        return bool(self._found)

    def add(self, at: int, sentence: Message) -> None:
        """Notes a problem at the offset `at`; raises `UnusableError` when there are too many to mend."""
        self._found[at, sentence] = None
        if len(self._found) == _MOST_PROBLEMS:
            self._found[at, Message("There may be more errors than these; the reading stops here.")] = None
            raise UnusableError

    def problems(self) -> tuple[Problem, ...]:
        """All problems, sorted by place."""
        ordered = sorted(self._found, key=itemgetter(0))
        return tuple(self._placed(at, sentence) for at, sentence in ordered)

    def line_of(self, at: int) -> int:
        """The number of the line, from 1, that holds the offset `at`."""
        return bisect_right(self._starts, at)

    def _placed(self, at: int, sentence: Message) -> Problem:
        line = self.line_of(at)
        return Problem(line, at - self._starts[line - 1] + 1, sentence)


def read_nodes(text: str, complaints: Complaints) -> Node | None:
    """Reads one YAML document whose line ends are ``\\n``; None when there is nothing in it.

    Anchors, aliases, merge keys, tags and keys given twice are complained of and left out. What is too
    long, too deep or no YAML at all ends the reading: raises `UnusableError`; the
    reason is among the complaints.
    """
    if len(text) > _LONGEST_TEXT:
        sentence = Message("This is longer than five million characters, too much for a companion file.")
        _give_up(complaints, 0, sentence)
    if found := _UNPRINTABLE.search(text):
        sentence = Message(
            "The character {sign} cannot stand in a companion file.", sign=f"U+{ord(found[0]):04X}"
        )
        _give_up(complaints, found.start(), sentence)
    text = text.translate(_OTHER_BREAKS) if not text.isascii() else text
    loader = _LOADER(text)
    builder = _Builder(complaints)
    try:
        while loader.check_event():
            builder.take(loader.get_event())
    except yaml.MarkedYAMLError as error:
        at, sentence = explain(error, text)
        _give_up(complaints, at, sentence)
    finally:
        loader.dispose()
    return builder.root


def _give_up(complaints: Complaints, at: int, sentence: Message) -> None:
    complaints.add(at, sentence)
    raise UnusableError


_Noded = yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.MappingStartEvent


class _Builder:
    """Builds nodes from the events of a parser, without recursion, and refuses what is not allowed."""

    def __init__(self, complaints: Complaints) -> None:
        self.root: Node | None = None
        self._complaints = complaints
        self._open: list[Listing | Mapping] = []
        self._keys: list[Words | None] = []
        self._nodes = 0
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Takes the next event."""
        at = event.start_mark.index if event.start_mark else 0
        match event:
            case yaml.ScalarEvent():
                self._refuse_extras(event, at)
                self._place(Words(at, event.value, bool(event.style)))
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._refuse_extras(event, at)
                self._begin(Listing(at) if isinstance(event, yaml.SequenceStartEvent) else Mapping(at))
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._open.pop()
                self._keys.pop()
            case yaml.AliasEvent():
                alias = Message(
                    "Write the text itself instead of ‘*{name}’; YAML aliases are not read.",
                    name=shown(event.anchor or ""),
                )
                self._complaints.add(at, alias)
                self._place(Words(at, ""))
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    second = Message("A companion file ends here at ‘---’; a second one cannot follow.")
                    _give_up(self._complaints, at, second)

    def _refuse_extras(self, event: _Noded, at: int) -> None:
        if event.anchor is not None:
            anchor = Message("Leave out ‘&{name}’; YAML anchors are not read.", name=shown(event.anchor))
            self._complaints.add(at, anchor)
        if event.tag is not None:
            tag = Message(
                "Leave out the tag that begins with ‘!’; to begin a text with ‘!’ put it in quotes."
            )
            self._complaints.add(at, tag)
        self._nodes += 1
        if self._nodes > _MOST_NODES:
            many = Message("More than {most} words and lists are too many for one file.", most=_MOST_NODES)
            _give_up(self._complaints, at, many)

    def _begin(self, node: Listing | Mapping) -> None:
        self._place(node)
        self._open.append(node)
        self._keys.append(None)
        if len(self._open) > _DEEPEST:
            deep = Message("Lists within lists go too deep here; a bracket or dash is too many.")
            _give_up(self._complaints, node.at, deep)

    def _place(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Listing):
            parent.items.append(node)
        elif (key := self._keys[-1]) is None:
            self._keys[-1] = self._key(node)
        else:
            self._keys[-1] = None
            self._pair(parent, key, node)

    def _key(self, node: Node) -> Words:
        return (
            Words(node.at, clean(node.text), node.quoted) if isinstance(node, Words) else Words(node.at, "")
        )

    def _pair(self, mapping: Mapping, key: Words, value: Node) -> None:
        known = mapping.pairs.get(key.text)
        if known is not None:
            twice = Message(
                "‘{key}’ is given twice here; it stands in line {line} already.",
                key=shown(key.text),
                line=str(self._complaints.line_of(known[0].at)),
            )
            self._complaints.add(key.at, twice)
        elif not key.text:
            empty = Message("A key is one word or name that stands before its colon.")
            self._complaints.add(key.at, empty)
        elif key.text == "<<" and not key.quoted:
            merge = Message("Write out what ‘<<’ would bring in; YAML merge keys are not read.")
            self._complaints.add(key.at, merge)
        else:
            mapping.pairs[key.text] = (key, value)
