from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from notes_strategies import any_notes, any_text

from companion.core.anchors import Anchor
from companion.core.corrections import Correction, Subject, Verb
from companion.core.entries import Kind
from companion.core.notes import Colour, Mark, MarkKind, Notes
from companion.core.reconciling import gathered
from companion.store.notes_file import Loaded, NotesFile, NotSavedError, readable
from companion.store.notes_json import from_json, to_bytes
from companion.store.seal import DamagedError, sealed, unsealed

IDENTITY = "0123456789abcdef" * 4
NOW = "2026-11-22T09:00:00Z"


def at(start: int, exact: str = "words") -> Anchor:
    return Anchor(exact, "before ", " after", start, start + len(exact))


def bookmark(number: int, **fields: Any) -> Mark:
    return Mark(f"urn:uuid:{number}", at(number), **fields)


def several(count: int = 3) -> Notes:
    notes = Notes().at_place(at(7), NOW).read_up_to(at(9), NOW).focused_on(("verl",), NOW).guarded(True, NOW)
    for number in range(count):
        notes = notes.added(bookmark(number, label=f"no. {number}", colour=list(Colour)[number % 4]), NOW)
    return notes


def file(folder: Path, title: str = "The siege") -> NotesFile:
    return NotesFile(folder, IDENTITY, title)


def told(folder: Path) -> dict[str, Any]:
    """The JSON of the only notes file."""
    return json.loads(file_path(folder).read_text("utf-8"))


def file_path(folder: Path) -> Path:
    return folder / "The-siege-01234567.notes.json"


def rewritten(folder: Path, **fields: Any) -> None:
    """Writes other fields into the notes file, as another program does that knows the checksum."""
    known = told(folder)
    del known["sha256"]
    rest = json.dumps({**known, **fields}, indent=1)
    file_path(folder).write_bytes(sealed(rest.removeprefix("{\n").encode()))


def test_a_text_without_notes_has_none(tmp_path: Path) -> None:
    assert file(tmp_path / "not" / "there").load() == Loaded()
    assert not (tmp_path / "not").exists()


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    notes = several().removed("urn:uuid:1")
    assert file(tmp_path / "new" / "folder").save(notes) == notes
    assert file(tmp_path / "new" / "folder").load() == Loaded(notes)


def test_the_file_is_found_by_what_the_text_says_whatever_its_title(tmp_path: Path) -> None:
    file(tmp_path).save(several())
    other = file(tmp_path, "Belagerung")
    assert len(other.load().notes.bookmarks) == 3
    other.save(other.load().notes.added(bookmark(9), NOW))
    assert other.path == file_path(tmp_path)
    assert len(list(tmp_path.glob("*.notes.json.bak"))) == 1


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("War and Peace", "War-and-Peace"),
        ("../../etc/passwd\x00", "etc-passwd"),
        ("", "text"),
        ("…?*:", "text"),
        ("Война и мир", "Война-и-мир"),
        ("A" * 300, "A" * 40),
        ("CON", "CON"),
        ("\ud800 broken", "broken"),
    ],
)
def test_a_title_becomes_a_readable_name(title: str, name: str, tmp_path: Path) -> None:
    assert readable(title) == name
    notes_file = file(tmp_path, title)
    notes_file.save(several())
    assert [path.name for path in tmp_path.glob("*.notes.json")] == [f"{name}-01234567.notes.json"]


def test_the_file_speaks_the_language_of_web_annotations(tmp_path: Path) -> None:
    notes = Notes().added(bookmark(5, label="the wall", note="why?", colour=Colour.ROSE), NOW)
    file(tmp_path).save(notes)
    collection = told(tmp_path)
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (collection["type"], collection["total"], collection["label"]) == (
        "AnnotationCollection",
        1,
        "The siege",
    )
    (item,) = collection["first"]["items"]
    assert item == {
        "id": "urn:uuid:5",
        "type": "Annotation",
        "motivation": "bookmarking",
        "created": NOW,
        "modified": NOW,
        "body": [
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": "the wall"},
            {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": "why?"},
        ],
        "target": {
            "source": f"urn:sha256:{IDENTITY}",
            "selector": [
                {"type": "TextQuoteSelector", "exact": "words", "prefix": "before ", "suffix": " after"},
                {"type": "TextPositionSelector", "start": 5, "end": 10},
            ],
        },
        "reading:colour": "rose",
        "reading:counter": 1,
        "reading:version": item["reading:version"],
    }


# -- whatever she writes

BLNS = Path(__file__).resolve().parents[2] / ".." / "shared" / "hostile" / "dev" / "blns" / "dev.json"
NAUGHTY: list[str] = json.loads(BLNS.read_text("utf-8")) if BLNS.exists() else []
"""The Big List of Naughty Strings, where it is at hand."""

HOSTILE = [
    "\ud800",
    "half \udfff of a pair",
    "\x00 NUL \x1f \x7f",
    "line\u2028and\u2029paragraph\x85next",
    "\r\n\r \n",
    "\\ud800 \\\ud800 \\\\\ud800\\",
    '"},{"sha256": "',
    "</script><!-- ]]> {{7*7}} ${x} %s",
    "ﷺ 田中さん Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè 👩‍👩‍👧‍👦 \u202eturned\u202c",
    "\ufeff\ufffe\uffff\U0010ffff",
    "x" * 1_000_000,
    "\ud800é\n" * 100_000,
]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_come_back_as_they_were(words: str, tmp_path: Path) -> None:
    notes = Notes().added(Mark("id" + words[:20], at(3, words), words, note=words), words[:20])
    notes = notes.focused_on((words,), words[:20])
    file(tmp_path, words).save(notes)
    assert file(tmp_path).load() == Loaded(notes)


@pytest.mark.parametrize("device", ["", "a" * 12], ids=["whole", "journal"])
def test_strings_that_broke_others_come_back_as_they_were(device: str, tmp_path: Path) -> None:
    window = NotesFile(tmp_path, IDENTITY, "x", device=device)
    notes = window.save(several(1))
    for number, words in enumerate([*HOSTILE[:-2], *NAUGHTY]):
        made = Mark(f"n{number}", at(number, words), words, note=words, tags=(words,), kind=MarkKind.NOTE)
        rename = Correction(f"c{number}", Verb.RENAME, Subject(Kind.TERM, words), text=words, by=words)
        notes = notes.added(made, NOW).corrected(rename, NOW)
    notes = window.save(notes)
    assert NotesFile(tmp_path, IDENTITY, device=device).load() == Loaded(notes)
    window.fold()
    assert NotesFile(tmp_path, IDENTITY, device=device).load() == Loaded(notes)


def test_one_change_among_ten_thousand_notes_writes_one_line(tmp_path: Path) -> None:
    window = NotesFile(tmp_path, IDENTITY, "The siege", device="a" * 12)
    notes = window.save(gathered([Notes().added(bookmark(number), NOW) for number in range(10_000)]))
    before = file_path(tmp_path).stat().st_mtime_ns
    notes = window.save(notes.changed(replace(notes.by_id["urn:uuid:5000"], note="new"), NOW))
    (journal,) = tmp_path.glob("*.log")
    assert journal.stat().st_size < 2000
    assert file_path(tmp_path).stat().st_mtime_ns == before
    assert NotesFile(tmp_path, IDENTITY).load() == Loaded(notes)


@given(any_notes, any_text)
def test_any_notes_come_back_as_they_were(notes: Notes, title: str) -> None:
    told = from_json(unsealed(to_bytes(notes, IDENTITY, title, {})))
    assert told.notes == notes
    assert told.notes.bookmarks == notes.bookmarks
    assert told.notes.corrections == notes.corrections
    assert told.format in (1, 2)


# -- what others write


def test_fields_that_only_others_know_are_kept(tmp_path: Path) -> None:
    file(tmp_path).save(several(2))
    (item, other) = told(tmp_path)["first"]["items"]
    item["stars"] = {"of": 5, "given": [1, None, "ü"]}
    item["target"]["styleClass"] = "wide"
    item["target"]["selector"].append({"type": "FragmentSelector", "value": "epubcfi(/6/4)"})
    item["body"].append({"type": "TextualBody", "purpose": "tagging", "value": "siege"})
    foreign = {"type": "Annotation", "body": "an image", "target": "https://example.org/"}
    first = {"type": "AnnotationPage", "startIndex": 0, "items": [item, other, foreign, "odd"]}
    rewritten(tmp_path, first=first, mood="good", **{"reading:zoom": {"value": 2}})
    notes = file(tmp_path).load().notes
    assert len(notes.bookmarks) == 2
    changed = notes.by_id[item["id"]]
    notes = notes.changed(replace(changed, note="new"), NOW).added(bookmark(9), NOW)
    file(tmp_path).save(notes)
    after = told(tmp_path)
    kept = next(found for found in after["first"]["items"] if found["id"] == item["id"])
    assert (kept["stars"], kept["target"]["styleClass"]) == (item["stars"], "wide")
    assert kept["target"]["selector"][2:] == item["target"]["selector"][2:]
    assert [body["purpose"] for body in kept["body"]] == ["describing", "commenting", "tagging"]
    assert foreign in after["first"]["items"]
    assert "odd" in after["first"]["items"]
    assert (after["mood"], after["reading:zoom"]) == ("good", {"value": 2})
    assert file(tmp_path).load().notes == notes


def test_a_colour_that_only_others_know_is_shown_in_the_first(tmp_path: Path) -> None:
    file(tmp_path).save(several(1))
    items = told(tmp_path)["first"]["items"]
    items[0]["reading:colour"] = ["violet"]
    items[0]["reading:counter"] = True
    rewritten(tmp_path, first={"items": items})
    assert file(tmp_path).load().notes.bookmarks == ()
    items[0]["reading:counter"] = 1
    items[0]["reading:colour"] = "violet"
    rewritten(tmp_path, first={"items": items})
    assert file(tmp_path).load().notes.bookmarks[0].colour is Colour.YELLOW


def test_a_newer_format_is_shown_and_never_written(tmp_path: Path) -> None:
    file(tmp_path).save(several())
    rewritten(tmp_path, **{"reading:format": 3})
    before = file_path(tmp_path).read_bytes()
    newer = file(tmp_path)
    loaded = newer.load()
    assert loaded.is_read_only
    assert "newer version" in loaded.remarks[0]
    assert len(loaded.notes.bookmarks) == 3
    for notes_file in (newer, file(tmp_path)):
        with pytest.raises(NotSavedError, match="newer version"):
            notes_file.save(loaded.notes.added(bookmark(9), NOW))
    assert file_path(tmp_path).read_bytes() == before
    assert not newer.has_changed()


def test_a_newer_format_that_nobody_understands_is_left_alone(tmp_path: Path) -> None:
    file(tmp_path).save(several())
    rewritten(tmp_path, first=None, **{"reading:format": 4})
    loaded = file(tmp_path).load()
    assert (loaded.is_read_only, loaded.notes) == (True, Notes())
    assert [path.name for path in tmp_path.glob("*.damaged*")] == []


@pytest.mark.parametrize("nonsense", [b"", b"{}", b"[]", b"null", b'{"sha256": 3}', b"[" * 100_000])
def test_json_that_holds_no_notes_is_refused(nonsense: bytes) -> None:
    with pytest.raises(DamagedError):
        from_json(unsealed(nonsense))
    with pytest.raises(DamagedError):
        from_json(unsealed(sealed(nonsense + b"}")))


# -- two on one file


def test_what_others_saved_meanwhile_is_not_lost(tmp_path: Path) -> None:
    one, other = file(tmp_path), file(tmp_path)
    base = one.save(several())
    theirs = other.load().notes
    mine = one.save(base.added(bookmark(10), NOW).removed("urn:uuid:0"))
    assert other.has_changed()
    both = other.save(theirs.added(bookmark(11), NOW))
    assert {found.id for found in both.bookmarks} == {f"urn:uuid:{number}" for number in (1, 2, 10, 11)}
    assert not other.has_changed()
    assert one.has_changed()
    assert one.save(mine) == both
    assert not one.has_changed()


def written(path: Path) -> tuple[int, ...]:
    """What of a file's state changes when it is written or replaced, unlike the time at which it was read."""
    found = path.stat()
    return found.st_ino, found.st_size, found.st_mode, found.st_nlink, found.st_mtime_ns, found.st_ctime_ns


def test_saving_what_is_saved_writes_nothing(tmp_path: Path) -> None:
    notes_file = file(tmp_path)
    notes = notes_file.save(several())
    before = written(file_path(tmp_path))
    assert notes_file.save(notes) == notes
    assert file(tmp_path).save(notes) == notes
    assert written(file_path(tmp_path)) == before


def test_two_texts_whose_identities_begin_alike_keep_apart(tmp_path: Path) -> None:
    other = NotesFile(tmp_path, IDENTITY[:8] + "f" * 56, "The siege")
    file(tmp_path).save(several())
    assert other.load() == Loaded()
    other.save(several(1))
    assert [len(NotesFile(tmp_path, each).load().notes.bookmarks) for each in (IDENTITY, other.identity)] == [
        3,
        1,
    ]
    assert not list(tmp_path.glob("*.damaged*"))


# -- elsewhere


def test_notes_can_be_saved_elsewhere(tmp_path: Path) -> None:
    notes_file = file(tmp_path / "a")
    notes = notes_file.save(several())
    file(tmp_path / "b").save(several(0).added(bookmark(77), NOW))
    path = notes_file.save_to(tmp_path / "b", notes)
    assert path == file_path(tmp_path / "b")
    assert len(file(tmp_path / "b").load().notes.bookmarks) == 4
    assert notes_file.path == file_path(tmp_path / "a")
