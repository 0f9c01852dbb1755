"""Blocks answer as a tuple of the same would."""

from __future__ import annotations

from array import array
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core.document import Block, BlockKind, Blocks, Document

NAMES = ("", "•", "3.")


@st.composite
def tuples(draw: st.DrawFn) -> tuple[Block, ...]:
    """Blocks in order that do not overlap."""
    found, start = [], 0
    for gap, length in draw(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 9)), max_size=12)):
        start += gap
        kind, level, marker = (
            draw(st.sampled_from(BlockKind)),
            draw(st.integers(0, 6)),
            st.sampled_from(NAMES),
        )
        found.append(Block(kind, start, start + length, level, draw(marker)))
        start += length
    return tuple(found)


def in_columns(blocks: tuple[Block, ...]) -> Blocks:
    """The same in columns."""
    kinds = list(BlockKind)
    return Blocks(
        array("B", [kinds.index(block.kind) for block in blocks]),
        array("I", [block.start for block in blocks]),
        array("I", [block.end for block in blocks]),
        array("I", [block.level for block in blocks]),
        array("I", [NAMES.index(block.marker) for block in blocks]),
        NAMES,
    )


@given(tuples(), st.slices(12))
def test_blocks_are_as_a_tuple_of_them(blocks: tuple[Block, ...], part: slice) -> None:
    columns = in_columns(blocks)
    assert (len(columns), tuple(columns), bool(columns)) == (len(blocks), blocks, bool(blocks))
    assert [columns[index] for index in range(-len(blocks), len(blocks))] == [*blocks] * 2
    assert columns[part] == blocks[part]
    assert (columns == blocks, blocks == columns, hash(columns)) == (True, True, hash(blocks))
    assert columns != (*blocks, Block(BlockKind.RULE, 500, 501))


@given(tuples(), st.integers(0, 150), st.integers(0, 14))
def test_a_document_answers_alike(blocks: tuple[Block, ...], offset: int, number: int) -> None:
    one = Document("x" * 200, blocks=blocks)
    other = replace(one, blocks=in_columns(blocks))
    assert one == other
    assert one.block_index(offset) == other.block_index(offset)
    assert one.block_at(offset) == other.block_at(offset)
    assert one.paragraph_number(offset) == other.paragraph_number(offset)
    assert one.offset_of_paragraph(number) == other.offset_of_paragraph(number)


def test_blocks_are_nothing_else() -> None:
    assert in_columns(()) != 0
    with pytest.raises(IndexError):
        in_columns(())[0]
