from __future__ import annotations

from dataclasses import fields, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core.document import (
    Block,
    BlockKind,
    Cell,
    Document,
    Gloss,
    Link,
    NoteMark,
    Picture,
    PlaceName,
    Section,
    Span,
    Style,
    StyledRun,
    Table,
)
from companion.core.message import Message
from companion.readers import document_in
from companion.readers.process.document_form import COLUMNS, MAGIC, STATED, encoded
from companion.readers.process.document_reading import decoded
from companion.readers.process.message_form import MalformedError

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@st.composite
def spans(draw: st.DrawFn, length: int, least: int = 0) -> list[Span]:
    """Spans in the order of their starts, each of `least` code points at least."""
    starts = draw(st.lists(st.integers(0, length - least), max_size=4))
    return [Span(start, draw(st.integers(start + least, length))) for start in sorted(starts)]


@st.composite
def parts_in_order(draw: st.DrawFn, length: int) -> list[Span]:
    """Spans that do not overlap, none of them empty."""
    edges = sorted(draw(st.sets(st.integers(0, length), max_size=8)))
    return [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=False)]


@st.composite
def tables(draw: st.DrawFn, length: int) -> tuple[Table, ...]:
    def cell(span: Span) -> Cell:
        inner = sorted((draw(st.integers(*span)), draw(st.integers(*span))))
        counts = (draw(st.integers(0, 9)), draw(st.integers(0, 9)), draw(st.integers(1, 3)), 1)
        return Cell(*inner, *counts, draw(st.booleans()))

    return tuple(
        Table(*span, tuple(cell(span) for _ in range(draw(st.integers(0, 3)))))
        for span in draw(spans(length))
    )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
    length = len(text)
    whole, level = Span(0, length), st.integers(0, 40)
    chapters = draw(parts_in_order(length))
    warning = Message(
        "“{name}” has %Ln faults.", "", draw(st.integers(-1, 9)), name=Message("{a}", a=draw(WORDS))
    )
    return Document(
        text=text,
        blocks=tuple(
            Block(draw(st.sampled_from(BlockKind)), *span, draw(level), draw(WORDS))
            for span in draw(parts_in_order(length))
        ),
        sections=(
            Section(draw(WORDS), 1, *whole),
            *(Section(draw(WORDS), draw(level), *span) for span in chapters),
        ),
        styles=tuple(StyledRun(*span, draw(st.sampled_from(Style))) for span in draw(spans(length))),
        title=draw(WORDS),
        author=draw(WORDS),
        language=draw(WORDS),
        format=draw(st.sampled_from(["plain", "epub", "fb2"])),
        identifier=draw(WORDS),
        work=draw(st.sampled_from([None, whole])),
        links=tuple(
            Link(*span, *draw(st.sampled_from([(0, ""), (length, ""), (-1, "https://a.example/ä")])))
            for span in draw(spans(length))
        ),
        note_marks=tuple(NoteMark(*span, *whole) for span in draw(spans(length))),
        place_names=tuple(PlaceName(draw(WORDS), span.start) for span in draw(spans(length))),
        glosses=tuple(Gloss(draw(WORDS), *span) for span in draw(spans(length))),
        tables=draw(tables(length)),
        pictures=tuple(Picture(*span, draw(WORDS)) for span in draw(spans(length))),
        cover=draw(WORDS),
        encoding=draw(WORDS),
        warnings=draw(st.sampled_from([(), (warning,)])),
    )


@given(documents())
def test_a_document_comes_back_as_it_was(document: Document) -> None:
    back = decoded(encoded(document))
    assert back == document
    assert [warning.template for warning in back.warnings] == [one.template for one in document.warnings]


@given(documents(), st.data())
def test_spoilt_bytes_are_a_sound_document_or_an_error(document: Document, data: st.DataObject) -> None:
    spoilt = bytearray(encoded(document))
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(spoilt) - 1))
        match data.draw(st.sampled_from(["change", "cut", "add"])):
            case "change":
                spoilt[place] = data.draw(st.integers(0, 255))
            case "cut":
                del spoilt[place : place + data.draw(st.integers(1, 9))]
            case "add":
                spoilt[place:place] = data.draw(st.binary(min_size=1, max_size=9))
        if not spoilt:
            break
    try:
        back = decoded(bytes(spoilt))
    except MalformedError:
        return
    assert decoded(encoded(back)) == back
    assert all(0 <= block.start < block.end <= len(back.text) for block in back.blocks)


@given(st.binary(max_size=200))
def test_foreign_bytes_are_an_error(data: bytes) -> None:
    for start in (b"", MAGIC):
        with pytest.raises(MalformedError):
            decoded(start + data)


def test_everything_that_a_document_has_crosses_over() -> None:
    made = {field.name for field in fields(Document) if field.init}
    assert made == {*STATED, *COLUMNS, "text", "work", "warnings"} - {"cells"}


def test_halves_of_surrogate_pairs_become_one_sign_each() -> None:
    back = decoded(
        encoded(Document("a\ud800b", blocks=(Block(BlockKind.ITEM, 0, 3, 0, "\udfff"),), title="\ud800"))
    )
    assert (back.text, back.title, back.blocks[0].marker) == ("a\ufffdb", "\ufffd", "\ufffd")


BLOCK = Block(BlockKind.PARAGRAPH, 0, 4)
SOUND = Document("Words and more words", blocks=(BLOCK,))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda: replace(SOUND, blocks=(BLOCK, BLOCK)),
        lambda: replace(SOUND, blocks=(Block(BlockKind.PARAGRAPH, 0, 99),)),
        lambda: replace(SOUND, blocks=(Block(BlockKind.PARAGRAPH, 4, 4),)),
        lambda: replace(SOUND, sections=(Section("a", 1, 0, 9), Section("b", 2, 5, 12))),
        lambda: replace(SOUND, sections=(Section("a", 1, 9, 20), Section("b", 1, 0, 9))),
        lambda: replace(SOUND, styles=(StyledRun(5, 9, Style.CODE), StyledRun(0, 3, Style.CODE))),
        lambda: replace(SOUND, links=(Link(0, 4, -1, "file:///etc/passwd"),)),
        lambda: replace(SOUND, links=(Link(0, 4, -1, "javascript:alert(1)"),)),
        lambda: replace(SOUND, links=(Link(0, 4, 21),)),
        lambda: replace(SOUND, note_marks=(NoteMark(0, 4, 9, 5),)),
        lambda: replace(SOUND, place_names=(PlaceName("1", 21),)),
        lambda: replace(SOUND, tables=(Table(0, 4, (Cell(0, 9, 0, 0),)),)),
        lambda: replace(SOUND, tables=(Table(0, 4, (Cell(0, 4, 0, 0, rows=0),)),)),
        lambda: replace(SOUND, pictures=(Picture(3, 2, "a.png"),)),
        lambda: replace(SOUND, work=Span(0, 21)),
        lambda: replace(SOUND, format="<b>"),
        lambda: replace(SOUND, title="x" * 200_000),
    ],
)
def test_a_document_that_breaks_a_rule_is_not_taken(spoil: Callable[[], Document]) -> None:
    assert decoded(encoded(SOUND)) == SOUND
    with pytest.raises(MalformedError):
        decoded(encoded(spoil()))


def test_a_link_to_the_end_of_a_text_that_ends_in_blanks_is_kept() -> None:
    page = b"<html><body><p><a href='#x'>Go</a> to the words <a id='x'></a></p></body></html>"
    document = document_in(page, PurePath("a.html"))
    assert decoded(encoded(document)) == document
    assert [link.place for link in document.links] == [len(document.text)]


def test_blanks_without_end_in_a_damaged_page_take_no_longer_than_words() -> None:
    page = b"<?xml version='1.0'?><html><body><p>Words" + b" " * 400_000 + b"and more</i></body></html>"
    assert document_in(page, PurePath("a.xhtml")).text == "Words and more"
