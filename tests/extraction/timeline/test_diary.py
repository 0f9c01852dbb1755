"""Entries of a diary, dated by the line over them."""

from __future__ import annotations

from marked_story import marked

from companion.extraction.timeline.events import find_events

DIARY = (
    "[1 August 1914|1914-08-01]\n\nFather says so. The vicar preached on Isaiah.\n\n"
    "[2 August|1914-08-02]\n\nA letter! He was wounded on [the 1st|1914-08-01]. I read it in the kitchen.\n\n"
    "[4 August|1914-08-04]\n\nSnow, snow, snow.\n\n"
    "[12 September|1914-09-12]\n\nEdward left [this morning|1914-09-12]. The train was late."
)


def told(text: str) -> list[tuple[str, str]]:
    source, times, people = marked(text)
    return [(one.event.date.edtf, one.event.title) for one in find_events(source, times, people, [], {})]


def test_an_entry_of_a_diary_tells_what_happened_on_its_day() -> None:
    assert told(DIARY) == [
        ("1914-08-01", "The vicar preached on Isaiah"),
        ("1914-08-01", "He was wounded"),
        ("1914-08-02", "I read it in the kitchen"),
        ("1914-09-12", "Edward left"),
    ]


def test_two_dates_over_a_text_make_no_diary() -> None:
    text = "[1 August 1914|1914-08-01]\n\nThe vicar preached.\n\n[2 August|1914-08-02]\n\nThe miller slept."
    assert told(text) == []
