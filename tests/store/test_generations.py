"""Earlier states of the notes: which are kept, what they tell, and how one is had again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from companion.core.anchors import Anchor
from companion.core.corrections import Correction, Subject, Verb
from companion.core.entries import Kind
from companion.core.notes import Mark, MarkKind, Notes
from companion.core.reconciling import restored
from companion.store.generations import generations_of, notes_of, states, unwanted
from companion.store.notes_file import Loaded, NotesFile
from companion.store.notes_names import Generation

if TYPE_CHECKING:
    from collections.abc import Callable

IDENTITY = "0123456789abcdef" * 4
NOW = "2026-11-22T09:00:00Z"


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 22, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


def mark(number: int, note: str = "") -> Mark:
    return Mark(f"m{number}", Anchor("words", "", "", number, number + 5), note=note)


def file(folder: Path, clock: Callable[[], datetime], device: str = "a" * 12) -> NotesFile:
    return NotesFile(folder, IDENTITY, "x", device=device, now=clock)


def ids(notes: Notes) -> list[str]:
    return [found.id for found in notes.bookmarks]


def made(times: list[str]) -> list[Generation]:
    """Generations of these times, given the oldest first; the newest first."""
    return [Generation(number, time, Path(time)) for number, time in enumerate(times)][::-1]


def kept(times: list[str]) -> list[str]:
    """The times that stay when a generation was made at each, and the unwanted were taken away each time."""
    there: list[Generation] = []
    for number, time in enumerate(times):
        there.insert(0, Generation(number, time, Path(time)))
        gone = set(unwanted(there))
        there = [one for one in there if one not in gone]
    return [one.time for one in there]


def test_the_last_ten_stay_then_days_weeks_and_months() -> None:
    start = datetime(2024, 1, 1, 8, tzinfo=UTC)
    times = [f"{start + timedelta(hours=8 * number):%Y-%m-%dT%H%M%S}" for number in range(3 * 800)]
    left = kept(times)
    assert left[:10] == times[-1:-11:-1]
    days = {time[:10] for time in left}
    assert {time[:10] for time in times[-13:]} <= days, "each of the last five days"
    assert len({time[:7] for time in left}) == 12
    assert 20 < len(left) <= 10 + 5 + 4 + 12


def test_a_clock_that_runs_wild_takes_nothing_away_that_is_new() -> None:
    wild = ["2106-02-07T062815", "1970-01-01T000000", "2026-11-22T090000", "0001-01-01T000000"] * 20
    left = kept(wild)
    assert left[:10] == wild[-1:-11:-1]
    assert unwanted(made(["2026-99-99T000000"] * 12)) == made(["2026-99-99T000000"] * 12)[10:]


def test_every_folding_of_other_marks_is_kept_and_told(tmp_path: Path) -> None:
    clock = Clock()
    window = file(tmp_path, clock)
    notes = Notes()
    for number in range(4):
        notes = window.save(notes.added(mark(number, "says" if number % 2 else ""), NOW))
        window.fold()
        clock.time += timedelta(hours=1)
    notes = window.save(notes.at_place(Anchor("a", "", "", 1, 2), NOW))
    window.fold()
    rename = Correction("c", Verb.RENAME, Subject(Kind.TERM, "gate"), text="port")
    notes = notes.corrected(rename, NOW).added(Mark("whole", None, kind=MarkKind.NOTE), NOW)
    notes = window.save(notes)
    window.fold()
    told = states(tmp_path, IDENTITY)
    assert [(state.time, state.marks, state.notes, state.corrections) for state in told] == [
        ("2026-11-22T13:00:00Z", 5, 3, 1),
        ("2026-11-22T12:00:00Z", 4, 2, 0),
        ("2026-11-22T11:00:00Z", 3, 1, 0),
        ("2026-11-22T10:00:00Z", 2, 1, 0),
        ("2026-11-22T09:00:00Z", 1, 0, 0),
    ]
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["earlier"]


def test_an_earlier_state_is_had_again_and_that_can_be_taken_back(tmp_path: Path) -> None:
    clock = Clock()
    window = file(tmp_path, clock)
    notes = window.save(Notes().added(mark(0), NOW).added(mark(1), NOW))
    window.fold()
    before = window.save(notes.removed("m0").removed("m1").added(mark(2), NOW))
    window.fold()
    past = notes_of(states(tmp_path, IDENTITY)[1], IDENTITY)
    assert past is not None
    again = window.save(restored(before, past, NOW))
    assert ids(again) == ["m0", "m1"]
    assert ids(file(tmp_path, clock).load().notes) == ["m0", "m1"]
    back = window.save(restored(again, before, NOW))
    assert ids(back) == ["m2"]
    window.fold()
    assert file(tmp_path, clock).load() == Loaded(back)


def test_a_damaged_or_foreign_generation_is_no_state(tmp_path: Path) -> None:
    clock = Clock()
    window = file(tmp_path, clock)
    notes = window.save(Notes().added(mark(0), NOW))
    window.save(notes.added(mark(1), NOW))
    window.fold()
    newest, oldest = generations_of(tmp_path, IDENTITY)
    (state, _) = states(tmp_path, IDENTITY)
    newest.path.write_bytes(b"zzz")
    assert [found.path for found in states(tmp_path, IDENTITY)] == [oldest.path]
    assert notes_of(state, IDENTITY) is None
    assert states(tmp_path / "not there", IDENTITY) == []
    assert states(tmp_path, "f" * 64) == []


def test_files_of_days_as_they_were_kept_before_are_states_too(tmp_path: Path) -> None:
    clock = Clock()
    window = file(tmp_path, clock)
    window.save(Notes().added(mark(0), NOW))
    (made_now,) = generations_of(tmp_path, IDENTITY)
    made_now.path.rename(tmp_path / "x-01234567.2026-11-20.notes.json")
    assert [state.time for state in states(tmp_path, IDENTITY)] == ["2026-11-20"]


def test_the_file_of_an_older_format_is_kept_when_it_is_raised(tmp_path: Path) -> None:
    window = file(tmp_path, Clock())
    notes = window.save(Notes().added(mark(0), NOW))
    before = (tmp_path / "x-01234567.notes.json").read_bytes()
    window.save(notes.added(Mark("h", mark(5).anchor, kind=MarkKind.HIGHLIGHT), NOW))
    window.fold()
    assert (tmp_path / "x-01234567.notes.json.v1.bak").read_bytes() == before


def test_a_wild_clock_changes_neither_order_nor_what_is_kept(tmp_path: Path) -> None:
    clock = Clock()
    years = (2026, 2025, 1970, 2106, 2026)
    notes = Notes()
    for number, year in enumerate(years):
        clock.time = datetime(year, 3, 29, 1, 59, 59, tzinfo=UTC)
        window = file(tmp_path, clock, "ab"[number % 2] * 12)
        time = clock.time.isoformat()
        notes = window.save(window.load().notes.added(mark(number), time).changed(mark(99, str(year)), time))
        if number % 2:
            window.fold()
    assert ids(notes) == ["m0", "m1", "m2", "m3", "m4", "m99"]
    assert notes.by_id["m99"].note == "2026"
    assert file(tmp_path, clock).load() == Loaded(notes)
    newest = next(state.path.name for state in states(tmp_path, IDENTITY))
    assert ".2106-" in newest, "it was folded last, whatever any clock says"
