"""What stands in the index is known without opening it, and never when that may be wrong."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from companion.core.notes import Mark
from companion.shelf.index import Index
from companion.shelf.taken_in import TakenIn

if TYPE_CHECKING:
    from pathlib import Path

MARK = Mark("urn:1", None, version="a")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "shelf" / "index.db"
    Index(path).close()
    return path


@pytest.fixture
def taken(file: Path) -> TakenIn:
    made = TakenIn(file)
    made.note("book", "stamp", [MARK])
    return made


def test_what_was_noted_is_known_as_it_was(taken: TakenIn, file: Path) -> None:
    assert taken.knows("book", "stamp", [MARK])
    assert TakenIn(file).knows("book", "stamp", [MARK])
    assert not taken.knows("another", "stamp", [MARK])
    assert not taken.knows("book", "another", [MARK])
    assert not taken.knows("book", "stamp", [])
    assert not taken.knows("book", "stamp", [Mark("urn:1", None, version="b")])


def test_an_index_that_is_gone_or_made_anew_holds_nothing(taken: TakenIn, file: Path) -> None:
    file.unlink()
    assert not taken.knows("book", "stamp", [MARK])
    Index(file).close()
    assert not taken.knows("book", "stamp", [MARK])


def test_a_damaged_index_is_made_anew_and_holds_nothing(taken: TakenIn, file: Path) -> None:
    file.write_bytes(b"no database at all" * 100)
    Index(file).close()
    assert not taken.knows("book", "stamp", [MARK])


def test_an_index_that_is_opened_again_holds_what_it_held(taken: TakenIn, file: Path) -> None:
    Index(file).close()
    assert taken.knows("book", "stamp", [MARK])


def test_a_text_that_was_taken_out_is_not_known(taken: TakenIn, file: Path) -> None:
    taken.note("other", "stamp", [])
    index = Index(file)
    index.forget("book")
    index.close()
    assert not taken.knows("book", "stamp", [MARK])
    assert taken.knows("other", "stamp", [])


def test_after_some_weeks_the_index_is_asked_again(taken: TakenIn, file: Path) -> None:
    (noted,) = file.with_name("index.db.taken").iterdir()
    for days in (-1, 15):
        then = time.time() - days * 86_400
        os.utime(noted, (then, then))
        assert not taken.knows("book", "stamp", [MARK])


def test_what_cannot_be_written_is_not_known(tmp_path: Path) -> None:
    (tmp_path / "index.db").touch()
    (tmp_path / "index.db.taken").touch()
    taken = TakenIn(tmp_path / "index.db")
    taken.note("book", "stamp", [])
    assert not taken.knows("book", "stamp", [])
    taken.forget("book")
    taken.forget_all()
