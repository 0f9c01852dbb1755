"""The index over all readings: what it finds, that it forgets, and that it is only a cache."""

from __future__ import annotations

import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core.anchors import Anchor
from companion.core.companion import Companion
from companion.core.document import Block, BlockKind, Document, Section
from companion.core.entries import Alias, Entries, Kind, Person, Term
from companion.core.links import Links, Mention
from companion.core.notes import Mark, MarkKind
from companion.shelf.index import Index
from companion.shelf.packing import packed, sample_of, unpacked
from companion.shelf.taken_in import TakenIn
from companion.shelf.told_rows import ENTRY, NOTE, TEXT, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WALL = "All winter the wall stood. Captain Verl held it."
SEA = "The sea was calm. Natásha danced at the harbour.\nИ море было тихо. 海は静かだった。"


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    made = Index(tmp_path / "cache" / "shelf.db")
    yield made
    made.close()


def companion(text: str, title: str, *entries: Person | Term) -> Companion:
    start, blocks = 0, []
    for line in text.split("\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(line)))
        start += len(line) + 1
    document = Document(
        text, tuple(blocks), (Section("One", 1, 0, len(text)),), title=title, author="Ann Oak"
    )
    people = tuple(entry for entry in entries if isinstance(entry, Person))
    terms = tuple(entry for entry in entries if isinstance(entry, Term))
    mentions = [
        Mention(entry.id, place, place + 4)
        for entry in entries
        if (place := text.find(entry.heading[-4:])) >= 0
    ]
    return Companion(document, Entries(people=people, terms=terms), Links(mentions))


VERL = Person(
    id="p", name="Anna Verl", aliases=(Alias("Captain Verl"), Alias("Verl")), about="Held the walls."
)


def test_words_of_all_texts_are_found_at_their_places(index: Index) -> None:
    index.put("wall", companion(WALL, "The siege", VERL), [], "1")
    index.put("sea", companion(SEA, "The voyage"), [], "1")
    (hit,) = index.search("wall stood")
    assert (hit.identity, hit.sort, hit.title, hit.heading) == ("wall", TEXT, "The siege", "One")
    assert WALL[hit.start :].startswith("wall stood")
    assert "the wall stood" in hit.excerpt


@pytest.mark.parametrize("query", ["natasha", "NATÁSHA", "natas", "море", "静かだった", "danced natasha"])
def test_capitals_accents_beginnings_and_scripts_without_blanks_make_no_difference(
    index: Index, query: str
) -> None:
    index.put("wall", companion(WALL, "The siege"), [], "1")
    index.put("sea", companion(SEA, "The voyage"), [], "1")
    assert [hit.identity for hit in index.search(query)] == ["sea"]


def test_titles_entries_and_notes_are_found(index: Index) -> None:
    mark = Mark(
        "m", None, label="my thought", note="about postern gates", kind=MarkKind.NOTE, tags=("siegecraft",)
    )
    index.put("wall", companion(WALL, "The siege", VERL), [mark], "1")
    assert [hit.sort for hit in index.search("siege ann oak")] == [TITLE]
    assert [hit.sort for hit in index.search("held the walls")] == [ENTRY]
    assert [hit.sort for hit in index.search("siegecraft")] == [NOTE]
    index.put_marks("wall", [replace(mark, note="about sally ports")])
    assert index.search("postern") == []
    assert [hit.sort for hit in index.search("sally ports")] == [NOTE]
    over_all = Anchor(f"portcullis {2000 * 'winter '} barbican", "", "", 0, 14_020)
    index.put_marks("wall", [replace(mark, anchor=over_all)])
    assert [hit.sort for hit in index.search("portcullis")] == [NOTE]
    assert index.search("barbican") == [], "of the words of a mark over a whole book only the first are told"


def test_a_text_that_is_put_again_or_forgotten_is_found_once_or_never(index: Index) -> None:
    index.put("wall", companion(WALL, "The siege", VERL), [], "1")
    index.put("wall", companion("All spring the gate stood.", "The siege", VERL), [], "2")
    assert index.search("winter") == []
    assert len(index.search("gate stood")) == 1
    assert index.stamp("wall") == "2"
    index.forget("wall")
    assert index.search("gate") == []
    assert index.stamp("wall") == ""
    assert index.identities() == []


def test_the_same_person_is_found_in_other_texts_by_any_full_name(index: Index) -> None:
    index.put("wall", companion(WALL, "The siege", VERL), [], "1")
    index.put("sea", companion(WALL, "The voyage", Person(id="q", name="Captain Verl")), [], "1")
    index.put("term", companion(WALL, "A lexicon", Term(id="t", term="Anna Verl")), [], "1")
    (other,) = index.elsewhere(Kind.PERSON, ["anna  VERL", "Captain Verl"], "wall")
    assert (other.identity, other.title, other.heading, other.mentions) == (
        "sea",
        "The voyage",
        "Captain Verl",
        1,
    )
    assert index.elsewhere(Kind.PERSON, ["Verl"], "sea") == []  # half a name is no name
    assert index.elsewhere(Kind.PERSON, ["", " "], "sea") == []


@pytest.mark.parametrize(
    "query", ["", " ", '"', "*", "a OR", "NEAR(", "said:wall", "wall -stood", "^wall", "-", "(" * 900]
)
def test_nothing_a_reader_types_is_taken_for_an_operator(index: Index, query: str) -> None:
    index.put("wall", companion(WALL, "The siege", VERL), [], "1")
    assert all(hit.identity == "wall" for hit in index.search(query))


@given(st.text(max_size=40))
def test_any_query_is_answered(query: str) -> None:
    from pathlib import Path
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        index = Index(Path(folder) / "shelf.db")
        index.put("wall", companion(WALL, "The siege", VERL), [], "1")
        index.search(query)
        index.elsewhere(Kind.PERSON, [query], "")
        index.close()


@pytest.mark.parametrize("damage", [b"", b"no database at all", b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_damaged_index_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "shelf.db"
    path.write_bytes(damage)
    index = Index(path)
    index.put("wall", companion(WALL, "The siege", VERL), [], "1")
    assert index.search("winter")
    index.close()


def test_an_index_whose_damage_shows_only_in_use_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "shelf.db"
    index = Index(path)
    for number in range(5):
        index.put(str(number), companion(f"{WALL} " * 200, "The siege", VERL), [], "1")
    index.close()
    TakenIn(path).note("0", "1", [])
    data = bytearray(path.read_bytes())
    data[12 * 4096 :] = b"\xa5" * (len(data) - 12 * 4096)
    path.write_bytes(data)
    index = Index(path)
    with pytest.raises(sqlite3.DatabaseError, match="damaged"):
        index.search("winter")
    assert index.search("winter") == []
    assert not TakenIn(path).knows("0", "1", [])
    index.put("wall", companion(WALL, "The siege", VERL), [], "1")
    assert [hit.identity for hit in index.search("winter")] == ["wall"]
    index.close()


@pytest.mark.skipif(sys.platform == "win32", reason="no file is taken away there that somebody has open")
def test_what_is_written_goes_into_the_file_that_was_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "shelf.db"
    asking, writing = Index(path), Index(path)
    writing.put("wall", companion(WALL, "The siege", VERL), [], "1")
    path.unlink()
    assert asking.search("winter") == []
    assert writing.stamp("wall") == ""
    writing.put("wall", companion(WALL, "The siege", VERL), [], "1")
    assert [hit.identity for hit in asking.search("winter")] == ["wall"]
    asking.close()
    writing.close()


def test_tables_of_something_else_are_no_index(tmp_path: Path) -> None:
    path = tmp_path / "shelf.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE facts (said TEXT)")
    other.close()
    index = Index(path)
    assert index.identities() == []
    index.close()


def test_an_index_that_cannot_be_had_at_the_moment_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("companion.shelf.index_file._PATIENCE", 0.0)
    path = tmp_path / "shelf.db"
    index = Index(path)
    index.put("wall", companion(WALL, "The siege", VERL), [], "1")
    index.close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA journal_mode = DELETE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(sqlite3.OperationalError):
        Index(path)
    other.close()
    index = Index(path)
    assert index.identities() == ["wall"]
    index.close()


def test_windows_that_start_together_lose_nothing_of_each_other(tmp_path: Path) -> None:
    path = tmp_path / "shelf.db"
    begin = Barrier(4)

    def put(number: int) -> None:
        begin.wait()
        index = Index(path)
        index.put(str(number), companion(WALL, "The siege", VERL), [], "1")
        index.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(put, range(4)))
    index = Index(path)
    assert sorted(index.identities()) == ["0", "1", "2", "3"]
    index.close()


def test_a_block_as_long_as_a_book_is_found_to_its_end(index: Index) -> None:
    text = "word " * 3_000 + "Z at the very end."
    index.put("long", companion(text, "Long"), [], "1")
    (hit,) = index.search("very end")
    assert text[hit.start :].startswith("very end")


LONG = "\n".join(f"Chapter {number}. " + "The wall stood. " * 200 for number in range(300))


def test_how_far_it_is_is_told(index: Index) -> None:
    told: list[float] = []
    index.put("long", companion(LONG, "The siege"), [], "1", told.append)
    assert len(told) > 2
    assert told == sorted(told)
    assert told[0] >= 0
    assert told[-1] <= 1


def test_a_text_that_is_given_up_half_way_leaves_what_was_there(index: Index) -> None:
    index.put("wall", companion(WALL, "The siege", VERL), [], "1")

    def stop(done: float) -> None:
        if done > 0.3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        index.put("wall", companion(LONG, "Another"), [], "2", stop)
    assert index.stamp("wall") == "1"
    assert [hit.title for hit in index.search("captain")] == ["The siege", "The siege"]
    assert not index.search("chapter")


SIEGE = "\n".join(
    f"{number} The wall stood all winter, and Captain Verl number {number} held it." for number in range(1500)
)


def test_rows_of_a_long_text_are_kept_by_what_they_have_in_common(index: Index) -> None:
    index.put("wall", companion(SIEGE, "The siege"), [], "1")
    index.put("sea", companion(SEA, "The voyage"), [], "1")
    (hit,) = index.search("number 1234 held")
    assert SIEGE.rfind("1234", 0, hit.start + 3_000) > 0
    assert SIEGE[hit.start :].startswith("number")
    kept = index._database.execute("SELECT sum(length(words)) FROM rows").fetchone()[0]
    assert kept < len(SIEGE) / 5


def test_marks_of_a_long_text_are_packed_as_its_rows_are(index: Index) -> None:
    index.put("wall", companion(SIEGE, "The siege"), [], "1")
    index.put_marks("wall", [Mark("m", None, note="Thought of mine", kind=MarkKind.NOTE)])
    assert [hit.excerpt for hit in index.search("thought")] == ["Thought of mine"]


@given(st.text(max_size=3000))
def test_what_is_packed_comes_out_as_it_was(text: str) -> None:
    data = text.encode("utf-8", "replace")
    sample = sample_of(text * 100)
    assert len(sample) <= 16_384
    assert unpacked(packed(data, sample), sample) == data


@pytest.mark.parametrize("query", ["two_words", "_", "a_b_c ", "snake_case_wor"])
def test_a_line_between_words_parts_them(index: Index, query: str) -> None:
    index.put("wall", companion("A snake_case_word and two_words a b c", "The siege"), [], "1")
    assert [hit.identity for hit in index.search(query)] == ([] if query == "_" else ["wall"])


@pytest.mark.parametrize("begun", ["wint", "winte", "winter", "capt", "ver"])
def test_a_word_that_is_begun_is_found_however_many_letters_it_has(index: Index, begun: str) -> None:
    index.put("wall", companion(WALL, "The siege"), [], "1")
    assert index.search(begun)
