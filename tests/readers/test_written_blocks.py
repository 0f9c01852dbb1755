from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from companion.core.document import Block, BlockKind
from companion.readers.written_blocks import WrittenBlocks

KINDS = st.sampled_from(BlockKind)
MARKERS = st.sampled_from(["", "•", "1.", "2."])


@given(st.lists(st.tuples(KINDS, st.integers(1, 9), st.integers(0, 6), MARKERS)))
def test_blocks_that_are_added_are_there(added: list[tuple[BlockKind, int, int, str]]) -> None:
    blocks, expected = WrittenBlocks(), []
    for number, (kind, length, level, marker) in enumerate(added):
        blocks.add(kind, 10 * number, 10 * number + length, level, marker)
        expected.append(Block(kind, 10 * number, 10 * number + length, level, marker))
        assert [kind for kind in BlockKind if blocks.last_is(kind)] == [expected[-1].kind]
    assert list(blocks) == expected


@given(KINDS, st.lists(st.integers(1, 50), min_size=1), st.integers(0, 5), st.integers(0, 3))
def test_blocks_that_are_added_in_one_step_stand_apart(
    kind: BlockKind, lengths: list[int], start: int, between: int
) -> None:
    blocks = WrittenBlocks()
    blocks.add_alike(kind, start, lengths, 2, between)
    assert [block.end - block.start for block in blocks] == lengths
    assert blocks[0].start == start
    assert all(second.start - first.end == between for first, second in pairwise(blocks))
    assert {(block.kind, block.level, block.marker) for block in blocks} == {(kind, 2, "")}


def test_a_slice_stays_as_it_is_when_others_are_added() -> None:
    blocks = WrittenBlocks()
    assert not blocks.last_is(BlockKind.ITEM)
    blocks.add(BlockKind.ITEM, 0, 3, 0, "•")
    kept = blocks[:]
    blocks.add(BlockKind.ITEM, 5, 9, 1, "1.")
    assert kept == (Block(BlockKind.ITEM, 0, 3, 0, "•"),)
    assert blocks[1].marker == "1."
