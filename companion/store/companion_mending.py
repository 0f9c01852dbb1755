"""Companion mending: what a reader corrected is written into a file that a person wrote, and no more."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from companion.core.entries import Kind, Origin
from companion.store.companion_file import CompanionFileError, parse_companion
from companion.store.companion_writing import companion_text, entry_lines, unique_names
from companion.store.entry_fields import Fields, fields_of
from companion.store.yaml_nodes import Complaints, Listing, Mapping, Words, read_nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.core.companion import Companion
    from companion.core.entries import Entries, Entry

_SECTIONS = {Kind.TERM: "terms", Kind.PERSON: "people", Kind.EVENT: "events"}
_OUTSIDE = re.compile(r"[ ]*(?:#.*)?")
_DASHED = re.compile(r" *-(?=\s)")
_DASH = "  "
"""What stands before the dash of an entry where a list begins anew."""


class _Piece(NamedTuple):
    """``text[start:end]`` is to be replaced by `words`."""

    start: int
    end: int
    words: str


def mended(text: str, companion: Companion, name: str = "companion.yaml") -> str:
    """The text of a companion file as its reader corrected it: `companion` is made of it and of corrections.

    Entries that nobody changed stay as they are written, to the last sign; in others only the keys that
    say something else are written anew, comments, their order and the ends of lines stay. New entries,
    mended ones that were found in the text among them, stand after the others; what was only found is left
    out. A list in brackets in which something changes is written anew, and a file that is all in brackets.
    `name` is what the file is called in errors: raises `CompanionFileError` where it cannot be read.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    end = "\r\n" if "\r\n" in text else "\n"
    text = text.removeprefix(mark).replace("\r\n", "\n").replace("\r", "\n")
    made = _mended(text, companion, name)
    if made is None:
        made = companion_text(_without_found(companion))
    return mark + made.replace("\n", end)


def _mended(text: str, companion: Companion, name: str) -> str | None:
    """The text mended piece by piece; None where it is written so oddly that the pieces do not fit."""
    from ruamel.yaml.error import YAMLError

    entries = parse_companion(text, name)
    try:
        made = _Mending(text, entries, companion).text()
        if made is not None:
            parse_companion(made, name)
    except (CompanionFileError, YAMLError):
        return None
    return made


def _without_found(companion: Companion) -> Companion:
    """The companion without the entries that were only found."""
    entries = companion.entries
    shown = (entry for entry in entries if entry.origin is not Origin.FOUND)
    return replace(companion, entries=entries.holding(shown))


class _Mending:
    """One file being mended."""

    def __init__(self, text: str, before: Entries, companion: Companion) -> None:
        self._text, self._before = text, before
        self._companion = _without_found(companion)
        self._names_before, self._names = unique_names(before), unique_names(self._companion.entries)
        self._root = read_nodes(text, Complaints(text))

    def text(self) -> str | None:
        """The new text; None where the file is not written in lines."""
        root = self._root
        if not isinstance(root, Mapping) or self._text[root.at : root.at + 1] == "{":
            return None
        pieces: list[_Piece] = []
        for kind, key in _SECTIONS.items():
            new = self._new(kind)
            if key not in root.pairs:
                pieces += self._new_section(key, new)
                continue
            pieces += self._section(kind, key, new)
        return _replaced(self._text, pieces)

    def _new(self, kind: Kind) -> list[Entry]:
        """The entries of a kind that the file does not have among those of that kind."""
        known = {entry.id for entry in self._before if entry.kind is kind}
        return [one for one in self._companion.entries if one.kind is kind and one.id not in known]

    def _new_section(self, key: str, new: list[Entry]) -> Iterator[_Piece]:
        if new:
            end = len(self._text.rstrip())
            words = f"\n\n{key}:\n" + self._written(new, _DASH).rstrip("\n")
            yield _Piece(end, end, words)

    def _written(self, entries: Iterable[Entry], dash: str) -> str:
        """Entries as they are written where nobody has a way of writing them."""
        lines = (line[2:] for entry in entries for line in [*entry_lines(self._companion, entry), ""])
        return "".join(f"{dash}{line}\n" if line else "\n" for line in lines)

    def _section(self, kind: Kind, key: str, new: list[Entry]) -> list[_Piece]:
        """What changes in one list of the file."""
        assert isinstance(self._root, Mapping)
        words, node = self._root.pairs[key]
        if isinstance(node, Words):
            line_end = self._line_end(words.at)
            return [_Piece(line_end, line_end, "\n" + self._written(new, _DASH).rstrip("\n"))] if new else []
        old = [entry for entry in self._before if entry.kind is kind]
        places = self._items(node) if isinstance(node, Listing) else None
        if places is None or len(old) != len(places):
            return self._anew(kind, key, words.at) if new or any(map(self._is_changed, old)) else []
        pieces = [
            piece for entry, place in zip(old, places, strict=True) for piece in self._entry(entry, place)
        ]
        if new:
            last = places[-1]
            blank = "\n" if self._has_blanks(places) else ""
            written = self._written(new, " " * last.dash).rstrip("\n")
            told = written if blank else _close(written)
            if self._is_gone(old[-1]):  # then they take its place
                pieces[-1] = _Piece(self._text.rfind("\n", 0, last.start) + 1, last.end, told)
            else:
                pieces.append(_Piece(last.end, last.end, "\n" + blank + told))
        return pieces

    def _anew(self, kind: Kind, key: str, at: int) -> list[_Piece]:
        """A list that stands in brackets is written as all others are."""
        entries = [entry for entry in self._companion.entries if entry.kind is kind]
        written = self._written(entries, _DASH).rstrip("\n")
        end = self._without_outside(at, self._after(at), 0)
        return [_Piece(at, end, f"{key}:\n{written}" if written else f"{key}:")]

    def _is_changed(self, entry: Entry) -> bool:
        """Whether an entry of the file is gone or says something else."""
        after = self._companion.entry(entry.id)
        if after is None or self._is_gone(entry):
            return True
        return fields_of(entry, self._names_before) != fields_of(after, self._names)

    def _is_gone(self, entry: Entry) -> bool:
        """Whether an entry of the file is none any more, or one of another kind."""
        after = self._companion.entry(entry.id)
        return after is None or after.kind is not entry.kind

    def _has_blanks(self, places: list[_Place]) -> bool:
        """Whether blank lines stand between the entries, as they may where there is but one."""
        gaps = [self._text[one.end : two.start] for one, two in pairwise(places)]
        return not gaps or any("\n\n" in gap or "\n \n" in gap for gap in gaps)

    def _entry(self, entry: Entry, place: _Place) -> Iterator[_Piece]:
        after = self._companion.entry(entry.id)
        if after is None or self._is_gone(entry):
            start = self._text.rfind("\n", 0, place.start) + 1
            blank = re.compile(r"\n(?:[ ]*\n)*").match(self._text, place.end)
            yield _Piece(start, blank.end() if blank else place.end, "")
            return
        said, wanted = fields_of(entry, self._names_before), fields_of(after, self._names)
        yield from self._keys(place, said, wanted)

    def _keys(self, place: _Place, said: Fields, wanted: Fields) -> Iterator[_Piece]:
        """The keys of one entry that say something else."""
        from companion.store.yaml_keeping import with_key

        margin = " " * place.column
        end = place.at
        for key in dict.fromkeys((*wanted, *said)):
            here = place.keys.get(key)
            value = wanted.get(key)
            end = here.end if here is not None else end
            if said.get(key) == value:
                continue
            if value is None:
                if here is not None:
                    yield self._without(here)
                continue
            source = self._text[here.start : here.end] if here is not None else ""
            words = _pushed_in(with_key(_pulled_out(source, margin), key, value), margin)
            if here is not None:
                yield _Piece(here.start, here.end, words)
            else:
                yield _Piece(end, end, "\n" + margin + words)

    def _without(self, key: _Key) -> _Piece:
        """A key is taken out with its line, or up to the next one where it stands after the dash."""
        begin = self._text.rfind("\n", 0, key.start) + 1
        if not self._text[begin : key.start].strip():
            return _Piece(begin - 1, key.end, "")
        following = len(self._text) - len(self._text[key.end :].lstrip())
        return _Piece(key.start, following, "")

    # -- where the entries stand

    def _items(self, node: Listing) -> list[_Place] | None:
        if self._text[node.at : node.at + 1] != "-":
            return None
        after = self._after(node.at)
        places: list[_Place] = []
        for number, item in enumerate(node.items):
            if not isinstance(item, Mapping) or self._text[item.at : item.at + 1] == "{":
                return None
            dash = self._dash_of(item.at)
            end = self._dash_of(node.items[number + 1].at) if number + 1 < len(node.items) else after
            column = item.at - self._text.rfind("\n", 0, item.at) - 1
            dash_column = dash - self._text.rfind("\n", 0, dash) - 1
            end = self._without_outside(item.at, end, dash_column)
            places.append(_Place(dash, item.at, end, column, dash_column, self._keys_of(item, end, column)))
        return places

    def _dash_of(self, at: int) -> int:
        """Where the dash stands of the item at an offset: comments may stand between them."""
        begin = self._text.rfind("\n", 0, at) + 1
        while (found := _DASHED.match(self._text, begin)) is None:
            begin = self._text.rfind("\n", 0, begin - 1) + 1
        return found.end() - 1

    def _keys_of(self, item: Mapping, end: int, column: int) -> dict[str, _Key]:
        """Where the keys of an entry stand with what they say; comments before a key are none of it."""
        starts = {key: words.at for key, (words, _) in item.pairs.items()}
        ends = [*list(starts.values())[1:], end]
        return {
            key: _Key(start, self._without_outside(start, self._line_start(until, end), column))
            for (key, start), until in zip(starts.items(), ends, strict=True)
        }

    def _line_start(self, at: int, end: int) -> int:
        return end if at == end else self._text.rfind("\n", 0, at) + 1

    def _after(self, at: int) -> int:
        """Where the list ends that begins at an offset: at the next key of the file, or its end."""
        assert isinstance(self._root, Mapping)
        keys = (words.at for words, _ in self._root.pairs.values())
        return min((key for key in keys if key > at), default=len(self._text))

    def _without_outside(self, start: int, end: int, dash: int) -> int:
        """The end without blank lines, and comments that stand no deeper than the dash, before it."""
        while True:
            begin = self._text.rfind("\n", start, end - 1) if end > start else -1
            line = self._text[begin + 1 : end]
            bare = line.rstrip("\n")
            is_outside = _OUTSIDE.fullmatch(bare) and (
                not bare.strip() or len(bare) - len(bare.lstrip()) <= dash
            )
            if begin < 0 or not is_outside:
                return end - 1 if line.endswith("\n") else end
            end = begin + 1

    def _line_end(self, at: int) -> int:
        found = self._text.find("\n", at)
        return len(self._text) if found < 0 else found


class _Key(NamedTuple):
    """Where a key stands with what it says: ``[start, end)``."""

    start: int
    end: int


class _Place(NamedTuple):
    """Where an entry stands: its dash at `start`, its keys at ``[at, end)``, and the columns of both."""

    start: int
    at: int
    end: int
    column: int
    dash: int
    keys: dict[str, _Key]


def _close(written: str) -> str:
    """Entries without the blank lines between them."""
    return re.sub(r"\n\n+", "\n", written)


def _replaced(text: str, pieces: Iterable[_Piece]) -> str:
    """The text with the pieces in their places; those of one place one after the other, as they are given."""
    parts: list[str] = []
    done = 0
    for piece in sorted(pieces, key=lambda piece: (piece.start, piece.end)):
        parts += [text[done : piece.start], piece.words]
        done = max(done, piece.end)
    return "".join([*parts, text[done:]])


def _pulled_out(source: str, margin: str) -> str:
    """The lines of a key, of which the first begins at the margin, without that margin."""
    return "\n".join(line.removeprefix(margin) for line in source.split("\n"))


def _pushed_in(source: str, margin: str) -> str:
    lines = source.rstrip("\n").split("\n")
    return "\n".join([lines[0], *(margin + line if line.strip() else line for line in lines[1:])])
