"""Reading: verbs change it once, facts are told once, and every jump can be taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QObject
from reading_view_sample import ENTRIES, companion_of, document_of

from companion.core.companion import Companion
from companion.core.document import Document, Span
from companion.core.entries import Entries
from companion.core.search import Search
from companion.ui import reading as reading_module
from companion.ui.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCUMENT = document_of(
    "Anna Verl held the wall. Nobody came to the gate.",
    "The wall stood. Verl wrote to Ferrand in January 1644.",
    "Ferrand did not answer. Anna Verl opened the gate.",
)


class Heard(QObject):
    """What a reading told, in order."""

    FACTS = (
        "document_changed",
        "companion_changed",
        "entry_focused",
        "passage_changed",
        "passage_requested",
        "place_requested",
        "place_changed",
        "search_changed",
        "hit_changed",
    )

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.facts: list[tuple[str, Any]] = []
        for name in self.FACTS:
            getattr(reading, name).connect(self._hearer(name))
        reading.history_changed.connect(self._history)

    def _hearer(self, name: str) -> Any:
        def hear(value: object) -> None:
            self.facts.append((name, value))

        return hear

    def _history(self) -> None:
        self.facts.append(("history_changed", None))

    def take(self) -> list[tuple[str, Any]]:
        """What was told since the last time."""
        facts, self.facts = self.facts, []
        return facts

    def names(self) -> list[str]:
        """The names of what was told since the last time."""
        return [name for name, _ in self.take()]


@pytest.fixture
def reading(qapp: QObject) -> Iterator[Reading]:
    made = Reading()
    made.show(DOCUMENT)
    made.take(companion_of(DOCUMENT))
    yield made
    made.show(Document(""))  # it waits for nothing any more


@pytest.fixture
def heard(reading: Reading) -> Heard:
    return Heard(reading)


def words(span: Span) -> str:
    return DOCUMENT.text[slice(*span)]


class TestText:
    """Opening a text, and its companion."""

    def test_another_text_leaves_nothing_of_the_one_before(self, reading: Reading, heard: Heard) -> None:
        reading.focus_on("verl")
        reading.search("wall")
        reading.go_to_hit(1)
        heard.take()
        other = document_of("Another text.")
        reading.show(other, place=4)
        assert reading.document is other
        assert reading.companion.document is other
        assert (reading.focus, reading.query, len(reading.hits), reading.hit_index) == ((), "", 0, -1)
        assert not reading.can_go_back
        names = heard.names()
        assert (
            names.index("document_changed")
            < names.index("companion_changed")
            < names.index("place_requested")
        )

    def test_a_companion_of_another_text_is_not_taken(self, reading: Reading, heard: Heard) -> None:
        before = reading.companion
        reading.take(Companion(document_of("Another text.")))
        reading.take(before)
        assert reading.companion is before
        assert not heard.take()

    def test_a_new_companion_keeps_the_focus_that_it_still_knows(
        self, reading: Reading, heard: Heard
    ) -> None:
        reading.focus_on("verl")
        reading.add_to_focus("wall")
        heard.take()
        smaller = replace(companion_of(DOCUMENT), entries=Entries(people=ENTRIES.people))
        reading.take(smaller)
        assert reading.focus == ("verl",)
        assert [name for name, _ in heard.take()][:2] == ["companion_changed", "entry_focused"]
        assert len(reading.passages) == 3


class TestFocus:
    """At most two entries in focus."""

    def test_focus_is_told_once(self, reading: Reading, heard: Heard) -> None:
        reading.focus_on("verl")
        assert heard.take()[0] == ("entry_focused", ("verl",))
        reading.focus_on("verl")
        assert not heard.take()

    def test_an_unknown_entry_takes_no_focus(self, reading: Reading) -> None:
        reading.focus_on("nobody")
        assert reading.focus == ()
        reading.focus_on("verl")
        reading.add_to_focus("nobody")
        assert reading.focus == ("verl",)

    def test_a_second_entry_stands_beside_the_first(self, reading: Reading) -> None:
        reading.focus_on("verl")
        reading.add_to_focus("gate")
        assert reading.focus == ("verl", "gate")
        assert [words(span) for span in reading.passages.spans][-1] == "Anna Verl opened the gate."
        reading.add_to_focus("wall")
        assert reading.focus == ("verl", "wall")
        reading.add_to_focus("wall")
        assert reading.focus == ("verl",)

    def test_the_first_can_be_taken_out_too(self, reading: Reading) -> None:
        reading.focus_on("verl")
        reading.add_to_focus("gate")
        reading.add_to_focus("verl")
        assert reading.focus == ("gate",)

    def test_release_lets_go_once(self, reading: Reading, heard: Heard) -> None:
        reading.focus_on("verl")
        heard.take()
        reading.release()
        reading.release()
        assert heard.names() == ["entry_focused", "passage_changed"]
        assert len(reading.passages) == 0

    def test_the_mention_that_was_chosen_gives_the_passage(self, reading: Reading, heard: Heard) -> None:
        reading.focus_on("verl", at=DOCUMENT.text.index("Verl wrote"))
        assert reading.passage_index == 1
        reading.focus_on("verl", at=DOCUMENT.text.rindex("Anna Verl"))
        assert reading.passage_index == 2
        assert heard.take()[-1] == ("passage_changed", 2)


class TestPassages:
    """Stepping through the passages of the focus."""

    def test_steps_go_round_the_ends(self, reading: Reading, heard: Heard) -> None:
        reading.focus_on("verl")
        heard.take()
        seen = []
        for _ in range(4):
            reading.next_passage()
            seen.append(reading.passage_index)
        assert seen == [0, 1, 2, 0]
        reading.previous_passage()
        assert reading.passage_index == 2
        requested = [value for name, value in heard.take() if name == "passage_requested"]
        assert [words(span) for span in requested][:2] == [
            "Anna Verl held the wall.",
            "Verl wrote to Ferrand in January 1644.",
        ]

    def test_the_first_step_goes_from_the_place(self, reading: Reading) -> None:
        reading.moved_to(Span(DOCUMENT.text.index("The wall stood"), len(DOCUMENT.text)))
        reading.focus_on("verl")
        reading.next_passage()
        assert reading.passage_index == 1
        reading.focus_on("wall")
        reading.moved_to(Span(DOCUMENT.text.index("The wall stood"), len(DOCUMENT.text)))
        reading.previous_passage()
        assert reading.passage_index == 0

    def test_a_passage_at_the_top_of_the_screen_is_the_next_one(self, reading: Reading) -> None:
        reading.moved_to(Span(DOCUMENT.text.index("Verl wrote"), len(DOCUMENT.text)))
        reading.focus_on("verl")
        reading.next_passage()
        assert reading.passage_index == 1

    def test_without_passages_nothing_moves(self, reading: Reading, heard: Heard) -> None:
        reading.next_passage()
        reading.previous_passage()
        reading.go_to_passage(3)
        assert not heard.take()


class TestPlaces:
    """Jumps are taken back, scrolling is not."""

    def test_a_jump_is_taken_back_and_made_again(self, reading: Reading, heard: Heard) -> None:
        reading.moved_to(Span(5, 40))
        reading.go_to(Span(100, 104))
        reading.moved_to(Span(90, 120))
        heard.take()
        reading.back()
        assert ("place_requested", 5) in heard.take()
        reading.moved_to(Span(5, 40))
        assert reading.can_go_forward
        reading.forward()
        assert ("place_requested", 90) in heard.take()

    def test_scrolling_is_no_jump(self, reading: Reading, heard: Heard) -> None:
        reading.moved_to(Span(5, 40))
        reading.scroll_to(60)
        assert ("place_requested", 60) in heard.take()
        assert not reading.can_go_back

    def test_a_place_is_told_once(self, reading: Reading, heard: Heard) -> None:
        reading.moved_to(Span(1, 2))
        reading.moved_to(Span(1, 2))
        assert heard.names() == ["place_changed"]

    def test_with_nothing_to_take_back_nothing_is_told(self, reading: Reading, heard: Heard) -> None:
        reading.back()
        reading.forward()
        assert not heard.take()


class TestSearch:
    """Finding words, and going from hit to hit."""

    def test_hits_are_told_once_for_each_query(self, reading: Reading, heard: Heard) -> None:
        reading.search("wall")
        assert len(reading.hits) == 2
        assert heard.names() == ["search_changed", "hit_changed"]
        reading.search("wall")
        assert not heard.take()
        reading.search("")
        assert len(reading.hits) == 0

    def test_hits_are_walked_round_the_ends_from_the_place(self, reading: Reading) -> None:
        reading.search("verl")
        reading.moved_to(Span(DOCUMENT.text.index("The wall stood"), len(DOCUMENT.text)))
        seen = []
        for _ in range(4):
            reading.next_hit()
            seen.append(reading.hit_index)
        assert seen == [1, 2, 0, 1]
        reading.previous_hit()
        assert reading.hit_index == 0

    def test_the_first_step_back_goes_before_the_place(self, reading: Reading) -> None:
        reading.search("verl")
        reading.moved_to(Span(DOCUMENT.text.index("The wall stood"), len(DOCUMENT.text)))
        reading.previous_hit()
        assert reading.hit_index == 0

    def test_without_hits_nothing_moves(self, reading: Reading, heard: Heard) -> None:
        reading.search("no such words")
        heard.take()
        reading.next_hit()
        reading.previous_hit()
        reading.go_to_hit(0)
        assert not heard.take()


def test_what_was_made_ready_to_be_searched_is_searched(reading: Reading) -> None:
    ready = Search("Anna, Anna and Anna")  # three, where the text has two
    reading.be_searchable(reading.document, ready)
    reading.search("Anna")
    assert len(reading.hits) == 3


def test_another_text_made_ready_is_not_searched(reading: Reading) -> None:
    reading.be_searchable(document_of("Anna, Anna and Anna"), Search("Anna, Anna and Anna"))
    reading.search("Anna")
    assert len(reading.hits) == 2


def test_what_is_ready_too_late_changes_nothing(reading: Reading) -> None:
    reading.search("Anna")
    reading.be_searchable(reading.document, Search("Anna, Anna and Anna"))
    reading.search("Verl")
    assert len(reading.hits) == 3


def test_a_very_long_text_is_searched_when_it_is_ready(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_module, "_LONG", 10)
    told: list[object] = []
    reading.search_changed.connect(told.append)
    reading.promise_search(True)
    reading.search("Anna")
    reading.search("Verl")
    assert (reading.query, told) == ("", [])
    reading.be_searchable(reading.document, Search(reading.document.text))
    assert (reading.query, len(reading.hits), len(told)) == ("Verl", 3, 1)


def test_a_search_that_is_closed_before_the_text_is_ready_stays_closed(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_module, "_LONG", 10)
    reading.promise_search(True)
    reading.search("Anna")
    reading.search("")
    reading.be_searchable(reading.document, Search(reading.document.text))
    assert reading.query == ""


def test_a_promise_that_is_not_kept_or_not_needed_puts_nothing_off(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading.promise_search(True)  # the text is short
    reading.search("Verl")
    assert len(reading.hits) == 3
    monkeypatch.setattr(reading_module, "_LONG", 10)
    reading.show(DOCUMENT)
    reading.promise_search(True)
    reading.promise_search(False)
    reading.search("Anna")
    assert len(reading.hits) == 2
