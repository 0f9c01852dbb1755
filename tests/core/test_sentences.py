from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core import sentence_ends as module
from companion.core.document import Block, BlockKind, Cell, Document, Span, Table
from companion.core.sentences import Sentences, split


def _document(text: str, language: str = "") -> Document:
    """A document of one paragraph for each line of `text`."""
    blocks, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        words = line.strip()
        if words:
            first = start + line.index(words)
            blocks.append(Block(BlockKind.PARAGRAPH, first, first + len(words)))
        start = end + 1
    return Document(text, tuple(blocks), language=language)


def _sentences(text: str, language: str = "") -> list[str]:
    found = split(_document(text, language))
    return [text[found[number].start : found[number].end] for number in range(len(found))]


@pytest.mark.parametrize(
    "sentences",
    [
        ["He came.", "He saw!", "Did he win?", "He did."],
        ["Mr. Smith met Dr. A. B. Jones of St. Petersburg at 5 p.m. on Sunday.", "Then he left."],
        ["It came under Colonel-General E. Hoxha in July.", "He ruled until 1985.", "Then he died."],
        ["The U.S. Army won.", "See e.g. Paris, vol. 3, p. 5.", "Ridges, peaks etc. lay there."],
        ["Then they left...", "He stayed…", "“Well...” he said.", "No… never."],
        ["“Really?” he asked.", "“No,” she said, “never.”", "He went."],
        ["“What?” Pierre asked.", "“Go!” the old man cried.", "“Hurrah!”", "These words he repeated."],
        ["“Why talk nonsense?", "Say what you want.”", "He said nothing."],
        ["‘Now then!’", "They went.", "‘Don’t.’", "It was ’is.", "’Tis so."],
        ['"Yes."', '"No."', "'Well?'", "Nobody knew."],
        ["He left (it was late.)", "(It rained.)", "Nobody cared."],
        ["The men (about 40,000) came.", "20 battalions stood.", "1944 was over."],
        ["He kept [sic] his word.", "She did not.*", "They did. *", "I did."],
        ["iPhones were unknown.", "So was e-mail."],
    ],
)
def test_sentences_end_where_they_end(sentences: list[str]) -> None:
    assert _sentences(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("fr", ["«Oui. »", "Il part.", "« Non ! » dit-il.", "M. Dupont vient."]),
        ("de", ["„Ja.“", "Er ging.", "Das war z. B. am 3. Mai so."]),
        ("de", ["Er fiel am Freitag, 7. April.", "Im 18. Jahrhundert war das so."]),
        ("de", ["Am 7. April kam sie, vom 1. bis zum 30. Mai blieb sie.", "Er war hier."]),
        ("en", ["He was born on the 7. April 1805.", "She was 7.", "April came."]),
        ("ru", ["Он пришёл.", "— Да?", "— Нет."]),
        ("xx", ["One.", "Two."]),
    ],
)
def test_other_languages(language: str, sentences: list[str]) -> None:
    assert _sentences(" ".join(sentences), language) == sentences


def test_sentences_without_blanks_between_them() -> None:
    assert _sentences("吾輩は猫である。名前は\u3000まだ無い。「そうか。」と言った。", "ja")[:2] == [
        *("吾輩は猫である。", "名前は\u3000まだ無い。")
    ]


def test_offsets_count_code_points() -> None:
    assert _sentences("\U0001f600 Cafe\u0301 is shut. “\U0001f600 Go!” Hoxha came.") == [
        *("\U0001f600 Cafe\u0301 is shut.", "“\U0001f600 Go!”", "Hoxha came.")
    ]


def test_no_sentence_crosses_a_block() -> None:
    assert _sentences("He came and\nwent. He\nsaw.") == ["He came and", "went.", "He", "saw."]


@pytest.mark.parametrize("kind", [BlockKind.HEADING, BlockKind.VERSE, BlockKind.RULE, BlockKind.PREFORMATTED])
def test_a_heading_or_a_line_of_verse_is_one_sentence(kind: BlockKind) -> None:
    text = "One. Two. Three."
    assert list(split(Document(text, (Block(kind, 0, len(text)),)))) == [Span(0, len(text))]


def test_a_long_block_is_divided_as_a_short_one_is() -> None:
    sentence = (
        "Mr. Smith of St. Petersburg came at 5 p.m. on Sunday, and he said: “Why? I know not.” He left. "
    )
    once = _sentences(sentence)
    assert _sentences(sentence * 100) == once * 100


def test_a_block_without_any_end_is_one_sentence() -> None:
    assert _sentences("word " * 5000) == [("word " * 5000).strip()]


def test_a_block_that_the_library_cannot_take_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        pass

    def panic(language: str, text: str) -> list[str]:
        raise PanicException

    monkeypatch.setattr("sentencex.segment", panic)
    assert _sentences("One. Two.") == ["One. Two."]


def test_other_failures_are_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(language: str, text: str) -> list[str]:
        raise KeyboardInterrupt

    monkeypatch.setattr("sentencex.segment", stop)
    with pytest.raises(KeyboardInterrupt):
        _sentences("One. Two.")


_SIGNS = st.sampled_from(
    [*"abAB .!?…,;:。“”‘’\"'«»()[]「」*\u3000\xa0\u2028\t12-—", "Mr. ", ". ", "é", "e\u0301", "\U0001f600"]
)


@given(st.lists(st.lists(_SIGNS, max_size=60).map("".join), max_size=4).map("\n".join))
def test_nothing_but_blanks_is_lost(text: str) -> None:
    document = _document(text)
    found = split(document)
    spans = [found[number] for number in range(len(found))]
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(span.start < span.end for span in spans)
    for block in document.blocks:
        inside = [span for span in spans if span.overlaps(block.span)]
        assert all(block.span.contains(span) for span in inside)
        covered = "".join(text[span.start : span.end] for span in inside)
        assert "".join(covered.split()) == "".join(text[block.start : block.end].split())


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80))
def test_any_signs_can_be_divided(text: str) -> None:
    assert split(_document(text.replace("\n", " "))) is not None


@given(st.integers(1, 40), st.sampled_from(["「あ。", "。）", "A. ", "“a ", "(a) ", "'a "]))
def test_windows_change_nothing(count: int, unit: str) -> None:
    text = (unit * count * 20).strip()
    whole = split(_document(text))
    narrow = module._WINDOW
    try:
        module._WINDOW = len(text) + 1
        assert [whole[n] for n in range(len(whole))] == list(split(_document(text)))
    finally:
        module._WINDOW = narrow


def test_the_sentence_at_a_place() -> None:
    found = Sentences([(0, 5), (6, 9), (20, 30)])
    assert len(found) == 3
    assert found.at(0) == Span(0, 5)
    assert found.at(5) == Span(0, 5)
    assert found.at(6) == Span(6, 9)
    assert found.index(25) == 2
    assert found.index(-1) == 0


def test_no_sentences_at_all() -> None:
    assert len(split(Document(""))) == 0
    assert Sentences().at(7) == Span(7, 7)


def test_a_row_of_a_table_is_a_sentence() -> None:
    text = "Ships\n\nYear\tShip\n1858\tAgamemnon. It\nfailed.\n\t\n1866\tGreat Eastern"
    rows = ["Year\tShip", "1858\tAgamemnon. It\nfailed.", "\t", "1866\tGreat Eastern"]
    cells, place = [], text.index("Year")
    table = Span(place, len(text))
    for number, row in enumerate(rows):
        for column, words in enumerate(row.split("\t")):
            cells.append(Cell(place, place + len(words), number, column))
            place += len(words) + 1
    blocks = (Block(BlockKind.HEADING, 0, 5, 1), Block(BlockKind.TABLE, *table))
    known = Document(text, blocks, tables=(Table(*table, tuple(cells)),))
    found = split(known)
    assert [text[start:end] for start, end in found] == ["Ships", rows[0], rows[1], rows[3]]
    unknown = split(Document(text, blocks))
    assert list(unknown) == [Span(0, 5), table]


def test_a_part_of_a_table_has_the_rows_that_begin_in_it() -> None:
    text = "a\tb\nc\td\ne\tf"
    cells = tuple(Cell(at, at + 1, at // 4, at % 4 // 2) for at in range(0, 11, 2))
    blocks = (Block(BlockKind.TABLE, 0, 3), Block(BlockKind.TABLE, 4, 11))
    found = split(Document(text, blocks, tables=(Table(0, 11, cells),)))
    assert [text[start:end] for start, end in found] == ["a\tb", "c\td", "e\tf"]


def test_the_rules_of_a_language_hold_whichever_code_names_it() -> None:
    text = "Er kam bzw. lief. Das war z.B. gut."
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    for code in ("de", "de-AT", "ger", "deu"):
        found = split(Document(text, blocks, language=code))
        assert [text[slice(*sentence)] for sentence in found] == ["Er kam bzw. lief.", "Das war z.B. gut."]
