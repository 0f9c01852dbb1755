"""Notes for tests: any marks and corrections, as a reader or a hostile file may make them."""

from __future__ import annotations

from hypothesis import strategies as st

from companion.core.anchors import Anchor
from companion.core.corrections import Correction, Subject, Verb
from companion.core.entries import Kind
from companion.core.notes import Colour, Mark, MarkKind, Notes


def paired(text: str) -> str:
    """Two halves of a pair that stand together are one character, in JSON as in Qt."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


any_text = st.text(st.characters(exclude_categories=[]), max_size=12).map(paired)
_ends = st.tuples(st.integers(0, 10**12), st.integers(0, 10**12)) | st.just((-1, -1))
anchors = st.builds(
    lambda exact, prefix, suffix, ends, share: Anchor(exact, prefix, suffix, *ends, share),
    *(any_text, any_text, any_text, _ends),
    st.none() | st.floats(0, 1),
)
subjects = st.builds(Subject, st.sampled_from(Kind), any_text, st.sampled_from(("", "1643-24", "\ud800")))
marks = st.builds(
    Mark,
    any_text,
    st.none() | anchors,
    label=any_text,
    colour=st.sampled_from(Colour),
    note=any_text,
    kind=st.sampled_from(MarkKind),
    tags=st.lists(any_text, max_size=3, unique=True).map(tuple),
    about=st.none() | subjects,
)
corrections = st.builds(
    Correction,
    any_text,
    st.sampled_from(Verb),
    subjects,
    other=st.none() | subjects,
    text=any_text,
    anchors=st.lists(anchors, max_size=3).map(tuple),
    onward=st.booleans(),
    by=any_text,
)


def _noted(kept: list[Mark], mended: list[Correction], gone: list[int], time: str) -> Notes:
    notes = Notes()
    for mark in kept:
        notes = notes.added(mark, time)
    for correction in mended:
        notes = notes.corrected(correction, time)
    for number in gone:
        if number < len(kept):
            notes = notes.removed(kept[number].id)
        elif mended:
            notes = notes.uncorrected(mended[number % len(mended)].id)
    return notes


any_notes = st.builds(
    _noted,
    st.lists(marks, max_size=4),
    st.lists(corrections, max_size=4),
    st.lists(st.integers(0, 8), max_size=3),
    st.sampled_from(("2026-11-22T09:00:00Z", "")),
)
