"""Files of other programs are read by a process that is shut in; nothing that it says is believed."""

from __future__ import annotations

import base64
import io
import json
import sqlite3
import sys
import zipfile
from contextlib import closing, suppress
from pathlib import Path

import pytest
from aldmere import bookmarks, companion
from hypothesis import given
from hypothesis import strategies as st

from companion.core.corrections import Subject
from companion.core.dates import parse_date
from companion.core.entries import Alias, Entries, Event, Kind, Person, Term
from companion.core.message import Message
from companion.core.notes import Colour, MarkKind
from companion.exchange.arrived import LARGEST, Arrived, ArrivedMark, Book, ForeignError
from companion.exchange.arriving import arrived
from companion.exchange.bundle import bundle
from companion.exchange.leaving import form
from companion.readers.process.message_form import MalformedError
from companion.receiving import asking, received
from companion.receiving.arrived_form import arrived_read, arrived_told

words = st.text(max_size=20)
sound = words.map(lambda text: text.encode("utf-8", "replace").decode())
marks = st.builds(
    ArrivedMark,
    words=sound,
    kind=st.sampled_from(MarkKind),
    note=sound,
    colour=st.sampled_from(Colour),
    tags=st.lists(sound, max_size=3).map(tuple),
    label=sound,
    created=sound,
    prefix=sound,
    suffix=sound,
    share=st.none() | st.floats(0, 1),
    about=st.none() | st.builds(Subject, st.sampled_from(Kind), sound, sound),
    where=sound,
    at=st.integers(-1, 10**9),
)
ENTRIES = Entries(
    title="A",
    terms=(Term(id="term:wall", term="wall", definition="Stone.", aliases=(Alias("rampart"),)),),
    people=(Person(id="person:anna", name="Anna", role="commander", about="Held it."),),
    events=(Event(id="event:it-falls", title="It falls", date=parse_date("1643-05"), about="At last."),),
)
all_arrived = st.builds(
    Arrived,
    form=sound,
    books=st.lists(st.builds(Book, sound, sound, st.lists(marks, max_size=3).map(tuple)), max_size=2).map(
        tuple
    ),
    entries=st.sampled_from([Entries(), ENTRIES]),
    left_out=st.sampled_from([(), (Message("One annotation quotes no words of a text."),)]),
)


def calibres_book() -> bytes:
    told = json.dumps([{"type": "highlight", "highlighted_text": "Words", "start_cfi": "/2"}]).encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as book:
        kept = b"encoding=json+base64:\n" + base64.b64encode(told)
        book.writestr("META-INF/calibre_bookmarks.txt", kept)
    return made.getvalue()


def nobody(_: float) -> None:
    pass


@given(all_arrived)
def test_what_arrived_comes_through_as_it_was(told: Arrived) -> None:
    assert arrived_read(arrived_told(told)) == told


def test_halves_of_surrogates_are_mended_on_the_way() -> None:
    told = Arrived("x", (Book("\ud800", "", (ArrivedMark("a\udfffb"),)),))
    assert arrived_read(arrived_told(told)).books[0].marks[0].words == "a\ufffdb"


@given(all_arrived, st.data())
def test_a_form_that_was_tampered_with_is_refused_or_read(told: Arrived, data: st.DataObject) -> None:
    form = bytearray(arrived_told(told))
    for _ in range(3):
        form[data.draw(st.integers(0, len(form) - 1))] = data.draw(st.integers(32, 126))
    with suppress(MalformedError):
        arrived_read(bytes(form))


@pytest.mark.parametrize(
    "form",
    [b"", b"null", b"[]", b"{}", b"[" * 100_000, b'{"form": 1}', b'{"form": "x", "books": 7, "left": []}'],
)
def test_what_is_no_form_is_refused(form: bytes) -> None:
    with pytest.raises(MalformedError):
        arrived_read(form)


def test_more_marks_than_anybody_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("companion.receiving.arrived_form.MOST_MARKS", 1)
    told = Arrived("x", (Book("", "", (ArrivedMark("a"), ArrivedMark("b"))),))
    with pytest.raises(MalformedError):
        arrived_read(arrived_told(told))


def xray() -> bytes:
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(
            "CREATE TABLE entity (id, label, type, count); CREATE TABLE entity_description (entity, text);"
            "INSERT INTO entity VALUES (1, 'Anna', 1, 3), (2, 'wall', 2, 1);"
            "INSERT INTO entity_description VALUES (1, 'Held it.');"
        )
        return database.serialize()


SAMPLES = {
    "clippings": "A (B)\n- Your Highlight on page 1 | Added on Monday, 1 January 2024 10:00:00\n\n"
    "Wörds\n==========\n",
    "readwise": next(iter(form("readwise").write(bundle(companion(), bookmarks()), 0).values())),
    "web-annotation": next(iter(form("web-annotation").write(bundle(companion(), bookmarks()), 0).values())),
    "timelinejs": next(iter(form("timelinejs").write(bundle(companion(), bookmarks()), 0).values())),
    "koreader": next(iter(form("koreader").write(bundle(companion(), bookmarks()), 0).values())),
    "xray": xray(),
    "calibre": calibres_book(),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_each_form_is_read_by_a_process_that_can_open_nothing(name: str) -> None:
    given = SAMPLES[name]
    data = given.encode() if isinstance(given, str) else given
    assert received(data, "notes", nobody) == arrived(data)
    if name == "clippings":
        assert received(given.encode("utf-16"), "notes", nobody) == arrived(data)
        assert received(given.encode("cp1252"), "notes", nobody) == arrived(data)


def test_what_is_refused_is_refused_in_the_same_words() -> None:
    with pytest.raises(ForeignError) as here:
        arrived(b"Once upon a time")
    with pytest.raises(ForeignError) as there:
        received(b"Once upon a time", "notes.txt", nobody)
    assert there.value.sentence == here.value.sentence


def test_too_large_a_file_is_not_even_given() -> None:
    with pytest.raises(ForeignError, match="too large"):
        received(bytes(LARGEST + 1), "notes.txt", nobody)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("raise SystemExit", "broke the reading off"),
        ("import os; os.write(1, b'd' + (4).to_bytes(8, 'little') + b'evil')", "broke the reading off"),
        ("import os; os.write(1, b'f' + (11).to_bytes(8, 'little') + b'MemoryError')", "more memory"),
        (
            "import os; os.write(1, b'f' + (10).to_bytes(8, 'little') + b'ValueError')",
            "broke the reading off",
        ),
    ],
)
def test_whatever_becomes_of_the_process_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, code: str, said: str
) -> None:
    monkeypatch.setattr(asking, "_command", lambda: [sys.executable, "-c", code])
    with pytest.raises(ForeignError, match=said):
        received(b"x", "notes.txt", nobody)


def test_one_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "_command", lambda: [sys.executable, "-c", "import time; time.sleep(60)"])
    monkeypatch.setattr(asking, "LONGEST", 0.2)
    with pytest.raises(ForeignError, match="within"):
        received(b"x", "notes.txt", nobody)


def test_the_reader_can_cancel(monkeypatch: pytest.MonkeyPatch) -> None:
    class CancelledError(Exception):
        pass

    def cancel(_: float) -> None:
        raise CancelledError

    monkeypatch.setattr(asking, "_command", lambda: [sys.executable, "-c", "import time; time.sleep(60)"])
    with pytest.raises(CancelledError):
        received(b"x", "notes.txt", cancel)


def test_the_process_is_shut_in_before_it_sees_the_file() -> None:
    source = (Path(asking.__file__).parent / "child.py").read_text("utf-8")
    served = source.split("def _serve()")[1].split("def ")[0]
    assert served.index("shut_in()") < served.index("_answered(data)")
    assert json.dumps(served).count("open(") == 0
