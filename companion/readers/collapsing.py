"""Blanks of a text in the making are collapsed as HTML does it, and signs that are not seen left out."""

from __future__ import annotations

import re

BLANKS = re.compile("[ \t\n\r\f]+")
_JOINTS = ("\u2060", "\xad", "\ufeff")
_WIDTHS = {
    "\xa0": 0.5,
    "\u2002": 0.5,
    "\u2003": 1.0,
    "\u2004": 0.33,
    "\u2005": 0.25,
    "\u2007": 0.5,
    "\u3000": 1.0,
}
"""Blanks that are not collapsed, and by how much each sets a line of verse in."""

EMPTY_CELL = "\u200b"
"""Stands in the first cell of a table that has no words there."""

WORDLESS = f"{EMPTY_CELL} \t\n\r\xa0"
"""Of nothing but these a text has no words."""


def collapsed(paragraphs: list[str]) -> list[str]:
    """Those of the paragraphs that hold words, each on one line; what is sought is sought in all at once."""
    joined = "".join(paragraphs)
    texts = paragraphs
    if any(sign in joined for sign in _JOINTS):
        texts = list(map(without_joints, texts))
    texts = list(map(str.strip, texts))
    joined = "".join(texts)
    if "  " in joined or "\n" in joined or "\t" in joined:
        texts = [BLANKS.sub(" ", text) for text in texts]
    if "" in texts or EMPTY_CELL in joined:
        texts = [text for text in texts if text.strip(WORDLESS)]
    return texts


def width_of(blanks: str) -> float:
    """How far blanks set a line in."""
    return sum(_WIDTHS.get(sign, 0.0) for sign in blanks)


def without_joints(words: str) -> str:
    """Words without the signs that only say where a line may end, or may not."""
    for sign in _JOINTS:
        if sign in words:
            words = words.replace(sign, "")
    return words
