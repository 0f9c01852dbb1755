from __future__ import annotations

import json
import os
from base64 import b64encode
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from found_strategies import anything_found, documents
from hypothesis import given
from hypothesis import strategies as st

from companion.core.document import Document
from companion.core.entries import Entries, Person
from companion.core.found import Found
from companion.core.sentences import Sentences
from companion.store import found_file, found_json
from companion.store.found_file import FoundFiles, read, written
from companion.store.seal import DamagedError

TEXT = Document("Anna won. " * 30)


@given(documents(), anything_found())
def test_what_is_written_is_read_again(text: tuple[Document, Sentences], found: Found) -> None:
    assert read(written(found, text[0], "1"), text[0], "1") == found


@given(anything_found(), st.data())
def test_a_flipped_bit_is_noticed(found: Found, data: st.DataObject) -> None:
    document = Document("a" * 240)
    whole = bytearray(written(found, document, "1"))
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(DamagedError):
        read(bytes(whole), document, "1")


anything = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 300) | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(anything_found(), st.data())
def test_json_of_another_shape_is_refused_and_never_half_read(found: Found, data: st.DataObject) -> None:
    told = json.loads(json.dumps(found_json.told(found)))
    holders = [told]
    for holder in holders:
        inside = holder.values() if isinstance(holder, dict) else holder
        holders += [one for one in inside if isinstance(one, dict | list) and one]
    holder = data.draw(st.sampled_from(holders))
    key = data.draw(st.sampled_from([*holder] if isinstance(holder, dict) else [*range(len(holder))]))
    holder[key] = data.draw(anything)
    try:
        again = found_json.read(told, 240)
    except DamagedError:
        return
    ids = {entry.id for entry in again.entries}
    assert all(mention.entry in ids and mention.end <= 240 for mention in again.mentions)
    assert json.loads(json.dumps(found_json.told(again)))


@pytest.mark.parametrize("change", ["edition", "text", "language", "blocks"])
def test_what_was_found_in_another_text_or_otherwise_is_not_taken(change: str) -> None:
    data = written(Found(), TEXT, "1")
    other = {
        "edition": TEXT,
        "text": replace(TEXT, text=TEXT.text + "!"),
        "language": replace(TEXT, language="de"),
        "blocks": replace(TEXT, title="Another"),
    }[change]
    with pytest.raises(DamagedError):
        read(data, other, "2" if change == "edition" else "1")


def test_a_folder_keeps_what_was_found(tmp_path: Path) -> None:
    files = FoundFiles(tmp_path / "found", "1")
    assert files.find(TEXT) is None
    found = Found(abbreviations=(("SOE", "Special Operations Executive"),))
    files.keep(TEXT, written(found, TEXT, "1"))

    assert files.find(TEXT) == found
    assert FoundFiles(tmp_path / "found", "2").find(TEXT) is None
    (file,) = (tmp_path / "found").iterdir()
    file.write_bytes(file.read_bytes()[:-9])
    assert files.find(TEXT) is None


SENTENCES = Sentences([(0, 3), (4, 9), (9, 12)])


def test_the_sentences_are_kept_with_what_was_found() -> None:
    text = Document("One. Two? Three!")
    again = read(written(Found(sentences=SENTENCES), text, "1"), text)
    assert again.sentences is not None
    assert [again.sentences[index] for index in range(len(again.sentences))] == [(0, 3), (4, 9), (9, 12)]
    assert read(written(Found(), text, "1"), text).sentences is None


def column(*numbers: int) -> str:
    """Numbers as a kept file has them."""
    return b64encode(b"".join(number.to_bytes(4, "little") for number in numbers)).decode()


ODD = [[column(0)], 3, {"a": 1}, "ab", [column(0), 4], ["AAA", "AAA"], ["AAAA", "AAAA"], ["ä", "ä"], [0, 4]]


@pytest.mark.parametrize(
    "columns",
    [
        *([column(0), column(99)], [column(4), column(1)], [column(0, 2), column(3, 4)]),
        *([column(0, 4), column(3)], [column(0), column(2**32 - 1)], *ODD),
    ],
)
def test_sentences_that_do_not_lie_in_the_text_are_not_taken(columns: object) -> None:
    told = found_json.told(Found(sentences=SENTENCES)) | {"sentences": columns}
    with pytest.raises(DamagedError):
        found_json.read(told, 12)


ENTRIES = Entries(people=(Person(id="anna", name="Anna"),))


def test_mentions_are_read_back() -> None:
    told = found_json.told(Found(entries=ENTRIES)) | {"mentions": [column(0, 0), column(1, 5), column(4, 9)]}
    assert list(found_json.read(told, 12).mentions) == [("anna", 1, 4), ("anna", 5, 9)]


@pytest.mark.parametrize(
    "columns",
    [
        *([column(1), column(1), column(4)], [column(0), column(4), column(1)]),
        *([column(0), column(4), column(13)], [column(0, 0), column(5, 1), column(9, 4)]),
        *([column(0, 0), column(1), column(4)], [column(0), column(1)], *ODD),
    ],
)
def test_mentions_that_do_not_stand_in_the_text_are_not_taken(columns: object) -> None:
    told = found_json.told(Found(entries=ENTRIES)) | {"mentions": columns}
    with pytest.raises(DamagedError):
        found_json.read(told, 12)


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "found").write_text("a file, not a folder")
    files = FoundFiles(tmp_path / "found", "1")
    files.keep(TEXT, written(Found(), TEXT, "1"))
    assert files.find(TEXT) is None


def test_those_that_were_not_opened_longest_make_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(found_file, "_KEPT", 2)
    files = FoundFiles(tmp_path, "1")
    texts = [Document(f"Text {number}") for number in range(3)]
    for age, text in zip((300, 100), texts, strict=False):
        files.keep(text, written(Found(), text, "1"))
        newest = max(tmp_path.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        os.utime(newest, (newest.stat().st_mtime - age,) * 2)
    assert files.find(texts[0]) is not None  # opened again just now
    files.keep(texts[2], written(Found(), texts[2], "1"))

    assert [files.find(text) is not None for text in texts] == [True, False, True]


def test_any_letter_can_be_written() -> None:
    with TemporaryDirectory() as folder:
        text = Document("Lone \ud800 and 🏰")
        files = FoundFiles(Path(folder), "1")
        found = Found(abbreviations=(("\ud800", "🏰"),))
        files.keep(text, written(found, text, "1"))
        assert files.find(text) in (found, None)
