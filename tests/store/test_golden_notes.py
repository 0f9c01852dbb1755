"""Notes of every format that was ever written are read for ever, whatever the program has become."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from companion.core.corrections import Subject, Verb
from companion.core.entries import Kind
from companion.core.notes import Colour, MarkKind
from companion.core.session import Kept
from companion.store.notes_file import NotesFile
from companion.store.notes_json import from_bytes, from_json, to_bytes
from companion.store.seal import sealed, unsealed

GOLDEN = Path(__file__).with_name("golden")
IDENTITY = "0123456789abcdef" * 4
NOW = "2026-11-22T09:00:00Z"


def told(name: str) -> dict[str, Any]:
    return json.loads((GOLDEN / name).read_bytes())


def opened(name: str, folder: Path) -> NotesFile:
    shutil.copyfile(GOLDEN / name, folder / "The-siege-of-Aldmere-01234567.notes.json")
    return NotesFile(folder, IDENTITY)


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.notes.json")), ids=lambda path: path.name)
def test_every_old_file_is_opened_and_saved_with_all_that_it_holds(path: Path, tmp_path: Path) -> None:
    file = opened(path.name, tmp_path)
    loaded = file.load()
    assert (loaded.remarks, loaded.is_read_only) == ((), False)
    assert loaded.notes == from_json(unsealed(path.read_bytes())).notes
    before = told(path.name)
    saved = file.save(loaded.notes.at_place(None, "later"))
    assert NotesFile(tmp_path, IDENTITY).load().notes == saved
    file.save_to(tmp_path / "new", saved)
    after = json.loads(next((tmp_path / "new").glob("*.notes.json")).read_bytes())
    assert after["reading:format"] == before["reading:format"]
    by_id = {item.get("id"): item for item in after["first"]["items"]}
    assert {item.get("id"): item for item in before["first"]["items"]} == by_id
    changed = {"sha256", "label", "reading:counter", "reading:place"}
    assert {name: before[name] for name in before.keys() - changed - {"first"}} == {
        name: after[name] for name in before.keys() - changed - {"first"}
    }


def test_format_1_says_what_it_said() -> None:
    notes = from_json(unsealed((GOLDEN / "format-1.notes.json").read_bytes())).notes
    assert [
        (mark.id, mark.words, mark.label, mark.note, mark.colour, mark.kind, mark.tags, mark.about)
        for mark in notes.bookmarks
    ] == [
        (
            "urn:uuid:2",
            "a gate",
            "",
            "who opened it? \U0001f469 \u2028 \ud800 \x00",
            Colour.BLUE,
            MarkKind.BOOKMARK,
            (),
            None,
        ),
        (
            "urn:uuid:1",
            "the wall",
            "the wall",
            "it fell\nin 1643",
            Colour.ROSE,
            MarkKind.BOOKMARK,
            (),
            None,
        ),
    ]
    assert len(notes.gone) == 2
    assert notes.counter == 8
    assert notes.session.focus == Kept(("verl", "pörtern"), 3, NOW)
    assert notes.session.guarded.value is True


def test_format_2_says_what_it_said() -> None:
    notes = from_json(unsealed((GOLDEN / "format-2.notes.json").read_bytes())).notes
    verl = Subject(Kind.PERSON, "Anna Verl")
    assert [
        (mark.id[-1], mark.kind.value, mark.words, mark.tags, mark.about) for mark in notes.bookmarks
    ] == [
        ("5", "note", "", (), verl),
        ("6", "note", "", (), None),
        ("1", "bookmark", "the wall", (), None),
        ("2", "highlight", "a gate", ("gates", "again & again"), None),
        ("3", "underline", "a door", (), None),
        ("4", "note", "a moat", (), None),
    ]
    rename, merge, assign, split = notes.corrections
    assert (rename.verb, rename.text) == (Verb.RENAME, "The walls held")
    assert rename.subject == Subject(Kind.EVENT, "The walls hold", "1643-24")
    assert (merge.verb, merge.other, merge.by) == (Verb.MERGE, verl, "A friend")
    assert (assign.verb, assign.onward, [at.exact for at in assign.anchors]) == (Verb.ASSIGN, True, ["Verl"])
    assert (split.verb, [at.start for at in split.anchors]) == (Verb.SPLIT, [90, 190])


def test_a_correction_keeps_what_only_others_know(tmp_path: Path) -> None:
    known = told("format-2.notes.json")
    del known["sha256"]
    item = next(item for item in known["first"]["items"] if item["id"] == "urn:uuid:d")
    item["stars"] = 5
    item["target"][1]["styleClass"] = "wide"
    item["creator"] = {"type": "Person", "name": "B", "email": "b@example.org"}
    odd = {**item, "id": "urn:uuid:odd", "reading:verb": "whisper", "reading:version": "odd"}
    known["first"]["items"].append(odd)
    notes = from_json(known).notes
    correction = next(made for made in notes.corrections if made.id == "urn:uuid:d")
    assert (correction.by, len(correction.anchors), len(notes.corrections)) == ("B", 2, 4)
    again = notes.uncorrected("urn:uuid:d").corrected(correction, NOW)
    saved = json.loads(to_bytes(again, IDENTITY, "", {}))["first"]["items"]
    kept = next(found for found in saved if found.get("id") == "urn:uuid:d")
    assert {name: kept[name] for name in kept if name not in ("reading:counter", "reading:version")} == {
        name: item[name] for name in item if name not in ("reading:counter", "reading:version")
    }
    assert kept["reading:counter"] > item["reading:counter"]
    assert odd in saved


def test_what_was_taken_away_stays_away_when_a_program_that_does_not_know_it_brings_it_back() -> None:
    known = told("format-2.notes.json")
    item = next(item for item in known["first"]["items"] if item["id"] == "urn:uuid:a")
    known["reading:gone"].append(item["reading:version"])
    assert "urn:uuid:a" not in {made.id for made in from_json(known).notes.corrections}


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.notes.json")), ids=lambda path: path.name)
def test_a_file_says_the_same_however_its_lines_are_set(path: Path) -> None:
    known = told(path.name)
    del known["sha256"]
    expected = from_json(known)
    assert from_bytes(path.read_bytes()) == expected
    for indent in (None, 1):
        text = json.dumps(known, indent=indent)
        assert from_bytes(sealed(text.removeprefix("{").encode())) == expected
