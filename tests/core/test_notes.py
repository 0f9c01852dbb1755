from __future__ import annotations

from dataclasses import replace

from companion.core.anchors import Anchor
from companion.core.corrections import Correction, Subject, Verb
from companion.core.entries import Kind
from companion.core.notes import Colour, Mark, Notes, new_id

T1, T2, T3 = "2026-11-22T09:00:00Z", "2026-11-22T09:01:00Z", "2026-11-22T09:02:00Z"


def at(start: int) -> Anchor:
    return Anchor("words", "before ", " after", start, start + 5)


WALL = Mark("wall", at(50), label="the wall")
GATE = Mark("gate", at(10), note="who opened it?", colour=Colour.BLUE)


def test_every_colour_has_a_letter_of_its_own() -> None:
    assert [colour.letter for colour in Colour] == ["A", "B", "C", "D"]


def test_bookmarks_stand_in_the_order_of_their_places() -> None:
    notes = Notes().added(WALL, T1).added(GATE, T2)
    assert [(bookmark.id, bookmark.created, bookmark.counter) for bookmark in notes.bookmarks] == [
        ("gate", T2, 2),
        ("wall", T1, 1),
    ]


def test_a_change_gives_new_notes_and_leaves_the_old_ones() -> None:
    old = Notes().added(WALL, T1)
    new = old.changed(replace(old.by_id["wall"], note="it fell"), T2)
    assert old.by_id["wall"].note == ""
    assert new.by_id["wall"].note == "it fell"
    assert (new.by_id["wall"].created, new.by_id["wall"].changed) == (T1, T2)
    assert len(new.bookmarks) == 1


def test_what_was_removed_can_be_brought_back() -> None:
    notes = Notes().added(WALL, T1)
    wall = notes.by_id["wall"]
    gone = notes.removed("wall")
    back = gone.added(wall, T2)
    assert gone.bookmarks == ()
    assert back.by_id["wall"].label == "the wall"
    assert back.by_id["wall"].created == T1
    assert back.merged(gone).merged(notes).bookmarks == back.bookmarks


def test_removing_what_is_not_there_changes_nothing() -> None:
    notes = Notes().added(WALL, T1)
    assert notes.removed("gate") is notes


# -- two windows on one text


def test_what_either_window_adds_is_in_both() -> None:
    base = Notes().added(WALL, T1)
    one, other = base.added(GATE, T2), base.added(Mark("sea", at(99)), T2)
    assert [bookmark.id for bookmark in one.merged(other).bookmarks] == ["gate", "wall", "sea"]


def test_what_one_window_removed_does_not_come_back_from_the_other() -> None:
    base = Notes().added(WALL, T1).added(GATE, T1)
    merged = base.removed("wall").merged(base.added(Mark("sea", at(99)), T2))
    assert [bookmark.id for bookmark in merged.bookmarks] == ["gate", "sea"]


def test_a_change_beats_a_removal_even_when_the_remover_had_changed_more_often() -> None:
    base = Notes().added(WALL, T1)
    remover = base
    for note in ("1", "2", "3"):
        remover = remover.changed(replace(remover.by_id["wall"], note=note), T3)
    remover = remover.removed("wall")
    changer = base.changed(replace(base.by_id["wall"], note="mine"), T2)
    for merged in (remover.merged(changer), changer.merged(remover)):
        assert [bookmark.note for bookmark in merged.bookmarks] == ["mine"]


def test_a_removal_that_saw_the_change_stands() -> None:
    base = Notes().added(WALL, T1)
    changed = base.changed(replace(base.by_id["wall"], note="mine"), T2)
    assert changed.removed("wall").merged(base).merged(changed).bookmarks == ()


def test_two_changes_at_once_are_both_kept_and_the_later_has_the_id() -> None:
    base = Notes().added(WALL, T1)
    wall = base.by_id["wall"]
    one, other = (base.changed(replace(wall, note=note), time) for note, time in (("a", T3), ("b", T2)))
    merged = one.merged(other)
    assert merged == other.merged(one)
    assert merged.by_id["wall"].note == "a"
    second = next(bookmark for bookmark in merged.bookmarks if bookmark.id != "wall")
    assert second.note == "b"
    assert [bookmark.note for bookmark in merged.removed(second.id).bookmarks] == ["a"]
    renamed = merged.changed(replace(second, label="kept"), T3)
    assert [(bookmark.note, bookmark.label) for bookmark in renamed.merged(merged).bookmarks] == [
        ("a", "the wall"),
        ("b", "kept"),
    ]


def test_the_clock_does_not_decide_what_is_later() -> None:
    base = Notes().added(WALL, "2106-01-01T00:00:00Z")
    changed = base.changed(replace(base.by_id["wall"], note="later"), "1970-01-01T00:00:00Z")
    assert base.merged(changed).by_id["wall"].note == "later"


# -- corrections

WALLS = Subject(Kind.EVENT, "The walls hold", "1643-24")
RENAMED = Correction("one", Verb.RENAME, WALLS, text="The walls held")
DATED = Correction("two", Verb.DATE, WALLS, text="1643")


def test_corrections_stand_in_the_order_in_which_they_were_made() -> None:
    notes = Notes().corrected(RENAMED, T2).corrected(DATED, T1)
    assert [(made.id, made.created, made.counter) for made in notes.corrections] == [
        ("one", T2, 1),
        ("two", T1, 2),
    ]
    assert all(notes.mended[made.version] is made for made in notes.corrections)


def test_a_correction_that_is_done_again_is_the_last_and_keeps_its_time() -> None:
    notes = Notes().corrected(RENAMED, T1).corrected(DATED, T1)
    first = notes.corrections[0]
    undone = notes.uncorrected("one")
    redone = undone.corrected(first, T3)
    assert [made.id for made in undone.corrections] == ["two"]
    assert [(made.id, made.created) for made in redone.corrections] == [("two", T1), ("one", T1)]
    assert redone.merged(undone).merged(notes).corrections == redone.corrections
    assert undone.uncorrected("one") is undone


def test_what_either_window_mends_is_in_both_but_what_was_taken_back_in_neither() -> None:
    base = Notes().corrected(RENAMED, T1)
    one, other = base.uncorrected("one"), base.corrected(DATED, T2)
    assert [made.id for made in one.merged(other).corrections] == ["two"]


def test_a_mark_without_words_comes_first_and_is_kept_beside_one_of_its_version() -> None:
    notes = Notes().added(WALL, T1).added(Mark("whole", None, note="read twice", about=WALLS), T1)
    assert [mark.id for mark in notes.bookmarks] == ["whole", "wall"]
    meddled = replace(notes, versions={name: replace(it, anchor=None) for name, it in notes.versions.items()})
    assert notes.merged(meddled) == meddled.merged(notes)


# -- the session


def test_each_thing_of_the_session_is_kept_by_itself() -> None:
    base = Notes().guarded(True, T1)
    one = base.at_place(at(700), T2).focused_on(["verl"], T2)
    other = base.guarded(False, T3).read_up_to(at(900), T3)
    session = one.merged(other).session
    assert session == other.merged(one).session
    assert session.place.value == at(700)
    assert session.focus.value == ("verl",)
    assert session.furthest.value == at(900)
    assert session.guarded.value is False


def test_the_furthest_place_can_be_set_back() -> None:
    far = Notes().read_up_to(at(900), T1)
    assert far.merged(far.read_up_to(at(100), T2)).session.furthest.value == at(100)


def test_setting_what_is_set_changes_nothing() -> None:
    notes = Notes().at_place(at(1), T1).read_up_to(at(1), T1).focused_on(("a",), T1).guarded(True, T1)
    assert notes.at_place(at(1), T2).read_up_to(at(1), T2).focused_on(["a"], T2).guarded(True, T2) is notes


def test_ids_are_new() -> None:
    assert len({new_id() for _ in range(100)}) == 100
