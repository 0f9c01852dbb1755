from __future__ import annotations

from dataclasses import replace
from functools import reduce

from hypothesis import given
from hypothesis import strategies as st
from notes_strategies import any_notes

from companion.core.anchors import Anchor
from companion.core.corrections import Correction, Subject, Verb
from companion.core.entries import Kind
from companion.core.notes import Mark, Notes
from companion.core.reconciling import gathered, restored

T1, T2 = "2026-11-22T09:00:00Z", "2026-11-22T09:01:00Z"


def said(notes: Notes) -> tuple[object, ...]:
    """The marks and corrections without what tells one state of them from another."""
    marks = {replace(mark, counter=0, version="", changed="") for mark in notes.by_id.values()}
    return marks, [replace(made, counter=0, version="") for made in notes.corrections]


@given(st.lists(any_notes, max_size=5))
def test_many_copies_become_what_they_become_one_after_the_other(copies: list[Notes]) -> None:
    assert gathered(copies) == reduce(Notes.merged, copies, Notes())


@given(any_notes, any_notes)
def test_what_was_once_is_again_and_can_be_taken_back(now: Notes, past: Notes) -> None:
    again = restored(now, past, T2)
    assert said(again) == said(past)
    assert again.merged(now) == now.merged(again) == again
    back = restored(again, now, T2)
    assert said(back) == said(now)
    assert back.merged(again).merged(now) == back


@given(any_notes, any_notes)
def test_an_older_copy_brings_nothing_back_that_a_restoring_took_away(one: Notes, past: Notes) -> None:
    now = one.merged(past)
    again = restored(now, past, T2)
    assert again.merged(past).merged(now) == again


def test_what_is_as_it_was_is_left_alone() -> None:
    mark = Mark("wall", Anchor("words", "", "", 5, 10))
    rename = Correction("one", Verb.RENAME, Subject(Kind.TERM, "gate"), text="port")
    past = Notes().added(mark, T1).corrected(rename, T1)
    now = past.added(Mark("gate", Anchor("words", "", "", 7, 12)), T2).at_place(mark.anchor, T2)
    again = restored(now, past, T2)
    assert (again.versions, again.mended) == (past.versions, past.mended)
    assert again.session == now.session
    assert restored(past, past, T2) == past


def test_a_change_that_another_device_makes_meanwhile_outlives_a_restoring() -> None:
    past = Notes().added(Mark("wall", None, note="a"), T1)
    now = past.changed(replace(past.by_id["wall"], note="b"), T1)
    elsewhere = now.added(Mark("gate", None, note="c"), T2)
    merged = restored(now, past, T2).merged(elsewhere)
    assert sorted(mark.note for mark in merged.bookmarks) == ["a", "c"]
