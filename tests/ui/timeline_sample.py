"""Stories for the tests of the timeline, and a panel that shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from companion.core.companion import Companion
from companion.core.dates import parse_date
from companion.core.document import Block, BlockKind, Document
from companion.core.entries import Entries, Event, Person
from companion.core.links import Links, Mention
from companion.core.sentences import split
from companion.output.timeline.story import Story, story_of
from companion.ui.looks.look import Look
from companion.ui.reading import Reading
from companion.ui.timeline import TimelinePanel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

WAR = (
    ("1939-04-07", "Italy lands"),
    ("1941-11-08", "Party founded"),
    ("1942-07", "The lines are cut"),
    ("1942-11", "Five divisions sent"),
    ("1943-07", "One command"),
    ("1943-09-08", "Italy surrenders"),
    ("1943-24", "Winter operation"),
    ("1944-05", "Four weeks in May"),
    ("1944-11", "Germans withdraw"),
    ("1985-04-11", "Hoxha dies"),
)
"""Events with a long empty stretch after 1944; every second one involves the one person."""

ODD = (
    ("-0043-03-15", "Caesar is killed"),
    ("1860~", "About 1860"),
    ("1861?", "Perhaps 1861"),
    ("1862%", "Perhaps about 1862"),
    ("1863/..", "From 1863 on"),
    ("../1862", "Until 1862"),
    ("1865~/1868~", "An approximate range"),
    ("1866?/1867?", "An uncertain range"),
    ("186X", "The sixties"),
    ("18XX", "The century"),
    ("1868-22", "A summer"),
    ("[..1870,1872..]", "Never or always"),
    ("1869-03-04T10:15", "A minute"),
    ("Y-66000000", "The impact"),
)
"""One event of every sort of date."""

PERSON = "person"
"""The id of the one person."""


def companion_of(rows: Sequence[tuple[str, str]]) -> Companion:
    """A text with one sentence for each event, that names it, and the companion of it."""
    sentences = [f"{title} was at that time." for _, title in rows]
    text = "\n".join(sentences)
    events, mentions, blocks, at = [], [], [], 0
    for number, (date, title) in enumerate(rows):
        people = (PERSON,) if number % 2 else ()
        events.append(Event(id=f"e{number}", title=title, date=parse_date(date), people=people))
        mentions.append(Mention(f"e{number}", at, at + len(title)))
        blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(sentences[number])))
        at += len(sentences[number]) + 1
    document = Document(text, tuple(blocks))
    entries = Entries(people=(Person(id=PERSON, name="Somebody"),), events=tuple(events))
    return Companion(document, entries, Links(mentions), split(document))


def story(rows: Sequence[tuple[str, str]]) -> Story:
    """The story of these events."""
    return story_of(companion_of(rows))


def shown(host: QWidget, rows: Sequence[tuple[str, str]], width: int = 1200) -> TimelinePanel:
    host.resize(width, 200)
    made = TimelinePanel(Reading(host), Look(host), host)
    made.resize(width, 160)
    show(made, companion_of(rows))
    made.show()
    host.activateWindow()
    QTest.qWaitForWindowActive(host)
    made.canvas.scene()
    return made


def show(panel: TimelinePanel, companion: Companion) -> None:
    panel.reading.show(companion.document)
    panel.reading.take(companion)


def number(panel: TimelinePanel, title: str) -> int:
    return next(i for i, event in enumerate(panel.canvas.story.events) if event.title == title)


def point_of(panel: TimelinePanel, title: str) -> QPoint:
    mark = panel.canvas.scene().mark(number(panel, title))
    return QPoint(
        round((mark.left + mark.right) / 2), round(panel.canvas.scene().middle(number(panel, title)))
    )


def click(panel: TimelinePanel, title: str, *held: Qt.KeyboardModifier) -> None:
    modifiers = held[0] if held else Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, modifiers, point_of(panel, title))


def enter_by_tab(panel: TimelinePanel) -> None:
    panel.canvas.clearFocus()
    panel.canvas.setFocus(Qt.FocusReason.TabFocusReason)


def pressed(panel: TimelinePanel, *keys: Qt.Key) -> list[str]:
    """Presses the keys in the drawing; gives the title at which the keyboard is after each."""
    titles = []
    for key in keys:
        QTest.keyClick(panel.canvas, key)
        at = panel.canvas.cursor_event
        titles.append("" if at is None else panel.canvas.story.events[panel.canvas.story.index(at)].title)
    return titles


def turn(panel: TimelinePanel, x: float, notches: float, held: Qt.KeyboardModifier | None = None) -> None:
    where = QPointF(x, 50)
    event = QWheelEvent(
        where,
        panel.canvas.mapToGlobal(where),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        held or Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(panel.canvas, event)


def move(panel: TimelinePanel, to: QPoint, held: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(to),
        QPointF(panel.canvas.mapToGlobal(to)),
        Qt.MouseButton.NoButton,
        held,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(panel.canvas, event)
