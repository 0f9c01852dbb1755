"""Hostile files go the whole way through the program, and nothing comes of them but words or a sentence."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hostile_files import WORDS, traps

from companion.readers import UnreadableError
from companion.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.core.document import Document

ROOT = Path(__file__).resolve().parent.parent
SECRET = "not for anybody 7f3a"
FORCED = "broke the reading off"


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        yield listener


@pytest.fixture
def folder(tmp_path: Path, listener: socket.socket) -> Path:
    """The hostile files, and beside them what they want to show."""
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, "utf-8")
    folder = tmp_path / "books"
    folder.mkdir()
    for trap in traps(str(secret), f"http://127.0.0.1:{listener.getsockname()[1]}"):
        (folder / trap.name).write_bytes(trap.data)
    return folder


def nobody_called(listener: socket.socket) -> bool:
    try:
        listener.accept()
    except BlockingIOError:
        return True
    return False


def opened(texts: Texts, path: Path) -> tuple[str, Document | None]:
    """What is said of a file that is refused, or the document in it."""
    try:
        opened = texts.open(path)
    except UnreadableError as error:
        return str(error), None
    opened.pictures.end()
    return "", opened.document


@pytest.mark.usefixtures("apart")
def test_nothing_comes_of_them_but_words_or_a_sentence(folder: Path, listener: socket.socket) -> None:
    texts, expected = Texts(), {trap.name: trap.opens for trap in traps("", "")}
    before = {path.name for path in Path("/tmp").glob("hostile-*")}
    for path in sorted(folder.iterdir()):
        texts.spare.make_ready()
        said, document = opened(texts, path)
        assert expected[path.name] in (None, document is not None), (path.name, said)
        assert FORCED not in said, path.name
        assert said.count(". ") <= 1, path.name
        if document is not None:
            assert WORDS in document.text, path.name
            assert SECRET not in document.text + " ".join(document.warnings), path.name
            assert all(link.address.startswith("http") for link in document.links if link.place < 0)
    texts.end()
    assert nobody_called(listener)
    assert {path.name for path in Path("/tmp").glob("hostile-*")} == before


WATCHED = """
import json, sys
seen = []
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], str):
        seen.append(["opens", arguments[0]])
    elif event in ("subprocess.Popen", "os.posix_spawn", "os.exec", "os.spawn"):
        seen.append(["starts", str(arguments[1])])
    elif event.startswith(("socket.", "os.system", "os.startfile", "webbrowser.", "pickle.", "urllib.")):
        seen.append(["does", event])
    elif event in ("compile", "exec") and "books" in str(arguments):
        seen.append(["runs", str(arguments)])
sys.addaudithook(watch)
from pathlib import Path
from companion.readers import UnreadableError
from companion.texts import Texts
texts = Texts(Path(sys.argv[2]))
for path in sorted(Path(sys.argv[1]).iterdir()):
    seen.append(["file", str(path)])
    try:
        opened = texts.open(path)
        opened.pictures.picture("OPS/a.png", 9, 9)
        opened.pictures.end()
    except UnreadableError:
        pass
seen.append(["file", ""])
texts.end()
print(json.dumps(seen))
"""


def test_only_the_file_and_our_own_are_opened(folder: Path, tmp_path: Path) -> None:
    """A watchman of Python's own (PEP 578) sees every file, socket and process."""
    kept = tmp_path / "kept"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", WATCHED, str(folder), str(kept)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    seen: list[list[Any]] = json.loads(done.stdout)
    own = (sys.prefix, sys.base_prefix, str(ROOT), str(kept), os.devnull)
    now = ""
    for what, which in seen:
        match what:
            case "file":
                now = which
            case "opens":
                assert which == now or which.startswith(own), (now, which)
            case "starts":
                assert "companion.readers.process.child" in which, (now, which)
            case _:
                raise AssertionError((now, what, which))
    assert {which for what, which in seen if what == "opens"} >= {str(path) for path in folder.iterdir()}
