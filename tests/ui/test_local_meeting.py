from __future__ import annotations

import shutil
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from companion.ui.program import local_pipe, local_socket

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[2]
unix = pytest.mark.skipif(sys.platform == "win32", reason="pipes of Windows are no files")


@pytest.fixture(params=[pytest.param(local_socket, marks=unix), local_pipe], ids=["socket", "pipe"])
def way(request: pytest.FixtureRequest) -> Any:
    return request.param


@pytest.fixture
def name() -> Iterator[str]:
    """Short enough for a socket on every system."""
    folder = Path(tempfile.mkdtemp(prefix="rc"))
    yield "reading-companion-test" if sys.platform == "win32" else str(folder / "meeting")
    shutil.rmtree(folder)


@pytest.fixture
def listener(qtbot: QtBot, way: Any, name: str) -> Iterator[Any]:
    made = way.Listener()
    made.listen(name)
    yield made
    made.close()
    made.deleteLater()


class Asking:
    """Another program asks; the test's own loop lets the listener answer."""

    def __init__(self, way: Any, name: str, words: bytes, patience: float) -> None:
        asked = f"from {way.__name__} import ask; print(ask({name!r}, {words!r}, {patience}))"
        self._process = subprocess.Popen(
            [sys.executable, "-c", asked], cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def answer(self, qtbot: QtBot) -> str:
        """What it was answered, as Python writes it."""
        qtbot.waitUntil(lambda: self._process.poll() is not None, timeout=30_000)
        out, _ = self._process.communicate()
        return out.strip()


def test_who_asks_is_heard_and_answered(qtbot: QtBot, way: Any, name: str, listener: Any) -> None:
    heard: list[bytes] = []

    def greet(caller: Any) -> None:
        caller.said.connect(heard.append)
        caller.said.connect(lambda _: caller.answer(b"yes\n"))

    listener.called.connect(greet)
    assert Asking(way, name, b"are you there\n", 5.0).answer(qtbot) == repr(b"yes\n")
    assert b"".join(heard) == b"are you there\n"


def test_who_leaves_is_told_of(qtbot: QtBot, way: Any, name: str, listener: Any) -> None:
    left: list[Any] = []
    listener.called.connect(lambda caller: caller.left.connect(lambda: left.append(caller)))
    assert Asking(way, name, b"x", 0.05).answer(qtbot) == repr(b""), "who is silent is not nobody"
    qtbot.waitUntil(lambda: bool(left))


def test_who_is_let_go_hears_so(qtbot: QtBot, way: Any, name: str, listener: Any) -> None:
    listener.called.connect(lambda caller: caller.hang_up())
    assert Asking(way, name, b"x", 20.0).answer(qtbot) == repr(b"")


def test_nobody_is_there(qtbot: QtBot, way: Any, name: str) -> None:
    assert way.ask(name, b"x\n", 1.0) is None
    assert not way.reaches(name, 1.0)


def test_a_listener_is_reached_until_it_ends(qtbot: QtBot, way: Any, name: str, listener: Any) -> None:
    assert listener.is_listening
    assert way.reaches(name, 1.0)
    listener.close()
    assert not listener.is_listening
    assert not way.reaches(name, 1.0)
    assert sys.platform == "win32" or not Path(name).exists()
    listener.listen(name)
    assert way.reaches(name, 1.0)


@unix
def test_only_the_user_can_call(name: str, listener: Any) -> None:
    assert Path(name).lstat().st_mode & 0o077 == 0
    assert stat.S_ISSOCK(Path(name).lstat().st_mode)


@unix
def test_where_no_socket_can_be_the_reason_is_told(qtbot: QtBot, way: Any, name: str) -> None:
    made = way.Listener()
    with pytest.raises(OSError, match=r"."):
        made.listen(name + "/below/a/folder/that/is/not/there")
    assert not made.is_listening
    made.deleteLater()
