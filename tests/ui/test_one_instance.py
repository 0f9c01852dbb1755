from __future__ import annotations

import os
import shutil
import socket as sockets
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication

from companion.store.lock import locked
from companion.ui.program import one_instance
from companion.ui.program.one_instance import FilesOfTheSystem, OneInstance, Request, startup_token
from companion.ui.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(ROOT.anchor)
unix = pytest.mark.skipif(sys.platform == "win32", reason="pipes of Windows are no files")


@pytest.fixture(autouse=True)
def meeting_folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for sockets alone: their names must be short, and no other program may be met."""
    folder = Path(tempfile.mkdtemp(prefix="rc"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def listening(qtbot: QtBot) -> Iterator[OneInstance]:
    instance = OneInstance()
    assert instance.begin(Request()) is False
    assert instance.is_listening
    yield instance
    instance.end()
    instance.deleteLater()


@pytest.fixture
def visitor(qtbot: QtBot, listening: OneInstance) -> Iterator[QLocalSocket]:
    socket = QLocalSocket()
    socket.connectToServer(one_instance._meeting_place()[0])
    assert socket.waitForConnected(5000)
    yield socket
    socket.abort()
    socket.deleteLater()


# -- what is said

paths = st.none() | st.text(st.characters(exclude_characters="\0"), max_size=60).map(HERE.joinpath)


@given(paths, paths, st.from_regex(r"[ -~]{0,40}", fullmatch=True))
def test_a_request_comes_as_it_went(file: Path | None, companion: Path | None, token: str) -> None:
    request = Request(file, companion, token)
    line = request.to_bytes()
    assert line.index(b"\n") == len(line) - 1
    assert Request.from_bytes(line) == request


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\xff\n",
        b"open /etc/passwd\n",
        b"[]\n",
        b'"/a"\n',
        b'{"file": "relative.txt"}\n',
        b'{"file": 3}\n',
        b'{"file": ["/a"]}\n',
        b'{"file": "/a\\u0000b"}\n',
        b'{"file": "/%s"}\n' % (b"a" * 40_000),
        b'{"run": "/bin/sh"}\n',
        b'{"token": "a\\nb"}\n',
        b'{"token": "%s"}\n' % (b"a" * 1000),
        b"[" * 100_000,
    ],
)
def test_anything_else_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        Request.from_bytes(line)


def test_the_longest_path_fits_in_a_message() -> None:
    longest = Request(HERE / ("\N{PILE OF POO}" * (one_instance._LONGEST_PATH - len(str(HERE)))))
    assert len(longest.to_bytes()) < one_instance._LONGEST_MESSAGE
    assert Request.from_bytes(longest.to_bytes()) == longest


def test_the_token_of_the_desktop_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)
    monkeypatch.setenv("DESKTOP_STARTUP_ID", "shell_TIME12")
    assert startup_token() == "shell_TIME12"
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "a\x1bb")
    assert startup_token() == ""


# -- who listens, and to whom


def test_a_request_is_told_and_answered(qtbot: QtBot, listening: OneInstance, visitor: QLocalSocket) -> None:
    request = Request(HERE / "büch er.txt", None, "token")
    with qtbot.waitSignal(listening.asked) as told:
        visitor.write(request.to_bytes())
    assert told.args == [request]
    qtbot.waitUntil(lambda: visitor.bytesAvailable() > 0)
    assert visitor.readAll().data() == b"taken\n"


def test_a_request_may_come_in_pieces(qtbot: QtBot, listening: OneInstance, visitor: QLocalSocket) -> None:
    line = Request(HERE / "book.txt").to_bytes()
    visitor.write(line[:9])
    visitor.flush()
    qtbot.wait(20)
    with qtbot.waitSignal(listening.asked):
        visitor.write(line[9:])


@pytest.mark.parametrize("sent", [b"nonsense\n", b"{}" * 400_000, b""], ids=["nonsense", "endless", "silent"])
def test_who_makes_no_sense_is_let_go(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, listening: OneInstance, visitor: QLocalSocket, sent: bytes
) -> None:
    monkeypatch.setattr(one_instance, "_PATIENCE", 3.0 if sent else 0.05)
    with qtbot.assertNotEmitted(listening.asked):
        if sent:
            visitor.write(sent)
        qtbot.waitUntil(lambda: visitor.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert visitor.readAll().data() == b""
    assert listening.is_listening


@unix
def test_only_the_user_reaches_the_socket(listening: OneInstance, meeting_folder: Path) -> None:
    (socket,) = (path for path in meeting_folder.iterdir() if stat.S_ISSOCK(path.lstat().st_mode))
    assert socket.lstat().st_mode & 0o077 == 0


@unix
def test_a_folder_that_others_can_enter_is_not_used(
    meeting_folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    meeting_folder.chmod(0o755)
    assert next(one_instance._own_folders()) == tmp_path / f"reading-companion-{os.getuid()}"
    (tmp_path / f"reading-companion-{os.getuid()}").chmod(0o777)
    instance = OneInstance()
    assert instance.begin(Request()) is False
    assert not instance.is_listening
    instance.deleteLater()


@unix
def test_a_socket_that_a_killed_program_left_is_replaced(qtbot: QtBot) -> None:
    name, _ = one_instance._meeting_place()
    dead = sockets.socket(sockets.AF_UNIX)
    dead.bind(name)
    dead.close()
    assert Path(name).exists()
    instance = OneInstance()
    assert instance.begin(Request()) is False
    assert instance.is_listening
    instance.end()
    assert not Path(name).exists()
    instance.deleteLater()


def test_who_finds_the_place_taken_for_long_starts_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_instance, "_PATIENCE", 0.05)
    instance = OneInstance()
    with locked(one_instance._meeting_place()[1], 1):
        assert instance.begin(Request()) is False
    assert not instance.is_listening
    instance.deleteLater()


def test_a_program_that_hangs_does_not_hold_up_the_next(
    monkeypatch: pytest.MonkeyPatch, listening: OneInstance
) -> None:
    monkeypatch.setattr(one_instance, "_PATIENCE", 0.05)
    second = OneInstance()
    assert second.begin(Request(HERE / "book.txt")) is False  # nobody runs the loop that would answer
    assert not second.is_listening
    second.deleteLater()


def test_a_new_window_does_not_take_the_place_of_the_first(listening: OneInstance) -> None:
    second = OneInstance()
    assert second.begin(Request(), new_window=True) is False
    assert not second.is_listening
    assert listening.is_listening
    second.deleteLater()


def test_each_screen_has_a_place_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    places = set()
    for screen in (":0", ":1", "elsewhere:0"):
        monkeypatch.setenv("DISPLAY", screen)
        places.add(one_instance._meeting_place())
    assert len(places) == 3


# -- what the window does


def test_the_running_window_opens_what_it_is_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    for path in (first, second):
        path.write_text(f"These are the words of {path.stem}.\n", "utf-8")
    session = Session()
    qtbot.addWidget(session.window)
    with qtbot.waitSignal(session.opening.text_opened, timeout=20_000):
        session.start(first)
    session.window.showMinimized()
    with qtbot.waitSignal(session.opening.text_opened, timeout=20_000):
        session.take(Request(second))
    assert "second" in session.reading.document.text
    assert not session.window.isMinimized()
    with qtbot.assertNotEmitted(session.opening.text_opened, wait=50):
        session.take(Request())
    session.window.close()
    session.end()
    session.deleteLater()


def test_a_file_from_the_finder_is_a_request(qtbot: QtBot, tmp_path: Path) -> None:
    application = QApplication.instance()
    assert application is not None
    files = FilesOfTheSystem()
    application.installEventFilter(files)
    for event in (
        QFileOpenEvent(str(tmp_path / "a.txt")),
        QFileOpenEvent(QUrl.fromLocalFile(tmp_path / "a.txt")),
    ):
        with qtbot.waitSignal(files.asked) as told:
            QApplication.sendEvent(application, event)
        assert told.args == [Request(tmp_path / "a.txt")]
    application.removeEventFilter(files)
    files.deleteLater()


# -- whole programs


def start(*arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def until(holds: Callable[[], bool], seconds: float = 30) -> None:
    last = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < last, "it did not come to pass"
        time.sleep(0.05)


@unix
def test_a_second_start_hands_over_and_ends(home: Path, meeting_folder: Path, tmp_path: Path) -> None:
    texts = [tmp_path / f"{name}.txt" for name in ("one", "two", "three")]
    for path in texts:
        path.write_text("Words of a text that is opened.\n", "utf-8")

    def is_opened(name: str) -> bool:
        return any(name in path.read_text("utf-8", "replace") for path in home.rglob("*.ini"))

    def listens() -> bool:
        return any(stat.S_ISSOCK(path.lstat().st_mode) for path in meeting_folder.iterdir())

    running = [start(str(texts[0]))]
    try:
        until(listens)
        running.append(start(str(texts[1])))
        assert running[1].wait(30) == 0
        until(lambda: is_opened("two.txt"))
        assert running[0].poll() is None
        running[0].kill()
        running[0].wait(30)
        assert listens(), "the killed one leaves its socket"
        running.append(start(str(texts[2])))
        until(lambda: is_opened("three.txt"))
        assert running[2].poll() is None
    finally:
        for program in running:
            program.kill()
            program.communicate(timeout=30)
