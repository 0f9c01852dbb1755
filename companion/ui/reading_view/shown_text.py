"""Shown text: what is drawn for a block's text, sign for sign, so that every position keeps its meaning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.core.document import BlockKind

if TYPE_CHECKING:
    from companion.core.document import Block

UNSEEN = "\u200b"
"""Stands for what is not drawn: a sign without a width, at which a line may be broken."""

_AS_WRITTEN = frozenset({BlockKind.PREFORMATTED, BlockKind.VERSE})
"""Kinds in which several blanks in a row mean something."""

_LINE_ENDS = "\n\x85\u2029"
_TABLE = {
    **dict.fromkeys(set(range(0x20)) | set(range(0x7F, 0xA0)), UNSEEN),
    0xFFFC: UNSEEN,  # Qt keeps it for pictures in the text
    **{ord(sign): "\u2028" for sign in _LINE_ENDS},
    ord("\t"): "\t",
}
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\u2029\ufffc\ud800-\udfff]")
_HALF = re.compile("[\ud800-\udfff]")
_BLANKS = re.compile("[ \t]{2,}")
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def shown_text(text: str, kind: BlockKind) -> str:
    """What is drawn for `text`: of the same length, a blank for each run of blanks, nothing for controls.

    A wrapped and indented line of the file leaves several blanks where it was joined; one is enough.
    """
    if _ODD.search(text):
        text = _HALF.sub("\ufffd", text.translate(_TABLE))
    if kind in _AS_WRITTEN:
        return text
    if "\t" in text or "  " in text:
        text = _BLANKS.sub(_one_blank, text).replace("\t", " ")
    return text


def stand_apart(text: str, before: Block, block: Block) -> bool:
    """Whether a blank line lies between two neighbouring blocks of `text`."""
    return text.count("\n", before.end, block.start) > 1


def is_mixed(text: str) -> bool:
    """Whether anything in `text` may run from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def _one_blank(blanks: re.Match[str]) -> str:
    return " " + UNSEEN * (len(blanks[0]) - 1)
