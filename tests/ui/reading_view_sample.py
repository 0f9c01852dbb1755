"""Small texts made by hand, and a shown view of them: what tests of the reading view look at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from companion.core.companion import Companion
from companion.core.dates import parse_date
from companion.core.document import Block, BlockKind, Document, Section, Span, StyledRun
from companion.core.entries import Entries, Event, Person, Term
from companion.core.links import Ambiguity, Links, Mention
from companion.core.sentences import Sentences
from companion.ui.looks.look import Look
from companion.ui.reading import Reading
from companion.ui.reading_view import ReadingView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

NO_KEYS = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
PARAGRAPH = BlockKind.PARAGRAPH

ENTRIES = Entries(
    terms=(Term(id="wall", term="wall"), Term(id="gate", term="gate")),
    people=(Person(id="verl", name="Anna Verl"), Person(id="ferrand", name="Zoë Ferrand")),
    events=(
        Event(id="letter", title="A letter", date=parse_date("1644-01")),
        Event(id="frost", title="A frost", date=parse_date("1644-01")),
    ),
)
NAMES = {
    "wall": ("wall",),
    "gate": ("gate",),
    "verl": ("Anna Verl", "Verl"),
    "ferrand": ("Zoë Ferrand", "Ferrand"),
    "letter": ("January 1644",),
    "frost": ("January 1644",),
}
UNDECIDED = "the captain"


def document_of(*blocks: str | tuple[BlockKind, str], styles: Iterable[StyledRun] = ()) -> Document:
    """A document of these paragraphs and other blocks, a blank line between two."""
    pairs = [block if isinstance(block, tuple) else (PARAGRAPH, block) for block in blocks]
    text, made = "", []
    for kind, words in pairs:
        made.append(Block(kind, len(text), len(text) + len(words), int(kind is BlockKind.HEADING)))
        text += words + "\n\n"
    text = text.removesuffix("\n\n")
    return Document(text, tuple(made), (Section("All", 1, 0, len(text)),), tuple(styles))


def companion_of(document: Document) -> Companion:
    """A companion that finds its names letter for letter; a sentence ends with a stop or its block."""
    text, mentions, taken = document.text, [], set()
    for entry, names in NAMES.items():
        for hit in re.finditer("|".join(names), text):
            if hit.span() not in taken or entry == "frost":
                taken.add(hit.span())
                mentions.append(Mention(entry, *hit.span()))
    undecided = [Ambiguity(*hit.span(), ("verl", "ferrand")) for hit in re.finditer(UNDECIDED, text)]
    sentences = Sentences(
        (block.start + hit.start(), block.start + hit.end())
        for block in document.blocks
        for hit in re.finditer(r"\S[^.]*(?:\.|$)", text[block.start : block.end])
    )
    return Companion(document, ENTRIES, Links(mentions, undecided), sentences)


LONG = document_of(
    (BlockKind.HEADING, "The siege of Aldmere"),
    *(
        f"Paragraph {number}: All winter Anna Verl held the wall while the snow fell on the town below it. "
        f"In January 1644 she wrote to Zoë Ferrand about the gate, and nobody answered her for a while. "
        f"Then the captain rode out of the gate number {number} with what was left of the bread."
        for number in range(1, 121)
    ),
)
"""Some forty screens."""


def shown(host: QWidget, document: Document, *, linked: bool = True) -> ReadingView:
    """A view on the whole of its host, with the document and its companion."""
    reading = Reading(host)
    look = Look(host)
    view = ReadingView(reading, look, host)
    view.setGeometry(host.rect())
    view.show()
    reading.show(document)
    if linked:
        reading.take(companion_of(document))
    QApplication.processEvents()
    return view


def span_of(view: ReadingView, words: str, number: int = 0) -> Span:
    """Where these words stand in the text, the first time or a later one."""
    hits = [hit.span() for hit in re.finditer(re.escape(words), view.reading.document.text)]
    return Span(*hits[number])


def middle_of(view: ReadingView, span: Span) -> QPoint:
    """A point of the viewport that is in the middle of these words, or of their first line."""
    rect = view.rects_of(span)[0]
    return QPoint(round(rect.center().x()), round(rect.center().y()))


def edge_of(view: ReadingView, offset: int) -> QPoint:
    """A point of the viewport at the left edge of the letter at `offset`."""
    rect = view.rects_of(Span(offset, offset + 1))[0]
    return QPoint(round(rect.left()), round(rect.center().y()))


def move(view: ReadingView, point: QPoint, buttons: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    """The mouse is at this point of the viewport now, with these buttons down."""
    viewport = view.viewport()
    where = QPointF(viewport.mapToGlobal(point))
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(point),
        where,
        Qt.MouseButton.NoButton,
        buttons,
        QApplication.keyboardModifiers(),
    )
    QApplication.sendEvent(viewport, event)


def drag(view: ReadingView, start: QPoint, *way: QPoint, release: bool = True) -> None:
    """Presses at `start`, moves along the way with the button down, and lets go at its end."""
    QTest.mousePress(view.viewport(), LEFT, NO_KEYS, start)
    for point in way:
        move(view, point, LEFT)
    if release:
        QTest.mouseRelease(view.viewport(), LEFT, NO_KEYS, way[-1])


def turn_wheel(
    view: ReadingView,
    angle: int,
    pixels: int = 0,
    keys: Qt.KeyboardModifier = NO_KEYS,
    at: QPoint | None = None,
) -> None:
    """Turns the wheel towards the reader by a negative `angle`, of which a notch has 120."""
    point = at or QPoint(100, 100)
    viewport = view.viewport()
    event = QWheelEvent(
        QPointF(point),
        QPointF(viewport.mapToGlobal(point)),
        QPoint(0, pixels),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def press(view: ReadingView, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Presses and releases a key."""
    QTest.keyClick(view, key, keys)


def top_line(view: ReadingView) -> int:
    """The offset of the first line that is wholly on the screen."""
    return view.flow.seen_span().start
