from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from companion.readers import UnreadableError, read_document, read_text, readable_name

if TYPE_CHECKING:
    from companion.core.document import Document


def _read(folder: Path, name: str, data: bytes) -> Document:
    path = folder / name
    path.write_bytes(data)
    return read_document(path)


def _refusal(folder: Path, name: str, data: bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        _read(folder, name, data)
    return str(caught.value)


def test_a_plain_text_becomes_a_document(tmp_path: Path) -> None:
    document = _read(tmp_path, "a_walk.txt", b"One day.\r\n\r\nAnother day.\r\n")
    assert document.format == "plain"
    assert document.text == "One day.\n\nAnother day.\n"
    assert [document.text[block.start : block.end] for block in document.blocks] == [
        "One day.",
        "Another day.",
    ]
    assert document.title == "a walk"


def test_progress_is_told_from_nothing_to_all(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("Words.", encoding="utf-8")
    shares: list[float] = []
    read_document(path, progress=shares.append)
    assert shares[0] == 0.0
    assert shares[-1] == 1.0
    assert shares == sorted(shares)


@pytest.mark.parametrize("name", ["note.md", "note.MARKDOWN", "note.mdown"])
def test_the_ending_tells_markdown(tmp_path: Path, name: str) -> None:
    document = _read(tmp_path, name, b"# Heading\n\nWords.\n")
    assert document.format == "markdown"
    assert document.text == "Heading\n\nWords."


def test_signs_of_markdown_in_a_plain_text_are_left_alone(tmp_path: Path) -> None:
    text = b"# One\n\n# Two\n\n[a](b)\n\n# Three\n"
    assert _read(tmp_path, "text.txt", text).text == text.decode()
    assert _read(tmp_path, "README", text).format == "markdown"


def test_a_file_without_an_ending_is_plain_unless_much_speaks_for_markdown(tmp_path: Path) -> None:
    assert _read(tmp_path, "letter", b"# 5 is our number\n\nYours,\nAnna\n").format == "plain"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"There is no file “lost\.txt”"):
        read_document(tmp_path / "lost.txt")


def test_a_file_that_is_sought_here_is_told_by_the_whole_name_of_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnreadableError, match=re.escape(f"“{tmp_path}”")):
        read_document(Path("lost.txt"))


def test_a_folder_is_not_a_text(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="is a folder"):
        read_document(tmp_path)


def test_a_path_that_no_file_can_have(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="cannot be read"):
        read_document(tmp_path / "nul\0.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableError, match="not an ordinary file"):
        read_document(tmp_path / "pipe")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("Words.", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(UnreadableError, match="may not be read"):
        read_document(path)


def test_an_empty_file_says_so(tmp_path: Path) -> None:
    assert "“empty.txt” is empty" in _refusal(tmp_path, "empty.txt", b"")


@pytest.mark.parametrize("data", [b"\n", b" \t \r\n" * 50, b"\xef\xbb\xbf", "\u3000\xa0".encode(), b"\0"])
def test_a_file_of_blanks_says_so(tmp_path: Path, data: bytes) -> None:
    assert "nothing but blanks" in _refusal(tmp_path, "blank.txt", data)


def test_markdown_that_hides_all_its_words_says_so(tmp_path: Path) -> None:
    assert "holds no words" in _refusal(tmp_path, "hidden.md", b"<!-- nothing -->\n\n[a]: http://b\n")


def test_the_refusal_is_one_line_whatever_the_file_is_called(tmp_path: Path) -> None:
    sentence = _refusal(tmp_path, "a\nb\u202ec.txt", b"")
    assert sentence.isprintable()


def test_offsets_into_a_text_stay_offsets_into_it() -> None:
    text = "One\r\nTwo\rThree\x0bFour\u2028Five\x00Six \ud800.\n\n  Seven\tEight  \n"
    document = read_text(text)
    assert len(document.text) == len(text)
    for word in ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight"):
        assert document.text.index(word) == text.index(word)


def test_an_astral_sign_and_a_combining_accent_count_as_code_points() -> None:
    document = read_text("\U0001f600 Cafe\u0301 Hoxha.\n\nEnver Hoxha came.")
    second = document.blocks[1]
    assert document.text[second.start : second.end] == "Enver Hoxha came."
    assert document.text.index("Hoxha") == 8


def test_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="epub"):
        read_text("Words.", "epub")


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("war_and_peace", "war and peace"),
        ("war-and-peace", "war and peace"),
        ("Catch-22 notes", "Catch-22 notes"),
        ("2020-01-05", "2020-01-05"),
        ("__init__", "init"),
        ("\u202egnp\udcff", "gnp"),
    ],
)
def test_a_file_name_becomes_a_title(stem: str, name: str) -> None:
    assert readable_name(stem) == name
