"""Obsidian: the companion and the marks as Markdown notes with links between them, in one file or many."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from companion.core.entries import Event, Kind, Person
from companion.core.notes import MarkKind
from companion.exchange.bundle import file_name, on_one_line
from companion.exchange.spreadsheets import aliases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.core.entries import Entry
    from companion.core.notes import Mark
    from companion.exchange.bundle import Bundle, Placed

_SIGNS = re.compile(r"([\\`*_#\[\]<>|$~%^])|(==)")
_AT_START = re.compile(r"^(\d{1,9})([.)])|^([-+>])")
_PARTS = {Kind.PERSON: "People", Kind.TERM: "Glossary", Kind.EVENT: "Timeline"}
_MOST_PASSAGES = 5


def one_note(bundle: Bundle) -> dict[str, bytes]:
    """Everything in one note: properties, the entries by kind, and the marks as quotations."""
    lines = [*_properties(bundle, []), f"# {_escaped(bundle.title)}"]
    for kind, entries in _by_kind(bundle):
        lines += ["", f"## {_PARTS[kind]}", ""]
        for entry in entries:
            lines += [f"- {_line(entry)}", *(f"  - {_noted(placed)}" for placed in bundle.on_entry(entry))]
    lines += _marks(bundle, bundle.by_themselves)
    return {f"{file_name(bundle.title)}.md": _encoded(lines)}


def many_notes(bundle: Bundle) -> dict[str, bytes]:
    """A note for each entry, with links to those it belongs to, and one note that lists them all."""
    taken: set[str] = set()
    index = file_name(bundle.title, taken)
    names = {entry.id: file_name(entry.heading, taken) for entry in bundle.companion.entries}
    lines = [*_properties(bundle, []), f"# {_escaped(bundle.title)}"]
    for kind, entries in _by_kind(bundle):
        lines += ["", f"## {_PARTS[kind]}", ""]
        lines += [f"- {_date(entry)}{_link(names[entry.id], entry.heading)}" for entry in entries]
    lines += _marks(bundle, bundle.by_themselves)
    notes = {f"{index}.md": _encoded(lines)}
    for entry in bundle.companion.entries:
        notes[f"{names[entry.id]}.md"] = _encoded(_note(bundle, entry, names, index))
    return notes


def _encoded(lines: list[str]) -> bytes:
    return ("\n".join(lines).strip("\n") + "\n").encode("utf-8", "replace")


def _by_kind(bundle: Bundle) -> Iterator[tuple[Kind, tuple[Entry, ...]]]:
    companion = bundle.companion
    parts: dict[Kind, tuple[Entry, ...]] = {
        Kind.PERSON: companion.people,
        Kind.TERM: companion.terms,
        Kind.EVENT: companion.events,
    }
    return ((kind, entries) for kind, entries in parts.items() if entries)


def _properties(bundle: Bundle, others: list[str], kind: str = "companion") -> Iterator[str]:
    """The properties at the head of a note; JSON strings are YAML strings, whatever stands in them."""
    yield "---"
    yield f"title: {_yaml(bundle.title)}"
    if bundle.author:
        yield f"author: {_yaml(bundle.author)}"
    if others:
        yield f"aliases: [{', '.join(map(_yaml, others))}]"
    yield f"tags: [reading, {kind}]"
    yield "---"


def _yaml(text: str) -> str:
    return json.dumps(on_one_line(text), ensure_ascii=False)


def _line(entry: Entry) -> str:
    others = f" ({_escaped(', '.join(aliases(entry)))})" if aliases(entry) else ""
    told = [entry.role] if isinstance(entry, Person) and entry.role else []
    told += [entry.text] if entry.text else []
    said = f": {'; '.join(map(_escaped, told))}" if told else ""
    return f"{_date(entry)}**{_escaped(entry.heading)}**{others}{said}"


def _date(entry: Entry) -> str:
    return f"{_escaped(entry.date.words())}: " if isinstance(entry, Event) else ""


def _note(bundle: Bundle, entry: Entry, names: dict[str, str], index: str) -> list[str]:
    lines = list(_properties(bundle, aliases(entry), entry.kind.value))
    lines += [f"# {_escaped(entry.heading)}", "", f"In {_link(index, bundle.title)}"]
    if isinstance(entry, Event):
        lines += ["", f"**{_escaped(entry.date.words())}**"]
    if isinstance(entry, Person) and entry.role:
        lines += ["", f"*{_escaped(entry.role)}*"]
    if entry.text:
        lines += ["", _escaped(entry.text)]
    related = [one for one in bundle.companion.related(entry.id) if one.entry in names]
    if related:
        lines += ["", "## Related", ""]
    for one in related:
        other = bundle.companion.entry(one.entry)
        heading = other.heading if other is not None else ""
        role = f" ({_escaped(one.role)})" if one.role else ""
        lines.append(f"- {_link(names[one.entry], heading)}{role}")
    spans = bundle.companion.passages(entry.id).spans
    if spans:
        lines += ["", "## Passages", ""]
    for span in spans[:_MOST_PASSAGES]:
        words = bundle.companion.document.text[slice(*span)]
        lines += [f"> {_escaped(words)} (§ {bundle.paragraph(span)})", ""]
    return lines + _marks(bundle, bundle.on_entry(entry))


def _marks(bundle: Bundle, marks: list[Placed]) -> list[str]:
    lines = ["", "## Marks and notes", ""] if marks else []
    for placed in marks:
        lines += [*_mark(bundle, placed), ""]
    return lines


def _noted(placed: Placed) -> str:
    """What the reader noted on an entry, on a line under it, with its name."""
    mark = placed.mark
    label = f"**{_escaped(mark.label)}**" if mark.label else ""
    return " ".join(filter(None, (label, _escaped(mark.note), _tags(mark), f"^{_name(mark)}")))


def _tags(mark: Mark) -> str:
    found = (re.sub(r"[^\w/-]+", "-", tag).strip("-") for tag in mark.tags)
    return " ".join(f"#{tag}" for tag in found if tag)


def _name(mark: Mark) -> str:
    return re.sub(r"[^A-Za-z0-9-]", "", mark.id.rpartition(":")[2])[:40] or "mark"


def _mark(bundle: Bundle, placed: Placed) -> Iterator[str]:
    """A mark as a callout: its words, its place, its note and its tags; its name has blank lines round it."""
    mark, span = placed
    where = [bundle.section(span), f"§ {bundle.paragraph(span)}" if span is not None else ""]
    whole = "" if mark.anchor is not None else "On the whole text"
    title = mark.label or (mark.about.heading if mark.about is not None else whole)
    told = ", ".join(filter(None, (title, *where)))
    yield f"> [!quote] {_escaped(told)}".rstrip()
    if mark.words.strip():
        words = _escaped(mark.words)
        yield f"> =={words}==" if mark.kind is MarkKind.HIGHLIGHT else f"> {words}"
    if mark.note.strip():
        yield ">"
        yield from (f"> {_escaped(line)}" for line in mark.note.strip().split("\n"))
    if tags := _tags(mark):
        yield ">"
        yield f"> {tags}"
    yield ""
    yield f"^{_name(mark)}"


def _link(name: str, heading: str) -> str:
    shown = re.sub(r"[\[\]|\\]", " ", on_one_line(heading)).strip() or name
    return f"[[{name}]]" if shown == name else f"[[{name}|{shown}]]"


def _escaped(text: str) -> str:
    """Text on one line, of which nothing is taken for markup."""
    line = _SIGNS.sub(lambda sign: f"\\{sign[1]}" if sign[1] else r"\=\=", on_one_line(text))
    return _AT_START.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", line)
