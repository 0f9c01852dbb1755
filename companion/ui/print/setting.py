"""Setting: the parts of a summary as lines of words and pictures, before they are put on pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF

from companion.core.direction import begins_right_to_left
from companion.core.entries import Kind
from companion.core.notes import MarkKind
from companion.output.quoting import in_quotes
from companion.output.summary import Part, paragraphs_of, references
from companion.output.timeline.legend import draw_legend
from companion.output.timeline.strips import draw_timeline
from companion.ui.print.paper import MM, POINT, UNIT
from companion.ui.print.picture import picture_line
from companion.ui.print.typesetting import Flow, Line, Underline, Words, beside, paragraph, together

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtGui import QColor, QPainter

    from companion.output.quoting import Kept, Quoted
    from companion.output.summary import Item, Summary
    from companion.ui.print.paper import Ink

_GAP = 9 * MM
_DATES = 34 * MM
_MARGIN = 6.5 * MM
"""Left of a bookmark: the line in its colour and the letter of that."""

_FEW = 4
"""Entries of a part below which two columns serve nobody."""

_SHORT = 8
"""Lines of an entry up to which it is never parted."""

_ON_ONE_LINE = 16
"""Code points of paragraph numbers up to which they are kept on one line."""

_WITHIN_DATE = re.compile(r"(?<=\d) (?=[^\W\d_])|(?<=\d\.) (?=[^\W\d_])|(?<=[^\W\d_]) (?=\d)")
"""Blanks between day, month and year, where no line ends."""

_UNDER = {MarkKind.UNDERLINE: Underline.SOLID}
_MARK = {Kind.TERM: Underline.DOTTED, Kind.PERSON: Underline.SOLID, Kind.EVENT: Underline.DASHED}


class Band(NamedTuple):
    """A piece of the line in the margin, in the colour of a bookmark."""

    colour: QColor
    height: float
    x: float = 0.0

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draws it in a line whose upper left corner is at that place."""
        painter.fillRect(QRectF(x + self.x, y, 1.1 * MM, self.height), self.colour)

    def moved(self, x: float) -> Band:
        """The same so much further to the right."""
        return self._replace(x=self.x + x)


class Setting:
    """Sets a summary in columns of a page that is `width` pixels wide between its margins."""

    def __init__(self, summary: Summary, ink: Ink, width: float) -> None:
        self._summary = summary
        self._labels = summary.labels
        self._ink = ink
        self._width = width
        self._column = (width - _GAP) / 2
        self.flows: list[Flow] = []

    def set(self) -> Iterator[float]:
        """Sets it bit by bit and fills `flows`, the parts in their order; gives how much is done, 0 to 1."""
        summary = self._summary
        things = [items for part, items in summary.parts.items() if part is not Part.DRAWING]
        count = max(1, sum(map(len, things)) + len(summary.passages) + len(summary.notes))
        done = 0
        self.flows = [Flow(self._front())]
        for part, columns, each in self._parts():
            lines: list[Line] = []
            for some in each:
                lines += some
                done += 1
                yield min(1.0, done / count)
            if rest := summary.rest(part):
                width = self._width if columns == 1 else self._column
                lines += self._set([Words(rest, colour=self._ink.dim)], 9, width, before=3 * MM)
            self.flows.append(self._flow(part, lines, columns))

    def _parts(self) -> Iterator[tuple[Part, int, Iterable[list[Line]]]]:
        """Each part with its columns, and the lines of one thing in it after the other."""
        summary = self._summary
        for part, items in summary.parts.items():
            columns = 1 if len(items) < _FEW else 2
            width = self._width if columns == 1 else self._column
            if part is Part.DRAWING:
                yield part, 1, [self._drawing(items)]
            elif part is Part.TIMELINE:
                yield part, 1, map(self._event, items)
            else:
                yield part, columns, (self._entry(item, width) for item in items)
        if summary.passages:
            yield Part.PASSAGES, 2, self._passages()
        if summary.notes:
            yield Part.NOTES, 2, map(self._note, summary.notes)

    def _flow(self, part: Part, lines: list[Line], columns: int) -> Flow:
        rule = Line((), 2.5 * MM, together=True, rule=self._width)
        words = [Words(self._summary.heading(part), bold=True)]
        head = [rule, *self._set(words, 14), Line((), 1.5 * MM)]
        return Flow(lines, head, columns, _GAP, 9 * MM)

    # -- the front

    def _front(self) -> list[Line]:
        summary, dim = self._summary, self._ink.dim
        lines = self._set([Words(self._labels.kicker, colour=dim)], 9)
        lines += self._set([Words(summary.title, bold=True)], 24, leading=1.15, before=1 * MM)
        if summary.author:
            lines += self._set([Words(summary.author, colour=dim)], 11, before=1.5 * MM)
        measure = min(self._width, 125 * MM)
        for number, text in enumerate(paragraphs_of(summary.about)):
            before = (1 if number else 5) * MM
            lines += self._set([Words(text, italic=True)], 10.5, measure, before=before)
        if summary.refers:
            lines += self._set([Words(self._labels.numbers, colour=dim)], 9, measure, before=3 * MM)
        return lines

    # -- entries

    def _entry(self, item: Item, width: float) -> list[Line]:
        """A term, the definition running on after it, or a person with role and years on a line below."""
        name = [Words(item.heading, bold=True, underline=_MARK[item.kind]), *self._also(item)]
        texts, to_left = self._texts(item), _runs_to_left(item)
        if item.under:
            under = _WITHIN_DATE.sub("\N{NO-BREAK SPACE}", item.under)
            below = self._set(
                [Words(under, italic=True, colour=self._ink.dim)], 9.5, width, leftwards=to_left
            )
            heading = together(self._set(name, 10, width) + below)
        else:
            heading, texts[0] = [], [*name, Words("  "), *texts[0]]
        lines = heading + [line for words in texts for line in self._set(words, 10, width, leftwards=to_left)]
        return _apart(lines + self._noted(item, width))

    def _event(self, item: Item) -> list[Line]:
        """The date on the left; on the right what happened."""
        width = self._width - _DATES
        name = [Words(item.heading, bold=True, underline=_MARK[item.kind]), *self._also(item)]
        right = together(self._set(name, 10, width))
        for words in self._texts(item):
            if words:
                right += self._set(words, 10, width, leftwards=_runs_to_left(item))
        right += self._noted(item, width)
        words = [Words(item.date.words(self._labels.language) if item.date else "", colour=self._ink.dim)]
        left = self._set(words, 10, _DATES - 4 * MM)
        return _apart(beside(left, right, _DATES))

    def _also(self, item: Item) -> list[Words]:
        if not item.also:
            return []
        return [Words(f" ({self._labels.also} {', '.join(item.also)})", colour=self._ink.dim)]

    def _texts(self, item: Item) -> list[list[Words]]:
        """The paragraphs of an entry; the last one ends in where, and what to see besides."""
        labels, dim = self._labels, self._ink.dim
        texts = [[Words(text)] for text in paragraphs_of(item.text)] or [[]]
        if item.told is not None:
            texts[-1].append(Words(f"{labels.told}: ", colour=dim))
            texts[-1].append(Words(in_quotes(item.told.words, labels.language), italic=True))
            if not item.elsewhere:  # which begins with the same number
                texts[-1].append(Words(f" (§{item.told.paragraph})", colour=dim))
        if item.elsewhere:
            places = references(item.elsewhere, labels)
            if len(places) <= _ON_ONE_LINE:
                places = places.replace(", ", ",\N{NO-BREAK SPACE}")
            texts[-1].append(Words(f" {places}" if texts[-1] else places, colour=dim))
        if item.see:
            others = [f"{link.heading} ({link.role})" if link.role else link.heading for link in item.see]
            blank = " " if texts[-1] else ""
            texts[-1].append(Words(f"{blank}{labels.see}\N{NO-BREAK SPACE}", italic=True, colour=dim))
            texts[-1].append(Words(", ".join(others), colour=dim))
        return texts

    # -- the timeline, drawn

    def _drawing(self, items: Sequence[Item]) -> list[Line]:
        """The strips one below the other, and what their signs mean."""
        lettering, width = self._ink.lettering(), self._width / UNIT
        drawn = draw_timeline(items, width, lettering, self._labels.events, self._labels.language)
        lines = [picture_line(strip, self._ink, 3 * MM) for strip in drawn.strips]
        legend = draw_legend(drawn.signs, self._labels.signs, width, lettering)
        return [*lines[:-1], *together(lines[-1:]), picture_line(legend, self._ink, 2 * MM)]

    # -- what is quoted

    def _passages(self) -> Iterator[list[Line]]:
        section = ""
        for passage in self._summary.passages:
            lines = self._passage(passage)
            if passage.section and passage.section != section:
                section = passage.section
                words = [Words(section, italic=True, colour=self._ink.dim)]
                title = together(self._set(words, 10, self._column, before=3 * MM))
                lines = [*title, lines[0]._replace(before=0.8 * MM), *lines[1:]]
            yield lines

    def _passage(self, passage: Quoted) -> list[Line]:
        number = f"§{passage.paragraph}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}" if passage.paragraph else ""
        words = [Words(number, colour=self._ink.dim)]
        for run in passage.runs:
            marked = run.kind is not None
            underline = _MARK[run.kind] if run.kind else Underline.NONE
            words.append(Words(run.text, bold=marked, underline=underline))
        return _apart(self._set(words, 10, self._column))

    def _note(self, note: Kept) -> list[Line]:
        """A mark: where it is, its label and words, what the reader wrote; a band beside all of it."""
        width, dim = self._column - _MARGIN, self._ink.dim
        place, kind = self._summary.place_of(note), self._labels.kinds.get(note.kind, "")
        title = [Words(" · ".join(part for part in (place, kind) if part), colour=dim)]
        if note.label:
            title += [Words("  "), Words(note.label, bold=True)]
        if note.section:
            title += [Words("  "), Words(note.section, italic=True, colour=dim)]
        if note.tags:
            title += [Words("  "), Words(note.tagged, colour=dim)]
        lines = together(self._set(title, 10, width))
        if note.words:
            marked = in_quotes(note.words, self._labels.language)
            lines += self._set(
                [Words(marked, italic=True, underline=_UNDER.get(note.kind, Underline.NONE))], 10, width
            )
        for text in paragraphs_of(note.note):
            lines[-1] = lines[-1]._replace(height=lines[-1].height + 0.8 * MM)
            lines += self._set([Words(text)], 10, width)
        return _apart(self._banded(note, lines), 3 * MM)

    def _noted(self, item: Item, width: float) -> list[Line]:
        """What the reader noted on an entry, under it."""
        found: list[Line] = []
        for note in item.notes:
            first, *others = paragraphs_of(note.note) or [""]
            words = [Words(f"{note.label}  ", bold=True)] if note.label else []
            words += [Words(first), Words(f"  {note.tagged}" if note.tags else "", colour=self._ink.dim)]
            lines = self._set(words, 9.5, width - _MARGIN)
            for text in others:
                lines += self._set([Words(text)], 9.5, width - _MARGIN)
            banded = together(self._banded(note, lines))
            found += [banded[0]._replace(before=0.8 * MM), *banded[1:]]
        return found

    def _banded(self, note: Kept, lines: list[Line]) -> list[Line]:
        """The lines of a note with a band in its colour and the letter of that beside them."""
        colour = self._ink.bookmark(note.colour)
        beside_it = [Line((Band(colour, line.height),), line.height) for line in lines]
        letter = self._set([Words(note.colour.letter, bold=True)], 8, _MARGIN)
        moved = tuple(piece.moved(2.2 * MM) for piece in letter[0].pieces)
        beside_it[0] = beside_it[0]._replace(pieces=(*beside_it[0].pieces, *moved))
        return beside(beside_it, lines, _MARGIN)

    # -- the letters

    def _set(
        self,
        words: Sequence[Words],
        points: float,
        width: float | None = None,
        *,
        leading: float = 1.32,
        before: float = 0.0,
        leftwards: bool = False,
    ) -> list[Line]:
        high, font = points * POINT * leading, self._ink.font(points)
        return paragraph(words, font, width or self._width, leading=high, before=before, leftwards=leftwards)


def _runs_to_left(item: Item) -> bool:
    """Whether an entry is written from right to left; its years and what to see besides stand with it."""
    return not item.heading.isascii() and begins_right_to_left(item.heading)


def _apart(lines: list[Line], space: float = 1.6 * MM) -> list[Line]:
    """An entry with space above it, in one piece when it is short."""
    if len(lines) <= _SHORT:
        lines = [*together(lines[:-1]), lines[-1]]
    return [lines[0]._replace(before=space), *lines[1:]]
