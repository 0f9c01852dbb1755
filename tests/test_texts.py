"""A file is opened by a process, or from what was kept of it."""

from __future__ import annotations

import os
import time
from pathlib import Path
from threading import Event, Timer
from typing import TYPE_CHECKING

import pytest
from epub_books import book, package, page, small_book
from reading_here import ReadingHere

from companion.readers import UnreadableError
from companion.readers.process.refusals import broken_off
from companion.store.identity import identity
from companion.texts import Opened, Texts, read_text_at, usual_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.readers.process.reading_process import ReadingProcess

BMP = (
    b"BM\x3a\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x01\0\0\0\x01\0\0\0\x01\0\x18\0\0\0\0\0\x04"
    + b"\0" * 19
    + b"\0\0\xff\0"
)


class Refusing:
    """Stands for a reserve of processes from which none may be taken."""

    def take(self) -> ReadingProcess:
        raise AssertionError("a process was taken")

    def end(self) -> None:
        pass


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("Words and more of them.", "utf-8")
    return path


def test_the_second_time_nothing_is_read(text: Path, tmp_path: Path) -> None:
    first = Texts(tmp_path / "kept").open(text)
    again = Texts(tmp_path / "kept", Refusing()).open(text)  # type: ignore[arg-type]
    assert again.document == first.document


def test_what_changes_the_reading_has_it_read_anew(text: Path, tmp_path: Path) -> None:
    texts = Texts(tmp_path / "kept")
    assert texts.open(text).document.text == "Words and more of them."
    assert texts.open(text, encoding="utf-16-le").document.encoding == "utf-16-le"
    other = text.rename(tmp_path / "other.txt")
    assert texts.open(other).document.title == "other"
    other.write_text("Something else.", "utf-8")
    assert texts.open(other).document.text == "Something else."
    assert len([*(tmp_path / "kept").iterdir()]) == 4


def test_a_text_is_known_again_by_what_was_kept_of_it(text: Path, tmp_path: Path) -> None:
    first, again = (Texts(tmp_path / "kept").open(text) for _ in range(2))
    assert first.identity == again.identity == identity(first.document)
    assert Texts().open(text).identity == ""


@pytest.mark.parametrize(
    "spoil", [lambda data: data[:-1], lambda data: data[:9] + b"?" + data[10:], lambda _: b""]
)
def test_what_was_kept_and_is_damaged_is_read_anew(text: Path, tmp_path: Path, spoil: object) -> None:
    texts = Texts(tmp_path / "kept")
    document = texts.open(text).document
    (kept,) = (tmp_path / "kept").iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(spoil(whole))  # type: ignore[operator]
    assert texts.open(text).document == document
    assert kept.read_bytes() == whole


def test_a_folder_that_cannot_be_had_is_no_harm(text: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file", "utf-8")
    assert Texts(tmp_path / "kept").open(text).document.text


def test_a_refusal_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\x7fELF\x02\x01\x01")
    with pytest.raises(UnreadableError):
        Texts(tmp_path / "kept").open(path)
    assert not (tmp_path / "kept").exists()


def test_a_system_that_starts_no_process_is_a_sentence(text: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def start() -> None:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("companion.readers.process.spare.ReadingProcess", start)
    with pytest.raises(UnreadableError, match="starts no further program"):
        read_text_at(text)


def test_what_breaks_a_rule_is_a_sentence(text: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ReadingHere, "form_of", lambda *_, **more: b"no document")
    with pytest.raises(UnreadableError, match="broke the reading off"):
        read_text_at(text)


@pytest.fixture
def illustrated(tmp_path: Path) -> Path:
    path = tmp_path / "a.epub"
    opf = package({"c": "c.xhtml"}, ["c"])
    words = page('<p>Words</p><p><img src="a.bmp" alt="A red dot"/></p>')
    path.write_bytes(book({"OPS/book.opf": opf, "OPS/c.xhtml": words, "OPS/a.bmp": BMP}))
    return path


def test_pictures_are_there_also_where_nothing_was_read(illustrated: Path, tmp_path: Path) -> None:
    texts = Texts(tmp_path / "kept")
    for _ in range(2):
        document, pictures, _ = texts.open(illustrated)
        shown = pictures.picture(document.pictures[0].source, 9, 9)
        assert shown is not None
        assert (shown.width, shown.height, shown.data) == (1, 1, b"\xff\0\0\xff")
        assert pictures.picture("OPS/none.bmp", 9, 9) is None
        pictures.end()
        assert pictures.picture(document.pictures[0].source, 9, 9) is None


def test_no_pictures_of_another_file_are_shown(illustrated: Path, tmp_path: Path) -> None:
    texts = Texts(tmp_path / "kept")
    texts.open(illustrated).pictures.end()
    document, pictures, _ = texts.open(illustrated)
    illustrated.write_bytes(illustrated.read_bytes() + b" ")
    assert pictures.picture(document.pictures[0].source, 9, 9) is None
    illustrated.unlink()
    assert pictures.picture(document.pictures[0].source, 9, 9) is None


@pytest.mark.usefixtures("apart")
def test_all_of_it_with_processes(illustrated: Path, tmp_path: Path) -> None:
    texts = Texts(tmp_path / "kept")
    texts.spare.make_ready()
    document, pictures, _ = texts.open(illustrated)
    assert pictures.picture(document.pictures[0].source, 9, 9) is not None
    process = pictures._process
    assert process is not None
    assert process.is_alive
    assert pictures.picture(document.pictures[0].source, 1, 1) is not None
    assert pictures._process is process
    pictures.end()
    texts.end()
    assert not process.is_alive


@pytest.mark.usefixtures("apart")
def test_what_could_not_be_foreseen_is_read_all_the_same(tmp_path: Path) -> None:
    russian = "Все счастливые семьи похожи друг на друга. "
    lie = page(f"<p>{russian * 9}</p>").encode("koi8-r")
    path = tmp_path / "lie.epub"
    path.write_bytes(book({"OPS/book.opf": package({"c": "c.xhtml"}, ["c"]), "OPS/c.xhtml": lie}))
    assert russian in read_text_at(path).text


# -- the beginning of a long one


@pytest.fixture
def long_book(tmp_path: Path) -> Path:
    path = tmp_path / "long.epub"
    parts = (f"<p>{number} {'All winter the wall stood. ' * 500}</p>" for number in range(4))
    path.write_bytes(small_book(*parts))
    return path


def test_the_beginning_of_a_long_book_is_told_first(long_book: Path, tmp_path: Path) -> None:
    texts, begun = Texts(tmp_path / "kept"), list[Opened]()
    whole = texts.open(long_book, begun=begun.append)
    (beginning,) = begun
    assert whole.document.text.startswith(beginning.document.text)
    assert beginning.pictures is whole.pictures
    texts.open(long_book, begun=begun.append).pictures.end()  # it was kept, and so is there at once
    assert len(begun) == 1
    whole.pictures.end()


def test_the_beginning_of_what_is_read_ahead_is_told_when_it_is_opened(
    long_book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, usual = Event(), ReadingHere.form_of

    def slow(here: ReadingHere, *given: object, **more: object) -> bytes:
        form = usual(here, *given, **more)  # type: ignore[arg-type]
        assert go_on.wait(20)
        return form

    def tell(opened: Opened) -> None:
        begun.append(opened)
        go_on.set()

    monkeypatch.setattr(ReadingHere, "form_of", slow)
    texts, begun = Texts(), list[Opened]()
    texts.read_ahead(long_book)
    whole = texts.open(long_book, begun=tell)
    assert len(begun) == 1
    assert begun[0].pictures is whole.pictures
    go_on.clear()
    texts.read_ahead(long_book)
    Timer(0.1, go_on.set).start()
    assert texts.open(long_book).document == whole.document  # who does not want it is told nothing


@pytest.mark.parametrize("how", ["dies", "speaks nonsense", "is not wanted"])
def test_a_book_that_is_not_read_on_shows_no_pictures(
    long_book: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    usual = ReadingHere.form_of

    def broken(here: ReadingHere, *given: object, **more: object) -> bytes:
        usual(here, *given, **more)  # type: ignore[arg-type]
        if how == "dies":
            raise broken_off("a.epub")
        return b"no document"

    def tell(opened: Opened) -> None:
        begun.append(opened)
        if how == "is not wanted":
            raise EnoughError

    monkeypatch.setattr(ReadingHere, "form_of", broken)
    begun: list[Opened] = []
    with pytest.raises(EnoughError if how == "is not wanted" else UnreadableError):
        Texts().open(long_book, begun=tell)
    assert begun[0].pictures._is_over


def test_a_beginning_that_breaks_a_rule_is_a_sentence(
    long_book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lie(
        here: ReadingHere,
        book: object,
        name: str,
        report: object,
        begun: Callable[[bytes], None],
        **_: object,
    ) -> bytes:
        begun(b"no document")
        raise AssertionError("it was believed")

    monkeypatch.setattr(ReadingHere, "form_of", lie)
    begun: list[Opened] = []
    with pytest.raises(UnreadableError, match="broke the reading off"):
        Texts().open(long_book, begun=begun.append)
    assert begun == []


@pytest.mark.usefixtures("apart")
def test_a_beginning_comes_from_a_process(long_book: Path) -> None:
    texts, begun = Texts(), list[Opened]()
    texts.read_ahead(long_book)
    whole = texts.open(long_book, begun=begun.append)
    assert all(whole.document.text.startswith(one.document.text) for one in begun)
    assert len(begun) <= 1
    texts.end()


# -- ahead of time


class Once:
    """Stands for a reserve from which one process may be taken."""

    def __init__(self) -> None:
        self.taken = 0

    def take(self) -> ReadingHere:
        self.taken += 1
        assert self.taken == 1
        return ReadingHere()

    def end(self) -> None:
        pass


def test_what_is_read_ahead_is_read_once(text: Path) -> None:
    texts = Texts(None, Once())  # type: ignore[arg-type]
    assert not texts.has_read_ahead
    texts.read_ahead(text)
    until = time.monotonic() + 30
    while not texts.has_read_ahead and time.monotonic() < until:
        time.sleep(0.001)
    assert texts.has_read_ahead
    shares: list[float] = []
    assert texts.open(text, progress=shares.append).document.text == "Words and more of them."
    assert shares[-1] == 1.0
    texts.end()


@pytest.mark.parametrize("change", ["file", "path", "encoding"])
def test_what_was_read_ahead_in_vain_is_left(text: Path, tmp_path: Path, change: str) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Another text.", "utf-8")
    texts = Texts()
    texts.read_ahead(text)
    if change == "file":
        text.write_text("Words that came later, and some more of them.", "utf-8")
        assert texts.open(text).document.text.startswith("Words that came later")
    elif change == "path":
        assert texts.open(other).document.text == "Another text."
    else:
        assert texts.open(text, encoding="cp1252").document.encoding == "cp1252"
    assert texts.open(text).document.text.startswith("Words")
    texts.end()


def test_a_refusal_ahead_of_time_is_told_when_it_is_opened(tmp_path: Path) -> None:
    texts = Texts()
    texts.read_ahead(tmp_path / "absent.txt")
    with pytest.raises(UnreadableError, match=r"no file “absent\.txt”"):
        texts.open(tmp_path / "absent.txt")


class EnoughError(Exception):
    """The reader does not want it any more."""


def test_what_is_read_ahead_can_be_cancelled(text: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def long(here: ReadingHere, book: object, name: str, report: Callable[[float], None], **_: bool) -> bytes:
        while True:
            report(0.5)
            time.sleep(0.01)

    def lose_patience(share: float) -> None:
        if share:
            raise EnoughError

    monkeypatch.setattr(ReadingHere, "form_of", long)
    texts = Texts()
    texts.read_ahead(text)
    with pytest.raises(EnoughError):
        texts.open(text, progress=lose_patience)
    texts.read_ahead(text)
    texts.end()


def test_texts_are_kept_where_the_system_keeps_such_things(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert usual_folder() == Path(os.environ["XDG_CACHE_HOME"]) / "reading-companion" / "texts"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert usual_folder() == tmp_path / ".cache" / "reading-companion" / "texts"
