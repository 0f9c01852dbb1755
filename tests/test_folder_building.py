"""A companion for each book of a folder, by several processes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion import cli
from companion.building import Complaint
from companion.folder_building import built

if TYPE_CHECKING:
    from pathlib import Path

    from running import Running

STORY = "Anna Verl held the walls of Aldmere. Anna Verl wrote to Captain Oak in 1643.\n"


@pytest.fixture
def books(tmp_path: Path) -> Path:
    folder = tmp_path / "books"
    (folder / "below").mkdir(parents=True)
    (folder / "siege.txt").write_text(STORY, encoding="utf-8")
    (folder / "siege.md").write_text(STORY, encoding="utf-8")
    (folder / "below" / "bad.epub").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    return folder


def test_each_book_has_its_companion_and_what_failed_is_told(books: Path, tmp_path: Path) -> None:
    out = tmp_path / "made"
    lines = list(built(books, out, 2))
    told = [line for line in lines if not isinstance(line, Complaint)]
    assert len(told) == 2
    assert all("companion.yaml" in line and line.endswith(".\n") for line in told)
    complaints = [line.sentence for line in lines if isinstance(line, Complaint)]
    assert len(complaints) == 1
    assert "bad.epub" in complaints[0]
    made = sorted(path.name for path in out.rglob("*.yaml"))
    assert made == ["siege.companion.yaml", "siege.txt.companion.yaml"]


def test_what_is_there_is_left_as_it_is(books: Path) -> None:
    mine = books / "siege.companion.yaml"
    mine.write_text("title: mine\n", encoding="utf-8")
    (books / "siege.txt").unlink()
    (books / "below" / "bad.epub").unlink()
    lines = list(built(books, None, 1))
    assert lines == [f"{books / 'siege.md'}: {mine} is there already.\n"]
    assert mine.read_text("utf-8") == "title: mine\n"


def test_the_command_ends_with_one_when_a_book_failed(books: Path, run: Running) -> None:
    (books / "siege.txt").unlink()
    (books / "siege.md").unlink()
    done = run("build", "--jobs", "1", str(books))
    assert done.status == cli.UNUSABLE
    assert "bad.epub" in done.err


@pytest.mark.parametrize("folder", ["", ".", "/"])
def test_a_folder_wants_a_number_of_jobs(folder: str, run: Running) -> None:
    done = run("build", folder)
    assert done.status == cli.UNUSABLE
    assert "is a folder; with --jobs" in done.err


def test_of_a_folder_without_books_that_is_said(tmp_path: Path, run: Running) -> None:
    done = run("build", "--jobs", "2", str(tmp_path))
    assert (done.status, done.out) == (cli.DONE, f"{tmp_path}: there is no book in it.\n".encode())


@pytest.mark.parametrize("wrong", ["0", "many", "1000"])
def test_a_number_of_processes_that_makes_no_sense_is_refused(wrong: str) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.parse(["build", "--jobs", wrong, "books"])
    assert ended.value.code == 2


def test_companions_are_put_into_a_folder(books: Path, run: Running) -> None:
    done = run("build", "--jobs", "1", str(books), "-o", str(books / "siege.txt"))
    assert (done.status, "is no folder" in done.err) == (cli.UNUSABLE, True)
