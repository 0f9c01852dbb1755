"""While the reader is guarded nothing is shown of what she has not read; reading on shows more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from panel_sample import companion, document

from companion.core.document import Document, Span
from companion.core.notes import Notes
from companion.ui import guarding
from companion.ui.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

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
