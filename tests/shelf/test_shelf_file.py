"""The catalogue of the shelf: what is kept of a book, by two windows, through damage, and found again."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.readers.process.book_pictures import checksum_of
from companion.shelf.books import Book, Catalogue, sought
from companion.shelf.finding_again import found_again
from companion.shelf.shelf_file import ShelfFile, ShelfNotSavedError
from companion.store.seal import sealed, unsealed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SIEGE = Book("a" * 64, "The siege of Aldmere", "Ann Oak", paths=("/books/siege.txt",), added="2026-01-01")
SEA = Book("b" * 64, "The sea\n“quoted” \ud800", "Öß", added="2026-02-01", share=0.25, marks=3)


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    catalogue = Catalogue().with_book(SIEGE).with_book(SEA.in_collection("Summer", "2026-03"))
    ShelfFile(tmp_path / "new").save(catalogue)
    assert ShelfFile(tmp_path / "new").load() == catalogue


def test_two_windows_lose_nothing_of_each_other(tmp_path: Path) -> None:
    one, other = ShelfFile(tmp_path), ShelfFile(tmp_path)
    one.save(Catalogue().with_book(SIEGE))
    both = other.save(Catalogue().with_book(SEA))
    assert set(both.books) == {SIEGE.identity, SEA.identity}
    assert one.load() == both


def test_of_a_damaged_file_the_one_before_it_is_taken_and_it_is_kept(tmp_path: Path) -> None:
    file = ShelfFile(tmp_path)
    file.save(Catalogue().with_book(SIEGE))
    file.save(Catalogue().with_book(SEA))
    path = tmp_path / "shelf.json"
    damaged = bytearray(path.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    path.write_bytes(damaged)
    assert SIEGE.identity in file.load().books
    file.save(Catalogue().with_book(SEA))
    assert set(file.load().books) == {SIEGE.identity, SEA.identity}
    assert [found.read_bytes() for found in tmp_path.glob("*damaged*")] == [bytes(damaged)]


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ShelfNotSavedError, match="could not be saved"):
        ShelfFile(tmp_path / "file").save(Catalogue().with_book(SIEGE))


def written(path: Path, told: dict[str, object]) -> bytes:
    data = sealed(json.dumps(told).encode()[1:])
    path.write_bytes(data)
    return data


def test_what_a_newer_program_keeps_besides_stays(tmp_path: Path) -> None:
    file, path = ShelfFile(tmp_path), tmp_path / "shelf.json"
    file.save(Catalogue().with_book(SIEGE))
    told = unsealed(path.read_bytes())
    told["books"][0] |= {"rating": 5, "further": "no field of ours", "shelves": [{"name": "é"}]}
    written(path, {name: value for name, value in told.items() if name != "sha256"} | {"sorted_by": "author"})
    book = file.load().books[SIEGE.identity]
    file.save(Catalogue().with_book(book.opened_from("/elsewhere/siege.epub", "2026-05-01")).with_book(SEA))
    kept = unsealed(path.read_bytes())
    assert kept["sorted_by"] == "author"
    assert kept["books"][0]["opened"] == "2026-05-01"
    assert {name: kept["books"][0][name] for name in ("rating", "further", "shelves")} == {
        "rating": 5,
        "further": "no field of ours",
        "shelves": [{"name": "é"}],
    }
    assert "rating" not in kept["books"][1]


def test_a_shelf_of_a_newer_form_is_shown_and_not_written(tmp_path: Path) -> None:
    file, path = ShelfFile(tmp_path), tmp_path / "shelf.json"
    file.save(Catalogue().with_book(SIEGE))
    told = unsealed(path.read_bytes()) | {"format": 2}
    for newer in (told, told | {"books": {"otherwise": "kept"}}):
        data = written(path, {name: value for name, value in newer.items() if name != "sha256"})
        with pytest.raises(ShelfNotSavedError, match="newer version"):
            file.save(Catalogue().with_book(SEA))
        assert path.read_bytes() == data
        file.load()
    assert not list(tmp_path.glob("*damaged*"))


def test_the_books_opened_last_stand_first_and_those_taken_off_nowhere() -> None:
    catalogue = Catalogue().with_book(SIEGE).with_book(SEA)
    assert catalogue.standing == (SEA, SIEGE)
    opened = SIEGE.opened_from("/elsewhere/siege.epub", "2026-05-01")
    assert opened.paths == ("/elsewhere/siege.epub", "/books/siege.txt")
    assert catalogue.with_book(opened).standing == (opened, SEA)


def test_collections_and_words_choose_books() -> None:
    siege = (
        SIEGE.in_collection("Wars", "2026-03")
        .in_collection("Summer", "2026-03")
        .in_collection("Wars", "2026-04")
    )
    catalogue = Catalogue().with_book(siege).with_book(SEA)
    assert catalogue.collections == ("Summer", "Wars")
    assert sought(catalogue.standing, "SIEGE oak") == [siege]
    assert sought(catalogue.standing, "wars") == [siege]
    assert siege.in_collection("Wars", "2026-05", is_in=False).collections == ("Summer",)


BOOKS = st.builds(
    Book,
    identity=st.sampled_from("abc"),
    title=st.sampled_from(["x", "y"]),
    changed=st.sampled_from(["1", "2", "3"]),
    share=st.sampled_from([0.0, 0.5]),
)
CATALOGUES = st.lists(BOOKS, max_size=4).map(lambda books: Catalogue({book.identity: book for book in books}))


@given(CATALOGUES, CATALOGUES, CATALOGUES)
def test_merging_is_commutative_associative_and_idempotent(
    one: Catalogue, other: Catalogue, third: Catalogue
) -> None:
    assert one.merged(other) == other.merged(one)
    assert one.merged(other).merged(third) == one.merged(other.merged(third))
    assert one.merged(one) == one


@pytest.mark.parametrize("digest_of", [checksum_of, lambda data: hashlib.sha256(data).hexdigest()])
def test_a_file_that_was_moved_and_renamed_is_found_by_its_bytes(
    tmp_path: Path, digest_of: Callable[[bytes], str]
) -> None:
    old, words = tmp_path / "siege.txt", b"All winter the wall stood."
    old.write_bytes(words)
    book = Book("a" * 64, "The siege", paths=(str(old),), size=len(words), digest=digest_of(words))
    (tmp_path / "deep" / "deeper").mkdir(parents=True)
    new = old.rename(tmp_path / "deep" / "deeper" / "renamed.txt")
    (tmp_path / "deep" / "same size.txt").write_bytes(b"All summer the gate fell..")
    assert found_again([book], [tmp_path, tmp_path]) == {book.identity: new}
    assert found_again([book], [tmp_path], is_unwanted=lambda: True) == {}
    assert found_again([Book("c" * 64, "Unknown")], [tmp_path]) == {}
