"""Hostile files go the whole way through the program, and nothing comes of them but words or a sentence."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from hostile_files import WORDS, traps

ROOT = Path(__file__).resolve().parent.parent
SECRET = "not for anybody 7f3a"
FORCED = "broke the reading off"


class Came(NamedTuple):
    """What became of one file: what was said of it or shown, and what Python opened or started for it."""

    path: str
    seen: list[tuple[str, str]]
    said: str = ""
    text: str = ""
    warnings: str = ""
    addresses: tuple[str, ...] = ()


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
texts, came = Texts(Path(sys.argv[2])), []
for path in sorted(Path(sys.argv[1]).iterdir()):
    told = {}
    try:
        opened = texts.open(path)
        opened.pictures.picture("OPS/a.png", 9, 9)
        opened.pictures.end()
        document = opened.document
        told["text"], told["warnings"] = document.text, " ".join(map(str, document.warnings))
        told["addresses"] = [link.address for link in document.links if link.place < 0]
    except UnreadableError as error:
        told["said"] = str(error)
    came.append({"path": str(path), "seen": seen[:], **told})
    seen.clear()
texts.end()
print(json.dumps(came))
"""
"""Opens each file of a folder as the program does; a watchman of Python's own (PEP 578) sees every file,
socket and process."""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where what was read is kept."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="module")
def all_that_came(tmp_path_factory: pytest.TempPathFactory, kept: Path) -> list[Came]:
    """What became of every hostile file, with what they want to show and to reach beside them."""
    folder = tmp_path_factory.mktemp("hostile") / "books"
    folder.mkdir()
    secret = folder.parent / "secret.txt"
    secret.write_text(SECRET, "utf-8")
    before = set(Path("/tmp").glob("hostile-*"))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        for trap in traps(str(secret), f"http://127.0.0.1:{listener.getsockname()[1]}"):
            (folder / trap.name).write_bytes(trap.data)
        command = [sys.executable, "-c", WATCHED, str(folder), str(kept)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
        with pytest.raises(BlockingIOError):  # nobody called
            listener.accept()
    assert set(Path("/tmp").glob("hostile-*")) == before
    return [Came(**told) for told in json.loads(done.stdout)]


def test_nothing_comes_of_them_but_words_or_a_sentence(all_that_came: list[Came]) -> None:
    expected = {trap.name: trap.opens for trap in traps("", "")}
    assert {Path(came.path).name for came in all_that_came} == set(expected)
    for came in all_that_came:
        name = Path(came.path).name
        assert expected[name] in (None, not came.said), (name, came.said)
        assert FORCED not in came.said, name
        assert came.said.count(". ") <= 1, name
        if not came.said:
            assert WORDS in came.text, name
            assert SECRET not in came.text + came.warnings, name
            assert all(address.startswith("http") for address in came.addresses), name


def test_only_the_file_and_our_own_are_opened(all_that_came: list[Came], kept: Path) -> None:
    own = (sys.prefix, sys.base_prefix, str(ROOT), str(kept), os.devnull)
    for came in all_that_came:
        assert ["opens", came.path] in came.seen
        for what, which in came.seen:
            match what:
                case "opens":
                    assert which == came.path or which.startswith(own), (came.path, which)
                case "starts":
                    assert "companion.readers.process.child" in which, (came.path, which)
                case _:
                    raise AssertionError((came.path, what, which))
