from __future__ import annotations

import hashlib
from dataclasses import astuple, replace

from hypothesis import given
from hypothesis import strategies as st
from notes_strategies import marks

from companion.core.anchors import Anchor
from companion.core.corrections import Correction, Subject, Verb
from companion.core.entries import Kind
from companion.core.notes import Colour, Mark, Notes, version_of

IDS = ("a", "b", "c")
COPIES = 3

_times = st.sampled_from(("2026-01-01", "2026-01-02", ""))
_places = st.integers(0, 3).map(lambda start: Anchor("x", "", "", start, start + 1))
_steps = st.one_of(
    st.tuples(st.just("change"), st.sampled_from(IDS), st.text(max_size=2), _times),
    st.tuples(st.just("remove"), st.sampled_from(IDS)),
    st.tuples(st.just("correct"), st.sampled_from(IDS), _times),
    st.tuples(st.just("uncorrect"), st.sampled_from(IDS)),
    st.tuples(st.just("hear"), st.integers(0, COPIES - 1)),
    st.tuples(st.just("place"), _places, _times),
    st.tuples(st.just("guard"), st.booleans(), _times),
    st.tuples(st.just("akin"), st.sampled_from(IDS), st.booleans(), _times),
)
_histories = st.lists(st.tuples(st.integers(0, COPIES - 1), _steps), max_size=30)


class History:
    """Some copies of the notes of one text, changed and merged in any order, and what each change became."""

    def __init__(self, steps: list[tuple[int, tuple]]) -> None:
        self.copies = [Notes() for _ in range(COPIES)]
        self.made: dict[str, str] = {}
        self.taken_away: set[str] = set()
        self.mended: set[str] = set()
        self.unmended: set[str] = set()
        for copy, step in steps:
            self.copies[copy] = self._after(self.copies[copy], *step)

    def _after(self, notes: Notes, step: str, *what: object) -> Notes:
        match step, *what:
            case "change", bookmark_id, note, time:
                self._saw(notes, bookmark_id)
                bookmark = notes.by_id.get(bookmark_id) or Mark(bookmark_id, Anchor("x", "", "", 1, 2))
                notes = notes.changed(replace(bookmark, note=note, colour=Colour.BLUE), time)
                self.made[notes.by_id[bookmark_id].version] = note
            case "remove", bookmark_id:
                self._saw(notes, bookmark_id)
                notes = notes.removed(bookmark_id)
            case "correct", correction_id, time:
                self.unmended.update(_mended_by(notes, correction_id))
                made = Correction(correction_id, Verb.RENAME, Subject(Kind.TERM, correction_id), text="x")
                notes = notes.corrected(made, time)
                self.mended.update(_mended_by(notes, correction_id))
            case "uncorrect", correction_id:
                self.unmended.update(_mended_by(notes, correction_id))
                notes = notes.uncorrected(correction_id)
            case "hear", copy:
                notes = notes.merged(self.copies[copy])
            case "place", place, time:
                notes = notes.at_place(place, time)
            case "akin", text, is_same, time:
                notes = notes.akin(text, is_same, time)
            case "guard", on, time:
                notes = notes.guarded(on, time)
        return notes

    def _saw(self, notes: Notes, bookmark_id: str) -> None:
        if bookmark_id in notes.by_id:
            self.taken_away.add(notes.by_id[bookmark_id].version)


def _mended_by(notes: Notes, correction_id: str) -> set[str]:
    return {version for version, made in notes.mended.items() if made.id == correction_id}


@given(_histories)
def test_merging_is_commutative_associative_and_idempotent(steps: list) -> None:
    a, b, c = History(steps).copies
    assert a.merged(b) == b.merged(a)
    assert a.merged(b).merged(c) == a.merged(b.merged(c))
    assert a.merged(a) == a
    assert a.merged(replace(a)) == a
    assert a.merged(b).merged(a) == a.merged(b)
    assert a.merged(Notes()) == a


@given(_histories)
def test_every_change_that_nobody_took_away_is_there(steps: list) -> None:
    history = History(steps)
    a, b, c = history.copies
    merged = a.merged(b).merged(c)
    standing = {version: note for version, note in history.made.items() if version not in history.taken_away}
    assert {bookmark.version: bookmark.note for bookmark in merged.bookmarks} == standing
    assert len({bookmark.id for bookmark in merged.bookmarks}) == len(standing)


@given(_histories)
def test_every_correction_that_nobody_took_back_is_there_once_and_in_order(steps: list) -> None:
    history = History(steps)
    a, b, c = history.copies
    merged = a.merged(b).merged(c)
    assert set(merged.mended) == history.mended - history.unmended
    assert {made.id for made in merged.corrections} == {made.id for made in merged.mended.values()}
    order = [(made.counter, made.created, made.version) for made in merged.corrections]
    assert order == sorted(order)
    assert len({made.id for made in merged.corrections}) == len(merged.corrections)


@given(_histories)
def test_what_is_new_in_one_copy_is_all_that_the_other_lacks(steps: list) -> None:
    a, b, c = History(steps).copies
    assert a.merged(b.since(a)) == b.since(a).merged(a) == a.merged(b)
    assert c.merged(a.since(c)).merged(b.since(c)) == c.merged(a).merged(b)
    new = a.since(a)
    assert replace(new, counter=0) == Notes()
    assert a.merged(b).since(b).versions.keys().isdisjoint(b.versions)


@given(_histories)
def test_order_that_is_handed_on_is_the_order_found_anew(steps: list) -> None:
    for notes in History(steps).copies:
        fresh = replace(notes)
        assert notes.bookmarks == fresh.bookmarks
        for after in (notes.changed(Mark("b", Anchor("x", "", "", 2, 3)), ""), notes.removed("a")):
            fresh = replace(after)
            assert (after.bookmarks, after.by_id) == (fresh.bookmarks, fresh.by_id)
            assert after.has_twins == fresh.has_twins


@given(_histories)
def test_a_later_change_counts_higher_than_all_it_saw(steps: list) -> None:
    for notes in History(steps).copies:
        changed = notes.changed(Mark("new", Anchor("x", "", "", 1, 2)), "")
        assert changed.counter > max((version.counter for version in notes.versions.values()), default=0)
        assert changed.counter > notes.session.place.counter


@given(marks)
def test_a_state_of_a_mark_has_the_name_that_all_its_fields_give_it(mark: Mark) -> None:
    told = repr(astuple(replace(mark, version=""))).encode("utf-8", "surrogatepass")
    assert version_of(mark) == hashlib.blake2b(told, digest_size=10).hexdigest()


def test_marks_on_words_as_long_as_a_book_have_names_of_their_own() -> None:
    book = 40_000 * "word "
    words = (book, f"{book}.", book.replace("w", "v", 1), f"{book[:-2]}\ud800 ")
    made = [Mark("a", Anchor(one, "", "", 0, 1), "note") for one in words]
    names = {version_of(mark) for mark in (*made, replace(made[0], note="another"))}

    assert len(names) == 5
    assert version_of(made[0]) == version_of(replace(made[0], version="of another time"))
