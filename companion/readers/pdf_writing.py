"""The paragraphs of a PDF are written down as the blocks of a document, notes behind their section."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.core.document import BlockKind, Style
from companion.readers.gathering import Gathering
from companion.readers.pdf_kinds import block_kind, item_marker, verses_from
from companion.readers.pdf_lines import LEADERS
from companion.readers.pdf_links import key_of_line, landings
from companion.readers.pdf_pieces import BOLD, FIXED, ITALIC, Run
from companion.readers.pdf_placing import places_of
from companion.readers.pdf_tables import cells_of
from companion.readers.sections import Heading
from companion.readers.tabulating import Tabulating

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from companion.readers.pdf_contents import Contents
    from companion.readers.pdf_flow import Flow
    from companion.readers.pdf_hyphens import Hyphens
    from companion.readers.pdf_lines import Line
    from companion.readers.pdf_links import Goal
    from companion.readers.pdf_notes import Note
    from companion.readers.pdf_paragraphs import Paragraph
    from companion.readers.pdf_pictures import Shown
    from companion.readers.pdf_pieces import RuledCell
    from companion.readers.pdf_setting import Setting

_STYLES = ((ITALIC, Style.EMPHASIS), (BOLD, Style.STRONG), (FIXED, Style.CODE))
_SYMBOL_MARKS = re.compile(r"[*†‡§¶‖]+")
_DOTS = re.compile(r"\s*[.·…](?:\s*[.·…]){2,}")
_STROPHE = 0.3
_LISTING = 1.5
"""Sizes of type by which lines of code stand farther apart than others at most; an empty line is between."""
NAMELESS = "🖼"
"""Stands for a picture of which nothing is said."""


def page_key(page: int) -> str:
    """The name of the place where the page of this index begins."""
    return f"page {page}"


class Writing:
    """Writes a flow of paragraphs into a gathering."""

    def __init__(
        self,
        flow: Flow,
        contents: Contents,
        hyphens: Hyphens,
        setting: Setting,
        goals: dict[int, Goal],
        pictures: Iterable[Shown],
    ) -> None:
        self.gathering = Gathering()
        self.headings: list[Heading] = []
        self._flow = flow
        self._levels = contents.levels
        self._openings = contents.openings
        self._names = contents.names
        self._hyphens = hyphens
        self._setting = setting
        self._goals = goals
        self._landings = landings(goals, _all_lines(flow)) if goals else {}
        self._link = 0
        self._pictures = places_of(pictures, flow.paragraphs, setting)
        self._page = -1
        self._noted: set[tuple[int, int]] = set()
        self._pending: list[tuple[int, int]] = []

    def write(self) -> Gathering:
        """Writes everything down, and gives the gathering; `headings` begin the sections."""
        paragraphs = self._flow.paragraphs
        starts: dict[int, int] = {}
        opened = {opening.paragraph for opening in self._openings}
        number = 0
        while number < len(paragraphs):
            if number in opened:
                self._write_notes(before=paragraphs[number].lines[0].page)
            self._write_pictures(number)
            before = len(self.gathering.blocks)
            taken = self._write_from(paragraphs, number)
            if len(self.gathering.blocks) > before:
                start = self.gathering.blocks[before].start
                starts.update(dict.fromkeys(range(number, number + taken), start))
            for inside in range(number + 1, number + taken):
                self._write_pictures(inside)
            number += taken
        self._write_pictures(number)
        self._write_notes(before=None)
        self.headings = [
            Heading(o.title, o.level, starts[o.paragraph]) for o in self._openings if o.paragraph in starts
        ]
        return self.gathering

    def _write_pictures(self, number: int) -> None:
        """Writes the pictures down that are read before the paragraph of this number."""
        for shown in self._pictures.get(number, ()):
            self._name_page(shown.page)
            self.gathering.picture(shown.said or NAMELESS, shown.source)
            self.gathering.block(BlockKind.PICTURE)

    def _write_from(self, paragraphs: Sequence[Paragraph], number: int) -> int:
        """Writes the paragraph of this number, and those that are of one kind with it; how many these are."""
        paragraph = paragraphs[number]
        if number in self._levels:
            self._words(paragraph.lines, is_heading=True)
            self.gathering.heading(self._levels[number], begins_section=False)
            return 1
        if paragraph.is_table:
            self._table(paragraph.lines)
            return 1
        if number in self._names:
            self._authors(paragraph.lines)
            return 1
        verses = verses_from(paragraphs, number)
        verses = next((n for n in range(verses) if number + n in self._levels), verses)
        if verses > 1:
            self._verses(paragraphs[number : number + verses])
            return verses
        marker = item_marker(paragraphs, number)
        if marker:
            self._words([_without_start(paragraph.lines[0], len(marker)), *paragraph.lines[1:]])
            follows = self.gathering.last_is(BlockKind.ITEM)
            self.gathering.block(BlockKind.ITEM, marker=_shown(marker), tight=follows)
            return 1
        kind = block_kind(paragraph, self._setting)
        if kind is BlockKind.PREFORMATTED:
            return self._listing(paragraphs, number)
        self._words(paragraph.lines)
        self.gathering.block(kind)
        return 1

    def _listing(self, paragraphs: Sequence[Paragraph], number: int) -> int:
        """Writes code down as far as it goes; how many paragraphs that are."""
        end = number + 1
        while end < len(paragraphs) and self._goes_on(paragraphs, end):
            end += 1
        found = paragraphs[number:end]
        left = min(line.left for paragraph in found for line in paragraph.lines)
        for count, paragraph in enumerate(found):
            if count:
                self.gathering.exactly("\n\n" if paragraph.gap > _STROPHE else "\n")
            self._code(paragraph.lines, left)
        self.gathering.block(BlockKind.PREFORMATTED)
        return end - number

    def _goes_on(self, paragraphs: Sequence[Paragraph], number: int) -> bool:
        """Whether the paragraph of this number is more of the code above it, in the same column."""
        paragraph, above = paragraphs[number], paragraphs[number - 1]
        if paragraph.is_table or paragraph.is_first or number in self._levels or number in self._pictures:
            return False
        is_near = paragraph.gap < _LISTING and abs(paragraph.size - above.size) < 0.1 * above.size
        return is_near and block_kind(paragraph, self._setting) is BlockKind.PREFORMATTED

    def _authors(self, lines: Sequence[Line]) -> None:
        """Writes the lines below a title one by one; of authors side by side, all of one before the next."""
        rows = cells_of(lines) if len(lines[0].pieces) > 1 else [[list(lines)]]
        for column in zip(*rows, strict=True):
            for number, line in enumerate(line for cell in column for line in cell):
                self._words([line])
                self.gathering.block(BlockKind.PARAGRAPH, tight=number > 0)

    def _verses(self, paragraphs: Sequence[Paragraph]) -> None:
        for number, paragraph in enumerate(paragraphs):
            self._words(paragraph.lines)
            self.gathering.block(BlockKind.VERSE, tight=number > 0 and paragraph.gap < _STROPHE)

    def _table(self, rows: Sequence[Line]) -> None:
        table = rows[0].pieces[0].table
        self._name_place(rows[0])
        if table is not None:
            self._ruled(table)
            return
        tabulating = Tabulating(self.gathering)
        for cells in cells_of(rows):
            tabulating.row()
            is_heading = not tabulating.row_number and self._is_bold(line for cell in cells for line in cell)
            for cell in cells:
                tabulating.cell(is_heading=is_heading)
                self._words(cell, is_heading=is_heading)
        tabulating.end()

    def _ruled(self, cells: Sequence[RuledCell]) -> None:
        tabulating = Tabulating(self.gathering)
        for cell in cells:
            while tabulating.row_number < cell.row:
                tabulating.row()
            is_heading = not cell.row and self._is_bold(
                line for other in cells if not other.row for line in other.lines
            )
            tabulating.cell(cell.rows, cell.columns, is_heading=is_heading)
            self._words(cell.lines, is_heading=is_heading)
        tabulating.end()

    def _is_bold(self, lines: Iterable[Line]) -> bool:
        """Whether all words are bold, where those of the text are not."""
        runs = [run for line in lines for run in line.runs if run.text.strip()]
        return not self._setting.look & BOLD and all(run.look & BOLD for run in runs)

    def _code(self, lines: Sequence[Line], left: float) -> None:
        for number, line in enumerate(lines):
            self._name_place(line)
            indent = round((line.left - left) / (0.6 * line.size))
            self.gathering.exactly(("\n" if number else "") + " " * min(indent, 80) + line.text)

    def _words(self, lines: Sequence[Line], *, is_heading: bool = False) -> None:
        ignored = self._setting.look | (BOLD if is_heading else 0)
        for number, line in enumerate(lines):
            self._name_place(line)
            following = lines[number + 1].text if number + 1 < len(lines) else None
            self._line(line, following, ignored)
        self._lead(0)

    def _line(self, line: Line, following: str | None, ignored: int) -> None:
        runs = _without_leaders(line)
        if following is not None and runs:
            before = line.text
            behind = len(self._hyphens.joined(before, following)) - len(before)
            last = runs[-1]
            if behind > 0:
                runs[-1] = last._replace(text=last.text + " ")
            elif behind < 0:
                runs[-1] = last._replace(text=last.text[:behind])
        for run in runs:
            self._run(run, line.page, ignored)

    def _run(self, run: Run, page: int, ignored: int) -> None:
        gathering = self.gathering
        if run.link != self._link:
            self._lead(0)
        if run.text[:1] == " ":
            gathering.blank()
        styles = [style for bit, style in _STYLES if run.look & bit & ~ignored]
        for style in styles:
            gathering.begin_style(style)
        self._marked(run, page)
        for style in styles:
            gathering.end_style(style)

    def _marked(self, run: Run, page: int) -> None:
        """Takes words, among which there may be the marks of notes."""
        words = run.text[1:] if run.text[:1] == " " else run.text
        notes = {note.mark for note in self._flow.notes.get(page, ())}
        mark = words.strip()
        if run.raised and mark:
            # A note may stand at the foot of the next page where there was no room for it.
            place = next((p for p in (page, page + 1) if self._has_note(mark, p)), None)
            if place is not None:
                self._mark(mark, place)
                if run.text[-1] == " ":  # of the end of the line
                    self.gathering.blank()
                return
        found = _SYMBOL_MARKS.search(words) if notes and not run.raised else None
        if found and found[0] in notes:
            self.gathering.words(words[: found.start()])
            self._mark(found[0], page)
            words = words[found.end() :]
        self._lead(run.link)
        self.gathering.words(words)

    def _lead(self, goal: int) -> None:
        """What comes leads to the goal of this number; to none when it is 0."""
        if goal == self._link:
            return
        if self._link:
            self.gathering.end_reference()
        self._link = goal
        if goal:
            self.gathering.begin_reference(self._goals[goal].address or _goal_key(goal))

    def _has_note(self, mark: str, page: int) -> bool:
        return any(note.mark == mark for note in self._flow.notes.get(page, ()))

    def _mark(self, mark: str, page: int) -> None:
        self._lead(0)
        number = next(n for n, note in enumerate(self._flow.notes[page]) if note.mark == mark)
        self._await((page, number))
        self.gathering.begin_reference(_note_key(page, mark))
        self.gathering.words(mark)
        self.gathering.end_reference(is_note=True)

    def _write_notes(self, *, before: int | None) -> None:
        """Writes the notes whose marks were written, and those of the pages `before` that have no mark."""
        for page, notes in self._flow.notes.items():
            if before is None or page < before:
                self._await(*((page, number) for number in range(len(notes))))
        waiting, self._pending = sorted(self._pending), []
        for page, number in waiting:
            self._note(page, self._flow.notes[page][number])

    def _await(self, *notes: tuple[int, int]) -> None:
        for note in notes:
            if note not in self._noted:
                self._noted.add(note)
                self._pending.append(note)

    def _note(self, page: int, note: Note) -> None:
        self.gathering.name(_note_key(page, note.mark))
        self._words([line for line in note.lines if line.runs])
        self.gathering.block(BlockKind.ITEM, marker=note.mark, tight=False)

    def _name_place(self, line: Line) -> None:
        """Names the page that begins with a line, and what leads to this."""
        self._name_page(line.page)
        for goal in self._landings.get(key_of_line(line), ()) if self._landings else ():
            self.gathering.name(_goal_key(goal))

    def _name_page(self, page: int) -> None:
        if page > self._page:
            self._page = page
            self.gathering.name(page_key(page))


def _goal_key(goal: int) -> str:
    return f"goal {goal}"


def _all_lines(flow: Flow) -> Iterator[Line]:
    for paragraph in flow.paragraphs:
        yield from paragraph.lines
    for notes in flow.notes.values():
        for note in notes:
            yield from (line for line in note.lines if line.runs)


def _note_key(page: int, mark: str) -> str:
    return f"note {page} {mark}"


def _without_leaders(line: Line) -> list[Run]:
    """The words of a line, with one sign for all the dots that lead to the number of a page."""
    runs = list(line.runs)
    if not LEADERS.search(line.text):
        return runs
    found: list[Run] = []
    for run in runs:
        text = _DOTS.sub(" …", run.text)
        is_more = found and found[-1].text.endswith("…") and not text.strip(" .·…")
        if not is_more:
            found.append(run._replace(text=text))
    return found


def _shown(marker: str) -> str:
    marker = marker.strip()
    return marker if any(map(str.isalnum, marker)) else "•"


def _without_start(line: Line, length: int) -> Line:
    runs = list(line.runs)
    while runs and length >= len(runs[0].text):
        length -= len(runs[0].text)
        del runs[0]
    if runs:
        runs[0] = runs[0]._replace(text=runs[0].text[length:].lstrip())
    return line._replace(runs=tuple(runs))
