"""The same work is known again in another edition, and no other work is taken for it."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from companion.core.anchors import anchor
from companion.core.document import Document, Span
from companion.core.notes import Mark, Notes
from companion.store.identity import identity
from companion.store.known_texts import Why, kin_of, known_texts
from companion.store.notes_file import NotesFile
from companion.store.works import Work, shared, work_json, work_of, work_of_json

if TYPE_CHECKING:
    from pathlib import Path

NOW = "2026-11-22T09:00:00Z"
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def prose(seed: int, count: int = 20_000) -> list[str]:
    """Words of a made-up book; all books draw from the same words, as a language has them."""
    language, chance = random.Random(0), random.Random(seed)  # noqa: S311
    words = ["".join(language.choices(LETTERS, k=language.randint(2, 9))) for _ in range(3000)]
    weights = [1 / (rank + 1) for rank in range(len(words))]
    return chance.choices(words, weights, k=count)


def book(words: list[str], **fields: str) -> Document:
    return Document(" ".join(words), **fields)


def keep(folder: Path, document: Document, count: int = 2) -> str:
    """Keeps so many marks of a text; its identity."""
    notes = Notes()
    for number in range(count):
        notes = notes.added(Mark(f"m{number}", anchor(document, Span(number * 9, number * 9 + 5))), NOW)
    file = NotesFile(folder, identity(document), document.title, document=document)
    file.save(notes)
    return file.identity


def changed(words: list[str], share: float) -> list[str]:
    chance = random.Random(1)  # noqa: S311
    return [word if chance.random() > share else "x" + word for word in words]


def test_the_words_of_another_edition_are_most_likely_the_same() -> None:
    words = prose(1)
    whole = work_of(book(words))
    assert shared(whole, whole) == 1
    assert shared(whole, work_of(book(["A", "foreword", *words]))) > 0.9
    assert shared(whole, work_of(book([word.upper() for word in words]))) == 1
    assert shared(whole, work_of(book(changed(words, 0.05)))) > 0.5
    assert shared(whole, work_of(book(words[:5000]))) > 0.7, "a volume of it"
    assert shared(whole, work_of(book(prose(2)))) == 0
    assert shared(whole, work_of(Document(""))) == 0


def test_the_words_of_a_script_without_blanks_are_its_letters() -> None:
    chance = random.Random(3)  # noqa: S311
    signs = [chr(0x4E00 + int(chance.paretovariate(0.6)) % 2500) for _ in range(20_000)]
    text = "".join(signs)
    whole = work_of(Document(text))
    assert whole.size > 200
    edited = "".join(sign if chance.random() > 0.03 else "。" for sign in signs)
    assert shared(whole, work_of(Document(edited))) > 0.5


def test_the_notices_of_a_library_do_not_make_two_works_one() -> None:
    notice = prose(9, 3000)
    one, other = ([*notice, *prose(seed, 2000)] for seed in (1, 2))
    start = len(" ".join(notice))
    works = [
        work_of(Document(" ".join(words), work=Span(start, len(" ".join(words))))) for words in (one, other)
    ]
    assert shared(*works) == 0


@pytest.mark.parametrize("told", [None, [], {}, {"author": "", "identifier": "", "size": 1, "sketch": "zz"}])
def test_what_is_no_sketch_is_none(told: object) -> None:
    assert work_of_json(told) is None


def test_a_sketch_is_read_as_it_was_written() -> None:
    work = Work("Anna Verl", "urn:isbn:1", 7, (0, 5, 2**32 - 1))
    assert work_of_json(work_json(work)) == work


def test_another_edition_is_found_by_its_words(tmp_path: Path) -> None:
    words = prose(1)
    known = keep(tmp_path, book(words, title="The siege", author="A. Verl"))
    keep(tmp_path, book(prose(2), title="Another"))
    edition = book(["Foreword", *changed(words, 0.02)], title="SIEGE-OCR")
    (found,) = kin_of(edition, [tmp_path])
    assert (found.identity, found.why, found.marks) == (known, Why.WORDS, 2)
    assert (found.title, found.author) == ("The siege", "A. Verl")
    assert NotesFile(tmp_path, found.identity).load().notes.bookmarks
    assert kin_of(book(words), [tmp_path]) == [], "the text itself is no other edition"


def test_an_edition_that_was_only_read_has_nothing_to_take_over(tmp_path: Path) -> None:
    words = prose(1)
    keep(tmp_path, book(words, title="The siege"), count=0)
    assert [text.marks for text in known_texts(tmp_path)] == [0]
    assert kin_of(book(changed(words, 0.02)), [tmp_path]) == []


def test_another_translation_is_found_by_identifier_or_title_and_author(tmp_path: Path) -> None:
    one = keep(tmp_path, book(prose(1), title="Die Belagerung: Roman", author="Verl, Anna", identifier="x"))
    two = keep(tmp_path, book(prose(2), title="Other", identifier="urn:isbn:978-0-14-044793-4"))
    keep(tmp_path, book(prose(3), title="Die Belagerung", author="Somebody Else", identifier="x"))
    keep(tmp_path, book(prose(4), title="Die Belagerung"))
    asked = book(prose(5), title="Die Belágerung", author="Anna Verl", identifier="9780140447934")
    assert [(found.identity, found.why) for found in kin_of(asked, [tmp_path])] == [
        (two, Why.IDENTIFIER),
        (one, Why.TITLE),
    ]


def test_a_folder_that_is_not_there_or_full_of_nonsense_knows_no_texts(tmp_path: Path) -> None:
    assert known_texts(tmp_path / "not") == []
    (tmp_path / "a-01234567.notes.json").write_bytes(b"[" * 20_000)
    (tmp_path / "b-01234567.notes.json").write_bytes(b'{\n"label": 3,\n"reading:text": "x"\n}')
    (tmp_path / "c-01234567.notes.json").mkdir()
    assert known_texts(tmp_path) == []


def test_what_is_told_of_a_text_stands_at_the_head_of_its_file_however_much_was_taken_away(
    tmp_path: Path,
) -> None:
    document = book(prose(1), title="The siege")
    notes = Notes()
    for number in range(2000):
        notes = notes.added(Mark("one", None, note=str(number)), NOW)
    NotesFile(tmp_path, identity(document), "The siege", document=document).save(notes)
    (found,) = known_texts(tmp_path)
    assert (found.title, found.marks) == ("The siege", 1)
    assert found.work is not None
    assert found.work.sketch


def test_texts_that_are_one_work_share_their_kin_both_ways() -> None:
    one, other = Notes().akin("b", True, NOW), Notes().akin("a", True, NOW).akin("c", False, NOW)
    merged = one.merged(other)
    assert merged == other.merged(one)
    assert {name: kept.value for name, kept in merged.kin.items()} == {"a": True, "b": True, "c": False}
    assert merged.akin("a", True, NOW) is merged
    assert not merged.merged(merged.akin("b", False, NOW)).kin["b"].value


@pytest.mark.parametrize("title", ["Verl\u2028The siege", "The\x85siege", "long " * 5_000, "half \ud800"])
def test_a_text_of_whichever_title_is_known_again(tmp_path: Path, title: str) -> None:
    words = prose(1)
    known = keep(tmp_path, book(words, title=title, author=title))
    (found,) = kin_of(book(changed(words, 0.02), title="Other"), [tmp_path])
    assert (found.identity, found.marks) == (known, 2)
    assert title.startswith((found.title, found.author))


def test_a_size_that_is_no_number_is_none() -> None:
    assert work_of_json({**work_json(Work("a", "b", 3, (1, 2))), "size": float("inf")}) is None
