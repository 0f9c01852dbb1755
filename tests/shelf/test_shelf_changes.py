"""Changes of the catalogue: what each does, on whatever stands in it by then."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from companion.shelf.books import Book, Catalogue
from companion.shelf.changes import added, collected, found_at, left, now, opened, renamed, taken_off
from companion.shelf.folders import books_below
from companion.shelf.ordering import Order, ordered

if TYPE_CHECKING:
    from pathlib import Path

EARLY, LATE = "2026-01-01T00:00:00.000001+00:00", "2026-02-01T00:00:00.000001+00:00"
SIEGE = Book("a" * 64, "The siege of Aldmere", "Oak, Ann", "epub", "en", size=10, digest="d" * 64)
SEA = Book("b" * 64, "Écume", "Zoe Abel", added=LATE, share=0.5)
ASH = Book("c" * 64, "ash", "", opened=LATE, added=EARLY)


def shelf() -> Catalogue:
    return opened(SIEGE, "/books/siege.epub", EARLY)(Catalogue())


def test_a_text_that_is_opened_for_the_first_time_is_put_on_the_shelf() -> None:
    book = shelf().books[SIEGE.identity]
    assert (book.path, book.added, book.opened, book.changed) == ("/books/siege.epub", EARLY, EARLY, EARLY)


def test_what_the_reader_did_with_a_book_stays_when_it_is_opened_from_elsewhere() -> None:
    kept = collected([SIEGE.identity], "Summer", LATE)(left(SIEGE.identity, 0.5, 3, EARLY)(shelf()))
    book = opened(SIEGE, "/other/siege.epub", LATE)(kept).books[SIEGE.identity]
    assert book.paths == ("/other/siege.epub", "/books/siege.epub")
    assert (book.share, book.marks, book.collections, book.added) == (0.5, 3, ("Summer",), EARLY)


def test_what_is_read_otherwise_stands_where_it_stood_before() -> None:
    kept = collected([SIEGE.identity], "Summer", LATE)(left(SIEGE.identity, 0.5, 3, EARLY)(shelf()))
    anew = replace(SIEGE, identity="f" * 64)
    (book,) = opened(anew, "/copy/siege.epub", LATE)(kept).standing
    assert (book.identity, book.path) == (anew.identity, "/copy/siege.epub")
    assert (book.share, book.marks, book.collections, book.added) == (0.5, 3, ("Summer",), EARLY)


def test_a_file_that_somebody_wrote_in_is_still_the_same_book() -> None:
    written = replace(SIEGE, identity="f" * 64, digest="e" * 64)
    (book,) = opened(written, "/books/siege.epub", LATE)(shelf()).standing
    assert book.identity == written.identity
    (again,) = opened(SIEGE, "/books/siege.epub", LATE)(
        opened(written, "/books/siege.epub", LATE)(shelf())
    ).standing
    assert (again.identity, again.added) == (SIEGE.identity, EARLY)


def test_another_book_in_a_file_of_that_name_is_another_book() -> None:
    other = replace(SIEGE, identity="f" * 64, digest="e" * 64, title="The sea")
    assert len(opened(other, "/books/siege.epub", LATE)(shelf()).standing) == 2
    copied = replace(SIEGE, identity="f" * 64, digest="e" * 64)
    assert len(opened(copied, "/elsewhere/siege.epub", LATE)(shelf()).standing) == 2


def test_a_book_of_a_folder_was_not_opened() -> None:
    fresh = added(SIEGE, "/books/siege.epub", LATE)(Catalogue()).books[SIEGE.identity]
    assert (fresh.opened, fresh.added) == ("", LATE)
    assert added(SIEGE, "/new/siege.epub", LATE)(shelf()).books[SIEGE.identity].opened == EARLY


def test_a_book_is_taken_off_and_put_back_however_soon_one_follows_the_other() -> None:
    off = taken_off([SIEGE.identity], EARLY)(shelf())
    assert off.standing == ()
    back = taken_off([SIEGE.identity], EARLY, is_off=False)(off)
    assert off.merged(back).standing == back.standing != ()


def test_a_change_counts_also_when_the_clock_goes_backwards() -> None:
    late = collected([SIEGE.identity], "Summer", LATE)(shelf())
    early = collected([SIEGE.identity], "Summer", EARLY, is_in=False)(late)
    assert late.merged(early).collections == ()


def test_a_collection_has_another_name_or_none() -> None:
    both = collected([SIEGE.identity], "Winter", LATE)(collected([SIEGE.identity], "Summer", LATE)(shelf()))
    assert renamed("Summer", "Autumn", LATE)(both).collections == ("Autumn", "Winter")
    assert renamed("Summer", "Winter", LATE)(both).collections == ("Winter",)
    assert renamed("Summer", "", LATE)(both).collections == ("Winter",)


def test_what_changes_nothing_leaves_the_book_as_it_is() -> None:
    kept = left(SIEGE.identity, 0.5, 3, EARLY)(shelf())
    assert left(SIEGE.identity, 0.5, 3, LATE)(kept).books == kept.books
    assert collected([SIEGE.identity], "x", LATE, is_in=False)(kept).books == kept.books
    assert left("nobody knows it", 0.5, 3, LATE)(kept).books == kept.books


def test_a_file_that_was_found_again_is_the_first_of_its_places() -> None:
    book = found_at({SIEGE.identity: "/moved/siege.epub"}, LATE)(shelf()).books[SIEGE.identity]
    assert (book.path, book.opened) == ("/moved/siege.epub", EARLY)


def test_two_changes_never_happen_at_the_same_time() -> None:
    assert len(now()) == len(EARLY)


def test_books_stand_in_the_order_that_is_wanted() -> None:
    books = [SIEGE, SEA, ASH]
    assert ordered(books, Order.TITLE) == [ASH, SEA, SIEGE]
    assert ordered(books, Order.AUTHOR) == [SEA, SIEGE, ASH]
    assert ordered(books, Order.OPENED)[0] == ASH
    assert ordered(books, Order.SHARE)[0] == SEA
    assert ordered(books, Order.ADDED)[0] == SEA


@given(st.lists(st.builds(Book, st.text(), st.text(), st.text(), added=st.text(), opened=st.text())))
def test_an_order_leaves_nobody_out_and_does_not_hang_on_the_one_before(books: list[Book]) -> None:
    for order in Order:
        made = ordered(books, order)
        assert sorted(map(repr, made)) == sorted(map(repr, books))
        assert [book.title for book in ordered(made, order)] == [book.title for book in made]


def test_of_a_folder_only_what_can_be_opened_is_a_book(tmp_path: Path) -> None:
    for name in (
        "b.epub",
        "A.TXT",
        "x.fb2.zip",
        "x.zip",
        "cover.jpg",
        "README.md",
        ".hidden.txt",
        "a.companion.yaml",
    ):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "c.pdf").write_text("x", encoding="utf-8")
    found = [path.name for path in books_below(tmp_path)]
    assert found == ["A.TXT", "b.epub", "x.fb2.zip", "c.pdf"]
    assert list(books_below(tmp_path, is_unwanted=lambda: True)) == []
