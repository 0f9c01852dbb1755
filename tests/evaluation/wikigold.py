"""Wikigold: 145 articles of Wikipedia in which others have marked the names of persons, as lines of gold.

The file beside this one is the corpus as it was published, one word and its mark a line:
Balasuriya, Ringland, Nothman, Murphy, Curran (2009), "Named entity recognition in Wikipedia"; Nothman and
others (2013), "Learning multilingual named entity recognition from Wikipedia". Licence: CC BY 4.0.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

CORPUS = Path(__file__).with_name("wikigold.conll.txt")
_NO_BLANK_BEFORE = re.compile(r"[.,;:!?)\]%]|n't|'\w*")


def articles() -> list[dict[str, Any]]:
    """Every article with its text, written as people write, and the places of the persons' names in it."""
    parts = CORPUS.read_text("utf-8").split("-DOCSTART- O\n")
    return [
        _article(f"wikigold {number}", part.split("\n")) for number, part in enumerate(parts) if part.strip()
    ]


def _article(name: str, lines: list[str]) -> dict[str, Any]:
    text = ""
    spans: list[list[int]] = []
    in_name = False
    for blank, word, mark in _words(lines):
        text += " " * blank
        if mark.endswith("PER"):
            if in_name:
                spans[-1][1] = len(text) + len(word)
            else:
                spans.append([len(text), len(text) + len(word)])
        in_name = mark.endswith("PER")
        text += word
    return {"id": name, "text": text, "ignore": [], "persons": [{"aliases": [], "mentions": spans}]}


def _words(lines: list[str]) -> Iterator[tuple[bool, str, str]]:
    """Each word with its mark, and whether a blank stands before it; "" ends a sentence's last name."""
    begins, quoted = True, False
    for line in lines:
        word, _, mark = line.rpartition(" ")
        if not word:
            begins, quoted = begins and not quoted, False
            yield False, "", "O"
        elif word == '"':
            yield not quoted and not begins, word, mark
            begins = quoted = not quoted
        else:
            yield not begins and _NO_BLANK_BEFORE.fullmatch(word) is None, word, mark
            begins = word in ("(", "[", "$")
