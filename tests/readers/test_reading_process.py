from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import pytest
from epub_books import book, package, page, small_book
from pdf_books import Book as PdfBook
from pdf_books import Page as PdfPage
from PIL import Image
from word_files import paragraph, word_file

from companion.core.document import Document
from companion.core.message import Message
from companion.readers import UnreadableError, document_in
from companion.readers.pdf import read_pdf
from companion.readers.process import child, reading_process, spare
from companion.readers.process.document_reading import decoded
from companion.readers.process.frames import BEGINNING, LARGEST_BEGINNING, BrokenOffError
from companion.readers.process.readiness import _SHEET
from companion.readers.process.reading_process import Book, ReadingProcess

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent.parent
pytestmark = pytest.mark.usefixtures("apart")

EPUB = book({"OPS/book.opf": package({"c": "c.xhtml"}, ["c"]), "OPS/c.xhtml": page("<p>Wörter &nbsp;.</p>")})
FB2 = (
    "<?xml version='1.0' encoding='windows-1251'?>"
    "<FictionBook><body><section><p>Слова.</p></section></body></FictionBook>"
)
BOOKS = {
    "a.epub": EPUB,
    "a.fb2": FB2.encode("cp1251"),
    "lies.fb2": FB2.encode("koi8-r").replace(b"windows-1251", b"utf-8"),
    "a.docx": word_file(paragraph("Words.")),
    "a.pdf": _SHEET,
    "a.html": b"<html><body><p>Caf\xe9.</p></body></html>",
    "a.md": b"# A\n\n| a | b |\n|---|---|\n| *c* | `d` |\n\n1. x\n\n```\ncode\n```\n[x][y]\n\n[y]: https://a.example\n",
    "a.txt": "Все счастливые семьи похожи друг на друга. ".encode("cp866") * 20,
    "verse.txt": b"CHAPTER I\n\nTyger Tyger, burning bright,\nIn the forests of the night;\n\n" * 30,
    "japanese.txt": "吾輩は猫である。名前はまだ無い。".encode("euc_jp") * 20,
}


@pytest.fixture
def process() -> Iterator[ReadingProcess]:
    process = ReadingProcess()
    yield process
    process.end()
    assert not process.is_alive


def nobody(share: float) -> None:
    assert 0.0 <= share <= 1.0


@pytest.mark.parametrize("name", BOOKS)
def test_a_book_is_read_shut_in_as_it_is_in_the_open(process: ReadingProcess, name: str) -> None:
    found = decoded(process.form_of(Book(BOOKS[name], name), name, nobody))
    assert found == document_in(BOOKS[name], PurePath(name))


def test_a_text_is_read_in_the_encoding_that_is_wished_for(process: ReadingProcess) -> None:
    found = decoded(process.form_of(Book(b"\x8f\xe0\xa8", "a.txt", "cp866"), "a.txt", nobody))
    assert (found.text, found.encoding) == ("При", "cp866")


def test_a_refusal_comes_back_as_it_was_said(process: ReadingProcess) -> None:
    with pytest.raises(UnreadableError) as caught:
        process.form_of(Book(b"\x7fELF\x02\x01\x01", "a\udce9.txt"), "a\ufffd.txt", nobody)
    sentence = caught.value.sentence
    assert isinstance(sentence, Message)
    assert sentence.template.startswith("“{name}” cannot be opened: it looks like {kind}")
    assert sentence.parts["name"] == "a\ufffd.txt"
    assert isinstance(sentence.parts["kind"], Message)


class EnoughError(Exception):
    """The reader does not want it any more."""


def test_who_loses_patience_ends_the_process(process: ReadingProcess) -> None:
    def lose_patience(share: float) -> None:
        raise EnoughError

    with pytest.raises(EnoughError):
        process.form_of(Book(EPUB, "a.epub"), "a.epub", lose_patience)
    assert not process.is_alive


@pytest.mark.skipif(sys.platform == "win32", reason="signals are for other systems")
def test_a_process_that_dies_is_a_sentence(process: ReadingProcess) -> None:
    def kill(share: float) -> None:
        os.kill(process._process.pid, signal.SIGKILL)

    with pytest.raises(UnreadableError, match=r"“a\.epub” could not be read: something in it broke"):
        process.form_of(Book(EPUB, "a.epub"), "a.epub", kill)


ANSWERS = {
    "nothing": "",
    "an error": "say(b'f', b'ZeroDivisionError')",
    "another thing": "say(b'i', b'')",
    "too much": "os.write(1, b'd' + b'\\xff' * 8)",
    "half of it": "os.write(1, b'd' + (99).to_bytes(8, 'little') + b'x')",
    "no message": "say(b'r', b'[1]')",
    "no JSON": "say(b'r', b'[' * 99999)",
    "no share": "say(b'p', b'much'); say(b'f', b'')",
}
SAY = "import os\ndef say(a, b): os.write(1, a + len(b).to_bytes(8, 'little') + b)\n"


@pytest.mark.parametrize("answer", ANSWERS)
def test_whatever_a_process_says_it_is_a_document_or_a_sentence(
    monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    monkeypatch.setattr(reading_process, "command", lambda: [sys.executable, "-c", SAY + ANSWERS[answer]])
    process = ReadingProcess()
    with pytest.raises(UnreadableError, match="broke the reading off"):
        process.form_of(Book(b"Words", "a.txt"), "a.txt", nobody)
    process.end()


LONG = small_book(*(f"<p>{number} {'All winter the wall stood. ' * 500}</p>" for number in range(4)))


def test_the_beginning_of_a_long_book_is_told_before_the_whole(process: ReadingProcess) -> None:
    begun: list[bytes] = []
    whole = decoded(process.form_of(Book(LONG, "a.epub"), "a.epub", nobody, begun=begun.append))
    (beginning,) = map(decoded, begun)
    assert whole == document_in(LONG, PurePath("a.epub"))
    assert whole.text.startswith(beginning.text)
    assert 20_000 <= len(beginning.text) < len(whole.text)


def test_a_beginning_that_is_too_large_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[bytes] = []
    monkeypatch.setattr(child, "write_frame", lambda handle, letter, form: told.append(letter))
    child._begin(Document("x" * 100))
    monkeypatch.setattr("companion.readers.process.frames.LARGEST_BEGINNING", 99)
    child._begin(Document("x" * 100))
    assert told == [BEGINNING]


def test_nobody_is_told_a_beginning_who_did_not_ask(process: ReadingProcess) -> None:
    assert decoded(process.form_of(Book(LONG, "a.epub"), "a.epub", nobody)).text


def test_who_is_told_a_beginning_can_end_the_process(process: ReadingProcess) -> None:
    def lose_patience(form: bytes) -> None:
        raise EnoughError

    with pytest.raises(EnoughError):
        process.form_of(Book(LONG, "a.epub"), "a.epub", nobody, begun=lose_patience)
    assert not process.is_alive


BEGINNINGS = {
    "two": ("say(b'b', b'one'); say(b'b', b'two'); say(b'd', b'')", 1),
    "a large one": (f"say(b'b', b'x' * {LARGEST_BEGINNING + 1}); say(b'd', b'')", 0),
    "one, and dies": ("say(b'b', b'one')", 1),
    "one, and fails": ("say(b'b', b'one'); say(b'f', b'ValueError')", 1),
}


@pytest.mark.parametrize("told", BEGINNINGS)
def test_a_process_that_goes_wrong_after_a_beginning_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, told: str
) -> None:
    script, count = BEGINNINGS[told]
    monkeypatch.setattr(reading_process, "command", lambda: [sys.executable, "-c", SAY + script])
    process, begun = ReadingProcess(), []  # type: ignore[var-annotated]
    with pytest.raises(UnreadableError, match="broke the reading off"):
        process.form_of(Book(b"Words", "a.txt"), "a.txt", nobody, begun=begun.append)
    assert len(begun) == count
    process.end()


def test_a_beginning_that_nobody_asked_for_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    script = SAY + "say(b'b', b'one'); say(b'd', b'')"
    monkeypatch.setattr(reading_process, "command", lambda: [sys.executable, "-c", script])
    process = ReadingProcess()
    with pytest.raises(UnreadableError, match="broke the reading off"):
        process.form_of(Book(b"Words", "a.txt"), "a.txt", nobody)
    process.end()


def test_a_process_that_wants_too_much_memory_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    script = SAY + "say(b'f', b'MemoryError')"
    monkeypatch.setattr(reading_process, "command", lambda: [sys.executable, "-c", script])
    process = ReadingProcess()
    with pytest.raises(UnreadableError, match="more memory than any book"):
        process.form_of(Book(b"Words", "a.txt"), "a.txt", nobody)
    process.end()


def test_a_process_that_never_answers_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    script = "import time\nwhile True: time.sleep(1)"
    monkeypatch.setattr(reading_process, "command", lambda: [sys.executable, "-c", script])
    monkeypatch.setattr(reading_process, "LONGEST", 0.2)
    process = ReadingProcess()
    with pytest.raises(UnreadableError, match="could not be read within"):
        process.form_of(Book(b"Words" * 50_000, "a.txt"), "a.txt", nobody)
    assert not process.is_alive


# -- pictures


def png(width: int, height: int, mode: str = "RGB") -> bytes:
    made = io.BytesIO()
    Image.new(mode, (width, height), "red" if mode == "RGB" else 0).save(made, "PNG")
    return made.getvalue()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'
PICTURES = {
    "OPS/small.png": png(30, 20),
    "OPS/wide.png": png(900, 300),
    "OPS/huge.png": png(8000, 6000, "1"),
    "OPS/cut.png": png(30, 20)[:60],
    "OPS/drawing.png": SVG,
    "OPS/lies.jpg": png(3, 3),
}
TEXT = {"OPS/book.opf": package({"c": "c.xhtml"}, ["c"]), "OPS/c.xhtml": page("<p>A</p>")}
ILLUSTRATED = book({**TEXT, **PICTURES})


def test_pictures_are_shown_no_larger_than_asked_and_only_if_they_are_some(process: ReadingProcess) -> None:
    assert process.picture(Book(ILLUSTRATED, "a.epub"), "epub", "OPS/none.png", 9, 9) is None
    found = {
        name.removeprefix("OPS/"): process.picture(None, "epub", name, 300, 200)
        for name in (*PICTURES, "/etc/passwd", "../OPS/small.png")
    }
    sizes = {name: pixels and (pixels.width, pixels.height) for name, pixels in found.items()}
    assert sizes.pop("small.png") == (30, 20)
    assert sizes.pop("wide.png") == (300, 100)
    assert sizes.pop("lies.jpg") == (3, 3)
    assert set(sizes.values()) == {None}
    small = found["small.png"]
    assert small is not None
    assert small.data == b"\xff\0\0\xff" * 600
    assert process.is_alive


def test_pictures_of_a_book_that_was_not_read_by_it(process: ReadingProcess) -> None:
    shown = process.picture(Book(ILLUSTRATED, "a.epub"), "epub", "OPS/wide.png", 90, 90)
    assert shown is not None
    assert (shown.width, shown.height, len(shown.data)) == (90, 30, 90 * 30 * 4)


def test_pictures_of_a_pdf_are_drawn_by_it(process: ReadingProcess) -> None:
    page = PdfPage()
    page.line(60, 540, "The gate by night")
    page.picture(100, 300, 160, 120)
    data = PdfBook([page]).data()
    source = read_pdf(data, "a.pdf", "").pictures[0].source
    shown = process.picture(Book(data, "a.pdf"), "pdf", source, 80, 80)
    assert shown is not None
    assert (shown.width, shown.height) == (80, 60)
    assert shown.data[:4] == bytes((255, 0, 0, 255))
    assert process.picture(None, "pdf", "page 9 at 0.0 0.0 9.0x9.0, 9 pixels", 80, 80) is None


def test_a_picture_that_is_not_what_was_asked_for_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    script = SAY + "say(b'i', b'\\x09\\0\\0\\0' * 2 + b'x' * 324)"
    monkeypatch.setattr(reading_process, "command", lambda: [sys.executable, "-c", script])
    process = ReadingProcess()
    with pytest.raises(BrokenOffError):
        process.picture(Book(b"", "a.epub"), "epub", "a.png", 8, 8)
    process.end()


# -- the jail

TRIES = """
import ctypes, mmap, os, socket, subprocess, sys, threading
from companion.readers.process.jail import shut_in
libc = ctypes.CDLL(None)
shut_in()
def tried(verb):
    try:
        return verb()
    except BaseException as error:
        return error
names = dict(
    read=lambda: open("/etc/passwd").read(), write=lambda: open("/tmp/hostile-slip-test", "w"),
    handle=lambda: os.open("/etc/passwd", 0), look=lambda: os.listdir("/"), socket=lambda: socket.socket(),
    fork=os.fork, shell=lambda: os.system("true"), program=lambda: subprocess.Popen("true"),
    kill=lambda: os.kill(os.getppid(), 0), thread=lambda: threading.Thread(target=print).start(),
    module=lambda: __import__("wave"), memory=lambda: bytearray(1800 * 1024 * 1024),
    code=lambda: mmap.mmap(-1, 4096, prot=mmap.PROT_EXEC | mmap.PROT_READ),
    c_open=lambda: libc.open(b"/etc/passwd", 0) >= 0 or None,
    c_stat=lambda: not libc.access(b"/etc/passwd", 4) or None,
    c_socket=lambda: libc.socket(2, 1, 0) >= 0 or None, c_shell=lambda: libc.system(b"true") == 0 or None,
    c_kill=lambda: libc.kill(os.getppid(), 0) == 0 or None,
)
for name, verb in names.items():
    found = tried(verb)
    if found is not None and not isinstance(found, (OSError, ImportError, MemoryError, RuntimeError)):
        os.write(1, f"{name}: {found!r}\\n".encode())
os.write(1, b"shut in")
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems shut in less")
def test_a_process_that_is_shut_in_reaches_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", TRIES], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.stdout == "shut in", done.stderr


def test_a_file_in_the_folder_one_stands_in_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("companion", "lxml", "json"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit", "utf-8")
    monkeypatch.chdir(tmp_path)
    process = ReadingProcess()
    assert decoded(process.form_of(Book(EPUB, "a.epub"), "a.epub", nobody)).text
    process.end()


# -- one in reserve


def test_one_in_reserve_is_taken_once_and_only_if_it_lives() -> None:
    reserve = spare.Spare()
    reserve.make_ready()
    reserve.make_ready()
    first = reserve.take()
    second = reserve.take()
    assert first is not second
    reserve.make_ready()
    assert reserve._process is not None
    reserve._process.end()
    third = reserve.take()
    assert third.is_alive
    reserve.end()
    reserve.make_ready()
    assert reserve._process is None
    for process in (first, second, third):
        process.end()
