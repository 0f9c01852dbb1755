"""Bundle: what goes out to another program: a companion and the reader's marks, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from companion.core.corrections import subject_of
from companion.core.document import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.core.companion import Companion
    from companion.core.corrections import Subject
    from companion.core.document import Block, Span
    from companion.core.entries import Entry
    from companion.core.notes import Mark

_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f\"*/:<>?\\|#^\[\]\ud800-\udfff]+")
_LONGEST_NAME = 80
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


class Placed(NamedTuple):
    """A mark and where its words stand now; None for one that is not placed, or has no words."""

    mark: Mark
    span: Span | None


@dataclass(frozen=True)
class Bundle:
    """A companion, as far as it may be seen, and the marks in the order of the text."""

    companion: Companion
    marks: tuple[Placed, ...] = ()

    @property
    def title(self) -> str:
        """What the text is called."""
        return self.companion.document.title or self.companion.entries.title

    @property
    def author(self) -> str:
        """Who wrote the text."""
        return self.companion.document.author or self.companion.entries.author

    def section(self, span: Span | None) -> str:
        """The title of the innermost section that holds a place; empty where there is none."""
        found = self.companion.document.section_at(span.start) if span is not None else None
        return found.title if found is not None else ""

    def paragraph(self, span: Span | None) -> int:
        """The number of the paragraph of a place, from 1; 0 where there is none."""
        return self.companion.document.paragraph_number(span.start) if span is not None else 0

    def on_entry(self, entry: Entry) -> list[Placed]:
        """What the reader noted on an entry, in the order of its making."""
        return self._noted.get(subject_of(entry), [])

    @property
    def by_themselves(self) -> list[Placed]:
        """The marks that are on no entry that is here."""
        here = {subject_of(entry) for entry in self.companion.entries}
        return [placed for placed in self.marks if placed.mark.about not in here]

    @cached_property
    def _noted(self) -> dict[Subject, list[Placed]]:
        noted: dict[Subject, list[Placed]] = {}
        for placed in sorted(self.marks, key=_by_making):
            if placed.mark.about is not None:
                noted.setdefault(placed.mark.about, []).append(placed)
        return noted

    def first_passage(self, entry: Entry) -> str:
        """The first passage that speaks of an entry, on one line; a heading only where there is no other."""
        document, spans = self.companion.document, self.companion.passages(entry.id).spans
        told = (span for span in spans if not _is_heading(document.block_at(span.start)))
        span = next(told, spans[0] if spans else None)
        return on_one_line(document.text[slice(*span)]) if span is not None else ""


def _is_heading(block: Block | None) -> bool:
    return block is not None and block.kind is BlockKind.HEADING


def bundle(companion: Companion, marks: Iterable[tuple[Mark, Span | None]] = ()) -> Bundle:
    """What goes out; the marks that are placed come first, by place."""
    placed = [Placed(mark, span) for mark, span in marks]
    return Bundle(companion, tuple(sorted(placed, key=_by_place)))


def _by_place(placed: Placed) -> tuple[bool, tuple[int, int], str]:
    start, end = placed.span or (0, 0)
    return placed.span is None, (start, end), placed.mark.id


def _by_making(placed: Placed) -> tuple[str, str]:
    return placed.mark.created, placed.mark.id


def on_one_line(text: str) -> str:
    """The words with one blank between them."""
    return " ".join(text.split())


def file_name(title: str, taken: set[str] | None = None) -> str:
    """A title as the name of a file on any system, without an ending; never one of `taken`; it joins them."""
    name = on_one_line(_FORBIDDEN.sub(" ", title))[:_LONGEST_NAME].strip(" .") or "untitled"
    while len(name.encode()) > 2 * _LONGEST_NAME:
        name = name[:-1].strip(" .")
    if _RESERVED.fullmatch(name):
        name = f"{name}_"
    if taken is None:
        return name
    made, number = name, 1
    while made.casefold() in taken:
        number += 1
        made = f"{name} {number}"
    taken.add(made.casefold())
    return made
