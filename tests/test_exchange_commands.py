"""Export and import by command: files are written whole, marks reach the notes, what does not fit is told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from companion import cli
from companion.exchange.leaving import FORMS

if TYPE_CHECKING:
    from pathlib import Path

    from running import Running

TEXT = "In July 1643 Captain Verl barred the sally port.\n\nAll winter the wall stood.\n"
COMPANION = """\
title: The siege of Aldmere
terms:
  - term: sally port
    definition: A small hidden gate.
people:
  - name: Anna Verl
    aliases: [Captain Verl]
"""
MARKS = [
    {"type": "highlight", "highlighted_text": "All winter the wall stood", "notes": "mine"},
    {"type": "highlight", "highlighted_text": "words that stand nowhere in it at all"},
    {"type": "bookmark", "title": "a place", "pos": "epubcfi(/2)", "pos_type": "epubcfi"},
]


@pytest.fixture
def siege(tmp_path: Path) -> Path:
    (tmp_path / "siege.companion.yaml").write_text(COMPANION, "utf-8")
    path = tmp_path / "siege.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def marks(tmp_path: Path) -> Path:
    path = tmp_path / "marks.json"
    path.write_text(json.dumps({"type": "calibre_highlights", "highlights": MARKS}))
    return path


def test_the_forms_are_listed(run: Running) -> None:
    ended = run("export", "--list")
    assert ended.status == cli.DONE
    assert [line.split()[0] for line in ended.out.decode().splitlines()] == [form.name for form in FORMS]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_form_is_written(run: Running, siege: Path, tmp_path: Path, form) -> None:  # type: ignore[no-untyped-def]
    out = tmp_path / "out"
    if not form.is_folder:
        out.mkdir()
    assert run("export", siege, "--as", form.name, "-o", out).status == cli.DONE
    assert list(out.iterdir())


def test_one_file_may_go_to_standard_output(run: Running, siege: Path) -> None:
    assert b"sally port\tA small hidden gate." in run("export", siege, "--as", "anki", "-o", "-").out


def test_a_folder_that_holds_such_a_file_is_left_as_it_is(run: Running, siege: Path, tmp_path: Path) -> None:
    kept = tmp_path / "vault" / "Anna Verl.md"
    kept.parent.mkdir()
    kept.write_text("hers")
    ended = run("export", siege, "--as", "obsidian-notes", "-o", kept.parent)
    assert ended.status == cli.UNUSABLE
    assert "Anna Verl.md is there already" in ended.err
    assert [path.read_text() for path in kept.parent.iterdir()] == ["hers"]


@pytest.mark.parametrize(
    "words",
    [("x.txt",), ("x.txt", "--as", "word", "-o", "y"), ("--as", "anki", "-o", "y"), ("x.txt", "-o", "y")],
)
def test_what_makes_no_sense_is_told(run: Running, words: tuple[str, ...]) -> None:
    assert run("export", *words).status == 2


def test_marks_reach_the_notes_and_go_out_again(run: Running, siege: Path, marks: Path) -> None:
    ended = run("import", siege, marks)
    assert ended.status == cli.DONE, ended.err
    assert ended.out.decode().splitlines() == [
        f"{marks}: 2 marks; 1 placed, 0 shaky, 1 not placed.",
        "not placed: “words that stand nowhere in it at all”",
        "left out: One mark has no words of the text, only a place in its program.",
    ]
    assert run("import", siege, marks).status == cli.DONE  # again adds nothing
    lines = run("export", siege, "--as", "marks-csv", "-o", "-").out.decode("utf-8-sig").splitlines()
    assert [line.split(",")[1] for line in lines[1:]] == [
        "All winter the wall stood",
        "words that stand nowhere in it at all",
    ]


def test_a_trial_keeps_nothing(run: Running, siege: Path, marks: Path) -> None:
    assert b"nothing is kept of this trial" in run("import", siege, marks, "--dry-run").out
    lines = run("export", siege, "--as", "marks-csv", "-o", "-").out.decode("utf-8-sig").splitlines()
    assert len(lines) == 1


def test_entries_become_a_companion_file_that_is_never_overwritten(
    run: Running, siege: Path, tmp_path: Path
) -> None:
    source, out = tmp_path / "xray_cache.lua", tmp_path / "received.yaml"
    assert run("export", siege, "--as", "koreader", "-o", source).status == cli.DONE
    ended = run("import", siege, source, "-o", out)
    assert ended.out.decode() == f"{out}: 1 term, 1 person, 0 events, of which the text names 2.\n"
    assert run("check", out, "--text", siege).status == cli.DONE
    assert "is there already" in run("import", siege, source, "-o", out).err
    printed = run("import", siege, source, "-o", "-")
    assert (printed.out.decode(), printed.err) == (
        out.read_text("utf-8"),
        "1 term, 1 person, 0 events, of which the text names 2.\n",
    )


def test_why_marks_are_not_kept_is_said_without_a_window(
    run: Running, siege: Path, marks: Path, home: Path
) -> None:
    for name in ("data", ".qttest"):  # where Qt keeps data, and where it does so in tests
        (home / name).write_text("in the way")
    ended = run("import", siege, marks)
    assert ended.status == cli.UNUSABLE
    assert ended.err.startswith("The marks could not be saved in ‘")
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize("out", ["-", "x.txt"])
def test_several_files_want_a_folder(
    run: Running, siege: Path, out: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(siege.parent)
    (siege.parent / "x.txt").write_text("a file")
    ended = run("export", siege, "--as", "stardict", "-o", out)
    assert (ended.status, ended.err.endswith("is no folder; name one with -o.\n")) == (cli.UNUSABLE, True)


def test_the_book_that_is_meant_can_be_named(run: Running, siege: Path, tmp_path: Path) -> None:
    source = tmp_path / "marks.csv"
    source.write_text("Highlight,Title\nthe wall stood,Emma\nAll winter the wall,Persuasion\n")
    ended = run("import", siege, source)
    assert ended.status == cli.UNUSABLE
    assert "Emma" in ended.err
    assert run("import", siege, source, "--book", "persua").out.startswith(b"Persuasion: 1 mark; 1 placed")


def test_a_file_that_is_none_of_them_is_refused(run: Running, siege: Path, tmp_path: Path) -> None:
    ended = run("import", siege, tmp_path / "nothing.json")
    assert (ended.status, ended.out) == (cli.UNUSABLE, b"")
    ended = run("import", siege, siege)
    assert ended.status == cli.UNUSABLE
    assert "none of those that can be taken in" in ended.err
