"""The columns of a PDF follow each other: what was broken at the end of one goes on in the next."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from companion.readers.pdf_hyphens import ends_broken
from companion.readers.pdf_kinds import is_caption, is_code, is_heading
from companion.readers.pdf_lines import LEADERS
from companion.readers.pdf_notes import Note, parted
from companion.readers.pdf_paragraphs import Paragraph, fits_behind, paragraphs_of
from companion.readers.pdf_pieces import marker_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from companion.readers.pdf_lines import Line
    from companion.readers.pdf_setting import Setting

_SENTENCE_ENDS = ".!?:…"
_CLOSING = "\"'”’»)]"
_FLOATS = 3
"""Captions and tables at the head of a column over which a paragraph may go on."""


@dataclass(slots=True)
class Flow:
    """A document's paragraphs in the order of reading, and the notes on each of its pages."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    notes: dict[int, list[Note]] = field(default_factory=dict)


def flow_of(pages: Iterable[Sequence[Sequence[Line]]], setting: Setting) -> Flow:
    """Lets the columns of all pages follow each other."""
    flow = Flow()
    last_note: tuple[int, int] | None = None
    for columns in pages:
        for number, lines in enumerate(columns):
            if not lines:
                continue
            page = lines[0].page
            goes_on = last_note is not None and last_note[0] == page - 1 and _is_open(flow, last_note)
            found = parted(lines, setting.size, is_last=number == len(columns) - 1, may_go_on=goes_on)
            if found.rest and last_note is not None:
                note = flow.notes[last_note[0]][last_note[1]]
                flow.notes[last_note[0]][last_note[1]] = Note(note.mark, note.lines + found.rest)
            if found.notes:
                notes = flow.notes.setdefault(page, [])
                notes += found.notes
                last_note = page, len(notes) - 1
            _append(flow.paragraphs, paragraphs_of(found.lines, setting), setting)
    return flow


def _is_open(flow: Flow, place: tuple[int, int]) -> bool:
    """Whether a note ends within a sentence."""
    lines = flow.notes[place[0]][place[1]].lines
    return not _ends_sentence(lines[-1].text) if lines else True


def _append(flow: list[Paragraph], column: list[Paragraph], setting: Setting) -> None:
    """Lets the paragraphs of a column follow, the first of them joined to the last one where it goes on."""
    number = _first_of_text(column, setting)
    last = next((p for p in reversed(flow[-_FLOATS - 1 :]) if not _is_float(p, setting)), None)
    if last is not None and number is not None:
        following = column[number]
        if _goes_on(last, following, setting) and (not number or _begins_small(following)):
            last.lines += following.lines
            last.goes_on = following.goes_on
            del column[number]
    flow += column


def _first_of_text(column: list[Paragraph], setting: Setting) -> int | None:
    for number, paragraph in enumerate(column[: _FLOATS + 1]):
        if not _is_float(paragraph, setting):
            return number
    return None


def _is_float(paragraph: Paragraph, setting: Setting) -> bool:
    return paragraph.is_table or is_caption(paragraph, setting)


def _goes_on(last: Paragraph, following: Paragraph, setting: Setting) -> bool:
    if abs(last.lines[-1].size - following.size) > 0.1 * following.size:
        return False
    if is_heading(last, setting) or is_heading(following, setting) or is_code(following, setting):
        return False
    line, first = last.lines[-1], following.lines[0]
    if (marker_of(first.text) and not _begins_small(following)) or LEADERS.search(line.text):
        return False
    if ends_broken(line.text) or (_begins_small(following) and not _ends_sentence(line.text)):
        return True
    ended = fits_behind(line, first, last.right, is_justified=last.is_justified)
    return not ended and not following.is_indented


def _begins_small(paragraph: Paragraph) -> bool:
    return paragraph.lines[0].text.lstrip("“‘\"'(—")[:1].islower()


def _ends_sentence(text: str) -> bool:
    return text.rstrip().rstrip(_CLOSING)[-1:] in _SENTENCE_ENDS
