"""While the reader is guarded nothing is shown of what she has not read; reading on shows more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from panel_sample import companion, document
from PySide6.QtCore import QCoreApplication, QPoint, Qt

from companion.core.companion import Companion
from companion.core.dates import parse_date
from companion.core.document import Block, BlockKind, Document, Span
from companion.core.entries import Entries, Event, Person
from companion.core.links import Links, Mention
from companion.core.notes import Notes
from companion.core.sentences import Sentences
from companion.ui import guarding
from companion.ui.entries.people_panel import PeoplePanel
from companion.ui.looks.look import Look
from companion.ui.passages.passages_panel import PassagesPanel
from companion.ui.passages.search_panel import SearchPanel
from companion.ui.reading import Reading
from companion.ui.timeline import TimelinePanel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

TEXT = document()
WHOLE = companion(TEXT)


def end_of(words: str) -> int:
    return TEXT.text.index(words) + len(words)


@pytest.fixture
def reading(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reading]:
    monkeypatch.setattr(guarding, "_READ_AFTER", 30)
    monkeypatch.setattr(guarding, "_COALESCE", 5)
    made = Reading()
    made.show(TEXT)
    made.take(WHOLE)
    made.moved_to(Span(0, end_of("The postern was barred.")))
    yield made
    made.show(Document(""))


def names(reading: Reading) -> set[str]:
    return {entry.id for entry in reading.companion.entries}


def test_only_what_was_read_is_there(reading: Reading) -> None:
    assert reading.companion is WHOLE
    reading.guard(True)
    assert names(reading) == {"verl", "wall", "postern"}
    assert len(reading.companion.links) == 4
    reading.guard(False)
    assert reading.companion is WHOLE


def test_reading_on_shows_more_and_a_jump_does_not(qtbot: QtBot, reading: Reading) -> None:
    reading.guard(True)
    end = Span(end_of("wrote to"), len(TEXT.text))
    reading.moved_to(end)
    assert "letter" not in names(reading)
    reading.moved_to(Span(0, 40))
    qtbot.wait(80)
    assert names(reading) == {"verl", "wall", "postern"}

    with qtbot.waitSignal(reading.companion_changed):
        reading.moved_to(Span(30, end_of("Zoë Ferrand did not ask.")))
    assert names(reading) == {"verl", "wall", "postern", "ferrand"}


def test_a_place_where_she_stays_counts_as_read(qtbot: QtBot, reading: Reading) -> None:
    reading.guard(True)
    with qtbot.waitSignal(reading.companion_changed):
        reading.moved_to(Span(end_of("wrote to"), len(TEXT.text)))
    assert reading.companion is WHOLE


def test_a_screen_without_new_names_changes_nothing(qtbot: QtBot, reading: Reading) -> None:
    reading.guard(True)
    with qtbot.assertNotEmitted(reading.companion_changed, wait=60):
        reading.moved_to(Span(40, end_of("Nobody knew how")))
    assert reading.horizon == end_of("Nobody knew how")


def test_the_furthest_place_can_be_set_back(reading: Reading) -> None:
    reading.guard(True)
    reading.furthest = len(TEXT.text)
    reading.show_as_far_as_read()
    assert reading.companion is WHOLE
    reading.read_to_here()
    assert names(reading) == {"verl", "wall", "postern"}


def test_the_focus_stays_with_its_passage(reading: Reading) -> None:
    reading.moved_to(Span(0, end_of("She slept in her boots.")))
    reading.guard(True)
    reading.focus_on("verl")
    reading.go_to_passage(1)
    before = reading.passages.spans
    assert len(before) == 3
    told: list[tuple[str, ...]] = []
    reading.entry_focused.connect(told.append)
    reading.furthest = end_of("about the postern.")
    reading.show_as_far_as_read()
    assert reading.passages.spans[:3] == before
    assert len(reading.passages) == 4
    assert reading.passage_index == 1
    reading.furthest = end_of("Zoë Ferrand did not ask.")
    assert reading.focus == ("verl",)
    assert len(reading.passages) == 1
    assert reading.passage_index == -1
    assert told == [("verl",)] * 2


def test_a_focus_that_is_not_known_yet_is_let_go(reading: Reading) -> None:
    reading.focus_on("ferrand")
    reading.guard(True)
    assert reading.focus == ()
    assert not reading.passages


def test_hits_end_where_the_reader_is(reading: Reading) -> None:
    reading.search("ferrand")
    assert len(reading.hits) == 3
    reading.go_to_hit(2)
    reading.guard(True)
    assert len(reading.hits) == 0
    assert reading.hit_index == -1
    reading.furthest = end_of("Zoë Ferrand did not ask.")
    reading.show_as_far_as_read()
    assert len(reading.hits) == 1
    reading.guard(False)
    assert len(reading.hits) == 3


def test_the_guard_is_part_of_the_notes_and_comes_back_with_them(reading: Reading) -> None:
    assert not reading.marginalia.notes.session.guarded.value
    reading.guard(True)
    kept = reading.marginalia.notes
    assert kept.session.guarded.value
    reading.show(TEXT)
    assert not reading.is_guarded
    reading.take_notes(kept)
    reading.take(companion(TEXT))
    assert reading.is_guarded
    assert names(reading) == set()
    reading.take_notes(Notes().guarded(False, "2030-01-01T00:00:00Z"))
    assert reading.is_guarded  # set earlier than in these notes, by the count of changes


def long_reading(parent: QWidget) -> Reading:
    """Forty people and events, each named in a paragraph of its own, and one who is named in all."""
    names = [f"Person{number:02}" for number in range(40)]
    text, blocks, mentions = "", [], []
    for number, name in enumerate(names):
        start = len(text)
        text += f"{name} met Verl in {1600 + number}.\n\n"
        blocks.append(Block(BlockKind.PARAGRAPH, start, len(text) - 2))
        mentions.append(Mention(name, start, start + 8))
        mentions.append(Mention("verl", start + 13, start + 17))
        mentions.append(Mention(f"e{number}", start + 21, start + 25))
    people = tuple(Person(id=name, name=name) for name in names)
    events = tuple(
        Event(id=f"e{number}", title=f"Event {number}", date=parse_date(str(1600 + number)))
        for number in range(40)
    )
    spans = [(block.start, block.end) for block in blocks]
    made = Document(text, tuple(blocks))
    entries = Entries(people=(*people, Person(id="verl", name="Verl")), events=events)
    reading = Reading(parent)
    reading.show(made)
    reading.take(Companion(made, entries, Links(mentions), Sentences(spans)))
    reading.furthest = blocks[30].end
    reading.guard(True)
    return reading


@pytest.mark.parametrize("make", [PeoplePanel, PassagesPanel, SearchPanel])
def test_lists_stay_where_they_are_while_she_reads_on(
    qtbot: QtBot, host: QWidget, make: type[PeoplePanel | PassagesPanel | SearchPanel]
) -> None:
    reading = long_reading(host)
    panel = make(reading, Look(host), host)
    panel.resize(320, 260)
    panel.show()
    qtbot.waitExposed(panel)
    reading.search("met")
    reading.focus_on("verl")
    reading.go_to_passage(1)
    reading.go_to_hit(1)
    bar = panel.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    rows = panel.view.rows.rowCount()
    top = panel.view.rows.data(panel.view.indexAt(QPoint(5, 5)), Qt.ItemDataRole.AccessibleTextRole)
    assert bar.value() > 0

    reading.furthest = len(reading.document.text)
    reading.show_as_far_as_read()
    QCoreApplication.processEvents()
    assert panel.view.rows.rowCount() > rows
    assert panel.view.rows.data(panel.view.indexAt(QPoint(5, 5)), Qt.ItemDataRole.AccessibleTextRole) == top


def test_the_timeline_stays_where_it_is_while_she_reads_on(qtbot: QtBot, host: QWidget) -> None:
    reading = long_reading(host)
    panel = TimelinePanel(reading, Look(host), host)
    panel.resize(500, 260)
    panel.show()
    reading.focus_on("e0")
    panel.canvas.look_at(panel.canvas.viewport.zoomed(4.0, 450.0))
    left, right = panel.canvas.viewport.left, panel.canvas.viewport.right
    first = panel.canvas.viewport.scale.day(left)
    reading.furthest = reading.document.blocks[34].end
    reading.show_as_far_as_read()
    assert len(panel.canvas.story) == 35
    view = panel.canvas.viewport
    assert view.scale.day(view.left) == pytest.approx(first, abs=400)
    assert right > left


def test_panels_are_marked_as_guarded_and_tell_not_how_much_is_left(host: QWidget) -> None:
    reading = long_reading(host)
    panel = PeoplePanel(reading, Look(host), host)
    panel.show()
    mark = panel.guard_mark
    assert mark is not None
    assert mark.isVisible()
    assert mark.toolTip() == panel.accessibleDescription() == "Shown as far as you have read"
    reading.furthest = 0
    assert panel.empty_words == "None so far."
    assert panel.accessibleDescription() == "None so far. Shown as far as you have read"
    reading.guard(False)
    assert not mark.isVisible()
    assert not panel.is_empty
    assert panel.accessibleDescription() == ""
